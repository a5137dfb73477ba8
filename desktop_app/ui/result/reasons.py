"""The reasons of one figure: a tree of sentences with their numbers and articles, from which a field can be gone to."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop_app.calculation.step import Path, Step
from desktop_app.ui.look import Look
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.reason_model import REASON, ReasonModel
from desktop_app.ui.scene import Scene
from desktop_app.wording.reasons import Reason, label, value_text

Index = QModelIndex | QPersistentModelIndex
INDENT = 20
MARGIN, SPACE, LEAST_WIDTH = (10, 8), 6, 160
PAD, GAP = 5, 10
MOST_OPENED = 12
"""A line that has more below it is not opened before somebody does: its sentence has all of them."""
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

    def use_font(self) -> None:
        """Lay everything out anew, for the view has another font."""
        self._placed.cache_clear()

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
            room = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, text).size()
            if left and text and left + room.width() > width:
                left, top = 0, pieces[-1].place.bottom() + 1
            pieces.append(Piece(text, colour, font, QRect(left, top, width - left, max(room.height(), 1))))
            left += room.width() + GAP if text else 0
        return [each for each in pieces if each.text] or pieces[:1]

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


class ReasonTree(QTreeView):
    """The tree; Enter or a double click on a line goes to the field that it came from."""

    field_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._model = ReasonModel(scene.words)
        self._delegate = ReasonDelegate(scene.look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(scene.words.text("window.reasons"))
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._go)

    def show_step(self, step: Step[Any]) -> None:
        """Show why a figure is so: of another figure the first lines open, of the same one what was open before."""
        self.scheduleDelayedItemsLayout()  # once for all lines that change
        if self._model.show_step(step):
            self._open_first()

    def _open_first(self) -> None:
        """Open the first line, and those below it that do not bring many more."""
        root = self._model.index(0, 0)
        self.expand(root)
        for below in [self._model.index(row, 0, root) for row in range(self._model.rowCount(root))]:
            if self._model.count_below(below) <= MOST_OPENED:
                self.expand(below)

    def show_lines(self, heading: Reason, lines: Sequence[Reason]) -> None:
        """Show lines under a heading."""
        self._model.show_lines(heading, lines)
        self.expandAll()

    def show_nothing(self) -> None:
        """Show no line."""
        self._model.show_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Wrap the sentences anew in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.use_font()
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
        self._shown: object = None
        self._question = plain_label("", "title", wrapped=True)
        self._hint = plain_label(scene.words.text("window.reasons.hint"), "help", wrapped=True)
        self._tree = ReasonTree(scene)
        self._tree.field_asked.connect(self.field_asked)
        for part in (self._question, self._hint, self._tree):
            part.setParent(self)
        self.show_nothing()

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(LEAST_WIDTH, 6 * self._tree.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parts their places."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Give the parts other places for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_tree"):
            self._place()

    def _place(self) -> None:
        """Put the parts under one another. A layout would have the whole window laid out anew for each key that is pressed."""
        left, top = MARGIN
        width = max(self.width() - left, 0)
        for text in (self._question, self._hint):
            height = text.heightForWidth(width)
            text.setGeometry(left, top, width, height)
            top += height + SPACE
        self._tree.setGeometry(left, top, width, max(self.height() - top, 0))

    def _ask(self, question: str) -> None:
        if question != self._question.text():
            self._question.setText(question)
            self._place()

    def show_step(self, step: Step[Any]) -> None:
        """Show why a figure is so."""
        if step != self._shown:
            self._shown = step
            figure, value = label(step, self._words), value_text(step, self._words)
            self._ask(self._words.text("window.reasons.why", figure=figure, value=value))
            self._tree.show_step(step)

    def show_waiting(self, heading: Reason, lines: Sequence[Reason]) -> None:
        """Show which fields a figure waits for, each of them a way to it."""
        if (heading, lines) != self._shown:
            self._shown = (heading, lines)
            self._ask(self._words.text("window.reasons.unknown", figure=heading.label))
            self._tree.show_lines(heading, lines)

    def show_nothing(self) -> None:
        """Say that there is no such figure."""
        self._shown = None
        self._ask(self._words.text("window.reasons.none"))
        self._tree.show_nothing()

    def take_focus(self) -> None:
        """Put the keyboard into the tree."""
        self._tree.setFocus()
