"""The chart of the months: what each month costs as a stacked bar, with the peak of accounts above; any can be asked why."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path
from desktop_app.report.month_bars import Bar, bars_of
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.asked import Asked, menu_wanted
from desktop_app.ui.result.chart_layout import Layout
from desktop_app.ui.result.chart_paint import ChartPainter
from desktop_app.ui.result.chart_words import summary, told
from desktop_app.ui.result.painted_view import ENTER, PaintedView, place_after
from desktop_app.ui.scene import Scene

LEAST_SIZE, FITTING_SIZE = QSize(260, 190), QSize(760, 340)
A_YEAR = 12


class ChartView(PaintedView[Layout]):
    """Shows the months of a statement. It emits the place of a total that a person asks about, or whose menu they want."""

    figure_asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._statement: Statement | None = None
        self._bars: tuple[Bar, ...] = ()
        self._hovered: int | None = None
        self._current: int | None = None
        self._name_itself()

    def sizeHint(self) -> QSize:
        """Return a size in which the bars can be compared."""
        return FITTING_SIZE

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which the chart can be read."""
        return LEAST_SIZE

    def show_statement(self, statement: Statement | None) -> None:
        """Show the months of a statement; the keyboard stays at its month while there is one."""
        self._statement = statement
        bars = () if statement is None else bars_of(statement)
        if self._current is not None and self._current >= len(bars):
            self._current = len(bars) - 1 if bars else None
        words = self._scene.words
        self.setAccessibleDescription(summary(statement, words) if statement is not None else words.text("window.chart.empty"))
        if bars != self._bars:
            self._bars, self._hovered = bars, None
            self._lay_out()
        self._name_itself()

    def _made(self, size: QSizeF) -> Layout | None:
        metrics = QFontMetricsF(self.font())
        return Layout(self._bars, size, metrics, self._scene.words) if self._bars else None

    def _draw(self, painter: QPainter, picture: Layout) -> None:
        current = self._current if self.hasFocus() else None
        ChartPainter(painter, self._scene.look, self._scene.words).draw(picture, self._hovered, current)

    def _told_instead(self) -> str:
        return "" if self._picture is not None else self._scene.words.text("window.chart.empty")

    def _name_itself(self) -> None:
        """Be called by the month that the keyboard is at, so that a screen reader says it when that changes."""
        words, current, statement = self._scene.words, self._current, self._statement
        name = words.text("window.chart")
        if current is not None and statement is not None and self.hasFocus():
            month = words.listed(told(statement.months[current], words))
            name = words.text("window.chart.current", chart=name, month=month)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    @property
    def current(self) -> int | None:
        """The month that the keyboard is at, by its place."""
        return self._current

    def column_of(self, index: int) -> QRect:
        """Return where a month is drawn; nowhere when it is not."""
        return QRect() if self._picture is None else self._picture.column_of(index).toAlignedRect()

    def _index_at(self, at: QPointF) -> int | None:
        return None if self._picture is None else self._picture.index_at(at)

    def event(self, event: QEvent) -> bool:
        """Say all figures of the month that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(self.tip(index)), self, self.column_of(index))
            return True
        return super().event(event)

    def tip(self, index: int) -> str:
        """Return all figures of a month, and how to ask for its reason."""
        if self._statement is None:
            return ""
        words = self._scene.words
        return "\n".join((*told(self._statement.months[index], words), words.text("window.chart.ask")))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Set off the month that is pointed at."""
        self._hover(self._index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Set nothing off."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be at the month that is clicked."""
        index = self._index_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index is not None:
            self._be_at(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask why the month costs what it does."""
        if event.button() is Qt.MouseButton.LeftButton and self._index_at(event.position()) is not None:
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from month to month, or ask why."""
        menu, place = menu_wanted(event), place_after(event, self._current, len(self._bars), A_YEAR)
        if menu is not None:
            self.contextMenuEvent(menu)
        elif place is not None:
            self._be_at(place)
        elif Qt.Key(event.key()) in ENTER and self._current is not None:
            self._ask()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the month that is pointed at, or that the keyboard is at."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self._current if by_keys else self._index_at(QPointF(event.pos()))
        if index is not None and self._statement is not None:
            self._be_at(index)
            at = self.mapToGlobal(self.column_of(index).center()) if by_keys else event.globalPos()
            text = "\n".join(told(self._statement.months[index], self._scene.words))
            self.menu_asked.emit(Asked(self._place_of(index), text, at))

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Be at the first month, unless the keyboard was at one before."""
        self._be_at(self._current if self._current is not None else 0 if self._bars else None)

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Be called by the own name again."""
        self._be_at(self._current)

    def _be_at(self, index: int | None) -> None:
        self._current = index
        self._name_itself()
        self.update()

    def _ask(self) -> None:
        if self._current is not None:
            self.figure_asked.emit(self._place_of(self._current))

    def _place_of(self, index: int) -> Path:
        return ("months", self._bars[index].place, "total")
