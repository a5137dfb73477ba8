"""The table to type in: keys and clipboard as in a spreadsheet, marks on the cells that need a look."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.document.entries import grid_entry
from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.editors.entry_line import EntryLine
from desktop_app.ui.editors.rows_model import Index, Role, RowsModel
from desktop_app.ui.look import Look

ROW_HEIGHT = 28
MOST_ROWS = 14
CORNER = 7


class CellDelegate(QStyledItemDelegate):
    """Gives a cell the control of its kind, and draws a corner where something is wrong."""

    def __init__(self, look: Look, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row to add in faint letters."""
        super().initStyleOption(option, index)
        if index.data(Role.LEVEL) == "blank":
            option.palette.setColor(option.palette.ColorRole.Text, self._look.colour("faint"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and its corner."""
        super().paint(painter, option, index)
        level = index.data(Role.LEVEL)
        if level in {"error", "warning", "missing"}:
            corner = option.rect.topRight()
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.colours["border_strong" if level == "missing" else level]))
            painter.drawPolygon(QPolygon([corner, corner - QPoint(CORNER, 0), corner + QPoint(0, CORNER)]))
            painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list for a choice, a line for everything else."""
        column = self._model.columns[index.column()]
        if column.names:
            combo = QuietCombo()
            combo.goes_on = False
            combo.setParent(parent)
            for value, name in column.names.items():
                combo.addItem(name, value)
            combo.activated.connect(self._commit)
            combo.setAccessibleName(column.title)
            return combo
        line = EntryLine(column.writing.step)
        line.goes_on = False
        line.setParent(parent)
        line.setProperty("role", "cell")
        line.setAccessibleName(column.title)
        if column.digits:
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    def _commit(self) -> None:
        combo = self.sender()
        if isinstance(combo, QWidget):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value of the cell into its control."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QuietCombo):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, EntryLine) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed or chosen to the model."""
        if isinstance(editor, QuietCombo):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData())
        elif isinstance(editor, EntryLine):
            model.setData(index, editor.text())


class RowsView(QTableView):
    """A list of the draft, edited as in a spreadsheet."""

    row_removal_asked = Signal(object)

    def __init__(self, model: RowsModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(look, model, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumWidth(26)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(not model.columns[-1].digits)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.rowsInserted.connect(self.fit_height)
        model.rowsRemoved.connect(self.fit_height)
        self.fit_height()

    def fit_width(self, widths: Sequence[int]) -> None:
        """Give the columns their widths; a table of figures alone is no wider than they are."""
        stretched = not self._model.columns[-1].digits
        for i, width in enumerate(widths[:-1] if stretched else widths):
            self.setColumnWidth(i, width)
        if not stretched:
            self.setMaximumWidth(sum(widths) + self.verticalHeader().sizeHint().width() + 12)

    def fit_height(self) -> None:
        """Be as high as the rows, within reason."""
        rows = min(self._model.rowCount(), MOST_ROWS)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + rows * ROW_HEIGHT + 2 * self.frameWidth() + 2)

    def selected_rows(self) -> list[int]:
        """Return the items of which a cell is selected, the first one first."""
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return sorted(row for row in rows if 0 <= row < len(self._model.items))

    def select_cell(self, row: int, column: int) -> None:
        """Put the keyboard on a cell."""
        self.setFocus()
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            self._model.clear_cells([(index.row(), index.column()) for index in self.selectedIndexes()])
        elif event.key() == Qt.Key.Key_Minus and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.row_removal_asked.emit(self.selected_rows())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.state() is not QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Tab and self._at_end():
            event.ignore()  # which has the view go on to the next control
        elif event.key() == Qt.Key.Key_Backtab and self._at_start():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _at_end(self) -> bool:
        current = self.currentIndex()
        last = self._model.rowCount() - 1, self._model.columnCount() - 1
        return not current.isValid() or (current.row(), current.column()) == last or current.row() == last[0]

    def _at_start(self) -> bool:
        current = self.currentIndex()
        return not current.isValid() or (current.row(), current.column()) == (0, 0)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go a row down after Enter, as a spreadsheet does."""
        entered = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, hint)
        current = self.currentIndex()
        if entered and current.row() + 1 < self._model.rowCount():
            self.setCurrentIndex(current.siblingAtRow(current.row() + 1))

    def _copy(self) -> None:
        cells: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            if index.row() < len(self._model.items):
                cells.setdefault(index.row(), []).append(str(index.data() or ""))
        if cells:
            QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in cells.values()))

    def _paste(self) -> None:
        current, grid = self.currentIndex(), grid_entry(QGuiApplication.clipboard().text())
        if grid:
            self._model.paste(max(current.row(), 0), max(current.column(), 0), grid)

    def focusInEvent(self, event: Any) -> None:
        """Begin at the first cell when there was none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
