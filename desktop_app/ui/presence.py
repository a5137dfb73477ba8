"""A note beside the open file for others who open it, and theirs for us: written and read where a slow share holds up nobody."""

from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from desktop_app.storage.presence import Holder, announced, withdrawn
from desktop_app.ui.session import Session

SECONDS_TO_TIDY = 1.0


class Presence(QObject):
    """Follows the session from file to file; `found` with who else has the file open (empty: nobody)."""

    found = Signal(str)

    def __init__(self, session: Session, me: Holder) -> None:
        super().__init__()
        self._session, self._me = session, me
        self._file: Path | None = None
        self._moves: SimpleQueue[tuple[Path | None, Path | None] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()
        session.assessed.connect(self.follow)

    def follow(self) -> None:
        """Go to the file that is open now."""
        file = self._session.file
        if file == self._file:
            return
        old, self._file = self._file, file
        self.found.emit("")
        self._moves.put((old, file))

    def _work(self) -> None:
        """Follow the files in their order."""
        while (move := self._moves.get()) is not None:
            self._move(*move)

    def _move(self, old: Path | None, file: Path | None) -> None:
        if old is not None:
            withdrawn(old, self._me)
        other = announced(file, self._me) if file is not None and file == self._file else None
        if other is not None and file == self._file:
            with suppress(RuntimeError):  # the window was closed meanwhile
                self.found.emit(f"{other.user}@{other.host}, {other.since:%Y-%m-%d %H:%M}")

    def end(self) -> None:
        """Take the note away, as far as the file can be reached in a moment."""
        old, self._file = self._file, None
        self._moves.put((old, None))
        self._moves.put(None)
        self._thread.join(SECONDS_TO_TIDY)
        if self._thread.is_alive():
            _held_up.append(self)


_held_up: list[Presence] = []
"""Those whose thread a share holds up, which may not be the last to hold them: what is Qt's ends in the window's thread."""
