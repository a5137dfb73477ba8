"""The looks that a monkey takes from time to time: at the other ways to say the same, back in time, and at another window."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QToolBar, QWidget

from desktop_app.document.draft import Draft, same
from desktop_app.document.typed_days import moment_entry
from desktop_app.storage.contract_file import save
from desktop_app.storage.protection import password_of
from desktop_app.ui.editors.writing import day_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.ui.monkey.acts import Act, command, key
from tests.ui.monkey.agreement import contract_in_sight, disagreements, list_named, shown_cards
from tests.ui.monkey.parts import in_front, parts_of
from tests.ui.monkey.seat import TODAY, Seat

MOST_STEPS = 60
POPUPS = 8
NO_SUCH_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def settled(seat: Seat, do: Callable[[Act], None]) -> None:
    """Close what has opened, and end what is being typed by going to the list of sections; section and view stay in sight."""
    for _ in range(POPUPS):
        if in_front(seat.window) is seat.window:
            break
        do(key("Key_Escape"))
    do(key("Key_Escape"))
    do(key(f"Key_{1 + list_named(seat.window, seat.words.text('window.sections')).currentIndex().row()}", "ControlModifier"))


def look(seat: Seat, do: Callable[[Act], None]) -> list[str]:
    """Return where window, file and command line disagree."""
    settled(seat, do)
    return disagreements(seat)


def look_back(seat: Seat, do: Callable[[Act], None]) -> list[str]:
    """Return what is otherwise after everything, or much of it, was undone and done again."""
    settled(seat, do)
    history, cards = seat.session.history, shown_cards(seat.window)
    steps = min(len(history.past), MOST_STEPS)
    for _ in range(steps):
        do(command("Ctrl+Z"))
    found = _at(seat, history.past[-steps].draft if steps else history.present, f"{steps} steps back")
    found += disagreements(seat)
    for _ in range(steps):
        do(command("Ctrl+Y"))
    found += _at(seat, history.present, f"{steps} steps forward again")
    found += [] if shown_cards(seat.window) == cards else ["the cards are not what they were before undo and redo"]
    return found


def _at(seat: Seat, draft: Draft, where: str) -> list[str]:
    history = seat.session.history
    other_password = password_of(seat.session.protection) != password_of(seat.session.saved_protection)
    changed = history.saved is None or not same(draft, history.saved) or other_password
    found = [] if history.present == draft else [f"{where} the draft is another"]
    return found if seat.window.isWindowModified() is changed else [*found, f"{where} the mark of changes is wrong"]


def look_after_crash(seat: Seat, do: Callable[[Act], None]) -> list[str]:
    """Return what is otherwise after the program was killed and has begun again."""
    settled(seat, do)
    before, changed, beside = seat.session.history.present, seat.session.can_be_lost, seat.session.beside
    password = password_of(seat.session.protection)
    seat.crash()
    if not changed:
        return [] if not seat.session.modified else ["after a crash there is a draft of which nothing was left"]
    found = [] if seat.session.history.present == before else ["after a crash the draft is another"]
    found += [] if seat.session.beside == beside else ["after a crash other variants stand beside it"]
    found += [] if password_of(seat.session.protection) == password else ["after a crash it is behind another password"]
    return found + disagreements(seat)


def look_beside(seat: Seat, do: Callable[[Act], None]) -> list[str]:
    """Return what a new window that opens the saved draft shows otherwise, section by section."""
    settled(seat, do)
    if not contract_in_sight(seat.window):
        return []
    number = len(list(seat.folder.glob("beside *.json")))  # another one each time: the one before may be open by now
    file = seat.folder / f"beside {number}.contract.json"
    save(file, seat.session.history.present)
    session = Session(seat.session.rules, TODAY)
    other = MainWindow(session, seat.answers, seat.settings)
    other.show_place(at_start=not other.filing.open_file(file))
    session.show_as_of(seat.session.as_of)
    other.resize(seat.window.size())
    other.show()
    QApplication.processEvents()
    found = []
    for i in range(7):
        for window in (other, seat.window):
            window.activateWindow()
            handle = window.windowHandle()
            QTest.keyClick(handle, Qt.Key(Qt.Key.Key_1 + i), Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(handle, Qt.Key(Qt.Key.Key_1 + i % 5), Qt.KeyboardModifier.AltModifier)
            QTest.keyClick(handle, Qt.Key(Qt.Key.Key_1 + i), Qt.KeyboardModifier.ControlModifier)
            QApplication.processEvents()
        here, there = shown(seat.window), shown(other)
        found += [f"section {i + 1}: {each} is not in a new window" for each in here if each not in there]
        found += [f"section {i + 1}: {each} is in a new window only" for each in there if each not in here]
    _leave(seat, other, session)
    return found


def _leave(seat: Seat, other: MainWindow, session: Session) -> None:
    other.close()
    other.deleteLater()
    session.deleteLater()
    seat.window.activateWindow()
    seat.answers.parent = seat.window
    QApplication.processEvents()


def shown(window: QWidget) -> list[str]:
    """Return what stands in the window, part by part, but for what it says of files and of undo, and the tool bar."""
    parts = (each for each in parts_of(window) if not _of_tool_bar(each) and not _below_a_table(each))
    return [f"{type(part).__name__} {part.accessibleName()}: {text}" for part in parts if (text := _text(part)) is not None]


def _text(part: QWidget) -> object:
    """Return what stands in a part; None where there is nothing to compare."""
    said: object = None
    match part:
        case QLineEdit():
            said = (_as_read(part.text().strip()), part.property("level"), part.accessibleDescription())
        case QPlainTextEdit():
            said = part.toPlainText()
        case QComboBox():
            said = part.currentText()
        case QAbstractButton() if part.isCheckable():
            said = part.isChecked()
        case QTableView():
            said = _cells(part)
        case _ if part.property("role") in {"card", "error", "missing", "warning"}:
            said = (part.accessibleDescription(), part.property("text"))
    return said


def _as_read(text: str) -> str:
    """Return a day of no calendar as a file has it, as which it stands in a new window: 2024/2/30, or 2/30 in whichever year."""
    read = moment_entry(text, TODAY) or ""
    return read if day_of(read) or not NO_SUCH_DAY.fullmatch(read) else read[5:]


def _cells(table: QTableView) -> list[object]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount())]


def _of_tool_bar(part: QWidget | None) -> bool:
    return part is not None and (isinstance(part, QToolBar) or _of_tool_bar(part.parentWidget()))


def _below_a_table(part: QWidget) -> bool:
    """Return whether a part shows the row that is chosen in a table, which is another in another window."""
    around = part.parentWidget()
    while around is not None:
        if any(isinstance(each, QTableView) for each in around.children()):
            return not isinstance(part, QTableView)
        around = around.parentWidget()
    return False
