"""The reasons of one figure: a tree of sentences with their numbers and articles, from which a field can be gone to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from desktop_app.calculation.step import Path, Step
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.reason_lines import INDENT, ReasonDelegate
from desktop_app.ui.result.reason_model import REASON, ReasonModel
from desktop_app.ui.scene import Scene
from desktop_app.wording.reasons import Reason, label, value_text

MARGIN, SPACE, LEAST_WIDTH = (10, 8), 6, 160
MOST_OPENED = 12
"""A line that has more below it is not opened before somebody does: its sentence has all of them."""


class ReasonTree(QTreeView):
    """The tree; Enter or a double click on a line goes to the field that it came from."""

    field_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._model = ReasonModel(scene.words)
        self._delegate = ReasonDelegate(scene.look, self, self._model)
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
        self.setAutoFillBackground(True)
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
            if self._question.heightForWidth(self._question.width()) != self._question.height():
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
