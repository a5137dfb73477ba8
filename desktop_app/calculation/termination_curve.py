"""What ending the contract costs on each possible day, the cheapest of them, and the first with nothing to settle."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.calculation.cautions import Findings
from desktop_app.calculation.clauses.bill import BilledMonth
from desktop_app.calculation.clauses.listed_period import ListedMonth
from desktop_app.calculation.clauses.outage_credit import BilledFees
from desktop_app.calculation.clauses.outage_time import Limits
from desktop_app.calculation.contract import Contract, Outage
from desktop_app.calculation.evaluate import Reading
from desktop_app.calculation.money import Yen
from desktop_app.calculation.outages import OutageInTime, outage_in_time
from desktop_app.calculation.periods import Month, Span, midnight_after, period_end
from desktop_app.calculation.statement import OutageCredit, Settlement
from desktop_app.calculation.step import Step
from desktop_app.calculation.terms import Rulebook, Terms
from desktop_app.calculation.what_if import ending_on, termination_on, terms_of

DAYS_AROUND = timedelta(days=60)
"""So many days past the minimum term, or past the as-of date, the curve goes on; and begins before billing start at most."""


class EndingDay(NamedTuple):
    """What ending on a day costs: the settlement, and all that is paid over the whole contract with tax, in yen.

    `notice_by` is the last day on which a notice that leads to it may arrive, None where no notice is needed; `in_time` says
    whether that day still lies ahead, or the contract does end on this day.
    """

    effective_on: date
    notice_by: date | None
    in_time: bool
    settlement: Yen
    total: Yen


class Beside(NamedTuple):
    """How much more is paid in all when the contract ends a day earlier or later; None beyond the ends of the curve."""

    earlier: Yen | None
    later: Yen | None


class TerminationCurve(NamedTuple):
    """The days in order; the places in it of the cheapest and of the first without a settlement among those still in time.

    There always are such days: the curve goes on for longer than a notice takes, past the minimum term.
    """

    days: tuple[EndingDay, ...]
    cheapest: int
    earliest_free: int

    def beside(self, i: int) -> Beside:
        """Return what a day earlier or later than the `i`-th would cost more."""
        total = self.days[i].total
        earlier = self.days[i - 1].total - total if i else None
        return Beside(earlier, self.days[i + 1].total - total if i + 1 < len(self.days) else None)

    def at(self, day: date) -> int | None:
        """Return the place of a day, None where the curve has it not."""
        i = (day - self.days[0].effective_on).days
        return i if 0 <= i < len(self.days) else None


def termination_curve(contract: Contract, as_of: date, rules: Rulebook) -> TerminationCurve:
    """Return the curve of a contract without problems; the ending that it has, if any, is one day among the others."""
    return curve_of(tuple(ending_days(contract, as_of, rules)))


def ending_days(contract: Contract, as_of: date, rules: Rulebook) -> Iterator[EndingDay]:
    """Yield the days of the curve in order, each reckoned when it is asked for."""
    endings = _Endings(contract, as_of, rules)
    terms = terms_of(contract, rules)
    own = None if contract.termination is None else endings.statement().dates.termination
    own_day = None if own is None else own.effective_on.value
    return (endings.on(day, own_day, terms) for day in _days(contract, as_of, terms))


def curve_of(days: tuple[EndingDay, ...]) -> TerminationCurve:
    """Return the curve that all its days make."""
    reached = [i for i, each in enumerate(days) if each.in_time]
    free = next(i for i in reached if not days[i].settlement)
    return TerminationCurve(days, min(reached, key=lambda i: days[i].total), free)


def _days(contract: Contract, as_of: date, terms: Terms) -> Iterator[date]:
    start, accepted = contract.dates.billing_start, contract.dates.accepted_on
    first = max(as_of, accepted or start, start - DAYS_AROUND)
    last = max(period_end(start, terms.minimum_term_months.value), first) + DAYS_AROUND
    return (first + timedelta(days=i) for i in range((last - first).days + 1))


class _Endings(Reading):
    """One contract read for one ending after another: what several endings share is reckoned once.

    The values are those that `evaluate` gives for each; the reasons are not kept apart, so only values leave this class.
    """

    def __init__(self, contract: Contract, as_of: date, rules: Rulebook) -> None:
        super().__init__(contract, as_of, rules)
        self._whole = contract
        self._months: dict[tuple[Month, int], BilledMonth] = {}
        self._fees: dict[Span, Step[Yen]] = {}
        self._lines: dict[tuple[Month, Yen, int], Step[Yen]] = {}
        self._over: dict[int, OutageInTime] = {}
        self._credits: dict[tuple[int, tuple[object, ...]], OutageCredit] = {}

    def on(self, day: date, own_day: date | None, terms: Terms) -> EndingDay:
        """Return what ending on `day` costs."""
        self.contract = ending_on(self._whole, day, terms)
        notice_by = termination_on(self._whole, day, terms).notice_arrived_on
        first = max(self.as_of.value, self._whole.dates.accepted_on or date.min)
        totals = self.statement().totals
        in_time = notice_by is None or notice_by >= first or day == own_day
        return EndingDay(day, notice_by, in_time, totals.settlement.value, totals.total.value)

    def _billed_month(self, listed: ListedMonth) -> BilledMonth:
        key = listed.month.value, listed.days.value
        known = self._months.get(key)
        if known is None:
            known = self._months[key] = super()._billed_month(listed)
        return known

    def _scheduled_fee(self, days: Span) -> Step[Yen]:
        known = self._fees.get(days)
        if known is None:
            known = self._fees[days] = super()._scheduled_fee(days)
        return known

    def _charged_line(self, month: Step[Month], fee: Step[Yen], days: Step[int], length: Step[int]) -> Step[Yen]:
        key = month.value, fee.value, days.value
        known = self._lines.get(key)
        if known is None:
            known = self._lines[key] = super()._charged_line(month, fee, days, length)
        return known

    def _in_time(self, limits: Limits) -> tuple[OutageInTime | None, ...]:
        return tuple([self._one_in_time(i, each, limits) for i, each in enumerate(self.contract.outages)])

    def _one_in_time(self, i: int, outage: Outage, limits: Limits) -> OutageInTime:
        """Return an outage but for its amounts, which of one that was over before the end is the same for every later end."""
        ended = limits.effective_on
        assert ended is not None  # noqa: S101 - every contract asked about here ends
        over = outage.restored_at is not None and outage.restored_at <= midnight_after(ended.value)
        if over and i in self._over:
            return self._over[i]
        made = outage_in_time(i, outage, limits, self.terms, self.assumed)
        if over:
            self._over[i] = made
        return made

    def _credit(self, outage: OutageInTime, fees: Mapping[Month, BilledFees]) -> OutageCredit:
        """Return the credit of an outage; one that was over before the end depends on the fees of its months alone."""
        if outage is not self._over.get(outage.place):
            return super()._credit(outage, fees)
        owed = [fees[month] for month in outage.blocks]
        key = outage.place, tuple([(own.monthly_fee.value, own.billed_fee.value, own.left) for own in owed])
        known = self._credits.get(key)
        if known is None:
            known = self._credits[key] = super()._credit(outage, fees)
        return known

    def _findings(self, settled: Settlement | None) -> Findings:  # noqa: ARG002 - as every reading is asked
        return Findings(self.terms, None)  # no warnings are asked for, and this one costs a second settlement
