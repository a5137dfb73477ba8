"""The files used last, kept in the settings: used, forgotten, pinned."""

from datetime import date
from pathlib import Path

from desktop_app.document.draft import Draft, value_at
from desktop_app.storage.recent import Recent, with_pin_turned, with_used, without
from desktop_app.ui.settings import Settings


class RecentFiles:
    """What a user does to the list."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def use(self, file: Path, draft: Draft, day: date) -> None:
        """Put a file on top that was opened or saved on a day with this draft in it."""
        customer = value_at(draft, ("customer", "name"))
        used = Recent(file.absolute(), customer if isinstance(customer, str) else "", day)
        self._settings.recents = with_used(self._settings.recents, used)
        self._settings.folder = used.file.parent

    def forget(self, file: Path) -> None:
        """Take a file out."""
        self._settings.recents = without(self._settings.recents, file)

    def turn_pin(self, file: Path) -> None:
        """Keep a file in the list, or no longer."""
        self._settings.recents = with_pin_turned(self._settings.recents, file)

    def forget_all(self) -> None:
        """Empty the list, but for what is pinned."""
        self._settings.recents = tuple(each for each in self._settings.recents if each.pinned)
