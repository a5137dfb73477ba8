"""The order of rows, which they find by themselves: by time, tiers by their limits; and what a table's first row begins with."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.fields import key_of
from desktop_app.document.typed_days import time_of

ORDERED_BY = {"accounts": "from", "changes": "accepted_on", "outages": "known_at", "prices.monthly.tiers": "up_to"}
WITHOUT_LIMIT = (1, 0)


def in_order(table: Path, items: Sequence[Any]) -> list[Any]:
    """Return the rows of a table in their order; one that is half-typed stays where it is.

    >>> in_order(("accounts",), [{"from": "2024-09-15T10:00"}, {"from": "2024-0"}, {"from": "2024-07-10"}])
    [{'from': '2024-07-10'}, {'from': '2024-0'}, {'from': '2024-09-15T10:00'}]
    """
    name = ORDERED_BY[key_of(table)]
    places = {i: place for i, item in enumerate(items) if (place := _place(item, name)) is not None}
    in_turn = iter(sorted(places, key=lambda i: places[i]))
    return [items[next(in_turn)] if i in places else item for i, item in enumerate(items)]


def _place(item: Any, name: str) -> Any:
    """Return what puts a row before or behind others; None of one that has no place yet."""
    raw = item.get(name) if isinstance(item, Mapping) else None
    if name != "up_to":
        return time_of(raw) if isinstance(raw, str) else None
    if isinstance(item, Mapping) and item and raw is None:
        return WITHOUT_LIMIT
    return (0, raw) if type(raw) is int else None


def begun_row(table: Path, draft: Draft) -> dict[str, Any]:
    """Return what a new row holds before anything is typed: the first account record begins with the billing."""
    start = value_at(draft, ("dates", "billing_start"))
    day = time_of(start) if isinstance(start, str) else None
    if key_of(table) != "accounts" or value_at(draft, table) or not _can_be_named(day):
        return {}
    return {"from": start}


def _can_be_named(day: datetime | None) -> bool:
    return day is not None and FIRST_DAY <= date(day.year, day.month, day.day) <= LAST_DAY
