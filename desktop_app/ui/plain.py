"""Texts on the screen that are never read as markup: labels and tool tips."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QStaticText

AS_IT_IS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})
"""How a text is written that is shown as it is where markup is read."""
LINE_SEPARATOR = "\u2028"
"""A new line in a text that is laid out as one paragraph."""


def plain_label(text: str = "", role: str = "", *, wrapped: bool = False) -> QLabel:
    """Return a label that shows `text` as it is; the style sheet knows it by its role."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    label.setIndent(0)
    label.setWordWrap(wrapped)
    if wrapped:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


class ElidedLabel(QLabel):
    """A plain label of one line that ends in three dots where it has no room."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        place = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        QPainter(self).drawText(place, int(self.alignment()), shown)


def laid_out(text: str, font: QFont, width: int | None = None) -> "QStaticText":
    """Return a text that can be drawn again and again as it is; with a width wrapped where it has no room."""
    from PySide6.QtGui import QStaticText, QTextOption  # noqa: PLC0415 - nothing of the first picture is

    made = QStaticText(text.replace("\n", LINE_SEPARATOR))
    made.setTextFormat(Qt.TextFormat.PlainText)
    if width is not None:
        wrapped = QTextOption()
        wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
        made.setTextOption(wrapped)
        made.setTextWidth(width)
    made.prepare(font=font)
    return made


def standing_alone(text: str) -> str:
    """Return words that can stand in a sentence as they stand on a button, in a list: with a capital where there is one.

    >>> standing_alone("rounded down"), standing_alone("切捨て")
    ('Rounded down', '切捨て')
    """
    return text[:1].upper() + text[1:]


def plain_tip(text: str) -> str:
    """Return `text` as a tool tip, which Qt would otherwise read as markup where it looks like some.

    >>> plain_tip("<img src=x>")
    '<qt>&lt;img src=x&gt;</qt>'
    """
    return f"<qt>{text.translate(AS_IT_IS)}</qt>" if text else ""


def show_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            return  # it will be, by what it says now
        widget.style().unpolish(widget)
        widget.style().polish(widget)
