"""Contracts beside one another in words: their figures, the fields that differ, and what each difference is worth."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from desktop_app.calculation.bridge import Bridge, BridgeLine
from desktop_app.calculation.comparison import ComparedFigure, Difference
from desktop_app.calculation.contract_changes import Change
from desktop_app.calculation.money import Yen
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.step import Path
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.reasons import label, value_text
from desktop_app.wording.told import Told, column_titles, heading, moved, signed_yen
from desktop_app.wording.wording import Wording

LONGEST_VALUE = 44
MOST_ROWS_WRITTEN = 4


def compared_told(figures: Sequence[ComparedFigure], names: Sequence[str], words: Wording) -> Told:
    """Return the figures of variants side by side, behind each but the first its difference from the first."""
    difference = words.text("question.column.difference")
    more = [title for name in names[1:] for title in (name, difference)]
    columns = (words.text("question.column.figure"), names[0], *more)
    rows = tuple(_figure(each, words) for each in figures)
    differing = frozenset(i for i, each in enumerate(figures) if not each.same)
    return Told(heading("compare", words), (), columns, "l" + "r" * (len(columns) - 1), rows, differing)


def _figure(figure: ComparedFigure, words: Wording) -> tuple[str, ...]:
    values = ["" if each is None else value_text(each, words) for each in figure.steps]
    cells = [values[0]]
    for value, difference in zip(values[1:], figure.differences[1:], strict=True):
        cells += [value, _difference(difference, words)]
    name = next(label(each, words) for each in figure.steps if each is not None)
    return (name, *cells)


def _difference(difference: Difference, words: Wording) -> str:
    match difference:
        case Yen():
            return signed_yen(difference, words.language)
        case timedelta():
            return words.text("question.days_apart", n=abs(difference.days), days=f"{difference.days:+,}") if difference else "±0"
        case int():
            return f"{difference:+,}" if difference else "±0"
    return ""


def bridge_told(bridge: Bridge, names: Sequence[str], words: Wording) -> Told:
    """Return the fields that differ, from one contract's total to the other's; the order and its meaning are said."""
    told = [words.text("question.bridge", before=names[0], after=names[1], difference=moved(bridge.difference, words))]
    told.append(words.text("question.bridge.order" if bridge.lines else "question.bridge.same"))
    if any(len(each.changes) > 1 for each in bridge.lines):
        told.append(words.text("question.bridge.together"))
    first = (words.text("question.total_in", name=names[0]), "", "", yen_text(bridge.before.value))
    last = (words.text("question.total_in", name=names[1]), "", "", yen_text(bridge.after.value))
    rows = (first, *(row for each in bridge.lines for row in _line(each, words)), last)
    columns = (*column_titles(words, "field"), *names, *column_titles(words, "amount"))
    return Told(heading("bridge", words), tuple(told), columns, "lllr", rows, frozenset({0, len(rows) - 1}))


def _line(line: BridgeLine, words: Wording) -> Iterator[tuple[str, ...]]:
    """Yield a row for each field of a line; the worth stands in the last of them."""
    for i, change in enumerate(line.changes):
        worth = signed_yen(line.worth, words.language) if i == len(line.changes) - 1 else "〃"
        yield words.label(change.path), _value(change, change.before, words), _value(change, change.after, words), worth


def _value(change: Change, value: Any, words: Wording) -> str:
    key = tuple(part for part in change.path if isinstance(part, str))
    text = _written(key, value, words)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _written(key: Path, value: Any, words: Wording) -> str:
    """Return a field's value, a row's cells or a table's rows in one line."""
    if isinstance(value, Part):
        return words.listed(_cells(key, value, words))
    if isinstance(value, tuple):
        return _rows(key, value, words)
    if key[-1] == "seal_png" and value is not None:
        return words.text("question.image")
    return words.figure(str(key[-1]), value)


def _rows(key: Path, rows: tuple[Any, ...], words: Wording) -> str:
    if len(rows) > MOST_ROWS_WRITTEN:
        return words.text("question.rows", n=len(rows))
    if any(isinstance(each, Part) for each in rows):
        return " / ".join(_written(key, each, words) for each in rows)
    return words.listed(rows)


def _cells(key: Path, part: Part, words: Wording) -> Iterator[str]:
    for name, field in members_of(type(part)).items():
        value, here = getattr(part, name), (*key, field.encode_name)
        if value != field.default or field.required:
            yield words.text("line.value", figure=words.label(here), value=_written(here, value, words))
