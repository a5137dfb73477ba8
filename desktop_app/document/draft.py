"""A draft: the plain JSON data of a contract file, whole or half-typed, changed only by making a new one."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import DEFAULT_TERMS
from desktop_app.document.fields import Kind, field_at

Draft = Mapping[str, Any]
"""What a contract file holds: objects, lists, texts, whole numbers, yes and no, null. Never changed in place."""

FORMAT, VERSION = "contract-calculator", 1
TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT})


def new_draft(issuer: Mapping[str, Any] | None = None) -> Draft:
    """Return the draft of a new quotation, with the issuer's own details where they are known."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "terms": DEFAULT_TERMS,
        "title": "",
        "quote": {},
        "issuer": dict(issuer or {}),
        "customer": {},
        "service": {},
        "dates": {},
        "prices": {"monthly": {"model": "per_account"}},
        "accounts": [],
        "policy": {},
    }


def value_at(draft: Any, path: Path) -> Any:
    """Return what stands at `path`, None where nothing does."""
    found = draft
    for key in path:
        found = found.get(key) if type(found) is dict else _child(found, key)
    return found


def _child(node: Any, key: str | int) -> Any:
    if isinstance(key, int):
        return node[key] if _is_list(node) and -1 < key < len(node) else None
    return node.get(key) if isinstance(node, Mapping) else None


def _is_list(node: object) -> bool:
    return isinstance(node, Sequence) and not isinstance(node, str)


def same(one: Any, other: Any, path: Path = ()) -> bool:
    """Return whether two drafts say the same: each value of the same kind, and nothing as good as null or empty.

    >>> same({"title": "", "quote": {}}, {}), same({"option": {}}, {}), same({"version": 1}, {"version": 1.0})
    (True, False, False)
    """
    if one is other:
        return True
    one, other = _beside(other, one, path), _beside(one, other, path)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        differing = [name for name in {**one, **other} if one.get(name) is not other.get(name)]
        return all(same(one.get(name), other.get(name), (*path, name)) for name in differing)
    if _is_list(one) and _is_list(other):
        return len(one) == len(other) and all(same(*each, (*path, i)) for i, each in enumerate(zip(one, other, strict=True)))
    return type(one) is type(other) and bool(one == other)


def _beside(other: Any, value: Any, path: Path) -> Any:
    """Return `value`, in the place of null what is empty and means the same where `other` is of a kind that can be empty."""
    if value is not None:
        return value
    field = field_at(path)
    if isinstance(other, Mapping):
        return None if field is not None and field.kind is Kind.PART else {}
    if other == "":
        return "" if field is not None and field.kind in TEXTS else None
    return [] if _is_list(other) else None


def with_value(draft: Any, path: Path, value: Any) -> Any:
    """Return a draft in which `value` stands at `path`; None takes the field (or the list's item) out, if it is there."""
    return draft if value is None and not _stands(draft, path) else _with_value(draft, path, value)


def _stands(draft: Any, path: Path) -> bool:
    *parent, key = path
    around = value_at(draft, tuple(parent))
    if isinstance(key, int):
        return _is_list(around) and key < len(around)
    return isinstance(around, Mapping) and key in around


def _with_value(draft: Any, path: Path, value: Any) -> Any:
    key, *rest = path
    if isinstance(key, int):
        return _with_item(list(draft) if _is_list(draft) else [], key, tuple(rest), value)
    changed = dict(draft) if isinstance(draft, Mapping) else {}
    new = value if not rest else _with_value(changed.get(key, [] if isinstance(rest[0], int) else {}), tuple(rest), value)
    if new is None:
        changed.pop(key, None)
    else:
        changed[key] = new
    return changed


def _with_item(items: list[Any], at: int, rest: Path, value: Any) -> list[Any]:
    if not rest and value is None:
        return [*items[:at], *items[at + 1 :]]
    old = items[at] if at < len(items) else {}
    new = value if not rest else _with_value(old, rest, value)
    return [*items[:at], new, *items[at + 1 :]]


def with_inserted(draft: Any, path: Path, values: Sequence[Any]) -> Any:
    """Return a draft in which `values` stand in the list of `path` from its last key on, what stood there behind them."""
    *parent, at = path
    items = value_at(draft, tuple(parent))
    listed = list(items) if _is_list(items) else []
    index = int(at)
    return with_value(draft, tuple(parent), [*listed[:index], *values, *listed[index:]])
