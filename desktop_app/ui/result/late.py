"""A place for a view that is made when it is first looked at, or asked of."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Late(QWidget, Generic[W]):
    """Holds the view, once there is one."""

    def __init__(self, make: Callable[[], W]) -> None:
        super().__init__()
        self._make = make
        self.made: W | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def view(self) -> W:
        """Return the view, made now if need be."""
        if self.made is None:
            self.made = self._make()
            self._box.addWidget(self.made)
            self.made.show()  # a layout that is in sight would show it later
        return self.made

    def showEvent(self, event: QShowEvent) -> None:
        """Be there, now that somebody looks."""
        self.view()
        super().showEvent(event)
