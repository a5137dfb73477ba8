"""The beginning of the window: the application, its first picture, then all that works on contracts."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.ui.application import Application
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import installed_settings
from desktop_app.ui.typeface import add_faces

NAME = "contract-calculator"
PATIENCE = 1_000
"""Milliseconds after which a window that is nowhere in sight is not waited for any longer."""


def run(file: Path | None) -> int:
    """Show the window, with `file` open in it where one is given, until it is closed; return the exit status."""
    app = Application(sys.argv[:1])
    app.setApplicationName(NAME)
    add_faces()
    window = MainWindow(None, None, installed_settings(NAME))
    window.show_place(at_start=file is None)
    window.show()
    FirstPicture(window).wait()
    if not window.isVisible():
        return 0  # it was closed at once
    from desktop_app.ui.workday import work  # noqa: PLC0415 - loaded while the first picture is looked at

    return work(app, window, file)


class FirstPicture(QObject):
    """Waits until a window is painted; what its user does meanwhile is done once everything is there for it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._loop = QEventLoop()
        window.windowHandle().installEventFilter(self)

    def wait(self) -> None:
        """Come back with the picture on the screen."""
        QTimer.singleShot(PATIENCE, self._loop, self._loop.quit)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait no longer than the window is exposed, and painted for that."""
        if event.type() is QEvent.Type.Expose:
            QTimer.singleShot(0, self._loop, self._loop.quit)
        return False
