"""The columns of a table in a form: titles, widths, how their cells are read and written; and the rows below for the rest."""

from PySide6.QtWidgets import QWidget

from desktop_app.document.fields import Field, Kind
from desktop_app.ui.editors.rows_model import Column
from desktop_app.ui.editors.writing import cell_writing_of
from desktop_app.ui.form.field_editors import editor_for, label_of, names_of
from desktop_app.ui.form.field_row import FieldRow
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.scene import Scene

SAMPLES = {
    Kind.MOMENT: "2024/12/31 23:59",
    Kind.DAY: "2024/12/31",
    Kind.COUNT: "100,000,000",
    Kind.PRICE: "100,000.00",
    Kind.AMOUNT: "10,000,000",
    Kind.TEXT: "予定の見込み",
}
"""What a column of each kind has to have room for."""
PADDING = 16


def detail_row(field: Field, scene: Scene, offer: Offer) -> FieldRow:
    """Return the row below a table for what has no column."""
    tip = scene.words.text(f"help.{field.key}")
    row = FieldRow(field.path, label_of(field, scene.words), editor_for(field, scene, offer), scene.look, tip)
    row.editor.show_name(scene.words.label(field.path))
    return row


def title_of(field: Field, scene: Scene) -> str:
    """Return the title of a column: shorter than the label, which has to say the table too."""
    key = f"window.column.{field.key}"
    return scene.words.text(key) if scene.words.has(key) else scene.words.label(field.path)


def width_of(field: Field, column: Column, view: QWidget) -> int:
    """Return the room that a column needs: for its title, and for the longest of what stands in it as a rule."""
    texts = (column.title, *(column.names.values() or (SAMPLES[field.kind],)))
    return max(view.fontMetrics().horizontalAdvance(text) for text in texts) + PADDING


def column_of(field: Field, scene: Scene, offer: Offer, place: int) -> Column:
    """Return a column of a table, at its place."""
    return Column(
        str(field.path[-1]),
        title_of(field, scene),
        cell_writing_of(field.kind, scene, field.key),
        names_of(field, scene, offer) if field.kind is Kind.CHOICE else {},
        digits=field.kind in {Kind.AMOUNT, Kind.PRICE, Kind.COUNT},
        hint=scene.words.text("window.row.hint") if place == 0 else "",
    )
