"""The termination curve as a control: what ending on each day costs, by mouse and keyboard; a click or Enter chooses a day."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.calculation.termination_curve import TerminationCurve
from desktop_app.ui.inquiry.curve_layout import CurveLayout, Flag
from desktop_app.ui.inquiry.curve_paint import CurvePainter
from desktop_app.ui.inquiry.curve_words import day_lines
from desktop_app.ui.result.chart_colours import smaller
from desktop_app.ui.scene import Scene

LEAST_WIDTH, LEAST_HEIGHT = 300, 142
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
FAR = 100_000
MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -30,
    Qt.Key.Key_PageDown: 30,
    Qt.Key.Key_Home: -FAR,
    Qt.Key.Key_End: FAR,
}


class CurveView(QWidget):
    """Shows a curve. It emits the place of the day that its user has gone to (`reached`) or decided for (`chosen`)."""

    reached = Signal(int)
    chosen = Signal(int)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._curve: TerminationCurve | None = None
        self._flags: Sequence[Flag] = ()
        self._stale = True
        self._layout: CurveLayout | None = None
        self._hovered: int | None = None
        self._current: int | None = None
        self.setFont(smaller(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(scene.words.text("window.inquiry.curve"))

    def sizeHint(self) -> QSize:
        """Return the least size; the curve takes what room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which the curve can be read."""
        look = self._scene.look
        return QSize(LEAST_WIDTH, look.px(LEAST_HEIGHT))

    @property
    def is_current(self) -> bool:
        """Whether what is shown is the curve of the present contract."""
        return self._curve is not None and not self._stale

    def show_curve(self, curve: TerminationCurve, flags: Sequence[Flag], summary: str) -> None:
        """Show a curve as that of the present contract."""
        self._curve, self._flags, self._stale = curve, flags, False
        self._current = self._hovered = None
        self.setAccessibleDescription(summary)
        self._lay_out()

    def show_stale(self) -> None:
        """Show no longer as true what is shown."""
        self._stale, self._hovered = True, None
        self.setAccessibleDescription(self._scene.words.text("window.inquiry.working"))
        self.update()

    def show_current(self, i: int | None) -> None:
        """Show which day is read out."""
        self._current = i
        words, name = self._scene.words, self._scene.words.text("window.inquiry.curve")
        if self._curve is not None and i is not None:
            day = words.listed(day_lines(self._curve, i, words))
            name = words.text("window.chart.current", chart=name, month=day)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()

    def place_of(self, i: int) -> tuple[int, int]:
        """Return where a day is drawn, in pixels."""
        assert self._layout is not None  # noqa: S101 - asked of a curve that is shown
        at = self._layout.point(i)
        return round(at.x()), round(at.y())

    def _lay_out(self) -> None:
        size, metrics = QSizeF(self.width(), self.height()), QFontMetricsF(self.font())
        self._layout = CurveLayout(self._curve, size, metrics, self._scene.words.language) if self._curve is not None else None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find places anew."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Find places anew for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_layout"):
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the curve, and over it the day of the keyboard and the one that is pointed at; stale, say so."""
        painter, look, words = QPainter(self), self._scene.look, self._scene.words
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface"))
        if self._layout is not None and self._curve is not None:
            drawn = CurvePainter(painter, look, words)
            drawn.draw(self._layout, self._flags, stale=self._stale)
            if self._current is not None and not self._stale:
                drawn.draw_current(self._layout, self._current, focused=self.hasFocus())
            if self._hovered is not None:
                drawn.draw_pointed(self._layout, self._hovered, day_lines(self._curve, self._hovered, words))
        if self._stale:
            painter.setPen(look.colour("muted"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words.text("window.inquiry.working"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the day that is pointed at."""
        self._hover(self._day_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of none."""
        super().leaveEvent(event)
        self._hover(None)

    def _day_at(self, event: QMouseEvent) -> int | None:
        return None if self._layout is None or self._stale else self._layout.index_at(event.position())

    def _hover(self, i: int | None) -> None:
        if i != self._hovered:
            self._hovered = i
            self.setCursor(Qt.CursorShape.ArrowCursor if i is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Decide for the day that is clicked."""
        i = self._day_at(event)
        if event.button() is Qt.MouseButton.LeftButton and i is not None:
            self.reached.emit(i)
            self.chosen.emit(i)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, or decide for the one that is read out."""
        key = Qt.Key(event.key())
        if key in MOVES and self.is_current and self._curve is not None:
            last = len(self._curve.days) - 1
            self.reached.emit(min(max((self._current or 0) + MOVES[key], 0), last))
        elif key in ENTER and self.is_current and self._current is not None:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Set off the day that the keyboard is at."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Set it off no longer."""
        super().focusOutEvent(event)
        self.update()
