"""The result: the cards, and below them the months, the days, the settlement, the credits, the reasons and the paper as tabs."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.calculation.statement import Statement, figure_at
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.cards import Cards
from desktop_app.ui.result.chart import ChartView
from desktop_app.ui.result.figure_menu import Asked, FigureMenu, month_with_one_before
from desktop_app.ui.result.figure_model import EMPTY
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.result.figures import ALL_KNOWN, WhyNot, cards_of
from desktop_app.ui.result.reasons import ReasonsPage
from desktop_app.ui.result.sheets import Sheet, dates_sheet, months_sheet, outages_sheet, settlement_sheet
from desktop_app.ui.result.waiting_lines import heading_of, lines_of
from desktop_app.ui.scene import Scene

SHEETS: dict[str, Callable[[Statement, Any], Sheet]] = {
    "months": months_sheet,
    "dates": dates_sheet,
    "settlement": settlement_sheet,
    "outages": outages_sheet,
}
FIRST_QUESTION: Path = ("totals", "total")
WIDE, REASONS_WIDTH = 980, 330
"""Pixels at the usual size of text from which the reasons have a place beside the tables, and how wide it is."""


class SheetPage(QWidget):
    """A table, and under it, or in its place, why there is not more in it."""

    def __init__(self, name: str, scene: Scene) -> None:
        super().__init__()
        self.table = FigureTable(scene.words.text(f"window.tab.{name}"), scene.look)
        self._shown: tuple[bool, str] | None = None
        self._note = plain_label("", "help", wrapped=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 6, 0, 4)
        self._box.addWidget(self.table, 1)
        self._box.addWidget(self._note)

    def show_sheet(self, sheet: Sheet, why_not: str, nothing: str) -> None:
        """Show a table with why it has gaps; where it has no rows, only that, or that there is nothing to show."""
        self.table.show_sheet(sheet)
        told = why_not if why_not or sheet.rows else nothing
        if (bool(sheet.rows), told) != self._shown:
            self._shown = (bool(sheet.rows), told)
            self.table.setVisible(bool(sheet.rows))
            self._note.setText(told)
            self._note.setVisible(bool(told))
            self._box.setStretchFactor(self._note, 0 if sheet.rows else 1)


class ResultPanel(QWidget):
    """What a draft comes to. It emits the field that a reason leads to, and the month that is to be compared with the last."""

    field_asked = Signal(object)
    difference_asked = Signal(int)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._words, self._look = scene.words, scene.look
        self._statement: Statement | None = None
        self._why_not = ALL_KNOWN
        self._chosen: Path = ()
        self._cards = Cards()
        self._cards.asked.connect(self.ask)
        self._cards.menu_asked.connect(self.open_menu)
        self._pages = {name: SheetPage(name, scene) for name in SHEETS}
        self._chart = ChartView(scene)
        self._chart.figure_asked.connect(self.ask)
        self._chart.menu_asked.connect(self.open_menu)
        self._reasons = ReasonsPage(scene)
        self._reasons.field_asked.connect(self.field_asked)
        self._tabs, self._beside = QTabWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()

    def _lay_out(self) -> None:
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(self._words.text("window.tabs"))
        for name, page in self._pages.items():
            page.table.chosen.connect(self.choose)
            page.table.asked.connect(self.ask)
            page.table.menu_asked.connect(self.open_menu)
            self._tabs.addTab(page, self._words.text(f"window.tab.{name}"))
        self._tabs.addTab(self._chart, self._words.text("window.tab.chart"))
        self._tabs.addTab(self._reasons, self._words.text("window.tab.reasons"))
        self._views = {**self._pages, "chart": self._chart, "reasons": self._reasons}
        self._tabs.currentChanged.connect(self._show_tab)
        self._beside.addWidget(self._tabs)
        self._beside.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 12, 8)
        box.setSpacing(12)
        box.addWidget(self._cards)
        box.addWidget(self._beside, 1)

    def add_view(self, name: str, view: QWidget) -> None:
        """Put a view behind the others."""
        self._views[name] = view
        self._tabs.addTab(view, self._words.text(f"window.tab.{name}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reasons beside the tables where both have room, else behind a tab of their own."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.px(WIDE)
        if wide and not self._are_beside():
            self._beside.addWidget(self._reasons)
            self._reasons.show()
            width = self._look.px(REASONS_WIDTH)
            self._beside.setSizes([self.width() - width, width])
            self._show_tab()
        elif not wide and self._are_beside():
            behind = self._tabs.indexOf(self._chart) + 1
            self._tabs.insertTab(behind, self._reasons, self._words.text("window.tab.reasons"))

    def _are_beside(self) -> bool:
        return self._beside.indexOf(self._reasons) >= 0

    def show_statement(self, statement: Statement, why_not: WhyNot) -> None:
        """Show what is known of a statement, and why the rest is not: never figures of another draft."""
        self._statement, self._why_not = statement, why_not
        self._show_cards()
        self._show_tab()

    def choose(self, path: Path) -> None:
        """Take a figure as the one to be explained."""
        self._chosen = path
        self._show_cards()
        self._show_tab()

    def ask(self, path: Path) -> None:
        """Explain a figure."""
        self.choose(path)
        self._go_to_reasons()

    def open_menu(self, asked: Asked) -> None:
        """Open the menu of a figure."""
        step = None if self._statement is None else figure_at(self._statement, asked.path)
        menu = FigureMenu(asked, step, self._words, self)
        menu.why.triggered.connect(partial(self.ask, asked.path))
        menu.difference.triggered.connect(partial(self._ask_difference, asked.path))
        menu.popup(asked.at)

    def _ask_difference(self, path: Path, _checked: object = None) -> None:
        row = month_with_one_before(path)
        if row is not None:
            self.difference_asked.emit(row)

    def in_question(self) -> Step[Any] | None:
        """Return the figure that is explained: the one chosen last, the total before; None where the statement has none such."""
        return None if self._statement is None else figure_at(self._statement, self._chosen or FIRST_QUESTION)

    @property
    def tab(self) -> str:
        """The name of the tab that is in sight."""
        return next(name for name, view in self._views.items() if view is self._tabs.currentWidget())

    def restore_tab(self, name: str) -> None:
        """Bring the tab of a name into sight, if there is one, the keyboard staying where it is."""
        if name in self._views:
            self._tabs.setCurrentWidget(self._views[name])

    def show_tab(self, number: int) -> None:
        """Bring a tab into sight, with the keyboard."""
        name = list(self._views)[number]
        if name == "reasons":
            self._go_to_reasons()
        else:
            self.restore_tab(name)
            self._tabs.tabBar().setFocus()

    def _go_to_reasons(self) -> None:
        if not self._are_beside():
            self._tabs.setCurrentWidget(self._reasons)
        self._reasons.take_focus()

    def _show_cards(self) -> None:
        if self._statement is not None:
            self._cards.show_cards(cards_of(self._statement, self._why_not, self._words), self._chosen)

    def _show_tab(self) -> None:
        """Show what is in sight of the views and the reasons."""
        self._show_reasons()
        self._show_view()

    def _show_reasons(self) -> None:
        if not (self._are_beside() or self._tabs.currentWidget() is self._reasons):
            return
        step, place = self.in_question(), self._chosen or FIRST_QUESTION
        if step is not None and is_known(step):
            self._reasons.show_step(step)
            return
        waits = self._why_not.of(place) if step is not None or self._has_no_months(place) else ()
        if waits:
            self._reasons.show_waiting(heading_of(place, step, self._words), lines_of(waits, self._words))
        else:
            self._reasons.show_nothing()

    def _has_no_months(self, place: Path) -> bool:
        """Return whether a figure is missing because it is not known which months there are."""
        statement = self._statement
        return place[0] == "months" and statement is not None and not statement.months and not is_known(statement.totals.total)

    def _show_view(self) -> None:
        if self._tabs.currentWidget() is self._chart:
            self._chart.show_statement(self._statement)
        for name, page in self._pages.items():
            if page is self._tabs.currentWidget():
                sheet = EMPTY if self._statement is None else SHEETS[name](self._statement, self._words)
                page.show_sheet(sheet, self._why_not.full, self._words.text(f"window.sheet.{name}.none"))
