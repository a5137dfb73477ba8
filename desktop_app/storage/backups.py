"""Earlier versions of contract files: a copy of what a save replaces, the last ten of each file."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import NamedTuple

from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.failure import StorageError, failure

MOST_BACKUPS = 10
WRITTEN_AS = "%Y%m%dT%H%M%SZ"


class Backup(NamedTuple):
    """An earlier version of a file: its number (the later the higher), when it was replaced (UTC), where it lies."""

    number: int
    replaced_at: datetime
    path: Path


class Backups(NamedTuple):
    """The folder of all backups, and the clock (UTC) that names them; their order is by number, whatever the clock does."""

    folder: Path
    now: Callable[[], datetime]

    def of(self, path: Path) -> list[Backup]:
        """Return the earlier versions of the file at `path`, the latest first; none where they cannot be looked up."""
        try:
            return _backups_in(self._folder_of(path))
        except OSError:
            return []

    def keep(self, path: Path, content: bytes) -> StorageError | None:
        """Keep `content`, which is about to be replaced at `path`; return what hindered that, which must not hinder the save."""
        folder = self._folder_of(path)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            kept = _backups_in(folder)
            if kept and _holds(kept[0].path, content):
                return None
            write_atomically(self._next_path(folder, kept), content)
            for old in kept[MOST_BACKUPS - 1 :]:
                old.path.unlink(missing_ok=True)
        except StorageError as error:
            return error
        except OSError as error:
            return failure("write", folder, error)
        return None

    def _next_path(self, folder: Path, kept: list[Backup]) -> Path:
        """Return where the next backup goes: behind the latest, and never where anything is."""
        written = self.now().strftime(WRITTEN_AS)
        first = kept[0].number + 1 if kept else 1
        paths = (folder / f"{number:06}-{written}.json" for number in count(first))
        return next(path for path in paths if not path.exists())

    def _folder_of(self, path: Path) -> Path:
        return self.folder / sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the latest first; OSError when it cannot be read, which is not the same as none."""
    found = (_backup(each) for each in folder.iterdir() if each.is_file())
    return sorted((each for each in found if each is not None), reverse=True)


def _holds(path: Path, content: bytes) -> bool:
    with suppress(OSError):  # one that cannot be read is no reason to keep no other
        return path.stat().st_size == len(content) and path.read_bytes() == content
    return False


def _backup(path: Path) -> Backup | None:
    number, _, written = path.stem.partition("-")
    try:
        return Backup(int(number), datetime.strptime(f"{written}+0000", f"{WRITTEN_AS}%z"), path)
    except ValueError:
        return None
