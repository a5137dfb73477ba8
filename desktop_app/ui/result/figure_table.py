"""A table of figures to read: digits aligned, sums set off, every cell to be asked why."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop_app.calculation.step import Path
from desktop_app.ui.look import Look
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.sheets import Cell, Sheet

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
EMPTY = Sheet((), (), ())
STRONG = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 27
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FigureModel(QAbstractTableModel):
    """Shows a sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = EMPTY

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet; where it has the shape of the one before, the selection stays."""
        old, new = self._sheet, sheet
        if old == new:
            return
        if (old.titles, len(old.rows)) == (new.titles, len(new.rows)):
            self._sheet = new
            if new.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new.rows) - 1, len(new.titles) - 1))
            return
        self.beginResetModel()
        self._sheet = new
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._sheet.titles)

    def cell(self, index: Index) -> Cell:
        """Return the cell at an index."""
        return self._sheet.rows[index.row()][index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one return for each role
        """Return what Qt asks of a cell."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self._sheet.digits[index.column()] else LEFT
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._sheet.titles[index.column()]} {cell.text}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{self._sheet.titles[index.column()]} {cell.text}") if cell.text else None
            case Qt.ItemDataRole.FontRole if cell.strong:
                bold = QFont()
                bold.setBold(True)
                return bold
            case _ if role == STRONG:
                return cell.strong
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._sheet.digits[section] else LEFT
        return None


class RuleDelegate(QStyledItemDelegate):
    """Draws the lines under the rows, a heavy one over the sums."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell and its lines."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(self._look.colours["border"]))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.data(STRONG):
            painter.setPen(QColor(self._look.colours["text"]))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        painter.restore()


class FigureTable(QTableView):
    """A sheet on the screen; `chosen` when a figure is looked at, `asked` when it is asked why."""

    chosen = Signal(object)
    asked = Signal(object)

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self._model = FigureModel()
        self.setModel(self._model)
        self.setItemDelegate(RuleDelegate(look, self))
        self.setProperty("role", "sheet")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._ask)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet, its columns as wide as they need, what is left shared among them."""
        self._model.show_sheet(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask why on Enter, copy on the keys for that."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        path = self._path(index)
        if path:
            self.chosen.emit(path)

    def _ask(self, index: QModelIndex) -> None:
        path = self._path(index)
        if path:
            self.asked.emit(path)

    def _path(self, index: QModelIndex) -> Path:
        return self._model.cell(index).path if index.isValid() else ()

    def _copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(self._model.cell(index).text)
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))
