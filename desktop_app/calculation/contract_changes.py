"""In which fields two contracts differ, and one of them with some of the other's fields."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.step import Path

ROWS: Mapping[str, Callable[[Any], Hashable]] = {
    "accounts": lambda record: record.starts,
    "changes": lambda change: (change.accepted_on, change.item),
    "outages": lambda outage: outage.known_at,
}
"""The tables of a contract, and by what a row of one contract is taken for a row of the other."""
MOST_ROWS_APART = 40
"""A table in which more rows than these differ is one change: nobody reads so many lines."""
ONE_FIELD = frozenset({"option", "termination"})
"""Parts whose fields mean something only together."""
NEVER_COMPARED = frozenset({"format", "version", "digest"})


class Change(NamedTuple):
    """A field, or a row of a table, that differs; None where one of the contracts has none.

    The row in `path` is the second contract's, or the first's where only that has it.
    """

    path: Path
    before: Any
    after: Any


def changes_between(one: Contract, other: Contract) -> tuple[Change, ...]:
    """Return what differs between two contracts, in the order of the file format."""
    return tuple(_changes(one, other, ()))


def _changes(one: Part, other: Part, path: Path) -> Iterator[Change]:
    for name, field in members_of(type(one)).items():
        before, after = getattr(one, name), getattr(other, name)
        here: Path = (*path, field.encode_name)
        if before == after or (not path and name in NEVER_COMPARED):
            continue
        if not path and name in ROWS:
            yield from _row_changes(name, before, after)
        elif isinstance(before, Part) and type(before) is type(after) and name not in ONE_FIELD:
            yield from _changes(before, after, here)
        else:
            yield Change(here, before, after)


def _row_changes(table: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    rows = [each for each in _paired(table, before, after) if each.before != each.after]
    yield from rows if len(rows) <= MOST_ROWS_APART else [Change((table,), before, after)]


def _paired(table: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    """Yield every row of a table with its counterpart, so that the rows of both contracts stay in their order."""
    ours, theirs = _named(table, before), _named(table, after)
    one, other = [*ours], [*theirs]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other).get_opcodes():
        if tag == "equal":
            yield from (Change((table, theirs[name]), before[ours[name]], after[theirs[name]]) for name in one[i1:i2])
        else:
            yield from (Change((table, ours[name]), before[ours[name]], None) for name in one[i1:i2])
            yield from (Change((table, theirs[name]), None, after[theirs[name]]) for name in other[j1:j2])


def _named(table: str, rows: Sequence[Any]) -> dict[Hashable, int]:
    """Return the places of the rows by what names them, the second and third of the same name told apart.

    Account records stand in the order of time, since theirs in the file means nothing.
    """
    same: defaultdict[Hashable, Iterator[int]] = defaultdict(count)
    names: dict[Hashable, int] = {}
    order = sorted(range(len(rows)), key=lambda i: rows[i].starts) if table == "accounts" else range(len(rows))
    for i in order:
        key = ROWS[table](rows[i])
        names[key, next(same[key])] = i
    return names


def with_changes(one: Contract, other: Contract, taken: Collection[Change]) -> Contract:
    """Return the first contract with those changes towards the second that are taken."""
    names = {_name(each) for each in taken}
    update = {table: _table(table, one, other, names) for table in ROWS}
    scalars = [each for each in taken if each.path[0] not in ROWS]
    for each in scalars:
        top = str(each.path[0])
        update[top] = _with_field(update.get(top, getattr(one, top)), each.path[1:], each.after)
    return one.model_copy(update=update)


def _with_field(part: Any, path: Path, value: object) -> Any:
    if not path:
        return value
    name = str(path[0])
    return part.model_copy(update={name: _with_field(getattr(part, name), path[1:], value)})


def _table(table: str, one: Contract, other: Contract, taken: Collection[tuple[object, ...]]) -> tuple[Any, ...]:
    before, after = getattr(one, table), getattr(other, table)
    if ((table,), False, False) in taken:
        return tuple(after)
    rows = (each.after if _name(each) in taken else each.before for each in _paired(table, before, after))
    return tuple(row for row in rows if row is not None)


def _name(change: Change) -> tuple[object, ...]:
    """Return what tells a change from every other; a row that has gone may have stood where another now stands."""
    return change.path, change.before is None, change.after is None
