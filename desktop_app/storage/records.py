"""The records of a journal: a line each with a check of its own, so that a line that is not whole is known."""

import json
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.document.changes import Change, applied
from desktop_app.document.draft import Draft

MOST_BYTES = 256 * 1024 * 1024


class Opened(NamedTuple):
    """What a journal begins with: the file that was open (None: not saved yet), what it held, and when it was opened."""

    file: Path | None
    saved: Draft
    at: datetime


class Recovered(NamedTuple):
    """What a journal holds: how it began, the last draft, how many edits led there, and where it lies."""

    opened: Opened
    draft: Draft
    edits: int
    path: Path


def read(path: Path) -> Recovered | None:
    """Return what a journal holds as far as it is whole; None when not even its beginning is."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        records = _records(path.read_bytes())
        begun = next(records)
        file = Path(begun["file"]) if begun["file"] is not None else None
        opened = Opened(file, begun["saved"], datetime.fromisoformat(begun["at"]))
        draft, edits = opened.saved, -1  # the first record leads to the draft that was open, the others are edits
        for record in records:
            draft = applied(draft, [_change(each) for each in record["changes"]])
            edits += 1
    except (OSError, ValueError, TypeError, LookupError, StopIteration, RecursionError):
        return None
    return Recovered(opened, draft, max(edits, 0), path)


def head(opened: Opened) -> dict[str, Any]:
    """Return the first record: what was open."""
    return {"file": None if opened.file is None else str(opened.file), "saved": opened.saved, "at": opened.at.isoformat()}


def line_of(record: Any) -> bytes:
    """Return a record as it stands in the file."""
    content = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _records(content: bytes) -> Iterator[Any]:
    for line in content.splitlines(keepends=True):
        check, _, record = line.rstrip(b"\n").partition(b" ")
        if not line.endswith(b"\n") or check != b"%08x" % zlib.crc32(record):
            return
        yield json.loads(record)


def written(change: Change) -> list[Any]:
    """Return a change as it stands in a record."""
    return [list(change.path)] if change.gone else [list(change.path), change.value]


def _change(written: list[Any]) -> Change:
    path, *value = written
    return Change(tuple(path), *value) if value else Change(tuple(path), gone=True)
