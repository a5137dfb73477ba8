"""What happens to a credit when an outage lasts longer, is looked at later, or is claimed later."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases.contracts import evaluated
from tests.cases.statements import plain
from tests.laws.contracts import contract_files, contracts_on_a_day
from tests.second_opinion.case import DAY

Data = dict[str, Any]
SECOND = timedelta(seconds=1)
MOMENTS = st.integers(0, 120 * 86_400)
WITHOUT = {"with_outages": False, "terminated": False}
LATER = {
    "ongoing": {"ongoing"},
    "not_applicable": {"not_applicable"},
    "claimable": {"claimable", "lapsed"},
    "granted": {"granted"},
    "lapsed": {"lapsed"},
}
"""What a status can have become when the same restored outage is looked at on a later day."""


def _start(data: Data) -> datetime:
    return datetime.fromisoformat(data["dates"]["billing_start"])


def _with_outage(data: Data, known: datetime, length: timedelta, **more: Any) -> Data:
    outage = {"known_at": known.isoformat(), "restored_at": (known + length).isoformat(), **more}
    return plain(evaluated({**data, "outages": [outage]}))["outages"][0]


@given(contract_files(**WITHOUT), MOMENTS, st.integers(1, 40))
def test_a_whole_day_is_exact_to_the_second(data: Data, begins: int, days: int) -> None:
    """24 hours give a day; one second less does not."""
    known = _start(data) + begins * SECOND
    assert _with_outage(data, known, days * DAY)["whole_days"] == days
    assert _with_outage(data, known, days * DAY - SECOND)["whole_days"] == days - 1
    assert _with_outage(data, known, DAY - SECOND)["amount"] == 0


@given(contract_files(**WITHOUT), MOMENTS, st.integers(0, 900), st.integers(1, 200))
def test_a_longer_outage_never_lowers_its_credit(data: Data, begins: int, hours: int, more: int) -> None:
    """Nor the time that it lasted."""
    known = _start(data) + begins * SECOND
    shorter = _with_outage(data, known, timedelta(hours=hours))
    longer = _with_outage(data, known, timedelta(hours=hours + more))
    assert shorter["amount"] <= longer["amount"]
    assert shorter["whole_days"] <= longer["whole_days"]


@given(contract_files(**WITHOUT), MOMENTS, st.integers(24, 300), st.integers(1, 200))
def test_a_longer_outage_never_shortens_the_time_to_claim(data: Data, begins: int, hours: int, more: int) -> None:
    """Whether that begins after 24 hours or when the service was restored."""
    known = _start(data) + begins * SECOND
    shorter = _with_outage(data, known, timedelta(hours=hours))
    longer = _with_outage(data, known, timedelta(hours=hours + more))
    assert shorter["claim_deadline"] <= longer["claim_deadline"]
    assert shorter["claimable_on"] <= longer["claimable_on"]


@given(contract_files(**WITHOUT), MOMENTS, st.integers(24, 300))
def test_a_claim_is_in_time_up_to_its_last_day(data: Data, begins: int, hours: int) -> None:
    """A day later the right is lost."""
    known = _start(data) + begins * SECOND
    last = date.fromisoformat(_with_outage(data, known, timedelta(hours=hours))["claim_deadline"])
    for day, status in ((known.date(), "granted"), (last, "granted"), (last + DAY, "lapsed")):
        assert _with_outage(data, known, timedelta(hours=hours), claimed_on=str(day))["status"] == status


@given(contracts_on_a_day(), st.integers(0, 500))
def test_time_takes_a_claim_only_from_claimable_to_lapsed(case: tuple[Data, date], later: int) -> None:
    """Of a restored outage nothing else changes with the day of looking."""
    data, as_of = case
    restored = [each for each in data["outages"] if each.get("restored_at") is not None]
    data = {**data, "outages": restored}
    first, second = plain(evaluated(data, as_of)), plain(evaluated(data, as_of + later * DAY))
    for one, two in zip(first["outages"], second["outages"], strict=True):
        assert two["status"] in LATER[one["status"]]
        assert {**one, "status": two["status"]} == two
    assert first["months"] == second["months"]


@pytest.mark.parametrize("flag", ["attributable_to_provider", "total_outage"])
@given(contract_files(**WITHOUT), MOMENTS, st.integers(0, 300))
def test_an_outage_that_does_not_count_keeps_its_time_alone(flag: str, data: Data, begins: int, hours: int) -> None:
    """It has no whole days, no claim, no lines and no amount."""
    known, length = _start(data) + begins * SECOND, timedelta(hours=hours)
    counted = _with_outage(data, known, length)
    assert _with_outage(data, known, length, **{flag: False}) == {
        "hours": counted["hours"],
        "whole_days": 0,
        "claimable_on": None,
        "claim_deadline": None,
        "status": "not_applicable",
        "lines": [],
        "amount": 0,
    }


@given(contract_files(**WITHOUT), st.integers(0, 90), st.integers(0, 200))
def test_an_outage_that_goes_on_is_as_long_as_the_day_of_looking_makes_it(data: Data, begins: int, days: int) -> None:
    """Up to 00:00 of that day, and no less than nothing."""
    known = _start(data) + begins * DAY
    as_of = known.date() + days * DAY
    ongoing = {**data, "outages": [{"known_at": known.isoformat()}]}
    found = plain(evaluated(ongoing, as_of))["outages"][0]
    assert (found["status"], found["whole_days"], found["hours"]) == ("ongoing", days, str(days * 24))
    assert plain(evaluated(ongoing, as_of))["totals"]["credits"] == 0
    assert plain(evaluated(ongoing, known.date() - DAY))["outages"][0]["hours"] == "0"
