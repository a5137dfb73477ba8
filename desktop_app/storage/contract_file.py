"""Contract files on disk: read with every fault told, written whole or not at all."""

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft
from desktop_app.document.reading import MOST_BYTES, Source, read_draft
from desktop_app.storage.failure import StorageError, failure

SUFFIX = ".contract.json"


def load(path: Path) -> Source:
    """Return what the contract file at `path` holds; StorageError when it cannot be read."""
    return read_draft(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, no more of it than a contract file may have."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise failure("read", path, error) from None


def save(path: Path, draft: Draft) -> Draft:
    """Write `draft` with its digest to `path` and return it as written; StorageError, and the old file as it was, on failure."""
    sealed: Draft = {**draft, "digest": digest_of(draft)}
    write_atomically(path, (json.dumps(sealed, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    return sealed


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`: written beside it, brought to the disk, read back, then exchanged."""
    target = path.resolve() if path.is_symlink() else path
    if target.exists() and not os.access(target, os.W_OK):
        raise StorageError("read_only", path)
    beside: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
        beside = Path(name)
        _fill(descriptor, content)
        if beside.read_bytes() != content:
            raise StorageError("not_written_whole", path)
        _keep_mode(target, beside)
        beside.replace(target)
        beside = None
        _sync_folder(target.parent)
    except OSError as error:
        raise failure("write", path, error) from None
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()


def _fill(descriptor: int, content: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(target: Path, beside: Path) -> None:
    """Give the new file the permissions of the old one, or those of any new file (a temporary one has fewer)."""
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o7777)
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
