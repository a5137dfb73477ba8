"""One bill a calendar month, and the sums over all of them."""

from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.calculation.unknown import is_known
from desktop_app.document.salvage import salvaged
from tests.cases.contracts import AS_OF, contract_file, counted, ended, evaluated, outage, policy, priced, statement_of
from tests.cases.examples import rulebook
from tests.cases.statements import given_to, plain, saying

FREE = priced("per_account", unit_price=0)


def _months(*changes: dict[str, Any]) -> list[str]:
    return [row["month"] for row in plain(statement_of(*changes).months)]


ROWS = [
    # changes; first and last month, number of rows
    ((), "2024-07", "2025-07", 13),
    (({"prices": {"initial_fee": 5}},), "2024-06", "2025-07", 14),
    (({"prices": {"initial_fee": 5}, "dates": {"accepted_on": "2024-01-31"}},), "2024-01", "2025-07", 19),
    ((FREE, counted(("2024-07-10", 0))), "2024-07", "2025-07", 13),
    ((ended("2024-09-01"),), "2024-07", "2024-09", 3),
    ((policy(quote_months=1), {"changes": [{"accepted_on": "2025-01-01", "item": "other", "fee": 1}]}), "2024-07", "2025-01", 7),
    ((policy(quote_months=1), {"changes": [{"accepted_on": "2025-01-01", "item": "other", "fee": 0}]}), "2024-07", "2024-08", 2),
    ((ended("2024-06-20"),), "2024-06", "2024-06", 1),
]


@pytest.mark.parametrize(("changes", "first", "last", "rows"), ROWS)
def test_rows_run_from_the_first_month_with_an_item_to_the_last(
    changes: tuple[dict[str, Any], ...], first: str, last: str, rows: int
) -> None:
    """A billed month is one even when it costs nothing; a fee of 0 yen is none."""
    months = _months(*changes)
    assert (months[0], months[-1], len(months)) == (first, last, rows)


def test_with_no_item_there_are_no_rows() -> None:
    """A contract that never began and costs nothing; its totals are 0."""
    statement = statement_of(FREE, ended("2024-06-20"))
    assert statement.months == ()
    assert set(plain(statement.totals).values()) == {0}
    assert statement.totals.total.says == "totals.total"


def test_sums_are_not_known_where_the_only_item_could_be_one_that_cannot_be_read() -> None:
    """A contract that never began, with changes that may have cost something."""
    never_began = contract_file(FREE, ended("2024-06-20"))
    sums = {hole: evaluate(salvaged(never_began, {hole}), AS_OF, rulebook()).totals.total for hole in (("changes",), ("title",))}
    assert {hole: is_known(total) for hole, total in sums.items()} == {("changes",): False, ("title",): True}


def test_a_row_without_billed_days_is_empty_but_for_its_item() -> None:
    """It has no days, no count and no fee."""
    row = plain(statement_of({"prices": {"initial_fee": 500}}).months[0])
    assert row == {
        "month": "2024-06",
        "from": None,
        "to": None,
        "billed_days": 0,
        "days_in_month": 30,
        "max_accounts": None,
        "peak_on": None,
        "monthly_fee": 0,
        "billed_fee": 0,
        "initial_fees": 500,
        "one_time_fees": 0,
        "credit": 0,
        "settlement": 0,
        "taxable": 500,
        "non_taxable": 0,
        "tax_rate": "0.10",
        "tax": 50,
        "total": 550,
    }


def _last_bill(*changes: dict[str, Any]) -> MonthlyBill:
    return statement_of(*changes).months[-1]


def test_the_settlement_is_outside_the_tax() -> None:
    """Unless the policy says otherwise; then it is taxed with the rest of its month's bill."""
    outside = plain(_last_bill(ended("2025-05-31")))
    assert (outside["taxable"], outside["non_taxable"], outside["tax"], outside["total"]) == (1000, 1290, 100, 2390)
    inside = plain(_last_bill(ended("2025-05-31"), policy(settlement_taxable=True)))
    assert (inside["taxable"], inside["non_taxable"], inside["tax"], inside["total"]) == (2290, 0, 229, 2519)
    assert inside["settlement"] == outside["settlement"] == 1290


