"""A value with the article that decides it, what that says here, and what it came from."""

from fractions import Fraction
from functools import lru_cache
from typing import Any, Generic, TypeVar

from msgspec import Struct

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Rounding, Yen, to_yen
from desktop_app.calculation.periods import Month

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Path = tuple[str | int, ...]
"""The address of a field: its place in the contract file, for example `("accounts", 0, "count")`."""


class Step(Struct, Generic[T_co], frozen=True, gc=False):
    """One figure and why it is so; the tree of steps below it is its derivation.

    `name` says what the figure is, `says` is the key of the sentence that explains it, in which the steps in `given` stand
    under their own names. A leaf has a `path` when the user typed it; without one it comes from the terms or the law. A
    condition that failed is a step too, so that what did not apply can be told.
    """

    name: str
    value: T_co
    article: Article | None
    says: str
    given: "tuple[Step[Any], ...]" = ()
    path: Path = ()


def field(name: str, value: T, *path: str | int) -> Step[T]:
    """Return the leaf for what the user typed, or left out, in the field at `path`."""
    return Step(name, value, None, "field", (), path)


@lru_cache(maxsize=4096)
def month_step(month: Month) -> Step[Month]:
    """Return the leaf that names a calendar month."""
    return Step("month", month, None, "month")


@lru_cache(maxsize=4096)
def month_length(month: Month) -> Step[int]:
    """Return the leaf for the number of days of a calendar month."""
    return Step("days_in_month", month.length, None, "days_in_month")


def rounded(
    name: str,
    exact: Fraction,
    rounding: Step[Rounding],
    article: Article,
    says: str,
    given: tuple[Step[Any], ...],
) -> Step[Yen]:
    """Return `exact` in whole yen as a step that keeps the exact amount and the rounding beside what it came from."""
    kept: Step[Fraction] = Step("exact", exact, None, "exact")
    return Step(name, to_yen(exact, rounding.value), article, says, (*given, kept, rounding))
