"""Labels along a line: at which side of their mark and in which row each stands so that none covers another or a line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

LENGTH = 1000
EM = 14
"""A full-width character of a label on a line of a thousand: 7 points of 507."""
GAP = 8
FULL, BROAD, USUAL, SLIM = 100, 88, 57, 34
SLIM_ONES, BROAD_ONES = frozenset(" fijlrt.,()/|:;'!-I"), frozenset("mwMW@%")
MIDDLE = 600
MOST_ROWS = 6


class Mark(NamedTuple):
    """A day on the line; `row` and `side` say where its label stands, which begins or ends at the mark."""

    at: int
    tone: str
    label: str
    row: int = 0
    side: str = "start"

    @property
    def reach(self) -> tuple[int, int]:
        """From where to where the label goes."""
        width = label_width(self.label)
        return (self.at, self.at + width) if self.side == "start" else (self.at - width, self.at)


def label_width(label: str) -> int:
    """Return how much of the line a label takes, about as wide as the font is; nothing for none."""
    return sum(EM * _percent(each) for each in label) // 100 + GAP if label else 0


def _percent(character: str) -> int:
    """Return the width of a character by that of a full-width one."""
    if east_asian_width(character) in "WFA":
        return FULL
    return SLIM if character in SLIM_ONES else BROAD if character in BROAD_ONES else USUAL


def placed(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in order of time with their rows and sides.

    Labels of late marks end at them and are placed from the left, those of early marks begin at them and are placed from the
    right: so the line down to a label in a lower row passes beside the labels above it.
    """
    ordered = sorted(marks)
    done: list[Mark] = []
    for mark in [each for each in ordered if _is_late(each)]:
        done.append(_fitting(mark._replace(side="end"), done))
    for mark in [each for each in reversed(ordered) if not _is_late(each)]:
        done.append(_fitting(mark, done))
    return sorted(done)


def _is_late(mark: Mark) -> bool:
    return mark.at > MIDDLE or mark.at + label_width(mark.label) > LENGTH


def _fitting(mark: Mark, others: Sequence[Mark]) -> Mark:
    """Return `mark` in the first row in which its label and its line meet nothing; where there is none, at its other side.

    In the last row, below all others, where there is no place at either side.
    """
    turned = mark._replace(side="end" if mark.side == "start" else "start")
    sides = (mark, turned) if turned.reach[0] >= 0 and turned.reach[1] <= LENGTH else (mark,)
    places = (each._replace(row=row) for each in sides for row in range(MOST_ROWS))
    free = (each for each in places if not any(_meet(each, other) for other in others))
    return next(free, mark._replace(row=MOST_ROWS))


def _meet(one: Mark, other: Mark) -> bool:
    if one.row == other.row:
        return one.reach[0] < other.reach[1] and other.reach[0] < one.reach[1]
    upper, lower = sorted((one, other), key=lambda each: each.row)
    return upper.reach[0] < lower.at < upper.reach[1]
