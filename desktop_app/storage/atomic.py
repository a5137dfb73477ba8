"""Writing a file whole or not at all: beside its place, brought to the disk, then exchanged."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.storage.failure import StorageError, failure


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`; StorageError, and the old file as it was, when that fails."""
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` when the block ends well; otherwise the old one stays and nothing is left.

    What is not an ordinary file (a terminal, a pipe) is written to directly. OSError becomes StorageError.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            with target.open("wb") as file:
                yield file
            return
        yield from _replacing(target)
    except OSError as error:
        raise failure("write", path, error) from None


def _replacing(target: Path) -> Iterator[BinaryIO]:
    if target.exists() and not os.access(target, os.W_OK):
        raise StorageError("read_only", target)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_mode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(target.parent)


def _take_mode(target: Path, beside: Path) -> None:
    """Give the new file the permissions of the old one, or those of any new file (a temporary one has fewer)."""
    if target.exists():
        beside.chmod(stat.S_IMODE(target.stat().st_mode))
        return
    mask = os.umask(0)
    os.umask(mask)
    beside.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Bring the exchange itself to the disk, where a folder can be opened for that (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
