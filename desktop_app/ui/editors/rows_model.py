"""A list of the draft as a table to type in: a row for each item, one more to add another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_app.calculation.step import Path
from desktop_app.document.draft import value_at
from desktop_app.document.entries import choice_entry
from desktop_app.ui.editors.cell_block import Cell, Items, cleared, filled_down, pasted
from desktop_app.ui.editors.writing import Writing, typed_text
from desktop_app.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
Orientation = Qt.Orientation
NO_INDEX = QModelIndex()
Near = Callable[[Items, int, str], date]
"""The day that a day without a year, in a row of these items and a field, is to be nearest to."""


NOTHING = object()
"""What stood in a row that was not there."""


class Role(IntEnum):
    """What the model says beyond what Qt asks."""

    LEVEL = Qt.ItemDataRole.UserRole + 1
    """How the cell is marked: `error`, `warning`, `missing` or nothing."""


class Column(NamedTuple):
    """A column: the field's name in the item, its title, how it is read and written, the words of a choice by value."""

    name: str
    title: str
    writing: Writing
    names: Mapping[str, str] = {}
    digits: bool = False
    hint: str = ""

    def read(self, text: str, near: Callable[[], date] | None = None) -> Any:
        """Return the value for what was typed or pasted."""
        if self.names:
            return choice_entry(text, self.names)
        if self.writing.read_near is None or near is None:
            return self.writing.read(text)
        return self.writing.read_near(text, near())

    def shown(self, raw: Any) -> str:
        """Return how a value stands in the table."""
        if self.names:
            return self.names.get(raw, typed_text(raw)) if isinstance(raw, str) else typed_text(raw)
        written = self.writing.rest(raw)
        return typed_text(raw) if written is None else written

    def typed(self, raw: Any) -> str:
        """Return what there is to type over."""
        written = None if self.names else self.writing.edit(raw)
        return typed_text(raw) if written is None else written


class Mark(NamedTuple):
    """What is wrong with a cell, or worth a look."""

    level: str
    sentences: str


