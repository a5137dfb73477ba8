"""A seat at the program: a window with its session, the answers to what it asks, and a folder of files to work with."""

import json
import shutil
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.wording.wording import Wording, wording
from tests.cases.examples import RESOURCES, rulebook, worked_examples
from tests.ui.desk import Answers

TODAY = date(2024, 12, 10)
FIRST_SIZE = (1280, 800)
HOSTILE = {
    "broken.contract.json": b"{",
    "empty.contract.json": b"",
    "list.contract.json": b"[]",
    "cp932.contract.json": '{"format":"contract-calculator","title":"見積"}'.encode("cp932"),
    "foreign.contract.json": b'{"format":"something else","version":1}',
    "picture.png": b"\x89PNG\r\n\x1a\n not one",
}


def filled(folder: Path) -> Path:
    """Fill a folder with contracts to open: the samples, the worked examples, and files that are none."""
    for sample in sorted((RESOURCES / "samples").glob("*.json")):
        shutil.copyfile(sample, folder / sample.name)
    for example in worked_examples():
        (folder / f"{example.name}.contract.json").write_text(json.dumps(example.contract, ensure_ascii=False), "utf-8")
    for name, content in HOSTILE.items():
        (folder / name).write_bytes(content)
    return folder


class Seat:
    """Where somebody sits; when the window is closed, the program is started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(folder / "settings" / "window.ini")
        self.answers = Answers(folder)
        self.start()

    def start(self) -> None:
        """Start the program."""
        self.session = Session(rulebook(), TODAY)
        self.window = MainWindow(self.session, self.answers, self.settings)
        self.window.resize(*FIRST_SIZE)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def start_again_when_closed(self) -> None:
        """Start the program anew when its user has left it."""
        if not self.window.isVisible():
            self.leave()
            self.start()

    def leave(self) -> None:
        """Close the window, whatever is in it, and let go of it."""
        self.answers.give("discard")
        self.window.close()
        self.window.deleteLater()
        self.session.deleteLater()

    @property
    def words(self) -> Wording:
        """The words of the window's language."""
        return wording(self.settings.language)
