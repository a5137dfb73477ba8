"""The pages of a paper under one another: to read, to scroll by keys, to be made larger; dimmed while they are not true."""

from collections.abc import Mapping
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar

from desktop_app.ui.paper.rasters import A4, POINTS_PER_INCH, Size
from desktop_app.ui.scene import Scene

ZOOMS = ("width", "page", "50", "75", "100", "125", "150", "200", "300")
"""How large pages are shown: as wide as there is room, whole, or in per cent."""
PIXELS_PER_INCH, PER_CENT = 96, 100
MARGIN, GAP, SHADOW = 14, 12, 2
MOST_PIXELS = 16_000_000
"""Of one page; what is shown larger is drawn with these."""
STEP, PAGE_STEP = 48, 0.9
NEAR = 0.5
"""How much beyond the pages in sight is drawn before it is scrolled to, of the height of the view."""
VEIL = 165
"""How much of pages that are not true is hidden, of 255."""
BIGGER, SMALLER = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}, {Qt.Key.Key_Minus}


class Sight(NamedTuple):
    """Pages that are to be drawn, and how many pixels to a point they want to be drawn with."""

    numbers: tuple[int, ...]
    scale: float


class PageView(QAbstractScrollArea):
    """Shows pages. `moved` when others may be in sight, or in another size; `zoom_asked` with a step, by keys and wheel."""

    moved = Signal()
    zoom_asked = Signal(int)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._sizes: tuple[Size, ...] = ()
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._stale, self._zoom = "", ZOOMS[0]
        self._tops: list[int] = [0]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumSize(120, 24)

    def show_pages(self, sizes: tuple[Size, ...], pictures: Mapping[int, QImage], scale: float) -> None:
        """Show the pages of another paper, at the place where the one before was read."""
        self._sizes, self._pictures = sizes, {}
        self._place()
        self.add_pictures(pictures, scale)

    def add_pictures(self, pictures: Mapping[int, QImage], scale: float) -> None:
        """Show pages of this paper as they are drawn; those far out of sight are let go."""
        near = set(self.sight(NEAR).numbers)
        held = {number: held for number, held in self._pictures.items() if number in near}
        self._pictures = held | {number: (scale, picture) for number, picture in pictures.items()}
        self.viewport().update()

    def show_stale(self, sentence: str) -> None:
        """Dim the pages and say why they are not true; nothing, and they are."""
        if sentence != self._stale:
            self._stale = sentence
            self.viewport().update()

    def show_zoom(self, zoom: str) -> None:
        """Show the pages in another size, what is in the middle staying there."""
        bar, before = self.verticalScrollBar(), self._tops[-1]
        middle = bar.value() + self.viewport().height() / 2
        self._zoom = zoom
        self._place()
        bar.setValue(round(middle * self._tops[-1] / before - self.viewport().height() / 2) if before else 0)
        self.moved.emit()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The number, from 1, of the page that is being read; 0 where there is none."""
        read = self.verticalScrollBar().value() + self.viewport().height() / 3
        return sum(1 for top in self._tops[:-1] if top <= read)

    def say(self, name: str) -> None:
        """Name what is shown for a screen reader, with why it is not true."""
        if (name, self._stale) != (self.accessibleName(), self.accessibleDescription()):
            self.setAccessibleName(name)
            self.setAccessibleDescription(self._stale)

    def next_zoom(self, step: int) -> str:
        """Return the next larger or smaller size than the one that is shown, which may have come of the room there is."""
        shown = self._scale() * POINTS_PER_INCH / PIXELS_PER_INCH * PER_CENT
        beyond = [each for each in ZOOMS if each.isdecimal() and (int(each) - shown) * step > 1]
        return min(beyond, key=lambda each: abs(int(each) - shown), default=self._zoom)

    def missing(self) -> tuple[int, ...]:
        """Return the pages in sight or nearly that are not drawn yet, or in another size."""
        numbers, scale = self.sight(NEAR)
        return tuple(each for each in numbers if self._pictures.get(each, (0.0, None))[0] != scale)

    def sight(self, beyond: float = 0) -> Sight:
        """Return what is in sight, and `beyond` it by so much of its height; before there is a paper, its first page."""
        points = self._scale() * self.devicePixelRatioF()
        largest = max((size.width * size.height for size in self._sizes), default=A4.width * A4.height)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        reach = round(height * beyond)
        seen = (number for number in range(self.pages) if self._is_between(number, top - reach, top + height + reach))
        return Sight(tuple(seen) or (0,), min(points, sqrt(MOST_PIXELS / largest)))

    def _is_between(self, number: int, top: int, bottom: int) -> bool:
        return self._tops[number] < bottom and self._tops[number + 1] > top

    def _scale(self) -> float:
        """Return how many pixels of the window there are to a point."""
        room = self.viewport().width() - 2 * MARGIN, self.viewport().height() - 2 * MARGIN
        width, height = (max(side[i] for side in self._sizes or (A4,)) for i in (0, 1))
        if self._zoom.isdecimal():
            return int(self._zoom) / PER_CENT * PIXELS_PER_INCH / POINTS_PER_INCH
        to_width, to_height = max(room[0], 1) / width, max(room[1], 1) / height
        return min(to_width, to_height) if self._zoom == "page" else to_width

    def _place(self) -> None:
        """Give every page its place, and the scroll bars their ends."""
        scale, view = self._scale(), self.viewport()
        heights = (round(size.height * scale) + GAP for size in self._sizes)
        self._tops = list(accumulate(heights, initial=MARGIN))
        width = round(max((size.width for size in self._sizes), default=0) * scale) + 2 * MARGIN
        height = self._tops[-1] - GAP + MARGIN if self._sizes else 0
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), width if self._zoom.isdecimal() else 0, view.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(max(1, seen))
            bar.setSingleStep(self._scene.look.px(STEP))

    def _box(self, number: int) -> QRectF:
        """Return where a page lies in the view, on whole pixels of the screen."""
        scale, ratio, size = self._scale(), self.devicePixelRatioF(), self._sizes[number]
        width, height = size.width * scale, size.height * scale
        room = self.viewport().width()
        left = (room - width) / 2 if width <= room else MARGIN - self.horizontalScrollBar().value()
        top = self._tops[number] - self.verticalScrollBar().value()
        return QRectF(*(round(each * ratio) / ratio for each in (left, top, width, height)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, and over them why they are not true."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._scene.look.colour("hover"))
        top = self.verticalScrollBar().value()
        for number in range(self.pages):
            if self._is_between(number, top, top + self.viewport().height()):
                self._paint_page(painter, number)
        if self._stale:
            self._paint_veil(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._scene.look.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, number: int) -> None:
        box, look = self._box(number), self._scene.look
        painter.fillRect(box.translated(SHADOW, SHADOW), look.colour("border"))
        painter.fillRect(box, QColor("white"))
        drawn = self._pictures.get(number)
        if drawn is not None:
            painter.drawImage(box, drawn[1])
        painter.setPen(look.colour("border_strong"))
        painter.drawRect(box)

    def _paint_veil(self, painter: QPainter) -> None:
        look, room = self._scene.look, self.viewport().rect()
        veil = look.colour("hover")
        veil.setAlpha(VEIL)
        painter.fillRect(room, veil)
        text = painter.fontMetrics().boundingRect(self._stale)
        label = QRectF(0, 0, text.width() + look.px(28), text.height() + look.px(12))
        label.moveCenter(QRectF(room).center())
        label.moveTop(look.px(MARGIN))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("border_strong"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(label, label.height() / 2, label.height() / 2)
        painter.setPen(look.colour("text"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._stale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the room there is, what is being read staying in sight."""
        super().resizeEvent(event)
        self.show_zoom(self._zoom)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Show what is in sight now."""
        self.viewport().update()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, ask for another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys of a reader; plus and minus ask for another size."""
        bar = self.verticalScrollBar()
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageUp:
                _turn(bar, -1)
            case Qt.Key.Key_PageDown:
                _turn(bar, 1)
            case Qt.Key.Key_Space:
                _turn(bar, -1 if back else 1)
            case key if key in BIGGER | SMALLER:
                self.zoom_asked.emit(1 if key in BIGGER else -1)
            case _:
                super().keyPressEvent(event)


def _turn(bar: QScrollBar, direction: int) -> None:
    """Go on, or back, by what was in sight, less a little to find one's place again."""
    bar.setValue(bar.value() + direction * round(bar.pageStep() * PAGE_STEP))
