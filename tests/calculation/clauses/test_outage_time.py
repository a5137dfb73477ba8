"""Art. 11: how long an outage lasted, and until when its credit can be claimed."""

from typing import Any

import pytest

from desktop_app.calculation.statement import OutageCredit
from tests.cases.contracts import ended, outage, policy, statement_of
from tests.cases.statements import given_to, plain, saying

ENDS_10_31 = ended("2024-10-31")
STARTS_07_10 = "2024-07-10"


def _credit(given: dict[str, Any], *changes: dict[str, Any], as_of: str = "2024-12-10") -> OutageCredit:
    return statement_of({"outages": [given]}, *changes, as_of=as_of).outages[0]


TIMES = [
    # known, restored, hours, whole days
    ("2024-11-01T09:00", "2024-11-01T09:00", "0", 0),
    ("2024-11-01T09:00", "2024-11-02T08:59:59", "23.99", 0),
    ("2024-11-01T09:00", "2024-11-02T09:00:00", "24", 1),
    ("2024-11-01T09:00", "2024-11-02T09:00:36", "24.01", 1),
    ("2024-11-01T09:00", "2024-11-02T09:00:35", "24", 1),
    ("2024-11-01T09:00", "2024-11-03T08:59", "47.98", 1),
    ("2024-11-01T09:00", "2024-11-03T10:30", "49.5", 2),
    ("2024-11-01", "2024-11-02", "24", 1),
    ("2024-11-01", "2024-11-02T01:20", "25.33", 1),
    ("2024-12-31T12:00", "2025-01-10T12:00", "240", 10),
    ("2024-07-09T12:00", "2024-07-11", "24", 1),
    ("2024-07-08T12:00", "2024-07-10", "0", 0),
    ("2024-07-01", "2024-07-05", "0", 0),
]


@pytest.mark.parametrize(("known", "restored", "hours", "days"), TIMES)
def test_an_outage_lasts_from_knowledge_to_restoration(known: str, restored: str, hours: str, days: int) -> None:
    """Within the contract; hours are shown to two places, rounded down; each full 24 of them are a day."""
    credit = plain(_credit(outage(known, restored)))
    assert (credit["hours"], credit["whole_days"]) == (hours, days)


LIMITED = [
    # known, restored, as of; the contract ends on 31 October: hours, status
    ("2024-10-30", "2024-11-05", "2024-12-10", "48", "claimable"),
    ("2024-10-30", "2024-11-01", "2024-12-10", "48", "claimable"),
    ("2024-10-31T00:00:01", "2024-11-05", "2024-12-10", "23.99", "not_applicable"),
    ("2024-11-01", "2024-11-05", "2024-12-10", "0", "not_applicable"),
    ("2024-11-03", "2024-11-05", "2024-12-10", "0", "not_applicable"),
    ("2024-10-29", None, "2024-10-30", "24", "ongoing"),
    ("2024-10-29", None, "2024-10-31", "48", "ongoing"),
    ("2024-10-29", None, "2024-11-01", "72", "claimable"),
    ("2024-10-29", None, "2024-12-10", "72", "claimable"),
    ("2024-10-29", None, "2024-10-28", "0", "ongoing"),
    ("2024-11-05", None, "2024-12-10", "0", "not_applicable"),
]


@pytest.mark.parametrize(("known", "restored", "as_of", "hours", "status"), LIMITED)
def test_an_outage_ends_with_the_contract_at_the_latest(
    known: str, restored: str | None, as_of: str, hours: str, status: str
) -> None:
    """One that was not restored goes on to the day of looking, and counts as restored once the contract is over."""
    credit = plain(_credit(outage(known, restored), ENDS_10_31, as_of=as_of))
    assert (credit["hours"], credit["status"]) == (hours, status)


def test_an_outage_of_a_contract_that_never_began_has_no_time() -> None:
    """Its end lies before its beginning."""
    credit = plain(_credit(outage("2024-06-01", "2024-06-20"), ended("2024-06-15")))
    assert (credit["hours"], credit["whole_days"], credit["amount"]) == ("0", 0, 0)


CLAIMS = [
    # known, restored, policy, claimable from, last day
    ("2024-11-01T09:00", "2024-11-03T10:30", "after_24_hours", "2024-11-02", "2025-02-02"),
    ("2024-11-01", "2024-11-03", "after_24_hours", "2024-11-02", "2025-02-01"),
    ("2024-11-01T00:00:01", "2024-11-03", "after_24_hours", "2024-11-02", "2025-02-02"),
    ("2024-11-01T09:00", "2024-11-03T10:30", "restored", "2024-11-03", "2025-02-03"),
    ("2024-11-01T09:00", "2024-11-03", "restored", "2024-11-03", "2025-02-02"),
    ("2024-11-29T18:00", "2024-12-02", "after_24_hours", "2024-11-30", "2025-02-28"),
    ("2024-11-28T18:00", "2024-12-02", "after_24_hours", "2024-11-29", "2025-02-28"),
    ("2024-11-27T18:00", "2024-12-02", "after_24_hours", "2024-11-28", "2025-02-28"),
    ("2024-11-26T18:00", "2024-12-02", "after_24_hours", "2024-11-27", "2025-02-27"),
    ("2025-02-27T09:00", "2025-03-01", "after_24_hours", "2025-02-28", "2025-05-31"),
    ("2024-07-01", "2024-07-12", "after_24_hours", "2024-07-11", "2024-10-10"),
    ("2024-07-01", "2024-07-12", "restored", "2024-07-12", "2024-10-11"),
]


