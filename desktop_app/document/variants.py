"""Variants of a contract beside one another: up to four drafts with names, changed apart, compared with the first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.calculation.bridge import Bridge, bridge
from desktop_app.calculation.comparison import MOST_VARIANTS, ComparedFigure, compared
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.beside import Variant
from desktop_app.document.draft import Draft, with_value


class Variants(NamedTuple):
    """The variants in their order; the others are compared with the first. Never changed, only made anew."""

    all: tuple[Variant, ...]

    @property
    def full(self) -> bool:
        """Whether there is no room for another."""
        return len(self.all) == MOST_VARIANTS

    def added(self, name: str, draft: Draft) -> "Variants":
        """Return the variants with another behind them; ValueError when they are full."""
        if self.full:
            message = f"there can be {MOST_VARIANTS} variants"
            raise ValueError(message)
        return Variants((*self.all, Variant(name, draft)))

    def without(self, i: int) -> "Variants":
        """Return the variants without the `i`-th."""
        return Variants((*self.all[:i], *self.all[i + 1 :]))

    def renamed(self, i: int, name: str) -> "Variants":
        """Return the variants with another name for the `i`-th."""
        return self._with(i, self.all[i]._replace(name=name))

    def edited(self, i: int, path: Path, value: object) -> "Variants":
        """Return the variants with a field of the `i`-th changed."""
        return self._with(i, self.all[i]._replace(draft=with_value(self.all[i].draft, path, value)))

    def _with(self, i: int, variant: Variant) -> "Variants":
        return Variants((*self.all[:i], variant, *self.all[i + 1 :]))


class SideBySide(NamedTuple):
    """What each variant comes to; of those without problems the figures and, from the first of them to each other, a bridge.

    `shown` are the places of those without problems; figures and bridges need two of them.
    """

    assessments: tuple[Assessment, ...]
    shown: tuple[int, ...] = ()
    figures: tuple[ComparedFigure, ...] = ()
    bridges: tuple[Bridge, ...] = ()


def side_by_side(variants: Variants, as_of: date, rules: Rulebook) -> SideBySide:
    """Return the variants assessed and compared."""
    assessments = tuple(assess(each.draft, as_of, rules) for each in variants.all)
    shown = tuple(i for i, each in enumerate(assessments) if each.statement is not None)
    statements = tuple(_statements(assessments))
    if len(statements) < 2:  # noqa: PLR2004 - one alone is compared with none
        return SideBySide(assessments, shown)
    first, *others = (each.contract for each in assessments if each.contract is not None)
    bridges = tuple(bridge(first, other, as_of, rules) for other in others)
    return SideBySide(assessments, shown, compared(statements), bridges)


def _statements(assessments: tuple[Assessment, ...]) -> Iterator[Statement]:
    for each in assessments:
        if each.statement is not None:
            yield each.statement
