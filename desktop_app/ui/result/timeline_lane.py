"""The lane of account counts in the picture: the line of the counts, the peaks filled below it, their numbers."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPolygonF

from desktop_app.report.timeline_counts import Level
from desktop_app.report.timeline_items import Item, TimelineItems
from desktop_app.ui.result.timeline_scale import Scale
from desktop_app.ui.result.timeline_words import peak_text
from desktop_app.wording.wording import Wording

APART = 28
"""Pixels that counts stand apart."""
KNOB = 8


class Box(NamedTuple):
    """A stretch: its place, its text, and the item that it is."""

    place: QRectF
    text: str
    item: Item


class CountLane:
    """The counts in their place, from nothing at its bottom to the largest below room for a text at its top."""

    def __init__(self, items: TimelineItems, scale: Scale, place: QRectF, metrics: QFontMetricsF, words: Wording) -> None:
        self._items, self._scale, self._place, self._metrics, self._words = items, scale, place, metrics, words
        self._row = metrics.height() + 2
        self._most = max([each.accounts for each in items.levels] + [each.accounts for each in items.months], default=0) or 1

    def _y(self, accounts: int) -> float:
        return self._place.bottom() - accounts / self._most * (self._place.height() - self._row)

    def fills(self) -> Iterator[QRectF]:
        """Yield what the months are billed by, as areas."""
        for accounts, run in groupby(self._items.months, key=lambda month: month.accounts):
            first, *more = run
            left = self._scale.of_day(first.first)
            right = self._scale.of_day((more or [first])[-1].last, at_end=True)
            yield QRectF(left, self._y(accounts), right - left, self._place.bottom() - self._y(accounts))

    def lines(self) -> Iterator[QPolygonF]:
        """Yield the counts in effect as lines, a new one after each gap."""
        points: list[QPointF] = []
        before: Level | None = None
        for level in self._items.levels:
            if before is not None and before.until != level.since:
                yield QPolygonF(points)
                points = []
            y = self._y(level.accounts)
            points += [QPointF(self._scale.x(level.since), y), QPointF(self._scale.x(level.until), y)]
            before = level
        if points:
            yield QPolygonF(points)

    def texts(self, room: float) -> Iterator[Box]:
        """Yield what is written at the changes of the peak, the largest first, as long as there is room; else a place without."""
        taken: list[QRectF] = []
        for item in self._by_weight():
            text = peak_text(item, self._words)
            width = self._metrics.horizontalAdvance(text)
            y, x = self._y(item.value("accounts")), self._scale.of_day(item.first)
            left = min(x + 4, room - width - 4)
            places = (QRectF(left, y - self._row, width, self._row), QRectF(left, y + 1, width, self._row))
            place = next((each for each in places if self._is_free(each, taken)), None)
            if place is None:
                yield Box(QRectF(x - KNOB / 2, y - KNOB / 2, KNOB, KNOB), "", item)
            else:
                taken.append(place)
                yield Box(place, text, item)

    def _by_weight(self) -> list[Item]:
        """Return the largest peak, the first, the last, then the others in order of time."""
        peaks = self._items.peaks
        if not peaks:
            return []
        largest = max(peaks, key=lambda each: int(each.value("accounts")))
        return list(dict.fromkeys((largest, peaks[0], peaks[-1], *peaks)))

    def _is_free(self, place: QRectF, taken: Iterable[QRectF]) -> bool:
        """Return whether a text would cover neither another one nor the line."""
        apart = place.adjusted(-APART, -self._row, APART, self._row)
        if place.bottom() > self._place.bottom() or any(apart.intersects(each) for each in taken):
            return False
        since, until = self._scale.moment(place.left() + 1), self._scale.moment(place.right())
        heights = [self._y(each.accounts) for each in self._items.levels if each.since < until and each.until > since]
        return not heights or max(heights) <= place.top() + 2 or min(heights) >= place.bottom() - 2
