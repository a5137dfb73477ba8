"""The shape of an answer to a question: a heading, sentences, a table; for the window and the terminal alike."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.wording.amounts import credit_text, yen_text
from desktop_app.wording.days import Language
from desktop_app.wording.wording import Wording


class Told(NamedTuple):
    """One part of an answer. `sides` has `l` or `r` for each column; `marked` are the rows that stand out."""

    heading: str
    sentences: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    sides: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    marked: frozenset[int] = frozenset()


def signed_yen(amount: Yen, language: Language) -> str:
    """Return a difference with its sign.

    >>> signed_yen(Yen(516), "ja"), signed_yen(Yen(-516), "ja"), signed_yen(Yen(-516), "en"), signed_yen(Yen(0), "ja")
    ('+¥516', '▲¥516', '-¥516', '±¥0')
    """
    if not amount:
        return "±¥0"
    return f"+{yen_text(amount)}" if amount.amount > 0 else credit_text(Yen(-amount.amount), language)


def moved(amount: Yen | None, words: Wording) -> str:
    """Return by how much a sum rises or falls, in words."""
    if amount is None:
        return words.text("question.unknown")
    if not amount:
        return words.text("question.no_change")
    return words.text("question.more" if amount.amount > 0 else "question.less", amount=Yen(abs(amount.amount)))


def column_titles(words: Wording, *names: str) -> tuple[str, ...]:
    """Return the titles of columns."""
    return tuple(words.text(f"question.column.{name}") for name in names)


def heading(key: str, words: Wording, **values: object) -> str:
    """Return the heading of a part."""
    return words.text(f"question.heading.{key}", **values)


def unique(rows: Sequence[int]) -> list[int]:
    """Return places in order, each once."""
    return sorted(set(rows))
