"""Art. 11, Annex 3: what an outage takes off the fees, and where its claim stands."""

from typing import Any

import pytest

from tests.cases.contracts import counted, ended, outage, policy, priced, statement_of
from tests.cases.statements import given_to, plain, saying

PRICE_90 = priced("per_account", unit_price="90")
"""900 yen a month for 10 accounts: 30 yen a day of credit."""


def _outages(*outages: dict[str, Any], changes: tuple[dict[str, Any], ...] = (), as_of: str = "2024-12-10") -> Any:
    return statement_of({"outages": list(outages)}, PRICE_90, *changes, as_of=as_of)


def _lines(statement: Any, i: int = 0) -> list[tuple[str, int, int]]:
    """Return month, days and amount of each line of an outage."""
    return [(line["month"], line["days"], line["amount"]) for line in plain(statement.outages[i].lines)]


LINES = [
    ("2024-11-01T09:00", "2024-11-03T10:30", [("2024-11", 2, 60)]),
    ("2024-11-29T18:00", "2024-12-02T20:00", [("2024-11", 2, 60), ("2024-12", 1, 30)]),
    ("2024-11-30T23:59:59", "2024-12-01T23:59:59", [("2024-11", 1, 30)]),
    ("2024-12-01", "2024-12-02", [("2024-12", 1, 30)]),
    ("2024-10-31T12:00", "2024-12-02T11:59", [("2024-10", 1, 30), ("2024-11", 30, 900)]),
    ("2024-10-01", "2024-11-01", [("2024-10", 31, 900)]),
    ("2024-07-10", "2024-08-01", [("2024-07", 22, 638)]),
]


@pytest.mark.parametrize(("known", "restored", "lines"), LINES)
def test_each_block_of_24_hours_belongs_to_the_month_in_which_it_begins(
    known: str, restored: str, lines: list[tuple[str, int, int]]
) -> None:
    """A thirtieth of that month's fee each, but no more than was billed for the month."""
    assert _lines(_outages(outage(known, restored))) == lines


def test_a_credit_is_of_the_fee_before_it_was_divided() -> None:
    """July is billed for 22 days only."""
    line = plain(_outages(outage("2024-07-15", "2024-07-17")).outages[0].lines[0])
    assert (line["monthly_fee"], line["amount"]) == (900, 60)


@pytest.mark.parametrize(("rounding", "amount"), [("floor", 66), ("half_up", 67), ("ceiling", 67)])
def test_a_credit_is_rounded_by_the_policy(rounding: str, amount: int) -> None:
    """1,000 × 2 / 30 = 66.67."""
    given = {"outages": [outage("2024-11-01", "2024-11-03")]}
    assert plain(statement_of(given, policy(rounding=rounding)).outages[0].amount) == amount


def test_a_month_without_billed_days_gives_nothing() -> None:
    """After the last listed month, although the outage lasted."""
    credit = _outages(outage("2025-07-30", "2025-08-10"), changes=(policy(quote_months=12),)).outages[0]
    beyond = _outages(outage("2025-08-01", "2025-08-10")).outages[0]
    assert plain(credit.amount) == 60
    assert (plain(beyond.whole_days), plain(beyond.lines), plain(beyond.amount)) == (9, [], 0)
    assert beyond.amount.says == "outage.no_billed_month"


def test_earlier_credits_of_the_file_use_up_what_was_billed() -> None:
    """14 and 17 days of October: the second gets what is left, and says so."""
    first = outage("2024-10-01", "2024-10-15", claimed_on="2024-12-01")
    second = outage("2024-10-15", "2024-11-03", claimed_on="2024-12-01")
    statement = _outages(first, second)
    assert [plain(each.amount) for each in statement.outages] == [420, 480 + 60]
    limited = saying(statement.outages[1].amount, "outage.limited_to_billed_fee")
    assert {name: given_to(limited)[name] for name in ("billed_fee", "credited_before")} == {
        "billed_fee": 900,
        "credited_before": 420,
    }
    assert [plain(each.amount) for each in _outages(second, first).outages] == [510 + 60, 390]


def test_credits_that_were_not_granted_use_nothing_up() -> None:
    """Only what was claimed in time is off the bill."""
    lost = outage("2024-07-11", "2024-08-01", claimed_on="2024-11-30")
    unclaimed = outage("2024-11-02", "2024-11-30")
    claimed = outage("2024-10-02", "2024-11-02", claimed_on="2024-12-01")
    statement = _outages(lost, unclaimed, claimed)
    assert [plain(each.status) for each in statement.outages] == ["lapsed", "claimable", "granted"]
    assert plain(statement.outages[1].amount) == 840
    assert plain(statement.totals.credits) == 900 + 30


