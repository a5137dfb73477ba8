"""Annex 1, 2 note (1): the largest count of a month."""

import pytest

from tests.cases.contracts import AS_OF, contract_file, counted, ended, statement_of
from tests.cases.statements import given_to, plain, saying
from tests.laws.test_holes import beside

JULY_10 = ("2024-07-10", 10)
PEAKS = [
    # records, month, count, first day on which it holds
    ([JULY_10], "2024-07", 10, "2024-07-10"),
    ([JULY_10], "2024-08", 10, "2024-08-01"),
    ([JULY_10, ("2024-08-15T10:00", 12)], "2024-08", 12, "2024-08-15"),
    ([JULY_10, ("2024-08-15T10:00", 9)], "2024-08", 10, "2024-08-01"),
    ([JULY_10, ("2024-08-15T10:00", 9)], "2024-09", 9, "2024-09-01"),
    ([JULY_10, ("2024-08-15T10:00", 12), ("2024-08-15T10:01", 9)], "2024-08", 12, "2024-08-15"),
    ([JULY_10, ("2024-08-31T23:59:59", 12)], "2024-08", 12, "2024-08-31"),
    ([JULY_10, ("2024-09-01", 12)], "2024-08", 10, "2024-08-01"),
    ([JULY_10, ("2024-08-01", 9)], "2024-08", 9, "2024-08-01"),
    ([JULY_10, ("2024-08-01T00:00:01", 9)], "2024-08", 10, "2024-08-01"),
    ([JULY_10, ("2024-08-05", 12), ("2024-08-09", 3), ("2024-08-20", 12)], "2024-08", 12, "2024-08-05"),
    ([JULY_10, ("2024-08-05", 7), ("2024-08-20", 10)], "2024-08", 10, "2024-08-01"),
    ([("2024-06-01", 99), ("2024-07-10", 5)], "2024-07", 5, "2024-07-10"),
    ([("2024-06-01", 99), ("2024-07-10T00:00:01", 5)], "2024-07", 99, "2024-07-10"),
    ([("2024-06-01", 99), ("2024-06-02", 7)], "2024-07", 7, "2024-07-10"),
    ([("2024-08-15T10:00", 12), ("2024-08-02", 11), JULY_10], "2024-08", 12, "2024-08-15"),
]


@pytest.mark.parametrize(("records", "month", "count", "on"), PEAKS)
def test_the_count_of_a_month_is_the_largest_at_any_moment(
    records: list[tuple[str, int]], month: str, count: int, on: str
) -> None:
    """One that was replaced at 00:00 of its first day does not count, in whatever order the records stand."""
    row = next(row for row in plain(statement_of(counted(*records)).months) if row["month"] == month)
    assert (row["max_accounts"], row["peak_on"]) == (count, on)


def test_a_count_after_the_last_billed_day_does_not_count() -> None:
    """The end of the contract's last day is the end of its counts."""
    records = counted(JULY_10, ("2024-08-20T23:59", 15), ("2024-08-21", 80))
    assert plain(statement_of(records, ended("2024-08-20")).months[-1].max_accounts) == 15
    assert plain(statement_of(records, ended("2024-08-21")).months[-1].max_accounts) == 80


def test_a_derivation_names_the_record_and_how_many_did_not_reach_it() -> None:
    """A count that was carried over, one that a record set, and one that ended exactly as the month began."""
    later = ("2024-08-15T10:00", 12), ("2024-08-16", 7), ("2024-10-01", 8), ("2024-10-20", 5)
    months = statement_of(counted(JULY_10, *later)).months
    carried, recorded, replaced = months[0].max_accounts, months[1].max_accounts, months[3].max_accounts
    assert carried.says == "peak.carried"
    assert given_to(carried) == {"count": 10, "from": "2024-07-10 00:00:00"}
    assert recorded.says == "peak.recorded"
    assert given_to(recorded) == {"count": 12, "from": "2024-08-15 10:00:00", "other_records": 2}
    assert given_to(replaced) == {"count": 8, "from": "2024-10-01 00:00:00", "other_records": 1, "replaced_count": 7}
    assert saying(replaced, "peak.replaced_at_midnight").value == 7
    assert months[1].peak_on.says == "peak.recorded_on"
    assert months[0].peak_on.says == "peak.carried_on"


def test_a_record_at_the_first_moment_of_all_replaces_nothing() -> None:
    """There is no count that it could have ended."""
    july = statement_of(counted(JULY_10)).months[0]
    assert "replaced_count" not in given_to(july.max_accounts)


def test_a_count_that_cannot_be_read_is_not_told_of_where_it_was_replaced() -> None:
    """What holds from the first moment of the month on needs nothing of it."""
    case = contract_file(counted(JULY_10, ("2024-09-01", 8))), AS_OF
    september = beside(case, ("accounts", 0, "count")).months[2]
    assert given_to(september.max_accounts) == {"count": 8, "from": "2024-09-01 00:00:00"}
