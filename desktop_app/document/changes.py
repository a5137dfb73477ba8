"""What lies between two drafts, as a list of changes small enough to be written down at every key."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft


class Change(NamedTuple):
    """A place and what stands there now; `gone` when nothing does."""

    path: Path
    value: Any = None
    gone: bool = False


def changes(before: Draft, after: Draft) -> list[Change]:
    """Return what leads from one draft to another; what both share by identity is not looked into.

    >>> changes({"title": "a", "accounts": []}, {"title": "b"})
    [Change(path=('title',), value='b', gone=False), Change(path=('accounts',), value=None, gone=True)]
    """
    return list(_changes(before, after, ()))


def _changes(before: Any, after: Any, path: Path) -> Iterator[Change]:
    if before is after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in after:
            if key in before:
                yield from _changes(before[key], after[key], (*path, key))
            else:
                yield Change((*path, key), after[key])
        yield from (Change((*path, key), gone=True) for key in before if key not in after)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from _changes(old, new, (*path, index))
    elif type(before) is not type(after) or before != after:
        yield Change(path, after)


def applied(draft: Draft, made: Iterable[Change]) -> Draft:
    """Return the draft that the changes lead to; LookupError or TypeError when they were not made of such a draft."""
    present: Any = draft
    for change in made:
        present = _applied(present, change.path, change)
    result: Draft = present
    return result


def _applied(node: Any, path: Path, change: Change) -> Any:
    key, *rest = path
    copy: Any = list(node) if isinstance(key, int) else dict(node)
    if change.gone and not rest:
        del copy[key]
    elif rest:
        copy[key] = _applied(copy[key], tuple(rest), change)
    else:
        copy[key] = change.value
    return copy
