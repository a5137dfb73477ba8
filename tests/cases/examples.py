"""Worked examples, published periods and the rulebook as the product ships them, and contracts to refuse, read."""

import csv
import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.calculation.terms import Rulebook, tax_rates_from, terms_from

HERE = Path(__file__).parent
RESOURCES = HERE.parent.parent / "resources"
SELF_CHECK = RESOURCES / "self_check"
EXAMPLES = SELF_CHECK / "worked_examples"


class WorkedExample(NamedTuple):
    """A contract file and the statement that it must give, reckoned by hand."""

    name: str
    contract: dict[str, Any]
    expected: dict[str, Any]

    @property
    def as_of(self) -> date:
        """The day as of which the statement was reckoned."""
        return date.fromisoformat(self.expected["as_of"])


class InvalidExample(NamedTuple):
    """A contract file that must be refused, and the path that one of the errors must name."""

    name: str
    contract: dict[str, Any]
    path: str


class PublishedPeriod(NamedTuple):
    """An example of a period that an office or a lawyer has published: so many units from `first` end on `last`."""

    first: date
    count: int
    unit: str
    last: date
    publisher: str


def read_json(path: Path) -> Any:
    """Return the content of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """Return the editions of the terms and the rates of tax in `resources`."""
    editions = [terms_from(read_json(file)) for file in sorted((RESOURCES / "terms").glob("*.json"))]
    rates = tax_rates_from(read_json(RESOURCES / "tax" / "consumption-tax.json"))
    return Rulebook({terms.edition: terms for terms in editions}, rates)


def worked_examples() -> list[WorkedExample]:
    """Return the worked examples in the order of their numbers."""
    folders = sorted(file.parent for file in EXAMPLES.glob("*/contract.json"))
    return [
        WorkedExample(folder.name, read_json(folder / "contract.json"), read_json(folder / "expected.json")) for folder in folders
    ]


def invalid_examples() -> list[InvalidExample]:
    """Return the contracts that must be refused."""
    files = sorted((HERE / "invalid_examples").glob("*.json"))
    return [InvalidExample(file.stem, case["contract"], case["path"]) for file in files for case in [read_json(file)]]


def published_periods() -> list[PublishedPeriod]:
    """Return the published periods, in the order of the file."""
    with (SELF_CHECK / "published_periods.csv").open(encoding="utf-8", newline="") as file:
        return [_published(row) for row in csv.DictReader(file, strict=True)]


def _published(row: dict[str, str]) -> PublishedPeriod:
    count, unit = row["period"].split()
    first, last = date.fromisoformat(row["first_counted_day"]), date.fromisoformat(row["last_day"])
    return PublishedPeriod(first, int(count), unit, last, row["published_by"])
