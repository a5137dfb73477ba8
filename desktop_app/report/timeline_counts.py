"""The account counts over the time of a contract: the counts in effect, and the peak that each month is billed by."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from msgspec import Struct

from desktop_app.calculation.clauses.account_peak import AccountTimeline
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.evaluate import timeline_of
from desktop_app.calculation.kept import kept
from desktop_app.calculation.periods import Month, midnight, midnight_after
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known, known_or


class Level(Struct, frozen=True, gc=False):
    """A count of accounts and how long it is in effect; `path` is the field that it was typed into."""

    since: datetime
    until: datetime
    accounts: int
    path: Path


BilledDays = tuple[Step[Month], Step[Any], Step[Any], Step[Any], Step[Any]]
"""A month, its first and last billed day, the largest count of these and the first day on which it holds."""


class MonthPeak(NamedTuple):
    """The largest count of a month's billed days, the first day on which it holds, and the month's place in the statement."""

    place: int
    month: Month
    first: date
    last: date
    accounts: int
    on: date
    path: Path


def month_peaks(statement: Statement) -> tuple[MonthPeak, ...]:
    """Return the peaks of the billed months, as far as they are known."""
    return _peaks_of(tuple([(each.month, each.from_, each.to, each.max_accounts, each.peak_on) for each in statement.months]))


@kept
def _peaks_of(months: tuple[BilledDays, ...]) -> tuple[MonthPeak, ...]:
    found = (_month_peak(i, each) for i, each in enumerate(months))
    return tuple(each for each in found if each is not None)


def _month_peak(place: int, days: BilledDays) -> MonthPeak | None:
    month, first, last, accounts, on = days
    if any(each.value is None or not is_known(each) for each in (first, last, accounts, on)):
        return None
    typed = [each.path for each in accounts.given if each.path[:1] == ("accounts",)]
    path = typed[0] if typed else ("accounts",)
    return MonthPeak(place, month.value, first.value, last.value, accounts.value, on.value, path)


def levels_of(contract: Contract | None, months: tuple[MonthPeak, ...]) -> tuple[Level, ...]:
    """Return the counts in effect during the billed months; by the peaks alone where there is no contract to read them from."""
    if not months:
        return ()
    if contract is None:
        return tuple(Level(midnight(each.first), midnight_after(each.last), each.accounts, each.path) for each in months)
    return known_or((), lambda: _levels_within(timeline_of(contract.accounts))(months[0].first, months[-1].last))


@kept
def _levels_within(timeline: AccountTimeline) -> Callable[[date, date], tuple[Level, ...]]:
    """Return the function from the first and the last of some days to the counts in effect on them."""
    return lru_cache(maxsize=8)(lambda first, last: tuple(_levels(timeline, midnight(first), midnight_after(last))))


def _levels(timeline: AccountTimeline, start: datetime, end: datetime) -> Iterator[Level]:
    """Yield each count that is in effect for some time between `start` and `end`."""
    starts, counts, _ = timeline
    for (since, until), count in zip(pairwise((*starts, end)), counts, strict=True):
        first, last = max(since, start), min(until, end)
        if first < last and is_known(count):
            yield Level(first, last, count.value, count.path)
