"""Outages but for their amounts: no price changes any of this."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.clauses.outage_credit import Claim, claim_status, credit_blocks
from desktop_app.calculation.clauses.outage_time import ClaimDays, Limits, OutageTime, claim_days, outage_time
from desktop_app.calculation.contract import Outage
from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Step
from desktop_app.calculation.terms import Terms
from desktop_app.calculation.unknown import known_or


class OutageInTime(NamedTuple):
    """An outage but for its amounts: how long it lasted, its blocks by month, until when it can be claimed, where that stands.

    `place` is its place in the file, from 0.
    """

    place: int
    time: OutageTime
    blocks: Mapping[Month, int]
    days: ClaimDays
    status: Step[str]


def outage_in_time(i: int, outage: Outage, limits: Limits, terms: Terms, assumed: Assumptions) -> OutageInTime:
    """Return the `i`-th outage of the file but for its amounts."""
    path = ("outages", i)
    time = outage_time(outage, path, limits, terms)
    days = claim_days(outage, path, time, terms, assumed)
    status = claim_status(outage, path, Claim(time.ongoing, time.whole_days, time.hours, days.deadline, limits.as_of))
    return OutageInTime(i, time, credit_blocks(time.start, time.whole_days, terms), days, status)


def outages_in_time(
    outages: Sequence[Outage], limits: Limits, terms: Terms, assumed: Assumptions
) -> tuple[OutageInTime | None, ...]:
    """Return the outages but for their amounts; None for one of which that cannot be known."""
    each = ((i, outage, limits, terms, assumed) for i, outage in enumerate(outages))
    return tuple([known_or(None, partial(outage_in_time, *given)) for given in each])
