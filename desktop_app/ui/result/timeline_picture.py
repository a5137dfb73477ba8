"""Where everything stands in the picture of a contract's time, for a size and a font: places and texts, nothing drawn yet."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF

from desktop_app.calculation.step import Path
from desktop_app.report.timeline_items import Item, TimelineItems
from desktop_app.ui.result.kept_parts import KeptParts
from desktop_app.ui.result.timeline_labels import UNPLACED, Label, Piece, placed
from desktop_app.ui.result.timeline_lane import Box, CountLane
from desktop_app.ui.result.timeline_scale import Scale, Tick, scale_of, ticks
from desktop_app.ui.result.timeline_words import bar_texts, brief_day, outage_text, short_name
from desktop_app.wording.days import short_day
from desktop_app.wording.wording import Wording

EDGE, PAD, TICK, LEAST_LANE, MOST_ROWS = 18, 4, 6, 34, 6
LEAST_BLOCK = 3
"""Pixels that an outage is wide at least."""
BOLD = "effective_on"
"""The mark that is set off."""
RANKS = (
    "effective_on",
    "term_end",
    "billing_start",
    "latest_notice",
    "notice_arrived_on",
    "designated_on",
    "today",
    "as_of",
    "claim_deadline",
    "valid_until",
    "accepted_on",
    "earliest_on",
    "option",
    "option_removal",
    "change",
)
CLOSED = frozenset({"granted", "lapsed"})


class Picture(NamedTuple):
    """Places of everything; `top` and `bottom` are where the marks begin and the labels begin."""

    scale: Scale
    ticks: list[Tick]
    bars: list[Box]
    fills: list[QRectF]
    line: list[QPolygonF]
    counts: list[Box]
    outages: list[Box]
    closed: list[Box]
    labels: list[Label]
    top: float
    lane: QRectF
    bottom: float
    row: float

    def label_top(self, row: int) -> float:
        """Return where the labels of a row begin."""
        return self.bottom + row * self.row


def picture_of(items: TimelineItems, words: Wording, font: QFont, size: QSizeF, kept: KeptParts | None = None) -> Picture | None:
    """Return the picture of `items` in `size`, of the parts `kept` from the last one what has not changed; None without a day."""
    extent = items.extent()
    if extent is None:
        return None
    scale = scale_of(extent, EDGE, size.width() - 2 * EDGE)
    return _Drafting(items, words, font, size, scale).picture(kept or KeptParts())


def only_bars_changed(before: Picture | None, after: Picture | None) -> bool:
    """Return whether two pictures are the same but for what is written into their bars."""
    if before is None or after is None or len(before.bars) != len(after.bars):
        return False
    return before._replace(bars=after.bars) == after


def bold(font: QFont) -> QFont:
    """Return a font in bold."""
    found = QFont(font)
    found.setBold(True)
    return found


def rank(item: Item) -> int:
    """Return how early an item has the choice of a place for its label."""
    return RANKS.index(item.key)


def is_closed(item: Item) -> bool:
    """Return whether an item is a deadline that no longer matters, which is marked but not named."""
    return item.key == "claim_deadline" and item.value("status") in CLOSED


class _Drafting:
    """One picture in the making."""

    def __init__(self, items: TimelineItems, words: Wording, font: QFont, size: QSizeF, scale: Scale) -> None:
        self.items, self.words, self.size, self.scale = items, words, size, scale
        self.font = font
        self.metrics, self.bold = QFontMetricsF(font), QFontMetricsF(bold(font))
        self.row = self.metrics.height() + 2

    def picture(self, kept: KeptParts) -> Picture:
        top = self.row + PAD
        bar = self.row + 3 if self.items.spans else 0.0
        below = self.row if self.items.outages else 0.0
        free = self.size.height() - top - bar - below - 3 * PAD
        least = 1 if free >= 2 * self.row else 0
        most = max(least, min(MOST_ROWS, int((free - LEAST_LANE) // self.row)))
        items, frame = self.items, (self.scale, self.size, self.font, top, bar)
        labels = kept.part("labels", (frame, items.marks, most), lambda: self.labels(most))
        rows = max([each.row + 1 for each in labels], default=0)
        lane = QRectF(0, top + bar + PAD, self.size.width(), max(free - rows * self.row, self.row))
        bottom = lane.bottom() + below + PAD
        counts = CountLane(items, self.scale, lane, self.metrics, self.words)
        counted = (frame, lane, items.levels, items.months, items.peaks)
        return Picture(
            self.scale,
            kept.part("ticks", frame, lambda: ticks(self.scale, self.words.language, self.metrics.horizontalAdvance)),
            kept.part("bars", (frame, items.spans), lambda: [self.bar(each, top, bar) for each in items.spans]),
            kept.part("fills", counted, lambda: list(counts.fills())),
            kept.part("line", counted, lambda: list(counts.lines())),
            kept.part("counts", counted, lambda: list(counts.texts(self.size.width()))),
            kept.part("outages", (frame, lane, items.outages), lambda: list(self.outages(lane.bottom() + 1, below))),
            kept.part("closed", (frame, bottom, items.marks), lambda: list(self.closed(bottom))),
            labels,
            top,
            lane,
            bottom,
            self.row,
        )

    def stretch(self, first: date, last: date) -> tuple[float, float]:
        return self.scale.of_day(first), self.scale.of_day(last, at_end=True)

    def bar(self, item: Item, top: float, height: float) -> Box:
        left, right = self.stretch(item.first, item.last)
        seen = right
        if item.key == "term":
            covering = [self.scale.of_day(each.first) for each in self.items.spans if each.key == "remaining"]
            seen = min([right, *covering])
        fitting = (each for each in bar_texts(item, self.words) if self.metrics.horizontalAdvance(each) + 16 <= seen - left)
        return Box(QRectF(left, top, right - left, height - 3), next(fitting, ""), item)

    def outages(self, top: float, height: float) -> Iterator[Box]:
        blocks = []
        for item in self.items.outages:
            left, right = self.scale.x(item.value("since")), self.scale.x(item.value("until"))
            low, high = self.scale.left, self.scale.left + self.scale.width
            if left < high and right >= low:
                left, right = max(left, low), min(max(right, left + LEAST_BLOCK), high)
                blocks.append(Box(QRectF(left, top + 3, right - left, height - 6), "", item))
        for box, following in zip_longest(blocks, blocks[1:]):
            limit = self.size.width() if following is None else following.place.left()
            text = outage_text(box.item, self.words)
            room = limit - box.place.right() - 10
            yield box._replace(text=text if self.metrics.horizontalAdvance(text) <= room else "")

    def closed(self, bottom: float) -> Iterator[Box]:
        for item in filter(is_closed, self.items.marks):
            if self.scale.shows(item.first):
                yield Box(QRectF(self.place(item) - 1, bottom - TICK, 2, TICK), "", item)

    def labels(self, rows: int) -> list[Label]:
        """Return the labels of the marks, those of one day as one."""
        marks = sorted((each for each in self.items.marks if not is_closed(each)), key=lambda each: (each.first, rank(each)))
        groups = [tuple(group) for _, group in groupby(marks, key=lambda each: each.first)]
        return placed([self.label(each) for each in groups], self.size.width(), rows)

    def place(self, item: Item) -> float:
        low, high = self.scale.left, self.scale.left + self.scale.width
        return min(max(self.scale.of_day(item.first, at_end=item.at_end), low), high)

    def label(self, group: tuple[Item, ...]) -> Label:
        first, *others = group
        dot = self.words.text("window.timeline.dot")
        texts = [self.dated(first), *(short_name(each, self.words) for each in others)]
        ended = [text + dot for text in texts[:-1]] + texts[-1:]
        pieces = tuple(Piece(*each, self.width(*each)) for each in zip(group, ended, strict=True))
        return Label(self.place(first), pieces, rank(first))

    def width(self, item: Item, text: str) -> float:
        return (self.bold if item.key == BOLD else self.metrics).horizontalAdvance(text)

    def dated(self, item: Item) -> str:
        """Return a name with its day; of a day beside the picture with its year and where it lies."""
        name = short_name(item, self.words)
        if self.scale.shows(item.first):
            return self.words.text("window.timeline.named", name=brief_day(item.first, self.words), value=name)
        side = "before" if self.scale.of_day(item.first) < self.scale.left else "after"
        label = self.words.text("window.timeline.named", name=short_day(item.first), value=name)
        return self.words.text(f"window.timeline.beyond.{side}", label=label)


def boxes_of(picture: Picture) -> Iterator[Box]:
    """Yield where each item can be pointed at, labels before what they name."""
    for label in picture.labels:
        left = label.left
        for piece in label.pieces:
            if label.row != UNPLACED:
                yield Box(QRectF(left, picture.label_top(label.row), piece.width, picture.row), piece.text, piece.item)
            left += piece.width
    yield from (box._replace(place=box.place.adjusted(-2, -3, 2, 3)) for box in (*picture.closed, *picture.outages))
    yield from (box for box in picture.counts if box.text)
    yield from reversed(picture.bars)
    for label in picture.labels:
        bottom = picture.bottom if label.row == UNPLACED else picture.label_top(label.row)
        yield Box(QRectF(label.x - 4, picture.lane.top(), 8, bottom - picture.lane.top()), "", label.pieces[0].item)
    yield from (box for box in picture.counts if not box.text)


def level_at(picture: Picture, items: TimelineItems, at: QPointF) -> Item | None:
    """Return the count in effect where the pointer is in the lane of counts."""
    if not picture.lane.adjusted(0, 0, 0, 1).contains(at):
        return None
    moment = picture.scale.moment(at.x())
    level = next((each for each in items.levels if each.since <= moment < each.until), None)
    if level is None:
        return None
    last = (level.until - timedelta(microseconds=1)).date()
    billed = next((each for each in items.months if each.first <= moment.date() <= each.last), None)
    values = (("since", level.since), ("accounts", level.accounts), ("billed", billed))
    figure: Path = () if billed is None else ("months", billed.place, "max_accounts")
    return Item("level", level.since.date(), last, level.path, figure, values)
