"""The cells of a table to type in: the control of each kind, told with each key, and the corner where something is wrong."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.editors.entry_line import EntryLine
from desktop_app.ui.editors.rows_model import NOTHING, Index, Role, RowsModel
from desktop_app.ui.look import Look

CORNER = 7
Move = QAbstractItemView.CursorAction
ARROWS = {
    Qt.Key.Key_Up: Move.MoveUp,
    Qt.Key.Key_Down: Move.MoveDown,
    Qt.Key.Key_Left: Move.MoveLeft,
    Qt.Key.Key_Right: Move.MoveRight,
}


class CellDelegate(QStyledItemDelegate):
    """Gives a cell the control of its kind; `arrow_pressed` ends an entry that was typed over a cell."""

    arrow_pressed = Signal(object)
    block_pasted = Signal()

    def __init__(self, look: Look, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self.typed_over = False
        """Whether the entry began by typing over a cell, so that an arrow leaves it, as in a spreadsheet."""
        self._typed_in: EntryLine | None = None
        self.upward = False
        """Whether the last Enter was one with Shift."""
        self.before: tuple[QPersistentModelIndex, Any] = (QPersistentModelIndex(), None)
        """The cell of the last entry, and what stood there when it began."""

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
        column, row = self._model.columns[index.column()], index.row()
        raw = self._model.raw_at(row, index.column()) if row < len(self._model.items) else NOTHING
        self.before = (QPersistentModelIndex(index), raw)
        self._typed_in = None
        editor: QWidget = self._list(column.names) if column.names else self._line(index)
        editor.setParent(parent)
        editor.setAccessibleName(column.title)
        editor.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or ""))
        return editor

    def _list(self, names: Mapping[str, str]) -> QuietCombo:
        combo = QuietCombo()
        combo.goes_on = False
        for value, name in names.items():
            combo.addItem(name, value)
        combo.activated.connect(self._commit)
        return combo

    def _line(self, index: Index) -> EntryLine:
        column, place = self._model.columns[index.column()], QPersistentModelIndex(index)
        self._typed_in = line = EntryLine(column.writing.step)
        line.goes_on = False
        line.setProperty("role", "cell")
        if column.digits:
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.typed.connect(lambda text: self._model.setData(place, text))
        line.refused.connect(lambda: self._model.refused.emit(column.writing.too_long))
        return line

    def type_on(self) -> None:
        """Begin behind what stands in the cell, not over it."""
        if self._typed_in is not None:
            self._typed_in.deselect()
            self._typed_in.end(False)  # noqa: FBT003 - Qt's own way to say so

    def _commit(self) -> None:
        combo = self.sender()
        if isinstance(combo, QWidget):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """End an entry as a spreadsheet does."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.upward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if isinstance(editor, EntryLine) and self._ended(editor, event):
                return True
        return super().eventFilter(editor, event)

    def _ended(self, line: EntryLine, event: QKeyEvent) -> bool:
        """End an entry that was typed over a cell by an arrow, and any by pasting several cells."""
        block = event.matches(QKeySequence.StandardKey.Paste) and bool(
            set("\t\n") & set(QGuiApplication.clipboard().text().rstrip())
        )
        if not block and not (self.typed_over and is_arrow(event)):
            return False
        self.commitData.emit(line)
        self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.NoHint)
        if block:
            self.block_pasted.emit()
        else:
            self.arrow_pressed.emit(Qt.Key(event.key()))
        return True

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value of the cell into its control; what is being typed and reads as it stays as it is."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QuietCombo):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, EntryLine) and not editor.composing:
            row, column = index.row(), index.column()
            if self._model.read(self._model.items, row, column, editor.text()) != self._model.raw_at(row, column):
                editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed or chosen to the model."""
        if isinstance(editor, QuietCombo):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData())
        elif isinstance(editor, EntryLine):
            editor.keep_composed()
            model.setData(index, editor.text())


def is_arrow(event: QKeyEvent) -> bool:
    """Return whether a key is an arrow alone."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier and event.key() in ARROWS
