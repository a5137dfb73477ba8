"""What each variant comes to, as bars beside one another from one common nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.calculation.money import Yen
from desktop_app.ui.look import Look
from desktop_app.wording.amounts import yen_text

ROW, BAR, GAP = 26, 14, 10
SLACK = 2
"""Pixels by which a text may be wider than it was measured; else three dots would end it."""


class ComparisonChart(QWidget):
    """Shows the total of each variant; the first is the one that the others are measured by."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bars: Sequence[tuple[str, Yen]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_totals(self, name: str, bars: Sequence[tuple[str, Yen]]) -> None:
        """Show the totals; `name` says what they are."""
        self._bars = bars
        told = "、".join(f"{each} {yen_text(total)}" for each, total in bars)
        self.setAccessibleName(f"{name} {told}")
        self.setFixedHeight(self._row() * len(bars))
        self.update()

    def _row(self) -> int:
        return max(self._look.px(ROW), self.fontMetrics().height() + 4)

    def sizeHint(self) -> QSize:
        """Return that any width will do."""
        return QSize(self._look.px(300), self._row() * len(self._bars))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, bars and amounts."""
        painter, metrics, row = QPainter(self), self.fontMetrics(), self._row()
        names = max((metrics.horizontalAdvance(name) for name, _ in self._bars), default=0) + SLACK
        names = min(names, self.width() // 4) + GAP
        amounts = max((metrics.horizontalAdvance(yen_text(total)) for _, total in self._bars), default=0) + GAP
        most = max((abs(total.amount) for _, total in self._bars), default=0) or 1
        room = max(self.width() - names - amounts, 1)
        for i, (name, total) in enumerate(self._bars):
            top, width = i * row, room * abs(total.amount) / most
            painter.setPen(self._look.colour("text"))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - GAP)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(0, top, names, row), side, shown)
            bar = QRectF(names, top + (row - self._look.px(BAR)) / 2, max(width, 1), self._look.px(BAR))
            painter.fillRect(bar, self._look.colour("border_strong" if i == 0 else "accent"))
            painter.drawText(QRectF(bar.right() + GAP / 2, top, amounts, row), side, yen_text(total))
