"""A draft: the plain JSON data of a contract file, whole or half-typed, changed only by making a new one."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.calculation.contract import DEFAULT_TERMS
from desktop_app.calculation.step import Path

Draft = Mapping[str, Any]
"""What a contract file holds: objects, lists, texts, whole numbers, yes and no, null. Never changed in place."""

FORMAT, VERSION = "contract-calculator", 1


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
        found = _child(found, key)
    return found


def _child(node: Any, key: str | int) -> Any:
    if isinstance(key, int):
        return node[key] if isinstance(node, Sequence) and not isinstance(node, str) and -1 < key < len(node) else None
    return node.get(key) if isinstance(node, Mapping) else None


def with_value(draft: Any, path: Path, value: Any) -> Any:
    """Return a draft in which `value` stands at `path`; None takes the field (or the list's item) out."""
    key, *rest = path
    if isinstance(key, int):
        items = list(draft) if isinstance(draft, Sequence) and not isinstance(draft, str) else []
        return _with_item(items, key, tuple(rest), value)
    changed = dict(draft) if isinstance(draft, Mapping) else {}
    new = value if not rest else with_value(changed.get(key, [] if isinstance(rest[0], int) else {}), tuple(rest), value)
    if new is None:
        changed.pop(key, None)
    else:
        changed[key] = new
    return changed


def _with_item(items: list[Any], at: int, rest: Path, value: Any) -> list[Any]:
    if not rest and value is None:
        return [*items[:at], *items[at + 1 :]]
    old = items[at] if at < len(items) else {}
    new = value if not rest else with_value(old, rest, value)
    return [*items[:at], new, *items[at + 1 :]]


def with_inserted(draft: Any, path: Path, values: Sequence[Any]) -> Any:
    """Return a draft in which `values` stand in the list of `path` from its last key on, what stood there behind them."""
    *parent, at = path
    items = value_at(draft, tuple(parent))
    listed = list(items) if isinstance(items, Sequence) and not isinstance(items, str) else []
    index = int(at)
    return with_value(draft, tuple(parent), [*listed[:index], *values, *listed[index:]])
