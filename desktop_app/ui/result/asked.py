"""A figure whose menu is wanted, by the mouse or by the keyboard."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from desktop_app.calculation.step import Path


class Asked(NamedTuple):
    """A figure whose menu is wanted: its place in the statement (empty: none), its text as it stands there, and where."""

    path: Path
    text: str
    at: QPoint


def menu_wanted(event: QKeyEvent) -> QContextMenuEvent | None:
    """Return what the key for menus is told as, for Shift+F10, which not every windowing system takes for it; else None."""
    if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
        return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    return None
