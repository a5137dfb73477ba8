"""The open file on the disk: read, written, and whether it is still as it was then, all without holding up the window."""

from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.document.draft import Draft
from desktop_app.document.reading import Source
from desktop_app.installation import resource
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import read_bytes, save_seen, source_of
from desktop_app.storage.exchange import Expected, Mark, mark_of
from desktop_app.storage.failure import StorageError

State = Literal["same", "changed", "gone"]


class Seen(NamedTuple):
    """What a file was when it was last read or written by us."""

    stamp: tuple[int, int] | None
    mark: Mark


def seen_of(file: Path) -> Seen | None:
    """Return what a file is now; None when it cannot be read."""
    with suppress(OSError):
        return Seen(_stamp(file), _mark(file))
    return None


def state_of(file: Path, seen: Seen | None) -> State:
    """Return what became of a file, or where it was not seen before whether it is there; in doubt it is the same."""
    try:
        stamp = _stamp(file)
        return "same" if seen is None or stamp == seen.stamp or _mark(file) == seen.mark else "changed"
    except FileNotFoundError:
        return "gone"
    except OSError:
        return "same"


def _stamp(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_mtime_ns, found.st_size


def _mark(file: Path) -> Mark:
    return mark_of(file.read_bytes())


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
        return _stamp(file)
    return None


def is_sample(file: Path) -> bool:
    """Return whether a file is one of the samples that everybody who uses this installation has."""
    return file.resolve().is_relative_to(resource("samples").resolve())


class DiskWatch(QObject):
    """Looks at files in the background, since a share that does not answer may take minutes; `found` says what it saw."""

    found = Signal(object, object, object)
    """The file that was asked about, its state, and what it is now where it is not the same."""

    def look(self, file: Path, seen: Seen | None) -> None:
        """Look whether a file is as it was."""
        Thread(target=self._look, args=(file, seen), daemon=True).start()

    def _look(self, file: Path, seen: Seen | None) -> None:
        state = state_of(file, seen)
        now = seen_of(file) if state == "changed" else None
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.found.emit(file, state, now)
