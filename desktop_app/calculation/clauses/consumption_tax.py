"""Consumption tax: once on each monthly bill, at the rate in force on the last day of the month."""

from fractions import Fraction
from functools import lru_cache

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Rounding, Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Step, rounded
from desktop_app.calculation.terms import TaxRates


@lru_cache(maxsize=4096)
def rate_of(month: Month, rates: TaxRates) -> Step[Fraction]:
    """Return the rate for a bill of `month` as a fraction: the one in force on its last day."""
    return [each.rate for each in rates.rates if each.effective_on <= month.last][-1]


def tax_on(month: Step[Month], taxable: Step[Yen], rate: Step[Fraction], rounding: Step[Rounding]) -> Step[Yen]:
    """Return the consumption tax in yen on the bill of `month`."""
    exact = taxable.value * rate.value
    return rounded("tax", exact, rounding, Article.CONSUMPTION_TAX, "tax.on_bill", (month, taxable, rate))
