"""The command line on a machine without Qt and without a display: every command does its work."""

import os
from pathlib import Path

import pytest

from tests.cases.contracts import contract_file
from tests.cli.commands import real
from tests.document.contract_data import EVERY_FIELD, as_bytes

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
from desktop_app.__main__ import main
status = main(sys.argv[1:])
"""
AND_WITHOUT_WINDOW = f"""{WITHOUT_QT}
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "desktop_app.ui")) and sys.modules[name]]
sys.exit(status)
"""
DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
WITHOUT_DISPLAY = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
WHOLE, WRONG = as_bytes(EVERY_FIELD), as_bytes(contract_file({"title": 5}))


@pytest.mark.parametrize(
    "words",
    [
        ("evaluate", "FILE"),
        ("evaluate", "FILE", "--format", "json", "--lang", "en"),
        ("explain", "FILE", "totals.total"),
        ("check", "FILE"),
        ("pdf", "FILE", "-o", "OUT.pdf"),
        ("batch", "FILE", "-o", "OUT.jsonl", "--jobs", "2"),
    ],
    ids=" ".join,
)
def test_a_command_needs_no_qt_and_no_display(tmp_path: Path, words: tuple[str, ...]) -> None:
    """PySide6 cannot even be imported."""
    (tmp_path / "FILE").write_bytes(WHOLE)
    given = [tmp_path / word if word.startswith(("FILE", "OUT")) else word for word in words]
    done = real(*given, program=("-c", AND_WITHOUT_WINDOW), env=WITHOUT_DISPLAY)
    assert (done.status, done.err) == (0, b"")
    written = [each for each in tmp_path.iterdir() if each.name != "FILE"]
    assert bool(written) == ("-o" in words)
    assert all(each.stat().st_size for each in written)


@pytest.mark.parametrize("words", [(), ("FILE",)])
def test_the_window_without_a_display_is_told_in_a_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    """That names what can be done without one."""
    (tmp_path / "FILE").write_bytes(WHOLE)
    done = real(*(tmp_path / word for word in words), env=WITHOUT_DISPLAY)
    assert (done.status, done.out) == (2, b"")
    assert "contract-calculator evaluate" in done.errors
    assert done.errors.count("\n") == 1


def test_the_window_without_qt_is_told_in_a_sentence() -> None:
    """With what is missing."""
    done = real(program=("-c", f"{WITHOUT_QT}\nsys.exit(status)"), env={**WITHOUT_DISPLAY, "DISPLAY": ":99"})
    assert (done.status, done.out) == (2, b"")
    assert "PySide6" in done.errors
    assert "Traceback" not in done.errors


def test_the_real_command_ends_with_its_status() -> None:
    """0, 1 and 2, from the process itself."""
    assert real("check", "-", stdin=WHOLE).status == 0
    assert real("check", "-", stdin=WRONG).status == 1
    assert real("check", "missing.json").status == 2
