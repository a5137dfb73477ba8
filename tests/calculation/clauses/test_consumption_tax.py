"""Consumption tax: the rate in force on the last day of the month."""

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.clauses.consumption_tax import rate_of
from desktop_app.calculation.periods import Month
from desktop_app.calculation.terms import Rulebook, tax_rates_from
from tests.cases.contracts import counted, policy, priced, statement_of
from tests.cases.statements import given_to, plain

RATES = [
    ((1989, 4), "0.03"),
    ((1997, 3), "0.03"),
    ((1997, 4), "0.05"),
    ((2014, 3), "0.05"),
    ((2014, 4), "0.08"),
    ((2019, 9), "0.08"),
    ((2019, 10), "0.10"),
    ((2026, 12), "0.10"),
]


@pytest.mark.parametrize(("month", "rate"), RATES)
def test_a_month_is_taxed_at_the_rate_of_its_last_day(month: tuple[int, int], rate: str, rules: Rulebook) -> None:
    """As the law has changed it."""
    assert plain(rate_of(Month(*month), rules.tax_rates)) == rate


def test_a_rate_that_changes_within_a_month_holds_for_all_of_it() -> None:
    """It is in force on the last day, though not on the first; and the data may stand in any order."""
    later = {"rate": "0.20", "effective_on": "2030-05-31"}
    rates = tax_rates_from({"rates": [later, {"rate": "0.10", "effective_on": "1989-04-01"}]})
    assert plain(rate_of(Month(2030, 5), rates)) == "0.20"
    assert plain(rate_of(Month(2030, 4), rates)) == "0.10"


@pytest.mark.parametrize(("rounding", "taxes"), [("floor", [82, 116]), ("half_up", [83, 117]), ("ceiling", [83, 117])])
def test_the_tax_of_a_bill_is_rounded_by_the_policy(rounding: str, taxes: list[int]) -> None:
    """829 × 10 % = 82.9 (22 of 31 days), 1,169 × 10 % = 116.9."""
    months = statement_of(priced("per_account", unit_price="116.9"), policy(rounding=rounding, quote_months=2)).months
    assert [plain(row.tax) for row in months[:2]] == taxes


def test_the_rate_changes_from_one_bill_to_the_next() -> None:
    """From 8 to 10 % in October 2019; each says since when it holds."""
    start = {"dates": {"accepted_on": None, "billing_start": "2019-09-01"}}
    september, october = statement_of(start, counted(("2019-09-01", 10)), policy(quote_months=2)).months
    assert (plain(september.tax), plain(october.tax)) == (80, 100)
    assert given_to(september.tax_rate) == {"rate_effective_on": "2014-04-01"}
    assert given_to(october.tax_rate) == {"rate_effective_on": "2019-10-01"}
    assert october.tax.article is Article.CONSUMPTION_TAX
