"""The timeline: the contract's time drawn to scale; everything in it can be named, and leads to its field."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.statement import Statement
from desktop_app.report.timeline_items import Item, TimelineItems, timeline_items, with_credit
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.asked import Asked, menu_wanted
from desktop_app.ui.result.kept_parts import KeptParts
from desktop_app.ui.result.painted_view import ENTER, PaintedView, place_after
from desktop_app.ui.result.timeline_lane import Box
from desktop_app.ui.result.timeline_paint import Pointed, TimelinePainter
from desktop_app.ui.result.timeline_picture import Picture, boxes_of, level_at, only_bars_changed, picture_of
from desktop_app.ui.result.timeline_words import all_spoken, spoken, tip, told
from desktop_app.ui.scene import Scene

LEAST_ROWS, FITTING_ROWS = 7, 10
SIDE = 240


class TimelineView(PaintedView[Picture]):
    """Shows the time of a contract. It emits the field that a person asks for, or the figure whose menu they want."""

    field_asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, QSizePolicy.Policy.Preferred)
        self._items = TimelineItems()
        self._statement: Statement | None = None
        self._as_of = scene.today
        self._kept = KeptParts()
        self._pointed = Pointed()
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
        self._statement = statement
        self._as_of = self._scene.today if statement is None else statement.as_of.value
        if items == self._items and self._picture is not None:
            return
        hovered, before = self._pointed
        self._items = items
        same = (each for each in items.in_order() if before is not None and (each.key, each.path) == (before.key, before.path))
        self._pointed = Pointed(None, next(same, None))
        self._describe_itself()
        drawn, self._picture = self._picture, self._made(QSizeF(self.width(), self.height()))
        if hovered is None and self._picture is not None and only_bars_changed(drawn, self._picture):
            self._update_bars(self._picture)
        else:
            self.update()
        self._name_itself()

    def _update_bars(self, picture: Picture) -> None:
        for box in picture.bars:
            self.update(box.place.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _describe_itself(self) -> None:
        told = all_spoken(self._items, self._scene.words) or self._told_instead()
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    def _made(self, size: QSizeF) -> Picture | None:
        return picture_of(self._items, self._scene.words, self.font(), size, self._kept)

    def _draw(self, painter: QPainter, picture: Picture) -> None:
        current = self._pointed.current if self.hasFocus() else None
        TimelinePainter(painter, self._scene.look, self.font()).draw(picture, self._pointed._replace(current=current))

    def _told_instead(self) -> str:
        return "" if self._picture is not None else self._scene.words.text("window.timeline.empty")

    def _name_itself(self) -> None:
        """Be called by what the keyboard is at, so that a screen reader says it when that changes."""
        words, current = self._scene.words, self._pointed.current
        name = words.text("window.timeline")
        if current is not None and self.hasFocus():
            name = words.text("window.timeline.current", timeline=name, item=spoken(self._full(current), words, self._as_of))
        if name != self.accessibleName():
            self.setAccessibleName(name)

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

    def _full(self, item: Item) -> Item:
        """Return an item with what can be told of it but is not drawn."""
        return with_credit(item, self._statement)

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
                QToolTip.showText(event.globalPos(), plain_tip(tip(self._full(item), self._scene.words, self._as_of)), self)
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
            self.menu_asked.emit(Asked(item.figure, "\n".join(told(self._full(item), self._scene.words, self._as_of)), at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from item to item, or go to the field."""
        found, menu = self.items(), menu_wanted(event)
        place = place_after(event, found.index(self.current) if self.current in found else None, len(found))
        if menu is not None:
            self.contextMenuEvent(menu)
        elif place is not None:
            self._point(self._pointed._replace(current=found[place]))
        elif Qt.Key(event.key()) in ENTER and self.current is not None:
            self._go(self.current)
        else:
            super().keyPressEvent(event)

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
