"""The days of a month as they are drawn: weekdays above, the chosen day, today, Saturdays, Sundays and holidays."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop_app.calculation.periods import Month
from desktop_app.ui.editors.month_model import DAY, SATURDAY, SUNDAY, WEEK, WEEKS, Index, MonthModel
from desktop_app.ui.look import Look
from desktop_app.ui.scene import Scene

CELL_WIDTH, CELL_HEIGHT, HEADER_HEIGHT = 40, 34, 28
CENTRE = Qt.AlignmentFlag.AlignCenter
FAINT = 110
"""How opaque, of 255, the days of the months before and after are."""


class DayDelegate(QStyledItemDelegate):
    """Draws a day: the chosen one filled, today ringed, a point below holidays, for who does not see red."""

    def __init__(self, look: Look, today: date, model: MonthModel, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._today = today
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a day."""
        day: date | None = index.data(DAY)
        if day is None:
            return
        chosen = self._view.currentIndex() == index
        place = QRect(option.rect).adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, day, chosen=chosen, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        ink = self._look.colour("on_accent") if chosen else self._ink(day, index.column())
        painter.setPen(ink)
        painter.setFont(_bold(option.font, on=day == self._today))
        painter.drawText(place, CENTRE, str(day.day))
        if self._model.holiday(day):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(place.center().x() + 0.5, place.bottom() - 3), 1.6, 1.6)
        painter.restore()

    def _ground(self, painter: QPainter, place: QRect, day: date, *, chosen: bool, hovered: bool) -> None:
        token = "accent" if chosen else "hover" if hovered else ""
        painter.setBrush(self._look.colour(token) if token else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("accent"), 1.2) if day == self._today else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _ink(self, day: date, column: int) -> QColor:
        rest = column == SUNDAY or bool(self._model.holiday(day))
        ink = self._look.colour("error" if rest else "accent" if column == SATURDAY else "text")
        if Month.of(day) != self._model.month:
            ink.setAlpha(FAINT)
        return ink


def _bold(font: QFont, *, on: bool) -> QFont:
    changed = QFont(font)
    changed.setBold(on)
    return changed


class WeekdayHeader(QHeaderView):
    """The weekdays over the days, in their colours."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setSectionsClickable(False)
        self.setFixedHeight(look.px(HEADER_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw the name of a weekday."""
        painter.setPen(self._look.colour({SUNDAY: "error", SATURDAY: "accent"}.get(logicalIndex, "muted")))
        painter.drawText(rect, CENTRE, self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))


class DayGrid(QTableView):
    """The days of the month in sight; a key that is not its own goes to the calendar."""

    def __init__(self, scene: Scene, model: MonthModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(DayDelegate(scene.look, scene.today, model, self))
        self.setHorizontalHeader(WeekdayHeader(scene.look))
        self.verticalHeader().hide()
        width, height, top = map(scene.look.px, (CELL_WIDTH, CELL_HEIGHT, HEADER_HEIGHT))
        for header, size in ((self.horizontalHeader(), width), (self.verticalHeader(), height)):
            header.setMinimumSectionSize(size)
            header.setDefaultSectionSize(size)
        self.setProperty("role", "sheet")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedSize(width * WEEK, height * WEEKS + top)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the calendar."""
        event.ignore()
