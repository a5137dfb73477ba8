"""Somebody at the window: finds controls as a screen reader does, types, pastes, clicks; and what they answer when asked."""

# ruff: noqa: ARG002 - the answers stand ready, whatever is asked

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QPageRanges, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.document.password import Password
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Answer, DiskAnswer, NewAnswer, Questions
from desktop_app.ui.session import Session
from desktop_app.wording.wording import Wording

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Answers(Questions):
    """Answers what a window asks without showing anything, and remembers what it was told."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.file: Path | None = None
        self.answer: Answer = "cancel"
        self.disk_answer: DiskAnswer = "cancel"
        self.agrees = False
        self.pages = ""
        self.passwords: list[Password] = []
        self.asked: list[str] = []
        self.told: list[str] = []
        self.details: list[str] = []

    def give(self, answer: Answer) -> None:
        """Answer so from now on when asked whether to keep changes."""
        self.answer = answer

    def file_to_open(self, words: Wording, folder: Path) -> Path | None:
        """Return the file that stands ready."""
        self.asked.append("open")
        return self.file

    def file_to_save(self, words: Wording, suggested: Path) -> Path | None:
        """Return the file that stands ready."""
        self.asked.append(f"save {suggested.name}")
        return self.file

    def paper_to_save(self, words: Wording, suggested: Path) -> Path | None:
        """Return the file that stands ready."""
        self.asked.append(f"paper {suggested.name}")
        return self.file

    def table_to_save(self, words: Wording, suggested: Path, kind: str) -> Path | None:
        """Return the file that stands ready."""
        self.asked.append(f"{kind} {suggested.name}")
        return self.file

    def table_to_read(self, words: Wording, folder: Path) -> Path | None:
        """Return the file that stands ready."""
        self.asked.append("table")
        return self.file

    def may_print(self, words: Wording, printer: QPrinter, pages: int) -> bool:
        """Print into the file that stands ready, the pages that stand ready; without one, do not."""
        self.asked.append(f"print {pages}")
        if self.file is not None:
            printer.setOutputFileName(str(self.file))
        if self.pages:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setPageRanges(QPageRanges.fromString(self.pages))
        return self.file is not None

    def image_to_read(self, words: Wording) -> Path | None:
        """Return the file that stands ready."""
        self.asked.append("image")
        return self.file

    def keep_changes(self, words: Wording, title: str) -> Answer:
        """Return the answer that stands ready."""
        self.asked.append(f"keep {title}")
        return self.answer

    def changed_on_disk(self, words: Wording, name: str) -> DiskAnswer:
        """Return the answer that stands ready."""
        self.asked.append(f"changed {name}")
        return self.disk_answer

    def overwrite(self, words: Wording, name: str) -> bool:
        """Return the answer that stands ready."""
        self.asked.append(f"overwrite {name}")
        return self.agrees

    def discard_changes(self, words: Wording, title: str) -> bool:
        """Return the answer that stands ready."""
        self.asked.append(f"discard {title}")
        return self.agrees

    def lose_variants(self, words: Wording, names: Sequence[str]) -> bool:
        """Return the answer that stands ready."""
        self.asked.append(f"lose {' '.join(names)}")
        return self.agrees

    def known_password(self, words: Wording, name: str, *, wrong: bool) -> Password | None:
        """Return the next password that stands ready."""
        self.asked.append(f"password {name}{' again' if wrong else ''}")
        return self.passwords.pop(0) if self.passwords else None

    def new_password(self, words: Wording, *, held: bool = False, for_paper: bool = False) -> NewAnswer:
        """Return the password that stands ready, or that there is to be none."""
        self.asked.append(f"new password{' held' if held else ''}{' paper' if for_paper else ''}")
        return self.passwords.pop(0) if self.passwords else "none" if held and self.agrees else "cancel"

    def tell(self, words: Wording, sentence: str, detail: str = "") -> None:
        """Remember what was said."""
        self.told.append(sentence)
        self.details.append(detail)


class Desk:
    """A window and its user."""

    def __init__(self, qtbot: QtBot, window: MainWindow, session: Session, answers: Answers) -> None:
        self.qtbot = qtbot
        self.window = window
        self.session = session
        self.answers = answers

    def named(self, kind: type[W], name: str) -> W:
        """Return the visible control that a screen reader calls `name`."""
        found = [each for each in self.window.findChildren(kind) if each.accessibleName() == name and each.isVisible()]
        assert len(found) == 1, (name, [each.accessibleName() for each in self.window.findChildren(kind) if each.isVisible()])
        return found[0]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QApplication.processEvents()

    def keys(self, text: str) -> None:
        """Type where the keyboard is, which may change with a key."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self.window, letter)

    def section(self, number: int) -> None:
        """Go to a section by its shortcut."""
        self.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)

    def type_into(self, name: str, text: str) -> QLineEdit:
        """Enter a line, type over what stands in it, and leave it by Tab."""
        line = self.typing(name, text)
        self.press(Qt.Key.Key_Tab)
        return line

    def typing(self, name: str, text: str) -> QLineEdit:
        """Enter a line and type over what stands in it, without leaving it."""
        line = self.named(QLineEdit, name)
        line.setFocus()
        if text.isascii():
            QTest.keyClicks(line, text)
        else:
            compose(line, text)
        return line

    def click_cell(self, table: QTableView, row: int, column: int) -> None:
        """Click a cell."""
        table.scrollTo(table.model().index(row, column))
        place = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def paste(self, text: str) -> None:
        """Paste a text where the keyboard is."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CONTROL)

    def open(self, file: Path) -> None:
        """Open a file by the shortcut."""
        self.answers.file = file
        self.press(Qt.Key.Key_O, CONTROL)

    def save(self, file: Path | None = None) -> None:
        """Save by the shortcut."""
        self.answers.file = file
        self.press(Qt.Key.Key_S, CONTROL)

    def undo(self) -> None:
        """Undo by the shortcut."""
        self.press(Qt.Key.Key_Z, CONTROL)

    def cards(self) -> dict[str, str]:
        """Return what each card says, by its first word."""
        names = [each.accessibleName() for each in self.window.findChildren(QWidget) if each.property("role") == "card"]
        return {name.partition(" ")[0]: name.partition(" ")[2] for name in names}

    def sentences(self, role: str) -> list[str]:
        """Return the sentences in sight of one level: `error`, `missing`, `warning`."""
        found = [each for each in self.window.findChildren(QWidget) if each.property("role") == role and each.isVisible()]
        return [str(each.property("text")) for each in found]

    def menu(self, name: str) -> QMenu:
        """Return the menu, or the menu in a menu, whose name begins so."""
        found = [each.menu() for each in self.window.findChildren(QAction) if each.menu() and each.text().startswith(name)]
        assert len(found) == 1, (name, found)
        return found[0]

    def buttons(self, text: str) -> list[QPushButton]:
        """Return the buttons in sight with these words."""
        return [each for each in self.window.findChildren(QPushButton) if each.text() == text and each.isVisible()]

    def rows(self, name: str) -> list[str]:
        """Return what a screen reader says of each row of a list."""
        model = self.named(QListView, name).model()
        rows = [model.index(i, 0) for i in range(model.rowCount())]
        return [str(each.data(Qt.ItemDataRole.AccessibleTextRole)) for each in rows]

    def come_back(self) -> None:
        """Come back to the window from another program."""
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.ActivationChange))

    def marked_sections(self) -> list[str]:
        """Return the sections in which something is to be looked at."""
        model = self.named(QListView, "入力する項目").model()
        rows = [model.index(i, 0) for i in range(model.rowCount())]
        return [str(each.data()) for each in rows if each.data(Qt.ItemDataRole.AccessibleDescriptionRole)]

    def focusable(self) -> Iterator[QWidget]:
        """Yield the controls in sight that take the keyboard."""
        for each in self.window.findChildren(QWidget):
            if (
                each.isVisible()
                and each.isEnabled()
                and each.focusPolicy() & Qt.FocusPolicy.TabFocus
                and each.focusProxy() is None
            ):
                yield each

    def as_of(self) -> date:
        """Return the day as of which the window looks."""
        return self.session.as_of


def compose(widget: QWidget, text: str) -> None:
    """Type by an input method: first composed, then committed."""
    event = QInputMethodEvent(text, [])
    QApplication.sendEvent(widget, event)
    committed = QInputMethodEvent("", [])
    committed.setCommitString(text)
    QApplication.sendEvent(widget, committed)


def wheel_over(widget: QWidget) -> None:
    """Turn the wheel over a control."""
    place = widget.rect().center()
    turned = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not the other way round
    )
    QApplication.sendEvent(widget, turned)
