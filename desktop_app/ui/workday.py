"""What goes on as long as the window is there: its session, the journal, the note for others, the desktop's end."""

from datetime import datetime, timedelta, timezone
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_log_path
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QSessionManager

from desktop_app.storage.log import log_into
from desktop_app.storage.rulebook import installed_rules
from desktop_app.ui.application import Application
from desktop_app.ui.filing import Filing
from desktop_app.ui.last_resort import LastResort
from desktop_app.ui.look import program_icon
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.wording.wording import wording

if TYPE_CHECKING:
    from desktop_app.ui.attendance import Attendance

JAPAN = timezone(timedelta(hours=9))


def work(app: Application, window: MainWindow, file: Path | None) -> int:
    """Let a window work on contracts, on that in `file` where one is given, until it is closed; return the exit status."""
    settings, questions = window.settings, Questions()

    def tell(key: str, detail: str = "") -> None:
        questions.tell(wording(settings.language), wording(settings.language).text(key), detail)

    log = log_into(user_log_path(app.applicationName(), appauthor=False))
    last_resort = LastResort(partial(tell, "window.unexpected", str(log or "")))
    last_resort.watch()
    session = Session(installed_rules(), now().date())
    shop = window.workshop(session, questions)
    app.commitDataRequest.connect(lambda manager: end_session(manager, shop.filing))
    journals = shop.filing.journals

    @cache
    def attendance() -> "Attendance":
        from desktop_app.ui.attendance import Attendance  # noqa: PLC0415 - where nothing was left behind, the contract comes first

        return Attendance(app, shop, journals, now, partial(tell, "window.journal.failed"))

    recovered = any(journals.glob("*")) and attendance().offer(file)
    is_open = recovered or (file is not None and shop.filing.open_file(file))
    if is_open:
        shop.begin_views(window.stage, window.look())
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    window.show_place(at_start=not is_open)
    window.show_contract(shop)
    app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    shop.decisions.taken_up.connect(lambda: window.begin(attendance().take_up))
    attendance()
    app.setWindowIcon(program_icon())
    app.open_with(lambda asked: window.begin(partial(shop.filing.open_other, asked)))
    return app.exec()


def now() -> datetime:
    """Return the time in Japan."""
    return datetime.now(JAPAN)


def end_session(manager: QSessionManager, filing: Filing) -> None:
    """Let the desktop session end once what is open is saved or given up; stop it where its user wants to stay."""
    if not manager.allowsInteraction():
        return
    if filing.leave():
        manager.release()
    else:
        manager.cancel()
