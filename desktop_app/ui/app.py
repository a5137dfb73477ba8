"""The beginning of the window: the application, the fonts, the session, the file to open, and the end of the desktop session."""

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from desktop_app.storage.rulebook import installed_rules
from desktop_app.ui.filing import Filing
from desktop_app.ui.look import load_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings, settings_file

JAPAN = timezone(timedelta(hours=9))


def run(file: Path | None) -> int:
    """Show the window, with `file` open in it where one is given, until it is closed; return the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    app.setApplicationName("contract-calculator")
    load_fonts(app)
    session = Session(installed_rules(), datetime.now(JAPAN).date())
    window = MainWindow(session, Questions(), Settings(settings_file()))
    app.commitDataRequest.connect(lambda manager: end_session(manager, window.filing))
    window.show_place(at_start=file is None)
    window.show()
    if file is not None and not window.filing.open_file(file):
        window.show_place(at_start=True)
    return app.exec()


def end_session(manager: QSessionManager, filing: Filing) -> None:
    """Let the desktop session end once what is open is saved or given up; stop it where its user wants to stay."""
    if not manager.allowsInteraction():
        return
    if filing.leave():
        manager.release()
    else:
        manager.cancel()
