"""Writing a file whole or not at all: beside its place, brought to the disk, then exchanged."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import sleep
from typing import BinaryIO

from desktop_app.storage.failure import StorageError, failure

IN_USE = frozenset({5, 32, 33})
"""What Windows says of a file that another program, a virus scanner for one, holds for a moment."""
WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
LONGEST_PART = 50
"""How many letters of a file's name stand in the names of what lies beside it."""


def write_atomically(path: Path, content: bytes, *, through_links: bool = True) -> None:
    """Put `content` in the place of `path`, read back before; StorageError, and the old file as it was, when that fails."""
    with replacing(path, content, through_links=through_links) as file:
        file.write(content)


@contextmanager
def replacing(path: Path, content: bytes | None = None, *, through_links: bool = True) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` when the block ends well; otherwise the old one stays and nothing is left.

    Where it is known before what `content` is to be written, it is read back from the new file first. A link is written to
    where it leads, unless it is known to have been none a moment ago.
    What is not an ordinary file (a terminal, a pipe) is written to directly. OSError becomes StorageError.
    """
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("wb") as file:
                yield file
            return
        yield from _replacing(behind_links(path) if through_links else path, content)
    except OSError as error:
        raise failure("write", path, error) from None


def behind_links(path: Path) -> Path:
    """Return where the content of `path` lies: behind a symbolic link, which itself stays; OSError for links in a circle."""
    try:
        return path.resolve() if path.is_symlink() else path
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def place_beside(path: Path, start: str, end: str) -> Path:
    """Return where something lies that belongs to the file at `path`: beside it, under a short name that no other file has.

    >>> place_beside(Path("a.json"), ".", ".saving").name, len(place_beside(Path("x" * 255), ".", ".saving").name)
    ('.a.json.saving', 58)
    """
    name = path.name
    if len(name) > LONGEST_PART:
        mark = sha256(name.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:9]
        name = f"{name[: LONGEST_PART - len(mark) - 1]}~{mark}"
    return path.with_name(f"{start}{name}{end}")


def _replacing(target: Path, content: bytes | None) -> Iterator[BinaryIO]:
    if target.exists() and not os.access(target, os.W_OK):
        raise StorageError("read_only", target)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:LONGEST_PART]}.", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if content is not None:
                _read_back(file, content, target)
        _take_mode(target, beside)
        _exchange(beside, target)
    except BaseException:
        take_away(beside)
        raise
    _sync_folder(target.parent)


def take_away(path: Path) -> None:
    """Remove a file of our own that is of no more use, trying again where the system fails once."""
    for _ in range(2):
        with suppress(OSError):
            path.unlink(missing_ok=True)
            return


def _read_back(file: BinaryIO, content: bytes, target: Path) -> None:
    file.seek(0)
    if file.read() != content:
        raise StorageError("not_as_written", target)


def _exchange(beside: Path, target: Path) -> None:
    """Put the new file in the place of the old one; on Windows not before other programs have stopped looking at it."""
    for wait in WAITS:
        try:
            beside.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in IN_USE:
                raise
            sleep(wait)
        else:
            return
    beside.replace(target)


def _take_mode(target: Path, beside: Path) -> None:
    """Give the new file owner, group and permissions of the old one, or those of any new file (a temporary one has fewer)."""
    if target.exists():
        found = target.stat()
        _take_owner(found, beside)
        mode = stat.S_IMODE(found.st_mode)
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(PermissionError):  # file systems without permissions
        beside.chmod(mode)


def _take_owner(found: os.stat_result, beside: Path) -> None:
    """Leave a file to those who had it, as far as the system lets us: whoever reads it by its group is not to be locked out."""
    for owner in (found.st_uid, -1) if hasattr(os, "chown") else ():
        with suppress(OSError):
            os.chown(beside, owner, found.st_gid)
            return


def _sync_folder(folder: Path) -> None:
    """Bring the exchange itself to the disk where folders can be; it has been made, so nothing that happens here undoes it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
