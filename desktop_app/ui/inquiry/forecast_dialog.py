"""Counts of months to come: how they go on is chosen, every record and what it comes to is seen, and all are one act to undo."""

from decimal import Decimal
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.document.assess import assess
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.forecast import (
    MOST_MONTHS,
    Forecast,
    ForecastError,
    Growth,
    Plan,
    forecast,
    next_month,
    with_forecast,
)
from desktop_app.document.row_order import in_order
from desktop_app.document.typed_numbers import price_entry, whole_entry
from desktop_app.ui.decision_row import DecisionRow
from desktop_app.ui.editors.choices import SegmentEditor
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.inquiry.told_page import sheet_of
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.scene import Scene
from desktop_app.wording.told_forecast import Foreseen, forecast_note, forecast_told

ACCOUNTS = ("accounts",)
GROWTHS: tuple[Growth, ...] = ("constant", "added", "percent", "last_year")
WITH_CHANGE = frozenset({"added", "percent"})
FIRST_MONTHS, FIRST_CHANGE = "12", {"added": "10", "percent": "2"}
NUMBER_LETTERS, GAP, TITLE_BAR = 10, 8, 60


class ForecastDialog(QDialog):
    """Shows a forecast while it is being described; `foreseen` with all account records when it is to be taken."""

    foreseen = Signal(object)

    def __init__(self, scene: Scene, subject: Subject, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._look, self._subject = scene.words, scene.look, subject
        self._growth: Growth = "constant"
        self._first = next_month(subject.contract.accounts)
        self._records: list[object] | None = None
        self._choice = SegmentEditor({each: self._text(f"growth.{each}") for each in GROWTHS}, "constant")
        self._choice.edited.connect(self._choose)
        self._change, self._months = self._line("change", ""), self._line("months", FIRST_MONTHS)
        self._change_name, self._unit = plain_label(self._text("change"), "muted"), plain_label("", "unit")
        self._table = FigureTable(scene.words.text("window.forecast.preview"), scene.look)
        self._told, self._wrong = plain_label("", "help", wrapped=True), plain_label("", "error", wrapped=True)
        self.setWindowTitle(self._text("title"))
        self._lay_out()
        self._choose("constant")

    def _text(self, name: str, **values: object) -> str:
        return self._words.text(f"window.forecast.{name}", **values)

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(self._text(name))
        line.setFixedWidth(line.fontMetrics().horizontalAdvance("0") * NUMBER_LETTERS + self._look.px(20))
        line.textEdited.connect(self._show)
        return line

    def _lay_out(self) -> None:
        look = self._look
        form = QFormLayout()
        form.setHorizontalSpacing(look.px(12))
        form.setVerticalSpacing(look.px(8))
        self._choice.show_name(self._text("growth"))
        form.addRow(plain_label(self._text("growth"), "muted"), self._choice)
        form.addRow(self._change_name, _beside(self._change, self._unit))
        first = plain_label(self._text("from", month=self._first), "unit")
        form.addRow(plain_label(self._text("months"), "muted"), _beside(self._months, first))
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (20, 16, 20, 14)))
        box.setSpacing(look.px(10))
        box.addWidget(plain_label(self._text("what"), "help", wrapped=True))
        box.addLayout(form)
        box.addWidget(self._table, 1)
        for part in (self._told, self._wrong):
            box.addWidget(part)
        decision = DecisionRow(self, self._text("take"), self._on_taken, self._words)
        self._take = decision.take
        box.addWidget(decision)
        self.resize(look.px(560), min(look.px(560), self.screen().availableSize().height() - TITLE_BAR))

    def _choose(self, growth: str) -> None:
        """Show a way to go on, with a change to begin with where it has one."""
        self._growth = cast("Growth", growth)
        self._choice.show_value(growth)
        for part in (self._change_name, self._change, self._unit):
            part.setVisible(growth in WITH_CHANGE)
        if growth in WITH_CHANGE:
            self._change.setText(FIRST_CHANGE[growth])
            self._unit.setText(self._text(f"unit.{growth}"))
        self._show()

    def _show(self) -> None:
        """Show what would be recorded, and what it comes to, or why there is nothing."""
        plan, draft, made = self._plan(), None, None
        if isinstance(plan, Plan):
            note = forecast_note(plan.growth, plan.change, self._words)
            try:
                made = forecast(self._subject.contract.accounts, plan, note)
            except ForecastError as error:
                plan = self._text(f"error.{error.cause}", first=self._first)
            else:
                draft = with_forecast(self._subject.draft, made)
        self._show_made(made, draft, plan if isinstance(plan, str) else "")

    def _show_made(self, made: Forecast | None, draft: Draft | None, wrong: str) -> None:
        self._records = None
        if made is not None and draft is not None:
            wrong = self._show_records(made, draft)
        self._table.setVisible(not wrong)
        self._told.setVisible(not wrong)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._take.setEnabled(self._records is not None)

    def _show_records(self, made: Forecast, draft: Draft) -> str:
        """Show the records of a forecast; return why they cannot be taken, nothing if they can."""
        assessment = assess(draft, self._subject.as_of, self._subject.rules)
        if assessment.statement is None:
            return "\n".join(self._words.problem(each) for each in assessment.problems)
        before, after = (each.totals.total.value for each in (self._subject.statement, assessment.statement))
        told = forecast_told(Foreseen(*made), self._growth, before, after, self._words)
        self._table.show_sheet(sheet_of(told))
        self._told.setText("\n".join(told.sentences))
        self._records = in_order(ACCOUNTS, value_at(draft, ACCOUNTS))
        return ""

    def _plan(self) -> Plan | str:
        """Return what was described, or what is wrong with it."""
        months = whole_entry(self._months.text())
        if not isinstance(months, int):
            return self._text("error.months", most=MOST_MONTHS)
        last = self._first.plus(min(max(months, 0), MOST_MONTHS + 1) - 1)
        change = number_in(self._change.text()) if self._growth in WITH_CHANGE else Decimal(0)
        return self._text("error.change") if change is None else Plan(self._growth, self._first, last, change)

    def _on_taken(self) -> None:
        if self._records is not None:
            self.accept()
            self.foreseen.emit(self._records)


def number_in(text: str) -> Decimal | None:
    """Return the number that was typed, with or without its sign and its per cent.

    >>> number_in("+10"), number_in("－２．５％"), number_in("many"), number_in("")
    (Decimal('10'), Decimal('-2.5'), None, None)
    """
    bare = text.strip().removeprefix("+").removeprefix("＋").removesuffix("%").removesuffix("％").replace("－", "-")
    entry = price_entry(bare)
    try:
        return None if entry is None else Decimal(entry)
    except ArithmeticError:
        return None


def _beside(*parts: QLineEdit | QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
