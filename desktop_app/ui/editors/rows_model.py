"""A list of the draft as a table to type in: a row for each item, one more to add another."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_app.calculation.step import Path
from desktop_app.document.draft import value_at, with_value
from desktop_app.document.entries import choice_entry
from desktop_app.ui.editors.writing import Writing, typed_text
from desktop_app.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
Orientation = Qt.Orientation
NO_INDEX = QModelIndex()


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

    def read(self, text: str) -> Any:
        """Return the value for what was typed or pasted."""
        return choice_entry(text, self.names) if self.names else self.writing.read(text)

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
    """All items, after a paste or the clearing of several cells."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.items: list[Any] = []
        self._rows = 1
        self._marks: Mapping[Path, Mark] = {}

    def show_items(self, items: Any, marks: Mapping[Path, Mark]) -> None:
        """Show the items of a draft, with what is wrong by address below the list; emits none of the signals above."""
        new = list(items) if isinstance(items, Sequence) and not isinstance(items, str) else []
        self._stretch(len(new) + 1)
        self.items, self._marks = new, marks
        self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(self.columns) - 1))

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
        return value_at(self.items, (row, self.columns[column].name))

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
        """Emit what was typed into a cell; the last row begins a new item."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, column = index.row(), self.columns[index.column()]
        raw = column.read(str(value))
        if row == len(self.items):
            if raw is not None:
                self.added.emit([{column.name: raw}])
        elif raw != self.raw_at(row, index.column()):
            self.edited.emit((row, column.name), raw)
        return True

    def paste(self, row: int, column: int, grid: Sequence[Sequence[str]]) -> None:
        """Emit all items with `grid` typed over them from a cell on; what does not fit below becomes new items."""
        items: Any = list(self.items)
        for down, texts in enumerate(grid):
            if row + down >= len(items):
                items.append({})
            for right, text in enumerate(texts[: len(self.columns) - column]):
                cell = self.columns[column + right]
                items = with_value(items, (row + down, cell.name), cell.read(text))
        self.replaced.emit(items)

    def clear_cells(self, cells: Sequence[tuple[int, int]]) -> None:
        """Emit the emptying of cells; of one alone as an edit."""
        inside = [(row, column) for row, column in cells if row < len(self.items)]
        if len(inside) == 1:
            self.edited.emit((inside[0][0], self.columns[inside[0][1]].name), None)
        elif inside:
            items: Any = list(self.items)
            for row, column in inside:
                items = with_value(items, (row, self.columns[column].name), None)
            self.replaced.emit(items)

    def _shown(self, row: int, column: int) -> str:
        if row == len(self.items):
            return self.columns[column].hint
        return self.columns[column].shown(self.raw_at(row, column))

    def _mark(self, row: int, name: str) -> Mark | None:
        return self._marks.get((row, name)) or self._marks.get((row,))
