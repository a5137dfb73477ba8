"""What each outage is worth now, until when it must be claimed, and how long it lacks to one more day."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract, Outage
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.money import NOTHING, Yen
from desktop_app.calculation.periods import midnight, midnight_after
from desktop_app.calculation.statement import OutageCredit, Statement
from desktop_app.calculation.step import Step
from desktop_app.calculation.terms import Rulebook, Terms
from desktop_app.calculation.what_if import terms_of


class OneMoreDay(NamedTuple):
    """What an outage lacks to one more day of credit, and how much more it would give then (yen, before tax)."""

    lacking: Step[timedelta]
    worth: Yen


class OutageOutlook(NamedTuple):
    """One outage of the file, in its order: its credit as the statement has it, what claiming it in time takes off the total.

    `taken_off` is in yen with tax, 0 where nothing can be claimed any more; `next_day` is None where more time would give no
    more: the outage does not count, the contract ends, or the next outage begins before.
    """

    row: int
    credit: OutageCredit
    taken_off: Yen
    next_day: OneMoreDay | None


def outage_outlooks(contract: Contract, statement: Statement, rules: Rulebook) -> tuple[OutageOutlook, ...]:
    """Return the outlook of every outage; `statement` is that of the contract."""
    asked = _Outages(contract, statement, rules)
    return tuple(asked.outlook(i) for i in range(len(contract.outages)))


class _Outages:
    """The outages of one contract, and the contract with one of them changed."""

    def __init__(self, contract: Contract, statement: Statement, rules: Rulebook) -> None:
        self._contract, self._statement, self._rules = contract, statement, rules
        self._terms: Terms = terms_of(contract, rules)
        self._as_of: date = statement.as_of.value

    def outlook(self, i: int) -> OutageOutlook:
        """Return what is to be said of the outage in row `i`."""
        credit = self._statement.outages[i]
        return OutageOutlook(i, credit, self._taken_off(i, credit), self._next_day(i, credit))

    def _taken_off(self, i: int, credit: OutageCredit) -> Yen:
        if credit.status.value == "lapsed" or not credit.whole_days.value:
            return NOTHING
        unclaimed, claimed = self._with(i, claimed_on=None), self._claimed(i)
        return unclaimed.totals.total.value - claimed.totals.total.value

    def _claimed(self, i: int, restored_at: datetime | None = None) -> Statement:
        """Return the statement with the outage over by now, or at the moment given, and claimed in time."""
        outage = self._contract.outages[i]
        over = restored_at or outage.restored_at or midnight(self._as_of)
        return self._with(i, restored_at=over, claimed_on=outage.known_at.date())

    def _with(self, i: int, **changed: object) -> Statement:
        outages = list(self._contract.outages)
        outages[i] = outages[i].model_copy(update=changed)
        return evaluate(self._contract.model_copy(update={"outages": tuple(outages)}), self._as_of, self._rules)

    def _next_day(self, i: int, credit: OutageCredit) -> OneMoreDay | None:
        outage = self._contract.outages[i]
        if not (outage.attributable_to_provider and outage.total_outage):
            return None
        start, end = (each.value for each in credit.hours.given)
        needed = start + timedelta(hours=self._terms.outage_hours.value) * (credit.whole_days.value + 1)
        if needed > self._latest_end(outage):
            return None
        given: tuple[Step[Any], ...] = (credit.hours, self._terms.outage_hours, credit.whole_days)
        lacking = Step("until_next_day", needed - max(end, outage.known_at), Article.ART_11, "outage.until_next_day", given)
        return OneMoreDay(lacking, self._claimed(i, needed).outages[i].amount.value - credit.amount.value)

    def _latest_end(self, outage: Outage) -> datetime:
        """Return the moment beyond which the outage cannot go on: the end of the contract, or the next outage."""
        ends = self._statement.dates.termination
        closing = datetime.max if ends is None else midnight_after(ends.effective_on.value)  # noqa: DTZ901 - no end
        later = (each.known_at for each in self._contract.outages if each.known_at > outage.known_at)
        return min((closing, *later))
