"""Variants of a contract side by side."""

from datetime import timedelta

import pytest

from desktop_app.calculation.comparison import ComparedFigure, compared
from desktop_app.calculation.money import Yen
from tests.cases.contracts import counted, ended, statement_of


def by_path(figures: tuple[ComparedFigure, ...]) -> dict[str, ComparedFigure]:
    """Return the figures by their addresses."""
    return {".".join(map(str, each.path)): each for each in figures}


def test_each_figure_of_each_variant_with_its_difference_from_the_first() -> None:
    """Amounts, days, counts; a yes or no has none."""
    one, other = statement_of(ended("2025-03-31")), statement_of(ended("2025-03-15"), counted(("2024-07-10", 20)))
    found = by_path(compared([one, other]))
    total = found["totals.total"]
    assert total.differences == (Yen(0), other.totals.total.value - one.totals.total.value)
    assert found["dates.termination.effective_on"].differences == (timedelta(), timedelta(days=-16))
    assert found["settlement.remaining.days"].differences == (0, 16)
    assert found["settlement.due"].differences == (None, None)
    assert found["settlement.due"].same
    assert not total.same


def test_a_figure_that_one_variant_lacks_has_no_difference() -> None:
    """And one that all lack is left out."""
    found = by_path(compared([statement_of(), statement_of(ended("2025-03-15")), statement_of(ended("2025-07-09"))]))
    settled = found["settlement.remaining.days"]
    assert [each is None for each in settled.steps] == [True, False, True]
    assert settled.differences == (None, None, None)
    assert not settled.same
    assert "settlement.due" not in by_path(compared([statement_of(), statement_of()]))
    assert found["dates.termination.earliest_on"].differences == (None, None, None)


@pytest.mark.parametrize("many", [0, 1, 5])
def test_two_to_four_can_be_compared(many: int) -> None:
    """No more fit beside one another."""
    with pytest.raises(ValueError, match="two to 4"):
        compared([statement_of()] * many)


@pytest.mark.parametrize("many", [2, 4])
def test_two_and_four_are_not_too_few_or_too_many(many: int) -> None:
    """Each figure has a value of each."""
    assert {len(each.steps) for each in compared([statement_of()] * many)} == {many}
