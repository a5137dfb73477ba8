"""Consumption tax: once on each monthly bill, at the rate in force on the last day of the month."""

from collections.abc import Sequence
from fractions import Fraction

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Rounding, Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Step, rounded
from desktop_app.calculation.terms import TaxRate


def rate_of(month: Month, rates: Sequence[TaxRate]) -> Step[Fraction]:
    """Return the rate for a bill of `month` as a fraction; `rates` in order of time, the first before any contract."""
    last = month.last
    latest_first = reversed(rates)
    rate: Step[Fraction] = next(each.rate for each in latest_first if each.effective_on <= last)
    return rate


def tax_on(month: Step[Month], taxable: Step[Yen], rate: Step[Fraction], rounding: Step[Rounding]) -> Step[Yen]:
    """Return the consumption tax in yen on the bill of `month`."""
    exact = taxable.value * rate.value
    return rounded("tax", exact, rounding, Article.CONSUMPTION_TAX, "tax.on_bill", (month, taxable, rate))
