"""The list of files opened and saved last, as a value: newest first, each file once, pinned ones kept."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

MOST_RECENTS = 10


class Recent(NamedTuple):
    """A contract file, the customer in it, and the day on which it was last opened or saved."""

    file: Path
    customer: str
    used_on: date
    pinned: bool = False


Recents = tuple[Recent, ...]


def with_used(recents: Recents, used: Recent) -> Recents:
    """Return the list with a file on top that was just opened or saved, still pinned if it was."""
    pinned = any(each.pinned for each in recents if each.file == used.file)
    return shortened((used._replace(pinned=pinned), *without(recents, used.file)))


def without(recents: Recents, file: Path) -> Recents:
    """Return the list without a file."""
    return tuple(each for each in recents if each.file != file)


def with_pin_turned(recents: Recents, file: Path) -> Recents:
    """Return the list with a file pinned that was not, or the other way round."""
    return tuple(each._replace(pinned=not each.pinned) if each.file == file else each for each in recents)


def pinned_first(recents: Recents) -> Recents:
    """Return the list as it is shown: the pinned files before the others."""
    return tuple(sorted(recents, key=lambda each: not each.pinned))


def shortened(recents: Recents) -> Recents:
    """Return the list without the oldest files beyond its length, those that are not pinned first; the latest stays."""
    kept = recents
    while len(kept) > MOST_RECENTS:
        loose = [each for each in kept[1:] if not each.pinned] or list(kept)
        kept = without(kept, loose[-1].file)
    return kept


def written_recents(recents: Recents) -> str:
    """Return the list as text."""
    return json.dumps([{**each._asdict(), "file": str(each.file), "used_on": each.used_on.isoformat()} for each in recents])


def read_recents(text: str) -> Recents:
    """Return the list that a text holds, whatever can be read of it."""
    with suppress(ValueError, RecursionError):
        entries = json.loads(text)
        return shortened(_once(_read(entries))) if isinstance(entries, list) else ()
    return ()


def _read(entries: list[Any]) -> Iterator[Recent]:
    for each in entries:
        with suppress(KeyError, TypeError, ValueError):
            used_on = date.fromisoformat(each["used_on"])
            if "\0" not in each["file"]:  # no file has such a name, and opening one is an error of another kind
                yield Recent(Path(each["file"]), str(each["customer"]), used_on, each.get("pinned") is True)


def _once(recents: Iterator[Recent]) -> Recents:
    by_file: dict[Path, Recent] = {}
    for each in recents:
        by_file.setdefault(each.file, each)
    return tuple(by_file.values())
