"""Whole yen, exact fractions and the named roundings between them."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Rounding = Literal["floor", "half_up", "ceiling"]
"""How a fraction of a yen is treated (policy): 切捨て, 四捨五入, 切上げ."""


class Yen(Struct, frozen=True, order=True, gc=False):
    """An amount in whole yen.

    Multiplied by anything it is an exact `Fraction`, and only `to_yen`, which names a rounding, gives `Yen` back.

    >>> Yen(236000) * Fraction(2, 30)
    Fraction(47200, 3)
    """

    amount: int

    def __add__(self, other: "Yen") -> "Yen":
        return Yen(self.amount + other.amount)

    def __sub__(self, other: "Yen") -> "Yen":
        return Yen(self.amount - other.amount)

    def __mul__(self, factor: int | Fraction) -> Fraction:
        return _product(self.amount, factor.numerator, factor.denominator)

    def plus(self, exact: Fraction) -> Fraction:
        """Return the sum with an exact amount, exactly.

        >>> Yen(1000).plus(Fraction(1, 3))
        Fraction(3001, 3)
        """
        return Fraction(self.amount * exact.denominator + exact.numerator, exact.denominator)

    def __bool__(self) -> bool:
        return self.amount != 0

    def __str__(self) -> str:
        return str(self.amount)


@lru_cache(maxsize=4096)
def _product(amount: int, numerator: int, denominator: int) -> Fraction:
    """Return an exact product; months are alike, so most have been asked for before."""
    return Fraction(amount * numerator, denominator)


NOTHING = Yen(0)


def total(amounts: Iterable[Yen]) -> Yen:
    """Return the sum of `amounts`, zero yen of none."""
    return Yen(sum([each.amount for each in amounts]))


def to_yen(exact: Fraction, rounding: Rounding) -> Yen:
    """Return the exact yen amount `exact` (not negative) in whole yen, by the named rounding.

    >>> [to_yen(Fraction(5, 2), rounding).amount for rounding in ("floor", "half_up", "ceiling")]
    [2, 3, 3]
    """
    numerator, denominator = exact.numerator, exact.denominator
    if rounding == "floor":
        return Yen(numerator // denominator)
    if rounding == "ceiling":
        return Yen(-(-numerator // denominator))
    return Yen((2 * numerator + denominator) // (2 * denominator))
