"""The application as the desktop speaks to it: on macOS a double click on a file asks the running program to open it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.tidying import tidy_up_here

STYLE = "Fusion"
"""What the style sheet is written for. Set later, it would have the bindings name every part of every style first."""
AGAIN = 200
"""Milliseconds until it is looked again whether a question still waits for its answer."""


class Application(QApplication):
    """Opens the files that the desktop asks for, one after the other, never below a question that waits for its answer."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__([*arguments, "-style", STYLE])
        tidy_up_here(self)
        self._asked: list[Path] = []
        self._opener: Callable[[Path], object] | None = None

    def open_with(self, opener: Callable[[Path], object]) -> None:
        """Have files opened by `opener` from now on, those that were asked for before it was there, too."""
        self._opener = opener
        QTimer.singleShot(0, self, self._open_next)

    def event(self, event: QEvent) -> bool:
        """Take the files that are to be opened."""
        if not isinstance(event, QFileOpenEvent) or not event.url().isLocalFile():
            return super().event(event)
        self._asked.append(Path(event.url().toLocalFile()))
        QTimer.singleShot(0, self, self._open_next)
        return True

    def _open_next(self) -> None:
        if self._opener is None or not self._asked:
            return
        if self.activeModalWidget() is None:
            self._opener(self._asked.pop(0))
        if self._asked:
            QTimer.singleShot(AGAIN, self, self._open_next)
