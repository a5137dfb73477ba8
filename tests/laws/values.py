"""Values to build contracts of, drawn by hypothesis, which makes failing ones small, or by plain chance, which is fast."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st


@dataclass(frozen=True)
class Values:
    """Values to draw from: as a strategy, and by chance."""

    strategy: st.SearchStrategy[Any]
    by_chance: Callable[[Random], Any]

    def map(self, function: Callable[[Any], Any]) -> "Values":
        """Return what the function makes of each value."""
        return Values(self.strategy.map(function), lambda chance: function(self.by_chance(chance)))


Draw = Callable[[Values], Any]
"""Draws one of some values."""


def whole(first: int, last: int) -> Values:
    """Return the whole numbers from the first to the last."""
    return Values(st.integers(first, last), lambda chance: chance.randint(first, last))


def any_of(values: Sequence[Any]) -> Values:
    """Return the values themselves; one that stands there twice comes twice as often."""
    return Values(st.sampled_from(values), lambda chance: chance.choice(values))


def either(*values: Values) -> Values:
    """Return the values of all of these, each of them as often as the others."""
    return Values(st.one_of([each.strategy for each in values]), lambda chance: chance.choice(values).by_chance(chance))


def sorted_few(values: Values, most: int) -> Values:
    """Return lists of up to so many different values in their order."""
    return Values(
        st.sets(values.strategy, max_size=most).map(sorted),
        lambda chance: sorted({values.by_chance(chance) for _ in range(chance.randint(0, most))}),
    )


def by_hypothesis(draw: st.DrawFn) -> Draw:
    """Return a draw for a composite strategy."""
    return lambda values: draw(values.strategy)


def by_chance(chance: Random) -> Draw:
    """Return a draw of a random number generator."""
    return lambda values: values.by_chance(chance)
