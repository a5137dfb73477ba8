"""A seat at the program: a window with its session, the answers to what it asks, and a folder of files to work with."""

import json
import shutil
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.document.password import Password
from desktop_app.storage import protection
from desktop_app.storage.journal import SUFFIX
from desktop_app.storage.protection import password_of
from desktop_app.storage.records import Left
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Answer, Wish
from desktop_app.ui.recovery import Recovery, unlocked_left
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.wording.wording import Wording, wording
from tests.cases.age_files import age_file
from tests.cases.examples import RESOURCES, rulebook, worked_examples
from tests.ui.desk import Answers
from tests.ui.monkey.parts import in_front, parts_of
from tests.ui.monkey.texts import SECRET

TODAY = date(2024, 12, 10)
FIRST_SIZE = (1280, 800)
HOSTILE = {
    "broken.contract.json": b"{",
    "empty.contract.json": b"",
    "list.contract.json": b"[]",
    "cp932.contract.json": '{"format":"contract-calculator","title":"見積"}'.encode("cp932"),
    "foreign.contract.json": b'{"format":"something else","version":1}',
    "picture.png": b"\x89PNG\r\n\x1a\n not one",
    "counts.csv": "年月,アカウント数\n2024年7月,1100\n2024年8月,x\n2025年1月,900\n".encode(),
}


def filled(folder: Path) -> Path:
    """Fill a folder with contracts to open: the samples, the worked examples, and files that are none."""
    for sample in sorted((RESOURCES / "samples").glob("*.json")):
        shutil.copyfile(sample, folder / sample.name)
    for example in worked_examples():
        (folder / f"{example.name}.contract.json").write_text(json.dumps(example.contract, ensure_ascii=False), "utf-8")
    for name, content in HOSTILE.items():
        (folder / name).write_bytes(content)
    sample = (folder / "mid-term-termination.contract.json").read_bytes()
    (folder / "behind.contract.json").write_bytes(age_file(sample, SECRET))
    return folder


def make_passwords_easy() -> None:
    """Put behind passwords by another hand, which makes them easy to try: a real one takes a second each time."""
    protection._encrypted = age_file  # noqa: SLF001 - that it is as hard as it has to be is tested by itself


class Seat:
    """Where somebody sits; when the window is closed, the program is started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(folder / "settings" / "window.ini")
        self.answers = Answers(folder)
        self.told_by_recovery: list[str] = []
        self._parts: list[QWidget] = []
        self.start()

    def start(self) -> None:
        """Start the program."""
        self.session = Session(rulebook(), TODAY)
        self.window = MainWindow(self.session, self.answers, self.settings)
        self.recovery = Recovery(self.session, self.folder / "recovery", _now, self.told_by_recovery.append)
        self.recovery.recovering.connect(self.window.filing.see)
        self.window.resize(*FIRST_SIZE)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        self.moved()

    def stand_ready(self, answer: Answer = "cancel", file: str = "", agrees: bool = False, *passwords: str) -> None:  # noqa: FBT001, FBT002
        """Have answers ready for what is asked next: keep changes or not, which file, yes or no, passwords in their order."""
        answers = self.answers
        answers.answer, answers.agrees = answer, agrees
        answers.file = self.folder / file if file else None
        answers.passwords = [Password(each) for each in passwords]

    def parts(self) -> list[QWidget]:
        """Return what is in sight of what is in front, looked for once between two acts."""
        if not self._parts:
            self._parts = parts_of(in_front(self.window))
        return self._parts

    def moved(self) -> None:
        """Take note that something may have changed."""
        self._parts = []

    def start_again_when_closed(self) -> None:
        """Start the program anew when its user has left it."""
        if not self.window.isVisible():
            self.leave()
            self.start()

    def crash(self) -> None:
        """End the program as if it was killed, and start it again: its journal stays, unlocked, and is what is gone on with."""
        password = password_of(self.session.protection)
        journals = {each: each.read_bytes() for each in (self.folder / "recovery").glob(f"*{SUFFIX}")}
        self.leave()
        for file, content in journals.items():
            file.write_bytes(content)
        self.start()
        if self.recovery.offer(_recovering, None, partial(unlocked_left, password=password)):
            self.window.show_place(at_start=False)

    def leave(self) -> None:
        """Close the window, whatever is in it, and let go of it."""
        self.stand_ready("discard", "", True)  # noqa: FBT003 - agreed
        self.window.close()
        self.recovery.end()
        for each in (self.window, self.session, self.recovery):
            each.deleteLater()
        self.moved()

    @property
    def words(self) -> Wording:
        """The words of the window's language."""
        return wording(self.settings.language)


def _now() -> datetime:
    return datetime(2024, 12, 10, 9, 30, tzinfo=UTC)


def _recovering(_left: Left) -> Wish:
    return "recover"
