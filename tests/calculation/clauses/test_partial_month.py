"""Policy `partial_month`: what some days of a month cost."""

import pytest

from tests.cases.contracts import counted, ended, policy, priced, statement_of
from tests.cases.statements import plain

PARTS = [
    # first and last day of a month, policy, billed of a fee of 100,000 yen
    ("2024-07-10", "2024-07-31", "calendar_days", 70967),
    ("2024-07-10", "2024-07-31", "thirty_days", 73333),
    ("2024-07-10", "2024-07-31", "full", 100000),
    ("2024-07-01", "2024-07-31", "calendar_days", 100000),
    ("2024-07-01", "2024-07-31", "thirty_days", 100000),
    ("2024-07-02", "2024-07-31", "calendar_days", 96774),
    ("2024-07-02", "2024-07-31", "thirty_days", 100000),
    ("2024-07-03", "2024-07-31", "thirty_days", 96666),
    ("2024-07-10", "2024-07-10", "calendar_days", 3225),
    ("2024-07-10", "2024-07-10", "thirty_days", 3333),
    ("2024-07-10", "2024-07-10", "full", 100000),
    ("2024-02-01", "2024-02-29", "thirty_days", 100000),
    ("2025-02-01", "2025-02-28", "thirty_days", 100000),
    ("2025-02-01", "2025-02-27", "thirty_days", 90000),
    ("2025-02-02", "2025-02-28", "calendar_days", 96428),
    ("2024-06-01", "2024-06-29", "thirty_days", 96666),
]


@pytest.mark.parametrize(("first", "last", "partial_month", "billed"), PARTS)
def test_some_days_of_a_month_cost_a_part_of_its_fee(first: str, last: str, partial_month: str, billed: int) -> None:
    """By the days of the month, by thirtieths but never more than the fee, or the fee itself; a whole month always the fee."""
    statement = statement_of(
        {"dates": {"accepted_on": None, "billing_start": first}},
        counted((first, 1000)),
        policy(partial_month=partial_month),
        ended(last),
    )
    row = statement.months[0]
    assert plain(row.monthly_fee) == 100_000
    assert plain(row.billed_fee) == billed


@pytest.mark.parametrize(("rounding", "billed"), [("floor", 70967), ("half_up", 70968), ("ceiling", 70968)])
def test_a_part_of_a_fee_is_rounded_by_the_policy(rounding: str, billed: int) -> None:
    """100,000 × 22 / 31 = 70,967.74."""
    statement = statement_of(counted(("2024-07-10", 1000)), policy(rounding=rounding))
    assert plain(statement.months[0].billed_fee) == billed


def test_a_part_is_taken_of_the_fee_in_whole_yen() -> None:
    """The fee is rounded first: 10.9 becomes 10, of which 22 of 31 days are 7."""
    statement = statement_of(priced("per_account", unit_price="1.09"), counted(("2024-07-10", 10)))
    assert plain(statement.months[0].monthly_fee) == 10
    assert plain(statement.months[0].billed_fee) == 7


@pytest.mark.parametrize(
    ("last", "partial_month", "says"),
    [
        ("2024-08-31", "calendar_days", "month.whole"),
        ("2024-08-30", "calendar_days", "month.calendar_days"),
        ("2024-08-30", "full", "month.full"),
        ("2024-08-29", "thirty_days", "month.thirty_days"),
        ("2024-08-30", "thirty_days", "month.thirty_reached"),
    ],
)
def test_the_billed_fee_says_how_it_was_divided(last: str, partial_month: str, says: str) -> None:
    """And names the assumption wherever that decided."""
    billed = statement_of(policy(partial_month=partial_month), ended(last)).months[-1].billed_fee
    assert billed.says == says
    assert ("partial_month" in {step.name for step in billed.given}) is (says != "month.whole")
