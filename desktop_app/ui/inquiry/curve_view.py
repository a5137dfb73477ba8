"""The termination curve as a control: what ending on each day costs, by mouse and keyboard; a click or Enter chooses a day."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter

from desktop_app.calculation.termination_curve import TerminationCurve
from desktop_app.ui.inquiry.curve_layout import CurveLayout, Flag
from desktop_app.ui.inquiry.curve_paint import CurvePainter
from desktop_app.ui.inquiry.curve_words import day_lines
from desktop_app.ui.result.painted_view import ENTER, PaintedView, place_after
from desktop_app.ui.scene import Scene

LEAST_WIDTH, LEAST_HEIGHT = 300, 142
A_MONTH = 30


class CurveView(PaintedView[CurveLayout]):
    """Shows a curve. It emits the place of the day that its user has gone to (`reached`) or decided for (`chosen`)."""

    reached = Signal(int)
    chosen = Signal(int)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._curve: TerminationCurve | None = None
        self._flags: Sequence[Flag] = ()
        self._stale = True
        self._hovered: int | None = None
        self._current: int | None = None
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
        assert self._picture is not None  # noqa: S101 - asked of a curve that is shown
        at = self._picture.point(i)
        return round(at.x()), round(at.y())

    def _made(self, size: QSizeF) -> CurveLayout | None:
        if self._curve is None:
            return None
        return CurveLayout(self._curve, size, QFontMetricsF(self.font()), self._scene.words.language)

    def _draw(self, painter: QPainter, picture: CurveLayout) -> None:
        """Draw the curve, and over it the day of the keyboard and the one that is pointed at."""
        drawn = CurvePainter(painter, self._scene.look, self._scene.words)
        drawn.draw(picture, self._flags, stale=self._stale)
        if self._current is not None and not self._stale:
            drawn.draw_current(picture, self._current, focused=self.hasFocus())
        if self._hovered is not None and self._curve is not None:
            drawn.draw_pointed(picture, self._hovered, day_lines(self._curve, self._hovered, self._scene.words))

    def _told_instead(self) -> str:
        return self._scene.words.text("window.inquiry.working") if self._stale else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the day that is pointed at."""
        self._hover(self._day_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of none."""
        super().leaveEvent(event)
        self._hover(None)

    def _day_at(self, event: QMouseEvent) -> int | None:
        return None if self._picture is None or self._stale else self._picture.index_at(event.position())

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
        count = len(self._curve.days) if self._curve is not None and self.is_current else 0
        place = place_after(event, self._current, count, A_MONTH)
        if place is not None:
            self.reached.emit(place)
        elif Qt.Key(event.key()) in ENTER and self.is_current and self._current is not None:
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
