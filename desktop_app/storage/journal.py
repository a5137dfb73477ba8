"""What a user does, written down as it is done: after a crash the last draft can be had again.

A journal is a file of its own in the user's folder. Its lines are records, each with a check of its own: first the draft that was
open, then what changed at each edit, in the draft or in the variants beside it. A line that is not whole ends it: all is as it
was before that line was begun.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self
from uuid import uuid4

from filelock import BaseFileLock, FileLock, Timeout

from desktop_app.document.beside import ALONE, Beside
from desktop_app.document.changes import Change, changes
from desktop_app.document.draft import Draft
from desktop_app.storage.atomic import take_away, write_atomically
from desktop_app.storage.failure import StorageError, failure
from desktop_app.storage.protection import RecoveryKey
from desktop_app.storage.records import Left, Locked, Opened, Recovered, edit_of, head, line_of, locked, read

SUFFIX = ".journal"
BYTES_TO_REWRITE = 4 * 1024 * 1024
"""How much longer than what is held a journal may become."""


class Journal:
    """The journal of one open contract; the program that writes it holds a lock, so that others know it is no remainder."""

    def __init__(self, path: Path, lock: BaseFileLock, file: int, opened: Opened) -> None:
        self.path = path
        self._lock = lock
        self._file = file
        self._opened = opened
        self._present, self._beside = opened.saved, ALONE
        self._size = self._size_at_first = 0
        self._on_disk = True

    @classmethod
    def begun(cls, folder: Path, opened: Opened, draft: Draft, beside: Beside = ALONE) -> Self:
        """Begin a journal of `draft` and what is beside it, which outlive the program from now on; StorageError."""
        path = folder / f"{uuid4().hex}{SUFFIX}"
        lock = _lock_of(path)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(blocking=False)
            journal = cls(path, lock, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600), opened)
        except OSError as error:
            with suppress(OSError):
                lock.release()
            remove(path)
            raise failure("write", path, error) from None
        try:
            journal.add(draft, beside, first=True)
        except StorageError:
            journal.ended()
            raise
        return journal

    def add(self, draft: Draft, beside: Beside = ALONE, *, first: bool = False) -> None:
        """Write down what `draft` has that the last one had not, and its variants where they changed; it outlives the program."""
        made, moved = changes(self._present, draft), None if beside == self._beside else beside
        if not made and moved is None and not first:
            return
        try:
            if first:
                self._append(head(self._opened))
            self._append(self._line(made, moved))
            if first:
                self._size_at_first = self._size
            elif self._size > self._size_at_first + BYTES_TO_REWRITE:
                self._rewrite(draft, beside)
        except OSError as error:
            raise failure("write", self.path, error) from None
        self._present, self._beside = draft, beside

    def sync(self) -> None:
        """Bring what was added to the disk, where it outlives a power cut; StorageError."""
        try:
            self.syncing()()
        except OSError as error:
            raise failure("write", self.path, error) from None

    def syncing(self) -> Callable[[], None]:
        """Return what brings to the disk what was added so far, in any thread, whatever becomes of the journal; OSError."""
        if self._on_disk:
            return _nothing
        self._on_disk = True
        file = os.dup(self._file)

        def sync() -> None:
            try:
                os.fsync(file)
            except OSError:
                self._on_disk = False
                raise
            finally:
                os.close(file)

        return sync

    @property
    def opened(self) -> Opened:
        """What the journal began with."""
        return self._opened

    def ended(self) -> None:
        """Take the journal away: what it holds is saved, or not wanted."""
        with suppress(OSError):
            os.close(self._file)
        remove(self.path)
        with suppress(OSError):
            self._lock.release()

    def _line(self, made: Iterable[Change], moved: Beside | None) -> bytes:
        return line_of(edit_of(made, moved, self._opened.saved), self._opened.key)

    def _append(self, line: bytes) -> None:
        """Write a record in one piece; what a full disk left of it is cut off again."""
        self._on_disk = False
        done = 0
        try:
            while done < len(line):
                done += os.write(self._file, line[done:])
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._file, self._size)
            raise
        self._size += done

    def _rewrite(self, draft: Draft, beside: Beside) -> None:
        """Begin the file anew with the present draft, apart from the old one until it is whole on the disk."""
        anew = self.path.with_suffix(".new")
        old, size = self._file, self._size
        self._file, self._size = os.open(anew, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600), 0
        try:
            self._append(head(self._opened))
            self._append(self._line(changes(self._opened.saved, draft), beside))
            os.fsync(self._file)
            anew.replace(self.path)
        except OSError:
            os.close(self._file)
            self._file, self._size = old, size
            take_away(anew)
            raise
        self._size_at_first = self._size
        os.close(old)


def _nothing() -> None:
    """Do nothing: it is all on the disk."""


def remainders(folder: Path) -> list[Left]:
    """Return what programs that did not end well have left in `folder`, the latest first; nothing of those still running.

    A journal in which nothing was changed is of no use to anybody, and is taken away; of a locked one that is not known.
    """
    found: list[Left] = []
    for path in filter(_is_left, _journals(folder)):
        held = read(path)
        if isinstance(held, Locked) or (held is not None and held.says_more):
            found.append(held)
        elif held is not None or _is_empty(path):
            remove(path)
    return sorted(found, key=lambda each: each.opened.at, reverse=True)


def lock_remainders(folder: Path, file: Path, key: RecoveryKey) -> None:
    """Lock what was left behind of a file in the open, now that the file has a password; StorageError, and the rest as it was."""
    for left in remainders(folder):
        if isinstance(left, Recovered) and left.opened.file == file:
            write_atomically(left.path, locked(left, key))


def remove(path: Path) -> None:
    """Take a journal away, with the traces of its lock."""
    for each in (path, path.with_suffix(".new"), path.with_suffix(".lock")):
        take_away(each)


def _journals(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if each.suffix == SUFFIX]
    except OSError:
        return []


def _is_left(path: Path) -> bool:
    lock = _lock_of(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except OSError:
        return True
    with suppress(OSError):
        lock.release()
    return True


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def _lock_of(path: Path) -> BaseFileLock:
    return FileLock(path.with_suffix(".lock"))
