"""Whole yen, exact fractions and the named roundings between them."""

from fractions import Fraction

import pytest

from desktop_app.calculation.money import NOTHING, Rounding, Yen, to_yen, total

ROUNDINGS = [
    # exact, 切捨て, 四捨五入, 切上げ
    ("0", 0, 0, 0),
    ("1/1000000", 0, 0, 1),
    ("499999/1000000", 0, 0, 1),
    ("1/2", 0, 1, 1),
    ("999999/1000000", 0, 1, 1),
    ("1", 1, 1, 1),
    ("3/2", 1, 2, 2),
    ("5/2", 2, 3, 3),
    ("22866 2/3", 22866, 22867, 22867),
    ("1000000000000 1/3", 10**12, 10**12, 10**12 + 1),
]


def _exact(text: str) -> Fraction:
    return sum(map(Fraction, text.split()), Fraction())


@pytest.mark.parametrize(("exact", "floor", "half_up", "ceiling"), ROUNDINGS)
def test_a_rounding_is_named(exact: str, floor: int, half_up: int, ceiling: int) -> None:
    """Down, to the nearer with the half going up, or up."""
    expected: dict[Rounding, int] = {"floor": floor, "half_up": half_up, "ceiling": ceiling}
    for rounding, amount in expected.items():
        assert to_yen(_exact(exact), rounding) == Yen(amount)


def test_yen_times_anything_is_an_exact_fraction() -> None:
    """Only a named rounding gives yen back."""
    for factor in (3, Fraction(1, 3), Fraction(22, 31), 0):
        product = Yen(160000) * factor
        assert type(product) is Fraction
        assert product == 160000 * Fraction(factor)


def test_yen_add_subtract_and_compare() -> None:
    """Amounts are ordered by what they are worth."""
    assert Yen(3) + Yen(4) == Yen(7)
    assert Yen(3) - Yen(4) == Yen(-1)
    assert Yen(3) < Yen(4)
    assert sorted([Yen(5), NOTHING, Yen(2)]) == [Yen(0), Yen(2), Yen(5)]
    assert str(Yen(1248516)) == "1248516"


def test_no_yen_are_nothing() -> None:
    """An amount of 0 is false, any other true."""
    assert not NOTHING
    assert not Yen(0)
    assert Yen(1)


def test_yen_cannot_be_added_to_a_number() -> None:
    """A number without its unit is refused, not guessed at."""
    with pytest.raises(AttributeError):
        Yen(1) + 1  # type: ignore[operator]


def test_the_total_of_none_is_nothing() -> None:
    """Otherwise it is the sum."""
    assert total([]) == NOTHING
    assert total(Yen(amount) for amount in (1, 20, 300)) == Yen(321)
