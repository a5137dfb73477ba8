"""The program checked against shipped cases: right where they agree, and every deviation told."""

from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.terms import Rulebook
from desktop_app.report.self_check import checked_period, checked_statement
from tests.cases.contracts import contract_file
from tests.cases.examples import worked_examples
from tests.document.contract_data import as_bytes

EXAMPLE = next(each for each in worked_examples() if each.name.startswith("02"))


@pytest.mark.parametrize(
    ("count", "unit", "last"),
    [(1, "years", "2025-02-28"), (12, "months", "2025-02-28"), (1, "days", "2024-02-29"), (2, "days", "2024-03-01")],
)
def test_a_period_agrees_or_deviates(count: int, unit: str, last: str) -> None:
    """By days, months and years; a day off is told with both days."""
    first, day = date(2024, 2, 29), date.fromisoformat(last)
    assert checked_period(first, count, unit, day).right
    wrong = checked_period(first, count + 1, unit, day)
    assert not wrong.right
    assert wrong.deviations[0].expected != wrong.deviations[0].found


def test_every_expected_figure_is_compared(rules: Rulebook) -> None:
    """And one that is other is told with its address."""
    verdict = checked_statement(as_bytes(EXAMPLE.contract), EXAMPLE.expected, rules)
    assert verdict.right
    assert verdict.figures > 200
    totals = {**EXAMPLE.expected["totals"], "total": 1}
    wrong = checked_statement(as_bytes(EXAMPLE.contract), {**EXAMPLE.expected, "totals": totals}, rules)
    assert wrong.figures == verdict.figures
    assert wrong.deviations == (("totals.total", 1, 3281111),)


@pytest.mark.parametrize("change", [{"months": []}, {"settlement": None}, {"dates": {"more": 1}}])
def test_what_is_missing_or_too_much_deviates(rules: Rulebook, change: dict[str, Any]) -> None:
    """A list of another length, a part that should not be there, a figure that is not there."""
    assert not checked_statement(as_bytes(EXAMPLE.contract), {**EXAMPLE.expected, **change}, rules).right


def test_a_contract_that_is_refused_deviates_with_its_errors(rules: Rulebook) -> None:
    """Where a statement was expected."""
    verdict = checked_statement(as_bytes(contract_file({"title": 1})), EXAMPLE.expected, rules)
    assert verdict.deviations[0].found == ["text_expected"]
