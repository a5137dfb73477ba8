"""The cases that ship with the program to check itself by: published periods, and contracts reckoned by hand."""

import csv
import json
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from desktop_app.installation import resource

FOLDER = "self_check"


class PublishedPeriod(NamedTuple):
    """An example of a period that an office or a lawyer has published: so many units from `first` end on `last`."""

    first: date
    length: int
    unit: str
    last: date
    publisher: str


class WorkedExample(NamedTuple):
    """A contract file and the statement that was reckoned for it by hand."""

    name: str
    contract: bytes
    expected: dict[str, Any]


@cache
def published_periods() -> tuple[PublishedPeriod, ...]:
    """Return the published periods, in the order of the file."""
    text = resource(FOLDER, "published_periods.csv").read_text("utf-8")
    return tuple(_period(row) for row in csv.DictReader(text.splitlines(), strict=True))


def _period(row: dict[str, str]) -> PublishedPeriod:
    length, unit = row["period"].split()
    first, last = (date.fromisoformat(row[name]) for name in ("first_counted_day", "last_day"))
    return PublishedPeriod(first, int(length), unit, last, row["published_by"])


@cache
def shipped_examples() -> tuple[WorkedExample, ...]:
    """Return the worked examples in the order of their numbers."""
    folders = sorted(file.parent for file in resource(FOLDER, "worked_examples").glob("*/contract.json"))
    return tuple(
        WorkedExample(folder.name, (folder / "contract.json").read_bytes(), json.loads((folder / "expected.json").read_bytes()))
        for folder in folders
    )
