"""The outages in the time of a contract: from when to when, and what is known of each."""

from datetime import date, datetime, timedelta
from functools import partial
from itertools import zip_longest
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract, Outage
from desktop_app.calculation.kept import kept
from desktop_app.calculation.periods import MIDNIGHT, ONE_DAY
from desktop_app.calculation.statement import OutageCredit, Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import UNKNOWN_CREDIT, is_known, known_or

Told = tuple[Step[timedelta], Step[int], Step[str], Step[Any]]
TOLD = ("hours", "whole_days", "status", "claim_deadline")
"""What is told of an outage besides its time; the amount of its credit is not drawn, so that no price changes the picture."""
UNKNOWN = (UNKNOWN_CREDIT.hours, UNKNOWN_CREDIT.whole_days, UNKNOWN_CREDIT.status, UNKNOWN_CREDIT.claim_deadline)


class OutageItem(NamedTuple):
    """An outage's first and last day, its field, its place in the statement, and its moments and figures by name."""

    first: date
    last: date
    path: Path
    figure: Path
    values: tuple[tuple[str, Any], ...]


def outage_items(contract: Contract | None, statement: Statement | None) -> tuple[OutageItem, ...]:
    """Return the outages whose time is known: as they were typed, else as they were reckoned."""
    typed: tuple[Outage, ...] = () if contract is None else known_or((), lambda: tuple(contract.outages))
    reckoned = [] if statement is None else [_told_of(each) for each in statement.outages]
    return _items_of(typed, tuple(reckoned))


def _told_of(credit: OutageCredit) -> Told:
    return credit.hours, credit.whole_days, credit.status, credit.claim_deadline


@kept
def _items_of(typed: tuple[Outage, ...], reckoned: tuple[Told, ...]) -> tuple[OutageItem, ...]:
    pairs = enumerate(zip_longest(typed, reckoned))
    found = (known_or(None, partial(_outage, i, outage, figures or UNKNOWN)) for i, (outage, figures) in pairs)
    return tuple(each for each in found if each is not None)


def _outage(i: int, outage: Outage | None, reckoned: Told) -> OutageItem | None:
    hours, _, status, _ = reckoned
    since, until, ongoing = _typed(outage, hours) if outage is not None else _reckoned(hours, status)
    if since is None or until is None:
        return None
    values = (("row", i + 1), ("since", since), ("until", until), ("ongoing", ongoing))
    named = zip(TOLD, reckoned, strict=True)
    figures = tuple((name, step.value) for name, step in named if is_known(step) and step.value is not None)
    last = until.date() - ONE_DAY if until.time() == MIDNIGHT and until > since else until.date()
    return OutageItem(
        since.date(), max(since.date(), last), ("outages", i, "known_at"), ("outages", i, "status"), (*values, *figures)
    )


def _typed(outage: Outage, hours: Step[timedelta]) -> tuple[datetime, datetime, bool]:
    """Return from when to when; one that goes on ends for now where the reckoning ends it."""
    since = outage.known_at
    if outage.restored_at is not None:
        return since, max(since, outage.restored_at), False
    end = _given(hours, "outage_end")
    return since, since if end is None else max(since, end), True


def _reckoned(hours: Step[timedelta], status: Step[str]) -> tuple[datetime | None, datetime | None, bool]:
    ongoing = is_known(status) and status.value == "ongoing"
    return _given(hours, "outage_start"), _given(hours, "outage_end"), ongoing


def _given(hours: Step[Any], name: str) -> Any:
    """Return a moment that the length was reckoned from; None where the length is not known."""
    return next((each.value for each in hours.given if each.name == name), None)
