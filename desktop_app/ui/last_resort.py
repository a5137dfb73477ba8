"""What happens when something happens that should not: it is logged, said in words once, and the program goes on."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.storage.log import log_error


class LastResort(QObject):
    """Takes what no slot and no thread has caught. What was typed is in the journal already, so nothing has to be saved now."""

    _caught = Signal()

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell
        self._telling = False
        self._caught.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Take everything from now on."""
        sys.excepthook = self._take
        threading.excepthook = lambda told: self._take(told.exc_type, told.exc_value, told.exc_traceback)
        sys.unraisablehook = lambda told: log_error(told.exc_value or told.exc_type())  # of what is thrown away: nobody waits

    def _take(self, kind: type[BaseException], error: BaseException | None, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log_error(error if error is not None else kind())
        self._caught.emit()

    def _say(self) -> None:
        """Say it, once however often it happens while it is being said: a fault in the painting comes with every frame."""
        if not self._telling:
            self._telling = True
            try:
                self._tell()
            finally:
                self._telling = False
