"""Cells: their addresses, and what of a statement's values they hold."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.report.characters import visible
from desktop_app.wording.wording import Wording

DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - moments are Japan time without offset, as in the contract
HUNDREDTH_OF_AN_HOUR = timedelta(seconds=36)

LONGEST_TEXT = 32_767
"""What a cell can hold."""
_FORBIDDEN = re.compile("[\ufffe\uffff]")

Value = str | int | float


def serial(moment: date) -> float:
    """Return a day or a moment as the number that a cell holds.

    >>> serial(date(2024, 7, 10)), serial(datetime(2024, 7, 10, 12))
    (45483, 45483.5)
    """
    if not isinstance(moment, datetime):
        return (moment - DAY_ZERO.date()).days
    since = moment - DAY_ZERO
    return since.days + since.seconds / 86_400


def cell_text(text: str) -> str:
    """Return a text as a cell can hold it: what acts unseen written out, what no file may hold replaced, cut at the limit."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", visible(text))[:LONGEST_TEXT]


def at(row: int, column: int) -> str:
    """Return the address of a cell on its sheet, rows and columns from 0.

    >>> at(0, 0), at(9, 27)
    ('A1', 'AB10')
    """
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters = chr(ord("A") + rest) + letters
        column -= 1
    return f"{letters}{row + 1}"


def fixed(row: int, column: int) -> str:
    """Return the address of a cell that stays when a formula is copied."""
    letters = at(row, column).rstrip("0123456789")
    return f"${letters}${row + 1}"


def plain(value: object, name: str, words: Wording) -> Value:  # noqa: PLR0911 - one return for each kind of value
    """Return the value of the figure or field `name` as a cell has it; nothing for None."""
    match value:
        case None:
            return ""
        case bool() | str():
            return words.figure(name, value)
        case Yen():
            return value.amount
        case Month():
            return serial(value.first)
        case date():
            return serial(value)
        case Fraction() | Decimal():
            return float(value)
        case timedelta():
            return value // HUNDREDTH_OF_AN_HOUR / 100
        case int():
            return value
    raise TypeError(name)
