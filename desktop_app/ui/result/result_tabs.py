"""What stands below the cards: the months, the days, the settlement, the credits, the chart, the reasons, the paper as tabs."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known
from desktop_app.document.partly import Known
from desktop_app.ui.plain import plain_label, show_property
from desktop_app.ui.result.chart import ChartView
from desktop_app.ui.result.figure_model import EMPTY
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.result.figures import ALL_KNOWN, WhyNot
from desktop_app.ui.result.late import Late
from desktop_app.ui.result.reasons import ReasonsPage
from desktop_app.ui.result.sheets import Sheet, dates_sheet, months_sheet, outages_sheet, settlement_sheet
from desktop_app.ui.result.waiting_lines import heading_of, lines_of
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import Wording

SHEETS: dict[str, Callable[[Known, Wording], Sheet]] = {
    "months": months_sheet,
    "dates": dates_sheet,
    "settlement": settlement_sheet,
    "outages": outages_sheet,
}
FIRST_QUESTION: Path = ("totals", "total")
WIDE, REASONS_WIDTH, TIGHT = 980, 330, 600
"""Pixels at the usual size of text from which the reasons have a place beside the tables, how wide it is, what is tight."""


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


class ResultTabs(QSplitter):
    """The views of a statement, each made when it is first looked at; its signals are its user's acts."""

    chosen = Signal(object)
    asked = Signal(object)
    menu_asked = Signal(object)
    field_asked = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scene, self._words = scene, scene.words
        self._known: Known | None = None
        self._why_not = ALL_KNOWN
        self._in_question: Path = ()
        self._tabs = QTabWidget(self)
        self._pages = {name: Late(partial(self._make_page, name)) for name in SHEETS}
        self._chart, self._reasons = Late(self._make_chart), Late(self._make_reasons)
        self._views: dict[str, QWidget] = {}
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(self._words.text("window.tabs"))
        for name, page in self._pages.items():
            self.add_view(name, page)
        self.add_view("chart", self._chart)
        self.add_view("reasons", self._reasons)
        self._tabs.currentChanged.connect(self._show_tab)
        self.setChildrenCollapsible(False)

    def _make_page(self, name: str) -> SheetPage:
        page = SheetPage(name, self._scene)
        page.table.chosen.connect(self.chosen)
        page.table.asked.connect(self.asked)
        page.table.menu_asked.connect(self.menu_asked)
        return page

    def _make_chart(self) -> ChartView:
        chart = ChartView(self._scene)
        chart.figure_asked.connect(self.asked)
        chart.menu_asked.connect(self.menu_asked)
        return chart

    def _make_reasons(self) -> ReasonsPage:
        reasons = ReasonsPage(self._scene)
        reasons.field_asked.connect(self.field_asked)
        return reasons

    def add_view(self, name: str, view: QWidget) -> None:
        """Put a view behind the others."""
        self._views[name] = view
        self._tabs.addTab(view, self._words.text(f"window.tab.{name}"))

    def fit(self, width: int) -> None:
        """Put the reasons beside the tables where both have room, else behind a tab of their own; the tabs closer if need be."""
        show_property(self._tabs.tabBar(), "tight", width < self._scene.look.px(TIGHT))
        wide = width >= self._scene.look.px(WIDE)
        if wide and not self._are_beside():
            self.addWidget(self._reasons)
            self._reasons.show()
            reasons_width = self._scene.look.px(REASONS_WIDTH)
            self.setSizes([width - reasons_width, reasons_width])
            self._show_tab()
        elif not wide and self._are_beside():
            behind = self._tabs.indexOf(self._chart) + 1
            self._tabs.insertTab(behind, self._reasons, self._words.text("window.tab.reasons"))

    def _are_beside(self) -> bool:
        return self.indexOf(self._reasons) >= 0

    def show_known(self, known: Known | None, why_not: WhyNot, in_question: Path) -> None:
        """Show what is known, why the rest is not, and the reasons of the figure in question."""
        self._known, self._why_not, self._in_question = known, why_not, in_question
        self._show_tab()

    def step_in_question(self) -> Step[Any] | None:
        """Return the figure that is explained: the one chosen last, the total before; None where the statement has none such."""
        return None if self._known is None else figure_at(self._known.statement, self._in_question or FIRST_QUESTION)

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
            self.go_to_reasons()
        else:
            self.restore_tab(name)
            self._tabs.tabBar().setFocus()

    def go_to_reasons(self) -> None:
        """Bring the reasons into sight, with the keyboard."""
        if not self._are_beside():
            self._tabs.setCurrentWidget(self._reasons)
        self._reasons.view().take_focus()

    def _show_tab(self) -> None:
        """Show what is in sight of the views and the reasons."""
        self._show_reasons()
        self._show_view()

    def _show_reasons(self) -> None:
        if not (self._are_beside() or self._tabs.currentWidget() is self._reasons):
            return
        step, place, page = self.step_in_question(), self._in_question or FIRST_QUESTION, self._reasons.view()
        if step is not None and is_known(step):
            page.show_step(step)
            return
        waits = self._why_not.of(place) if step is not None or self._has_no_months(place) else ()
        if waits:
            page.show_waiting(heading_of(place, step, self._words), lines_of(waits, self._words))
        else:
            page.show_nothing()

    def _has_no_months(self, place: Path) -> bool:
        """Return whether a figure is missing because it is not known which months there are."""
        statement = None if self._known is None else self._known.statement
        return place[0] == "months" and statement is not None and not statement.months and not is_known(statement.totals.total)

    def _show_view(self) -> None:
        current = self._tabs.currentWidget()
        if current is self._chart:
            self._chart.view().show_statement(None if self._known is None else self._known.statement)
        for name, page in self._pages.items():
            if page is current:
                sheet = EMPTY if self._known is None else SHEETS[name](self._known, self._words)
                page.view().show_sheet(sheet, self._why_not.full, self._words.text(f"window.sheet.{name}.none"))
