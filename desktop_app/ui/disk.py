"""Files on the disk: whether they are still as they were, seen without holding up the window."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop_app.installation import resource
from desktop_app.ui.aside import Work

State = Literal["same", "changed", "gone"]


class Seen(NamedTuple):
    """What a file was when it was last read or written by us."""

    stamp: tuple[int, int] | None
    mark: str


Found = tuple[Path, State, Seen | None]
"""A file, its state, and what it is now where it is not the same."""


def seen_of(file: Path) -> Seen | None:
    """Return what a file is now; None when it cannot be read."""
    with suppress(OSError):
        return Seen(stamp_of(file), _mark(file))
    return None


def state_of(file: Path, seen: Seen | None) -> State:
    """Return what became of a file, or where it was not seen before whether it is there; in doubt it is the same."""
    try:
        stamp = stamp_of(file)
        return "same" if seen is None or stamp == seen.stamp or _mark(file) == seen.mark else "changed"
    except FileNotFoundError:
        return "gone"
    except OSError:
        return "same"


def stamp_of(file: Path) -> tuple[int, int]:
    """Return what changes with a file, and costs nothing to ask."""
    found = file.stat()
    return found.st_mtime_ns, found.st_size


def _mark(file: Path) -> str:
    from desktop_app.storage.exchange import content_of, mark_of  # noqa: PLC0415 - the first page only looks whether files are there

    return mark_of(content_of(file))


def is_sample(file: Path) -> bool:
    """Return whether a file is one of the samples that everybody who uses this installation has."""
    return file.resolve().is_relative_to(resource("samples").resolve())


class DiskWatch(QObject):
    """Looks at files in the background, since a share that does not answer may take minutes; `found` says what it saw."""

    found = Signal(object, object, object)
    """A Found, its three parts one by one."""

    def look(self, file: Path, seen: Seen | None) -> None:
        """Look whether a file is as it was."""
        Work(partial(_looked_at, file, seen), self._tell).begin()

    def _tell(self, work: Work[Found]) -> None:
        if isValid(self):  # the window may have been closed meanwhile
            self.found.emit(*work.result())


def _looked_at(file: Path, seen: Seen | None) -> Found:
    state = state_of(file, seen)
    return file, state, seen_of(file) if state == "changed" else None
