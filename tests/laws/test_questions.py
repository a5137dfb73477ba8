"""Questions asked of a contract agree with what `evaluate` says of the contract they are about."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calculation.bridge import bridge
from desktop_app.calculation.contract_changes import changes_between, with_changes
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.money import total
from desktop_app.calculation.month_bridge import month_bridge, sum_of
from desktop_app.calculation.outage_outlook import outage_outlooks
from desktop_app.calculation.readings import silent_points
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.termination_curve import termination_curve
from desktop_app.calculation.what_if import ending_on, statement_ending_on
from tests.cases.contracts import read
from tests.cases.examples import rulebook
from tests.laws.contracts import contract_files, contracts_on_a_day

Data = dict[str, Any]
RULES = rulebook()
SECOND = timedelta(seconds=1)


@settings(max_examples=15)
@given(contracts_on_a_day())
def test_the_curve_is_what_evaluating_each_day_gives(drawn: tuple[Data, date]) -> None:
    """Settlement and total, day by day; the days stand in a row, the two that stand out are what they are called."""
    contract, as_of = read(drawn[0]), drawn[1]
    curve = termination_curve(contract, as_of, RULES)
    for each in curve.days:
        statement = statement_ending_on(contract, each.effective_on, as_of, RULES)
        assert (each.settlement, each.total) == (statement.totals.settlement.value, statement.totals.total.value)
    assert all(later.effective_on - one.effective_on == timedelta(days=1) for one, later in pairwise(curve.days))
    in_time = [each for each in curve.days if each.in_time]
    assert curve.days[curve.cheapest].total == min(each.total for each in in_time)
    assert curve.days[curve.earliest_free] == next(each for each in in_time if not each.settlement)


@given(contracts_on_a_day(), st.integers(0, 500))
def test_a_contract_that_ends_on_another_day_in_time_is_not_refused(drawn: tuple[Data, date], days: int) -> None:
    """And ends on that day."""
    contract = read(drawn[0])
    terms = RULES.editions[contract.terms]
    day = (contract.dates.accepted_on or contract.dates.billing_start) + timedelta(days=30 + days)
    ending = ending_on(contract, day, terms)
    assert refusals(ending, terms) == []
    ends = evaluate(ending, drawn[1], RULES).dates.termination
    assert ends is not None
    assert ends.effective_on.value == day


@settings(max_examples=40)
@given(contract_files(), contract_files(), st.dates(date(2013, 1, 1), date(2024, 12, 31)))
def test_a_bridge_adds_up_and_leads_over_contracts_that_are_not_refused(one: Data, other: Data, as_of: date) -> None:
    """From any contract to any other, and back."""
    first, second = read(one), read(other)
    there, back = bridge(first, second, as_of, RULES), bridge(second, first, as_of, RULES)
    assert there.before.value + total(line.worth for line in there.lines) == there.after.value
    assert back.before.value + total(line.worth for line in back.lines) == back.after.value == there.before.value
    assert [each for line in there.lines for each in line.changes] == list(changes_between(first, second))


@settings(max_examples=40)
@given(contract_files(), contract_files())
def test_all_changes_make_the_other_contract_and_none_the_first(one: Data, other: Data) -> None:
    """But for the order of the account records, which means nothing."""
    first, second = read(one), read(other)
    made = with_changes(first, second, changes_between(first, second))
    assert made.model_copy(update={"accounts": second.accounts}) == second
    assert sorted(made.accounts, key=lambda each: each.starts) == sorted(second.accounts, key=lambda each: each.starts)
    assert changes_between(second, made) == changes_between(first, first) == ()


@given(contracts_on_a_day())
def test_the_difference_of_any_two_months_is_the_sum_of_its_parts(drawn: tuple[Data, date]) -> None:
    """Neighbours, and the first against the last."""
    contract = read(drawn[0])
    months = evaluate(contract, drawn[1], RULES).months
    for before, after in [*pairwise(months), *pairwise([months[0], months[-1]] if months else [])]:
        found = month_bridge(before, after, contract.policy.rounding)
        assert sum_of(found) == found.difference == after.total.value - before.total.value


@settings(max_examples=40)
@given(contracts_on_a_day())
def test_every_reading_is_the_statement_of_the_contract_that_makes_it(drawn: tuple[Data, date]) -> None:
    """The chosen one has the contract's own figure, and one that is the same has all its sums."""
    data, as_of = drawn
    contract = read(data)
    statement = evaluate(contract, as_of, RULES)
    for point in silent_points(contract, statement, RULES):
        (chosen,) = [each for each in point.readings if each.chosen]
        assert chosen.statement == statement
        assert chosen.assumption.value == getattr(contract.policy, point.question)
        for each in point.readings:
            if each.statement is None:
                assert (each.assumption.value, contract.policy.settlement_accounts) == ("fixed", None)
                continue
            other = read({**data, "policy": {**data["policy"], point.question: each.assumption.value}})
            assert each.statement.totals.total.value == evaluate(other, as_of, RULES).totals.total.value
            assert not each.same or [step.value for step in each.statement.totals] == [step.value for step in statement.totals]


@given(contracts_on_a_day())
def test_so_much_more_time_gives_one_more_day_and_a_second_less_does_not(drawn: tuple[Data, date]) -> None:
    """And what it is worth is what the credit rises by; what a claim takes off is never less than nothing."""
    contract, as_of = read(drawn[0]), drawn[1]
    statement = evaluate(contract, as_of, RULES)
    for each in outage_outlooks(contract, statement, RULES):
        assert each.taken_off.amount >= 0
        if each.next_day is not None:
            outage, end = contract.outages[each.row], each.credit.hours.given[1].value
            longer = max(end, outage.known_at) + each.next_day.lacking.value
            for moment, days in ((longer, 1), (longer - SECOND, 0)):
                outages = list(contract.outages)
                outages[each.row] = outage.model_copy(update={"restored_at": moment})
                changed = evaluate(contract.model_copy(update={"outages": tuple(outages)}), as_of, RULES).outages[each.row]
                assert changed.whole_days.value == each.credit.whole_days.value + days
                if days:
                    assert changed.amount.value - each.credit.amount.value == each.next_day.worth
