"""Why one month costs more than another: two months chosen, the difference drawn and told in parts that add up to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.calculation.month_bridge import month_bridge
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.inquiry.month_bridge_view import MonthBridgeView
from desktop_app.ui.inquiry.page import Page
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.inquiry.told_page import sheet_of
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.scene import Scene
from desktop_app.wording.told_months import months_told

TWO = 2


class MonthsPage(Page):
    """The difference of two months; at first that of the present month from the one before it."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._subject: Subject | None = None
        self._bills: dict[Month, MonthlyBill] = {}
        self._chosen: tuple[Month, Month] | None = None
        self._after, self._before = self._combo("after"), self._combo("before")
        self._sentence = plain_label("", "group", wrapped=True)
        self._view = MonthBridgeView(scene)
        self.table = FigureTable(self.words.text("window.inquiry.page.months"), scene.look)
        chosen = QHBoxLayout()
        for part in (self._after, plain_label(self.words.text("window.inquiry.than"), "unit"), self._before):
            chosen.addWidget(part)
        chosen.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 6, 4)
        box.setSpacing(scene.look.px(6))
        box.addLayout(chosen)
        box.addWidget(self._sentence)
        box.addWidget(self._view, 1)
        box.addWidget(self.table)

    def _combo(self, name: str) -> QuietCombo:
        combo = QuietCombo()
        combo.goes_on = False
        combo.setAccessibleName(self.words.text(f"window.inquiry.months.{name}"))
        combo.activated.connect(self._on_activated)
        return combo

    def take_focus(self) -> None:
        """Put the keyboard on the month that is asked about."""
        self._after.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_month(self, i: int) -> None:
        """Ask about the month in a row of the statement, against the one before it."""
        months = list(self._bills)
        if 0 < i < len(months):
            self._chosen = months[i - 1], months[i]
            self._show()

    def show_subject(self, subject: Subject) -> None:
        """Show the difference of the months that were chosen, as long as the contract has them."""
        if subject is self._subject:
            return
        self._subject = subject
        self._bills = {bill.month.value: bill for bill in subject.statement.months}
        if self._chosen is None or not set(self._chosen) <= set(self._bills):
            self._chosen = _present(Month.of(subject.as_of), list(self._bills))
        for combo in (self._before, self._after):
            combo.clear()
            combo.addItems([self.words.value(each) for each in self._bills])
        self._show()

    def _show(self) -> None:
        subject, chosen = self._subject, self._chosen
        for part in (self._before, self._after, self._view, self.table):
            part.setVisible(chosen is not None)
        if subject is None or chosen is None:
            self._sentence.setText(self.words.text("window.inquiry.months.none"))
            return
        months = list(self._bills)
        for combo, month in zip((self._before, self._after), chosen, strict=True):
            combo.setCurrentIndex(months.index(month))
        before, after = (self._bills[month] for month in chosen)
        bridge = month_bridge(before, after, subject.contract.policy.rounding)
        told = months_told(bridge, self.words)
        self._sentence.setText("\n".join(told.sentences))
        self._view.show_bridge(bridge)
        self._view.setAccessibleName(told.heading)
        self._view.setAccessibleDescription("\n".join(self.words.listed(filter(None, row)) for row in told.rows))
        self.table.show_sheet(sheet_of(told, strong=told.marked))
        height = self.table.verticalHeader().defaultSectionSize() * len(told.rows)
        self.table.setFixedHeight(self.table.horizontalHeader().height() + height + 4)

    def _on_activated(self, _place: int) -> None:
        months = list(self._bills)
        self._chosen = months[self._before.currentIndex()], months[self._after.currentIndex()]
        self._show()


def _present(present: Month, months: list[Month]) -> tuple[Month, Month] | None:
    """Return the present month, or the last, and the one before it; None where there are not two."""
    if len(months) < TWO:
        return None
    i = max(months.index(present), 1) if present in months else len(months) - 1
    return months[i - 1], months[i]
