"""Passwords at the window: set, asked for, wrong, right, taken away; and nothing of the contract anywhere in the open."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from desktop_app.document.password import Password
from desktop_app.storage import journal as journals
from desktop_app.storage.contract_file import load, save
from desktop_app.storage.protection import is_protected
from desktop_app.storage.records import Opened, unlocked
from desktop_app.ui.passwords import KnownPassword, NewPassword
from desktop_app.ui.questions import Questions
from desktop_app.ui.recovery import Recovery, unlocked_by_asking
from desktop_app.ui.session import Session
from desktop_app.wording.wording import wording
from tests.cases.age_files import age_file, behind
from tests.cases.contracts import contract_file
from tests.document.contract_data import as_bytes
from tests.ui.desk import Answers, Desk

WORDS = wording("ja")
SECRET, MARKER = "がひみつの言葉", "マーカー社内秘"
NAME = ("customer", "name")
NOW = datetime(2024, 12, 10, 9, 30, tzinfo=UTC)


def in_the_open(folder: Path) -> list[Path]:
    """Return the files that hold the marker for everybody to read, in whatever way it is written."""
    ways = [MARKER.encode(), MARKER.encode("utf-16-le"), MARKER.encode("unicode-escape"), MARKER.encode("shift_jis")]
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert files
    return [each for each in files if any(way in each.read_bytes() or way.decode("latin-1") in each.name for way in ways)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a contract file behind the password, of a customer whom nobody is to know."""
    path = tmp_path / "x.contract.json"
    path.write_bytes(age_file(as_bytes({**contract_file(), "customer": {"name": MARKER}}), normalize("NFC", SECRET)))
    return path


@pytest.fixture
def recovery(desk: Desk, tmp_path: Path) -> Iterator[Recovery]:
    """Return the keeper of the journal of that window."""
    found = Recovery(desk.session, tmp_path / "recovery", lambda: NOW, desk.answers.told.append)
    yield found
    found.end()


@pytest.mark.usefixtures("easy_passwords")
def test_set_saved_opened_again_and_taken_away(desk: Desk, recovery: Recovery, tmp_path: Path) -> None:
    """Nothing of the contract stands in the open from the save on; a wrong password says so and changes nothing."""
    file = tmp_path / "x.contract.json"
    save(file, {**contract_file(), "customer": {"name": MARKER}})
    filing, answers, session = desk.window.filing, desk.answers, desk.session
    assert filing.open_other(file)
    session.edit(("title",), MARKER)
    answers.passwords = [Password(SECRET)]
    desk.window.views.actions["password"].trigger()
    assert session.modified
    assert filing.save()
    assert not session.modified
    assert MARKER in behind(file.read_bytes(), normalize("NFC", SECRET)).decode()
    session.edit(("title",), f"{MARKER}2")
    assert in_the_open(tmp_path) == []
    session.undo()

    assert filing.new()
    held = session.history.present
    answers.passwords = [Password("wrong")]
    assert not filing.open_other(file)
    assert (session.file, session.history.present) == (None, held)
    assert answers.asked[-2:] == ["password x.contract.json", "password x.contract.json again"]
    answers.passwords = [Password(normalize("NFD", SECRET))]
    assert filing.open_other(file)
    assert session.history.present["customer"] == {"name": MARKER}
    asked = len(answers.asked)
    filing.reload()
    assert filing.open_other(filing.backups.of(file)[0].path)
    assert len(answers.asked) == asked
    assert session.protection is not None

    answers.passwords, answers.agrees = [Password(SECRET)], True
    assert filing.open_other(file)
    desk.window.views.actions["password"].trigger()
    assert (answers.asked[-1], session.protection) == ("new password held", None)
    assert filing.save()
    assert load(file).draft is not None


@pytest.mark.usefixtures("easy_passwords")
def test_the_status_line_says_that_there_is_a_password(desk: Desk, file: Path) -> None:
    """As long as there is one."""
    desk.answers.passwords = [Password(SECRET)]
    desk.window.begin(lambda: desk.window.filing.open_other(file))
    shown = [each.text() for each in desk.window.statusBar().findChildren(QLabel)]
    assert WORDS.text("window.status.protected", state=WORDS.text("window.status.saved")) in shown
    desk.session.protect(None)
    assert not any("パスワード" in each.text() for each in desk.window.statusBar().findChildren(QLabel))


