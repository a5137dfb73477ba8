"""The records of a journal: a line each with a check of its own, so that a line that is not whole is known.

Of a contract behind a password the first line says only which file was open and when; all others are locked.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.document.beside import ALONE, Beside, Variant
from desktop_app.document.changes import Change, applied, changes
from desktop_app.document.draft import Draft
from desktop_app.document.password import Password
from desktop_app.storage.failure import StorageError
from desktop_app.storage.protection import RecoveryKey, locked_for, unlocking

MOST_BYTES = 256 * 1024 * 1024


class Opened(NamedTuple):
    """What a journal begins with: the file that was open (None: not saved yet), what it held, when, and what locks it."""

    file: Path | None
    saved: Draft
    at: datetime
    key: RecoveryKey | None = None


class Recovered(NamedTuple):
    """What a journal holds: how it began, the last draft, how many edits led there, where it lies, the draft's variants."""

    opened: Opened
    draft: Draft
    edits: int
    path: Path
    beside: Beside = ALONE

    @property
    def names(self) -> tuple[str, ...]:
        """What its variants are called, in their order."""
        others = [each.name for each in self.beside.others]
        return (*others[: self.beside.at], self.beside.name, *others[self.beside.at :])

    @property
    def says_more(self) -> bool:
        """Whether anything in it is not what was saved."""
        return any(each != self.opened.saved for each in (self.draft, *(other.draft for other in self.beside.others)))


class Locked(NamedTuple):
    """A journal whose content is behind a password: how it began, as far as that is told, edits, place, locked key."""

    opened: Opened
    edits: int
    path: Path
    key: bytes


Left = Recovered | Locked
"""What a program that did not end well has left behind."""


def read(path: Path) -> Left | None:
    """Return what a journal holds as far as it is whole; None when not even its beginning is."""
    try:
        records = _records(path)
        begun = next(records)
        file = Path(begun["file"]) if begun["file"] is not None else None
        if file is not None and "\0" in str(file):
            return None
        at = datetime.fromisoformat(begun["at"])
        if "key" in begun:
            edits = sum(1 for _ in records) - 1  # the first record has what was saved
            return Locked(Opened(file, {}, at), edits, path, b64decode(begun["key"])) if edits >= 0 else None
        return _replayed(Opened(file, begun["saved"], at), records, path)
    except (OSError, ValueError, TypeError, LookupError, StopIteration, RecursionError):
        return None


def unlocked(left: Locked, password: Password | None) -> Recovered:
    """Return what a locked journal holds; StorageError when the password is another, or nothing can be had from it."""
    key, unlock = unlocking(left.key, password, left.opened.file or left.path)
    try:
        locked = _records(left.path)
        next(locked)
        records = _unlocked(locked, unlock)
        return _replayed(left.opened._replace(saved=next(records)["saved"], key=key), records, left.path)
    except (OSError, ValueError, TypeError, LookupError, StopIteration, RecursionError):
        raise StorageError("protected_broken", left.path) from None


def _replayed(opened: Opened, records: Iterator[Any], path: Path) -> Recovered:
    draft, edits, beside = opened.saved, 0, ALONE
    for record in records:
        draft = applied(draft, [_change(each) for each in record["changes"]])
        beside = _beside(record["beside"], opened.saved) if "beside" in record else beside
        edits += bool(record["changes"]) or "beside" in record
    return Recovered(opened, draft, edits, path, beside)


def head(opened: Opened) -> bytes:
    """Return the lines that a journal begins with: what was open."""
    known = {"file": None if opened.file is None else str(opened.file), "at": opened.at.isoformat()}
    if opened.key is None:
        return line_of({**known, "saved": opened.saved})
    locked = b64encode(opened.key.locked).decode("ascii")
    return line_of({**known, "key": locked}) + line_of({"saved": opened.saved}, opened.key)


def locked(left: Recovered, key: RecoveryKey) -> bytes:
    """Return what a journal is to hold of what was left behind in the open, once nobody else is to read it."""
    opened = left.opened._replace(key=key)
    edits = edit_of(changes(opened.saved, left.draft), left.beside, opened.saved)
    return head(opened) + line_of(edits, key)


def line_of(record: Any, key: RecoveryKey | None = None) -> bytes:
    """Return a record as it stands in the file, locked where there is a key."""
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    if key is not None:
        content = b64encode(locked_for(key, content))
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _records(path: Path) -> Iterator[Any]:
    """Yield the records in a file, unless it is too large; of locked ones the first as it is read, the others as they stand."""
    if path.stat().st_size > MOST_BYTES:
        return
    is_locked = False
    with path.open("rb") as file:
        for line in file:
            record = memoryview(line)[9:-1]
            if not line.endswith(b"\n") or line[:9] != b"%08x " % zlib.crc32(record):
                return
            found = record if is_locked else _read(record)
            is_locked = is_locked or (isinstance(found, dict) and "key" in found)
            yield found


def _read(record: bytes | memoryview) -> Any:
    return json.loads(str(record, "utf-8", "surrogatepass"))


def _unlocked(records: Iterator[memoryview], unlock: Callable[[bytes], bytes]) -> Iterator[Any]:
    """Yield what locked records hold, up to the first that is not as it was written."""
    for record in records:
        try:
            yield _read(unlock(b64decode(record)))
        except ValueError:
            return


def edit_of(made: Iterable[Change], beside: Beside | None, saved: Draft) -> dict[str, Any]:
    """Return the record of an edit; `beside`, where it became another, by what its variants have that the saved draft has not."""
    record: dict[str, Any] = {"changes": [_written(each) for each in made]}
    if beside is not None:
        others = [[each.name, [_written(made) for made in changes(saved, each.draft)]] for each in beside.others]
        record["beside"] = [beside.name, beside.at, others]
    return record


def _beside(written: list[Any], saved: Draft) -> Beside:
    name, at, others = written
    variants = tuple(Variant(str(called), applied(saved, [_change(each) for each in made])) for called, made in others)
    return Beside(str(name), min(max(int(at), 0), len(variants)), variants)


def _written(change: Change) -> list[Any]:
    return [list(change.path)] if change.gone else [list(change.path), change.value]


def _change(written: list[Any]) -> Change:
    path, *value = written
    return Change(tuple(path), *value) if value else Change(tuple(path), gone=True)
