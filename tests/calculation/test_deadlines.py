"""The notice for a wished end, and all deadlines of a contract in one list."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.clauses.termination import termination_dates
from desktop_app.calculation.contract import Termination
from desktop_app.calculation.deadlines import Deadline, deadlines, notice_day_for, notice_for
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.terms import Rulebook, Terms
from tests.cases.contracts import contract_file, ended, notice, outage, read

AS_OF = date(2024, 12, 10)
ONE_DAY = timedelta(days=1)


def all_of(rules: Rulebook, *changes: dict[str, Any]) -> tuple[Deadline, ...]:
    """Return the deadlines of the base contract with `changes`."""
    contract = read(contract_file(*changes))
    return deadlines(contract, evaluate(contract, AS_OF, rules))


def effective(arrived: date, terms: Terms, designated: date | None = None) -> date:
    """Return the day on which a notice takes effect."""
    made = Termination(kind="notice", notice_arrived_on=arrived, designated_on=designated)
    return termination_dates(made, terms).effective_on.value


@pytest.mark.parametrize("year", range(2000, 2200, 25))
def test_the_notice_day_is_the_inverse_of_the_effective_day_for_every_day(rules: Rulebook, year: int) -> None:
    """It leads to the day; one day later misses it; any day before reaches it by designating it."""
    terms = next(iter(rules.editions.values()))
    day = date(year, 1, 1)
    while day.year < year + 25:
        by = notice_day_for(day, terms).value
        assert effective(by, terms) == day
        assert effective(by + ONE_DAY, terms, day) == day + ONE_DAY
        assert effective(by - ONE_DAY, terms, day) == day
        assert notice_day_for(effective(day, terms), terms).value == day
        day += ONE_DAY


def test_a_wished_end_says_by_when_and_whether_there_is_still_time(rules: Rulebook) -> None:
    """With the article, and whether the contract is accepted by then."""
    contract = read(contract_file())
    found = notice_for(contract, date(2025, 3, 31), AS_OF, rules)
    assert (found.end.value, found.arrive_by.value) == (date(2025, 3, 31), date(2025, 3, 1))
    assert (found.arrive_by.article, found.in_time, found.accepted) == (Article.ART_8, True, True)
    assert notice_for(contract, AS_OF + 30 * ONE_DAY, AS_OF, rules).in_time
    assert not notice_for(contract, AS_OF + 29 * ONE_DAY, AS_OF, rules).in_time
    assert notice_for(contract, date(2024, 7, 10), AS_OF, rules).accepted
    assert not notice_for(contract, date(2024, 7, 9), AS_OF, rules).accepted
    assert notice_for(read(contract_file({"dates": {"accepted_on": None}})), date(2024, 7, 9), AS_OF, rules).accepted


def test_those_ahead_come_first_and_soonest(rules: Rulebook) -> None:
    """Then those behind, the latest first."""
    found = all_of(
        rules,
        {"quote": {"valid_until": "2024-07-03"}},
        {
            "outages": [
                outage("2024-08-01", "2024-08-03"),
                outage("2024-11-01T09:00", "2024-11-03T10:30"),
                outage("2024-11-10", "2024-11-12", claimed_on="2024-11-20"),
                outage("2024-11-20", "2024-11-20T23:00"),
            ]
        },
    )
    assert [(each.kind, str(each.day.value), each.state, each.row) for each in found] == [
        ("claim", "2025-02-02", "open", 1),
        ("claim", "2025-02-10", "done", 2),
        ("notice", "2025-06-09", "open", None),
        ("term_end", "2025-07-09", "open", None),
        ("claim", "2024-11-01", "passed", 0),
        ("quote", "2024-07-03", "passed", None),
    ]
    assert [each.days_left for each in found] == [(each.day.value - AS_OF).days for each in found]
    assert found[0].worth is not None
    assert found[0].worth.value.amount == 66
    assert found[2].worth is None


def test_a_contract_that_ends_has_its_end_in_the_place_of_the_notice(rules: Rulebook) -> None:
    """The last day of the contract is a day that ends something."""
    assert [each.kind for each in all_of(rules, notice("2024-12-02"))] == ["end", "term_end"]


def test_what_cannot_be_claimed_yet_has_no_deadline(rules: Rulebook) -> None:
    """An outage that goes on where a claim is possible only when it is restored."""
    found = all_of(rules, {"outages": [outage("2024-12-01")], "policy": {"claimable_from": "restored"}})
    assert "claim" not in [each.kind for each in found]
    found = all_of(rules, {"outages": [outage("2024-12-01")]}, ended("2025-03-15"))
    assert [(each.kind, each.state) for each in found] == [("claim", "open"), ("end", "open"), ("term_end", "open")]


def test_the_day_itself_is_still_open(rules: Rulebook) -> None:
    """It counts among those ahead; the day after it is passed, and its field is the file's."""
    today = {"quote": {"issued_on": "2024-12-01", "valid_until": str(AS_OF)}}
    first = all_of(rules, today)[0]
    assert (first.kind, first.days_left, first.state) == ("quote", 0, "open")
    assert (first.day.name, first.day.path) == ("valid_until", ("quote", "valid_until"))
    yesterday = {"quote": {"issued_on": "2024-12-01", "valid_until": str(AS_OF - ONE_DAY)}}
    last = all_of(rules, yesterday)[-1]
    assert (last.kind, last.days_left, last.state) == ("quote", -1, "passed")


def test_an_outage_that_does_not_count_has_no_deadline(rules: Rulebook) -> None:
    """Nor one of less than a day, however it was claimed."""
    named = outage("2024-11-01", "2024-11-09", claimable_on="2024-11-02", claimed_on="2024-11-10", total_outage=False)
    short = outage("2024-11-20", "2024-11-20T23:00", claimable_on="2024-11-22")
    assert "claim" not in [each.kind for each in all_of(rules, {"outages": [named, short]})]
