"""A program: a window whose every text looks like markup, gone through from end to end by somebody who looks at everything.

It prints what it saw, and what Python was asked to open and to reach meanwhile; what Qt opens is seen by a tracer of the system.
"""

# ruff: noqa: T201 - it tells its parent

import copy
import json
import os
import socket
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QMenu, QToolTip, QTreeView, QWidget

from desktop_app.document.draft import with_value
from desktop_app.document.fields import EACH, FIELDS, Kind
from desktop_app.ui.application import Application
from desktop_app.ui.look import load_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Questions
from desktop_app.ui.result.chart import ChartView
from desktop_app.ui.result.timeline import TimelineView
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from tests.cases.examples import rulebook, worked_examples
from tests.ui.desk import Answers
from tests.ui.monkey.parts import parts_of
from tests.ui.monkey.seat import TODAY

HOSTILE = (
    '<img src="file://hostile.invalid/markup.png"><a href="file:///hostile/markup.html">&amp;</a>![m](file:///hostile/markup.png)'
)
FILE_NAME = "<img src='markup.png'>&amp;.contract.json"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    '<image xlink:href="/hostile/markup.png" width="9" height="9"/></svg>'
)
VALUES = {
    Kind.TEXT_LIST: [HOSTILE],
    Kind.IMAGE: b64encode(SVG.encode()).decode("ascii"),
}
"""What stands for that text where a field takes another kind: a picture that names another one."""
FREE = {Kind.TEXT, Kind.LONG_TEXT}
FILE = {"format", "version"}
"""By what a file is told to be one: with another text there it is not opened."""
CHECKED = {"format", "digest", "issuer.registration_number"}
"""Fields for texts of which not every text is right."""
DIALOGS = ("issuer", "about", "shortcuts", "forecast", "compare", "import_counts")
QUESTIONS = ("curve", "outages", "deadlines", "months", "readings")
ROWS = 30
ACROSS = 40
"""Places along a picture at which the mouse rests."""

found: list[str] = []
seen: set[str] = set()


def audit(event: str, args: tuple[Any, ...]) -> None:
    """Remember what was opened by a name of those texts, and each socket that could leave the machine."""
    if event == "open" and str(args[0]).endswith(("markup.png", "markup.html")):
        found.append(f"open {args[0]}")
    if event == "socket.__new__" and args[1] in {socket.AF_INET, socket.AF_INET6}:
        found.append(f"socket {args[1]}")
    if event in {"socket.connect", "socket.bind"} and args[0].family in {socket.AF_INET, socket.AF_INET6}:
        found.append(f"{event} {args[1]}")
    if event == "socket.getaddrinfo":
        found.append(f"{event} {args[0]}")


def hostile(contract: Any, *, everywhere: bool) -> Any:
    """Return a contract with that text in every field for a text, or in every field that there is."""
    held = copy.deepcopy(contract)
    for field in FIELDS:
        wanted = (field.kind is not Kind.PART and field.key not in FILE) if everywhere else field.kind in FREE
        if not wanted or (not everywhere and field.key in CHECKED):
            continue
        for path in _places(held, field.path):
            held = with_value(held, path, VALUES.get(field.kind, HOSTILE))
    return held


