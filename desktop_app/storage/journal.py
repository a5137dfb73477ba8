"""What a user does, written down as it is done: after a crash the last draft can be had again.

A journal is a file of its own in the user's folder. Its lines are records, each with a check of its own: first the draft that was
open, then what changed at each edit. A line that is not whole ends it: the draft is as it was before that line was begun.
"""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Self
from uuid import uuid4

from filelock import BaseFileLock, FileLock, Timeout

from desktop_app.document.changes import Change, applied, changes
from desktop_app.document.draft import Draft
from desktop_app.storage.atomic import take_away
from desktop_app.storage.failure import StorageError, failure

SUFFIX = ".journal"
BYTES_TO_REWRITE = 4 * 1024 * 1024
MOST_BYTES = 256 * 1024 * 1024


class Opened(NamedTuple):
    """What a journal begins with: the file that was open (None: not saved yet), what it held, and when it was opened."""

    file: Path | None
    saved: Draft
    at: datetime


class Recovered(NamedTuple):
    """What a journal holds: how it began, the last draft, how many edits led there, and where it lies."""

    opened: Opened
    draft: Draft
    edits: int
    path: Path


class Journal:
    """The journal of one open contract; the program that writes it holds a lock, so that others know it is no remainder."""

    def __init__(self, path: Path, lock: BaseFileLock, file: int, opened: Opened) -> None:
        self.path = path
        self._lock = lock
        self._file = file
        self._opened = opened
        self._present = opened.saved
        self._size = 0
        self._on_disk = True

    @classmethod
    def begun(cls, folder: Path, opened: Opened, draft: Draft) -> Self:
        """Begin a journal of `draft`, brought to the disk before this returns; StorageError when there can be none."""
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
            journal.add(draft, first=True)
            journal.sync()
        except StorageError:
            journal.ended()
            raise
        return journal

    def add(self, draft: Draft, *, first: bool = False) -> None:
        """Write down what `draft` has that the last one had not; it outlives the program from now on. StorageError."""
        made = changes(self._present, draft)
        if not made and not first:
            return
        record: Any = {"changes": [_written(each) for each in made]}
        try:
            if first:
                self._append(_head(self._opened))
            self._append(record)
            if self._size > BYTES_TO_REWRITE:
                self._rewrite(draft)
        except OSError as error:
            raise failure("write", self.path, error) from None
        self._present = draft

    def sync(self) -> None:
        """Bring what was added to the disk, where it outlives a power cut; StorageError."""
        if self._on_disk:
            return
        self._on_disk = True
        try:
            os.fsync(self._file)
        except OSError as error:
            self._on_disk = False
            raise failure("write", self.path, error) from None

    def ended(self) -> None:
        """Take the journal away: what it holds is saved, or not wanted."""
        with suppress(OSError):
            os.close(self._file)
        remove(self.path)
        with suppress(OSError):
            self._lock.release()

    def _append(self, record: Any) -> None:
        """Write a record in one piece; what a full disk left of it is cut off again."""
        line = _line(record)
        self._on_disk = False
        written = 0
        try:
            while written < len(line):
                written += os.write(self._file, line[written:])
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._file, self._size)
            raise
        self._size += written

    def _rewrite(self, draft: Draft) -> None:
        """Begin the file anew with the present draft, beside the old one until it is whole on the disk."""
        beside = self.path.with_suffix(".new")
        old, size = self._file, self._size
        self._file, self._size = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600), 0
        try:
            self._append(_head(self._opened))
            self._append({"changes": [_written(each) for each in changes(self._opened.saved, draft)]})
            os.fsync(self._file)
            beside.replace(self.path)
        except OSError:
            os.close(self._file)
            self._file, self._size = old, size
            take_away(beside)
            raise
        os.close(old)


def remainders(folder: Path) -> list[Recovered]:
    """Return what programs that did not end well have left in `folder`, the latest first; nothing of those still running.

    A journal in which nothing was changed is of no use to anybody, and is taken away.
    """
    found = []
    for path in filter(_is_left, _journals(folder)):
        held = read(path)
        if held is not None and held.draft != held.opened.saved:
            found.append(held)
        elif held is not None or _is_empty(path):
            remove(path)
    return sorted(found, key=lambda each: each.opened.at, reverse=True)


def read(path: Path) -> Recovered | None:
    """Return what a journal holds as far as it is whole; None when not even its beginning is."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        records = _records(path.read_bytes())
        head = next(records)
        file = Path(head["file"]) if head["file"] is not None else None
        opened = Opened(file, head["saved"], datetime.fromisoformat(head["at"]))
        draft, edits = opened.saved, -1  # the first record leads to the draft that was open, the others are edits
        for record in records:
            draft = applied(draft, [_change(each) for each in record["changes"]])
            edits += 1
    except (OSError, ValueError, TypeError, LookupError, StopIteration, RecursionError):
        return None
    return Recovered(opened, draft, max(edits, 0), path)


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


def _head(opened: Opened) -> dict[str, Any]:
    return {"file": None if opened.file is None else str(opened.file), "saved": opened.saved, "at": opened.at.isoformat()}


def _line(record: Any) -> bytes:
    content = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _records(content: bytes) -> Iterator[Any]:
    for line in content.splitlines(keepends=True):
        check, _, record = line.rstrip(b"\n").partition(b" ")
        if not line.endswith(b"\n") or check != b"%08x" % zlib.crc32(record):
            return
        yield json.loads(record)


def _written(change: Change) -> list[Any]:
    return [list(change.path)] if change.gone else [list(change.path), change.value]


def _change(written: list[Any]) -> Change:
    path, *value = written
    return Change(tuple(path), *value) if value else Change(tuple(path), gone=True)
