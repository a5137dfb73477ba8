"""How much of a draft is looked at: lists, unknown fields and nesting beyond all use are told of, and not read further."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.fields import EACH, FIELDS, TIERS, Kind, key_of

MOST_ROWS = 10_000
MOST_TIERS = 500
"""Fewer, because every month's fee is told band by band."""
LONGEST_TEXT, LONGEST_LINE = 20_000, 500
"""How many letters a field may have, and a line of a list of texts: to break more of them into lines would hold up the window."""
MOST_PROBLEMS = 1_000
"""How many problems are told of at once, the first in the file; nobody reads more."""
DEEPEST = 50

LISTS = tuple(field.path for field in FIELDS if field.kind in {Kind.TABLE, Kind.TEXT_LIST})


def _names_by_part() -> dict[str, frozenset[str]]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for field in FIELDS:
        for i, name in enumerate(field.path):
            if name != EACH:
                names[key_of(field.path[:i])].add(str(name))
    return {part: frozenset(each) for part, each in names.items()}


NAMES = _names_by_part()
"""The names of the fields of each part, by its address without indices."""


def lists_too_long(draft: Draft) -> Iterator[Problem]:
    """Yield the lists that have more rows than are read."""
    for path in LISTS:
        rows, most = value_at(draft, path), MOST_TIERS if path == TIERS else MOST_ROWS
        if isinstance(rows, list) and len(rows) > most:
            yield Problem(path, "list_too_long", None, (("most", most),))


def texts_too_long(draft: Draft) -> Iterator[Problem]:
    """Yield the fields whose text is longer than is read; an image has a limit of its own."""
    rows = {path: _rows(value_at(draft, path)) for path in LISTS}
    for field in FIELDS:
        most = LONGEST_LINE if field.kind is Kind.TEXT_LIST else LONGEST_TEXT
        for path, text in _texts(draft, field.path, rows) if field.kind is not Kind.IMAGE else ():
            if len(text) > most:
                yield Problem(path, "field_too_long", field.article, (("most", most),))


def _rows(items: Any) -> list[tuple[int, Any]]:
    """Return the items of a list that hold texts or may be them, each with its number."""
    return [(i, item) for i, item in enumerate(items) if isinstance(item, str | dict)] if isinstance(items, list) else []


def _texts(draft: Draft, path: Path, rows: dict[Path, list[tuple[int, Any]]]) -> Iterator[tuple[Path, str]]:
    """Yield the texts in a field, in each item of a list, or in a column of a table."""
    table, column = (path[: path.index(EACH)], path[-1:]) if EACH in path else (path, ())
    for i, item in rows.get(table, ()):
        text = value_at(item, column)
        if isinstance(text, str):
            yield (*table, i, *column), text
    found = value_at(draft, table)
    if isinstance(found, str):
        yield path, found


def unknown_fields(node: Any, path: Path = ()) -> Iterator[Problem]:
    """Yield the fields below `path` that the format has not, in the order of the text."""
    if isinstance(node, list):
        for i, item in enumerate(node):
            yield from unknown_fields(item, (*path, i))
    names = NAMES.get(key_of(path))
    if names is None or not isinstance(node, Mapping):
        return
    for name, child in node.items():
        if name not in names:
            yield Problem((*path, name), "field_unknown")
        elif isinstance(child, Mapping | list):
            yield from unknown_fields(child, (*path, name))


def too_deep(data: dict[str, Any] | list[Any], brackets: int) -> bool:
    """Return whether objects and lists lie deeper in one another than is held; `brackets` says how many there are at most."""
    level = [data] if brackets > DEEPEST else []
    for _ in range(DEEPEST):
        inner = (node.values() if isinstance(node, dict) else node for node in level)
        level = [child for children in inner for child in children if child and isinstance(child, dict | list)]
    return bool(level)
