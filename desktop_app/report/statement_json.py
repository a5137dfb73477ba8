"""The statement and the errors as the public JSON formats have them (file-format, statement)."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic_core import to_json

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import Statement, public_name
from desktop_app.calculation.step import Step
from desktop_app.report.characters import visible
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
    hundredths = rate.numerator * 100 // rate.denominator
    return f"{hundredths // 100}.{hundredths % 100:02d}"


WRITTEN: dict[type, Callable[[Any], object]] = {
    Month: lru_cache(maxsize=4096)(str),
    date: date.isoformat,
    timedelta: hours_text,
    Fraction: rate_text,
}
"""How a value is written that JSON has no kind for; counts, texts, yes and no, and null stand as they are."""


class Layout(NamedTuple):
    """How a part of the statement is written: its figures fetched at once, some of them put into words, its parts below."""

    figures: tuple[str, ...]
    fetched: Callable[[Any], tuple[Any, ...]]
    written: tuple[tuple[str, Callable[[Any], object]], ...]
    parts: tuple[str, ...]
    order: tuple[str, ...]


@cache
def _layout(kind: Callable[..., Any]) -> Layout:
    """Return the layout of a part from its declared figures; made once, since a statement is mostly rows of the same kind."""
    declared = {name: _figure(hint) for name, hint in get_type_hints(kind).items() if name != "warnings"}
    figures = {name: value for name, value in declared.items() if value is not None}
    fetched = attrgetter(*(f"{name}.value{'.amount' if value is Yen else ''}" for name, value in figures.items()), "__class__")
    written = tuple((public_name(name), WRITTEN[value]) for name, value in figures.items() if value in WRITTEN)
    parts = tuple(name for name, value in declared.items() if value is None)
    return Layout(tuple(map(public_name, figures)), fetched, written, parts, tuple(map(public_name, declared)) if parts else ())


def _figure(hint: Any) -> type | None:
    """Return what a `Step` holds, None for a hint of something else; optional days count as days."""
    if get_origin(hint) is not Step:
        return None
    (held,) = get_args(hint)
    kinds = [each for each in get_args(held) if each is not NoneType] or [held]
    kind: type = kinds[0]
    return kind


def statement_data(statement: Statement, words: Wording) -> dict[str, Any]:
    """Return the statement as plain JSON data; the messages of its warnings in the language of `words`."""
    data: dict[str, Any] = _plain(statement)
    data["warnings"] = problems_data(statement.warnings, words)
    return data


def _plain(part: Any) -> Any:
    if type(part) is tuple:
        return [_plain(each) for each in part]
    if part is None:
        return None
    figures, fetched, written, parts, order = _layout(type(part))  # type: ignore[arg-type] # a type can be hashed
    data = dict(zip(figures, fetched(part), strict=False))
    for name, write in written:
        if data[name] is not None:
            data[name] = write(data[name])
    if not parts:
        return data
    data |= {public_name(name): _plain(getattr(part, name)) for name in parts}
    return {name: data[name] for name in order}


def problems_data(problems: Iterable[Problem], words: Wording) -> list[dict[str, str]]:
    """Return errors or warnings as plain JSON data, with their addresses in the file's own terms."""
    return [{"path": _sound(pointer(each.path)), "code": each.code, "message": _sound(words.problem(each))} for each in problems]


def _sound(text: str) -> str:
    """Return the text with what UTF-8 cannot hold escaped: names of unknown fields can be anything."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def json_text(data: object, *, indent: int | None = 2) -> str:
    """Return plain data as JSON text, with what acts unseen, or ends a line for some readers, escaped."""
    content: bytes = to_json(data, indent=indent)
    text = content.decode("utf-8")
    return text if content.isascii() else visible(text)
