"""The picture of a contract's time, drawn: months, bars, counts, outages, marks and their labels."""

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.report.timeline_items import Item
from desktop_app.ui.look import Look
from desktop_app.ui.result.chart_colours import MARKS, tone
from desktop_app.ui.result.timeline_labels import UNPLACED, Label
from desktop_app.ui.result.timeline_lane import Box
from desktop_app.ui.result.timeline_picture import BOLD, Picture, bold, boxes_of

DASHED = frozenset({"latest_notice", "claim_deadline", "valid_until", "designated_on", "earliest_on"})
LIMITS = frozenset({"billing_start", "term_end", "effective_on"})
"""Marks at which a bar begins or ends; all others begin below the bars."""
NOW = frozenset({"today", "as_of"})
VOID = frozenset({"not_applicable", "lapsed"})
IN_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RADIUS, KNOB = 3.0, 2.5


class Pointed(NamedTuple):
    """The item under the pointer, and the one that the keyboard is at."""

    hovered: Item | None = None
    current: Item | None = None


class TimelinePainter:
    """Draws a picture with a painter, in a look and a font."""

    def __init__(self, painter: QPainter, look: Look, font: QFont) -> None:
        self._painter, self._look, self._font = painter, look, font
        self._bold = bold(font)
        self._metrics = QFontMetricsF(font)

    def draw(self, picture: Picture, pointed: Pointed) -> None:
        """Draw everything, what is pointed at set off."""
        self._painter.setFont(self._font)
        self._months(picture)
        self._counts(picture)
        for box in picture.bars:
            self._bar(box, pointed)
        for box in picture.closed:
            self._closed(box, pointed)
        for label in picture.labels:
            self._mark(picture, label, pointed)
        self._count_texts(picture, pointed)
        for box in picture.outages:
            self._outage(box, pointed)
        for label in picture.labels:
            self._label(picture, label, pointed)
        if pointed.current is not None:
            self._ring(picture, pointed.current)

    def _pen(self, name: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self._painter.setPen(QPen(tone(name, self._look), width, style, Qt.PenCapStyle.FlatCap))

    def _months(self, picture: Picture) -> None:
        for tick in picture.ticks:
            top, named = picture.top, bool(tick.text)
            line = QRectF(round(tick.x), top - 3 if named else top, 1, picture.bottom - top)
            self._painter.fillRect(line, tone("border" if named or tick.is_year else "grid", self._look))
        self._pen("muted")
        for tick in picture.ticks:
            if tick.text:
                self._painter.drawText(QPointF(tick.x, self._base(0, picture)), tick.text)

    def _base(self, top: float, picture: Picture) -> float:
        """Return the base line of a text in a row."""
        return top + (picture.row + self._metrics.ascent() - self._metrics.descent()) / 2

    def _counts(self, picture: Picture) -> None:
        for fill in picture.fills:
            self._painter.fillRect(fill, tone("fill", self._look))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._pen("accent", 2.0)
        for line in picture.line:
            self._painter.drawPolyline(line)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _bar(self, box: Box, pointed: Pointed) -> None:
        colour = tone("term" if box.item.key == "term" else "remaining", self._look)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._lit(colour) if box.item == pointed.hovered else colour)
        self._painter.drawRoundedRect(box.place, RADIUS, RADIUS)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pen("text")
        self._painter.drawText(box.place.adjusted(8, 0, 0, 0), IN_LINE, box.text)

    def _lit(self, colour: QColor) -> QColor:
        return colour.darker(108) if self._look.scheme == "light" else colour.lighter(115)

    def _mark(self, picture: Picture, label: Label, pointed: Pointed) -> None:
        """Draw the line of the day, down to its label; with a knob where the label has no room."""
        first = label.pieces[0].item
        style = (
            Qt.PenStyle.DotLine if first.key in NOW else Qt.PenStyle.DashLine if first.key in DASHED else Qt.PenStyle.SolidLine
        )
        hovered = any(piece.item == pointed.hovered for piece in label.pieces)
        name = MARKS.get(first.key, "muted")
        self._pen(name, 2.0 if hovered or first.key == "effective_on" else 1.0, style)
        bottom = picture.bottom if label.row == UNPLACED else picture.label_top(label.row) + 2
        if label.row != UNPLACED and label.is_beside:
            bottom += picture.row - 5
        x = round(label.x) + (0.0 if first.key == "effective_on" else 0.5)
        self._painter.drawLine(QLineF(x, picture.top if first.key in LIMITS else picture.lane.top(), x, bottom))
        if label.row == UNPLACED:
            self._painter.setBrush(tone(name, self._look))
            self._painter.drawEllipse(QPointF(x, bottom), KNOB, KNOB)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _closed(self, box: Box, pointed: Pointed) -> None:
        self._painter.fillRect(box.place, tone("text" if box.item == pointed.hovered else "outage_closed", self._look))

    def _backed(self, place: QRectF, text: str, name: str) -> None:
        """Write a text over whatever lines run there, so that it can be read."""
        back = tone("surface", self._look)
        back.setAlphaF(0.82)
        self._painter.fillRect(QRectF(place.left() - 2, place.top() + 1, place.width() + 4, place.height() - 2), back)
        self._pen(name)
        base = place.top() + (place.height() + self._metrics.ascent() - self._metrics.descent()) / 2
        self._painter.drawText(QPointF(place.left(), base), text)

    def _count_texts(self, picture: Picture, pointed: Pointed) -> None:
        for box in picture.counts:
            if box.text:
                self._backed(box.place, box.text, "accent" if box.item == pointed.hovered else "muted")

    def _outage(self, box: Box, pointed: Pointed) -> None:
        status = box.item.value("status")
        name = "outage_closed" if status in VOID else "outage"
        self._painter.fillRect(box.place, tone(name, self._look))
        if box.item.value("ongoing"):
            for i in range(3):  # it goes on: the block frays out
                dash = QRectF(box.place.right() + 2 + 4 * i, box.place.top(), 2, box.place.height())
                self._painter.fillRect(dash, tone(name, self._look))
        if box.text:
            start = box.place.right() + (14 if box.item.value("ongoing") else 4)
            width = self._metrics.horizontalAdvance(box.text)
            place = QRectF(start, box.place.top() - 3, width, box.place.height() + 6)
            self._backed(place, box.text, "text" if box.item == pointed.hovered else "muted" if status in VOID else "error")

    def _label(self, picture: Picture, label: Label, pointed: Pointed) -> None:
        if label.row == UNPLACED:
            return
        left, top = label.left, picture.label_top(label.row)
        for piece in label.pieces:
            self._painter.setFont(self._bold if piece.item.key == BOLD else self._font)
            self._pen(MARKS.get(piece.item.key, "muted"))
            self._painter.drawText(QPointF(left, self._base(top, picture)), piece.text)
            if piece.item == pointed.hovered:
                base = top + picture.row - 2
                self._painter.drawLine(QLineF(left, base, left + piece.width, base))
            left += piece.width
        self._painter.setFont(self._font)

    def _ring(self, picture: Picture, current: Item) -> None:
        """Draw a ring round the item that the keyboard is at."""
        place = next((box.place for box in boxes_of(picture) if box.item == current), None)
        if place is not None:
            self._pen("accent", 2.0)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(place.adjusted(-2, 0, 2, 0), RADIUS, RADIUS)
