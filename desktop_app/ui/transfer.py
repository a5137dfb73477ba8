"""The open file read and written, each with what the file is then."""

from contextlib import suppress
from pathlib import Path

from desktop_app.document.draft import Draft
from desktop_app.document.reading import Source
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import read_bytes, save_seen, source_of
from desktop_app.storage.exchange import Expected, mark_of
from desktop_app.storage.failure import StorageError
from desktop_app.ui.disk import Seen, stamp_of


def opened(file: Path) -> tuple[Source, Seen]:
    """Return what the file holds, and what it is; StorageError when it cannot be read."""
    stamp = _stamp_or_none(file)
    content = read_bytes(file)
    return source_of(content, file), Seen(stamp, mark_of(content))


def written(file: Path, draft: Draft, expected: Expected, backups: Backups) -> tuple[Seen, StorageError | None]:
    """Save a draft in the place of what was seen; return what the file is now, and why no backup was kept; or StorageError."""
    replaced = save_seen(file, draft, expected, backups)
    return Seen(_stamp_or_none(file), replaced.mark), replaced.backup_failure


def _stamp_or_none(file: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        return stamp_of(file)
    return None
