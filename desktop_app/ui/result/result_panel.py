"""The result: the cards, which are there first and stay where they are, and the place below them for all that explains them."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path, Step
from desktop_app.document.partly import Known
from desktop_app.ui.result.asked import Asked
from desktop_app.ui.result.cards import Cards
from desktop_app.ui.result.figures import ALL_KNOWN, WhyNot, cards_of
from desktop_app.ui.scene import Scene

if TYPE_CHECKING:
    from desktop_app.ui.result.result_tabs import ResultTabs

LEAST_WIDTH, LEAST_CHART, TAB_HEIGHT = 264, 106, 37
"""What the views below the cards need, any of them, whichever are made: the cards keep their place."""
ROOM_FOR_CARDS = 400
"""How high the panel is at least, at the usual size of text, where the figures are cards."""


class ResultPanel(QWidget):
    """What a draft comes to. It emits the field that a reason leads to, and the month that is to be compared with the last."""

    field_asked = Signal(object)
    difference_asked = Signal(int)
    _below: "ResultTabs | None" = None

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene, self._words = scene, scene.words
        self._known: Known | None = None
        self._why_not = ALL_KNOWN
        self._chosen: Path = ()
        self._cards = Cards(scene.look, self)
        self._cards.setMinimumWidth(LEAST_WIDTH)  # with less than cards need, they become lines
        self._cards.asked.connect(self.ask)
        self._cards.menu_asked.connect(self.open_menu)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(14, 14, 12, 8)
        self._box.setSpacing(12)
        self._box.addWidget(self._cards)
        self._place = QWidget(self)
        self._place.setMinimumSize(LEAST_WIDTH, LEAST_CHART + scene.look.px(TAB_HEIGHT))
        self._box.addWidget(self._place, 1)

    @property
    def _tabs(self) -> "ResultTabs":
        """What stands below the cards, made now if need be."""
        if self._below is None:
            from desktop_app.ui.result.result_tabs import ResultTabs  # noqa: PLC0415 - the cards are there before all that

            tabs = self._below = ResultTabs(self._scene, self)
            tabs.chosen.connect(self.choose)
            tabs.asked.connect(self.ask)
            tabs.menu_asked.connect(self.open_menu)
            tabs.field_asked.connect(self.field_asked)
            tabs.setMinimumSize(self._place.minimumSize())
            self._box.replaceWidget(self._place, tabs)
            self._place.deleteLater()
            tabs.fit(self.width())
            tabs.show_known(self._known, self._why_not, self._chosen)
        return self._below

    def add_view(self, name: str, view: QWidget) -> None:
        """Put a view behind the others."""
        self._tabs.add_view(name, view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures, and what stands below them, where they have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._cards.fit(room, low=self.height() < self._scene.look.px(ROOM_FOR_CARDS))
        if self._below is not None:
            self._below.fit(self.width())

    def show_known(self, known: Known, why_not: WhyNot) -> None:
        """Show what is known, and why the rest is not: never figures of another draft."""
        is_first = self._known is None
        self._known, self._why_not = known, why_not
        self._show()
        if is_first:
            self._fit()  # now that the figures have their names

    def choose(self, path: Path) -> None:
        """Take a figure as the one to be explained."""
        self._chosen = path
        self._show()

    def _show(self) -> None:
        if self._known is not None:
            self._cards.show_cards(cards_of(self._known.statement, self._why_not, self._words), self._chosen)
        if self._below is not None:
            self._below.show_known(self._known, self._why_not, self._chosen)

    def ask(self, path: Path) -> None:
        """Explain a figure."""
        self.choose(path)
        self._tabs.go_to_reasons()

    def open_menu(self, asked: Asked) -> None:
        """Open the menu of a figure."""
        from desktop_app.ui.result.figure_menu import FigureMenu  # noqa: PLC0415 - loaded with the first one

        step = None if self._known is None else figure_at(self._known.statement, asked.path)
        menu = FigureMenu(asked, step, self._words, self)
        menu.why.triggered.connect(partial(self.ask, asked.path))
        menu.difference.triggered.connect(partial(self._ask_difference, asked.path))
        menu.popup(asked.at)

    def _ask_difference(self, path: Path, _checked: object = None) -> None:
        from desktop_app.ui.result.figure_menu import month_with_one_before  # noqa: PLC0415

        row = month_with_one_before(path)
        if row is not None:
            self.difference_asked.emit(row)

    def in_question(self) -> Step[Any] | None:
        """Return the figure that is explained: the one chosen last, the total before; None where the statement has none such."""
        return self._tabs.step_in_question()

    @property
    def tab(self) -> str:
        """The name of the tab that is in sight."""
        return self._tabs.tab

    def restore_tab(self, name: str) -> None:
        """Bring the tab of a name into sight, if there is one, the keyboard staying where it is."""
        self._tabs.restore_tab(name)

    def show_tab(self, number: int) -> None:
        """Bring a tab into sight, with the keyboard."""
        self._tabs.show_tab(number)
