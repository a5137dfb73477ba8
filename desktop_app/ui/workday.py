"""What goes on as long as the window is there: its session, the journal, the note for others, the desktop's end."""

from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from platformdirs import user_log_path
from PySide6.QtGui import QSessionManager

from desktop_app.storage.log import log_into
from desktop_app.storage.presence import myself
from desktop_app.storage.rulebook import installed_rules
from desktop_app.ui.application import Application
from desktop_app.ui.filing import Filing
from desktop_app.ui.last_resort import LastResort
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.presence import Presence
from desktop_app.ui.questions import Questions
from desktop_app.ui.recovery import Recovery, unlocked_by_asking
from desktop_app.ui.session import Session
from desktop_app.wording.wording import wording

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
    recovery = Recovery(session, settings.data_folder / "recovery", now, partial(tell, "window.journal.failed"))
    presence = Presence(session, myself(now()))
    presence.found.connect(shop.decisions.tell_holder)
    app.aboutToQuit.connect(recovery.end)
    app.aboutToQuit.connect(presence.end)
    app.commitDataRequest.connect(lambda manager: end_session(manager, shop.filing))
    unlock = partial(unlocked_by_asking, questions, shop.words(), shop.filing.tell_failure)
    recovered = recovery.offer(lambda left: questions.recover(shop.words(), left), file, unlock)
    is_open = recovered or (file is not None and shop.filing.open_file(file))
    window.show_place(at_start=not is_open)
    window.show_contract(shop)
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
