"""What ending costs on each day: which days there are, which are in time, and which two stand out."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from unittest.mock import Mock

import pytest

from desktop_app.calculation.evaluate import Reading
from desktop_app.calculation.money import Yen
from desktop_app.calculation.outages import outage_in_time
from desktop_app.calculation.step import Step
from desktop_app.calculation.termination_curve import TerminationCurve, termination_curve
from desktop_app.calculation.terms import Rulebook
from desktop_app.calculation.what_if import statement_ending_on
from tests.cases.contracts import contract_file, counted, ended, notice, outage, policy, read

AS_OF = date(2024, 12, 10)


def curve_of(rules: Rulebook, *changes: dict[str, Any], as_of: date = AS_OF) -> TerminationCurve:
    """Return the curve of the base contract with `changes`."""
    return termination_curve(read(contract_file(*changes)), as_of, rules)


def test_it_goes_from_today_to_sixty_days_past_the_term(rules: Rulebook) -> None:
    """Day by day, the term ending on 9 July 2025."""
    curve = curve_of(rules)
    assert curve.days[0].effective_on == AS_OF
    assert curve.days[-1].effective_on == date(2025, 7, 9) + timedelta(days=60)
    assert [curve.at(each.effective_on) for each in curve.days] == list(range(len(curve.days)))
    assert curve.at(AS_OF - timedelta(days=1)) is None
    assert curve.at(curve.days[-1].effective_on + timedelta(days=1)) is None
    assert curve.at(date(2026, 1, 1)) is None


def test_what_endings_share_is_reckoned_once(rules: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the curve of a long contract takes seconds: the same months, remaining days and outages come back day after day."""
    reckoned: dict[str, list[tuple[Any, ...]]] = {"_billed_month": [], "_scheduled_fee": [], "_charged_line": [], "_credit": []}

    def counting(part: str, reckon: Callable[..., Any]) -> Callable[..., Any]:
        def counted(self: Reading, *given: Any) -> Any:
            known = (step.value if isinstance(step, Step) else step for step in given if not isinstance(step, dict))
            reckoned[part].append(tuple(known))
            return reckon(self, *given)

        return counted

    for part in reckoned:
        monkeypatch.setattr(Reading, part, counting(part, getattr(Reading, part)))
    in_time = Mock(wraps=outage_in_time)
    monkeypatch.setattr("desktop_app.calculation.termination_curve.outage_in_time", in_time)
    ended_outage = {"outages": [outage("2024-08-01", "2024-08-05")]}
    curve = curve_of(rules, ended_outage, policy(settlement_basis="scheduled"), as_of=date(2024, 9, 15))
    for part, given in reckoned.items():
        shared = [(each[0].month.value, each[0].days.value) for each in given] if part == "_billed_month" else given
        assert 0 < len(shared) < 3 * len(curve.days)
        assert len(shared) == len(set(map(str, shared)))
    assert in_time.call_count == 1


def test_it_begins_with_the_acceptance_and_goes_on_long_after_the_term(rules: Rulebook) -> None:
    """Before there is a contract none can end; after the term every day is free."""
    assert curve_of(rules, as_of=date(2024, 1, 1)).days[0].effective_on == date(2024, 6, 10)
    early: dict[str, Any] = {"dates": {"accepted_on": "2023-01-10"}}
    assert curve_of(rules, early, as_of=date(2024, 1, 1)).days[0].effective_on == date(2024, 5, 11)
    late = curve_of(rules, as_of=date(2030, 1, 1))
    assert (late.days[0].effective_on, len(late.days)) == (date(2030, 1, 1), 61)
    assert late.earliest_free == 30


def test_the_notice_day_lies_thirty_days_before_and_must_lie_ahead(rules: Rulebook) -> None:
    """A notice that arrives today ends the contract in thirty days at the earliest."""
    curve = curve_of(rules)
    assert {each.effective_on - each.notice_by for each in curve.days if each.notice_by} == {timedelta(days=30)}
    assert [each.in_time for each in curve.days[:32]] == [False] * 30 + [True] * 2


def test_a_notice_before_the_acceptance_is_never_in_time(rules: Rulebook) -> None:
    """Although it would lie ahead."""
    curve = curve_of(rules, {"dates": {"accepted_on": "2024-07-10"}}, as_of=date(2024, 6, 1))
    assert next(each.effective_on for each in curve.days if each.in_time) == date(2024, 8, 9)


def test_the_day_on_which_the_contract_does_end_is_in_time(rules: Rulebook) -> None:
    """Its notice arrived long ago."""
    curve = curve_of(rules, notice("2024-11-12"))
    assert [each.effective_on for each in curve.days[:31] if each.in_time] == [date(2024, 12, 12), date(2025, 1, 9)]


def test_the_earliest_free_day_is_the_last_of_the_term(rules: Rulebook) -> None:
    """And the cheapest the earliest in time, since the settlement bears no tax."""
    curve = curve_of(rules)
    assert curve.days[curve.earliest_free].effective_on == date(2025, 7, 9)
    assert curve.cheapest == 30
    beside = curve.beside(curve.cheapest)
    assert beside.earlier is not None
    assert beside.later is not None
    total = curve.days[30].total
    assert (total + beside.earlier, total + beside.later) == (curve.days[29].total, curve.days[31].total)
    assert curve.beside(0).earlier is None
    assert curve.beside(len(curve.days) - 1).later is None
    assert curve.beside(len(curve.days) - 2).later == curve.days[-1].total - curve.days[-2].total


