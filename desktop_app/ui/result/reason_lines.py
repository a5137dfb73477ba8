"""A line of the tree of reasons, laid out and drawn: what it is, its value and its article, the sentence below."""

from functools import lru_cache
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop_app.ui.look import Look
from desktop_app.ui.plain import laid_out
from desktop_app.ui.result.reason_model import REASON, ReasonModel
from desktop_app.wording.reasons import Reason

Index = QModelIndex | QPersistentModelIndex
INDENT = 20
PAD, GAP = 5, 10


class Piece(NamedTuple):
    """A text of a line, as `laid_out` makes it, and where it stands."""

    text: Any
    colour: str
    font: QFont
    at: QPoint


class Placed(NamedTuple):
    """A line of the tree laid out: its head, its sentence below that, and how high all of it is."""

    pieces: tuple[Piece, ...]
    height: int


class ReasonDelegate(QStyledItemDelegate):
    """Draws a line: what it is, its value and its article, the sentence below, an assumption in its colour."""

    def __init__(self, look: Look, view: QTreeView, model: ReasonModel) -> None:
        super().__init__(view)
        self._look, self._model = look, model
        self._view = view
        self._placed = lru_cache(maxsize=512)(self._lay_out)
        self._text = lru_cache(maxsize=1024)(self._head_text)

    def use_font(self) -> None:
        """Lay everything out anew, for the view has another font."""
        self._placed.cache_clear()
        self._text.cache_clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the wrapped texts need in the view's width."""
        width = self._width(index)
        return QSize(width, self._placed(index.data(REASON), width).height + 2 * PAD)

    def _width(self, index: Index) -> int:
        return max(self._view.viewport().width() - INDENT * (self._model.depth(index) + 1) - 2 * PAD, 80)

    def _lay_out(self, reason: Reason, width: int) -> Placed:
        pieces, height = self._head(reason, width)
        if reason.sentence:
            text = laid_out(reason.sentence, self._view.font(), width)
            pieces.append(Piece(text, "muted", self._view.font(), QPoint(0, height)))
            height += ceil(text.size().height())
        return Placed(tuple(pieces), height)

    def _head(self, reason: Reason, width: int) -> tuple[list[Piece], int]:
        """Return label, value and article beside one another, on a new line what has no room, and how high that is."""
        texts = (
            (reason.label, False, "text"),
            (reason.value, True, "text"),
            (reason.article, False, "warning" if reason.assumption else "accent"),
        )
        pieces: list[Piece] = []
        left = top = bottom = 0
        for words, is_bold, colour in texts:
            if words:
                text = self._text(words, width, is_bold)
                if left and left + text.size().width() > width:
                    left, top = 0, bottom
                pieces.append(Piece(text, colour, self._font(is_bold=is_bold), QPoint(left, top)))
                left += ceil(text.size().width()) + GAP
                bottom = max(bottom, top + ceil(text.size().height()))
        return pieces, bottom

    def _font(self, *, is_bold: bool) -> QFont:
        font = QFont(self._view.font())
        font.setBold(is_bold)
        return font

    def _head_text(self, text: str, width: int, is_bold: bool) -> Any:  # noqa: FBT001 - as it is looked up
        """Return a text laid out in one line, or in several where it is wider than there is room."""
        font = self._font(is_bold=is_bold)
        found = laid_out(text, font)
        return laid_out(text, font, width) if found.size().width() > width else found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line of the derivation."""
        reason: Reason = index.data(REASON)
        placed = self._placed(reason, self._width(index))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._look.colour("accent_soft"))
        corner = option.rect.topLeft() + QPoint(PAD, PAD)
        for piece in placed.pieces:
            painter.setFont(piece.font)
            painter.setPen(self._look.colour(piece.colour))
            painter.drawStaticText(corner + piece.at, piece.text)
        painter.restore()
