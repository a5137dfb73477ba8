"""The timeline: the contract's time drawn to scale; everything in it can be named, and leads to its field."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.statement import Statement
from desktop_app.report.timeline_items import Item, TimelineItems, timeline_items
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.chart_colours import smaller
from desktop_app.ui.result.figure_menu import Asked, menu_wanted
from desktop_app.ui.result.timeline_lane import Box
from desktop_app.ui.result.timeline_paint import Pointed, TimelinePainter
from desktop_app.ui.result.timeline_picture import Picture, boxes_of, level_at, picture_of
from desktop_app.ui.result.timeline_words import all_spoken, spoken, tip, told
from desktop_app.ui.scene import Scene

LEAST_ROWS, FITTING_ROWS = 7, 10
SIDE = 240
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimelineView(QWidget):
    """Shows the time of a contract. It emits the field that a person asks for, or the figure whose menu they want."""

    field_asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._items = TimelineItems()
        self._as_of = scene.today
        self._picture: Picture | None = None
        self._pointed = Pointed()
        self.setFont(smaller(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name_itself()

    def sizeHint(self) -> QSize:
        """Return a size in which labels have some rows."""
        return QSize(4 * SIDE, FITTING_ROWS * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which the picture can be read."""
        return QSize(SIDE, LEAST_ROWS * self.fontMetrics().height())

    def show_statement(self, contract: Contract | None, statement: Statement | None) -> None:
        """Show what is known of a contract's time; the keyboard stays at what it was at where that is still there."""
        items = timeline_items(contract, statement, self._scene.today)
        self._as_of = self._scene.today if statement is None else statement.as_of.value
        if items == self._items and self._picture is not None:
            return
        before = self._pointed.current
        self._items = items
        same = (each for each in items.in_order() if before is not None and (each.key, each.path) == (before.key, before.path))
        self._pointed = Pointed(None, next(same, None))
        self.setAccessibleDescription(all_spoken(items, self._scene.words) or self._scene.words.text("window.timeline.empty"))
        self._lay_out()

    def _lay_out(self) -> None:
        size = QSizeF(self.width(), self.height())
        self._picture = picture_of(self._items, self._scene.words, self.font(), size)
        self._name_itself()
        self.update()

    def _name_itself(self) -> None:
        """Be called by what the keyboard is at, so that a screen reader says it when that changes."""
        words, current = self._scene.words, self._pointed.current
        name = words.text("window.timeline")
        if current is not None and self.hasFocus():
            name = words.text("window.timeline.current", timeline=name, item=spoken(current, words, self._as_of))
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find places anew."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Find places anew for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_picture"):
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, or say what it needs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._scene.look.colour("surface"))
        if self._picture is None:
            painter.setPen(self._scene.look.colour("muted"))
            align = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(16, 0, -16, 0), align, self._scene.words.text("window.timeline.empty"))
        else:
            current = self._pointed.current if self.hasFocus() else None
            pointed = self._pointed._replace(current=current)
            TimelinePainter(painter, self._scene.look, self.font()).draw(self._picture, pointed)

    def _box_at(self, at: QPointF) -> Box | None:
        if self._picture is None:
            return None
        return next((box for box in boxes_of(self._picture) if box.place.contains(at)), None)

    def item_at(self, at: QPointF) -> Item | None:
        """Return what can be pointed at in a place: something that is drawn, else the count in effect there."""
        box = self._box_at(at)
        if box is not None or self._picture is None:
            return None if box is None else box.item
        return level_at(self._picture, self._items, at)

    def place_of(self, item: Item) -> QRect:
        """Return where an item is drawn; nowhere when it is not."""
        boxes = () if self._picture is None else boxes_of(self._picture)
        return next((box.place.toAlignedRect() for box in boxes if box.item == item), QRect())

    def items(self) -> tuple[Item, ...]:
        """Return what the keyboard comes by, in order of time."""
        drawn = set() if self._picture is None else {box.item for box in boxes_of(self._picture)}
        return tuple(each for each in self._items.in_order() if each in drawn)

    @property
    def current(self) -> Item | None:
        """What the keyboard is at."""
        return self._pointed.current

    def event(self, event: QEvent) -> bool:
        """Say what is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            item = self.item_at(QPointF(event.pos()))
            if item is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(tip(item, self._scene.words, self._as_of)), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Set off what is pointed at."""
        item = self.item_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if item is not None and item.path else Qt.CursorShape.ArrowCursor)
        self._point(self._pointed._replace(hovered=item))

    def leaveEvent(self, event: QEvent) -> None:
        """Set nothing off."""
        super().leaveEvent(event)
        self._point(self._pointed._replace(hovered=None))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the field of what was clicked."""
        item = self.item_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and item is not None:
            if item.key != "level":
                self._point(self._pointed._replace(current=item))
            self._go(item)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is pointed at, or of what the keyboard is at."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.current if by_keys else self.item_at(QPointF(event.pos()))
        if item is not None:
            at = self.mapToGlobal(self.place_of(item).center()) if by_keys else event.globalPos()
            self.menu_asked.emit(Asked(item.figure, "\n".join(told(item, self._scene.words, self._as_of)), at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from item to item, or go to the field."""
        found = self.items()
        key, menu = Qt.Key(event.key()), menu_wanted(event)
        if menu is not None:
            self.contextMenuEvent(menu)
        elif key in MOVES and found:
            self._move(found, MOVES[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and found:
            self._point(self._pointed._replace(current=found[0 if key is Qt.Key.Key_Home else -1]))
        elif key in ENTER and self.current is not None:
            self._go(self.current)
        else:
            super().keyPressEvent(event)

    def _move(self, found: tuple[Item, ...], by: int) -> None:
        if self.current in found:
            at = min(max(found.index(self.current) + by, 0), len(found) - 1)
        else:
            at = 0 if by > 0 else len(found) - 1
        self._point(self._pointed._replace(current=found[at]))

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Be at the first item, unless the keyboard was at one before."""
        found = self.items()
        if found and self.current not in found:
            self._pointed = self._pointed._replace(current=found[0])
        self._name_itself()
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Be called by the own name again."""
        self._name_itself()
        self.update()

    def _point(self, pointed: Pointed) -> None:
        if pointed != self._pointed:
            self._pointed = pointed
            self._name_itself()
            self.update()

    def _go(self, item: Item) -> None:
        if item.path:
            self.field_asked.emit(item.path)
