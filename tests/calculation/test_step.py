"""A value with the article that decides it, what that says here, and what it came from."""

from fractions import Fraction

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Yen
from desktop_app.calculation.step import Step, field, rounded

ROUNDING = Step("rounding", "half_up", Article.POLICY, "policy.rounding.half_up", (), ("policy", "rounding"))


def test_a_field_is_a_leaf_with_an_address() -> None:
    """What the user typed, or left out, and where."""
    leaf = field("count", 7, "accounts", 2, "count")
    assert (leaf.name, leaf.value, leaf.says) == ("count", 7, "field")
    assert (leaf.path, leaf.given, leaf.article) == (("accounts", 2, "count"), (), None)
    assert field("restored_at", None, "outages", 0, "restored_at").value is None


def test_a_rounded_step_keeps_the_exact_amount_and_the_rounding() -> None:
    """Behind what it came from."""
    base = field("base_fee", Yen(5), "prices", "monthly", "base_fee")
    step = rounded("fee", Fraction(5, 2), ROUNDING, Article.ANNEX_1_2, "fee.as_reckoned", (base,))
    assert (step.name, step.value, step.article, step.says) == ("fee", Yen(3), Article.ANNEX_1_2, "fee.as_reckoned")
    assert [each.name for each in step.given] == ["base_fee", "exact", "rounding"]
    assert step.given[1].value == Fraction(5, 2)


def test_a_step_cannot_be_changed() -> None:
    """A figure is what it came from."""
    with pytest.raises(AttributeError):
        ROUNDING.value = "floor"  # type: ignore[misc]
