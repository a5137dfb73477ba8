"""Who has a contract file open, and since when: a note beside the file that warns others and hinders nobody."""

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from desktop_app.storage.atomic import place_beside

MOST_BYTES = 4096


class Holder(NamedTuple):
    """Someone who has a file open: a random id of the window, the user, the machine, the process, and since when."""

    id: str
    user: str
    host: str
    process: int
    since: datetime


def myself(now: datetime) -> Holder:
    """Return who this program is; `now` is when it opened the file, with its zone."""
    return Holder(uuid4().hex, _user(), platform.node(), os.getpid(), now)


def announced(path: Path, me: Holder) -> Holder | None:
    """Leave a note that `me` has the file at `path` open; return who else says so, and leave theirs then.

    A note of a process of this machine that has ended counts for nothing. Where no note can be left, nobody is warned.
    """
    note = _note(path)
    for _ in range(3):
        try:
            with note.open("x", encoding="utf-8") as file:
                file.write(json.dumps({**me._asdict(), "since": me.since.isoformat()}))
        except FileExistsError:
            other = _read(note)
            if other is not None and other.id != me.id and not _has_ended(other):
                return other
            with suppress(OSError):
                note.unlink()
        except OSError:
            return None
        else:
            return None
    return None


def withdrawn(path: Path, me: Holder) -> None:
    """Take the note of `me` away, and nobody else's."""
    note = _note(path)
    left = _read(note)
    if left is not None and left.id == me.id:
        with suppress(OSError):
            note.unlink()


def _note(path: Path) -> Path:
    return place_beside(Path(os.path.realpath(path)), ".~", ".open")


def _read(note: Path) -> Holder | None:
    """Return whose note it is; None for no note or one that nobody can have written whole."""
    try:
        with note.open("rb") as file:
            held = json.loads(file.read(MOST_BYTES))
        since = datetime.fromisoformat(held["since"])
        return Holder(str(held["id"])[:64], str(held["user"])[:64], str(held["host"])[:64], int(held["process"]), since)
    except (OSError, ValueError, OverflowError, TypeError, LookupError, RecursionError):
        return None


def _has_ended(holder: Holder) -> bool:
    """Return whether the process that left a note has surely ended; of another machine nobody knows."""
    if holder.host != platform.node():
        return False
    if os.name == "nt":
        return not _runs_on_windows(holder.process)
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _runs_on_windows(process: int) -> bool:
    """Return whether a process runs; there a signal 0 would end it."""
    import ctypes  # noqa: PLC0415 - of one system only

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    query_limited_information = 0x1000
    handle = kernel.OpenProcess(query_limited_information, 0, process)
    if not handle:
        return False
    kernel.CloseHandle(handle)
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