@pytest.mark.usefixtures("easy_passwords")
def test_a_crash_leaves_nothing_in_the_open_and_the_password_brings_it_back(
    desk: Desk, recovery: Recovery, file: Path, tmp_path: Path
) -> None:
    """Skipped, it is kept; wrong, it is asked for again."""
    desk.answers.passwords = [Password(SECRET)]
    assert desk.window.filing.open_other(file)
    desk.session.edit(("title",), MARKER)
    assert in_the_open(tmp_path) == []
    journal = recovery._journal  # noqa: SLF001 - what a crash leaves of it
    assert journal is not None
    left = journals.read(journal.path)
    assert isinstance(left, journals.Locked)
    copy = tmp_path / "left" / journal.path.name
    copy.parent.mkdir()
    copy.write_bytes(journal.path.read_bytes())

    answers = Answers(tmp_path)
    session = Session(desk.session.rules, desk.session.today)
    later = Recovery(session, copy.parent, lambda: NOW, answers.told.append)

    def offer(*passwords: Password) -> bool:
        answers.passwords = list(passwords)
        return later.offer(lambda _: "recover", None, lambda each: unlocked_by_asking(answers, WORDS, answers.told.append, each))

    assert not offer()
    assert not offer(Password("wrong"))
    assert copy.exists()
    assert offer(Password("wrong"), Password(SECRET))
    assert answers.asked[-2:] == ["password x.contract.json", "password x.contract.json again"]
    assert (session.file, session.history.present["title"], session.modified) == (file, MARKER, True)
    assert session.protection is not None
    assert not copy.exists()
    assert in_the_open(tmp_path) == []
    later.end()


@pytest.mark.usefixtures("easy_passwords")
def test_a_password_set_amid_work_locks_what_was_typed_before(desk: Desk, recovery: Recovery, tmp_path: Path) -> None:
    """The journal in the open goes."""
    desk.session.edit(NAME, MARKER)
    assert [each.suffix for each in in_the_open(tmp_path)] == [".journal"]
    desk.answers.passwords = [Password(SECRET)]
    desk.window.views.actions["password"].trigger()
    [journal] = tmp_path.rglob("*.journal")
    assert isinstance(journals.read(journal), journals.Locked)
    assert in_the_open(tmp_path) == []


@pytest.mark.usefixtures("easy_passwords")
def test_what_a_crash_left_before_there_was_a_password_is_locked_with_it(desk: Desk, tmp_path: Path) -> None:
    """Also where its user wanted to look at it later; what was left of other files stays as it is."""
    file, other = tmp_path / "x.contract.json", tmp_path / "y.contract.json"
    save(file, contract_file())
    filing, session = desk.window.filing, desk.session
    typed = {**contract_file(), "customer": {"name": MARKER}}
    for each, name in ((file, "left"), (other, "others")):
        journal = journals.Journal.begun(filing.journals / "of a crash", Opened(each, contract_file(), NOW), typed)
        (filing.journals / f"{name}.journal").write_bytes(journal.path.read_bytes())
        journal.ended()
    assert filing.open_other(file)
    desk.answers.passwords = [Password(SECRET)]
    desk.window.views.actions["password"].trigger()
    assert filing.save()
    assert [each.name for each in in_the_open(tmp_path)] == ["others.journal"]
    left = journals.read(filing.journals / "left.journal")
    assert isinstance(left, journals.Locked)
    assert (left.opened.file, left.edits) == (file, 1)
    assert unlocked(left, Password(SECRET)).draft == typed
    assert session.protection is not None


@pytest.mark.usefixtures("easy_passwords")
def test_a_paper_with_a_password_is_written_and_opened(desk: Desk, file: Path, tmp_path: Path) -> None:
    """Which paper is wanted stays; its contract is protected when it is opened."""
    desk.answers.passwords = [Password(SECRET), Password("紙")]
    desk.window.begin(lambda: desk.window.filing.open_other(file))
    desk.answers.file = tmp_path / "paper.pdf"
    desk.window.views.actions["pdf_password"].trigger()
    assert b"/Encrypt" in desk.answers.file.read_bytes()
    assert "new password paper" in desk.answers.asked
    desk.answers.passwords = [Password("wrong"), Password("紙")]
    assert desk.window.filing.open_other(desk.answers.file)
    assert desk.session.history.present["customer"] == {"name": MARKER}
    assert (desk.session.file, desk.session.protection is not None) == (None, True)
    assert in_the_open(tmp_path) == []


