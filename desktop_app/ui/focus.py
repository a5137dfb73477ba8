"""Where the keyboard is, told so that it can be found again in views that were built anew."""

from typing import NamedTuple

from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from desktop_app.calculation.step import Path
from desktop_app.ui.form.field_row import FieldRow

IN_SIGHT = -1
"""The place of the page in sight among pages of which others may not be there yet."""


class Spot(NamedTuple):
    """The field, where the keyboard is in one; else the way down to it, as places among the children, and the cell in a table."""

    field: Path
    way: tuple[int, ...] = ()
    cell: tuple[int, int] | None = None


def spot_in(root: QWidget) -> Spot | None:
    """Return where below `root` the keyboard is, or was last; None where it is nowhere there."""
    widget: QWidget | None = root.focusWidget()
    cell: tuple[int, int] | None = None
    way: list[int] = []
    while widget is not None and widget is not root:
        if isinstance(widget, FieldRow):
            return Spot(widget.path)
        if isinstance(widget, QAbstractItemView):
            way, cell = [], (widget.currentIndex().row(), widget.currentIndex().column())
        way.insert(0, _place(widget))
        widget = widget.parentWidget()
    return Spot((), tuple(way), cell) if way else None


def _place(widget: QWidget) -> int:
    above = widget.parentWidget()
    return IN_SIGHT if above is None or isinstance(above, QStackedWidget) else _below(above).index(widget)


def _below(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.children() if isinstance(each, QWidget)]


def focus_at(root: QWidget, spot: Spot) -> bool:
    """Put the keyboard at the end of a way down from `root`; return whether there is anything."""
    found: QWidget | None = root
    for place in spot.way:
        if found is None:
            return False
        below = _below(found)
        found = found.currentWidget() if isinstance(found, QStackedWidget) else below[place] if place < len(below) else None
    if found is None:
        return False
    if isinstance(found, QAbstractItemView) and spot.cell is not None and found.model() is not None:
        found.setCurrentIndex(found.model().index(*spot.cell))
    found.setFocus()
    return True
