"""The statement as a person or a program finds its way in it."""

from typing import Any

import pytest

from desktop_app.calculation.statement import Statement, figure_at, public_name
from desktop_app.calculation.step import Path, Step
from tests.cases.contracts import ended, evaluated, outage, statement_of
from tests.cases.examples import WorkedExample, worked_examples
from tests.cases.statements import plain, steps_of

ENDED = statement_of(ended("2025-01-31"), {"outages": [outage("2024-11-01", "2024-11-03")]})

FIGURES = [
    (("as_of",), "2024-12-10"),
    (("dates", "minimum_term", "end"), "2025-07-09"),
    (("dates", "termination", "effective_on"), "2025-01-31"),
    (("dates", "accepted_on"), "2024-06-10"),
    (("months", 0, "from"), "2024-07-10"),
    (("months", 0, "to"), "2024-07-31"),
    (("months", 6, "month"), "2025-01"),
    (("months", 6, "total"), 1100 + 5290),
    (("settlement", "due"), True),
    (("settlement", "remaining", "days"), 159),
    (("settlement", "lines", 5, "amount"), 290),
    (("outages", 0, "lines", 0, "days"), 2),
    (("outages", 0, "hours"), "48"),
    (("totals", "subtotal"), 709 + 6000 + 5290),
]


@pytest.mark.parametrize(("path", "value"), FIGURES, ids=str)
def test_a_figure_stands_at_its_place_in_the_statement_format(path: Path, value: object) -> None:
    """The names are those of the public format."""
    step = figure_at(ENDED, path)
    assert isinstance(step, Step)
    assert plain(step) == value


NOWHERE: list[Path] = [
    (),
    ("dates",),
    ("months",),
    ("months", 0),
    ("months", 7),
    ("months", -1),
    ("months", -1, "total"),
    ("months", "0"),
    ("months", "from"),
    ("months", 0, "nothing"),
    ("months", 0, "total", "value"),
    ("months", 0, "total", 0),
    ("totals", 0),
    ("dates", "minimum_term"),
    ("settlement", "lines", 6, "amount"),
    ("outages", 1, "amount"),
    ("warnings",),
    ("nothing", "at", "all"),
    ("_fields",),
    ("count",),
    ("months", "count"),
    ("months", 0, "total", "given", 0),
    ("totals", "total_"),
    ("months", 0, "from_"),
]


@pytest.mark.parametrize("path", NOWHERE, ids=str)
def test_where_there_is_no_figure_there_is_none(path: Path) -> None:
    """A part of the statement is no figure, nor is what does not exist."""
    assert figure_at(ENDED, path) is None


@pytest.mark.parametrize("path", [("settlement", "amount"), ("dates", "termination", "effective_on")], ids=str)
def test_without_a_termination_its_figures_are_nowhere(path: Path) -> None:
    """The part is null in the format."""
    assert figure_at(statement_of(), path) is None


def _paths(part: Any, path: Path = ()) -> list[Path]:
    if isinstance(part, dict):
        return [each for name, value in part.items() for each in _paths(value, (*path, name))]
    if isinstance(part, list):
        return [each for i, value in enumerate(part) for each in _paths(value, (*path, i))]
    return [path]


@pytest.mark.parametrize("example", worked_examples(), ids=lambda each: each.name)
def test_every_value_of_a_statement_can_be_asked_why(example: WorkedExample) -> None:
    """Whatever stands in the public format has a step at its path, and no step is without a path."""
    statement: Statement = evaluated(example.contract, example.as_of)
    shown = plain(statement._replace(warnings=()))
    figures = [figure_at(statement, path) for path in _paths(shown) if path != ("warnings",)]
    nulls = (statement.dates.termination, statement.settlement, statement.settlement and statement.settlement.remaining)
    found = [figure for figure in figures if figure is not None]
    assert len(figures) - len(found) <= sum(part is None for part in nulls)
    assert {id(step) for step in steps_of(statement)} == {id(step) for step in found}


def test_the_public_name_of_a_word_that_python_keeps() -> None:
    """`from` is written `from_` in the code."""
    assert (public_name("from_"), public_name("total")) == ("from", "total")