class RowsModel(QAbstractTableModel):
    """Shows the items of a list and emits what its user does to them; it never changes them itself."""

    edited = Signal(object, object)
    """Row and name of a cell as an address below the list, and its new value."""
    added = Signal(object)
    """The items to put behind the last."""
    replaced = Signal(object)
    """All items, after an act on several cells or rows."""
    columns_lost = Signal(int)
    """How many columns of what was pasted found no place."""
    refused = Signal(str)
    """In words, why what was typed or pasted was not taken."""
    taken = Signal(int)
    """The row of an item to take out again."""

    def __init__(self, columns: Sequence[Column], near: Near | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.names = tuple(column.name for column in columns)
        self.items: list[Any] = []
        self.begun: Mapping[str, Any] = {}
        self._near = near
        self._rows = 1
        self._marks: Mapping[Path, Mark] = {}

    def show_items(self, items: Any, marks: Mapping[Path, Mark], begun: Mapping[str, Any] | None = None) -> None:
        """Show the items of a draft, what is wrong by address below the list, and what a new row begins with."""
        new = list(items) if isinstance(items, Sequence) and not isinstance(items, str) else []
        self._stretch(len(new) + 1)
        self._marks, self.begun = marks, begun or {}
        if not self._reordered(new):
            self.items = new
        self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(self.columns) - 1))

    def _reordered(self, new: list[Any]) -> bool:
        """Show the same items in another order, the cursor and what is edited moving with their rows."""
        rows = {id(item): row for row, item in enumerate(new)}
        moved = [rows.get(id(item), -1) for item in self.items]
        if len(rows) < len(new) or sorted(moved) != list(range(len(new))) or moved == sorted(moved):
            return False
        self.layoutAboutToBeChanged.emit()
        places = self.persistentIndexList()
        behind = [self.index((*moved, len(moved))[place.row()], place.column()) for place in places]
        self.items = new
        self.changePersistentIndexList(places, behind)
        self.layoutChanged.emit()
        return True

    def _stretch(self, rows: int) -> None:
        """Have so many rows, at the end: the row that was there to add becomes an item, and what is edited in it stays."""
        if rows > self._rows:
            self.beginInsertRows(NO_INDEX, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(NO_INDEX, rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of items and one, in which to begin another."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of fields shown."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def raw_at(self, row: int, column: int) -> Any:
        """Return the value of a cell as the draft holds it."""
        return value_at(self.items, (row, self.names[column]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one return for each role
        """Return what Qt asks of a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), self.columns[index.column()]
        mark = self._mark(row, column.name)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, index.column())
            case Qt.ItemDataRole.EditRole:
                return column.typed(self.raw_at(row, index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(mark.sentences) if mark else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.digits else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title} {self._shown(row, index.column())}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return mark.sentences if mark else ""
            case Role.LEVEL:
                return mark.level if mark else ("blank" if row == len(self.items) else "")
        return None

    def headerData(self, section: int, orientation: Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column, the number of a row."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Horizontal:
                return self.columns[section].title
            return str(section + 1) if section < len(self.items) else "+"
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].digits else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Emit what is typed into a cell; the last row begins a new item."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, name = index.row(), self.names[index.column()]
        raw = self.read(self.items, row, index.column(), str(value))
        if row == len(self.items):
            if raw is not None:
                self.added.emit([{**self.begun, name: raw}])
        elif raw != self.raw_at(row, index.column()):
            self.edited.emit((row, name), raw)
        return True

    def read(self, items: Items, row: int, column: int, text: str) -> Any:
        """Return the value that a text is in a cell, among the items that stand there."""
        near, name = self._near, self.names[column]
        return self.columns[column].read(text, None if near is None else lambda: near(items, row, name))

    def first_column(self) -> int:
        """Return the first column that a new row does not begin with."""
        return next((i for i, name in enumerate(self.names) if name not in self.begun), 0)

    def take_back(self, row: int, column: int, raw: Any) -> None:
        """Emit that a cell is to be as it was; where there was no item, that it is to go."""
        if raw is NOTHING:
            if row < len(self.items):
                self.taken.emit(row)
        elif row < len(self.items) and self.raw_at(row, column) != raw:
            self.edited.emit((row, self.names[column]), raw)

    def paste(self, row: int, column: int, grid: Sequence[Sequence[str]]) -> None:
        """Emit all items with a grid typed over them from a cell on, and how many columns found no place."""
        titles = [each.title for each in self.columns[column:]]
        rows = grid[1:] if list(grid[0])[: len(titles)] == titles[: len(grid[0])] else grid
        after, lost = pasted(self.items, self.names, (row, column), rows, self.read)
        self.replaced.emit(after)
        if lost:
            self.columns_lost.emit(lost)

    def fill_down(self, cells: Iterable[Cell]) -> None:
        """Emit all items with the uppermost of these cells repeated below."""
        inside = self._inside(cells)
        if inside:
            self.replaced.emit(filled_down(self.items, self.names, inside))

    def clear_cells(self, cells: Iterable[Cell]) -> None:
        """Emit the emptying of cells; of one alone as an edit."""
        inside = self._inside(cells)
        if len(inside) == 1:
            self.edited.emit((inside[0][0], self.names[inside[0][1]]), None)
        elif inside:
            self.replaced.emit(cleared(self.items, self.names, inside))

    def _inside(self, cells: Iterable[Cell]) -> list[Cell]:
        return [cell for cell in cells if cell[0] < len(self.items)]

    def _shown(self, row: int, column: int) -> str:
        if row == len(self.items):
            begun = self.begun.get(self.names[column])
            return self.columns[column].hint if begun is None else self.columns[column].shown(begun)
        return self.columns[column].shown(self.raw_at(row, column))

    def _mark(self, row: int, name: str) -> Mark | None:
        return self._marks.get((row, name)) or self._marks.get((row,))
