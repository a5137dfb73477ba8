"""A sheet of figures as Qt asks for it; what stays the same when another sheet is shown is not touched."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.sheets import Cell, Sheet

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
EMPTY = Sheet((), (), ())
NO_ROWS = range(0)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FigureModel(QAbstractTableModel):
    """Shows a sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = EMPTY

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet; where it has the columns of the one before, selection and place stay."""
        if self.sheet.titles != sheet.titles:
            self.beginResetModel()
            self.sheet = sheet
            self.endResetModel()
            return
        self._stretch(len(sheet.rows))
        changed = [*_blocks(self.sheet, sheet)]
        self.sheet = sheet
        for rows, columns in changed:
            self.dataChanged.emit(self.index(rows[0], columns[0]), self.index(rows[-1], columns[-1]))

    def _stretch(self, rows: int) -> None:
        """Have so many rows: others are put in, or taken out, before the last one, which may be the sum of all."""
        old = self.sheet.rows
        at = max(min(len(old), rows) - 1, 0)
        if rows > len(old):
            self.beginInsertRows(NO_INDEX, at, at + rows - len(old) - 1)
            blank = (Cell(""),) * len(self.sheet.titles)
            self.sheet = self.sheet._replace(rows=(*old[:at], *(blank,) * (rows - len(old)), *old[at:]))
            self.endInsertRows()
        elif rows < len(old):
            self.beginRemoveRows(NO_INDEX, at, at + len(old) - rows - 1)
            self.sheet = self.sheet._replace(rows=(*old[:at], *old[at + len(old) - rows :]))
            self.endRemoveRows()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.sheet.titles)

    def cell(self, index: Index) -> Cell:
        """Return the cell at an index."""
        return self.sheet.rows[index.row()][index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._named(index, cell)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._named(index, cell)) if cell.text else None
        return None

    def _named(self, index: Index, cell: Cell) -> str:
        return f"{self.sheet.titles[index.column()]} {cell.text}"

    def alignment(self, column: int) -> int:
        """Return how a column and its title are aligned."""
        return RIGHT if self.sheet.digits[column] else LEFT

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.sheet.titles[section]
        return self.alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _blocks(old: Sheet, new: Sheet) -> Iterator[tuple[range, range]]:
    """Yield rows and columns of the blocks of cells that hold all that two sheets of one shape do not have in common.

    The last row may be the sum of all, which changes with any of them: it is looked at by itself.
    """
    last = max(len(new.rows) - 1, 0)
    for first, rows in ((0, slice(last)), (last, slice(last, None))):
        before, after = (zip(*sheet.rows[rows], strict=True) for sheet in (old, new))
        changed = [_changed(*columns, first) for columns in zip(before, after, strict=True)]
        for span, alike in groupby(range(len(changed)), key=changed.__getitem__):
            column, *more = alike
            if span:
                yield span, range(column, column + len(more) + 1)


def _changed(before: tuple[Cell, ...], after: tuple[Cell, ...], first: int) -> range:
    """Return the rows, from the first to the last of them, in which a column from row `first` on has changed."""
    if before == after:
        return NO_ROWS
    rows = [i for i, (one, other) in enumerate(zip(before, after, strict=True), first) if one != other]
    return range(rows[0], rows[-1] + 1)
