"""What every editor is: it shows a value without emitting, and emits `edited` when its user changes it."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.plain import plain_tip, show_property

PAUSE = 1200
"""Milliseconds without a key after which an entry is taken to be meant as it stands."""


class Editor(QWidget):
    """A control for one value. `edited` is a user's act; `rested` says that an entry is done, for now or for good."""

    edited = Signal(object)
    refused = Signal(str)
    """In words, why what was typed or pasted was not taken."""
    rested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.being_typed = False
        self._told: tuple[str, ...] = ("", "")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.rest)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the widgets in it that take the keyboard, the first one first."""
        raise NotImplementedError

    def show_value(self, raw: Any) -> None:
        """Show a value of the draft; emits nothing."""
        raise NotImplementedError

    def enter(self, raw: Any) -> None:
        """Tell that the user has typed a value, perhaps not to its end."""
        self.being_typed = True
        self._pause.start()
        self.edited.emit(raw)

    def refuse(self, sentence: str) -> None:
        """Tell in words why what was typed or pasted was not taken; that stands until the entry goes on or is over."""
        self._pause.stop()
        self.refused.emit(sentence)

    def decide(self, raw: Any) -> None:
        """Tell that the user has chosen a value."""
        self.edited.emit(raw)
        self.leave()

    def rest(self) -> None:
        """Take the entry to be meant as it stands."""
        self._pause.stop()
        self.being_typed = False
        self.rested.emit()

    def leave(self) -> None:
        """Take the entry to be done: what comes next is another one."""
        self.rest()
        self.left.emit()

    def show_name(self, name: str) -> None:
        """Say to a screen reader what the field is called."""
        for control in self.controls():
            control.setAccessibleName(name)

    def show_finding(self, level: str, sentences: str, tip: str = "") -> None:
        """Mark the field as `error`, `warning`, `missing` or, with an empty level, as right; `tip` says what it is for."""
        self._told = (sentences, tip)
        for control in self.controls():
            show_property(control, "level", level)
            control.setAccessibleDescription(sentences or tip)
            control.setWhatsThis(plain_tip(tip))
        self.show_tip()

    def value_tip(self) -> str:
        """Return what the tip says of the value, nothing where that says all."""
        return ""

    def show_tip(self) -> None:
        """Have the tip say what is wrong, the value in other words, and what the field is for."""
        tip = plain_tip("\n".join(filter(None, (self._told[0], self.value_tip(), *self._told[1:]))))
        for control in self.controls():
            if control.toolTip() != tip:
                control.setToolTip(tip)

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self.controls()[0].setFocus()
