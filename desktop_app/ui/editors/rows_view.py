"""The table to type in: keys and clipboard as in a spreadsheet."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.document.entries import grid_entry
from desktop_app.ui.editors.cell_block import Cell, copied, spread
from desktop_app.ui.editors.cell_delegate import ARROWS, CellDelegate, Move
from desktop_app.ui.editors.entry_line import ENTER, EntryLine
from desktop_app.ui.editors.rows_model import NOTHING, Index, RowsModel
from desktop_app.ui.editors.typing_keys import KEPT_BY_POPUPS, committing
from desktop_app.ui.look import Look

PADDING, FRAME, MOST_ROWS = 10, 12, 14
Hint = QAbstractItemDelegate.EndEditHint
PLAIN, SHIFT, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
EDITED_BY = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
)


class RowsView(QTableView):
    """A list of the draft, edited as in a spreadsheet."""

    row_removal_asked = Signal(object)
    cell_left = Signal()
    table_left = Signal()

    def __init__(self, model: RowsModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._home: int | None = None
        self.takes_elsewhere: Callable[[Cell, Sequence[Sequence[str]]], bool] = lambda _at, _grid: False
        self.setModel(model)
        self._cells = CellDelegate(look, model, self)
        self._cells.arrow_pressed.connect(lambda key: self._move(ARROWS[key]))
        self._cells.block_pasted.connect(self._paste)
        self.setItemDelegate(self._cells)
        self.setEditTriggers(EDITED_BY)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self._set_up_headers()
        model.rowsInserted.connect(self.fit_height)
        model.rowsRemoved.connect(self.fit_height)
        self.fit_height()

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setMinimumWidth(26)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setDefaultSectionSize(self.fontMetrics().height() + PADDING)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setStretchLastSection(not self._model.columns[-1].digits)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def fit_width(self, widths: Sequence[int]) -> None:
        """Give the columns their widths; a table of figures alone is no wider than they are."""
        stretched = not self._model.columns[-1].digits
        for i, width in enumerate(widths[:-1] if stretched else widths):
            self.setColumnWidth(i, width)
        whole = sum(widths) + self.verticalHeader().sizeHint().width() + FRAME
        self.setMinimumWidth(whole)
        if not stretched:
            self.setMaximumWidth(whole)

    def fit_height(self) -> None:
        """Be as high as the rows, within reason."""
        rows = min(self._model.rowCount(), MOST_ROWS)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2)

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

    def has_keyboard(self) -> bool:
        """Return whether the keyboard is in the table, or in a cell of it."""
        focused = self.window().focusWidget()
        return focused is self or self.isAncestorOf(focused)

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:
        """Begin an entry, and remember whether it is typed over the cell."""
        if trigger is None:
            return super().edit(index)
        begun = super().edit(index, trigger, event)
        if begun:
            self._cells.typed_over = trigger is QAbstractItemView.EditTrigger.AnyKeyPressed
            if not self._cells.typed_over:
                self._cells.type_on()
        return begun

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a spreadsheet for the table, whatever they do elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        act = self._act_of(event)
        if self.state() is QAbstractItemView.State.EditingState:
            event.setAccepted(event.key() in ARROWS)
        elif act is not None:
            act()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._tab(event)
        else:
            self._home = None if event.key() in ARROWS else self._home
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        for keys, act in (("Copy", self._copy), ("Cut", self._cut), ("Paste", self._paste)):
            if event.matches(QKeySequence.StandardKey[keys]):
                return act
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and held in {PLAIN, SHIFT}:
            return partial(self._enter, upward=held == SHIFT)
        return {
            (Qt.Key.Key_Delete, PLAIN): self._clear,
            (Qt.Key.Key_Backspace, PLAIN): self._clear,
            (Qt.Key.Key_Minus, CONTROL): lambda: self.row_removal_asked.emit(self.selected_rows()),
            (Qt.Key.Key_D, CONTROL): self._fill_down,
        }.get((Qt.Key(event.key()), held))

    def _tab(self, event: QKeyEvent) -> None:
        """Go on in the row; from the last row, and back from the first cell, to the next control."""
        current, back = self.currentIndex(), event.key() == Qt.Key.Key_Backtab
        at_end = (current.row(), current.column()) == (0, 0) if back else current.row() == self._model.rowCount() - 1
        if at_end or not current.isValid():
            event.ignore()  # which has the view go on to the next control
        else:
            self._tab_on(back=back)

    def _tab_on(self, *, back: bool) -> None:
        home = self.currentIndex().column() if self._home is None else self._home
        self._move(Move.MovePrevious if back else Move.MoveNext)
        self._home = home

    def _enter(self, *, upward: bool) -> None:
        """Go a row down or up, to the column that Tab began in; from the row to add on to the next control."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        last = self._model.rowCount() - 1
        if row == last and not upward:
            self.focusNextChild()
            return
        below = max(row - 1, 0) if upward else row + 1
        home = self._home if self._home is not None else 0 if below == last else column
        self._home = None
        self.setCurrentIndex(self._model.index(below, home))

    def _move(self, move: Move) -> None:
        self._home = None
        self.setCurrentIndex(self.moveCursor(move, PLAIN))

    def commitData(self, editor: QWidget) -> None:
        """Take what was entered, unless its row has gone meanwhile, by undo for instance."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """End an entry: Esc takes it back, Enter goes on below, Tab beside, ready to be typed over."""
        if self.state() is not QAbstractItemView.State.EditingState:
            editor.deleteLater()
            self.setFocus()
            return
        place, raw = self._cells.before
        row, column = place.row(), place.column()
        if hint is Hint.RevertModelCache:
            self._model.take_back(row, column, raw)
        elif raw is NOTHING and self._model.raw_at(row, column) is None:
            self._model.take_back(row, column, NOTHING)
        super().closeEditor(editor, Hint.NoHint)
        self.cell_left.emit()
        if hint is Hint.SubmitModelCache:
            self._enter(upward=self._cells.upward)
        elif hint in {Hint.EditNextItem, Hint.EditPreviousItem}:
            self._tab_on(back=hint is Hint.EditPreviousItem)

    def _selected(self) -> list[Cell]:
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    def _clear(self) -> None:
        self._model.clear_cells(self._selected())
        self.cell_left.emit()

    def _fill_down(self) -> None:
        self._model.fill_down(self._selected())

    def _copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for row, column in self._selected():
            if row < len(self._model.items):
                rows.setdefault(row, []).append(str(self._model.index(row, column).data() or ""))
        if rows:
            QGuiApplication.clipboard().setText(copied(rows.values()))

    def _cut(self) -> None:
        self._copy()
        self._clear()

    def _paste(self) -> None:
        """Paste from the first selected cell on; a single text into all selected cells."""
        cells = self._selected() or [(max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 0))]
        grid = spread(grid_entry(QGuiApplication.clipboard().text()), cells)
        if grid and not self.takes_elsewhere(cells[0], grid):
            self._model.paste(*cells[0], grid)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell that is to be typed in when there was none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, self._model.first_column()))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the table is left, unless a popup or another window only looks in."""
        super().focusOutEvent(event)
        if event.reason() not in KEPT_BY_POPUPS:
            self._keep_composed()
            self.table_left.emit()

    def _keep_composed(self) -> None:
        """Take what an input method is at work on as typed; its cell gets the keyboard only by that, and must not keep it."""
        line, entered = self.indexWidget(self.currentIndex()), self.window().focusWidget()
        if isinstance(line, EntryLine) and line.composing and entered is not None:
            self.inputMethodEvent(committing(line.composed))
            entered.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin elsewhere."""
        self._home = None
        super().mousePressEvent(event)
