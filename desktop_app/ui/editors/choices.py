"""Editors of a choice: buttons side by side, a list that drops down, present or not."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.editors.entry_line import ENTER

MOST_SEGMENTS = 4
ROOM, PADDING = 252, 13
"""Pixels that buttons side by side may take, and what one of them takes beside its words."""


def choice_editor(names: Mapping[str, str], default: Any) -> Editor:
    """Return an editor for one of `names` (the words by value): buttons where they fit, else a list."""
    bold = QFont(QPushButton().font())
    bold.setBold(True)
    width = sum(QFontMetrics(bold).horizontalAdvance(name) + PADDING for name in names.values())
    fits = 1 < len(names) <= MOST_SEGMENTS and width <= ROOM
    return SegmentEditor(names, default) if fits else ListEditor(names, default)


class GoingOnButton(QPushButton):
    """A button of a choice: Space and the arrows choose, Enter goes on to the next field. It has room for its words in bold."""

    def sizeHint(self) -> QSize:
        """Return a size that stays when the choice is chosen, which makes its words bold; short words are not narrow."""
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        needed = max(QFontMetrics(bold).horizontalAdvance(self.text()), 2 * self.fontMetrics().height())
        return hint + QSize(max(0, needed - self.fontMetrics().horizontalAdvance(self.text())), 0)

    def minimumSizeHint(self) -> QSize:
        """Return that size: words are never cut. A least width in the style sheet would be taken in its place."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class SegmentEditor(Editor):
    """A choice as buttons side by side, all in sight."""

    def __init__(self, names: Mapping[Any, str], default: Any) -> None:
        super().__init__()
        self._default = default
        self._group = QButtonGroup(self)
        self._buttons: dict[Any, GoingOnButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, name in names.items():
            button = GoingOnButton(name)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.clicked.connect(partial(self._on_clicked, value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        buttons = list(self._buttons.values())
        buttons[0].setProperty("place", "first")
        buttons[-1].setProperty("place", "last")
        if len(buttons) < MOST_SEGMENTS:
            for button in buttons:
                button.setProperty("room", "ample")
        row.addStretch(1)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the buttons."""
        return tuple(self._buttons.values())

    def show_name(self, name: str) -> None:
        """Name each button with the field and its own words."""
        for button in self._buttons.values():
            button.setAccessibleName(f"{name} {button.text()}")

    def show_value(self, raw: Any) -> None:
        """Show the chosen one pressed; none where the value is not one of them."""
        chosen = self._default if raw is None else raw
        known = isinstance(chosen, str | bool) and chosen in self._buttons
        reached = chosen if known else next(iter(self._buttons))
        self._group.setExclusive(known)
        for value, button in self._buttons.items():
            button.setChecked(known and value == chosen)
            by_tab = Qt.FocusPolicy.StrongFocus if value == reached else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(by_tab)  # the others are reached by the arrow keys

    def take_focus(self) -> None:
        """Put the keyboard on the chosen button."""
        (self._group.checkedButton() or self.controls()[0]).setFocus()

    def _on_clicked(self, value: Any) -> None:
        self.decide(value)


class QuietCombo(QComboBox):
    """A list that drops down, and that the wheel scrolls past instead of changing it; where it is narrow, it says so by dots."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return room for every entry; the style leaves a pixel too few beside some sizes of text."""
        return super().sizeHint() + QSize(2, 0)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Show as much of the choice as there is room for."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field with Enter, as in every field of a form."""
        if event.key() in ENTER and self.goes_on:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class ListEditor(Editor):
    """A choice as a list that drops down."""

    def __init__(self, names: Mapping[str, str], default: Any) -> None:
        super().__init__()
        self._values = list(names)
        self._default = default
        self.combo = QuietCombo()
        self.combo.addItems(list(names.values()))
        self.combo.activated.connect(self._on_activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.combo,)

    def show_value(self, raw: Any) -> None:
        """Show the chosen one; none, with the value beside it as it is, where it is not one of them."""
        chosen = self._default if raw is None else raw
        known = chosen in self._values
        self.combo.setPlaceholderText("" if known or raw is None else str(raw))
        self.combo.setCurrentIndex(self._values.index(chosen) if known else -1)

    def _on_activated(self, index: int) -> None:
        self.decide(self._values[index])


class PartEditor(SegmentEditor):
    """Present or not: what is begun with when it becomes present is `begun`."""

    def __init__(self, absent: str, present: str, begun: Mapping[str, Any]) -> None:
        super().__init__({False: absent, True: present}, default=False)
        self._begun = begun
        self._present = False

    def show_value(self, raw: Any) -> None:
        """Show whether there is anything."""
        self._present = raw is not None
        super().show_value(self._present)

    def _on_clicked(self, value: Any) -> None:
        if value is not self._present:
            self.decide(dict(self._begun) if value else None)
