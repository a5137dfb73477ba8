"""What must never happen, whatever is done: an exception in a slot, a warning of Python's or of Qt's, a lost keyboard."""

import re
import sys
import traceback
import warnings
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

NOISE = re.compile(
    r"This plugin does not support (propagateSizeHints|raise|grabbing the (keyboard|mouse)|QPlatformServices::openDocument)"
)
"""What the bare screen says of itself."""
QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Watch:
    """Remembers everything that went wrong since it was looked at last."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        warnings.simplefilter("error")
        sys.excepthook = self._raised
        sys.unraisablehook = lambda raised: self._raised(raised.exc_type, raised.exc_value, raised.exc_traceback)
        qInstallMessageHandler(self._said)

    @staticmethod
    def end() -> None:
        """Leave exceptions and messages to those who looked at them before."""
        warnings.resetwarnings()
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _raised(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        self._seen.append("".join(traceback.format_exception(kind, error, trace)))

    def _said(self, kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind not in QUIET and not NOISE.match(message or ""):
            self._seen.append(f"Qt: {message}")

    def taken(self) -> list[str]:
        """Return what went wrong, and forget it."""
        seen, self._seen = self._seen, []
        return seen


def keyboard_lost() -> list[str]:
    """Return that the keyboard is nowhere, if it is: whoever types then types into nothing."""
    if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
        return []
    return [] if QApplication.focusWidget() is not None else ["the keyboard is nowhere"]