def test_a_rising_count_makes_an_early_end_cheaper_by_what_it_leaves_out(rules: Rulebook) -> None:
    """The settlement follows the month of the end, so ending before the rise keeps it out of all later months."""
    curve = curve_of(rules, counted(("2024-07-10", 10), ("2025-02-01", 100)))
    before, after = (curve.days[curve.at(date(2025, *day)) or 0] for day in ((1, 31), (2, 1)))
    assert before.settlement < after.settlement
    assert curve.days[curve.cheapest].effective_on <= before.effective_on


def test_an_exempt_contract_is_free_on_every_day_and_needs_no_notice(rules: Rulebook) -> None:
    """The kind of the ending stays what it is."""
    curve = curve_of(rules, ended("2025-03-15", "article_28_2"))
    assert {(each.settlement, each.notice_by, each.in_time) for each in curve.days} == {(Yen(0), None, True)}
    assert curve.earliest_free == 0


def test_what_would_be_accepted_after_the_end_is_left_out(rules: Rulebook) -> None:
    """A change, the option, its removal: each costs only from the day on which it is accepted."""
    later = {
        "prices": {"option_initial_fee": 1000, "option_removal_fee": 200, "change_fees": {"domain": 30}},
        "option": {"accepted_on": "2025-01-15", "removal_accepted_on": "2025-02-15"},
        "changes": [{"accepted_on": "2025-03-15", "item": "domain"}],
    }
    curve, bare = curve_of(rules, later, policy(settlement_basis="scheduled")), curve_of(rules)
    for day, more in ((14, 0), (15, 1100)):
        i = curve.at(date(2025, 1, day)) or 0
        assert curve.days[i].total - bare.days[i].total == Yen(more)
    i = curve.at(date(2025, 2, 15)) or 0
    assert curve.days[i].total - bare.days[i].total == Yen(1320)
    i = curve.at(date(2025, 3, 15)) or 0
    assert curve.days[i].total - bare.days[i].total == Yen(1353)


@pytest.mark.parametrize("day", [date(2025, 1, 31), date(2025, 7, 9)])
def test_a_day_can_be_asked_for_with_all_its_reasons(rules: Rulebook, day: date) -> None:
    """The statement of that ending is that of the curve."""
    contract = read(contract_file())
    curve = termination_curve(contract, AS_OF, rules)
    statement = statement_ending_on(contract, day, AS_OF, rules)
    assert statement.dates.termination is not None
    assert statement.dates.termination.effective_on.value == day
    point = curve.days[curve.at(day) or 0]
    assert (point.total, point.settlement) == (statement.totals.total.value, statement.totals.settlement.value)


OUTAGES: list[dict[str, Any]] = [
    outage("2025-01-20T09:00", "2025-02-02T10:30", claimed_on="2025-02-10"),
    outage("2024-12-28", "2025-01-18", claimed_on="2025-02-10"),
    outage("2025-02-20T09:00", "2025-02-27T09:00", claimed_on="2025-03-10"),
    outage("2025-03-01", claimed_on="2025-03-10"),
    outage("2024-10-01", "2024-10-20", claimed_on="2024-10-21", total_outage=False),
    outage("2024-06-12", "2024-06-15", claimed_on="2024-06-16"),
]
"""More in January than a month cut short is billed; one over two months, one going on, one that does not count, one too early."""
SCHEDULED = policy(settlement_basis="scheduled", partial_month="thirty_days", settlement_taxable=True)


@pytest.mark.parametrize("more", [{}, SCHEDULED, policy(settlement_basis="fixed", settlement_accounts=3, rounding="ceiling")])
def test_every_day_is_what_evaluating_its_ending_gives(rules: Rulebook, more: dict[str, Any]) -> None:
    """With outages that the end cuts short, credits that it makes smaller, and counts that rise and fall."""
    counts = counted(("2024-07-10", 48), ("2024-12-20T10:00", 1055), ("2025-02-01", 20))
    contract = read(contract_file(counts, {"outages": OUTAGES}, more))
    for each in termination_curve(contract, AS_OF, rules).days[:110]:
        said = statement_ending_on(contract, each.effective_on, AS_OF, rules)
        assert said.settlement is not None
        assert each.settlement == said.settlement.amount.value
        assert each.total == said.totals.total.value
    assert {each.settlement.amount == 0 for each in termination_curve(contract, AS_OF, rules).days} == {True, False}


def test_the_cheapest_day_need_not_be_the_first(rules: Rulebook) -> None:
    """A fall of the count before the term is over: whoever ends later settles at the lower fee."""
    curve = curve_of(rules, counted(("2024-07-10", 1000), ("2025-03-01", 1)))
    cheapest = curve.days[curve.cheapest]
    assert cheapest.effective_on == date(2025, 3, 1)
    assert cheapest.total == min(each.total for each in curve.days if each.in_time)
    assert curve.cheapest > next(i for i, each in enumerate(curve.days) if each.in_time)
