"""The tool bar: what is done most, the day as of which to look, and the PDF."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.document.fields import Kind
from desktop_app.ui.look import IN_BAR
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene

if TYPE_CHECKING:
    from desktop_app.ui.editors.line_editor import DayEditor

GROUPS = (("new", "open", "save"), ("undo", "redo"), ("inquiry",))
WIDE = 980
"""Pixels at the usual size of text from which on all words of the bar have room."""
WITH_WORDS = frozenset({"new", "open", "save", "undo"})


class ToolBar(QToolBar):
    """Buttons for the actions; `day_entered` when another as-of day was typed or chosen."""

    day_entered = Signal(object)
    day: "DayEditor"

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.words.text("window.toolbar"))
        self._scene = scene
        self._with_words: list[QWidget] = []
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(1, 1) * scene.look.px(IN_BAR))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        space.setMinimumHeight(self._button_height())
        self._space = self.addWidget(space)
        self._shown: date | None = None

    def _button_height(self) -> int:
        """Return how high a button with words is: as high as the bar is from the beginning, so that nothing below it moves."""
        button = QToolButton(self)
        button.hide()
        button.setIconSize(self.iconSize())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(self.windowTitle())
        button.ensurePolished()
        button.deleteLater()
        return button.sizeHint().height()

    def fill(self, actions: Mapping[str, QAction]) -> None:
        """Put everything into the bar."""
        from desktop_app.ui.editors.line_editor import DayEditor  # noqa: PLC0415 - the bar is seen before there is anything in it
        from desktop_app.ui.editors.writing import writing_of  # noqa: PLC0415

        scene = self._scene
        for i, group in enumerate(GROUPS):
            if i:
                self.insertSeparator(self._space)
            for name in group:
                self._add(name, actions[name])
        self.addWidget(plain_label(scene.words.text("window.as_of"), "unit"))
        self.day = DayEditor(writing_of(Kind.DAY, scene), scene)
        self.day.setFixedWidth(scene.look.px(240))
        self.day.show_name(scene.words.text("window.as_of"))
        self.day.edited.connect(self._on_day)
        self.addWidget(self.day)
        self.addWidget(self._pdf_button(actions["pdf"]))

    def _add(self, name: str, action: QAction) -> None:
        self.insertAction(self._space, action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self._scene.words.text(f"window.button.{name}"))
        action.setIconText(self._scene.words.text(f"window.button.{name}"))
        if name not in WITH_WORDS:
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly)
        else:
            self._with_words.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words beside the icons away where they would push the last button out of sight."""
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if self.width() >= self._scene.look.px(WIDE) else styles.ToolButtonIconOnly
        for button in self._with_words:
            button.setProperty("toolButtonStyle", style)
        super().resizeEvent(event)

    def _pdf_button(self, action: QAction) -> QPushButton:
        button = QPushButton(self._scene.words.text("window.button.pdf"))
        button.setProperty("role", "primary")
        button.setAccessibleName(button.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def show_day(self, day: date) -> None:
        """Show the as-of day; while it is the same one, what was typed wrong instead of it stays."""
        if day != self._shown:
            self._shown = day
            self.day.show_value(day.isoformat())
            self.day.show_finding("", "")

    def _on_day(self, raw: Any) -> None:
        from desktop_app.ui.editors.writing import day_of  # noqa: PLC0415

        day = day_of(raw)
        if day is not None and FIRST_DAY <= day <= LAST_DAY:
            self.day.show_finding("", "")
            self.day_entered.emit(day)
        else:
            self.day.show_finding("error", self._scene.words.text("window.as_of.wrong", first=FIRST_DAY, last=LAST_DAY))
