"""What each outage is worth, and how long it lacks to one more day."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.outage_outlook import OutageOutlook, outage_outlooks
from desktop_app.calculation.terms import Rulebook
from tests.cases.contracts import contract_file, counted, ended, outage, read

AS_OF = date(2024, 12, 10)
MANY = counted(("2024-07-10", 3000))
"""A month is ¥300,000, a day of credit ¥10,000, with tax ¥11,000."""


def outlooks(rules: Rulebook, *outages: dict[str, Any], **more: Any) -> tuple[OutageOutlook, ...]:
    """Return what is said of the outages of the base contract."""
    contract = read(contract_file(MANY, {"outages": list(outages)}, more))
    return outage_outlooks(contract, evaluate(contract, AS_OF, rules), rules)


def only(rules: Rulebook, *given: Any, **more: Any) -> OutageOutlook:
    """Return what is said of the one outage of the base contract."""
    (found,) = outlooks(rules, outage(*given), **more)
    return found


def test_thirteen_hours_lack_eleven_to_a_day(rules: Rulebook) -> None:
    """Nothing now, a day's credit then."""
    found = only(rules, "2024-11-01T09:00", "2024-11-01T22:00")
    assert found.taken_off.amount == 0
    assert found.next_day is not None
    assert found.next_day.lacking.value == timedelta(hours=11)
    assert found.next_day.lacking.article is Article.ART_11
    assert found.next_day.worth.amount == 10_000


def test_a_claim_takes_its_credit_and_the_tax_on_it_off_the_total(rules: Rulebook) -> None:
    """Whether it was made or still can be; lapsed, it takes nothing off."""
    assert only(rules, "2024-11-01T09:00", "2024-11-03T10:30").taken_off.amount == 22_000
    granted = outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")
    assert outlooks(rules, granted)[0].taken_off.amount == 22_000
    assert only(rules, "2024-08-01T09:00", "2024-08-03T10:30").taken_off.amount == 0


def test_each_row_has_its_own_credit_as_the_statement_has_it(rules: Rulebook) -> None:
    """In the order of the file."""
    rows = [outage("2024-11-01T09:00", "2024-11-03T10:30"), outage("2024-10-01T09:00", "2024-10-05T10:30")]
    contract = read(contract_file(MANY, {"outages": rows}))
    statement = evaluate(contract, AS_OF, rules)
    found = outage_outlooks(contract, statement, rules)
    assert [(each.row, each.credit) for each in found] == list(enumerate(statement.outages))


def test_a_claim_that_was_too_late_takes_nothing_off(rules: Rulebook) -> None:
    """Nor one that does not count, although it was claimed."""
    late = outage("2024-08-01T09:00", "2024-08-03T10:30", claimed_on="2024-12-01")
    somebodys = outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-05", attributable_to_provider=False)
    assert [each.taken_off.amount for each in outlooks(rules, late, somebodys)] == [0, 0]


def test_exactly_two_days_lack_a_whole_one(rules: Rulebook) -> None:
    """The boundary belongs to the day that it ends."""
    found = only(rules, "2024-11-01T09:00", "2024-11-03T09:00")
    assert found.next_day is not None
    assert found.next_day.lacking.value == timedelta(hours=24)
    assert found.next_day.worth.amount == 10_000


def test_one_that_goes_on_is_worth_what_it_would_be_if_it_ended_now(rules: Rulebook) -> None:
    """Counted up to the as-of date; one that was known only today has counted nothing yet."""
    found = only(rules, "2024-12-08T09:00")
    assert found.taken_off.amount == 11_000
    assert found.next_day is not None
    assert found.next_day.lacking.value == timedelta(hours=9)
    today = only(rules, "2024-12-10T15:00")
    assert today.taken_off.amount == 0
    assert today.next_day is not None
    assert today.next_day.lacking.value == timedelta(hours=24)


@pytest.mark.parametrize("flag", ["attributable_to_provider", "total_outage"])
def test_one_that_does_not_count_never_gives_more(rules: Rulebook, flag: str) -> None:
    """However long it is."""
    (found,) = outlooks(rules, outage("2024-11-01T09:00", "2024-11-09T22:00", **{flag: False}))
    assert found.next_day is None
    assert found.taken_off.amount == 0


def test_the_end_of_the_contract_and_the_next_outage_leave_no_more_time(rules: Rulebook) -> None:
    """To the minute: where it would just fit, it is told."""
    assert only(rules, "2024-11-01T09:00", "2024-11-01T22:00", **ended("2024-11-01")).next_day is None
    assert only(rules, "2024-11-01T00:00", "2024-11-01T22:00", **ended("2024-11-01")).next_day is not None
    first, second = outage("2024-11-01T09:00", "2024-11-01T22:00"), outage("2024-11-02T08:59", "2024-11-02T10:00")
    assert [each.next_day is None for each in outlooks(rules, first, second)] == [True, False]
    touching = outage("2024-11-02T09:00", "2024-11-02T10:00")
    assert [each.next_day is None for each in outlooks(rules, touching, first)] == [False, False]


def test_one_that_was_over_before_billing_began_would_have_to_last_into_it(rules: Rulebook) -> None:
    """From its real end to a day after billing start."""
    found = only(rules, "2024-07-01T09:00", "2024-07-09T22:00")
    assert found.next_day is not None
    assert found.next_day.lacking.value == timedelta(hours=26)