def test_a_bill_says_whether_the_settlement_was_taxed() -> None:
    """By an assumption that the user can change."""
    outside = saying(_last_bill(ended("2025-05-31")).total, "bill.settlement_outside_tax")
    inside = saying(_last_bill(ended("2025-05-31"), policy(settlement_taxable=True)).total, "bill.taxable_with_settlement")
    assert outside.article is inside.article is Article.POLICY
    assert given_to(outside)["settlement_taxable"] is False
    assert given_to(inside)["settlement_taxable"] is True


def test_the_tax_is_on_the_whole_bill_at_once() -> None:
    """Monthly fee less credit, initial and one-time fees together: 155 × 10 % = 15, not 9 + 1 + 5 of each."""
    statement = statement_of(
        priced("per_account", unit_price="9.9"),
        {
            "dates": {"accepted_on": "2024-07-10", "billing_start": "2024-07-10"},
            "changes": [{"accepted_on": "2024-07-20", "item": "other", "fee": 59}],
            "outages": [outage("2024-07-15", "2024-07-17", claimed_on="2024-07-20")],
        },
        {"prices": {"initial_fee": 19, "monthly": {"model": "per_account", "unit_price": "12.4"}}},
    )
    row = plain(statement.months[0])
    assert (row["billed_fee"], row["credit"], row["initial_fees"], row["one_time_fees"]) == (88, 8, 19, 59)
    assert (row["taxable"], row["tax"], row["total"]) == (158, 15, 173)


@pytest.mark.parametrize(
    ("claimed", "says"),
    [("2024-11-20", "bill.credits"), (None, "bill.no_credit_secured"), ("2025-03-01", "bill.no_credit_secured")],
)
def test_a_bill_without_a_credit_says_of_the_one_that_was_not_secured(claimed: str | None, says: str) -> None:
    """Where an outage of the month could give one."""
    given = {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on=claimed)]}
    november = statement_of(given).months[4]
    assert plain(november.month) == "2024-11"
    assert november.credit.says == says
    assert statement_of(given).months[3].credit.says == "bill.no_credit"


def test_credits_of_several_outages_stand_in_one_sum() -> None:
    """Each with its own line, behind the month that they come off."""
    given = [
        outage("2024-11-01", "2024-11-03", claimed_on="2024-11-20"),
        outage("2024-11-10", "2024-11-13", claimed_on="2024-11-20"),
    ]
    credit = statement_of({"outages": given}).months[4].credit
    assert [plain(step) for step in credit.given] == ["2024-11", 66, 100]
    assert plain(credit) == 166


def test_the_totals_are_the_sums_of_the_bills() -> None:
    """Without tax, tax, and both."""
    statement = statement_of(
        {"prices": {"initial_fee": 300}, "changes": [{"accepted_on": "2024-08-01", "item": "other", "fee": 70}]},
        {"outages": [outage("2024-11-01", "2024-11-03", claimed_on="2024-11-20")]},
        ended("2025-01-31"),
    )
    assert plain(statement.totals) == {
        "initial_fees": 300,
        "monthly_fees": 709 + 6 * 1000,
        "one_time_fees": 70,
        "credits": 66,
        "settlement": 5 * 1000 + 290,
        "subtotal": 300 + 6709 + 70 - 66 + 5290,
        "tax": 30 + 70 + 107 + 100 + 100 + 93 + 100 + 100,
        "total": 300 + 6709 + 70 - 66 + 5290 + 700,
    }


def test_totals_name_only_the_bills_that_have_something() -> None:
    """And say so when none has."""
    totals = evaluated(contract_file({"prices": {"initial_fee": 300}})).totals
    assert [plain(step) for step in totals.initial_fees.given] == [300]
    assert totals.credits.says == totals.settlement.says == "totals.nothing"
    assert totals.monthly_fees.says == "totals.sum"
