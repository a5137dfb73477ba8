"""How the value of a field is read from what is typed, and written back: at rest for reading, while edited for typing."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, NamedTuple

from desktop_app.document.entries import lines_entry, lines_fit, text_entry, text_fits
from desktop_app.document.extent import LONGEST_LINE, LONGEST_TEXT
from desktop_app.document.fields import Kind
from desktop_app.document.nearest_days import near_in_form
from desktop_app.document.typed_days import day_entry, moment_entry, stepped_day
from desktop_app.document.typed_numbers import price_entry, whole_entry
from desktop_app.ui.scene import Scene
from desktop_app.wording.amounts import price_text
from desktop_app.wording.days import era_day, era_year, long_day, short_day

Raw = Any
"""The value of a field as a draft holds it; a text that was not understood stands for itself."""


class Writing(NamedTuple):
    """The reading and the two writings of a kind of field; `rest` and `edit` say None of a value that is not one of the kind."""

    read: Callable[[str], Raw]
    rest: Callable[[Raw], str | None]
    edit: Callable[[Raw], str | None]
    step: Callable[[str, str], str | None] | None = None
    aside: Callable[[Raw], str] = lambda _: ""
    tip: Callable[[Raw], str] = lambda _: ""
    read_near: Callable[[str, date], Raw] | None = None
    """The reading of what may leave its year to a day near it."""
    fits: Callable[[str], bool] = text_fits
    too_long: str = ""
    """What is said of a text that does not fit, and is not taken."""


def typed_text(raw: Raw) -> str:
    """Return what stands in a field for a value that is not one of its kind: a text as it was typed."""
    if raw is None:
        return ""
    return raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False)


def writing_of(kind: Kind, scene: Scene, key: str = "") -> Writing:
    """Return how a field of `kind` is read and written in a form; `key` says which, for days without a year."""
    if kind is Kind.TEXT_LIST:
        return Writing(
            lines_entry, _lines, _lines, fits=lines_fit, too_long=scene.words.text("window.too_long.line", most=LONGEST_LINE)
        )
    return _of_one(kind, scene, key)._replace(too_long=scene.words.text("window.too_long", most=LONGEST_TEXT))


def _of_one(kind: Kind, scene: Scene, key: str) -> Writing:
    match kind:
        case Kind.DAY:
            return day_writing(scene, near_in_form(key, scene.today))
        case Kind.MOMENT:
            return moment_writing(scene, near_in_form(key, scene.today))
        case Kind.AMOUNT | Kind.COUNT:
            return Writing(whole_entry, _grouped, _digits)
        case Kind.PRICE:
            return Writing(price_entry, _price, _plain_price)
        case _:
            return Writing(text_entry, _text, _text)


def cell_writing_of(kind: Kind, scene: Scene, key: str = "") -> Writing:
    """Return how a field of `kind` is read and written in a table, where days are short."""
    writing = writing_of(kind, scene, key)
    return writing._replace(rest=writing.edit) if kind is Kind.DAY else writing


def day_writing(scene: Scene, near: date) -> Writing:
    """Return how days are read and written: in the years of eras where the user wants them so, in the tip always."""
    today, language = scene.today, scene.words.language

    def step(key: str, text: str) -> str | None:
        stepped = _stepped(day_of(day_entry(text, near, today)), key, text, today)
        return None if stepped is None else short_day(stepped)

    return Writing(
        partial(day_entry, near=near, today=today),
        lambda raw: _of_day(raw, era_day if scene.eras else lambda day: long_day(day, language)),
        lambda raw: _of_day(raw, short_day),
        step,
        lambda raw: _of_day(raw, _common_year if scene.eras else era_year) or "",
        lambda raw: _of_day(raw, lambda day: f"{long_day(day, language)}　{era_day(day)}") or "",
        partial(day_entry, today=today),
    )


def moment_writing(scene: Scene, near: date) -> Writing:
    """Return how moments are read and written: a day, and its time where it has one."""
    today, language = scene.today, scene.words.language

    def step(key: str, text: str) -> str | None:
        raw = moment_entry(text, near, today)
        day = day_of(raw[:10]) if isinstance(raw, str) and _moment(raw) else None
        stepped = _stepped(day, key, text, today)
        if stepped is None:
            return None
        return short_day(stepped) + (raw[10:].replace("T", " ") if day and raw else "")

    def tip(raw: Raw) -> str:
        return _of_day(raw[:10], lambda day: f"{long_day(day, language)}　{era_day(day)}") or "" if _moment(raw) else ""

    read = partial(moment_entry, near=near, today=today)
    return Writing(read, _of_moment, _of_moment, step, tip=tip, read_near=partial(moment_entry, today=today))


def _stepped(day: date | None, key: str, text: str, today: date) -> date | None:
    """Return the day that a key leads to from `day`; where nothing stands yet, today."""
    if day is None:
        return stepped_day(today, key, today) and today if not text.strip() else None
    return stepped_day(day, key, today)


def _common_year(day: date) -> str:
    return f"{day.year}年"


def day_of(raw: Raw) -> date | None:
    """Return the day that a draft's value is, None where it is none."""
    if isinstance(raw, str) and len(raw) == len("2024-07-10"):
        with suppress(ValueError):
            return date.fromisoformat(raw)
    return None


def _moment(raw: Raw) -> datetime | None:
    if isinstance(raw, str) and raw[4:5] == raw[7:8] == "-":
        with suppress(ValueError):
            return datetime.fromisoformat(raw)
    return None


def _of_day(raw: Raw, write: Callable[[date], str]) -> str | None:
    day = day_of(raw)
    return None if day is None else write(day)


def _of_moment(raw: Raw) -> str | None:
    moment = _moment(raw)
    return None if moment is None else short_day(moment.date()) + raw[10:].replace("T", " ")


def _grouped(raw: Raw) -> str | None:
    return f"{raw:,}" if type(raw) is int else None


def _digits(raw: Raw) -> str | None:
    return str(raw) if type(raw) is int else None


def _decimal(raw: Raw) -> Decimal | None:
    if type(raw) is int or (isinstance(raw, str) and raw.isascii() and raw[:1].isdigit()):
        with suppress(InvalidOperation):
            return Decimal(raw)
    return None


def _price(raw: Raw) -> str | None:
    price = _decimal(raw)
    return None if price is None else price_text(price)


def _plain_price(raw: Raw) -> str | None:
    price = _decimal(raw)
    return None if price is None else f"{price:f}"


def _text(raw: Raw) -> str | None:
    return raw if isinstance(raw, str) else None


def _lines(raw: Raw) -> str | None:
    return "\n".join(raw) if isinstance(raw, list | tuple) and all(isinstance(each, str) for each in raw) else None
