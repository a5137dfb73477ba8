"""What every page of questions is: it shows the answers for a contract, and emits what its user decides."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.calculation.step import Path
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.scene import Scene


class Page(QWidget):
    """One kind of question. `edited` and `left` are a decision, one step to undo; `field_asked` the field that it is about."""

    edited = Signal(object, object)
    left = Signal()
    field_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene, self.words = scene, scene.words
        self.setProperty("role", "page")

    def show_subject(self, subject: Subject) -> None:
        """Show the answers for a contract."""
        raise NotImplementedError

    def rest(self) -> None:
        """Take nothing as true that is still being worked out: there is no contract to ask about."""

    def take_focus(self) -> None:
        """Put the keyboard where the question begins."""
        raise NotImplementedError

    def decide(self, path: Path, raw: Any) -> None:
        """Put a value into the draft, as one step of its own to undo."""
        self.left.emit()
        self.edited.emit(path, raw)
        self.left.emit()
