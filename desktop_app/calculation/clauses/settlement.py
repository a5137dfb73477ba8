"""Art. 10, Annex 2: an end before that of the minimum term costs the fees of the remaining period (最低利用期間内解除調定)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.contract import Termination
from desktop_app.calculation.money import NOTHING, Yen, total
from desktop_app.calculation.periods import ONE_DAY, Month, Span, months_between
from desktop_app.calculation.problem import UnreadableValueError
from desktop_app.calculation.statement import MinimumTerm, RemainingPeriod, Settlement, SettlementLine
from desktop_app.calculation.step import Step, field, month_length, month_step
from desktop_app.calculation.terms import Terms
from desktop_app.calculation.unknown import UNKNOWN_SETTLEMENT

EXEMPT_KINDS = frozenset({"article_28_2", "article_28_3"})

FeeOfDays = Callable[[Span], Step[Yen]]
"""The monthly fee that the policy `settlement_basis` gives to a month with these remaining days."""
Charged = Callable[[Step[Month], Step[Yen], Step[int], Step[int]], Step[Yen]]
"""What a month, its fee, its remaining days and its length come to under the policy `partial_month`."""


class Ending(NamedTuple):
    """How and when the contract ends, against its minimum term."""

    termination: Termination
    effective_on: Step[date]
    term: MinimumTerm

    @property
    def early(self) -> bool:
        """Whether the contract ends before the last day of its minimum term."""
        return self.effective_on.value < self.term.end.value

    @property
    def remaining(self) -> Span:
        """The days after the effective day to the end of the term; they begin no earlier than the term itself."""
        return Span(max(self.effective_on.value + ONE_DAY, self.term.start.value), self.term.end.value)


def remaining_months(ending: Ending, terms: Terms, assumed: Assumptions) -> Iterator[Month]:
    """Yield the calendar months of the settlement; under `full` those after the effective day's, as many as the term has."""
    days = ending.remaining
    if assumed.partial_month.value != "full":
        return months_between(Month.of(days.first), Month.of(days.last))
    start = Month.of(ending.term.start.value)
    began = ending.effective_on.value >= ending.term.start.value
    first = Month.of(ending.effective_on.value).plus(1) if began else start
    return months_between(first, start.plus(terms.minimum_term_months.value - 1))


def settlement(ending: Ending, months: Iterator[Month], fee_of: FeeOfDays, charged: Charged, assumed: Assumptions) -> Settlement:
    """Return the settlement, with what makes it due or not."""
    exempt = _exempt(ending)
    due = _due(ending, exempt)
    remaining = _remaining(ending) if ending.early else None
    if remaining is None or not due.value:
        none = Step("settlement", NOTHING, Article.ART_10, _why_none(ending), (due, exempt))
        return Settlement(due, exempt, remaining, (), none)
    try:
        lines = settlement_lines(ending.remaining, months, fee_of, charged)
        return Settlement(due, exempt, remaining, lines, _sum(lines, due, remaining.days, assumed))
    except UnreadableValueError:  # what it costs is not known, but for which days it is
        return UNKNOWN_SETTLEMENT._replace(due=due, exempt=exempt, remaining=remaining)


def _sum(lines: tuple[SettlementLine, ...], due: Step[bool], days: Step[int], assumed: Assumptions) -> Step[Yen]:
    amount = total(line.amount.value for line in lines)
    whole = (assumed.partial_month,) if assumed.partial_month.value == "full" else ()
    given = (due, days, *whole, assumed.settlement_basis, *(line.amount for line in lines))
    says = "settlement.no_month_left" if not lines else "settlement.sum_of_whole_months" if whole else "settlement.sum"
    return Step("settlement", amount, Article.ANNEX_2, says, given)


def settlement_lines(remaining: Span, months: Iterable[Month], fee_of: FeeOfDays, charged: Charged) -> tuple[SettlementLine, ...]:
    """Return what each of `months` comes to for its part of the remaining days."""
    return tuple(_line(month, remaining.within(month), fee_of, charged) for month in months)


def _line(month: Month, part: Span, fee_of: FeeOfDays, charged: Charged) -> SettlementLine:
    when = month_step(month)
    days = Step("days", part.days, Article.ART_10, "settlement.days_of_month", (when,))
    length = month_length(month)
    fee = fee_of(part)
    return SettlementLine(when, days, length, fee, charged(when, fee, days, length))


def _exempt(ending: Ending) -> Step[bool]:
    kind = field("termination_kind", ending.termination.kind, "termination", "kind")
    exempt = kind.value in EXEMPT_KINDS
    return Step("exempt", exempt, Article.ART_10, "settlement.exempt" if exempt else "settlement.not_exempt", (kind,))


def _due(ending: Ending, exempt: Step[bool]) -> Step[bool]:
    given = (ending.effective_on, ending.term.end, exempt)
    if ending.early:
        return Step(
            "due",
            not exempt.value,
            Article.ART_10,
            "settlement.not_due_exempt" if exempt.value else "settlement.due",
            given,
        )
    says = "settlement.not_due_last_day" if ending.effective_on.value == ending.term.end.value else "settlement.not_due_term_over"
    return Step("due", False, Article.ART_10, says, given)  # noqa: FBT003 - the value of the step


def _why_none(ending: Ending) -> str:
    return "settlement.none_exempt" if ending.early else "settlement.none_term_over"


def _remaining(ending: Ending) -> RemainingPeriod:
    days = ending.remaining
    says = "settlement.remaining_start" if days.first > ending.term.start.value else "settlement.remaining_whole_term"
    start = Step("remaining_start", days.first, Article.ANNEX_2, says, (ending.effective_on, ending.term.start))
    end = Step("remaining_end", days.last, Article.ANNEX_2, "settlement.remaining_end", (ending.term.end,))
    count = Step("remaining_days", days.days, Article.ANNEX_2, "settlement.remaining_days", (start, end))
    return RemainingPeriod(start, end, count)
