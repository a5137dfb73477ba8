"""An error or a warning about a field, and what stands where a value could not be read."""

import operator
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop_app.calculation import problem
from desktop_app.calculation.periods import midnight, midnight_after
from desktop_app.calculation.problem import Problem, UnreadableValueError

USES: dict[str, Callable[[Any], object]] = {
    "an attribute": lambda value: value.starts,
    "its length": len,
    "its items": list,
    "an item": lambda value: value[0],
    "what it holds": lambda value: 1 in value,
    "yes or no": bool,
    "its text": str,
    "its form": repr,
    "its hash": hash,
    "equality": lambda value: value == 1,
    "inequality": lambda value: value != 1,
    "its midnight": midnight,
    "its end": midnight_after,
    **{name: lambda value, name=name: getattr(operator, name)(value, 1) for name in ("lt", "le", "gt", "ge", "add", "sub")},
    "a comparison with a day": lambda value: date(2024, 7, 10) < value,
    "a sorting": lambda value: sorted([value, value]),
}


@pytest.mark.parametrize("use", USES)
def test_a_value_that_could_not_be_read_refuses_every_use(use: str) -> None:
    """So that a rule which needs it has nothing to say, instead of something wrong."""
    with pytest.raises(UnreadableValueError):
        USES[use](problem.UNREADABLE)


def test_a_value_that_could_not_be_read_is_not_one_that_was_left_out() -> None:
    """It is told from None by its identity alone."""
    assert [value is problem.UNREADABLE for value in (None, problem.UNREADABLE, 0)] == [False, True, False]


def test_a_value_that_could_not_be_read_answers_what_python_itself_asks() -> None:
    """Whoever looks over a module's values must not stumble over it."""
    assert not hasattr(problem.UNREADABLE, "__wrapped__")


def test_a_problem_has_a_place_and_a_kind() -> None:
    """An article and details only where there are some."""
    assert Problem(("dates", "billing_start"), "day_malformed") == (("dates", "billing_start"), "day_malformed", None, ())
