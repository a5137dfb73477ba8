"""The way from one month's bill to another's as a picture: a bar for each total, and between them a step for each reason."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.calculation.month_bridge import MonthBridge
from desktop_app.ui.inquiry.yen_scale import YenScale, scale_from
from desktop_app.ui.result.chart_colours import smaller, tone
from desktop_app.ui.result.figures import short_month
from desktop_app.ui.scene import Scene
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.told import signed_yen

LEAST = QSize(280, 150)
BAR_SHARE, PAD, STUB, BESIDE = 0.62, 6.0, 14.0, 2.0
MOST_ROWS, NO_END = 3, 1_000.0
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Fall(NamedTuple):
    """One bar: what it is called, its amount as text, from where to where it reaches, and its tone."""

    name: str
    text: str
    low: int
    high: int
    tone: str
    total: bool


def falls_of(bridge: MonthBridge, scene: Scene) -> Iterator[Fall]:
    """Yield the bars from the first total to the second; each begins where the one before it ends."""
    level = bridge.before.total.value.amount
    yield _total(short_month(bridge.before.month.value), level, yen_text(bridge.before.total.value))
    for part in bridge.parts:
        after = level + part.worth.amount
        colour = "settlement" if part.worth.amount > 0 else "credit"
        name = scene.words.text(f"question.part.{part.part}")
        yield Fall(name, signed_yen(part.worth, scene.words.language), min(level, after), max(level, after), colour, total=False)
        level = after
    yield _total(short_month(bridge.after.month.value), level, yen_text(bridge.after.total.value))


def _total(name: str, level: int, text: str) -> Fall:
    return Fall(name, text, 0, level, "billed_fee", total=True)


class MonthBridgeView(QWidget):
    """Shows a bridge; the table beside it says the same to the keyboard."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._falls: tuple[Fall, ...] = ()
        self.setFont(smaller(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the least size; the picture takes what room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which the steps can be read."""
        return QSize(LEAST.width(), self._scene.look.px(LEAST.height()))

    def show_bridge(self, bridge: MonthBridge) -> None:
        """Show the way from one month to another."""
        self._falls = tuple(falls_of(bridge, self._scene))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, their amounts above them and what they are below."""
        painter, look = QPainter(self), self._scene.look
        painter.fillRect(self.rect(), look.colour("surface"))
        if not self._falls:
            return
        row = painter.fontMetrics().height() + 2.0
        names = self._height_of_names(painter, row)
        plot = QRectF(PAD, row + PAD, self.width() - 2 * PAD, self.height() - row - names - 2 * PAD)
        scale = scale_from([amount for each in self._falls for amount in (each.high if each.total else each.low, each.high)])
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), look.colour("border_strong"))
        wide = plot.width() / len(self._falls)
        for i, each in enumerate(self._falls):
            self._draw(painter, each, QRectF(plot.left() + i * wide, plot.top(), wide, plot.height()), scale, row)
            place = QRectF(plot.left() + i * wide + BESIDE, plot.bottom() + PAD / 2, wide - 2 * BESIDE, names)
            painter.drawText(place, WRAPPED, each.name)

    def _height_of_names(self, painter: QPainter, row: float) -> float:
        """Return what the names below the bars need, each within its column."""
        room = QRectF(0, 0, (self.width() - 2 * PAD) / len(self._falls) - 2 * BESIDE, NO_END)
        needed = max(painter.boundingRect(room, WRAPPED, each.name).height() for each in self._falls)
        return min(max(needed, 2 * row), MOST_ROWS * row)

    def _draw(self, painter: QPainter, fall: Fall, column: QRectF, scale: YenScale, row: float) -> None:
        """Draw one bar; a total stands on the ground, which is at zero only where the scale begins there."""
        look, room = self._scene.look, column.height() - STUB
        top = column.bottom() - STUB - scale.share(fall.high) * room
        bottom = column.bottom() if fall.total else column.bottom() - STUB - scale.share(fall.low) * room
        side = column.width() * (1 - BAR_SHARE) / 2
        bar = QRectF(column.left() + side, top, column.width() - 2 * side, max(bottom - top, 1.5))
        painter.fillRect(bar, tone(fall.tone, look))
        if fall.total and scale.low:
            cut = QRectF(bar.left() - 2, column.bottom() - STUB / 2 - 1, bar.width() + 4, 3)
            painter.fillRect(cut, look.colour("surface"))
        painter.setPen(QPen(look.colour("text")))
        painter.drawText(QRectF(column.left(), top - row, column.width(), row), MIDDLE, fall.text)
        painter.setPen(QPen(look.colour("muted")))
