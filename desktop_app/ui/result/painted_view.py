"""What drawn pictures have in common: laid out for a size and a font, drawn on the surface, gone through by keys."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.result.chart_colours import smaller
from desktop_app.ui.scene import Scene

Picture = TypeVar("Picture")
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
ONE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PAGE = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
MARGIN = 16


def place_after(event: QKeyEvent, at: int | None, count: int, page: int = 0) -> int | None:
    """Return which of so many places a key leads to, of which a page has so many; None where it leads nowhere."""
    key = Qt.Key(event.key())
    if not count or (key in PAGE and not page):
        return None
    if key in ENDS:
        return ENDS[key] % count
    by = ONE.get(key, PAGE.get(key, 0) * page)
    if not by:
        return None
    return min(max(at + by, 0), count - 1) if at is not None else 0 if by > 0 else count - 1


class PaintedView(QWidget, Generic[Picture]):
    """Draws a picture, or says why there is none. A subclass lays it out (`_made`) and draws it (`_draw`)."""

    _picture: Picture | None = None

    def __init__(self, scene: Scene, upright: QSizePolicy.Policy = QSizePolicy.Policy.Expanding) -> None:
        super().__init__()
        self._scene = scene
        self.setFont(smaller(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _made(self, _size: QSizeF) -> Picture | None:
        """Return the picture in a size; None where there is nothing to be drawn."""
        return None

    def _draw(self, painter: QPainter, picture: Picture) -> None:
        """Draw the picture."""

    def _told_instead(self) -> str:
        """Return what is said where there is no picture."""
        return ""

    def _lay_out(self) -> None:
        self._picture = self._made(QSizeF(self.width(), self.height()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find places anew."""
        super().resizeEvent(event)
        if self._picture is not None:
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Find places anew for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._picture is not None:
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, or say why there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._scene.look.colour("surface"))
        if self._picture is not None:
            self._draw(painter, self._picture)
        told = self._told_instead()
        if told:
            painter.setPen(self._scene.look.colour("muted"))
            align = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(MARGIN, 0, -MARGIN, 0), align, told)
