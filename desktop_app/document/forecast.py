"""Account counts of months to come as plain records of the contract file, marked as forecast by their note.

Nothing is reckoned later on: what a forecast says stands in the records, and can be read, changed and taken out as any other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any, Literal, NamedTuple

from desktop_app.calculation.clauses.account_peak import account_peak, account_timeline
from desktop_app.calculation.contract import AccountRecord
from desktop_app.calculation.limits import MOST_ACCOUNTS
from desktop_app.calculation.periods import Month, Span, first_counted_day, midnight, months_between
from desktop_app.document.draft import Draft, value_at, with_value

Growth = Literal["constant", "added", "percent", "last_year"]
"""Whole counts a month: as the last, so many more each month, so many per cent more each month, as the month a year before."""

MARKS = ("予測", "forecast")
"""How the note of a forecast record begins, in either language."""
MOST_MONTHS = 120
MOST_DECIMALS = 6
LAST_YEAR = -12


class Plan(NamedTuple):
    """How counts go on from `first` to `last`; `change` is the number a month, or the per cent."""

    growth: Growth
    first: Month
    last: Month
    change: Decimal = Decimal(0)


class Forecast(NamedTuple):
    """The records of a forecast, as a contract file has them, and the count on a day that they go on from."""

    base_on: date
    base: int
    records: tuple[dict[str, Any], ...]


class ForecastError(ValueError):
    """A forecast that cannot be made; `cause` says why."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


def is_forecast(note: str) -> bool:
    """Return whether a record's note says that it is a forecast."""
    return note.strip().casefold().startswith(MARKS)


def next_month(records: Sequence[AccountRecord]) -> Month:
    """Return the month after the last record that is no forecast, after the last of all where there is no other."""
    recorded = [each.starts for each in records if not is_forecast(each.note)]
    return Month.of(max(recorded or [each.starts for each in records])).plus(1)


def forecast(records: Sequence[AccountRecord], plan: Plan, note: str) -> Forecast:
    """Return the forecast that follows the records before its first month; each of its own has `note`, which says so.

    ForecastError: `no_records`, `no_months`, `too_many_months`, `recorded` where a count is already recorded for the months,
    `no_year_before` where last year's month has none, `out_of_range`.
    """
    if not is_forecast(note):
        message = "the note of a forecast says that it is one"
        raise ValueError(message)
    start = midnight(plan.first.first)
    known = [each for each in records if each.starts < start or not is_forecast(each.note)]
    months = _months(plan, known)
    base = max(known, key=lambda each: each.starts)
    counts = list(_counts(plan, known, base.count, months))
    if max(counts) > MOST_ACCOUNTS:
        raise ForecastError("out_of_range")
    rows = ({"from": month.first.isoformat(), "count": n, "note": note} for month, n in zip(months, counts, strict=True))
    return Forecast(base.starts.date(), base.count, tuple(rows))


def _months(plan: Plan, known: Sequence[AccountRecord]) -> tuple[Month, ...]:
    months = tuple(islice(months_between(plan.first, plan.last), MOST_MONTHS + 1))
    if not months or len(months) > MOST_MONTHS:
        raise ForecastError("too_many_months" if months else "no_months")
    if not known:
        raise ForecastError("no_records")
    if any(each.starts >= midnight(plan.first.first) for each in known):
        raise ForecastError("recorded")
    return months


def _counts(plan: Plan, known: Sequence[AccountRecord], base: int, months: Sequence[Month]) -> Iterator[int]:
    """Yield the count of each month; a rate is compounded from the base, so that no rounding is carried on."""
    if plan.growth == "last_year":
        yield from _last_year(known, months)
        return
    change = _exact(plan.change)
    of_month: Callable[[int], Fraction] = {
        "constant": lambda _: Fraction(base),
        "added": lambda k: base + k * change,
        "percent": lambda k: base * max(Fraction(), 1 + change / 100) ** k,
    }[plan.growth]
    for k in range(1, len(months) + 1):
        yield _rounded_half_up(max(Fraction(), of_month(k)))


def _exact(change: Decimal) -> Fraction:
    """Return the change as it stands; one of many digits is none that a person means."""
    if not change.is_finite() or abs(change) > MOST_ACCOUNTS or change != round(change, MOST_DECIMALS):
        raise ForecastError("out_of_range")
    return Fraction(change)


def _rounded_half_up(count: Fraction) -> int:
    return (2 * count.numerator + count.denominator) // (2 * count.denominator)


def _last_year(known: Sequence[AccountRecord], months: Sequence[Month]) -> Iterator[int]:
    """Yield the largest count in each month a year before; what the forecast itself says counts for months after its first."""
    timeline, earliest = account_timeline(known), first_counted_day(min(each.starts for each in known))
    made: dict[Month, int] = {}
    for month in months:
        before = month.plus(LAST_YEAR)
        if before not in made and earliest > before.last:
            raise ForecastError("no_year_before")
        days = Span(max(before.first, earliest), before.last)
        made[month] = made[before] if before in made else account_peak(timeline, days).accounts.value
        yield made[month]


def with_forecast(draft: Draft, made: Forecast) -> Draft:
    """Return the draft with a forecast in the place of any that it had from the same day on."""
    first = made.records[0]["from"]
    rows = value_at(draft, ("accounts",)) or []
    kept = [row for row in rows if not (isinstance(row, Mapping) and _is_replaced(row, first))]
    changed: Draft = with_value(draft, ("accounts",), [*kept, *made.records])
    return changed


def _is_replaced(row: Mapping[str, Any], first: str) -> bool:
    return is_forecast(str(row.get("note"))) and str(row.get("from")) >= first
