"""Art. 9, Annex 1, 1 and 3: initial and one-time fees accrue when what they are for is accepted."""

from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.clauses.accrual import effective_change_fee
from desktop_app.calculation.contract import Change, ChangeFees
from tests.cases.contracts import ended, statement_of
from tests.cases.statements import plain, saying

PRICES = {
    "prices": {
        "initial_fee": 300000,
        "option_initial_fee": 100000,
        "option_removal_fee": 50000,
        "change_fees": {"business_name": 1, "domain": 20, "ip_address": 300, "other": 4000},
    }
}


def _fees(*changes: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Return the initial and one-time fees of each month that has some."""
    rows = plain(statement_of(PRICES, *changes).months)
    columns = {row["month"]: (row["initial_fees"], row["one_time_fees"]) for row in rows}
    return {month: fees for month, fees in columns.items() if any(fees)}


def _option(accepted_on: str | None, removal_accepted_on: str | None = None) -> dict[str, Any]:
    return {"option": {"accepted_on": accepted_on, "removal_accepted_on": removal_accepted_on}}


def _accepted(day: str | None) -> dict[str, Any]:
    return {"dates": {"accepted_on": day}}


CASES = [
    ((), {"2024-06": (300000, 0)}),
    ((_accepted("2024-03-31"),), {"2024-03": (300000, 0)}),
    ((_accepted("2024-07-10"),), {"2024-07": (300000, 0)}),
    ((_accepted(None),), {"2024-07": (300000, 0)}),
    ((_accepted(None), ended("2024-05-31")), {"2024-05": (300000, 0)}),
    ((_accepted(None), ended("2024-07-09")), {"2024-07": (300000, 0)}),
    ((_accepted(None), ended("2024-09-30")), {"2024-07": (300000, 0)}),
    ((_option(None),), {"2024-06": (400000, 0)}),
    ((_option("2024-09-30"),), {"2024-06": (300000, 0), "2024-09": (100000, 0)}),
    ((_option(None, "2024-11-01"),), {"2024-06": (400000, 0), "2024-11": (0, 50000)}),
    ((_option("2024-06-10", "2024-06-30"),), {"2024-06": (400000, 50000)}),
]


@pytest.mark.parametrize(("changes", "fees"), CASES)
def test_a_fee_belongs_to_the_month_of_its_acceptance(
    changes: tuple[dict[str, Any], ...], fees: dict[str, tuple[int, int]]
) -> None:
    """Also before billing starts; without a day of acceptance the earlier of billing start and effective day stands in."""
    assert _fees(*changes) == fees


@pytest.mark.parametrize(("end", "says"), [("2024-07-09", "effective_day_stands_in"), ("2024-07-10", "billing_start_stands_in")])
def test_the_day_that_stands_in_for_an_acceptance_is_named(end: str, says: str) -> None:
    """The effective day only where it is the earlier of both."""
    fee = statement_of(PRICES, _accepted(None), ended(end)).totals.initial_fees
    assert saying(fee, f"accrual.{says}").value == date.fromisoformat(end)


def test_changes_cost_what_the_price_table_says_unless_they_have_a_fee_of_their_own() -> None:
    """One may cost nothing, and several may fall in one month."""
    changes = [
        {"accepted_on": "2024-08-01", "item": "business_name"},
        {"accepted_on": "2024-08-31", "item": "domain"},
        {"accepted_on": "2024-09-01", "item": "ip_address", "fee": None},
        {"accepted_on": "2024-10-15", "item": "other", "fee": 7},
        {"accepted_on": "2024-11-15", "item": "other", "fee": 0},
        {"accepted_on": "2024-12-15", "item": "other"},
    ]
    assert _fees({"changes": changes}) == {
        "2024-06": (300000, 0),
        "2024-08": (0, 21),
        "2024-09": (0, 300),
        "2024-10": (0, 7),
        "2024-12": (0, 4000),
    }


@pytest.mark.parametrize(("item", "own", "fee"), [("domain", None, 20), ("domain", 0, 0), ("domain", 5, 5), ("other", None, 0)])
def test_the_fee_of_a_change(item: str, own: int | None, fee: int) -> None:
    """Its own beats the table's, also when it is 0."""
    change = Change.model_validate({"accepted_on": "2024-08-01", "item": item, "fee": own})
    assert plain(effective_change_fee(change, ChangeFees.model_validate({"domain": 20}))) == fee


def test_a_fee_says_for_what_and_by_which_article() -> None:
    """Initial fees by Annex 1, 1, one-time fees by Annex 1, 3."""
    changes = [
        {"accepted_on": "2024-08-01", "item": "domain"},
        {"accepted_on": "2024-08-01", "item": "other", "fee": 7},
    ]
    months = statement_of(PRICES, {"changes": changes}, _option(None, "2024-08-05")).months
    by_name = {step.name: step for row in months for step in (*row.initial_fees.given[1:], *row.one_time_fees.given[1:])}
    assert {name: (step.says, step.article) for name, step in by_name.items()} == {
        "initial_fee": ("accrual.initial_fee", Article.ANNEX_1_1),
        "option_initial_fee": ("accrual.option_initial_fee", Article.ANNEX_1_1),
        "option_removal_fee": ("accrual.option_removal_fee", Article.ANNEX_1_3),
        "change_fee_listed": ("accrual.change_fee_listed", Article.ANNEX_1_3),
        "change_fee_own": ("accrual.change_fee_own", Article.ANNEX_1_3),
    }
    assert [step.path for step in by_name["change_fee_own"].given] == [
        ("changes", 1, "fee"),
        ("changes", 1, "accepted_on"),
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((_accepted(None),), "accrual.billing_start_stands_in"),
        ((_accepted(None), ended("2024-05-31")), "accrual.effective_day_stands_in"),
    ],
)
def test_a_day_that_stands_in_says_so(changes: tuple[dict[str, Any], ...], says: str) -> None:
    """And that the day of acceptance is missing is among its reasons."""
    fee = statement_of(PRICES, *changes).months[0].initial_fees
    stands_in = saying(fee, says)
    assert stands_in.article is Article.POLICY
    assert stands_in.given[0].path == ("dates", "accepted_on")
    assert stands_in.given[0].value is None
