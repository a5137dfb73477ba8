"""A note beside the open file: the window follows its file, and says who else has it open."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.document.draft import new_draft
from desktop_app.storage.presence import announced, myself, withdrawn
from desktop_app.ui.presence import Presence
from desktop_app.ui.session import Session
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook

NOW = datetime(2024, 12, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def session(qapp: Any) -> Session:
    """Return what is open in a program that has just begun."""
    return Session(rulebook(), AS_OF)


def notes(folder: Path) -> list[str]:
    """Return the notes in a folder."""
    return sorted(each.name for each in folder.glob(".~*"))


def test_the_note_goes_with_the_file(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    """From one to the next, and away at the end."""
    presence = Presence(session, myself(NOW))
    session.begin(new_draft(), tmp_path / "a.json")
    qtbot.waitUntil(lambda: notes(tmp_path) == [".~a.json.open"])
    session.begin(new_draft(), tmp_path / "b.json")
    qtbot.waitUntil(lambda: notes(tmp_path) == [".~b.json.open"])
    presence.end()
    assert notes(tmp_path) == []


def test_another_who_has_it_open_is_told_of(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    """Until another file is opened; their note stays."""
    file = tmp_path / "a.json"
    other = myself(NOW)
    announced(file, other)
    presence = Presence(session, myself(NOW))
    told: list[str] = []
    presence.found.connect(told.append)
    session.begin(new_draft(), file)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == f"{other.user}@{other.host}, 2024-12-10 09:30"
    session.begin(new_draft())
    assert told[2] == ""
    presence.end()
    assert notes(tmp_path) == [".~a.json.open"]
    withdrawn(file, other)
