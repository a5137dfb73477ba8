"""A day without a year is in the twelve months in which it makes sense where it is typed."""

from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.step import Path
from desktop_app.document.fields import EACH, FIELDS, Kind, field_at
from desktop_app.document.nearest_days import MONTHS_BACK, SAME_ROW, near_in_form, near_in_row
from desktop_app.document.typed_days import day_entry

TODAY = date(2024, 12, 10)
DRAFT: dict[str, Any] = {
    "dates": {"accepted_on": "2026-06-10", "billing_start": "2026-07-10"},
    "accounts": [{"from": "2026-07-10"}, {"from": "2027-05-01T09:00"}, {}, {"from": "soon"}, {}],
    "outages": [{"known_at": "2023-11-01T09:00"}, {}],
    "changes": [{}],
}


@pytest.mark.parametrize(
    ("key", "typed", "day"),
    [
        ("quote.issued_on", "3/11", "2024-03-11"),
        ("quote.issued_on", "3/9", "2025-03-09"),
        ("quote.valid_until", "1/10", "2025-01-10"),
        ("quote.valid_until", "11/30", "2024-11-30"),
        ("dates.applied_on", "6/3", "2024-06-03"),
        ("dates.billing_start", "4/1", "2025-04-01"),
        ("dates.billing_start", "7/10", "2024-07-10"),
        ("termination.notice_arrived_on", "12/2", "2024-12-02"),
        ("termination.designated_on", "1/31", "2025-01-31"),
        ("termination.effective_on", "10/1", "2024-10-01"),
    ],
)
def test_a_form_goes_by_today(key: str, typed: str, day: str) -> None:
    """What has happened lies behind, what is agreed upon ahead."""
    assert day_entry(typed, near_in_form(key, TODAY)) == day


@pytest.mark.parametrize(
    ("path", "typed", "day"),
    [
        (("accounts", 0, "from"), "7/10", "2026-07-10"),
        (("accounts", 0, "from"), "7/9", "2027-07-09"),
        (("accounts", 1, "from"), "1/1", "2027-01-01"),
        (("accounts", 2, "from"), "4/1", "2028-04-01"),
        (("accounts", 4, "from"), "7/10", "2026-07-10"),
        (("changes", 0, "accepted_on"), "10/3", "2026-10-03"),
        (("outages", 1, "known_at"), "12/10", "2024-12-10"),
        (("outages", 1, "known_at"), "12/11", "2023-12-11"),
        (("outages", 0, "restored_at"), "1/3", "2024-01-03"),
        (("outages", 0, "claimed_on"), "11/1", "2023-11-01"),
        (("outages", 1, "claimed_on"), "11/1", "2024-11-01"),
    ],
)
def test_a_row_goes_by_the_row_above_it(path: Path, typed: str, day: str) -> None:
    """The first one by the start of the contract; an outage by today, and its other days by the outage."""
    assert day_entry(typed, near_in_row(DRAFT, path, TODAY)) == day


def test_a_contract_without_days_goes_by_today() -> None:
    """Also one whose days cannot be read, or lie outside of what a contract can name."""
    for start in (None, "July", "9999-12-31", 5):
        draft = {"dates": {"billing_start": start}, "accounts": [{}]}
        assert near_in_row(draft, ("accounts", 0, "from"), TODAY) == near_in_form("accounts.from", TODAY)
    accepted = {"dates": {"accepted_on": "2026-06-10"}}
    assert day_entry("6/9", near_in_row(accepted, ("changes", 0, "accepted_on"), TODAY)) == "2027-06-09"


def test_only_days_have_a_rule() -> None:
    """Each of them a field of its own."""
    for key in (*MONTHS_BACK, *SAME_ROW):
        field = field_at(tuple(key.split(".")))
        assert field is not None
        assert field.kind in {Kind.DAY, Kind.MOMENT}
    assert {field.key for field in FIELDS if field.kind is Kind.MOMENT} <= {"accounts.from", *SAME_ROW, "outages.known_at"}
    assert all(EACH in field.path for field in FIELDS if field.kind is Kind.MOMENT)
