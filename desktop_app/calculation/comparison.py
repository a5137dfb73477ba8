"""Two to four variants of a contract side by side: their figures, and how each differs from the first."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import Statement, figure_at
from desktop_app.calculation.step import Path, Step

MOST_VARIANTS = 4

COMPARED: tuple[Path, ...] = (
    ("dates", "billing_start"),
    ("dates", "minimum_term", "end"),
    ("dates", "latest_notice_for_term_end"),
    ("dates", "termination", "earliest_on"),
    ("dates", "termination", "effective_on"),
    ("settlement", "due"),
    ("settlement", "remaining", "days"),
    ("totals", "initial_fees"),
    ("totals", "monthly_fees"),
    ("totals", "one_time_fees"),
    ("totals", "credits"),
    ("totals", "settlement"),
    ("totals", "subtotal"),
    ("totals", "tax"),
    ("totals", "total"),
)
"""The figures that variants are compared by, addressed as in the statement format."""

Difference = Yen | timedelta | int | None


class ComparedFigure(NamedTuple):
    """One figure of every variant (None where a variant has none), and how far each is from the first (None: no number)."""

    path: Path
    steps: tuple[Step[Any] | None, ...]
    differences: tuple[Difference, ...]

    @property
    def same(self) -> bool:
        """Whether all variants agree."""
        values = [None if each is None else each.value for each in self.steps]
        return all(value == values[0] for value in values)


def compared(statements: Sequence[Statement]) -> tuple[ComparedFigure, ...]:
    """Return the figures of two to four statements side by side, without those that none of them has; ValueError otherwise."""
    if not 1 < len(statements) <= MOST_VARIANTS:
        message = f"two to {MOST_VARIANTS} variants can be compared"
        raise ValueError(message)
    figures = (_figure(path, [figure_at(each, path) for each in statements]) for path in COMPARED)
    return tuple(each for each in figures if any(step is not None for step in each.steps))


def _figure(path: Path, steps: Sequence[Step[Any] | None]) -> ComparedFigure:
    first = steps[0]
    return ComparedFigure(path, tuple(steps), tuple(_difference(first, each) for each in steps))


def _difference(one: Step[Any] | None, other: Step[Any] | None) -> Difference:
    if one is None or other is None:
        return None
    match one.value, other.value:
        case Yen() as before, Yen() as after:
            return after - before
        case date() as first, date() as last:
            return last - first
        case bool(), _:
            return None
        case int() as few, int() as many:
            return many - few
    return None
