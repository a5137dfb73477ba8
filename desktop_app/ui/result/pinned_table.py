"""A table to read that may be wider than its place: its first and last column stay in sight, the others pass between them."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QTableView


class PinnedTable(QTableView):
    """A table that scrolls sideways between its names and its sums; what fits its place is a table as any other."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._pinned: tuple[int, ...] = ()
        self.setModel(model)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def pin(self) -> None:
        """Let the first and the last column stay in sight if not all have room, but each of the others has it between them."""
        shown = [i for i in range(self.model().columnCount()) if not self.isColumnHidden(i)]
        first, *others, last = map(self.columnWidth, shown) if len(shown) > 1 else (0, 0)
        is_in_need = first + sum(others) + last > self.viewport().width() >= first + max(others, default=0) + last
        self._pinned = (shown[0], shown[-1]) if others and is_in_need else ()

    def is_pinned(self, column: int) -> bool:
        """Return whether a column stays in sight."""
        return column in self._pinned

    def left_of(self, column: int) -> int:
        """Return where a column begins on the screen."""
        if not self.is_pinned(column):
            return self.columnViewportPosition(column)
        return 0 if column == self._pinned[0] else self.viewport().width() - self.columnWidth(column)

    def middle(self) -> QRect:
        """Return the place in which the columns pass: all of it where none stays."""
        place = self.viewport().rect()
        if self._pinned:
            place.setLeft(self.columnWidth(self._pinned[0]))
            place.setRight(self.left_of(self._pinned[1]) - 1)
        return place

    def is_whole(self, column: int) -> bool:
        """Return whether a column that passes is between those that stay: of a part of it, figures would be read as others."""
        if not self._pinned or self.is_pinned(column):
            return True
        left, middle = self.left_of(column), self.middle()
        return middle.left() <= left <= middle.right() + 1 - self.columnWidth(column)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return the place of a cell, also of one that stays."""
        place = super().visualRect(index)
        if self.is_pinned(index.column()):
            place.moveLeft(self.left_of(index.column()))
        return place

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """Return the cell at a place: of one that stays, not of the one under it."""
        found = super().indexAt(pos)
        for column in self._pinned:
            if 0 <= pos.x() - self.left_of(column) < self.columnWidth(column) and found.isValid():
                return found.siblingAtColumn(column)
        return found

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight: between the columns that stay, which are in sight wherever the others are."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self.is_pinned(index.column()):
            bar.setValue(before)
        elif self._pinned:
            place, middle = self.visualRect(index), self.middle()
            bar.setValue(bar.value() + max(place.right() - middle.right(), 0))
            bar.setValue(bar.value() - max(middle.left() - self.visualRect(index).left(), 0))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw the columns that stay anew, which have not moved with the others."""
        super().scrollContentsBy(dx, dy)
        if dx and self._pinned:
            self.viewport().update()
            self.horizontalHeader().viewport().update()
