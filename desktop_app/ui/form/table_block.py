"""A list of the draft in a form: the table, its buttons, what is wrong with it, and the rest of the chosen item."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.fields import Field, Kind
from desktop_app.ui.editors.rows_model import Column, Mark, RowsModel
from desktop_app.ui.editors.rows_view import RowsView
from desktop_app.ui.editors.writing import cell_writing_of
from desktop_app.ui.form.field_editors import Offer, editor_for, label_of, names_of
from desktop_app.ui.form.field_row import FieldRow, FindingLines
from desktop_app.ui.form.findings import Finding, worst
from desktop_app.ui.form.layout import columns_of, details_of
from desktop_app.ui.look import icon
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene

WIDTHS = {Kind.MOMENT: 128, Kind.DAY: 90, Kind.COUNT: 84, Kind.PRICE: 84, Kind.AMOUNT: 80, Kind.CHOICE: 106, Kind.TEXT: 90}


class TableBlock(QWidget):
    """The list at an address; its signals are its user's acts."""

    edited = Signal(object, object)
    inserted = Signal(object, object)
    removed = Signal(object)
    replaced = Signal(object, object)
    left = Signal()

    def __init__(self, table: Field, scene: Scene, offer: Offer) -> None:
        super().__init__()
        self.path = table.path
        self._scene = scene
        self._model = RowsModel([_column(field, scene, offer, i) for i, field in enumerate(columns_of(table))])
        self.view = RowsView(self._model, scene.look)
        self.view.setAccessibleName(scene.words.label(table.path))
        self.view.fit_width([WIDTHS[field.kind] for field in columns_of(table)])
        self._lines = FindingLines(scene.look)
        self._details = [_detail(each, scene, offer) for each in details_of(table)]
        self._title = plain_label("", "group")
        self._title.hide()
        self._title.setContentsMargins(0, 8, 0, 0)
        self._state: tuple[Draft, Sequence[Finding]] = ({}, ())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self._scene.words
        self._adder, self._remover = QPushButton(words.text("window.row.add")), QPushButton(words.text("window.row.remove"))
        self._adder.setIcon(icon("add", self._scene.look, "accent"))
        self._remover.setIcon(icon("remove", self._scene.look, "accent"))
        buttons = QHBoxLayout()
        for button in (self._adder, self._remover):
            button.setProperty("role", "quiet")
            button.setAccessibleName(f"{self.view.accessibleName()} {button.text()}")
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 2)
        box.setSpacing(4)
        parts: tuple[QWidget, ...] = (self._lines, self._title, *self._details)
        box.addWidget(self.view)
        box.addLayout(buttons)
        for part in parts:
            box.addWidget(part)

    def _connect(self) -> None:
        self._model.edited.connect(self._on_edited)
        self._model.added.connect(self._on_added)
        self._model.replaced.connect(self._on_replaced)
        self._adder.clicked.connect(self._begin_row)
        self._remover.clicked.connect(self._remove_chosen)
        self.view.row_removal_asked.connect(self._remove_rows)
        self.view.selectionModel().currentRowChanged.connect(self._show_details)
        for row in self._details:
            row.edited.connect(self.edited)
            row.left.connect(self.left)

    def show_table(self, draft: Draft, findings: Sequence[Finding]) -> None:
        """Show the list of a draft and what is wrong with it."""
        depth = len(self.path)
        mine = [each for each in findings if each.path[:depth] == self.path]
        marks: dict[Path, Mark] = {}
        for address in {each.path[depth:] for each in mine}:
            here = [each for each in mine if each.path[depth:] == address]
            marks[address] = Mark(worst(here), "\n".join(each.sentence for each in here))
        self._state = (draft, mine)
        self._model.show_items(value_at(draft, self.path), marks)
        below = {str(row.path[-1]) for row in self._details}
        self._lines.show_findings([each for each in mine if str(each.path[-1]) not in below])
        self._remover.setEnabled(bool(self._model.items))
        self._show_details()

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
        names = [column.name for column in self._model.columns]
        name = below[1] if len(below) > 1 else names[0]
        self.view.select_cell(row, names.index(str(name)) if name in names else 0)
        for detail in self._details:
            if detail.path[-1] == name:
                detail.editor.take_focus()

    def _on_edited(self, below: Path, raw: Any) -> None:
        self.edited.emit((*self.path, *below), raw)
        self.left.emit()

    def _on_added(self, items: list[Any]) -> None:
        self.inserted.emit((*self.path, len(self._model.items)), items)

    def _on_replaced(self, items: list[Any]) -> None:
        self.replaced.emit(self.path, items)

    def _begin_row(self) -> None:
        self.view.select_cell(len(self._model.items), 0)
        self.view.edit(self.view.currentIndex())

    def _remove_chosen(self) -> None:
        self._remove_rows(self.view.selected_rows())

    def _remove_rows(self, rows: Sequence[int]) -> None:
        if len(rows) == 1:
            self.removed.emit((*self.path, rows[0]))
        elif rows:
            self.replaced.emit(self.path, [item for i, item in enumerate(self._model.items) if i not in rows])


def _detail(field: Field, scene: Scene, offer: Offer) -> FieldRow:
    tip = scene.words.text(f"help.{field.key}")
    row = FieldRow(field.path, label_of(field, scene.words), editor_for(field, scene, offer), scene.look, tip)
    row.editor.show_name(scene.words.label(field.path))
    return row


def _title(field: Field, scene: Scene) -> str:
    """Return the title of a column: shorter than the label, which has to say the table too."""
    key = f"window.column.{field.key}"
    return scene.words.text(key) if scene.words.has(key) else scene.words.label(field.path)


def _column(field: Field, scene: Scene, offer: Offer, place: int) -> Column:
    return Column(
        str(field.path[-1]),
        _title(field, scene),
        cell_writing_of(field.kind, scene),
        names_of(field, scene, offer) if field.kind is Kind.CHOICE else {},
        digits=field.kind in {Kind.AMOUNT, Kind.PRICE, Kind.COUNT},
        hint=scene.words.text("window.row.hint") if place == 0 else "",
    )
