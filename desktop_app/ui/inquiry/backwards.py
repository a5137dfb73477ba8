"""Backwards: a day on which the contract is to end, and by when the notice for it must arrive."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.calculation.deadlines import notice_for
from desktop_app.document.fields import Kind
from desktop_app.ui.editors.line_editor import DayEditor
from desktop_app.ui.editors.writing import day_of, writing_of
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import LANGUAGES
from desktop_app.wording.told_endings import notice_told
from desktop_app.wording.wording import Wording


class WishedEnd(QWidget):
    """The field of the wished day; `entered` when another one was typed or chosen in the calendar."""

    entered = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._words = scene.words
        self.editor = DayEditor(writing_of(Kind.DAY, scene), scene)
        name = scene.words.text("window.inquiry.wished_end")
        self.editor.show_name(name)
        self.editor.edited.connect(self._on_edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scene.look.px(8))
        row.addWidget(plain_label(name, "unit"))
        row.addWidget(self.editor)

    def show_day(self, day: date) -> None:
        """Show a day; what is being typed and reads as it stays as it is."""
        self.editor.show_value(day.isoformat())
        self.editor.show_finding("", "")

    def _on_edited(self, raw: Any) -> None:
        day = day_of(raw)
        self.editor.show_finding("" if day else "error", "" if day else self._words.text("window.as_of.wrong"))
        if day is not None:
            self.entered.emit(day)


def notice_sentences(day: date, subject: Subject, words: Wording) -> tuple[str, ...]:
    """Return by when the notice must arrive for the contract to end on a day, or that none is needed."""
    termination = subject.contract.termination
    if termination is not None and termination.kind != "notice":
        return (words.text("window.inquiry.no_notice"),)
    return notice_told(notice_for(subject.contract, day, subject.as_of, subject.rules), words).sentences


def running_text(sentences: Iterable[str], words: Wording) -> str:
    """Return sentences one behind the other, each with its end."""
    end, space = LANGUAGES[words.language].stop, LANGUAGES[words.language].gap
    told = (each.strip() for each in sentences)
    return space.join(each if each.endswith(end) else f"{each}{end}" for each in told)
