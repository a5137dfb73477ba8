"""Why a month costs more than the one before, part by part."""

from typing import Any

from desktop_app.calculation.month_bridge import MonthBridge, month_bridge, sum_of
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import Statement
from tests.cases.contracts import contract_file, counted, ended, evaluated, outage, policy, priced

TWO_PEAKS = counted(("2024-07-10", 48), ("2024-10-17", 55))


def of_months(statement: Statement, one: tuple[int, int], other: tuple[int, int]) -> MonthBridge:
    """Return the bridge between two months of a statement."""
    bills = {bill.month.value: bill for bill in statement.months}
    return month_bridge(bills[Month(*one)], bills[Month(*other)], "floor")


def parts(bridge: MonthBridge) -> list[tuple[str, int]]:
    """Return the parts and what they add."""
    return [(each.part, each.worth.amount) for each in bridge.parts]


def statement(*changes: dict[str, Any]) -> Statement:
    """Return the statement of a contract whose count rises from 48 to 55 on 17 October."""
    return evaluated(contract_file(TWO_PEAKS, *changes))


def test_a_peak_is_named_with_its_day() -> None:
    """The fee of the new count, and the tax on it."""
    found = of_months(statement(), (2024, 9), (2024, 10))
    assert parts(found) == [("accounts", 700), ("tax", 70)]
    fee, accounts, on = found.parts[0].after
    assert (fee.value.amount, accounts.value, str(on.value)) == (5500, 55, "2024-10-17")
    assert sum_of(found) == found.difference
    assert found.difference.amount == 770


def test_a_month_that_is_billed_in_part_differs_by_its_proration() -> None:
    """The first month against the second."""
    assert parts(of_months(statement(), (2024, 7), (2024, 8))) == [("proration", 1394), ("tax", 140)]


def test_fees_credits_and_a_settlement_are_parts_of_their_own() -> None:
    """Each with its sign."""
    changes = {
        "prices": {"initial_fee": 3000},
        "changes": [{"accepted_on": "2024-08-03", "item": "domain", "fee": 500}],
        "outages": [outage("2024-09-01", "2024-09-03", claimed_on="2024-09-04")],
        **ended("2024-10-31"),
    }
    found = statement(changes)
    assert parts(of_months(found, (2024, 6), (2024, 7))) == [
        ("accounts", 4800),
        ("proration", -1394),
        ("initial_fees", -3000),
        ("tax", 40),
    ]
    assert parts(of_months(found, (2024, 8), (2024, 9))) == [("one_time_fees", -500), ("credit", -320), ("tax", -82)]
    assert ("settlement", found.totals.settlement.value.amount) in parts(of_months(found, (2024, 9), (2024, 10)))


def test_another_rate_of_tax_is_told_apart_from_the_tax_on_more() -> None:
    """October 2019: eight per cent become ten."""
    dates = {"dates": {"accepted_on": None, "billing_start": "2019-08-01"}}
    found = evaluated(contract_file(dates, counted(("2019-08-01", 10), ("2019-10-05", 20))))
    assert parts(of_months(found, (2019, 9), (2019, 10))) == [("accounts", 1000), ("tax_rate", 40), ("tax", 80)]


def test_months_that_are_alike_have_no_parts() -> None:
    """And no difference."""
    assert parts(of_months(statement(), (2024, 11), (2024, 12))) == []


def test_the_tax_at_the_old_rate_is_rounded_as_the_bills_are() -> None:
    """105 yen at eight per cent are 8.4 yen: the rest to ten per cent is larger where that is rounded down."""
    dates = {"dates": {"accepted_on": None, "billing_start": "2019-08-01"}}
    said = evaluated(
        contract_file(dates, priced("per_account", unit_price="105"), counted(("2019-08-01", 1)), policy(rounding="ceiling"))
    )
    bills = {bill.month.value: bill for bill in said.months}
    found = month_bridge(bills[Month(2019, 9)], bills[Month(2019, 10)], "ceiling")
    assert parts(found) == [("tax_rate", 2)]
    assert parts(month_bridge(bills[Month(2019, 9)], bills[Month(2019, 10)], "floor")) == [("tax_rate", 3), ("tax", -1)]


def test_tax_on_more_at_the_same_rate_is_no_other_rate() -> None:
    """Although by itself it would be rounded another way than the bill's own."""
    said = evaluated(contract_file(TWO_PEAKS))
    bills = {bill.month.value: bill for bill in said.months}
    assert "tax_rate" not in dict(parts(month_bridge(bills[Month(2024, 7)], bills[Month(2024, 8)], "ceiling")))
