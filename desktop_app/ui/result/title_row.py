"""The titles over the columns of a table to read, each where the figures below it are, as far from their sides."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from desktop_app.ui.look import Look
from desktop_app.ui.result.figure_columns import ColumnPlace
from desktop_app.ui.result.figure_model import FigureModel


class TitleRow(QHeaderView):
    """Draws the titles at the places of their columns, those that pass between others only there."""

    def __init__(
        self, look: Look, model: FigureModel, places: Callable[[], Iterable[ColumnPlace]], middle: Callable[[], QRect]
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._model, self._places, self._middle = look, model, places, middle
        self.face = self.font()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the titles, and the line under them."""
        painter, middle = QPainter(self.viewport()), self._middle()
        painter.setPen(self._look.colour("border"))
        painter.drawLine(-self.offset(), self.height() - 1, self.length() - self.offset() - 1, self.height() - 1)
        painter.setFont(self.face)
        painter.setPen(self._look.colour("muted"))
        for each in self._places():
            place = QRect(each.left, 0, each.width, self.height())
            painter.setClipRect(place if each.pinned else place & middle)
            painter.drawText(
                place.adjusted(each.pad, 0, -each.pad, 0),
                self._model.alignment(each.column),
                self._model.sheet.titles[each.column],
            )