def _places(held: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the addresses that a field has in a contract: one, or one in each item of its list."""
    if EACH not in path:
        if not isinstance(held.get(path[0]), list):
            yield path
        return
    at = path.index(EACH)
    for number in range(len(held.get(path[0]) or []) if at == 1 else 0):
        yield (*path[:at], number, *path[at + 1 :])


class Looker:
    """Looks at all of a window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers = Answers(folder)
        self.session = Session(rulebook(), TODAY)
        self.window = MainWindow(self.session, self.answers, Settings(folder / "settings" / "window.ini"))
        self.window.resize(1280, 900)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def open(self, contract: Any) -> None:
        """Open a contract, under a name that looks like markup, too."""
        file = self.folder / FILE_NAME
        file.write_text(json.dumps(contract, ensure_ascii=False), "utf-8")
        self.answers.give("discard")
        self.window.begin(partial(self.window.filing.open_other, file))
        QApplication.processEvents()
        if self.session.history.present["title"] != contract["title"]:
            sys.exit(f"not opened: {self.answers.told}")

    def look(self, front: QWidget | None = None) -> None:
        """Have everything painted, and every tip shown, of a window."""
        QApplication.processEvents()
        front = front or self.window
        front.grab()
        for part in parts_of(front):
            text = part.property("text")
            if isinstance(text, str) and "markup.png" in text:
                seen.add(f"text of {type(part).__name__}")
            for place in _restings(part):
                self._rest(part, place)
        QToolTip.hideText()

    @staticmethod
    def _rest(part: QWidget, place: QPoint) -> None:
        """Let the mouse rest somewhere until the tip comes."""
        QApplication.sendEvent(part, QHelpEvent(QEvent.Type.ToolTip, place, part.mapToGlobal(place)))
        if QToolTip.isVisible():
            if "markup.png" in QToolTip.text():
                seen.add(f"tip of {type(part).__name__}")
            for each in QApplication.topLevelWidgets():
                if isinstance(each, QLabel):
                    each.grab()

    def sections_and_tabs(self) -> None:
        """Look at every section and at every view of the result."""
        for name, action in self.window.views.actions.items():
            if name.startswith(("section.", "tab.")):
                action.trigger()
                for tree in self.window.findChildren(QTreeView):
                    tree.expandAll()
                self.look()
        self.window.views.actions["tab.paper"].trigger()
        QTest.qWait(1500)
        self.look()
        for name in QUESTIONS:
            self.window.views.actions[f"inquiry.{name}"].trigger()
            self.look()

    def menus(self) -> None:
        """Open every menu, those in menus too."""
        for menu in self.window.menuBar().findChildren(QMenu):
            menu.popup(QPoint(10, 10))
            QApplication.processEvents()
            if any("markup.png" in each.text() for each in menu.actions()):
                seen.add("entry of a menu")
            menu.grab()
            menu.close()

    def dialogs(self) -> None:
        """Open every dialog."""
        table = self.folder / "counts.csv"
        table.write_text(f"{HOSTILE.replace(chr(34), chr(39))},年月,アカウント数\n{FILE_NAME},2024年9月,1000\n", "utf-8")
        self.answers.file = table
        for name in DIALOGS:
            self.window.views.actions[name].trigger()
            QApplication.processEvents()
            for dialog in self.window.findChildren(QDialog):
                if dialog.isVisible():
                    seen.add(name)
                    self.look(dialog)
                    dialog.close()
        QApplication.processEvents()

    def boxes(self) -> None:
        """Be asked and told everything that names something."""
        ask, words = Questions(), self.window.views.scene.words
        ask.parent = self.window
        for act in (
            partial(ask.tell, words, HOSTILE, HOSTILE),
            partial(ask.keep_changes, words, HOSTILE),
            partial(ask.changed_on_disk, words, HOSTILE),
            partial(ask.overwrite, words, HOSTILE),
            partial(ask.discard_changes, words, HOSTILE),
            partial(ask.lose_variants, words, [HOSTILE, FILE_NAME]),
            partial(ask.known_password, words, HOSTILE, wrong=True),
            partial(ask.file_to_save, words, self.folder / FILE_NAME),
        ):
            self._asked(act)

    def _asked(self, act: Callable[[], object]) -> None:
        """Do what asks, look at the question, and leave it."""

        def leave() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QDialog)
            seen.add(type(box).__name__)
            self.look(box)
            box.reject()

        QTimer.singleShot(0, self.window, leave)
        act()

    def start_page(self) -> None:
        """Look at the first page with what was open last."""
        self.window.go_to_start()
        seen.add("first page")
        self.look()


def _restings(part: QWidget) -> Iterator[QPoint]:
    """Yield where the mouse rests on a part: on each entry of a list, all along a picture, else in the middle."""
    view = part.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is part and view.model() is not None:
        columns = 1 if isinstance(view.model(), QAbstractListModel) else view.model().columnCount()
        for row in range(min(view.model().rowCount(), ROWS)):
            for column in range(columns):
                yield view.visualRect(view.model().index(row, column)).center()
    elif isinstance(part, TimelineView | ChartView):
        for step in range(ACROSS):
            for down in (0.25, 0.5, 0.75):
                yield QPoint(part.width() * step // ACROSS, int(part.height() * down))
    else:
        yield part.rect().center()


def careless() -> None:
    """Do what must not be done, to see that it would be noticed."""
    label = QLabel(HOSTILE)
    label.show()
    label.grab()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as reaching:
        reaching.connect_ex(("127.0.0.1", 9))


def main(folder: Path, *, is_careless: bool) -> None:
    """Go through everything."""
    sys.addaudithook(audit)
    app = Application(["window"])
    load_fonts(app)
    if is_careless:
        careless()
    else:
        looker = Looker(folder)
        examples = {each.name: each.contract for each in worked_examples()}
        for name, everywhere in (
            ("02-terminated-mid-term", False),
            ("12-every-kind-of-outage", False),
            ("12-every-kind-of-outage", True),
        ):
            looker.open(hostile(examples[name], everywhere=everywhere))
            looker.sections_and_tabs()
        looker.menus()
        looker.open(hostile(examples["02-terminated-mid-term"], everywhere=False))
        looker.dialogs()
        looker.boxes()
        looker.start_page()
    print(json.dumps({"found": found, "seen": sorted(seen)}, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_careless="careless" in sys.argv)
