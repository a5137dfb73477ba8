"""Editors of several lines: long texts, and lists of one thing a line."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout

from desktop_app.ui.editors.typed_editor import TypedEditor
from desktop_app.ui.editors.typing_keys import KEPT_BY_POPUPS, committing, is_undo
from desktop_app.ui.editors.writing import Writing

BORDERS = 16


class EntryArea(QPlainTextEdit):
    """A plain text that emits `typed` for a user's act only: a key, a committed composition, a paste, the context menu.

    What would make it longer than it may be is not taken at all, and `refused`.
    """

    typed = Signal(str)
    entered = Signal()
    left = Signal()
    refused = Signal()

    def __init__(self, lines: int, fits: Callable[[str], bool]) -> None:
        super().__init__()
        self.editing = False
        self._lines, self._fits = lines, fits
        self._known = ""
        self._composed = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room that the lines take in the letters that hold."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + BORDERS)

    def written(self) -> str:
        """Return what stands in the area."""
        return self.toPlainText()

    def write(self, text: str) -> None:
        """Put a text into the area; emits nothing."""
        self._known = text
        self.setPlainText(text)

    @property
    def composing(self) -> bool:
        """Whether an input method is at work, whose text is not typed yet."""
        return bool(self._composed)

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._known and not self._fits(text):
            self._take_back()
        elif text != self._known:
            self._known = text
            self.typed.emit(text)

    def _take_back(self) -> None:
        """Have the text as it was before the user's last act."""
        place = self.textCursor().position() - (self.document().characterCount() - 1)
        self.setPlainText(self._known)
        cursor = self.textCursor()
        cursor.setPosition(max(0, self.document().characterCount() - 1 + place))
        self.setTextCursor(cursor)
        self.refused.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the program, which undoes entries, not letters."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and tell."""
        super().keyPressEvent(event)
        self._tell()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; tell once something is committed."""
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        if not self._composed:
            self._tell()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, and tell."""
        if not self._fits(source.text()):  # to break it into lines first would take long
            self.refused.emit()
            return
        super().insertFromMimeData(source)
        self._tell()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu to cut, delete or paste by; what is chosen is told once it is done."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped, from elsewhere in the text too, and tell."""
        super().dropEvent(event)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an entry."""
        super().focusInEvent(event)
        self.editing = True
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the entry, with what was being composed, unless a popup or another window only looks in."""
        ended = event.reason() not in KEPT_BY_POPUPS
        if ended and self._composed:
            self.inputMethodEvent(committing(self._composed))
        super().focusOutEvent(event)
        if ended:
            self.editing = False
            self.left.emit()


class AreaEditor(TypedEditor):
    """Several lines of text, read and written as the kind of the field says."""

    def __init__(self, writing: Writing, lines: int) -> None:
        area = EntryArea(lines, writing.fits)
        super().__init__(writing, area)
        self.area = area
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)
