"""The open file read and written, each with what the file is then."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desktop_app.document.draft import Draft
from desktop_app.document.password import Password
from desktop_app.document.reading import Source
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import read_bytes, save_seen, source_and_protection
from desktop_app.storage.exchange import Expected, mark_of
from desktop_app.storage.failure import StorageError
from desktop_app.storage.protection import Protection
from desktop_app.ui.disk import Seen, stamp_of


class Opened(NamedTuple):
    """What a file holds, what the file is, and what it is behind."""

    source: Source
    seen: Seen
    protection: Protection | None


def opened(file: Path, password: Password | None) -> Opened:
    """Return what a file holds; StorageError when it cannot be read, or not with this password."""
    stamp = _stamp_or_none(file)
    content = read_bytes(file)
    source, protection = source_and_protection(content, file, password)
    return Opened(source, Seen(stamp, mark_of(content)), protection)


def written(
    file: Path, draft: Draft, expected: Expected, backups: Backups, protection: Protection | None
) -> tuple[Seen, StorageError | None]:
    """Save a draft in the place of what was seen; return what the file is now, and why no backup was kept; or StorageError."""
    replaced = save_seen(file, draft, expected, backups, None if protection is None else protection.password)
    return Seen(_stamp_or_none(file), replaced.mark), replaced.backup_failure


def _stamp_or_none(file: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        return stamp_of(file)
    return None
