"""The bar above the contract: something to be decided, in a sentence, which does not hold up anything else."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desktop_app.ui.look import Look, pixmap
from desktop_app.ui.plain import plain_label, show_property
from desktop_app.wording.texts import Texts

MARK_SIZE = 18
MARKS = {"warning": ("warning", "warning"), "hint": ("about", "accent")}
"""The icon of each level and its colour."""


class Notice(NamedTuple):
    """Its name (the key of its words), its level, what can be done about it, and what stands in its sentence."""

    name: str
    level: str
    choices: tuple[str, ...]
    about: str = ""


class NoticeBar(QFrame):
    """Shows one notice or none; `chosen` with the name of the notice and of what is to be done."""

    chosen = Signal(str, str)

    def __init__(self, words: Texts, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        self._shown: Notice | None = None
        self._buttons: list[QPushButton] = []
        self.setProperty("role", "notice")
        self._mark, self._sentence = QLabel(), plain_label(wrapped=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*(look.px(each) for each in (18, 6, 12, 6)))
        self._row.setSpacing(look.px(8))
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._sentence, 1)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or none."""
        if notice == self._shown:
            return
        self._shown = notice
        for old in self._buttons:
            old.deleteLater()
        self._buttons = []
        if notice is not None:
            self._fill(notice)
        self.setVisible(notice is not None)

    def _fill(self, notice: Notice) -> None:
        words, look = self._words, self._look
        show_property(self, "level", notice.level)
        name, colour = MARKS[notice.level]
        self._mark.setPixmap(pixmap(name, look.colours[colour], look.px(MARK_SIZE)))
        self._sentence.setText(words.text(f"window.notice.{notice.name}", about=notice.about))
        for choice in notice.choices:
            button = QPushButton(words.text(f"window.notice.{notice.name}.{choice}"))
            button.clicked.connect(self._choosing(notice.name, choice))
            self._buttons.append(button)
            self._row.addWidget(button)

    def _choosing(self, name: str, choice: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(name, choice)
