"""The cards: the answers, large, each of which can be asked why."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from desktop_app.calculation.step import Path
from desktop_app.ui.look import USUAL_SIZE, Look
from desktop_app.ui.plain import ElidedLabel, plain_tip, show_property
from desktop_app.ui.result.asked import Asked, menu_wanted
from desktop_app.ui.result.figures import CARDS, Card

COLUMNS, GAP = 4, 8
SMALLER = frozenset({"minimum_term_end", "effective_on", "latest_notice", "credits"})
"""The second row: days, and the one amount beside them."""
NOTHING = "—"
VALUE_HEIGHT, LEAST_WIDTH = 30, 100
MARGINS, SPACE = (12, 8, 8, 9), 1
LINE_MARGINS, BETWEEN = (6, 0, 6, 1), 10
WIDEST_DAY = "0000年00月00日"
"""What a card must have room for, else the cards become lines, in two columns or one: larger texts on a small screen."""
ENOUGH = 0.94
"""Which share of its widest a line must have room for to stand beside another: hardly a month has such long days."""
TIGHT = 0.85
"""The size of lines, by their usual one, in which larger texts stand beside one another before they stand alone."""
TO_USUAL = 12 / 10
"""The usual letters of a name by those of a tight line, as the style sheet has both."""
SOMEWHAT = 0.85
"""How small a figure becomes at most for the name of its line to be seen whole."""
LEAST_SHARE = 0.6
"""How small a figure becomes at most, by its usual size."""


class Shape(NamedTuple):
    """In how many columns the figures stand, and whether in smaller letters."""

    columns: int
    tight: bool = False


class ValueLabel(ElidedLabel):
    """A figure in large letters; in smaller ones where it has no room, for half an amount is none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all of the figure, as large as there is room for."""
        needed = self.fontMetrics().horizontalAdvance(self.text())
        if needed <= self.width() or self.width() < needed * LEAST_SHARE:
            super().paintEvent(event)
            return
        painter, font = QPainter(self), QFont(self.font())
        font.setPixelSize(int(self.fontInfo().pixelSize() * self.width() / needed))
        painter.setFont(font)
        painter.drawText(self.rect(), int(self.alignment()), self.text())


class CardView(QFrame):
    """One card; a click, Enter or the space bar asks why, the right button or the key for menus asks for its menu."""

    asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, name: str, value_height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._value_height = value_height
        self._card = Card("", "", "", "")
        self._usual_role = "card_day" if name in SMALLER else "card_value"
        self.setProperty("role", "card")
        for trait in ("chosen", "tight"):
            self.setProperty(trait, False)  # noqa: FBT003 - Qt's own way to say so
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name, self._value, self._note = (
            ElidedLabel("card_name", self),
            ValueLabel(self._usual_role, self),
            ElidedLabel("card_note", self),
        )
        self._parts = (self._name, self._value, self._note)
        self._is_line = False

    def show_as_line(self, *, is_line: bool, tight: bool) -> None:
        """Be one line, without the note (the tip has it), perhaps in smaller letters, or a card."""
        if (is_line, tight) != (self._is_line, self.property("tight")):
            self._is_line = is_line
            for part in (self, self._name, self._value):
                show_property(part, "tight", tight)
            self._note.setHidden(is_line)
            show_property(self, "line", is_line)
            show_property(self._value, "line", is_line)
            right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
            self._value.setAlignment((right if is_line else left) | Qt.AlignmentFlag.AlignVCenter)
            self.updateGeometry()
            self._place_parts()

    def least_width(self) -> int:
        """Return how wide a card must be for its figure."""
        return self._day_width() + MARGINS[0] + MARGINS[2]

    def _day_width(self) -> int:
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(WIDEST_DAY)

    def least_line(self) -> int:
        """Return how wide a line must be for its name and its figure, both in letters of the usual size."""
        small = QFont(self._name.font())
        small.setPixelSize(round(self._name.fontInfo().pixelSize() * (TO_USUAL if self.property("tight") else 1)))
        named = QFontMetrics(small).horizontalAdvance(self._name.text())
        return named + BETWEEN + self._day_width() + LINE_MARGINS[0] + LINE_MARGINS[2]

    def _heights(self) -> tuple[int, ...]:
        """Return how high the lines are, of which the figure is the highest."""
        small = self._name.fontMetrics().height()
        return small, self._value_height, small

    def minimumSizeHint(self) -> QSize:
        """Return room for three lines, or the one."""
        left, top, right, bottom = LINE_MARGINS if self._is_line else MARGINS
        if self._is_line:
            return QSize(LEAST_WIDTH + left + right, top + max(self._heights()[0], self._value.fontMetrics().height()) + bottom)
        return QSize(LEAST_WIDTH + left + right, top + sum(self._heights()) + 2 * SPACE + bottom)

    def sizeHint(self) -> QSize:
        """Return that room."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lines under one another. A layout would have the whole window laid out anew for each key that is pressed."""
        super().resizeEvent(event)
        self._place_parts()

    def _place_parts(self) -> None:
        if self._is_line:
            left, _, right, _ = LINE_MARGINS
            value = int(self._value.fontMetrics().horizontalAdvance(self._value.text()) * SOMEWHAT)
            room = max(self.width() - left - right - value, self.width() // 3)
            named = min(self._name.fontMetrics().horizontalAdvance(self._name.text()) + 2, room)
            self._name.setGeometry(left, 0, named, self.height())
            self._value.setGeometry(left + named, 0, self.width() - left - named - right, self.height())
            return
        left, top, right, _ = MARGINS
        for part, height in zip(self._parts, self._heights(), strict=True):
            part.setGeometry(left, top, self.width() - left - right, height)
            top += height + SPACE

    def show_card(self, card: Card, *, chosen: bool) -> None:
        """Show a figure, or that there is none and why."""
        show_property(self, "chosen", chosen)
        if card == self._card:
            return
        self._card = card
        self._name.setText(card.title)
        self._value.setText(card.value or NOTHING)
        show_property(self._value, "role", self._usual_role if card.value else "card_none")
        self._note.setText(card.note)
        if self._is_line:
            self._place_parts()  # its name has the room that it needs
        self.setToolTip(plain_tip(f"{card.title} {card.value}\n{card.note}"))
        self.setAccessibleName(f"{card.title} {card.value or NOTHING}")
        self.setAccessibleDescription(card.note)
        self.setCursor(Qt.CursorShape.PointingHandCursor if card.path else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask why."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask why."""
        menu = menu_wanted(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._ask()
        elif menu is not None:
            self.contextMenuEvent(menu)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the figure."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(self._value.geometry().bottomLeft()) if by_keys else event.globalPos()
        self.menu_asked.emit(Asked(self._card.path, self._card.value, at))

    def _ask(self) -> None:
        if self._card.path:
            self.asked.emit(self._card.path)


class Cards(QWidget):
    """All cards, in rows."""

    asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._may_be_tight = look.size > USUAL_SIZE
        self._views = {name: CardView(name, look.px(VALUE_HEIGHT), self) for name in CARDS}
        self._grid, self._shape = QGridLayout(self), Shape(COLUMNS)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for i, view in enumerate(self._views.values()):
            self._grid.addWidget(view, i // COLUMNS, i % COLUMNS)
            self._grid.setColumnStretch(i % COLUMNS, 1)
            view.asked.connect(self.asked)
            view.menu_asked.connect(self.menu_asked)

    def fit(self, width: int, *, low: bool) -> None:
        """Show the figures as cards where all have room, and as lines else; or where the place is too low for cards."""
        views = list(self._views.values())
        is_line = low or width < COLUMNS * views[0].least_width() + (COLUMNS - 1) * GAP
        shape = self._shape_of_lines(width) if is_line else Shape(COLUMNS)
        if shape == self._shape:
            return
        self._shape, columns, rows = shape, shape.columns, len(views) // shape.columns
        self._grid.setHorizontalSpacing(2 * GAP if is_line else GAP)
        self._grid.setVerticalSpacing(0 if is_line else GAP)
        for i, view in enumerate(views):
            view.show_as_line(is_line=is_line, tight=shape.tight)
            self._grid.addWidget(view, *((i % rows, i // rows) if is_line else (i // columns, i % columns)))
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def _shape_of_lines(self, width: int) -> Shape:
        least = max(each.least_line() for each in self._views.values()) * ENOUGH
        for size in (1, TIGHT) if self._may_be_tight else (1,):
            if width >= 2 * (least * size + GAP):
                return Shape(2, tight=size < 1)
        return Shape(1)

    def show_cards(self, cards: Sequence[Card], chosen: Path) -> None:
        """Show these figures, the chosen one marked."""
        for card in cards:
            self._views[card.name].show_card(card, chosen=bool(chosen) and card.path == chosen)
