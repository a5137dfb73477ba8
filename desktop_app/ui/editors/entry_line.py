"""One line of typing: tells a user's keys from the program's, selects all on entering, leaves undo to the program."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from desktop_app.document.extent import LONGEST_TEXT
from desktop_app.ui.editors.typing_keys import KEPT_BY_POPUPS, committing, is_undo, step_of

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
FITS = QRegularExpression(f"(?s).{{0,{LONGEST_TEXT}}}")


class EntryLine(QLineEdit):
    """A line edit that emits `typed` for a user's act only, composition included once it is committed, and `left` at its end.

    What would make its text too long is not taken at all, and `refused`.
    """

    typed = Signal(str)
    entered = Signal()
    left = Signal()
    refused = Signal()

    def __init__(self, step: Callable[[str, str], str | None] | None = None) -> None:
        super().__init__()
        self.setMaxLength(2 * LONGEST_TEXT + 1)  # of halves of letters; what is longer is cut, and too long all the same
        self.setValidator(QRegularExpressionValidator(FITS, self))
        self.inputRejected.connect(self.refused)
        self.editing = False
        self.goes_on = True
        """Whether Enter goes on to the next field, as it does in a form."""
        self._step = step
        self.composed = ""
        """What an input method is at work on."""
        self._untold = False
        self._select_on_release = False
        self.textEdited.connect(self._on_text_edited)

    def written(self) -> str:
        """Return what stands in the line."""
        return self.text()

    def write(self, text: str) -> None:
        """Put a text into the line; emits nothing."""
        self.setText(text)
        self.setCursorPosition(0)
        if self.editing:
            self.selectAll()

    @property
    def composing(self) -> bool:
        """Whether an input method is at work, whose text is not typed yet."""
        return bool(self.composed)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the program, which undoes entries, not letters."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step a day for a bookkeeper's key, go on with Enter; everything else is typing."""
        stepped = self._stepped(event)
        if stepped is not None:
            self.setText(stepped)
            self.selectAll()
            self.typed.emit(stepped)
        elif event.key() in ENTER and self.goes_on:
            self.left.emit()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _stepped(self, event: QKeyEvent) -> str | None:
        if self._step is None:
            return None
        key = step_of(event)
        if not key:
            return None
        replaced = self.selectedText() == self.text()
        return self._step(key, self.text()) or (self._step(key, "") if replaced else None)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, which may take out what was selected; tell once something is committed, or the composition given up."""
        self.composed = event.preeditString()
        super().inputMethodEvent(event)
        if self._untold and (event.commitString() or not self.composed):
            self._untold = False
            self.typed.emit(self.text())

    def _on_text_edited(self) -> None:
        self._untold = self.composing
        if not self._untold:
            self.typed.emit(self.text())

    def keep_composed(self) -> None:
        """Take what an input method is at work on as typed, as it stands."""
        if self.composed:
            self.inputMethodEvent(committing(self.composed))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an entry with everything selected, for it is usually replaced."""
        super().focusInEvent(event)
        if event.reason() in KEPT_BY_POPUPS and self.editing:
            return
        self.editing = True
        self.entered.emit()
        if self.goes_on or not self.isModified():  # in a cell an input method may have committed something before
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
        if event.reason() not in KEPT_BY_POPUPS:
            self.keep_composed()
        super().focusOutEvent(event)
        if event.reason() not in KEPT_BY_POPUPS:
            self.editing = False
            self.left.emit()
