"""Labels under a line: at which side of their mark and in which row each stands, so that none covers another or a mark."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.report.timeline_items import Item

GAP, BESIDE, EDGE = 10, 4, 4
"""Pixels between labels of a row, between a mark and the label beside it, and at the ends."""
UNPLACED, TRIES, LOSS = -1, 3, 100
CARES = (0, 2, 6)


class Piece(NamedTuple):
    """The part of a label that names one item, and how wide it is."""

    item: Item
    text: str
    width: float


class Label(NamedTuple):
    """What is said at one place of the line: its pieces, from where on, in which row; the least rank has the first choice."""

    x: float
    pieces: tuple[Piece, ...]
    rank: int
    left: float = 0.0
    row: int = UNPLACED

    @property
    def width(self) -> float:
        """How wide all pieces are together."""
        return sum(each.width for each in self.pieces)

    @property
    def is_beside(self) -> bool:
        """Whether the label stands at the side of its mark."""
        return not self.left < self.x < self.right

    @property
    def right(self) -> float:
        """Where the label ends."""
        return self.left + self.width


def placed(labels: Iterable[Label], room: float, rows: int) -> list[Label]:
    """Return the labels in order of place, those without room in `rows` rows of `room` pixels unplaced.

    A label stands beside its mark, so that the marks of lower labels pass between those above; where it covers nothing there
    either, it is moved under its mark afterwards.
    """
    order = sorted(labels, key=lambda each: (each.rank, each.x))
    best = min(_attempts(order, room, rows), key=_loss, default=[])
    return sorted(_moved_under(best, room), key=lambda each: each.x)


def _attempts(order: Sequence[Label], room: float, rows: int) -> Iterator[list[Label]]:
    """Yield the labels with places, until none is left out: with ever more care for others, those left out before first."""
    for care in CARES:
        wanted = list(order)
        for _ in range(TRIES):
            found = _in_order(wanted, room, rows, care)
            yield found
            left_out = {each.x for each in found if each.row == UNPLACED}
            if not left_out:
                return
            wanted.sort(key=lambda each: each.x not in left_out)


def _loss(labels: list[Label]) -> int:
    """Return how much is left unsaid."""
    return sum(LOSS - each.rank for each in labels if each.row == UNPLACED)


def _in_order(order: Sequence[Label], room: float, rows: int, care: int) -> list[Label]:
    """Return the labels with places, the earlier ones having the choice, but caring for the marks that they would cover."""
    marks = sorted(each.x for each in order)
    done: list[Label] = []
    standing: list[Label] = []
    for label in order:
        places = sorted(_beside(label, room, rows), key=lambda each: _cost(each, marks, rows, care))
        found = next((each for each in places if not any(_meet(each, other) for other in standing)), label)
        done.append(found)
        standing += [found] if found.row != UNPLACED else []
    return done


def _cost(place: Label, marks: Sequence[float], rows: int, care: int) -> float:
    """Return how bad a place is: low, and in the way of marks that go on below it."""
    covered = bisect_left(marks, place.right) - bisect_right(marks, place.left)
    return place.row + covered * (1 + care * (rows - 1 - place.row) / rows)


def _moved_under(labels: list[Label], room: float) -> list[Label]:
    """Return the labels with those under their marks that cover nothing there either."""
    done = list(labels)
    standing = [i for i, label in enumerate(done) if label.row != UNPLACED]
    for i in standing:
        label = done[i]
        under = label._replace(left=min(max(label.x - label.width / 2, EDGE), room - EDGE - label.width))
        if not any(_meet(under, done[j]) for j in standing if i != j):
            done[i] = under
    return done


def _beside(label: Label, room: float, rows: int) -> Iterator[Label]:
    """Yield where a label could stand beside its mark: in the upper rows rather than the lower."""
    lefts = (label.x + BESIDE, label.x - BESIDE - label.width)
    for row in range(rows):
        yield from (label._replace(left=left, row=row) for left in lefts if EDGE <= left <= room - EDGE - label.width)


def _meet(one: Label, other: Label) -> bool:
    """Return whether two labels that are placed cover one another, or the mark of the lower one runs through the upper one."""
    if one.row == other.row:
        return one.left < other.right + GAP and other.left < one.right + GAP
    upper, lower = (one, other) if one.row < other.row else (other, one)
    return upper.left - BESIDE < lower.x < upper.right + BESIDE
