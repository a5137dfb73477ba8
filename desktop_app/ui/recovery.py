"""What is typed is written down as it is typed; after a crash it is offered again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from desktop_app.storage.contract_file import load
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import Journal, remainders, remove
from desktop_app.storage.log import log_error
from desktop_app.storage.records import Opened, Recovered
from desktop_app.ui.questions import Wish
from desktop_app.ui.session import Session

MILLISECONDS_TO_DISK = 1_500
"""How long an edit may be on its way to the disk: after a power cut no more than that is lost."""


class Recovery(QObject):
    """Keeps the journal of what the session holds: from the first change on, until it is saved or given up."""

    def __init__(self, session: Session, folder: Path, now: Callable[[], datetime], tell: Callable[[str], object]) -> None:
        super().__init__()
        self._session, self._folder, self._now, self._tell = session, folder, now, tell
        self._journal: Journal | None = None
        self._failed = False
        self._to_disk = QTimer(self, interval=MILLISECONDS_TO_DISK)
        self._to_disk.timeout.connect(self._sync)
        session.assessed.connect(self._write_down)

    def offer(self, wish: Callable[[Recovered], Wish], file: Path | None) -> bool:
        """Ask about each draft left behind (only of `file`, where one is to be opened); return whether one is open now."""
        for left in remainders(self._folder):
            if file is not None and left.opened.file != file:
                continue
            chosen = wish(left)
            if chosen == "discard":
                remove(left.path)
            if chosen == "recover":
                self._recover(left)
                return True
        return False

    def _recover(self, left: Recovered) -> None:
        """Open a draft that was left behind; its journal goes only when this program's own one is on the disk."""
        opened = left.opened
        self._session.recover(left.draft, opened.saved, opened.file if _is_as_it_was(opened) else None)
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
        if not session.modified:
            self.end()
            return
        saved, draft = session.history.saved, session.history.present
        try:
            if self._journal is None or not self._is_of(self._journal.opened):
                old, self._journal = self._journal, None
                self._journal = Journal.begun(self._folder, Opened(session.file, saved or {}, self._now()), draft)
                if old is not None:
                    old.ended()
            else:
                self._journal.add(draft)
        except StorageError as error:
            self._fail(error)
        else:
            self._to_disk.start()

    def _is_of(self, opened: Opened) -> bool:
        return opened.file == self._session.file and opened.saved is self._session.history.saved

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


def _is_as_it_was(opened: Opened) -> bool:
    """Return whether the file still holds what was opened; otherwise the draft gets no file, so that nothing is written over."""
    if opened.file is None:
        return False
    try:
        held = load(opened.file).draft
    except StorageError:
        return False
    return held is not None and {name: value for name, value in held.items() if name != "digest"} == opened.saved
