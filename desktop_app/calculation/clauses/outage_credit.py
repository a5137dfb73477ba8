"""Art. 11, Annex 3: what an outage takes off the fees (料金の減額), month by month, and where its claim stands."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.contract import Outage
from desktop_app.calculation.money import Yen, total
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import CreditLine
from desktop_app.calculation.step import Path, Step, field, month_step, rounded
from desktop_app.calculation.terms import Terms
from desktop_app.calculation.unknown import UNKNOWN_CREDIT_LINE, known_or

HERE = Article.ANNEX_3


class BilledFees(NamedTuple):
    """Of a billed month in yen: the fee before proration, the billed fee, and the credits granted for earlier outages."""

    monthly_fee: Step[Yen]
    billed_fee: Step[Yen]
    credited: tuple[Step[Yen], ...] = ()

    @property
    def left(self) -> Yen:
        """What the earlier credits left of the billed fee."""
        return self.billed_fee.value - total(credit.value for credit in self.credited)


class Claim(NamedTuple):
    """What decides where a claim stands; `claimable_on` and `deadline` are None where that is not known."""

    ongoing: bool
    whole_days: Step[int]
    hours: Step[timedelta]
    deadline: Step[date | None]
    as_of: Step[date]


def credit_blocks(start: Step[datetime], whole_days: Step[int], terms: Terms) -> Mapping[Month, int]:
    """Return how many blocks of an outage begin in each month."""
    block = timedelta(hours=terms.outage_hours.value)
    return Counter(Month.of((start.value + k * block).date()) for k in range(whole_days.value))


def credit_lines(
    blocks: Mapping[Month, int], fees: Mapping[Month, BilledFees], terms: Terms, assumed: Assumptions
) -> tuple[CreditLine, ...]:
    """Return the credit of each month in which blocks of the outage begin; a month without billed days gives nothing."""
    return tuple([_line(month, days, fees[month], terms, assumed) for month, days in blocks.items() if month in fees])


def _line(month: Month, blocks: int, fees: BilledFees, terms: Terms, assumed: Assumptions) -> CreditLine:
    when = month_step(month)
    days = Step("credit_days", blocks, HERE, "outage.days_of_month", (when,))
    amount = known_or(UNKNOWN_CREDIT_LINE, lambda: _amount(when, days, fees, terms.credit_divisor, assumed))
    return CreditLine(when, days, fees.monthly_fee, amount)


def _amount(when: Step[Month], days: Step[int], fees: BilledFees, divisor: Step[int], assumed: Assumptions) -> Step[Yen]:
    exact = fees.monthly_fee.value * Fraction(days.value, divisor.value)
    amount = rounded("credit_line", exact, assumed.rounding, HERE, "outage.line", (when, fees.monthly_fee, days, divisor))
    return _limited(when, amount, fees) if amount.value > fees.left else amount


def _limited(when: Step[Month], amount: Step[Yen], fees: BilledFees) -> Step[Yen]:
    credited = Step("credited_before", fees.billed_fee.value - fees.left, HERE, "outage.credited_before", fees.credited)
    return Step("credit_line", fees.left, HERE, "outage.limited_to_billed_fee", (when, amount, fees.billed_fee, credited))


def credit_amount(lines: tuple[CreditLine, ...], whole_days: Step[int]) -> Step[Yen]:
    """Return the credit in yen that the outage gives when it is claimed in time."""
    amount = total(line.amount.value for line in lines)
    if lines:
        return Step("outage_credit", amount, HERE, "outage.sum", tuple(line.amount for line in lines))
    says = "outage.no_billed_month" if whole_days.value else "outage.no_whole_day"
    return Step("outage_credit", amount, HERE, says, (whole_days,))


def claim_status(outage: Outage, path: Path, claim: Claim) -> Step[str]:
    """Return where the claim stands; the first that applies of the statuses in the rules."""
    if not (outage.attributable_to_provider and outage.total_outage):
        return _status("not_applicable", "outage.status.does_not_count", claim.whole_days)
    if claim.ongoing:
        return _status("ongoing", "outage.status.ongoing", claim.hours, claim.as_of)
    if claim.deadline.value is None:
        return _status("not_applicable", "outage.status.too_short", claim.whole_days)
    claimed = field("claimed_on", outage.claimed_on, *path, "claimed_on")
    if outage.claimed_on is not None:
        in_time = outage.claimed_on <= claim.deadline.value
        return _status(
            *(("granted", "outage.status.granted") if in_time else ("lapsed", "outage.status.claimed_late")),
            claimed,
            claim.deadline,
        )
    if claim.as_of.value > claim.deadline.value:
        return _status("lapsed", "outage.status.never_claimed", claimed, claim.deadline, claim.as_of)
    return _status("claimable", "outage.status.claimable", claimed, claim.deadline, claim.as_of)


def _status(value: str, says: str, *given: Step[Any]) -> Step[str]:
    return Step("status", value, Article.ART_11, says, given)
