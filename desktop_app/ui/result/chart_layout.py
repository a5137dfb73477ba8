"""Where everything stands in the chart of the months, for a size and a font: columns, bars, axes, the line of accounts."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop_app.report.month_bars import PARTS, Bar, accounts_of, amounts_of
from desktop_app.ui.result.chart_words import amount_text
from desktop_app.ui.result.timeline_scale import month_names
from desktop_app.wording.wording import Wording

PAD, GAP, WAVE = 6.0, 10.0, 7.0
STUB = 18.0
"""How high what lies above the wavy line is drawn, whatever it stands for."""
WIDEST, SHARE, LEAST = 46.0, 0.68, 1.5
STRIP = 0.24
"""The part of the height that the line of accounts has."""
LEAST_STRIP, MOST_STRIP = 30.0, 84.0
SWATCH, BESIDE, APART = 10.0, 5.0, 21.0
"""In the legend: a piece of colour, how far its name is from it, and the next piece from the name."""
WRAPPED, NO_END = Qt.TextFlag.TextWordWrap, 10_000.0
CLOSE = 0.75
"""How close to one another the names at an axis may be, by the height of a row."""


class Piece(NamedTuple):
    """A drawn part of a bar; `above` when it lies over the wavy line."""

    name: str
    place: QRectF
    above: bool = False


class Text(NamedTuple):
    """A text and the point that it is centred at, or ends at."""

    text: str
    at: QPointF


class Entry(NamedTuple):
    """What the legend says of a colour: its name and where it begins; the unit at the end has no colour."""

    name: str
    text: str
    left: float
    row: int


class Layout:
    """Bars and axes laid out; all places are in pixels of the widget."""

    def __init__(self, bars: Sequence[Bar], size: QSizeF, metrics: QFontMetricsF, words: Wording) -> None:
        self.bars, self.words, self.language, self.metrics = bars, words, words.language, metrics
        self.row = metrics.height() + 2
        self.amounts, self.accounts = amounts_of(bars), accounts_of(bars)
        self.has_accounts = any(bar.accounts is not None for bar in bars)
        left = PAD + max(map(self._width, self.amount_names()), default=0) + PAD
        right = PAD + (max(map(self._width, self.account_names())) + PAD if self.has_accounts else 0)
        self.legend = list(self._legend(size.width()))
        self.legend_rows = self.legend[-1].row + 1
        self.note = self._place_of_note(size.width() - 2 * PAD) if self.amounts.broken else QRectF()
        top = self.row * self.legend_rows + self.note.height() + GAP
        whole = QRectF(left, top, max(size.width() - left - right, 10), max(size.height() - top - self.row - PAD, 20))
        strip = min(max(whole.height() * STRIP, LEAST_STRIP), MOST_STRIP) if self.has_accounts else 0.0
        self.strip = QRectF(whole.left(), top + self.row / 2, whole.width(), strip - self.row / 2)
        above = STUB + WAVE + self.row if self.amounts.broken else 0.0
        start = top + strip + GAP + above
        self.plot = QRectF(whole.left(), start, whole.width(), max(whole.bottom() - start, 10))
        self.column = self.plot.width() / max(len(bars), 1)

    def _width(self, text: str) -> float:
        return self.metrics.horizontalAdvance(text)

    def _legend(self, room: float) -> Iterator[Entry]:
        """Yield what the legend says, in as many rows as it needs."""
        x, row = PAD, 0
        for name in (*self._entries(), "yen"):
            text = self.words.text(f"window.chart.{name}")
            colour = 0.0 if name == "yen" else SWATCH + BESIDE
            width = colour + self._width(text)
            if x > PAD and x + width + PAD > room:
                x, row = PAD, row + 1
            yield Entry(name, text, x, row)
            x += width + APART - BESIDE

    def _place_of_note(self, width: float) -> QRectF:
        """Return where it is said what the wavy line means, below the legend, in as many rows as that needs."""
        needed = self.metrics.boundingRect(QRectF(0, 0, width, NO_END), WRAPPED, self.words.text("window.chart.broken"))
        return QRectF(PAD, 2 + self.legend_rows * self.row, width, ceil(needed.height() / self.row) * self.row)

    def _entries(self) -> Iterator[str]:
        there = {part.name for bar in self.bars for part in bar.parts}
        yield from (name for name in PARTS if name in there)
        if self.amounts.below:
            yield "credit"
        if self.has_accounts:
            yield "accounts"

    def amount_ticks(self) -> list[int]:
        """Return the amounts that are named at their axis."""
        return self._spaced(self.amounts.ticks(), self.plot.height())

    def account_ticks(self) -> list[int]:
        """Return the counts that are named at their axis."""
        return self._spaced(self.accounts.ticks(), self.strip.height())

    def _spaced(self, ticks: range, height: float) -> list[int]:
        """Return those of the ticks, 0 first, whose names have room above one another."""
        apart = max(height / max(len(ticks) - 1, 1), 1.0)
        step = ceil(self.row * CLOSE / apart)
        found = [each for each in ticks if each // ticks.step % step == 0]
        return found if len(found) > 1 else [ticks[-1]]

    def amount_names(self) -> list[str]:
        """Return the names of the amounts at the left axis, from below."""
        return [amount_text(each, self.language) for each in self.amounts.ticks()]

    def account_names(self) -> list[str]:
        """Return the names of the counts at the right axis, from below."""
        return [f"{each:,}" for each in self.accounts.ticks()]

    def y(self, amount: float) -> float:
        """Return the height of an amount."""
        return self.plot.bottom() - (amount + self.amounts.below) / (self.amounts.top + self.amounts.below) * self.plot.height()

    def y_of_accounts(self, count: float) -> float:
        """Return the height of a count in the strip above the bars."""
        return self.strip.bottom() - count / self.accounts.top * self.strip.height()

    @property
    def wave(self) -> float:
        """The height of the wavy line."""
        return self.plot.top() - WAVE / 2

    def column_of(self, index: int) -> QRectF:
        """Return the whole height of a month."""
        left = self.plot.left() + index * self.column
        top = self.plot.top() - GAP / 2 - (STUB + WAVE + self.row if self.amounts.broken else 0)
        if self.has_accounts:
            top = self.strip.top() - self.row / 2
        return QRectF(left, top, self.column, self.plot.bottom() - top)

    def index_at(self, at: QPointF) -> int | None:
        """Return the month at a place."""
        index = int((at.x() - self.plot.left()) // self.column)
        return index if 0 <= index < len(self.bars) else None

    def pieces(self, index: int) -> Iterator[Piece]:
        """Yield the drawn parts of a month's bar, from the bottom up, the credit last."""
        bar, width = self.bars[index], max(min(self.column * SHARE, WIDEST), LEAST)
        left = self.plot.left() + (index + 0.5) * self.column - width / 2
        sums, done = [], 0
        for part in bar.parts:
            sums.append((part.name, done, done + part.amount))
            done += part.amount
        top = self.amounts.top
        for name, first, last in sums:
            if first < top:
                high = self.y(min(last, top))
                yield Piece(name, QRectF(left, high, width, self.y(first) - high))
        over = [name for name, _, last in sums if last > top]
        for i, name in enumerate(over):
            height = STUB / len(over)
            yield Piece(name, QRectF(left, self.plot.top() - WAVE - (i + 1) * height, width, height), above=True)
        if bar.credit:
            yield Piece("credit", QRectF(left, self.y(0), width, max(self.y(-bar.credit) - self.y(0), 2.0)))

    def line(self) -> Iterator[list[QPointF]]:
        """Yield the peaks of accounts as lines over their months, a new one after each month without."""
        points: list[QPointF] = []
        for i, bar in enumerate(self.bars):
            if bar.accounts is None:
                if points:
                    yield points
                points = []
                continue
            y, left = self.y_of_accounts(bar.accounts), self.plot.left() + i * self.column
            points += [QPointF(left, y), QPointF(left + self.column, y)]
        if points:
            yield points

    def months(self) -> Iterator[Text]:
        """Yield the names of the months below their columns."""
        months = [bar.month for bar in self.bars]
        for i, name in month_names(months, self.column, self.language, self._width):
            half = self._width(name) / 2
            middle = self.plot.left() + (i + 0.5) * self.column
            x = min(max(middle, PAD + half), self.plot.right() + PAD - half)
            yield Text(name, QPointF(x, self.plot.bottom() + PAD + self.row / 2))

    def sums(self) -> Iterator[Text]:
        """Yield the amounts of the broken bars above them, the largest first, as long as there is room."""
        taken: list[tuple[float, float]] = []
        tall = [bar for bar in self.bars if bar.height > self.amounts.top]
        for bar in sorted(tall, key=lambda each: -each.height):
            text = f"{bar.height:,}"
            half = self._width(text) / 2 + 2
            middle = self.plot.left() + (bar.place + 0.5) * self.column
            x = min(max(middle, self.plot.left() + half), self.plot.right() - half)
            if all(x + half < low or x - half > high for low, high in taken):
                taken.append((x - half, x + half))
                yield Text(text, QPointF(x, self.plot.top() - WAVE - STUB - self.row / 2))
