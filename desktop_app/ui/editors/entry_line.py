"""One line of typing: tells a user's keys from the program's, selects all on entering, leaves undo to the program."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

STEP_KEYS = {
    Qt.Key.Key_Up: "+",
    Qt.Key.Key_Down: "-",
    Qt.Key.Key_PageUp: "[",
    Qt.Key.Key_PageDown: "]",
}
KEPT_BY_POPUPS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class EntryLine(QLineEdit):
    """A line edit that emits `typed` for a user's act only, composition included once it is committed, and `left` at its end."""

    typed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, step: Callable[[str, str], str | None] | None = None) -> None:
        super().__init__()
        self.editing = False
        self._step = step
        self._select_on_release = False
        self.textEdited.connect(self.typed)
        self.returnPressed.connect(self.left)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the program, which undoes entries, not letters."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step a day for a bookkeeper's key; everything else is typing."""
        stepped = self._stepped(event)
        if stepped is None:
            super().keyPressEvent(event)
            return
        self.setText(stepped)
        self.selectAll()
        self.typed.emit(stepped)

    def _stepped(self, event: QKeyEvent) -> str | None:
        if self._step is None or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            return None
        key = STEP_KEYS.get(Qt.Key(event.key()), event.text())
        replaced = self.selectedText() == self.text()
        return self._step(key, self.text()) or (self._step(key, "") if replaced else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an entry with everything selected, for it is usually replaced."""
        super().focusInEvent(event)
        if event.reason() in KEPT_BY_POPUPS and self.editing:
            return
        self.editing = True
        self.entered.emit()
        self.selectAll()
        self._select_on_release = event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all behind the click that entered, unless it drew a selection of its own."""
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the entry, unless a popup or another window only looks in."""
        super().focusOutEvent(event)
        if event.reason() not in KEPT_BY_POPUPS:
            self.editing = False
            self.left.emit()


def is_undo(event: QKeyEvent) -> bool:
    """Return whether a key is one of those that undo and redo."""
    pressed = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(pressed) and event.key() in {Qt.Key.Key_Z, Qt.Key.Key_Y}
