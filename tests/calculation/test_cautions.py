"""What a statement warns of: it is reckoned, but someone should look (rules, section 10)."""

from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.cautions import is_registration_number
from desktop_app.calculation.statement import Statement
from tests.cases.contracts import contract_file, counted, ended, evaluated, notice, outage, policy, statement_of
from tests.cases.statements import dotted

Change = dict[str, Any]


def _warned(statement: Statement) -> list[tuple[str, str]]:
    return [(each.code, dotted(each.path)) for each in statement.warnings]


def _number(text: str) -> Change:
    return {"issuer": {"registration_number": text}}


def _outages(*given: Change) -> Change:
    return {"outages": list(given)}


OUTSIDE = ("outage_outside_contract", "outages[0]")
EARLY = {"dates": {"accepted_on": None, "billing_start": "2014-06-30"}}
GROWING = counted(("2024-07-10", 10), ("2025-03-01", 20))

WARNED = [
    ([_number("T1234567890123")], ("registration_number_suspect", "issuer.registration_number")),
    ([{"dates": {"accepted_on": None}}], ("acceptance_missing", "dates.accepted_on")),
    ([notice("2024-12-02", "2024-12-31")], ("designated_before_earliest", "termination.designated_on")),
    ([ended("2024-07-09")], ("ended_before_billing", "termination")),
    ([_outages(outage("2024-07-09T23:59:59", "2024-07-15", claimed_on="2024-07-20"))], OUTSIDE),
    ([_outages(outage("2024-10-30", "2024-11-01T00:00:01", claimed_on="2024-11-05")), ended("2024-10-31")], OUTSIDE),
    ([_outages(outage("2024-11-01", "2024-11-01")), ended("2024-10-31")], OUTSIDE),
    ([_outages(outage("2024-11-01")), ended("2024-10-31")], OUTSIDE),
    ([GROWING, ended("2025-01-31")], ("scheduled_settlement_differs", "policy.settlement_basis")),
]


@pytest.mark.parametrize(("changes", "warning"), WARNED)
def test_what_needs_a_look_is_warned_of(changes: list[Change], warning: tuple[str, str]) -> None:
    """With its code, at its field."""
    assert _warned(statement_of(*changes)) == [warning]


def test_a_contract_older_than_its_terms_is_warned_of() -> None:
    """The edition took effect on 1 July 2014."""
    data = contract_file(EARLY, counted(("2014-06-30", 10)))
    later = contract_file({"dates": {"accepted_on": None, "billing_start": "2014-07-01"}}, counted(("2014-06-30", 10)))
    assert ("before_edition", "dates.billing_start") in _warned(evaluated(data))
    assert _warned(evaluated(later)) == [("acceptance_missing", "dates.accepted_on")]


NOT_WARNED = [
    [],
    [_number("")],
    [_number("T7123456789012")],
    [notice("2024-12-02", "2025-01-01")],
    [notice("2024-12-02")],
    [ended("2024-07-10"), policy(settlement_basis="scheduled")],
    [_outages(outage("2024-07-10", "2024-07-15", claimed_on="2024-07-20"))],
    [_outages(outage("2024-10-30", "2024-11-01", claimed_on="2024-11-05")), ended("2024-10-31")],
    [_outages(outage("2024-10-30", claimed_on="2024-11-05")), ended("2024-10-31")],
    [GROWING],
    [GROWING, ended("2025-03-31")],
    [GROWING, ended("2025-01-31", "article_28_2")],
    [GROWING, ended("2025-01-31"), policy(settlement_basis="scheduled")],
    [GROWING, ended("2025-01-31"), policy(settlement_basis="fixed", settlement_accounts=10)],
    [GROWING, ended("2025-07-09")],
]


@pytest.mark.parametrize("changes", NOT_WARNED)
def test_what_is_in_order_is_not_warned_of(changes: list[Change]) -> None:
    """Up to the last day or moment that is."""
    assert _warned(statement_of(*changes)) == []


NEAR = [
    # as of, days left of a claim that ends on 2 February 2025
    ("2025-01-18", None),
    ("2025-01-19", 14),
    ("2025-01-20", 13),
    ("2025-02-02", 0),
    ("2025-02-03", None),
]


@pytest.mark.parametrize(("as_of", "left"), NEAR)
def test_a_claim_is_warned_of_in_its_last_fortnight(as_of: str, left: int | None) -> None:
    """With the days that are left; not before, and not when it has lapsed."""
    given = _outages(outage("2024-08-01", "2024-08-01"), outage("2024-11-01T09:00", "2024-11-03T10:30"))
    found = statement_of(given, as_of=as_of).warnings
    assert [(each.code, dotted(each.path)) for each in found] == (
        [("claim_deadline_near", "outages[1]")] if left is not None else []
    )
    assert [dict(each.details) for each in found] == (
        [{"deadline": date(2025, 2, 2), "days_left": left}] if left is not None else []
    )


def test_a_claimed_outage_has_no_deadline_to_be_warned_of() -> None:
    """Nor one that still goes on."""
    claimed = outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")
    assert _warned(statement_of(_outages(claimed), as_of="2025-02-01")) == []
    assert _warned(statement_of(_outages(outage("2024-11-01T09:00")), as_of="2025-02-01")) == []


def test_warnings_stand_in_the_order_of_the_file_format() -> None:
    """From the issuer to the assumptions."""
    data = contract_file(
        _number("T1"),
        {"dates": {"accepted_on": None, "billing_start": "2014-06-30"}},
        counted(("2014-06-01", 10), ("2014-07-05", 90)),
        notice("2014-05-01", "2014-05-02"),
        _outages(outage("2014-06-01", "2014-06-02"), outage("2014-06-10", "2014-06-12")),
    )
    assert _warned(evaluated(data, date(2014, 7, 1))) == [
        ("registration_number_suspect", "issuer.registration_number"),
        ("acceptance_missing", "dates.accepted_on"),
        ("before_edition", "dates.billing_start"),
        ("ended_before_billing", "termination"),
        ("designated_before_earliest", "termination.designated_on"),
        ("outage_outside_contract", "outages[0]"),
        ("outage_outside_contract", "outages[1]"),
        ("scheduled_settlement_differs", "policy.settlement_basis"),
    ]


NUMBERS = [
    ("T7123456789012", True),
    ("T1000000000008", True),
    ("T7000012050002", True),
    ("T9000000000000", True),
    ("T8000000000001", True),
    ("T7000000000010", True),
    ("T1234567890123", False),
    ("T8123456789012", False),
    ("T7123456789021", False),
    ("T712345678901", False),
    ("T71234567890123", False),
    ("7123456789012", False),
    ("t7123456789012", False),
    ("T712345678901２", False),
    ("T712345678901²", False),
    ("T-123456789012", False),
    ("T", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "right"), NUMBERS)
def test_a_registration_number_has_thirteen_digits_of_which_the_first_checks_the_others(text: str, *, right: bool) -> None:
    """Nine less what the weighed others leave over nine."""
    assert is_registration_number(text) is right


def test_one_digit_that_was_mistyped_makes_a_registration_number_suspect() -> None:
    """Unless a 0 became a 9 or a 9 a 0, which the rule cannot tell apart."""
    right = "7123456789012"
    for place in range(1, 13):
        for digit in "0123456789":
            other = right[:place] + digit + right[place + 1 :]
            same = {digit, right[place]} in ({digit}, {"0", "9"})
            assert is_registration_number(f"T{other}") is same
