"""The days that a statement lists."""

import pytest

from tests.cases.contracts import ended, notice, policy, statement_of
from tests.cases.statements import plain

LISTED = [
    # assumptions, last listed day, rows with billed days
    ({}, "2025-07-09", 13),
    ({"quote_months": 1}, "2024-08-09", 2),
    ({"quote_months": 24}, "2026-07-09", 25),
    ({"quote_months": 120}, "2034-07-09", 121),
    ({"quote_months": 1, "partial_month": "full"}, "2024-07-31", 1),
    ({"quote_months": 12, "partial_month": "full"}, "2025-06-30", 12),
    ({"quote_months": 24, "partial_month": "full"}, "2026-06-30", 24),
    ({"quote_months": 12, "partial_month": "thirty_days"}, "2025-07-09", 13),
]


@pytest.mark.parametrize(("assumed", "last", "rows"), LISTED)
def test_a_quotation_lists_its_months(assumed: dict[str, object], last: str, rows: int) -> None:
    """From the day on which billing starts, or as whole calendar months."""
    billed = [row for row in plain(statement_of(policy(**assumed)).months) if row["billed_days"]]
    assert (len(billed), billed[0]["from"], billed[-1]["to"]) == (rows, "2024-07-10", last)


@pytest.mark.parametrize("partial_month", ["calendar_days", "thirty_days", "full"])
@pytest.mark.parametrize("last", ["2024-07-10", "2024-12-31", "2025-07-09", "2025-07-10", "2027-01-15"])
def test_with_a_termination_the_effective_day_is_the_last(partial_month: str, last: str) -> None:
    """Whatever the quotation was for."""
    statement = statement_of(policy(partial_month=partial_month, quote_months=3), ended(last))
    assert plain(statement.months[-1].to) == last


def test_whole_months_to_a_late_termination_can_be_thirteen() -> None:
    """The month in which the minimum term ends is then billed whole."""
    rows = statement_of(policy(partial_month="full"), ended("2025-07-09")).months
    assert len(rows) == 13
    assert plain(rows[-1].billed_fee) == plain(rows[-1].monthly_fee) == 1000


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (policy(), "listed.months"),
        (policy(partial_month="full"), "listed.whole_months"),
        (notice("2024-12-02"), "listed.to_effective_day"),
    ],
)
def test_the_last_listed_day_says_why(change: dict[str, object], says: str) -> None:
    """By the quotation's months, by whole months, or by the termination."""
    row = [each for each in statement_of(change).months if each.billed_days.value][-1]
    assert row.to.given[0].says == says
