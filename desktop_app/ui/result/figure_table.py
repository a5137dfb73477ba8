"""A table of figures to read: digits aligned, sums set off, every cell to be asked why."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.calculation.step import Path
from desktop_app.ui.look import Look
from desktop_app.ui.result.asked import Asked, menu_wanted
from desktop_app.ui.result.figure_columns import STYLES, ColumnPlace, Columns, columns_of, measure, of_digits, sized
from desktop_app.ui.result.figure_model import RIGHT, FigureModel
from desktop_app.ui.result.pinned_table import PinnedTable
from desktop_app.ui.result.sheets import Sheet
from desktop_app.ui.result.title_row import TitleRow

Line = tuple[int, QRect]
"""A row and its place on the screen."""
ROW_HEIGHT, TITLE_HEIGHT = 27, 32
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FigureTable(PinnedTable):
    """A sheet on the screen; `chosen` when a figure is looked at, `asked` when it is asked why, `menu_asked` for its menu.

    It draws its cells itself: with a delegate, a month table of three years took longer than the calculation behind it.
    """

    chosen = Signal(object)
    asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, name: str, look: Look) -> None:
        self._look = look
        self._model = FigureModel()
        self._columns = Columns(STYLES[0], ())
        super().__init__(self._model)
        self._titles = TitleRow(look, self._model, self.places, self.middle)
        self.setHorizontalHeader(self._titles)
        self.setProperty("role", "sheet")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._set_heights()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._ask)

    def _set_heights(self) -> None:
        self._titles.face = sized(self.font(), self._columns.style)
        height = QFontMetrics(self._titles.face).height()
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, height + 6))
        self._titles.setFixedHeight(max(TITLE_HEIGHT, height + 10))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet, its columns as wide as they need, what is left shared among them."""
        if sheet != self._model.sheet:
            self._model.show_sheet(sheet)
            self._fit()
            if self._pinned:
                self.viewport().update()  # Qt does not know where the columns are that stay

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        self._fit()
        self.pin()

    def changeEvent(self, event: QEvent) -> None:
        """Share the width out anew for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_titles"):
            self._set_heights()
            self._fit()

    def _fit(self) -> None:
        columns = columns_of(self._model.sheet, self.font(), self._look.size, self.viewport().width())
        if columns != self._columns:
            self._columns = columns
            self._set_heights()  # with which a scroll bar may come, and other widths
            self._titles.viewport().update()
            for i, width in enumerate(self._columns.widths):
                self.setColumnHidden(i, not width)
                if width:
                    self.setColumnWidth(i, width)
            self.pin()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells that are to be drawn anew: selection, texts, a line under each row, a heavy one over sums."""
        painter, drawn, middle = QPainter(self.viewport()), event.region(), self.middle()
        painter.fillRect(event.rect(), self._look.colour("window"))
        places = [each for each in self.places() if drawn.intersects(QRect(each.left, 0, each.width, self.height()))]
        lines = [(row, self._line_of(row)) for row in self._rows_in(event.rect())]
        lines = [each for each in lines if drawn.intersects(each[1])]
        for pinned in (True, False) if self._pinned else (False,):
            if self._pinned and not pinned:
                painter.setClipRect(middle)
            part = [each for each in places if each.pinned is pinned]
            self._paint_selection(painter, part)
            self._paint_texts(painter, lines, [each for each in part if each.told])
            self._paint_current(painter, pinned=pinned)
        painter.setClipping(False)
        self._paint_rules(painter, lines)
        self._paint_edges(painter)

    def _paint_texts(self, painter: QPainter, lines: Sequence[Line], places: Sequence[ColumnPlace]) -> None:
        fonts = [sized(self.font(), self._columns.style, strong=strong) for strong in (False, True)]
        metrics, measures = QFontMetrics(fonts[0]), [measure(fonts[0].toString(), strong=strong) for strong in (False, True)]
        faces = [(font, of_digits(font)) for font in fonts]
        base = (metrics.ascent() - metrics.descent()) // 2
        painter.setPen(self._look.colour("text"))
        used = None
        for row, line in lines:
            middle, cells = line.top() + line.height() // 2, self._model.sheet.rows[row]
            strong = cells[0].strong
            width_of = measures[strong].width
            for place in places:
                text = cells[place.column].text
                if text:
                    face = faces[strong][place.digits and text[-1].isdigit()]
                    if face is not used:
                        painter.setFont(face)
                        used = face
                    painter.drawText(place.start_of(text, width_of), middle + base, text)

    def _line_of(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.width(), self.rowHeight(row))

    def _paint_rules(self, painter: QPainter, lines: Sequence[Line]) -> None:
        left, length = -self._titles.offset(), self._titles.length()
        thin, heavy = self._look.colour("border"), self._look.colour("text")
        for row, line in lines:
            painter.fillRect(left, line.bottom(), length, 1, thin)
            if self._model.sheet.rows[row][0].strong:
                painter.fillRect(left, line.top(), length, 1, heavy)

    def _paint_edges(self, painter: QPainter) -> None:
        """Draw a line where columns go on under those that stay."""
        bar, middle = self.horizontalScrollBar(), self.middle()
        painter.setPen(self._look.colour("border_strong"))
        if self._pinned and bar.value() > bar.minimum():
            painter.drawLine(middle.topLeft(), middle.bottomLeft())
        if self._pinned and bar.value() < bar.maximum():
            painter.drawLine(middle.topRight(), middle.bottomRight())

    def _rows_in(self, place: QRect) -> range:
        first, last, count = self.rowAt(place.top()), self.rowAt(place.bottom()), len(self._model.sheet.rows)
        return range(0) if first < 0 else range(first, count if last < 0 else last + 1)

    def places(self) -> Iterator[ColumnPlace]:
        """Yield where the columns are on the screen."""
        for column, width in enumerate(self._columns.widths):
            if width:
                digits, pinned = self._model.alignment(column) == RIGHT, self.is_pinned(column)
                left, told = self.left_of(column), self.is_whole(column)
                yield ColumnPlace(column, left, width, self._columns.style.pad, digits, pinned, told)

    def _paint_selection(self, painter: QPainter, places: Sequence[ColumnPlace]) -> None:
        selection = self.selectionModel().selection()
        for each in (selection.at(i) for i in range(selection.count())):
            first, last = self._line_of(each.top()), self._line_of(each.bottom())
            for place in places:
                if each.left() <= place.column <= each.right():
                    there = QRect(place.left, first.top(), place.width, last.bottom() - first.top() + 1)
                    painter.fillRect(there, self._look.colour("accent_soft"))

    def _paint_current(self, painter: QPainter, *, pinned: bool) -> None:
        """Draw a ring round the cell that the keyboard is at."""
        if self.hasFocus() and self.currentIndex().isValid() and self.is_pinned(self.currentIndex().column()) is pinned:
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask why on Enter, copy on the keys for that."""
        menu = menu_wanted(event)
        if event.key() in ENTER:
            self._ask(self.currentIndex())
        elif menu is not None:
            self.contextMenuEvent(menu)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell that is pointed at, or that the keyboard is at."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_keys else event.globalPos()
            self.menu_asked.emit(Asked(self._path(index), self._selected_text() or self._model.cell(index).text, at))

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

    def _selected_text(self) -> str:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(self._model.cell(index).text)
        return "\n".join("\t".join(row) for row in rows.values())
