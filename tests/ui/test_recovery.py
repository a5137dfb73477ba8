"""After a crash: what was typed is offered again, with the file it belongs to, and nothing is written over."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.document.draft import new_draft
from desktop_app.storage.contract_file import save
from desktop_app.storage.journal import remainders
from desktop_app.storage.log import LOGGER
from desktop_app.storage.records import Left, Locked
from desktop_app.ui.last_resort import LastResort
from desktop_app.ui.questions import Wish
from desktop_app.ui.recovery import Recovery
from desktop_app.ui.session import Session
from tests.cases.contracts import AS_OF, contract_file
from tests.cases.examples import rulebook
from tests.storage.files import Fault, run_python

NOW = datetime(2024, 12, 10, 9, 30, tzinfo=UTC)
NAME = ("customer", "name")

CRASHING = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.storage.rulebook import installed_rules
from desktop_app.storage.contract_file import load
from desktop_app.ui.recovery import Recovery
from desktop_app.ui.session import Session
app = QCoreApplication([])
folder, file = Path(sys.argv[1]), sys.argv[2]
session = Session(installed_rules(), datetime.now(UTC).date())
recovery = Recovery(session, folder, lambda: datetime.now(UTC), print)
if file:
    session.begin(load(Path(file)).draft, Path(file))
for text in ("株", "株式", "株式会社見本"):
    session.edit(("customer", "name"), text)
if sys.argv[3] == "undone":
    session.undo()
os.kill(os.getpid(), signal.SIGKILL)
"""
POSIX = pytest.mark.skipif(os.name == "nt", reason="of POSIX systems")


class Asked:
    """Wishes that stand ready, and what was asked."""

    def __init__(self, *wishes: Wish) -> None:
        self.wishes = list(wishes)
        self.about: list[Left] = []

    def __call__(self, left: Left) -> Wish:
        """Answer the next."""
        self.about.append(left)
        return self.wishes.pop(0)


def never(left: Locked) -> None:
    """Fail: nothing here is behind a password."""
    raise AssertionError(left)


@pytest.fixture
def session(qapp: Any) -> Session:
    """Return what is open in a program that has just begun."""
    return Session(rulebook(), AS_OF)


@pytest.fixture
def told() -> list[str]:
    """Return what the user was told."""
    return []


@pytest.fixture
def recovery(session: Session, tmp_path: Path, told: list[str]) -> Iterator[Recovery]:
    """Return the recovery of that program."""
    found = Recovery(session, tmp_path / "recovery", lambda: NOW, told.append)
    yield found
    found.end()


def crash(tmp_path: Path, file: Path | None = None, how: str = "typed") -> None:
    """Let another program type something and be killed."""
    run_python(CRASHING, str(tmp_path / "recovery"), str(file or ""), how)


@POSIX
def test_what_was_typed_is_offered_and_comes_back(tmp_path: Path, session: Session, recovery: Recovery) -> None:
    """Unsaved as it was; and it is safe from the next crash at once."""
    crash(tmp_path)
    asked = Asked("recover")
    assert recovery.offer(asked, None, never)
    assert session.history.present["customer"] == {"name": "株式会社見本"}
    assert session.modified
    assert (asked.about[0].edits, asked.about[0].opened.file) == (3, None)
    assert len(list((tmp_path / "recovery").glob("*.journal"))) == 1


@POSIX
def test_a_file_that_was_open_is_open_again(tmp_path: Path, session: Session, recovery: Recovery) -> None:
    """With what was saved of it as what was saved."""
    file = tmp_path / "a.contract.json"
    save(file, contract_file())
    crash(tmp_path, file)
    assert recovery.offer(Asked("recover"), file, never)
    assert session.file == file
    assert session.modified
    session.edit(NAME, None)
    session.remove(("customer",))
    assert not session.modified


@POSIX
@pytest.mark.parametrize("became", ["another", "gone", "broken"])
def test_a_file_that_became_another_is_not_written_over(
    tmp_path: Path, session: Session, recovery: Recovery, became: str
) -> None:
    """The draft comes back without a file, so that its user is asked where to save it."""
    file = tmp_path / "a.contract.json"
    save(file, contract_file())
    crash(tmp_path, file)
    if became == "another":
        save(file, contract_file({"title": "changed elsewhere"}))
    elif became == "gone":
        file.unlink()
    else:
        file.write_bytes(b"\x00")
    assert recovery.offer(Asked("recover"), None, never)
    assert session.file is None


