"""What has been put into words: the steps that a derivation told, and the figures, most of which stand in many sentences."""

from collections import defaultdict
from functools import lru_cache
from typing import Any

from desktop_app.calculation.money import Yen
from desktop_app.calculation.problem import UNREADABLE
from desktop_app.calculation.step import Step
from desktop_app.wording.wording import Wording

KEPT = 8192
"""Figures in words that are kept, for the next derivation too."""


class Told:
    """The steps that were told, found by what they are themselves: hashing all below each takes longer than telling it."""

    def __init__(self) -> None:
        self._alike: defaultdict[tuple[object, ...], list[Step[Any]]] = defaultdict(list)

    def is_new(self, step: Step[Any]) -> bool:
        """Return whether a step was not told before; now it is."""
        alike = self._alike[step.name, step.says, step.value, step.path]
        if step in alike:
            return False
        alike.append(step)
        return True


def figure_text(words: Wording, name: str, value: object) -> str:
    """Return the value of a figure with its unit; what is not known is not kept."""
    return words.figure(name, value) if value is UNREADABLE else _figure(words, name, value)


@lru_cache(KEPT, typed=True)
def _figure(words: Wording, name: str, value: object) -> str:
    return words.figure(name, value)


def spoken_text(words: Wording, name: str, value: object) -> str:
    """Return the value of a figure as it stands in sentences; an amount, seldom asked for again, is not kept."""
    return words.spoken(name, value) if type(value) is Yen else _spoken(words, name, value)


@lru_cache(KEPT, typed=True)
def _spoken(words: Wording, name: str, value: object) -> str:
    return words.spoken(name, value)
