"""A note beside the open file: the window follows its file, and says who else has it open."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event, current_thread
from threading import enumerate as enumerate_threads
from typing import Any
from weakref import ref

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


def test_a_share_that_holds_up_holds_up_nobody(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end comes in a moment; what is Qt's is not left to the thread that still waits."""
    asked, answered = Event(), Event()
    monkeypatch.setattr("desktop_app.ui.presence.announced", lambda *_: asked.set() or answered.wait())
    monkeypatch.setattr("desktop_app.ui.presence.SECONDS_TO_TIDY", 0.05)
    presence = Presence(session, myself(NOW))
    session.begin(new_draft(), tmp_path / "a.json")
    assert asked.wait(10)
    presence.end()
    session.assessed.disconnect(presence.follow)
    held = ref(presence)
    del presence
    answered.set()
    for each in enumerate_threads():
        if each is not current_thread():
            each.join(0.1)
    assert held() is not None
