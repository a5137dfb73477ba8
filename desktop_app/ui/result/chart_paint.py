"""The chart of the months, drawn: legend, axes, stacked bars, the wavy line, credits hatched, the line of accounts."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from desktop_app.ui.look import Look
from desktop_app.ui.result.chart_colours import tone
from desktop_app.ui.result.chart_layout import BESIDE, PAD, SWATCH, WAVE, WRAPPED, Layout, Piece
from desktop_app.ui.result.chart_words import amount_text
from desktop_app.wording.wording import Wording

RADIUS, CREST = 3.0, 6.0
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class ChartPainter:
    """Draws a layout with a painter."""

    def __init__(self, painter: QPainter, look: Look, words: Wording) -> None:
        self._painter, self._look, self._words = painter, look, words

    def draw(self, layout: Layout, hovered: int | None, current: int | None) -> None:
        """Draw everything, the month under the pointer and the one of the keyboard set off."""
        if hovered is not None:
            self._painter.fillRect(layout.column_of(hovered), tone("hover", self._look))
        self._axes(layout)
        for i, bar in enumerate(layout.bars):
            for piece in layout.pieces(i):
                self._piece(piece)
            if not bar.known:
                self._text(self._words.text("value.unknown"), QPointF(layout.column_of(i).center().x(), layout.y(bar.height) - 9))
        if layout.amounts.broken:
            self._wave(layout)
        self._accounts(layout)
        self._legend(layout)
        if current is not None:
            self._pen("accent", 2.0)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(layout.column_of(current).adjusted(-1, 0, 1, 2), RADIUS, RADIUS)

    def _pen(self, name: str, width: float = 1.0) -> None:
        self._painter.setPen(QPen(tone(name, self._look), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))

    def _axes(self, layout: Layout) -> None:
        plot = layout.plot
        for amount in layout.amount_ticks():
            y = layout.y(amount)
            name = "border_strong" if amount == 0 else "grid"
            self._painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1), tone(name, self._look))
            self._pen("muted")
            text = amount_text(amount, layout.language)
            self._painter.drawText(QRectF(0, y - layout.row / 2, plot.left() - PAD, layout.row), RIGHT, text)
        for month in layout.months():
            self._text(month.text, month.at)

    def _text(self, text: str, at: QPointF, name: str = "muted") -> None:
        self._pen(name)
        self._painter.drawText(QRectF(at.x() - 100, at.y() - 12, 200, 24), MIDDLE, text)

    def _piece(self, piece: Piece) -> None:
        colour = tone(piece.name, self._look)
        if piece.name == "credit":
            self._painter.setPen(QPen(colour, 1.0))
            self._painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            self._painter.drawRect(piece.place.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            self._painter.fillRect(piece.place, colour)

    def _wave(self, layout: Layout) -> None:
        """Draw the wavy line above which nothing is to scale, and what the bars there stand for."""
        path = QPainterPath(QPointF(layout.plot.left(), layout.wave))
        x, up = layout.plot.left(), True
        while x < layout.plot.right():
            path.quadTo(x + CREST / 2, layout.wave + (-WAVE / 2 if up else WAVE / 2), x + CREST, layout.wave)
            x, up = x + CREST, not up
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pen("surface", 4.0)
        self._painter.drawPath(path)
        self._pen("border_strong", 1.2)
        self._painter.drawPath(path)
        for each in layout.sums():
            self._text(each.text, each.at, "text")

    def _accounts(self, layout: Layout) -> None:
        if not layout.has_accounts:
            return
        strip = layout.strip
        for count in layout.account_ticks():
            y = layout.y_of_accounts(count)
            self._painter.fillRect(QRectF(strip.left(), round(y), strip.width(), 1), tone("grid", self._look))
            self._pen("muted")
            self._painter.drawText(QRectF(strip.right() + PAD, y - layout.row / 2, 200, layout.row), LEFT, f"{count:,}")
        self._pen("text", 1.8)
        for line in layout.line():
            self._painter.drawPolyline(line)

    def _legend(self, layout: Layout) -> None:
        """Name what occurs in the chart, in rows above it; below, if need be, what the wavy line means."""
        for name, text, left, row in layout.legend:
            top = 2 + row * layout.row
            shift = 0.0
            if name != "yen":
                self._swatch(name, QRectF(left, top + (layout.row - SWATCH) / 2, SWATCH, SWATCH))
                shift = SWATCH + BESIDE
            self._pen("muted" if name == "yen" else "text")
            place = QRectF(left + shift, top, layout.metrics.horizontalAdvance(text) + 4, layout.row)
            self._painter.drawText(place, LEFT, text)
        if layout.amounts.broken:
            self._pen("muted")
            self._painter.drawText(layout.note, LEFT | WRAPPED, self._words.text("window.chart.broken"))

    def _swatch(self, entry: str, place: QRectF) -> None:
        if entry == "accounts":
            self._pen("text", 1.8)
            self._painter.drawLine(QLineF(place.left(), place.center().y(), place.right(), place.center().y()))
        else:
            self._piece(Piece(entry, place))
