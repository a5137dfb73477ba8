"""Editors of one line: text, amount, price, count, and the day with its calendar."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from desktop_app.ui.editors.calendar import DayCalendar
from desktop_app.ui.editors.entry_line import EntryLine
from desktop_app.ui.editors.typed_editor import TypedEditor
from desktop_app.ui.editors.writing import Writing, day_of
from desktop_app.ui.look import SMALL, USUAL_SIZE, icon
from desktop_app.ui.plain import plain_label, plain_tip
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import short_day

BUTTON_ROOM = 34
"""Pixels at the end of a day's line that the calendar's button takes."""
PADDING, MARGIN = 20, 6
LONGEST_DAY, LONGEST_ERA = "2024年12月31日（水）", " 令和6年"


class LineEditor(TypedEditor):
    """A line in which a value is typed; at rest it stands grouped or in words, wrong text as it was typed."""

    def __init__(self, writing: Writing, unit: str = "") -> None:
        line = EntryLine(writing.step)
        super().__init__(writing, line)
        self.line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line)
        if unit:
            row.addWidget(plain_label(unit, "unit"))

    def align_digits(self, digits: int) -> None:
        """Set the line up for figures: aligned right, and as wide as so many digits need."""
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.setFixedWidth(self.line.fontMetrics().horizontalAdvance("0" * digits) + PADDING)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)

    def show_default(self, text: str) -> None:
        """Show faintly what holds while nothing is typed."""
        self.line.setPlaceholderText(text)


class DayEditor(LineEditor):
    """A line for a day: 和暦 beside it, a calendar on F4, Alt+Down or its button."""

    def __init__(self, writing: Writing, scene: Scene) -> None:
        super().__init__(writing)
        self._scene = scene
        words = scene.words
        longest = LONGEST_DAY if scene.look.size > USUAL_SIZE else LONGEST_DAY + LONGEST_ERA
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance(longest) + BUTTON_ROOM + PADDING)
        self._era = plain_label("", "era")
        self._era.setParent(self.line)
        self._era.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._opener = self._button(words.text("window.calendar"))
        self.line.setTextMargins(0, 0, self._opener.width() - MARGIN, 0)
        for keys in ("F4", "Alt+Down"):
            shortcut = QShortcut(QKeySequence(keys), self.line, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._open_calendar)

    def _button(self, name: str) -> QToolButton:
        """Return the button at the end of the line; an action of it would be small beside large letters."""
        button, size = QToolButton(self.line), self._scene.look.px(SMALL)
        button.setIcon(icon("calendar", self._scene.look, "muted"))
        button.setIconSize(QSize(size, size))
        button.resize(size + MARGIN, size + MARGIN)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.clicked.connect(self._open_calendar)
        return button

    def _write(self) -> None:
        super()._write()
        shown = self._scene.words.language == "ja" and not self.line.editing
        self._era.setText(self._writing.aside(self._raw) if shown else "")
        self._place_era()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button and the era at the right end of the line."""
        super().resizeEvent(event)
        space = (self.line.height() - self._opener.height()) // 2
        self._opener.move(self.line.width() - self._opener.width() - MARGIN // 2, space)
        self._place_era()

    def _place_era(self) -> None:
        self._era.adjustSize()
        left = self.line.width() - self._era.width() - BUTTON_ROOM
        self._era.move(left, (self.line.height() - self._era.height()) // 2)
        self._era.setVisible(left > self.line.fontMetrics().horizontalAdvance(self.line.text()) + PADDING // 2)

    def _open_calendar(self) -> None:
        popup = DayCalendar(self._scene, day_of(self._raw) or self._scene.today, self)
        popup.chosen.connect(self._choose)
        popup.open_below(self.line)

    def _choose(self, day: date) -> None:
        self.line.setText(short_day(day))
        self.line.selectAll()
        self._on_typed(self.line.text())
