"""The termination curve, drawn: legend, months, what is paid in all as a line, the settlement as an area, the named days."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.inquiry.curve_layout import PAD, CurveLayout, Flag, Strip
from desktop_app.ui.look import Look
from desktop_app.ui.result.chart_colours import tone
from desktop_app.ui.result.chart_words import amount_text
from desktop_app.wording.wording import Wording

RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
COLOURS = {"cheapest": "good", "free": "accent", "present": "error", "term_end": "muted"}
SWATCH, DOT, FAINT = 10.0, 4.5, 0.3
BOX_PAD = 7.0


class CurvePainter:
    """Draws a layout with a painter."""

    def __init__(self, painter: QPainter, look: Look, words: Wording) -> None:
        self._painter, self._look, self._words = painter, look, words

    def draw(self, layout: CurveLayout, flags: Sequence[Flag], *, stale: bool) -> None:
        """Draw the curve; faintly where it is not that of the present contract."""
        self._legend(layout)
        self._painter.setOpacity(FAINT if stale else 1.0)
        self._months(layout)
        for strip in layout.strips:
            self._axis(layout, strip)
        if layout.settlement is not None:
            self._area(layout, layout.settlement)
        self._flag_lines(layout, flags)
        for in_time, name, style in ((False, "faint", Qt.PenStyle.DotLine), (True, "accent", Qt.PenStyle.SolidLine)):
            self._pen(name, 2.0, style)
            for line in layout.lines(in_time=in_time):
                self._painter.drawPolyline(line)
        self._flag_dots(layout, flags)
        self._painter.setOpacity(1.0)

    def _pen(self, name: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self._painter.setPen(QPen(tone(name, self._look), width, style, Qt.PenCapStyle.FlatCap))

    def _legend(self, layout: CurveLayout) -> None:
        """Name what is drawn, above it."""
        x, middle = PAD, layout.row / 2 + 2
        names = [("accent", "question.column.total")]
        if layout.settlement is not None:
            names.append(("settlement", "question.column.settlement"))
        for colour, key in names:
            name = self._words.text(key)
            self._painter.fillRect(QRectF(x, middle - SWATCH / 2, SWATCH, SWATCH), tone(colour, self._look))
            self._pen("text")
            width = layout.metrics.horizontalAdvance(name)
            self._painter.drawText(QRectF(x + SWATCH + 5, 2, width + 4, layout.row), LEFT, name)
            x += SWATCH + width + 21
        self._pen("muted")
        note = self._words.text("window.inquiry.curve.note" if layout.total.scale.low else "window.inquiry.curve.unit")
        self._painter.drawText(QRectF(x, 2, layout.total.place.right() - x, layout.row), LEFT, note)

    def _months(self, layout: CurveLayout) -> None:
        for tick in layout.months():
            if tick.text:
                top = layout.total.place.top()
                self._painter.fillRect(QRectF(round(tick.x), top, 1, layout.bottom - top), tone("grid", self._look))
                self._pen("muted")
                width = layout.metrics.horizontalAdvance(tick.text) + 4
                left = min(tick.x + 2, layout.total.place.right() + PAD - width)
                self._painter.drawText(QRectF(left, layout.bottom + 2, width, layout.row), LEFT, tick.text)

    def _axis(self, layout: CurveLayout, strip: Strip) -> None:
        place = strip.place
        for yen in strip.scale.ticks():
            y = strip.y(yen)
            name = "border_strong" if yen == strip.scale.low else "grid"
            self._painter.fillRect(QRectF(place.left(), round(y), place.width(), 1), tone(name, self._look))
            self._pen("muted")
            room = QRectF(0, y - layout.row / 2, place.left() - PAD, layout.row)
            self._painter.drawText(room, RIGHT, amount_text(yen, layout.language))

    def _area(self, layout: CurveLayout, strip: Strip) -> None:
        colour = tone("settlement", self._look)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(layout.area(strip))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _flag_lines(self, layout: CurveLayout, flags: Sequence[Flag]) -> None:
        for placed in layout.flags(flags):
            name, x = COLOURS[placed.flag.kind], layout.x(placed.flag.day)
            self._pen(name, 1.2, Qt.PenStyle.DashLine if placed.flag.kind == "term_end" else Qt.PenStyle.SolidLine)
            self._painter.drawLine(QLineF(x, layout.total.place.top() - PAD / 2, x, layout.bottom))
            self._pen(name)
            place = QRectF(placed.left, layout.row + 3, layout.metrics.horizontalAdvance(placed.flag.text) + 4, layout.row)
            self._painter.drawText(place, LEFT, placed.flag.text)

    def _flag_dots(self, layout: CurveLayout, flags: Sequence[Flag]) -> None:
        for each in flags:
            if each.kind != "term_end":
                self._dot(layout.point(each.day), COLOURS[each.kind])

    def _dot(self, at: QPointF, name: str) -> None:
        self._painter.setBrush(tone(name, self._look))
        self._pen("surface", 1.5)
        self._painter.drawEllipse(at, DOT, DOT)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw_current(self, layout: CurveLayout, i: int, *, focused: bool) -> None:
        """Draw the day that is read out below: a line, and a ring round what it costs."""
        self._pen("text", 1.2)
        self._painter.drawLine(QLineF(layout.x(i), layout.total.place.top() - PAD / 2, layout.x(i), layout.bottom))
        self._painter.setBrush(tone("surface", self._look))
        self._pen("accent" if focused else "text", 2.4 if focused else 1.6)
        self._painter.drawEllipse(layout.point(i), DOT + 1, DOT + 1)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw_pointed(self, layout: CurveLayout, i: int, lines: Sequence[str]) -> None:
        """Draw a box beside the day under the pointer with everything about it."""
        self._pen("muted", 1.0, Qt.PenStyle.DotLine)
        self._painter.drawLine(QLineF(layout.x(i), layout.total.place.top(), layout.x(i), layout.bottom))
        width = max(layout.metrics.horizontalAdvance(each) for each in lines) + 2 * BOX_PAD
        height = len(lines) * layout.row + 2 * BOX_PAD
        beside = layout.x(i) + 12
        left = beside if beside + width <= layout.total.place.right() + PAD else max(layout.x(i) - 12 - width, 2.0)
        box = QRectF(left, layout.row + 4, width, height)
        self._painter.setBrush(tone("tip", self._look))
        self._pen("border_strong")
        self._painter.drawRoundedRect(box, 5, 5)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pen("text")
        for number, line in enumerate(lines):
            place = QRectF(box.left() + BOX_PAD, box.top() + BOX_PAD + number * layout.row, width, layout.row)
            self._painter.drawText(place, LEFT, line)
