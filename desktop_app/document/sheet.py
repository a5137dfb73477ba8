"""Tables as cells, whichever file they come from, and the refusal of a file that is none."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

MOST_COLUMNS = 100

Value = str | int | Decimal | date | datetime | None


class Cell(NamedTuple):
    """What a cell holds; of a formula the value that was saved with it, since none is ever worked out here."""

    value: Value
    formula: bool = False


class Sheet(NamedTuple):
    """A sheet by its name (none in a CSV file) and its rows, which may be of different lengths."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


class TableError(ValueError):
    """A file that is no table to be read; `cause` says why."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause
