"""The beginning of the window: the application, its first picture, then all that works on contracts."""

import sys
from functools import partial
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from desktop_app.ui.application import Application
from desktop_app.ui.look import load_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings, settings_file

NAME = "contract-calculator"
PATIENCE = 1_000
"""Milliseconds after which a window that is nowhere in sight is not waited for any longer."""


def run(file: Path | None) -> int:
    """Show the window, with `file` open in it where one is given, until it is closed; return the exit status."""
    app = Application(sys.argv[:1])
    app.setApplicationName(NAME)
    load_fonts(app)
    settings = Settings(settings_file(), user_data_path(NAME, appauthor=False))
    window = MainWindow(None, None, settings)
    window.show_place(at_start=file is None)
    window.show()
    FirstPicture(window).wait()
    if not window.isVisible():
        return 0  # it was closed at once
    from desktop_app.ui.workday import work  # noqa: PLC0415 - loaded while the first picture is looked at

    app.open_with(lambda asked: window.begin(partial(window.filing.open_other, asked)))
    return work(app, window, file)


class FirstPicture(QObject):
    """Waits until a window is painted; what its user does meanwhile is done once everything is there for it."""

    def __init__(self, window: MainWindow) -> None:
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
