"""Replacing a file that others may have open too: never what was not seen, one writer at a time, the old content kept."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from desktop_app.document.bounds import MOST_BYTES
from desktop_app.storage.atomic import behind_links, place_beside, take_away, write_atomically
from desktop_app.storage.backups import Backups
from desktop_app.storage.failure import StorageError, failure
from desktop_app.storage.protection import MORE_BYTES

LARGEST = MOST_BYTES + MORE_BYTES
"""How many bytes a file has at most that was opened or saved; of another one more are not looked at."""
FOR_EVERYBODY = 0o666
"""Who may open the lock: whoever comes to the folder, for it may be left behind by somebody whose program was killed."""
SECONDS_TO_WAIT = 10.0
"""How long another program's own replacing is waited for; it takes a fraction of a second."""


class Consent(Enum):
    """What a user has agreed to replace without its content having been read."""

    WHATEVER_IS_THERE = "whatever"


Mark = str
"""What tells one content of a file from another: SHA-256 of its bytes, of a larger one than was ever opened of its beginning."""
Expected = Mark | Consent | None
"""The content that may be replaced; None: there must be no file."""


class Replaced(NamedTuple):
    """The mark of what was written, and why no backup of the old content could be kept, if so."""

    mark: Mark
    backup_failure: StorageError | None = None


def mark_of(content: bytes) -> Mark:
    """Return the mark of a content."""
    return sha256(content).hexdigest()


def content_of(path: Path) -> bytes:
    """Return what lies at `path`, of a file that is larger than any that was opened hardly more than that; OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def replace_seen(path: Path, content: bytes, expected: Expected, backups: Backups | None = None) -> Replaced:
    """Put `content` in the place of what was seen at `path`.

    StorageError `changed_meanwhile` when something else stands there now, `in_use` when another program does not come to an end
    with replacing it; the file is as it was then, and after any other StorageError. What is too large for a contract is not kept.
    """
    lies_at = _behind_links(path)
    with _alone_with(lies_at):
        present = _content(lies_at)
        if expected is not Consent.WHATEVER_IS_THERE and expected != (None if present is None else mark_of(present)):
            raise StorageError("changed_meanwhile", path)
        trouble = _kept(path, present, backups) if backups is not None and present is not None else None
        write_atomically(lies_at, content, through_links=False)
    return Replaced(mark_of(content), trouble)


def _behind_links(path: Path) -> Path:
    """Return where a file lies by whichever of its names it was opened: all who save it wait for one another."""
    try:
        return behind_links(path)
    except OSError as error:
        raise failure("write", path, error) from None


def _content(path: Path) -> bytes | None:
    try:
        return content_of(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise failure("read", path, error) from None


def _kept(path: Path, present: bytes, backups: Backups) -> StorageError | None:
    """Keep what is about to be replaced; return what hindered that."""
    return StorageError("too_large", path) if len(present) > LARGEST else backups.keep(path, present)


@contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """Keep every other program of this kind from replacing `path`; the system lets go of it when this one dies."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who saves waits for it

    file = place_beside(path, ".", ".saving")
    lock = FileLock(file, timeout=SECONDS_TO_WAIT, mode=FOR_EVERYBODY)
    was_there = True
    try:
        path.parent.stat()  # otherwise the lock would make the folder
        was_there = file.exists()
        lock.acquire()
    except Timeout:
        raise StorageError("in_use", path) from None
    except OSError as error:
        if not was_there:
            take_away(file)
        raise failure("write", path, error) from None
    try:
        yield
    finally:
        if os.name != "nt":  # whoever waits sees that the file it has opened is gone, and makes a new one
            take_away(file)
        with suppress(OSError):
            lock.release()
        if os.name == "nt":  # which refuses while anybody has it open
            take_away(file)
