"""Texts that look like markup, everywhere in the window: no picture of them is opened, no link followed, no socket opened."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases.traced import Traced, traced, why_untraced

PROGRAM = Path(__file__).parent / "hostile_window.py"
OPENED = ("markup.png", "markup.html")
SEEN = {"QMessageBox", "KnownPassword", "first page", "entry of a menu", "compare", "forecast", "import_counts", "issuer"}
SEEN |= {"text of QLabel", "text of EntryLine", "tip of QLabel", "tip of QWidget"}
"""Where such a text has to have been in sight, or what has to have been open, at least."""


def told(done: subprocess.CompletedProcess[str]) -> Any:
    """Return what the program printed."""
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def opened(run: Traced) -> list[str]:
    """Return the files that were asked for by a name in those texts."""
    return [each for each in run.names if each.endswith(OPENED)]


def test_no_text_is_read_as_markup(tmp_path: Path) -> None:
    """Forms, tables, tips, reasons, timeline, papers, questions, dialogs, boxes, menus, the first page."""
    if why_untraced():
        done = subprocess.run([sys.executable, PROGRAM, tmp_path], capture_output=True, text=True, check=False)
        assert told(done)["found"] == []
        pytest.skip(f"what Qt itself opens is not seen: {why_untraced()}")
    run = traced([PROGRAM, tmp_path], tmp_path / "trace")
    what = told(run.done)
    assert set(what["seen"]) >= SEEN
    assert what["found"] == []
    assert opened(run) == []
    assert run.beyond == ()


@pytest.mark.skipif(bool(why_untraced()), reason=why_untraced() or "traced")
def test_a_careless_label_would_be_seen(tmp_path: Path) -> None:
    """The tracer sees the picture that Qt goes for, and a socket; so does Python what is its own."""
    run = traced([PROGRAM, tmp_path, "careless"], tmp_path / "trace")
    assert opened(run) != []
    assert any("AF_INET" in each for each in run.beyond)
    assert [each.partition(" ")[0] for each in told(run.done)["found"]] == ["socket", "socket.connect"]
