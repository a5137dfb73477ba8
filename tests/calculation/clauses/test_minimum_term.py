"""Art. 1: the minimum term."""

from datetime import date

import pytest

from tests.cases.contracts import counted, statement_of
from tests.cases.statements import plain, saying

TERMS = [
    ("2024-07-10", "2025-07-09", "2025-06-09"),
    ("2014-07-01", "2015-06-30", "2015-05-31"),
    ("2024-02-29", "2025-02-28", "2025-01-29"),
    ("2023-03-01", "2024-02-29", "2024-01-30"),
    ("2023-02-28", "2024-02-27", "2024-01-28"),
    ("2024-01-31", "2025-01-30", "2024-12-31"),
]


@pytest.mark.parametrize(("start", "end", "latest_notice"), TERMS)
def test_the_minimum_term_is_a_year_that_begins_with_billing(start: str, end: str, latest_notice: str) -> None:
    """Its first day counts; a notice that arrives 30 days before its last day ends the contract with it."""
    dates = statement_of({"dates": {"accepted_on": None, "billing_start": start}}, counted((start, 1))).dates
    assert plain(dates.minimum_term) == {"start": start, "end": end}
    assert plain(dates.latest_notice_for_term_end) == latest_notice


def test_the_term_ends_on_the_last_day_of_february() -> None:
    """From the 29th, when the next February has none; and the derivation says that the day is missing."""
    term = statement_of(
        {"dates": {"accepted_on": None, "billing_start": "2024-02-29"}}, counted(("2024-02-29", 1))
    ).dates.minimum_term
    assert term.end.value == date(2025, 2, 28)
    assert saying(term.end, "period.no_such_day").value is True


def test_the_term_otherwise_ends_the_day_before_the_corresponding_day() -> None:
    """And the derivation says so."""
    assert saying(statement_of().dates.minimum_term.end, "period.day_before").value is False
