"""A line of the tree of reasons, laid out and drawn: what it is, its value and its article, the sentence below."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop_app.ui.look import Look
from desktop_app.ui.result.reason_model import REASON
from desktop_app.wording.reasons import Reason

Index = QModelIndex | QPersistentModelIndex
INDENT = 20
PAD, GAP = 5, 10
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Piece(NamedTuple):
    """A text of a line's head, and where it stands."""

    text: str
    colour: str
    font: QFont
    place: QRect


class Placed(NamedTuple):
    """A line of the tree laid out: the pieces of its head, where its sentence begins, how high all of it is."""

    head: tuple[Piece, ...]
    sentence_top: int
    height: int


class ReasonDelegate(QStyledItemDelegate):
    """Draws a line: what it is, its value and its article, the sentence below, an assumption in its colour."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._placed = lru_cache(maxsize=512)(self._lay_out)
        self._room = lru_cache(maxsize=1024)(self._room_for)

    def use_font(self) -> None:
        """Lay everything out anew, for the view has another font."""
        self._placed.cache_clear()
        self._room.cache_clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the wrapped texts need in the view's width."""
        width = self._width(index)
        return QSize(width, self._placed(index.data(REASON), width).height + 2 * PAD)

    def _width(self, index: Index) -> int:
        depth = 0
        above = index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(self._view.viewport().width() - INDENT * (depth + 1) - 2 * PAD, 80)

    def _lay_out(self, reason: Reason, width: int) -> Placed:
        head = self._head(reason, width)
        top = head[-1].place.bottom() + 1
        sentence = QRect(0, 0, width, 10_000)
        below = self._view.fontMetrics().boundingRect(sentence, WRAP, reason.sentence).height() if reason.sentence else 0
        return Placed(tuple(head), top, top + below)

    def _head(self, reason: Reason, width: int) -> list[Piece]:
        """Return label, value and article beside one another, on a new line what has no room."""
        plain, bold = self._view.font(), QFont(self._view.font())
        bold.setBold(True)
        texts = (
            (reason.label, plain, "text"),
            (reason.value, bold, "text"),
            (reason.article, plain, "warning" if reason.assumption else "accent"),
        )
        pieces: list[Piece] = []
        left = top = 0
        for text, font, colour in texts:
            room = self._room(text, width, font is bold)
            if left and text and left + room.width() > width:
                left, top = 0, pieces[-1].place.bottom() + 1
            pieces.append(Piece(text, colour, font, QRect(left, top, width - left, max(room.height(), 1))))
            left += room.width() + GAP if text else 0
        return [each for each in pieces if each.text] or pieces[:1]

    def _room_for(self, text: str, width: int, bold: bool) -> QSize:  # noqa: FBT001 - as it is looked up
        font = QFont(self._view.font())
        font.setBold(bold)
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, text).size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line of the derivation."""
        reason: Reason = index.data(REASON)
        placed = self._placed(reason, self._width(index))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._look.colour("accent_soft"))
        area = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        for piece in placed.head:
            painter.setFont(piece.font)
            painter.setPen(self._look.colour(piece.colour))
            painter.drawText(piece.place.translated(area.topLeft()), WRAP, piece.text)
        if reason.sentence:
            painter.setFont(self._view.font())
            painter.setPen(self._look.colour("muted"))
            painter.drawText(area.adjusted(0, placed.sentence_top, 0, 0), WRAP, reason.sentence)
        painter.restore()
