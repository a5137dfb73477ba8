"""The policies of a contract as steps."""

from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import assumptions
from desktop_app.calculation.contract import Policy
from desktop_app.calculation.step import Step

CHOICES = {
    "partial_month": ["calendar_days", "thirty_days", "full"],
    "rounding": ["floor", "half_up", "ceiling"],
    "settlement_basis": ["termination_month", "scheduled", "fixed"],
    "claimable_from": ["after_24_hours", "restored"],
}
OTHERS = [
    ("settlement_taxable", True, "policy.settlement_taxable.yes"),
    ("settlement_taxable", False, "policy.settlement_taxable.no"),
    ("quote_months", 36, "policy.quote_months"),
]
ALL = [
    *((name, value, f"policy.{name}.{value}") for name, values in CHOICES.items() for value in values),
    *OTHERS,
]


@pytest.mark.parametrize(("name", "value", "says"), ALL)
def test_an_assumption_says_that_it_is_one_and_where_to_change_it(name: str, value: Any, says: str) -> None:
    """Its article is the policy, its path the field."""
    step: Step[Any] = getattr(assumptions(Policy.model_validate({name: value})), name)
    assert (step.name, step.value, step.says) == (name, value, says)
    assert (step.article, step.path, step.given) == (Article.POLICY, ("policy", name), ())


def test_the_assumptions_in_force_include_the_default_ones() -> None:
    """In the order of the file format."""
    assert [(step.name, step.value) for step in assumptions(Policy())] == [
        ("partial_month", "calendar_days"),
        ("rounding", "floor"),
        ("settlement_basis", "termination_month"),
        ("settlement_taxable", False),
        ("claimable_from", "after_24_hours"),
        ("quote_months", 12),
    ]