@POSIX
def test_it_may_be_decided_later_or_given_up(tmp_path: Path, session: Session, told: list[str]) -> None:
    """Only giving up takes it away; later is when the program begins the next time."""
    crash(tmp_path)
    for wishes, left in ((("cancel",), 1), (("discard",), 0), ((), 0)):
        recovery = Recovery(session, tmp_path / "recovery", lambda: NOW, told.append)
        assert recovery.count() == len(wishes)
        for _ in range(2):
            assert not recovery.offer(Asked(*wishes), None, never)
        assert recovery.count() == 0
        assert len(remainders(tmp_path / "recovery")) == left
    assert not session.modified


@POSIX
def test_who_opens_another_file_is_not_asked(tmp_path: Path, recovery: Recovery) -> None:
    """It is offered when the program is begun without one, or with the file it belongs to."""
    crash(tmp_path)
    assert not recovery.offer(Asked(), tmp_path / "other.contract.json", never)
    assert recovery.offer(Asked("recover"), None, never)


@POSIX
def test_what_was_undone_is_not_in_it(tmp_path: Path, session: Session, recovery: Recovery) -> None:
    """The journal follows undo, too: typed and taken back, there is nothing to recover."""
    crash(tmp_path, how="undone")
    assert not recovery.offer(Asked(), None, never)


def test_saved_or_typed_back_there_is_nothing_to_recover(tmp_path: Path, session: Session, recovery: Recovery) -> None:
    """The journal ends with the difference."""
    folder = tmp_path / "recovery"
    session.edit(NAME, "x")
    assert len(list(folder.glob("*.journal"))) == 1
    session.undo()
    assert list(folder.glob("*")) == []
    session.edit(NAME, "y")
    session.mark_saved(session.history.present, tmp_path / "y.contract.json")
    assert list(folder.glob("*")) == []
    session.edit(NAME, "z")
    session.begin(new_draft())
    assert list(folder.glob("*")) == []


def test_a_journal_of_a_running_program_is_left_alone(tmp_path: Path, session: Session, recovery: Recovery) -> None:
    """Another window is no crash."""
    session.edit(NAME, "x")
    assert remainders(tmp_path / "recovery") == []


def test_where_nothing_can_be_written_down_it_is_said_once(
    qtbot: QtBot, tmp_path: Path, session: Session, recovery: Recovery, told: list[str]
) -> None:
    """And work goes on."""
    (tmp_path / "recovery").write_bytes(b"in the way")
    for text in ("a", "ab", "abc"):
        session.edit(NAME, text)
    qtbot.waitUntil(lambda: told != [])
    assert len(told) == 1
    assert session.history.present["customer"] == {"name": "abc"}


def test_a_disk_that_fails_to_take_it_is_tried_again(
    qtbot: QtBot, session: Session, recovery: Recovery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Quietly, beside the window."""
    session.edit(NAME, "x")
    synced: list[int] = []
    real = os.fsync
    with monkeypatch.context() as patched:
        failing = Fault()
        patched.setattr(os, "fsync", lambda file: (synced.append(file), failing()))
        qtbot.waitUntil(lambda: len(synced) >= 2)
    monkeypatch.setattr(os, "fsync", lambda file: (synced.append(-1), real(file)))
    qtbot.waitUntil(lambda: -1 in synced)


def test_what_nobody_caught_is_said_once_and_logged_without_names(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it happens while it is being said."""
    told, logged = [], []
    monkeypatch.setattr("desktop_app.ui.last_resort.log_error", lambda error: logged.append(type(error)))
    last = LastResort(lambda: told.append("told"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    last.watch()
    sys.excepthook(ValueError, ValueError("Example Ltd."), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.waitUntil(lambda: told == ["told"])
    assert logged == [ValueError]


class Careless:
    """Cannot be thrown away without an error."""

    def __del__(self) -> None:
        """Fail with a customer's name in the message."""
        message = "Example Ltd."
        raise LookupError(message)


def test_what_fails_as_it_is_thrown_away_is_logged_without_names(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Python alone would print it, message and all, into what some desktops keep of a session."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    written: list[str] = []
    monkeypatch.setattr(LOGGER, "error", lambda text, *given: written.append(text % given))
    LastResort(lambda: None).watch()
    del_me = [Careless()]
    del_me.clear()
    assert [each.splitlines()[0] for each in written] == ["LookupError"]
    assert "Example" not in "".join(written) + "".join(capfd.readouterr())
