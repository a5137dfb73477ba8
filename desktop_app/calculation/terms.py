"""An edition of the contract's terms and the rates of tax as data: each value with its article and its day."""

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from msgspec import Struct

from desktop_app.calculation.articles import Article
from desktop_app.calculation.step import Step

DEFAULT_TERMS = "oem-mail-2014-07-01"
"""The edition of a contract that names none."""


class Terms(NamedTuple):
    """The numbers that one edition of the contract sets.

    `minimum_term_months` (Art. 1, months), `notice_days` (Art. 8, days), `outage_hours` (Art. 11, hours that give one day of
    credit), `credit_divisor` (Annex 3, days of a month's fee), `claim_months` (Art. 11, months), `ip_version` (Art. 4).
    """

    edition: str
    effective_on: Step[date]
    minimum_term_months: Step[int]
    notice_days: Step[int]
    outage_hours: Step[int]
    credit_divisor: Step[int]
    claim_months: Step[int]
    ip_version: Step[int]


class TaxRate(NamedTuple):
    """A rate of consumption tax (a fraction of the taxable amount) and the first day on which it was in force."""

    effective_on: date
    rate: Step[Fraction]


class TaxRates(Struct, frozen=True, eq=False):
    """The rates of tax in order of time, the first in force before any contract; one set of them is itself alone."""

    rates: tuple[TaxRate, ...]


class Rulebook(NamedTuple):
    """Every installed edition of the terms by name, and the rates of tax."""

    editions: dict[str, Terms]
    tax_rates: TaxRates


def terms_from(data: dict[str, Any]) -> Terms:
    """Return the edition that the data of a file in `resources/terms` describes; KeyError or ValueError where it does not."""
    values = data["values"]
    effective_on = Step("terms_effective_on", date.fromisoformat(data["effective_on"]), Article.SUPPLEMENT, "terms.effective_on")
    numbers = {name: _number(name, values[name]) for name in Terms._fields if name not in {"edition", "effective_on"}}
    return Terms(data["edition"], effective_on, **numbers)


def _number(name: str, entry: dict[str, Any]) -> Step[int]:
    since = Step("value_effective_on", date.fromisoformat(entry["effective_on"]), Article.SUPPLEMENT, "terms.value_effective_on")
    return Step(name, int(entry["value"]), Article(entry["article"]), f"terms.{name}", (since,))


def tax_rates_from(data: dict[str, Any]) -> TaxRates:
    """Return the rates that the data of `resources/tax` describes, in order of time."""
    rates = [_tax_rate(entry) for entry in data["rates"]]
    return TaxRates(tuple(sorted(rates, key=lambda each: each.effective_on)))


def _tax_rate(entry: dict[str, Any]) -> TaxRate:
    since = date.fromisoformat(entry["effective_on"])
    start = Step("rate_effective_on", since, Article.CONSUMPTION_TAX, "tax.rate_effective_on")
    return TaxRate(since, Step("tax_rate", Fraction(entry["rate"]), Article.CONSUMPTION_TAX, "tax.rate", (start,)))
