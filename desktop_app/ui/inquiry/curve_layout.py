"""Where everything of the termination curve lies: what is paid in all, and below it the settlement, over one line of days."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPolygonF

from desktop_app.calculation.periods import Span
from desktop_app.calculation.termination_curve import TerminationCurve
from desktop_app.ui.inquiry.yen_scale import YenScale, scale_from
from desktop_app.ui.result.chart_words import amount_text
from desktop_app.ui.result.timeline_scale import Tick, scale_of, ticks
from desktop_app.wording.days import Language

PAD, GAP = 8.0, 14.0
TOTAL_SHARE = 0.58
"""How much of the height what is paid in all has."""
ROOM_FOR_BOTH = 6
"""Rows of text below which the settlement is not drawn: it is read out anyway."""


class Strip(NamedTuple):
    """A place with a scale of yen from its bottom up."""

    place: QRectF
    scale: YenScale

    def y(self, yen: int) -> float:
        """Return where an amount lies."""
        return self.place.bottom() - self.scale.share(yen) * self.place.height()


class Flag(NamedTuple):
    """A day that has a name of its own: its place in the curve, its kind, and the words above it."""

    day: int
    kind: str
    text: str


SAID_ELSEWHERE = ("present", "term_end", "free", "cheapest")
"""The kinds of named days, the one first that is told at most other places."""


class PlacedFlag(NamedTuple):
    """A flag, and where its words begin."""

    flag: Flag
    left: float


class CurveLayout:
    """The places of a curve in a size."""

    def __init__(self, curve: TerminationCurve, size: QSizeF, metrics: QFontMetricsF, language: Language) -> None:
        self.curve, self.metrics, self.language = curve, metrics, language
        self.row = metrics.height() + 3
        totals = [each.total.amount for each in curve.days]
        settled = [each.settlement.amount for each in curve.days]
        scales = scale_from(totals), scale_from([0, *settled])
        left = max(self._widest(each) for each in scales) + 2 * PAD
        top, bottom = 2 * self.row + PAD, size.height() - self.row - 4
        both = any(settled) and bottom - top >= ROOM_FOR_BOTH * self.row
        height = bottom - top - (GAP if both else 0)
        upper = height * (TOTAL_SHARE if both else 1)
        width = max(size.width() - left - PAD - 4, 1.0)
        self.total = Strip(QRectF(left, top, width, upper), scales[0])
        below = QRectF(left, top + upper + GAP, width, height - upper)
        self.settlement = Strip(below, scales[1]) if both else None
        self.bottom = bottom
        self._days = scale_of(Span(curve.days[0].effective_on, curve.days[-1].effective_on), left, width)

    def _widest(self, scale: YenScale) -> float:
        return max(self.metrics.horizontalAdvance(amount_text(each, self.language)) for each in scale.ticks())

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The strips, from the top down."""
        return (self.total,) if self.settlement is None else (self.total, self.settlement)

    def x(self, i: int) -> float:
        """Return where the `i`-th day lies: its middle."""
        return self._days.left + (i + 0.5) * self._a_day

    @property
    def _a_day(self) -> float:
        return self._days.width / max(self._days.length.days, 1)

    def index_at(self, at: QPointF) -> int | None:
        """Return the day that is pointed at, None beside the strips."""
        i = int((at.x() - self._days.left) / self._a_day)
        inside = self.total.place.top() - PAD <= at.y() <= self.bottom and at.x() >= self._days.left
        return i if inside and i < len(self.curve.days) else None

    def point(self, i: int) -> QPointF:
        """Return where what is paid in all lies on a day."""
        return QPointF(self.x(i), self.total.y(self.curve.days[i].total.amount))

    def lines(self, *, in_time: bool) -> Iterator[QPolygonF]:
        """Yield what is paid in all as lines, of days whose notice can still arrive in time or of those whose cannot."""
        line: list[QPointF] = []
        for i, day in enumerate(self.curve.days):
            if day.in_time == in_time:
                line.append(self.point(i))
            elif line:
                yield QPolygonF(line)
                line = []
        if line:
            yield QPolygonF(line)

    def area(self, strip: Strip) -> QPolygonF:
        """Return the settlement as an area."""
        days = self.curve.days
        tops = [QPointF(self.x(i), strip.y(each.settlement.amount)) for i, each in enumerate(days)]
        return QPolygonF([QPointF(self.x(0), strip.place.bottom()), *tops, QPointF(self.x(len(days) - 1), strip.place.bottom())])

    def months(self) -> list[Tick]:
        """Return the months that begin on the line."""
        return ticks(self._days, self.language, self.metrics.horizontalAdvance)

    def flags(self, flags: Sequence[Flag]) -> list[PlacedFlag]:
        """Return where the words of the named days stand, beside one another in the order of the days."""
        placed: list[PlacedFlag] = []
        left, right = PAD, self.total.place.right() + PAD
        for each in sorted(self._with_room(flags, right - left), key=lambda flag: flag.day):
            width = self.metrics.horizontalAdvance(each.text)
            start = max(min(self.x(each.day) - width / 2, right - width), left)
            placed.append(PlacedFlag(each, start))
            left = start + width + 2 * PAD
        return self._pushed_back(placed, right)

    def _with_room(self, flags: Sequence[Flag], room: float) -> list[Flag]:
        """Return the flags that have room beside one another; the first to go is the day of which most is told below."""
        kept = sorted(flags, key=lambda flag: SAID_ELSEWHERE.index(flag.kind))
        while sum(self.metrics.horizontalAdvance(each.text) + 2 * PAD for each in kept) > room + 2 * PAD and len(kept) > 1:
            kept.pop(0)
        return kept

    def _pushed_back(self, placed: list[PlacedFlag], right: float) -> list[PlacedFlag]:
        """Return the flags with those that would end beyond the right side moved back, and those before them in turn."""
        found: list[PlacedFlag] = []
        for each in reversed(placed):
            start = min(each.left, right - self.metrics.horizontalAdvance(each.flag.text))
            found.insert(0, each._replace(left=start))
            right = start - 2 * PAD
        return found
