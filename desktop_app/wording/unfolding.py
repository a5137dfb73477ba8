"""A derivation line by line: what stands below a line is found when it is opened, and worded when it is looked at."""

from collections import defaultdict
from typing import Any, NamedTuple

from desktop_app.calculation.step import Step
from desktop_app.wording.reasons import sentence, spoken_value, steps_below
from desktop_app.wording.wording import Wording


class Listing:
    """The steps that have lines already, in the order of reading, those above them included."""

    def __init__(self, above: "Heard | None" = None) -> None:
        self._above = above
        self._steps: defaultdict[tuple[str, Any], list[tuple[int, Step[Any]]]] = defaultdict(list)
        self.length = 0

    def add(self, steps: tuple[Step[Any], ...]) -> None:
        """Put steps behind the others."""
        for each in steps:
            self._steps[each.name, each.value].append((self.length, each))
            self.length += 1

    def has(self, step: Step[Any], before: int) -> bool:
        """Return whether a step is among the first ones, or stands above them."""
        return self.lists(step, before) or (self._above is not None and self._above.has(step))

    def lists(self, step: Step[Any], before: int) -> bool:
        """Return whether a step is among the first ones."""
        return any(place < before and each == step for place, each in self._steps.get((step.name, step.value), ()))


class Heard(NamedTuple):
    """What was listed before a line: the first steps of a listing."""

    listing: Listing
    before: int

    def has(self, step: Step[Any]) -> bool:
        """Return whether a step was."""
        return self.listing.has(step, self.before)


class Branch(NamedTuple):
    """A line of a derivation that can be unfolded."""

    step: Step[Any]
    heard: Heard


def derivation(step: Step[Any]) -> Branch:
    """Return the derivation of a figure, folded."""
    return Branch(step, Heard(Listing(), 0))


def unfolded(branch: Branch, words: Wording) -> tuple[Branch, ...]:
    """Return the lines below a line.

    Left out is what has a line close by, above it or below an earlier neighbour, and whose value the sentence here has.
    """
    listing = Listing(branch.heard)
    kept: list[Step[Any]] = []
    for each in steps_below(branch.step):
        if _is_news(each, branch, words) and not listing.lists(each, listing.length):
            listing.add((each,))
            kept.append(each)
    found: list[Branch] = []
    for each in kept:
        if found:
            listing.add(tuple(steps_below(found[-1].step)))
        found.append(Branch(each, Heard(listing, listing.length)))
    return tuple(found)


def can_unfold(branch: Branch, words: Wording) -> bool:
    """Return whether there are lines below a line."""
    if not all(branch.heard.has(each) for each in steps_below(branch.step)):
        return True
    return any(_is_news(each, branch, words) for each in steps_below(branch.step))


def _is_news(step: Step[Any], branch: Branch, words: Wording) -> bool:
    return not branch.heard.has(step) or spoken_value(step, words) not in sentence(branch.step, words)
