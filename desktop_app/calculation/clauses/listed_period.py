"""The days that a statement lists: to the effective day of a termination, else as many months as the quote is for."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.periods import Month, Span, months_between, period_end
from desktop_app.calculation.problem import UnreadableValueError
from desktop_app.calculation.step import Step, month_length, month_step
from desktop_app.calculation.unknown import UNKNOWN_PEAK


class ListedMonth(NamedTuple):
    """The billed days of a month, the largest account count of them and the first day on which it holds."""

    month: Step[Month]
    first: Step[date]
    last: Step[date]
    days: Step[int]
    days_in_month: Step[int]
    max_accounts: Step[int]
    peak_on: Step[date]


def listed_until(billing_start: Step[date], effective_on: Step[date] | None, assumed: Assumptions) -> Step[date]:
    """Return the last listed day; before billing start when the contract ends before it begins."""
    if effective_on is not None:
        return Step("listed_until", effective_on.value, Article.ART_8, "listed.to_effective_day", (effective_on,))
    months = assumed.quote_months
    if assumed.partial_month.value == "full":
        last = Month.of(billing_start.value).plus(months.value - 1).last
        return Step("listed_until", last, Article.POLICY, "listed.whole_months", (billing_start, months, assumed.partial_month))
    last = period_end(billing_start.value, months.value)
    return Step("listed_until", last, Article.POLICY, "listed.months", (billing_start, months))


def listed_months(
    billing_start: Step[date], until: Step[date], peak_of: Callable[[Span], tuple[Step[int], Step[date]]]
) -> tuple[ListedMonth, ...]:
    """Return the months in which days are billed, the peak of each as far as it is known; none where no day is."""
    days = Span(billing_start.value, until.value)
    found: list[ListedMonth] = []
    for month in months_between(Month.of(days.first), Month.of(days.last)) if days.days else ():
        billed = days.within(month)
        first = Step("from", billed.first, None, "bill.from", (billing_start,))
        last = Step("to", billed.last, None, "bill.to", (until,))
        count = Step("billed_days", billed.days, None, "bill.days", (first, last))
        try:
            peak = peak_of(billed)
        except UnreadableValueError:
            peak = UNKNOWN_PEAK
        found.append(ListedMonth(month_step(month), first, last, count, month_length(month), *peak))
    return tuple(found)
