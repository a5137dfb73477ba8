"""Where the contract is silent: every reading beside the chosen one."""

from datetime import date
from typing import Any

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.money import Yen
from desktop_app.calculation.readings import SilentPoint, silent_points
from desktop_app.calculation.terms import Rulebook
from tests.cases.contracts import contract_file, counted, ended, outage, policy, read

AS_OF = date(2024, 12, 10)


def points(rules: Rulebook, *changes: dict[str, Any]) -> dict[str, SilentPoint]:
    """Return the silent points of the base contract with `changes`, by name."""
    contract = read(contract_file(*changes))
    found = silent_points(contract, evaluate(contract, AS_OF, rules), rules)
    return {each.question: each for each in found}


def readings(point: SilentPoint) -> list[tuple[object, bool, int | None, bool]]:
    """Return of each reading its value, whether it is the chosen one, its difference, whether it makes none."""
    return [
        (each.assumption.value, each.chosen, None if each.difference is None else each.difference.amount, each.same)
        for each in point.readings
    ]


def test_every_value_of_every_assumption_is_there_and_one_is_chosen(rules: Rulebook) -> None:
    """In the order of the file, the chosen one without a difference."""
    found = points(rules, policy(rounding="ceiling"))
    assert list(found) == ["partial_month", "rounding", "settlement_basis", "settlement_taxable", "claimable_from"]
    for point in found.values():
        assert [(each.difference, each.same) for each in point.readings if each.chosen] == [(Yen(0), True)]
        assert sum(each.chosen for each in point.readings) == 1
    assert readings(found["rounding"])[2] == ("ceiling", True, 0, True)


def test_the_way_a_month_is_divided_matters_for_a_contract_that_begins_within_one(rules: Rulebook) -> None:
    """22 of 31 days, 22 of 30, or all of it."""
    found = points(rules)["partial_month"]
    assert found.matters
    chosen = found.readings[0].statement
    assert chosen is not None
    for each in found.readings:
        assert each.statement is not None
        assert each.difference == each.statement.totals.total.value - chosen.totals.total.value
    assert [each.same for each in found.readings] == [True, False, False]


def test_what_makes_no_difference_is_said_so(rules: Rulebook) -> None:
    """A contract that does not end has no settlement to tax; one without outages nothing to claim."""
    found = points(rules)
    assert [each.same for each in found["settlement_taxable"].readings] == [True, True]
    assert not found["claimable_from"].matters
    assert not found["settlement_taxable"].matters


def test_a_fixed_count_is_a_reading_only_with_its_number(rules: Rulebook) -> None:
    """Without it, it may matter; nobody knows."""
    point = points(rules, ended("2025-03-15"))["settlement_basis"]
    assert readings(point)[2] == ("fixed", False, None, False)
    assert point.matters
    known = points(rules, ended("2025-03-15"), policy(settlement_accounts=20))["settlement_basis"].readings[2]
    assert known.statement is not None
    assert known.changed[-2:] == (("settlement", "amount"), ("months",))
    assert ("totals", "settlement") in known.changed


def test_a_deadline_that_moves_is_a_difference_without_an_amount(rules: Rulebook) -> None:
    """The claim is possible from another day."""
    point = points(rules, {"outages": [outage("2024-11-01T09:00", "2024-11-05T10:30")]})["claimable_from"]
    assert readings(point)[1] == ("restored", False, 0, False)
    assert point.readings[1].changed == (("outages", 0, "claimable_on"), ("outages", 0, "claim_deadline"))


def test_months_that_shift_a_yen_among_themselves_are_a_difference(rules: Rulebook) -> None:
    """Although the total stays: whole months in the place of parts list other days."""
    start = {"dates": {"accepted_on": None, "billing_start": "2024-07-15"}}
    point = points(rules, start, counted(("2024-07-15", 0)))["partial_month"]
    assert [each.changed for each in point.readings] == [(), (), (("months",),)]
