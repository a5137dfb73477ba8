"""Answers to questions as plain JSON data, figures written as in the statement format."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop_app.calculation.money import Yen
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import public_name
from desktop_app.calculation.step import Step
from desktop_app.report.statement_json import hours_text, rate_text


def plain(value: Any) -> Any:  # noqa: PLR0911 - one return for each kind of value
    """Return a value, or a part of an answer, as JSON has it; of a step its value alone."""
    match value:
        case Step():
            return plain(value.value)
        case Yen():
            return value.amount
        case Month() | Decimal():
            return str(value)
        case datetime():
            return value.isoformat(timespec="seconds" if value.second else "minutes")
        case date():
            return value.isoformat()
        case timedelta():
            return hours_text(value)
        case Fraction():
            return rate_text(value)
        case Part():
            fields = members_of(type(value)).items()
            return {field.encode_name: plain(getattr(value, name)) for name, field in fields}
        case tuple():
            return _of_tuple(value)
    return value


def _of_tuple(value: tuple[Any, ...]) -> Any:
    names = getattr(value, "_fields", None)
    if names is None:
        return [plain(each) for each in value]
    return {public_name(name): plain(each) for name, each in zip(names, value, strict=True)}