@pytest.mark.parametrize(("known", "restored", "since", "claimable", "deadline"), CLAIMS)
def test_a_claim_is_possible_for_three_months(known: str, restored: str, since: str, claimable: str, deadline: str) -> None:
    """From the day after, or from the day itself when that begins as the claim becomes possible."""
    credit = plain(_credit(outage(known, restored), policy(claimable_from=since)))
    assert (credit["claimable_on"], credit["claim_deadline"]) == (claimable, deadline)


@pytest.mark.parametrize("since", ["after_24_hours", "restored"])
def test_a_named_day_beats_the_policy_and_is_not_counted(since: str) -> None:
    """It is a day without a moment."""
    given = outage("2024-11-01", "2024-11-03", claimable_on="2024-11-30")
    credit = plain(_credit(given, policy(claimable_from=since)))
    assert (credit["claimable_on"], credit["claim_deadline"]) == ("2024-11-30", "2025-02-28")


ONGOING = [
    # policy, named day, claimable from, last day, of an outage known at 9:00 on 1 December, looked at on the 10th
    ("after_24_hours", None, "2024-12-02", "2025-03-02"),
    ("restored", None, None, None),
    ("restored", "2024-12-05", "2024-12-05", "2025-03-05"),
]


@pytest.mark.parametrize(("since", "named", "claimable", "deadline"), ONGOING)
def test_while_an_outage_goes_on_its_restoration_starts_no_claim(
    since: str, named: str | None, claimable: str | None, deadline: str | None
) -> None:
    """Unless a day was named."""
    credit = plain(_credit(outage("2024-12-01T09:00", claimable_on=named), policy(claimable_from=since)))
    assert credit["status"] == "ongoing"
    assert (credit["claimable_on"], credit["claim_deadline"]) == (claimable, deadline)


def test_once_the_contract_is_over_its_end_is_the_restoration() -> None:
    """At 00:00 of the day after, which therefore counts."""
    credit = plain(_credit(outage("2024-10-20T09:00"), ENDS_10_31, policy(claimable_from="restored")))
    assert (credit["claimable_on"], credit["claim_deadline"]) == ("2024-11-01", "2025-01-31")


@pytest.mark.parametrize("flag", ["attributable_to_provider", "total_outage"])
def test_an_outage_that_does_not_count_has_its_hours_alone(flag: str) -> None:
    """And says which of the two conditions it does not meet."""
    credit = _credit(outage("2024-11-01", "2024-11-03", **{flag: False}))
    assert plain(credit) == {
        "hours": "48",
        "whole_days": 0,
        "claimable_on": None,
        "claim_deadline": None,
        "status": "not_applicable",
        "lines": [],
        "amount": 0,
    }
    assert saying(credit.whole_days, f"outage.not_{flag}").given[0].path == ("outages", 0, flag)


def test_a_minute_too_short_says_by_how_much() -> None:
    """The shortfall is a step of its own."""
    credit = _credit(outage("2024-11-01T09:00", "2024-11-02T08:59"))
    short = saying(credit.whole_days, "outage.shortfall")
    assert short.value.total_seconds() == 60
    assert credit.amount.says == "outage.no_whole_day"
    assert credit.claimable_on.says == credit.claim_deadline.says == "outage.nothing_to_claim"


SAID = [
    (outage("2024-07-09", "2024-07-15"), "outage.start_at_billing_start", "outage.end_restored"),
    (outage("2024-07-10", "2024-07-15"), "outage.start_when_known", "outage.end_restored"),
    (outage("2024-10-20", "2024-11-01"), "outage.start_when_known", "outage.end_restored"),
    (outage("2024-10-20", "2024-11-15"), "outage.start_when_known", "outage.end_of_contract"),
    (outage("2024-10-20"), "outage.start_when_known", "outage.end_of_contract"),
]


@pytest.mark.parametrize(("given", "start", "end"), SAID)
def test_the_hours_say_what_limited_them(given: dict[str, Any], start: str, end: str) -> None:
    """Knowledge or billing start, restoration or the end of the contract."""
    hours = _credit(given, ENDS_10_31).hours
    saying(hours, start)
    saying(hours, end)


def test_an_ongoing_outage_is_measured_to_the_day_of_looking() -> None:
    """Whose 00:00 stands among its reasons."""
    ends = saying(_credit(outage("2024-12-01T09:00")).hours, "outage.end_as_of")
    assert given_to(ends) == {"restored_at": None, "as_of": "2024-12-10"}
