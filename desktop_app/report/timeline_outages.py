"""The outages in the time of a contract: from when to when, and what is known of each."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract, Outage
from desktop_app.calculation.periods import MIDNIGHT, ONE_DAY
from desktop_app.calculation.statement import OutageCredit, Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import UNKNOWN_CREDIT, is_known, known_or

KNOWN = ("hours", "whole_days", "status", "claim_deadline")
"""What is told of an outage besides its time; the amount of its credit is not drawn, so that no price changes the picture."""


class OutageItem(NamedTuple):
    """An outage's first and last day, its field, its place in the statement, and its moments and figures by name."""

    first: date
    last: date
    path: Path
    figure: Path
    values: tuple[tuple[str, Any], ...]


def outage_items(contract: Contract | None, statement: Statement | None) -> Iterator[OutageItem]:
    """Yield the outages whose time is known: as they were typed, else as they were reckoned."""
    none: tuple[Outage, ...] = ()
    typed = none if contract is None else known_or(none, lambda: tuple(contract.outages))
    credits_ = () if statement is None else statement.outages
    for i in range(max(len(typed), len(credits_))):
        credit = credits_[i] if i < len(credits_) else UNKNOWN_CREDIT
        item = known_or(None, partial(_outage, i, typed[i] if i < len(typed) else None, credit))
        if item is not None:
            yield item


def _outage(i: int, outage: Outage | None, credit: OutageCredit) -> OutageItem | None:
    since, until, ongoing = _typed(outage, credit) if outage is not None else _reckoned(credit)
    if since is None or until is None:
        return None
    values = (("row", i + 1), ("since", since), ("until", until), ("ongoing", ongoing))
    figures = tuple((name, step.value) for name in KNOWN if is_known(step := getattr(credit, name)) and step.value is not None)
    last = until.date() - ONE_DAY if until.time() == MIDNIGHT and until > since else until.date()
    return OutageItem(
        since.date(), max(since.date(), last), ("outages", i, "known_at"), ("outages", i, "status"), (*values, *figures)
    )


def _typed(outage: Outage, credit: OutageCredit) -> tuple[datetime, datetime, bool]:
    """Return from when to when; one that goes on ends for now where the reckoning ends it."""
    since = outage.known_at
    if outage.restored_at is not None:
        return since, max(since, outage.restored_at), False
    end = _given(credit.hours, "outage_end")
    return since, since if end is None else max(since, end), True


def _reckoned(credit: OutageCredit) -> tuple[datetime | None, datetime | None, bool]:
    ongoing = is_known(credit.status) and credit.status.value == "ongoing"
    return _given(credit.hours, "outage_start"), _given(credit.hours, "outage_end"), ongoing


def _given(hours: Step[Any], name: str) -> Any:
    """Return a moment that the length was reckoned from; None where the length is not known."""
    return next((each.value for each in hours.given if each.name == name), None)
