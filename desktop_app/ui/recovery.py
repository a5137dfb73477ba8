"""What is typed is written down as it is typed; after a crash it is offered again."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.document.draft import Draft
from desktop_app.document.password import Password
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import Journal, remainders, remove
from desktop_app.storage.log import log_error
from desktop_app.storage.protection import Protection
from desktop_app.storage.records import Left, Locked, Opened, Recovered, unlocked
from desktop_app.ui.disk import Seen
from desktop_app.ui.locks import opened_by_asking
from desktop_app.ui.questions import Questions, Wish
from desktop_app.ui.session import Session
from desktop_app.ui.transfer import opened
from desktop_app.ui.waiting import GivenUpError
from desktop_app.wording.wording import Wording

Unlock = Callable[[Locked], "Unlocked | None"]
MILLISECONDS_TO_DISK = 1_500
"""How long an edit may be on its way to the disk: after a power cut no more than that is lost."""


class Unlocked(NamedTuple):
    """What a locked journal held, the password that opened it, and what the file is that still holds what was opened."""

    left: Recovered
    password: Password
    seen: Seen | None


def unlocked_left(left: Locked, password: Password | None) -> Unlocked:
    """Return what a locked journal holds; StorageError when there is no password, or another one would do."""
    if password is None:
        raise StorageError("password_missing", left.path)
    found = unlocked(left, password)
    return Unlocked(found, password, _seen_as_it_was(found.opened, password))


def unlocked_by_asking(
    questions: Questions, words: Wording, tell_failure: Callable[[StorageError], object], left: Locked
) -> Unlocked | None:
    """Return what a locked journal holds, asking for its password; None when none is given, or it cannot be read."""
    name = words.text("window.untitled") if left.opened.file is None else left.opened.file.name
    try:
        return opened_by_asking(partial(unlocked_left, left), None, name, questions, words)
    except GivenUpError:
        return None
    except StorageError as error:
        tell_failure(error)
        return None


class Recovery(QObject):
    """Keeps the journal of what the session holds: from the first change on, until it is saved or given up.

    `recovering` says what the file is that what is recovered belongs to, None where it belongs to none, or to what is no more.
    """

    recovering = Signal(object)

    def __init__(self, session: Session, folder: Path, now: Callable[[], datetime], tell: Callable[[str], object]) -> None:
        super().__init__()
        self._session, self._folder, self._now, self._tell = session, folder, now, tell
        self._journal: Journal | None = None
        self._decided: set[Path] = set()
        self._failed = False
        self._to_disk = QTimer(self, interval=MILLISECONDS_TO_DISK)
        self._to_disk.timeout.connect(self._sync)
        session.assessed.connect(self._write_down)

    def offer(self, wish: Callable[[Left], Wish], file: Path | None, unlock: Unlock) -> bool:
        """Ask about each draft left behind (only of `file`, where one is to be opened); return whether one is open now.

        What is to be decided later is not asked about again by this program. What cannot be unlocked is kept.
        """
        for left in self._undecided():
            if file is not None and left.opened.file != file:
                continue
            chosen = wish(left)
            if chosen == "discard":
                remove(left.path)
            is_open = chosen == "recover" and self._is_recovered(left, unlock)
            if is_open or chosen == "cancel":
                self._decided.add(left.path)
            if is_open:
                return True
        return False

    def count(self) -> int:
        """Return how many drafts there are about which nothing was decided yet."""
        return len(self._undecided())

    def _undecided(self) -> list[Left]:
        return [each for each in remainders(self._folder) if each.path not in self._decided]

    def _is_recovered(self, left: Left, unlock: Unlock) -> bool:
        if isinstance(left, Recovered):
            self._recover(left, _seen_as_it_was(left.opened))
            return True
        found = unlock(left)
        if found is not None:
            key = found.left.opened.key
            self._recover(found.left, found.seen, Protection(found.password, key) if key is not None else None)
        return found is not None

    def _recover(self, left: Recovered, seen: Seen | None, protection: Protection | None = None) -> None:
        """Open what was left behind; its journal goes only when this program's own one is on the disk."""
        file = None if seen is None else left.opened.file
        self.recovering.emit(seen)
        self._session.recover(left.draft, left.opened.saved, file, protection, left.beside)
        if self._journal is not None:
            try:
                self._journal.sync()
            except StorageError as error:
                self._fail(error)
                return
            remove(left.path)

    def end(self) -> None:
        """End the journal: what was in it is saved or given up."""
        self._to_disk.stop()
        if self._journal is not None:
            self._journal.ended()
            self._journal = None

    def _write_down(self) -> None:
        session = self._session
        if not session.can_be_lost:
            self.end()
            return
        saved, draft = session.history.saved, session.history.present
        try:
            if self._journal is None or not self._is_of(self._journal.opened):
                old, self._journal = self._journal, None
                self._journal = Journal.begun(self._folder, self._opened(saved or {}), draft, session.beside)
                if old is not None:
                    old.ended()
            else:
                self._journal.add(draft, session.beside)
        except StorageError as error:
            self._fail(error)
        else:
            self._to_disk.start()

    def _opened(self, saved: Draft) -> Opened:
        protection = self._session.protection
        return Opened(self._session.file, saved, self._now(), None if protection is None else protection.key)

    def _is_of(self, opened: Opened) -> bool:
        protection, session = self._session.protection, self._session
        same_key = opened.key is (None if protection is None else protection.key)
        return opened.file == session.file and opened.saved is session.history.saved and same_key

    def _sync(self) -> None:
        """Bring it to the disk beside the window, which may take its time."""
        if self._journal is not None:
            Thread(target=_quietly, args=(self._journal.syncing(),), daemon=True).start()

    def _fail(self, error: StorageError) -> None:
        """Say once that a crash would cost what is typed from now on; work goes on."""
        if not self._failed:
            self._failed = True
            QTimer.singleShot(0, self, lambda: self._tell(f"{error.path}\n{error.detail}"))


def _quietly(sync: Callable[[], None]) -> None:
    """Bring something to the disk; what fails is tried again with the next edit."""
    try:
        sync()
    except OSError as error:
        log_error(error)


def _seen_as_it_was(left: Opened, password: Password | None = None) -> Seen | None:
    """Return what the file is that still holds what was opened; None otherwise: the draft gets no file, none is written over."""
    if left.file is None:
        return None
    try:
        found = opened(left.file, password)
    except StorageError:
        return None
    held = found.source.draft
    is_as_it_was = held is not None and {name: value for name, value in held.items() if name != "digest"} == left.saved
    return found.seen if is_as_it_was else None
