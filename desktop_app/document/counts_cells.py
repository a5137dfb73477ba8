"""A cell of a table read as a day or as a count, with what stands against it or is worth knowing of it."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY, MOST_ACCOUNTS
from desktop_app.document.sheet import Cell
from desktop_app.document.typed_days import ERA_FIRST_YEARS, moment_entry, time_of
from desktop_app.document.typed_numbers import whole_entry
from desktop_app.document.typed_text import plain_text

HALF_A_SECOND = timedelta(milliseconds=500)
"""Spreadsheets hold a moment as a fraction of a day, a hair off."""
TWO_YEARS = (date(2001, 1, 1), date(2005, 1, 1))
"""A day that is read as another in each of them was written without its year."""
_ERAS = "|".join(ERA_FIRST_YEARS)
_MONTH = re.compile(
    rf"(?:(?P<year>\d{{4}})[年/-]|(?P<era>{_ERAS})(?P<era_year>\d{{1,2}}|元)[年/.-])(?P<month>\d{{1,2}})月?(?:分|度)?",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"-?[\d,]+\.\d+")

T = TypeVar("T")


class Understood(NamedTuple, Generic[T]):
    """What a cell was understood as; `problem` says why as nothing, `remarks` what is worth knowing."""

    value: T | None
    problem: str = ""
    remarks: tuple[str, ...] = ()


def text_of(cell: Cell) -> str:
    """Return a cell as a spreadsheet would show it."""
    value = cell.value
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds") if value.second else value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    return "" if value is None else str(value)


def day_in(cell: Cell) -> Understood[str]:
    """Return the day or moment in a cell as a contract file writes it; a month is its first day.

    Problems: `formula_without_value`, `day_missing`, `day_unreadable`, `year_missing`, `day_out_of_range`.
    """
    if cell.value is None:
        return Understood(None, "formula_without_value" if cell.formula else "day_missing")
    remarks = ("from_formula",) if cell.formula else ()
    if isinstance(cell.value, date):
        return _in_range(_written(cell.value), remarks)
    if isinstance(cell.value, Decimal):  # 2024.1 could be October as well as January
        return Understood(None, "day_unreadable")
    text = text_of(cell)
    month = _first_of_month(text)
    if month is not None:
        return _in_range(month, ("month_only", *remarks))
    read = {moment_entry(text, near) for near in TWO_YEARS}
    moment = read.pop()
    if read:
        return Understood(None, "year_missing")
    return _in_range(moment or "", remarks)


def _written(value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    plain = (value + HALF_A_SECOND).replace(microsecond=0)
    return plain.isoformat(timespec="seconds" if plain.second else "minutes").removesuffix("T00:00")


def _first_of_month(text: str) -> str | None:
    found = _MONTH.fullmatch(plain_text(text).replace(" ", ""))
    if not found:
        return None
    nth = 1 if found["era_year"] == "元" else int(found["era_year"] or 0)
    year = int(found["year"]) if found["year"] else ERA_FIRST_YEARS[found["era"].upper()] + nth - 1
    return f"{year:04}-{int(found['month']):02}-01"


def _in_range(moment: str, remarks: tuple[str, ...]) -> Understood[str]:
    read = time_of(moment)
    if read is None:
        return Understood(None, "day_unreadable")
    if not FIRST_DAY <= read.date() <= LAST_DAY:
        return Understood(None, "day_out_of_range")
    return Understood(moment, "", remarks)


def count_in(cell: Cell) -> Understood[int]:
    """Return the whole count in a cell.

    Problems: `formula_without_value`, `count_missing`, `count_unreadable`, `count_not_whole`, `count_out_of_range`.
    """
    if cell.value is None:
        return Understood(None, "formula_without_value" if cell.formula else "count_missing")
    if isinstance(cell.value, date):
        return Understood(None, "count_unreadable")
    if isinstance(cell.value, Decimal):
        return Understood(None, "count_not_whole")
    count = cell.value if isinstance(cell.value, int) else whole_entry(cell.value)
    if not isinstance(count, int):
        fraction = _DECIMAL.fullmatch(plain_text(str(count))) is not None
        return Understood(None, "count_not_whole" if fraction else "count_unreadable")
    if not 0 <= count <= MOST_ACCOUNTS:
        return Understood(None, "count_out_of_range")
    return Understood(count, "", ("from_formula",) if cell.formula else ())
