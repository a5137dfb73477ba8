"""The days that a statement lists: to the effective day of a termination, else as many months as the quote is for."""

from datetime import date

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.periods import Month, period_end
from desktop_app.calculation.step import Step


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