def with_dialog(act: Callable[[], object], do: Callable[[KnownPassword | NewPassword], None]) -> object:
    """Do something while the dialog that an act opens is in sight; return what the act comes to."""

    def step() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KnownPassword | NewPassword)
        do(dialog)

    QTimer.singleShot(50, step)
    return act()


def type_into(line: QLineEdit, text: str) -> None:
    """Type letters, those that no key has as an input method commits them."""
    line.setFocus()
    if text.isascii():
        QTest.keyClicks(line, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(line, event)


def button(dialog: KnownPassword | NewPassword, key: str) -> QPushButton:
    """Return a button by the key of its words."""
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == WORDS.text(f"window.password.{key}"))


def test_the_dialog_asks_twice_and_says_what_is_wrong(desk: Desk) -> None:
    """Hidden unless it is to be shown; accepted by Enter once both are the same."""

    def do(dialog: KnownPassword | NewPassword) -> None:
        first, second = dialog.lines
        texts = [each.text() for each in dialog.findChildren(QLabel)]
        assert WORDS.text("window.password.final") in texts
        assert not button(dialog, "set").isEnabled()
        type_into(first, "abc")
        assert WORDS.text("window.password.short", n=8) in [each.text() for each in dialog.findChildren(QLabel)]
        type_into(second, "abd")
        assert WORDS.text("window.password.other") in [each.text() for each in dialog.findChildren(QLabel)]
        assert not button(dialog, "set").isEnabled()
        assert first.echoMode() is QLineEdit.EchoMode.Password
        QTest.mouseClick(dialog.findChildren(QCheckBox)[0], Qt.MouseButton.LeftButton)
        dialog.findChildren(QCheckBox)[0].click()
        for line in (first, second):
            line.clear()
            type_into(line, "ひみつの言葉です")
        assert button(dialog, "set").isEnabled()
        QTest.keyClick(second, Qt.Key.Key_Return)

    asked = Questions()
    asked.parent = desk.window
    assert with_dialog(lambda: asked.new_password(WORDS), do) == Password("ひみつの言葉です")


@pytest.mark.parametrize(("for_paper", "most"), [(True, 127), (False, 1024)])
def test_a_password_that_is_too_long_is_told(desk: Desk, for_paper: bool, most: int) -> None:  # noqa: FBT001 - the columns
    """As much as a paper, or a file, can have."""

    def do(dialog: KnownPassword | NewPassword) -> None:
        for line in dialog.lines:
            line.setText("a" * most)
            type_into(line, "b")
        assert WORDS.text("window.password.unfit") in [each.text() for each in dialog.findChildren(QLabel)]
        assert not button(dialog, "next" if for_paper else "set").isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    asked = Questions()
    asked.parent = desk.window
    assert with_dialog(lambda: asked.new_password(WORDS, for_paper=for_paper), do) == "cancel"


def test_the_password_can_be_taken_away_where_there_is_one(desk: Desk) -> None:
    """With nothing typed."""
    asked = Questions()
    asked.parent = desk.window

    def remove(dialog: KnownPassword | NewPassword) -> None:
        button(dialog, "remove").click()

    assert with_dialog(lambda: asked.new_password(WORDS, held=True), remove) == "none"


def test_the_dialog_that_asks_says_that_it_was_wrong(desk: Desk) -> None:
    """Until something is typed; Escape gives none."""
    asked = Questions()
    asked.parent = desk.window

    def again(dialog: KnownPassword | NewPassword) -> None:
        assert WORDS.text("window.password.wrong") in [each.text() for each in dialog.findChildren(QLabel)]
        type_into(dialog.lines[0], "x")
        assert WORDS.text("window.password.wrong") not in [each.text() for each in dialog.findChildren(QLabel)]
        button(dialog, "open").click()

    def given_up(dialog: KnownPassword | NewPassword) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert with_dialog(lambda: asked.known_password(WORDS, "x", wrong=True), again) == Password("x")
    assert with_dialog(lambda: asked.known_password(WORDS, "x", wrong=False), given_up) is None


def test_the_window_goes_on_while_a_password_is_tried(desk: Desk, file: Path) -> None:
    """What takes long is done in another process: timers fire meanwhile."""
    fired: list[int] = []
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: fired.append(os.getpid()))
    timer.start()
    desk.answers.passwords = [Password(SECRET)]
    assert desk.window.filing.open_other(file)
    timer.stop()
    assert len(fired) > 3
    assert is_protected(file.read_bytes())
