"""Art. 11: how long an outage lasted, how many whole days that makes, and until when the credit can be claimed."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.contract import Outage
from desktop_app.calculation.periods import first_counted_day, midnight, midnight_after, period_end
from desktop_app.calculation.step import Path, Step, field
from desktop_app.calculation.terms import Terms

HERE = Article.ART_11


class Limits(NamedTuple):
    """The contract as the limit of an outage: from billing start to the effective day, if any; `as_of` is today."""

    billing_start: Step[date]
    effective_on: Step[date] | None
    as_of: Step[date]

    @property
    def over(self) -> bool:
        """Whether the contract has ended before the as-of date."""
        return self.effective_on is not None and self.as_of.value > self.effective_on.value


class OutageTime(NamedTuple):
    """The time of one outage within the contract."""

    start: Step[datetime]
    end: Step[datetime]
    hours: Step[timedelta]
    whole_days: Step[int]
    ongoing: bool


class ClaimDays(NamedTuple):
    """From which day and until which day a credit can be claimed; None where that is not known yet."""

    claimable_on: Step[date | None]
    deadline: Step[date | None]


def outage_time(outage: Outage, path: Path, limits: Limits, terms: Terms) -> OutageTime:
    """Return when the outage counts from and to, its length, and its whole days (0 when it does not count)."""
    start = _start(outage, path, limits)
    end = _end(outage, path, limits)
    hours = Step("hours", max(timedelta(), end.value - start.value), HERE, "outage.hours", (start, end))
    return OutageTime(start, end, hours, _whole_days(outage, path, hours, terms), outage.restored_at is None and not limits.over)


def _start(outage: Outage, path: Path, limits: Limits) -> Step[datetime]:
    known = field("known_at", outage.known_at, *path, "known_at")
    opening = midnight(limits.billing_start.value)
    if outage.known_at < opening:
        return Step("outage_start", opening, HERE, "outage.start_at_billing_start", (known, limits.billing_start))
    return Step("outage_start", outage.known_at, HERE, "outage.start_when_known", (known,))


def _end(outage: Outage, path: Path, limits: Limits) -> Step[datetime]:
    restored_at = outage.restored_at
    restored = field("restored_at", restored_at, *path, "restored_at")
    if restored_at is None and not limits.over:
        return Step("outage_end", midnight(limits.as_of.value), HERE, "outage.end_as_of", (restored, limits.as_of))
    ended = limits.effective_on
    if ended is not None and (restored_at is None or restored_at > midnight_after(ended.value)):
        return Step("outage_end", midnight_after(ended.value), HERE, "outage.end_of_contract", (restored, ended))
    assert restored_at is not None  # noqa: S101 - it is None only before or at the end of the contract
    return Step("outage_end", restored_at, HERE, "outage.end_restored", (restored,))


def _whole_days(outage: Outage, path: Path, hours: Step[timedelta], terms: Terms) -> Step[int]:
    for name in ("attributable_to_provider", "total_outage"):
        if not getattr(outage, name):
            flag = field(name, False, *path, name)  # noqa: FBT003 - what the user said
            return Step("whole_days", 0, HERE, f"outage.not_{name}", (flag, hours))
    block = timedelta(hours=terms.outage_hours.value)
    days = hours.value // block
    if days:
        return Step("whole_days", days, Article.ANNEX_3, "outage.whole_days", (hours, terms.outage_hours))
    short = Step("shortfall", block - hours.value, HERE, "outage.shortfall", (hours, terms.outage_hours))
    return Step("whole_days", 0, HERE, "outage.too_short", (hours, terms.outage_hours, short))


def claim_days(outage: Outage, path: Path, time: OutageTime, terms: Terms, assumed: Assumptions) -> ClaimDays:
    """Return the day from which the claim is possible and the last day for it, months counted by the Civil Code."""
    if not time.whole_days.value:
        return _no_claim(HERE, "outage.nothing_to_claim", time.whole_days)
    if outage.claimable_on is not None:
        named = field("claimable_on", outage.claimable_on, *path, "claimable_on")
        return _claim_days(named, (named,), outage.claimable_on + timedelta(days=1), terms)
    policy = assumed.claimable_from
    if policy.value == "restored" and time.ongoing:
        return _no_claim(Article.POLICY, "outage.claimable_when_restored", policy)
    moment = _claimable_moment(time, terms, assumed)
    day = Step("claimable_on", moment.value.date(), Article.POLICY, f"outage.claimable_{policy.value}", (moment, policy))
    return _claim_days(day, (moment, policy), first_counted_day(moment.value), terms)


def _no_claim(article: Article, says: str, why: Step[Any]) -> ClaimDays:
    return ClaimDays(Step("claimable_on", None, article, says, (why,)), Step("claim_deadline", None, article, says, (why,)))


def _claimable_moment(time: OutageTime, terms: Terms, assumed: Assumptions) -> Step[datetime]:
    if assumed.claimable_from.value == "restored":
        return Step("claimable_moment", time.end.value, Article.POLICY, "outage.moment_restored", (time.end,))
    moment = time.start.value + timedelta(hours=terms.outage_hours.value)
    return Step("claimable_moment", moment, HERE, "outage.moment_after_hours", (time.start, terms.outage_hours))


def _claim_days(claimable_on: Step[date], since: tuple[Step[Any], ...], first: date, terms: Terms) -> ClaimDays:
    says = "outage.first_day_counts" if first == claimable_on.value else "outage.first_day_not_counted"
    counted = Step("first_counted", first, Article.CIVIL_CODE_140, says, since)
    last = period_end(first, terms.claim_months.value)
    return ClaimDays(claimable_on, Step("claim_deadline", last, HERE, "outage.deadline", (counted, terms.claim_months)))
