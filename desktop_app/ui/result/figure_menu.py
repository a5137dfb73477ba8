"""The menu of a figure, by mouse or keyboard: why, copy, copy as an answer to the customer."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.calculation.step import Path, Step
from desktop_app.ui.result.asked import Asked
from desktop_app.wording.answers import answer
from desktop_app.wording.wording import Wording


def month_with_one_before(path: Path) -> int | None:
    """Return the row of the month that a figure belongs to, None where there is no month before it to compare it with.

    >>> month_with_one_before(("months", 3, "total")), month_with_one_before(("months", 0, "total"))
    (3, None)
    """
    match path:
        case ("months", int(row), *_) if row > 0:
            return row
    return None


class FigureMenu(QMenu):
    """What can be done with one figure; what it has no use for is switched off. Gone when it is closed."""

    def __init__(self, asked: Asked, step: Step[Any] | None, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words, self._asked, self._step = words, asked, step
        self.why = self.addAction(words.text("window.figure.why"))
        self.why.setEnabled(bool(asked.path))
        self.addSeparator()
        self._add("copy", partial(_copy, asked.text), useful=bool(asked.text))
        self._add("copy_answer", self._copy_answer, useful=step is not None)
        self.difference = QAction(words.text("window.figure.difference"), self)
        if month_with_one_before(asked.path) is not None:
            self.addSeparator()
            self.addAction(self.difference)

    def _add(self, name: str, act: Callable[[], object], *, useful: bool) -> None:
        action = self.addAction(self._words.text(f"window.figure.{name}"))
        action.setEnabled(useful)
        action.triggered.connect(lambda _checked: act())

    def _copy_answer(self) -> None:
        if self._step is not None:
            _copy(answer(self._step, self._words))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
