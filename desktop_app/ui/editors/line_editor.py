"""Editors of one line: text, amount, price, count, and the day with its calendar."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.editors.calendar import DayCalendar
from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.editors.entry_line import EntryLine
from desktop_app.ui.editors.writing import Writing, day_of, typed_text
from desktop_app.ui.look import icon
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import short_day


class LineEditor(Editor):
    """A line in which a value is typed; at rest it stands grouped or in words, wrong text as it was typed."""

    def __init__(self, writing: Writing, unit: str = "") -> None:
        super().__init__()
        self._writing = writing
        self._raw: Any = None
        self.line = EntryLine(writing.step)
        self.line.typed.connect(self._on_typed)
        self.line.entered.connect(self._write)
        self.line.left.connect(self._on_left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        if unit:
            row.addWidget(plain_label(unit, "unit"))

    def controls(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def align_digits(self, width: int) -> None:
        """Set the line up for figures: aligned right, and as wide as they need."""
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.setFixedWidth(width)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)

    def show_default(self, text: str) -> None:
        """Show faintly what holds while nothing is typed."""
        self.line.setPlaceholderText(text)

    def show_value(self, raw: Any) -> None:
        """Show a value; what is being typed and reads as it stays as it is."""
        self._raw = raw
        if not (self.line.editing and self._writing.read(self.line.text()) == raw):
            self._write()

    def _on_typed(self, text: str) -> None:
        self._raw = self._writing.read(text)
        self.enter(self._raw)

    def _on_left(self) -> None:
        self._write()
        self.leave()

    def _write(self) -> None:
        written = (self._writing.edit if self.line.editing else self._writing.rest)(self._raw)
        if written is None:
            typed = self.line.text()
            written = typed if typed and self._writing.read(typed) == self._raw else typed_text(self._raw)
        if written != self.line.text():
            self.line.setText(written)
            self.line.setCursorPosition(0)
            if self.line.editing:
                self.line.selectAll()


class DayEditor(LineEditor):
    """A line for a day: 和暦 beside it, a calendar on F4, Alt+Down or its button."""

    def __init__(self, writing: Writing, scene: Scene) -> None:
        super().__init__(writing)
        self._scene = scene
        words = scene.words
        self.line.setMinimumWidth(228)
        self._era = plain_label("", "era")
        self._era.setParent(self.line)
        self._era.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        opener = QAction(icon("calendar", scene.look, "muted"), words.text("window.calendar"), self.line)
        opener.triggered.connect(self._open_calendar)
        self.line.addAction(opener, EntryLine.ActionPosition.TrailingPosition)
        for keys in ("F4", "Alt+Down"):
            shortcut = QShortcut(QKeySequence(keys), self.line, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._open_calendar)

    def _write(self) -> None:
        super()._write()
        shown = self._scene.words.language == "ja" and not self.line.editing
        self._era.setText(self._writing.aside(self._raw) if shown else "")
        self._era.adjustSize()
        self._place_era()

    def resizeEvent(self, event: Any) -> None:
        """Keep the era at the right end of the line."""
        super().resizeEvent(event)
        self._place_era()

    def _place_era(self) -> None:
        self._era.move(self.line.width() - self._era.width() - 34, (self.line.height() - self._era.height()) // 2)

    def _open_calendar(self) -> None:
        popup = DayCalendar(self._scene, day_of(self._raw) or self._scene.today, self)
        popup.chosen.connect(self._choose)
        popup.open_below(self.line)

    def _choose(self, day: date) -> None:
        self.line.setText(short_day(day))
        self.line.selectAll()
        self._on_typed(self.line.text())
