"""Editors of several lines: long texts, and lists of one thing a line."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.editors.entry_line import KEPT_BY_POPUPS, is_undo
from desktop_app.ui.editors.writing import Writing, typed_text


class EntryArea(QPlainTextEdit):
    """A plain text that emits `typed` for a user's act only: a key, a committed composition, a paste, the context menu."""

    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editing = False
        self._known = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def show_text(self, text: str) -> None:
        """Show a text; emits nothing."""
        self._known = text
        self.setPlainText(text)

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self.typed.emit(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the program."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
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
        if not event.preeditString():
            self._tell()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, and tell."""
        super().insertFromMimeData(source)
        self._tell()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, delete or paste by the menu, and tell."""
        super().contextMenuEvent(event)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an entry."""
        super().focusInEvent(event)
        self.editing = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the entry."""
        super().focusOutEvent(event)
        if event.reason() not in KEPT_BY_POPUPS:
            self.editing = False
            self.left.emit()


class AreaEditor(Editor):
    """Several lines of text, read and written as the kind of the field says."""

    def __init__(self, writing: Writing, lines: int) -> None:
        super().__init__()
        self._writing = writing
        self._raw: Any = None
        self.area = EntryArea()
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * lines + 16)
        self.area.typed.connect(self._on_typed)
        self.area.left.connect(self._on_left)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the text area."""
        return (self.area,)

    def show_value(self, raw: Any) -> None:
        """Show a value; what is being typed and reads as it stays as it is."""
        self._raw = raw
        if not (self.area.editing and self._writing.read(self.area.toPlainText()) == raw):
            self._write()

    def _on_typed(self, text: str) -> None:
        self._raw = self._writing.read(text)
        self.enter(self._raw)

    def _on_left(self) -> None:
        self._write()
        self.leave()

    def _write(self) -> None:
        written = self._writing.edit(self._raw)
        text = typed_text(self._raw) if written is None else written
        if text != self.area.toPlainText():
            self.area.show_text(text)
