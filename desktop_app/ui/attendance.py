"""What attends the open contract: the journal of what is typed, the note beside its file for others."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.storage.presence import myself
from desktop_app.ui.presence import Presence
from desktop_app.ui.recovery import Recovery, unlocked_by_asking
from desktop_app.ui.workshop import Workshop


class Attendance:
    """Begins with the contract that is open, and ends with the application."""

    def __init__(
        self, app: QApplication, shop: Workshop, journals: Path, now: Callable[[], datetime], tell: Callable[[str], object]
    ) -> None:
        self._shop = shop
        self._recovery = Recovery(shop.session, journals, now, tell)
        self._recovery.recovering.connect(shop.filing.see)
        self._presence = Presence(shop.session, myself(now()))
        self._presence.found.connect(shop.decisions.tell_holder)
        self._presence.follow()
        app.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Leave nothing behind: what was open is saved or given up."""
        self._recovery.end()
        self._presence.end()

    def offer(self, file: Path | None) -> bool:
        """Ask about what was left behind (only of `file`, where one is to be opened); return whether it is open now."""
        shop = self._shop
        unlock = partial(unlocked_by_asking, shop.questions, shop.words(), shop.filing.tell_failure)
        is_open = self._recovery.offer(lambda left: shop.questions.recover(shop.words(), left), file, unlock)
        shop.decisions.tell_left_behind(self._recovery.count())
        return is_open

    def take_up(self) -> bool:
        """Ask about the rest, once the open contract is safe; return whether something of it is open now."""
        return self._shop.filing.may_leave() and self.offer(None)
