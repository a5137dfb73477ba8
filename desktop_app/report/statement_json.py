"""The statement and the errors as the public JSON formats have them (file-format, statement)."""

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from operator import attrgetter
from typing import Any

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import CreditLine, MonthlyBill, SettlementLine, Statement, Totals, public_name
from desktop_app.calculation.step import Step
from desktop_app.wording.wording import Wording, pointer

HUNDREDTH_OF_AN_HOUR = timedelta(seconds=36)


def hours_text(length: timedelta) -> str:
    """Return a length of time in hours with at most two decimals, rounded down.

    >>> hours_text(timedelta(hours=49, minutes=30)), hours_text(timedelta(hours=23, minutes=59)), hours_text(timedelta(days=1))
    ('49.5', '23.98', '24')
    """
    whole, hundredths = divmod(length // HUNDREDTH_OF_AN_HOUR, 100)
    return f"{whole}.{hundredths:02d}".rstrip("0").rstrip(".")


def rate_text(rate: Fraction) -> str:
    """Return a rate as a decimal string with two places, the format's way.

    >>> rate_text(Fraction(8, 100))
    '0.08'
    """
    whole, hundredths = divmod(rate.numerator * 100 // rate.denominator, 100)
    return f"{whole}.{hundredths:02d}"


WRITTEN: dict[type, Callable[[Any], object]] = {
    Yen: attrgetter("amount"),
    Month: str,
    date: date.isoformat,
    timedelta: hours_text,
    Fraction: rate_text,
}
"""How a value is written that JSON has no kind for; counts, texts, yes and no, and null stand as they are."""


ROWS = frozenset({MonthlyBill, SettlementLine, CreditLine, Totals})
"""Parts that hold figures alone: most of a statement, so they are written without looking at each member."""


def statement_data(statement: Statement, words: Wording) -> dict[str, Any]:
    """Return the statement as plain JSON data; the messages of its warnings in the language of `words`."""
    data: dict[str, Any] = _plain(statement._replace(warnings=()))
    data["warnings"] = problems_data(statement.warnings, words)
    return data


def _plain(part: Any) -> Any:
    kind = type(part)
    if kind is tuple:
        return [_plain(each) for each in part]
    if part is None:
        return None
    names = _public_names(kind)
    if kind in ROWS:
        return dict(zip(names, [WRITTEN.get(type(step.value), _as_it_is)(step.value) for step in part], strict=True))
    values = [WRITTEN.get(type(each.value), _as_it_is)(each.value) if type(each) is Step else _plain(each) for each in part]
    return dict(zip(names, values, strict=True))


def _as_it_is(value: object) -> object:
    return value


_NAMES: dict[type, tuple[str, ...]] = {}


def _public_names(kind: Any) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(map(public_name, kind._fields))
    return _NAMES[kind]


def problems_data(problems: Iterable[Problem], words: Wording) -> list[dict[str, str]]:
    """Return errors or warnings as plain JSON data, with their addresses in the file's own terms."""
    return [{"path": pointer(each.path), "code": each.code, "message": words.problem(each)} for each in problems]


def json_text(data: object, *, indent: int | None = 2) -> str:
    """Return plain data as JSON text in which what UTF-8 cannot hold is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
