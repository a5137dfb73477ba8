"""Texts on the screen that are never read as markup: labels and tool tips."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def plain_label(text: str = "", role: str = "", *, wrapped: bool = False) -> QLabel:
    """Return a label that shows `text` as it is; the style sheet knows it by its role."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    label.setWordWrap(wrapped)
    if wrapped:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def plain_tip(text: str) -> str:
    """Return `text` as a tool tip, which Qt would otherwise read as markup where it looks like some.

    >>> plain_tip("<img src=x>")
    '<qt>&lt;img src=x&gt;</qt>'
    """
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if text else ""


def show_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
