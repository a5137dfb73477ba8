"""What is to be decided while work goes on: a file that became another, what a crash left behind, our own details to be given."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.document.draft import value_at
from desktop_app.ui.disk import DiskWatch, Seen, State
from desktop_app.ui.filing import ISSUER, Filing
from desktop_app.ui.notices import Notice
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings

ON_DISK = {"changed": ("reload", "save_as", "keep"), "gone": ("save_as", "keep")}


class Decisions(QObject):
    """Says what is to be decided now, and does what was; `changed` when there is something else to be decided."""

    changed = Signal()
    taken_up = Signal()
    """What was left behind by other programs is to be taken up."""

    def __init__(self, session: Session, filing: Filing, settings: Settings, ask_issuer: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._filing, self._settings = session, filing, settings
        self._ask_issuer = ask_issuer
        self._left_so: tuple[Path, State, Seen | None] | None = None
        self._found: tuple[Path, State, Seen | None] | None = None
        self.holder = ""
        self._left_behind = 0
        self._watch = DiskWatch(self)
        self._watch.found.connect(self._on_found)

    def look(self) -> None:
        """Look in the background what became of the open file."""
        if self._session.file is not None:
            self._watch.look(self._session.file, self._filing.seen)

    def _on_found(self, file: Path, state: State, now: Seen | None) -> None:
        if file == self._session.file:
            self._found = (file, state, now)
            self._filing.on_disk = "same" if self._found == self._left_so else state
            self.changed.emit()

    def notice(self) -> Notice | None:
        """Return what is to be decided first, None when there is nothing."""
        file = self._session.file
        if file is not None and self._filing.on_disk in ON_DISK:
            return Notice(self._filing.on_disk, "warning", ON_DISK[self._filing.on_disk], file.name)
        if self._left_behind:
            return Notice("left_behind", "warning", ("take_up", "later"), str(self._left_behind))
        if file is None and not self._settings.issuer_declined and self._lacks_issuer():
            return Notice("issuer", "hint", ("give", "decline"))
        if self.holder:
            return Notice("open_elsewhere", "warning", ("understood",), self.holder)
        if self._filing.backup_failure is not None:
            return Notice("no_backup", "warning", ("understood",), str(self._filing.backup_failure.path))
        return None

    def tell_holder(self, holder: str) -> None:
        """Say who else has the open file open; nobody when it is empty."""
        self.holder = holder
        self.changed.emit()

    def tell_left_behind(self, count: int) -> None:
        """Say how many drafts are left behind about which nothing was decided yet."""
        self._left_behind = count
        self.changed.emit()

    def _lacks_issuer(self) -> bool:
        return not value_at(self._session.history.present, ISSUER) and not self._settings.issuer

    def decide(self, name: str, choice: str) -> None:
        """Do what was chosen of a notice."""
        match name, choice:
            case _, "reload":
                self._filing.reload()
            case _, "save_as":
                self._filing.save_as()
            case _, "keep":
                self._left_so, self._filing.on_disk = self._found, "same"
            case "open_elsewhere", _:
                self.holder = ""
            case "left_behind", "take_up":
                self.taken_up.emit()
            case "left_behind", "later":
                self._left_behind = 0
            case "no_backup", _:
                self._filing.backup_failure = None
            case "issuer", "give":
                self._ask_issuer()
            case "issuer", "decline":
                self._settings.issuer_declined = True
        self.changed.emit()
