"""The program is killed in the middle of work: every variant of every quote that was open is offered again and comes back."""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy2
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.storage.records import Left, Recovered
from desktop_app.storage.rulebook import installed_rules
from desktop_app.ui.attendance import Attendance
from desktop_app.ui.inquiry.comparison_dialog import ComparisonDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Wish
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.workshop import Workshop
from desktop_app.wording.wording import Wording
from tests.scenarios.customer import example_file
from tests.storage.files import POSIX, run_python
from tests.ui.conftest import NOISE, TODAY
from tests.ui.desk import CONTROL, Answers, Desk

pytestmark = [POSIX, pytest.mark.qt_log_ignore(NOISE, extend=True)]

FEES = {"案A": "¥400,000", "案B": "¥410,000", "案C": "¥420,000"}
"""The initial fees of each variant: the contract as it is saved, and two others."""
KILLED = "import sys; from tests.scenarios.test_after_a_crash import be_killed; be_killed(sys.argv[1], sys.argv[2])"


class Witness(Answers):
    """Has everything recovered, and remembers what was offered."""

    offered: list[tuple[str, ...]]

    def recover(self, words: Wording, left: Left) -> Wish:  # noqa: ARG002 - whatever it is called
        """Agree."""
        assert isinstance(left, Recovered)
        self.offered.append(left.names)
        return "recover"


class Office:
    """A desk whose work is written down in a folder, as the program's is."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.answers = Witness(folder)
        self.answers.offered = []
        self.session = Session(installed_rules(), TODAY)
        self.window = MainWindow(None, None, Settings(folder / "settings" / "window.ini"))
        self.shop: Workshop = self.window.workshop(self.session, self.answers)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.attendance = Attendance(app, self.shop, folder / "recovery", lambda: datetime.now(UTC), self.answers.told.append)
        self.shop.decisions.taken_up.connect(lambda: self.window.begin(self.attendance.take_up))
        self.recovered = self.attendance.offer(None)
        self.window.show_contract(self.shop)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.desk = Desk(qtbot, self.window, self.session, self.answers)

    def comparison(self) -> ComparisonDialog:
        """Return the comparison that is open."""
        (found,) = [each for each in self.window.findChildren(ComparisonDialog) if each.isVisible()]
        return found

    def press(self, text: str) -> None:
        """Press the button of the comparison that is called so."""
        self.desk.window.views.actions["compare"].trigger()
        dialog = self.comparison()
        (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        button.click()
        self.close_comparison()

    def close_comparison(self) -> None:
        """Come back to the window."""
        self.comparison().close()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def fees(self) -> dict[str, str]:
        """Return the initial fees of each variant, as the window shows them."""
        found = {}
        for name in FEES:
            self.press(name)
            found[name] = self.desk.cards()["初期費用"]
        return found


def be_killed(folder: str, file: str) -> None:
    """Open a file, make two variants, look at the first again, which is as it was saved, and die."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop_app.ui.application import Application  # noqa: PLC0415 - a program of its own
    from desktop_app.ui.look import load_fonts  # noqa: PLC0415

    app = Application(sys.argv[:1])
    load_fonts(app)
    office = Office(QtBot.__new__(QtBot), Path(folder))
    office.desk.open(Path(file))
    for fee in ("310000", "320000"):
        office.desk.press(Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        office.close_comparison()
        office.desk.section(2)
        office.desk.type_into("初期費用（基本サービス）", fee)
    office.press("案A")
    sys.stdout.write("working")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def folder(tmp_path: Path, _fonts: None) -> Path:
    """Return where a program was killed that had a quote and two variants of it open."""
    done = run_python(KILLED, str(tmp_path), str(example_file(tmp_path, "02-terminated-mid-term")))
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "working"), done.stderr
    return tmp_path


@pytest.fixture
def offices(qtbot: QtBot, folder: Path) -> Iterator[Any]:
    """Yield what begins a program there."""
    begun: list[Office] = []

    def begin() -> Office:
        office = Office(qtbot, folder)
        qtbot.addWidget(office.window, before_close_func=lambda _: office.answers.give("discard"))
        office.answers.agrees = True
        begun.append(office)
        return office

    yield begin
    for each in begun:
        each.attendance.end()


def test_all_that_was_open_comes_back(offices: Any, folder: Path) -> None:
    """Each variant with its figures, though the one in the window was saved; what another window had open is offered next."""
    (left,) = (folder / "recovery").glob("*.journal")
    copy2(left, left.with_stem("of another window"))
    office = offices()
    assert office.recovered
    assert office.answers.offered == [("案A", "案B", "案C")]
    assert office.session.beside.name == "案A"
    assert not office.window.isWindowModified()
    assert office.fees() == FEES
    assert office.session.beside.name == "案C"
    (button,) = office.desk.buttons("復元する(&R)…")
    office.answers.agrees = False
    button.click()
    assert office.answers.asked[-1] == "lose 案B"
    assert len(office.answers.offered) == 1
    office.answers.agrees = True
    office.answers.give("discard")
    button.click()
    assert len(office.answers.offered) == 2
    assert office.session.beside.name == "案A"
    assert office.desk.buttons("復元する(&R)…") == []
    assert len(list((folder / "recovery").glob("*.journal"))) == 1
    office.desk.open(example_file(folder, "01-new-quote"))
    assert list((folder / "recovery").glob("*.journal")) == []


@pytest.mark.parametrize("meanwhile", [True, False])
def test_what_somebody_saved_since_then_is_not_written_over(offices: Any, *, meanwhile: bool) -> None:
    """A file that becomes another after its contract came back is asked about, as one that was opened; as it was it is saved."""
    office = offices()
    file = office.session.file
    if meanwhile:
        file.write_bytes(file.read_bytes() + b"\n")
    held = file.read_bytes()
    office.desk.section(2)
    office.desk.type_into("初期費用（基本サービス）", "330000")
    office.desk.press(Qt.Key.Key_S, CONTROL)
    assert office.answers.asked == ([f"changed {file.name}"] if meanwhile else [])
    assert (file.read_bytes() == held) is meanwhile
    assert office.window.isWindowModified() is meanwhile