STATUSES = [
    # claimed on, as of, status of an outage whose claim ends on 2 February 2025
    ("2024-11-01", "2024-12-10", "granted"),
    ("2024-11-20", "2024-12-10", "granted"),
    ("2025-02-02", "2024-12-10", "granted"),
    ("2025-02-02", "2030-01-01", "granted"),
    ("2025-02-03", "2024-12-10", "lapsed"),
    ("2025-02-03", "2030-01-01", "lapsed"),
    (None, "2024-11-01", "claimable"),
    (None, "2025-02-02", "claimable"),
    (None, "2025-02-03", "lapsed"),
]


@pytest.mark.parametrize(("claimed", "as_of", "status"), STATUSES)
def test_a_claim_stands_by_its_day_and_its_last_day(claimed: str | None, as_of: str, status: str) -> None:
    """A claim counts whatever the day of looking, also one that is not there yet."""
    statement = _outages(outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on=claimed), as_of=as_of)
    assert plain(statement.outages[0].status) == status
    assert plain(statement.outages[0].amount) == 60
    assert plain(statement.totals.credits) == (60 if status == "granted" else 0)


FIRST_THAT_APPLIES = [
    (outage("2024-12-01", total_outage=False), "not_applicable", "outage.status.does_not_count"),
    (outage("2024-12-01", claimed_on="2024-12-05"), "ongoing", "outage.status.ongoing"),
    (outage("2024-12-09T12:00"), "ongoing", "outage.status.ongoing"),
    (outage("2024-12-01", "2024-12-01T23:00", claimed_on="2024-12-05"), "not_applicable", "outage.status.too_short"),
    (outage("2024-11-01", "2024-11-03", claimed_on="2024-12-05"), "granted", "outage.status.granted"),
    (outage("2024-08-01", "2024-08-03", claimed_on="2024-12-05"), "lapsed", "outage.status.claimed_late"),
    (outage("2024-08-01", "2024-08-03"), "lapsed", "outage.status.never_claimed"),
    (outage("2024-11-01", "2024-11-03"), "claimable", "outage.status.claimable"),
]


@pytest.mark.parametrize(("given", "status", "says"), FIRST_THAT_APPLIES)
def test_the_first_status_that_applies_is_told_with_its_reason(given: dict[str, Any], status: str, says: str) -> None:
    """From what does not count down to what can still be claimed."""
    step = _outages(given).outages[0].status
    assert (plain(step), step.says) == (status, says)


def test_an_ongoing_outage_shows_what_it_would_give() -> None:
    """But it is off no bill."""
    statement = _outages(outage("2024-12-01T09:00", claimed_on="2024-12-05"))
    assert _lines(statement) == [("2024-12", 8, 240)]
    assert plain(statement.totals.credits) == 0


def test_an_outage_beyond_the_contracts_end_is_credited_up_to_it() -> None:
    """Two blocks of November, which is billed for 20 days."""
    statement = _outages(outage("2024-11-18T12:00", "2024-12-05"), changes=(ended("2024-11-20"),))
    assert _lines(statement) == [("2024-11", 2, 60)]


def test_a_contract_that_costs_nothing_is_credited_nothing() -> None:
    """The line is there, with 0 yen."""
    given = {"outages": [outage("2024-11-01", "2024-11-03", claimed_on="2024-11-05")]}
    statement = statement_of(given, counted(("2024-07-10", 0)))
    assert _lines(statement) == [("2024-11", 2, 0)]
    assert plain(statement.outages[0].status) == "granted"


def test_a_credit_of_exactly_what_is_left_is_not_limited() -> None:
    """Thirty days of a month that was billed in full."""
    whole_month = _outages(outage("2024-09-01", "2024-10-01", claimed_on="2024-10-02"))
    (line,) = whole_month.outages[0].lines
    assert plain(line.amount) == plain(whole_month.months[2].billed_fee)
    assert line.amount.says == "outage.line"
    longer = _outages(outage("2024-08-01", "2024-09-01", claimed_on="2024-10-02"))
    assert longer.outages[0].lines[0].amount.says == "outage.limited_to_billed_fee"
