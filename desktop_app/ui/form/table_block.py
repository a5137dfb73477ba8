"""A list of the draft in a form: the table, its buttons, what is wrong with it, and the rest of the chosen item."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at, with_value
from desktop_app.document.entries import text_fits
from desktop_app.document.extent import LONGEST_TEXT
from desktop_app.document.fields import Field
from desktop_app.document.nearest_days import near_in_row
from desktop_app.document.row_order import begun_row, in_order
from desktop_app.ui.editors.cell_block import Cell, copied
from desktop_app.ui.editors.editor import PAUSE
from desktop_app.ui.editors.rows_model import Mark, RowsModel
from desktop_app.ui.editors.rows_view import RowsView
from desktop_app.ui.form.field_row import FindingLines
from desktop_app.ui.form.findings import Finding, worst
from desktop_app.ui.form.form_acts import FormActs
from desktop_app.ui.form.layout import columns_of, details_of
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.form.table_columns import column_of, detail_row, width_of
from desktop_app.ui.form.table_tools import tool_buttons, wants_a_look
from desktop_app.ui.look import icon
from desktop_app.ui.plain import plain_label, plain_tip
from desktop_app.ui.scene import Scene

SOON = 0
WHILE_PRESSED = 50
"""Milliseconds until rows find their order, behind what the user is just doing: so long as a mouse button is held, later."""


class TableBlock(QWidget):
    """The list at an address; what its user does goes to the acts of the form."""

    def __init__(self, table: Field, scene: Scene, offer: Offer, acts: FormActs) -> None:
        super().__init__()
        self.path = table.path
        self._acts = acts
        self._scene = scene
        self._model = RowsModel([column_of(field, scene, offer, i) for i, field in enumerate(columns_of(table))], self._near)
        self._model.setParent(self)  # goes with the block, whatever its signals are connected with
        self.view = RowsView(self._model, scene.look)
        self.view.setAccessibleName(scene.words.label(table.path))
        self.view.setAccessibleDescription(scene.words.text(f"help.{table.key}"))
        self.view.setWhatsThis(plain_tip(scene.words.text(f"help.{table.key}")))
        self.view.fit_width(
            [width_of(field, column, self.view) for field, column in zip(columns_of(table), self._model.columns, strict=True)]
        )
        self._lines = FindingLines(scene.look)
        self._details = [detail_row(each, scene, offer) for each in details_of(table)]
        self._title = plain_label("", "group")
        self._title.hide()
        self._title.setContentsMargins(0, 8, 0, 0)
        self._state: tuple[Draft, Sequence[Finding]] = ({}, ())
        self._told: Sequence[Finding] = ()
        self._note: tuple[Finding, ...] = ()
        self._touched: QPersistentModelIndex | None = None
        self._acting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self._scene.words
        self._adder, self._remover = QPushButton(words.text("window.row.add")), QPushButton(words.text("window.row.remove"))
        self._adder.setIcon(icon("add", self._scene.look, "accent"))
        self._remover.setIcon(icon("remove", self._scene.look, "accent"))
        buttons = QHBoxLayout()
        for button in (self._adder, self._remover, *tool_buttons(self.path, words, self._acts.tool_asked.emit)):
            button.setProperty("role", "quiet")
            button.setAccessibleName(f"{self.view.accessibleName()} {button.text()}")
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 2)
        box.setSpacing(4)
        parts: tuple[QWidget, ...] = (self._lines, self._title, *self._details)
        box.addWidget(self.view)
        box.addLayout(buttons)
        for part in parts:
            box.addWidget(part)

    def _takes_elsewhere(self, at: Cell, grid: Sequence[Sequence[str]]) -> bool:
        """Have a pasted table looked at before it is taken, where that is needed; take none with a text too long."""
        if any(not text_fits(text) for texts in grid for text in texts):
            self._model.refused.emit(self._scene.words.text("window.too_long", most=LONGEST_TEXT))
            return True
        if not wants_a_look(self.path, [each.title for each in self._model.columns], at, grid):
            return False
        self._acts.table_pasted.emit(copied(grid))
        return True

    def _connect(self) -> None:
        model, view = self._model, self.view
        model.edited.connect(self._on_edited)
        model.rowsRemoved.connect(lambda: QTimer.singleShot(0, view, self._keep_keyboard))
        model.added.connect(self._on_added)
        model.taken.connect(lambda row: self._act(self._acts.removed, (*self.path, row)))
        model.replaced.connect(lambda items: self._act(self._acts.replaced, self.path, in_order(self.path, items)))
        self._adder.clicked.connect(self._begin_row)
        self._remover.clicked.connect(lambda: self._remove_rows(view.selected_rows()))
        view.takes_elsewhere = self._takes_elsewhere
        view.row_removal_asked.connect(self._remove_rows)
        view.cell_left.connect(self._on_cell_left)
        view.table_left.connect(self._put_in_order_soon)
        model.columns_lost.connect(lambda n: self._note_that(self._scene.words.text("window.table.columns_lost", n=n)))
        model.refused.connect(self._note_that)
        view.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        for row in self._details:
            row.edited.connect(self._acts.edited)
            row.left.connect(self._acts.left)

    def show_table(self, draft: Draft, findings: Sequence[Finding]) -> None:
        """Show the list of a draft and what is wrong with it; while something is typed, nothing that was not wrong before."""
        depth = len(self.path)
        self._state = (draft, [each for each in findings if each.path[:depth] == self.path])
        if not self._acting:
            self._touched, self._note = None, ()
        self._show()

    def _keep_keyboard(self) -> None:
        """Take the keyboard when a cell that was typed in has gone with its row."""
        if self.view.isVisible() and QApplication.focusWidget() is None:
            self.view.setFocus()

    def _show(self) -> None:
        draft, mine = self._state
        depth = len(self.path)
        self._told = [each for each in mine if each in self._told] if self._pause.isActive() else mine
        here: dict[Path, list[Finding]] = {}
        for each in self._told:
            here.setdefault(each.path[depth:], []).append(each)
        marks = {at: Mark(worst(those), "\n".join(each.sentence for each in those)) for at, those in here.items()}
        self._model.show_items(value_at(draft, self.path), marks, begun_row(self.path, draft))
        self._box.activate()  # else the buttons lie over a row that was just added until the next event
        below = {str(row.path[-1]) for row in self._details}
        self._lines.show_findings([*self._note, *(each for each in self._told if str(each.path[-1]) not in below)])
        if not self._model.items and self._remover.hasFocus():
            self._adder.setFocus()  # else the keyboard goes on to whatever comes behind the table
        self._remover.setEnabled(bool(self._model.items))
        self._show_details()

    def _tell(self) -> None:
        """Say all that is wrong, for what was typed is taken to be meant."""
        self._pause.stop()
        self._show()

    def _show_details(self) -> None:
        """Show what the table has no column for, of the chosen item or the only one."""
        if not self._details:
            return
        draft, findings = self._state
        count = len(self._model.items)
        chosen = min(max(self.view.currentIndex().row(), 0), count - 1)
        self._title.setVisible(count > 0)
        self._title.setText(self._scene.words.text("window.row.details", row=chosen + 1))
        for row in self._details:
            row.path = (*self.path, chosen, row.path[-1])
            row.setVisible(count > 0)
            row.show_field(value_at(draft, row.path), [each for each in findings if each.path == row.path])

    def reveal(self, path: Path) -> None:
        """Put the keyboard on the cell, or the row below the table, at an address of this list."""
        below = path[len(self.path) :]
        row = below[0] if below and isinstance(below[0], int) else 0
        names, name = self._model.names, str(below[1]) if len(below) > 1 else ""
        self.view.select_cell(row, names.index(name) if name in names else self._model.first_column())
        for detail in self._details:
            if detail.path[-1] == name:
                detail.editor.take_focus()

    def _near(self, items: Sequence[Any], row: int, name: str) -> date:
        draft = with_value(self._state[0], self.path, list(items))
        return near_in_row(draft, (*self.path, row, name), self._scene.today)

    def _act(self, signal: SignalInstance, *what: object) -> None:
        """Emit what the user does."""
        self._acting, self._note = True, ()
        signal.emit(*what)
        self._acting = False

    def _on_edited(self, below: Path, raw: Any) -> None:
        self._type_in(int(below[0]))
        self._act(self._acts.edited, (*self.path, *below), raw)

    def _on_added(self, items: list[Any]) -> None:
        row = len(self._model.items)
        self._type_in(row)
        self._act(self._acts.inserted, (*self.path, row), items)

    def _type_in(self, row: int) -> None:
        self._pause.start()
        self._touched = QPersistentModelIndex(self._model.index(row, 0))

    def _on_cell_left(self) -> None:
        self._acts.left.emit()
        self._tell()
        self._put_in_order_soon()

    def _on_row_chosen(self) -> None:
        self._show_details()
        self._put_in_order_soon()

    def _put_in_order_soon(self) -> None:
        if self._touched is not None:
            QTimer.singleShot(SOON, self, self._put_in_order)

    def _put_in_order(self) -> None:
        """Have the rows find their order once the one that was typed in is left, its act and this being one."""
        if self._touched is None or (self.view.has_keyboard() and self.view.currentIndex().row() == self._touched.row()):
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(WHILE_PRESSED, self, self._put_in_order)
            return
        self._touched = None
        ordered = in_order(self.path, self._model.items)
        if list(map(id, ordered)) != list(map(id, self._model.items)):
            self._act(self._acts.replaced, self.path, ordered)

    def _note_that(self, sentence: str) -> None:
        self._note = (Finding("warning", self.path, sentence),)
        self._show()

    def _begin_row(self) -> None:
        self.view.select_cell(len(self._model.items), 0)
        self.view.edit(self.view.currentIndex())

    def _remove_rows(self, rows: Sequence[int]) -> None:
        if len(rows) == 1:
            self._act(self._acts.removed, (*self.path, rows[0]))
        elif rows:
            self._act(self._acts.replaced, self.path, [item for i, item in enumerate(self._model.items) if i not in set(rows)])
