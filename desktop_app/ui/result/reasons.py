"""The reasons of one figure: a tree of sentences with their numbers and articles, from which a field can be gone to."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.ui.look import Look
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.reason_model import REASON, ReasonModel
from desktop_app.ui.scene import Scene
from desktop_app.wording.reasons import Reason

Index = QModelIndex | QPersistentModelIndex
INDENT = 20
PAD, GAP = 5, 10
OPEN_DEPTH = 2
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Piece(NamedTuple):
    """A text of a line's head, and where it stands."""

    text: str
    colour: str
    font: QFont
    place: QRect


class ReasonDelegate(QStyledItemDelegate):
    """Draws a line: what it is, its value and its article, the sentence below, an assumption in its colour."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the wrapped texts need in the view's width."""
        reason: Reason = index.data(REASON)
        width = self._width(index)
        height = self._head(reason, width)[-1].place.bottom() + 1
        if reason.sentence:
            height += self._view.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), WRAP, reason.sentence).height()
        return QSize(width, height + 2 * PAD)

    def _width(self, index: Index) -> int:
        depth = 0
        above = index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(self._view.viewport().width() - INDENT * (depth + 1) - 2 * PAD, 80)

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
            room = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, text).size()
            if left and text and left + room.width() > width:
                left, top = 0, pieces[-1].place.bottom() + 1
            pieces.append(Piece(text, colour, font, QRect(left, top, width - left, max(room.height(), 1))))
            left += room.width() + GAP if text else 0
        return [each for each in pieces if each.text] or pieces[:1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line of the derivation."""
        reason: Reason = index.data(REASON)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._look.colour("accent_soft"))
        area = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        head = self._head(reason, self._width(index))
        for piece in head:
            painter.setFont(piece.font)
            painter.setPen(self._look.colour(piece.colour))
            painter.drawText(piece.place.translated(area.topLeft()), WRAP, piece.text)
        if reason.sentence:
            painter.setFont(self._view.font())
            painter.setPen(self._look.colour("muted"))
            painter.drawText(area.adjusted(0, head[-1].place.bottom() + 1, 0, 0), WRAP, reason.sentence)
        painter.restore()


class ReasonTree(QTreeView):
    """The tree; Enter or a double click on a line goes to the field that it came from."""

    field_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._model = ReasonModel()
        self.setModel(self._model)
        self.setItemDelegate(ReasonDelegate(scene.look, self))
        self.setAccessibleName(scene.words.text("window.reasons"))
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._go)

    def show_reason(self, reason: Reason | None) -> None:
        """Show a derivation, its first lines open."""
        self._model.show_reason(reason)
        self.expandToDepth(OPEN_DEPTH - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the field on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        path: Path = index.data(REASON).path if index.isValid() else ()
        if path:
            self.field_asked.emit(path)


class ReasonsPage(QWidget):
    """The question, and the tree that answers it."""

    field_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._words = scene.words
        self._shown: Reason | None = None
        self._question = plain_label("", "title", wrapped=True)
        self._hint = plain_label(scene.words.text("window.reasons.hint"), "help", wrapped=True)
        self._tree = ReasonTree(scene)
        self._tree.field_asked.connect(self.field_asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 0, 0)
        for part in (self._question, self._hint, self._tree):
            box.addWidget(part)

    def show_reason(self, reason: Reason | None) -> None:
        """Show why a figure is so, or how to ask."""
        if reason is None:
            self._question.setText(self._words.text("window.reasons.none"))
        else:
            key = "unknown" if reason.value == self._words.text("value.unknown") else "why"
            self._question.setText(self._words.text(f"window.reasons.{key}", figure=reason.label, value=reason.value))
        if reason != self._shown:
            self._shown = reason
            self._tree.show_reason(reason)

    def take_focus(self) -> None:
        """Put the keyboard into the tree."""
        self._tree.setFocus()
