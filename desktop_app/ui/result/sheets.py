"""The tables of a statement: months, days, settlement, outages, as cells of text that know their figure."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.calculation.money import Yen
from desktop_app.calculation.problem import UnreadableValueError
from desktop_app.calculation.statement import MonthlyBill, OutageCredit, SettlementLine, Statement, figure_at
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known, known_or
from desktop_app.document.partly import Known
from desktop_app.ui.result.figures import short_month
from desktop_app.wording.amounts import part_of_month, signed_number
from desktop_app.wording.days import long_day
from desktop_app.wording.reasons import value_text
from desktop_app.wording.wording import Wording


class Cell(Struct, frozen=True, gc=False):
    """A text, the place of its figure in the statement, and whether it stands out as a sum."""

    text: str
    path: Path = ()
    strong: bool = False


BLANK = Cell("", strong=True)


class Sheet(NamedTuple):
    """A table to be read."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    digits: tuple[bool, ...]


MONTH_COLUMNS = (
    "month",
    "billed_days",
    "max_accounts",
    "monthly_fee",
    "billed_fee",
    "other_fees",
    "credit",
    "settlement",
    "tax",
    "total",
)
TOTALS = {
    "billed_fee": "monthly_fees",
    "other_fees": "",
    "credit": "credits",
    "settlement": "settlement",
    "tax": "tax",
    "total": "total",
}
NOTHING = {"total": "0"}
"""What stands for zero in a column where a blank would look forgotten: a month may come to nothing."""
DATE_ROWS: tuple[Path, ...] = (
    ("accepted_on",),
    ("billing_start",),
    ("minimum_term", "start"),
    ("minimum_term", "end"),
    ("termination", "notice_arrived_on"),
    ("termination", "earliest_on"),
    ("termination", "designated_on"),
    ("termination", "effective_on"),
    ("latest_notice_for_term_end",),
)


def months_sheet(known: Known, words: Wording) -> Sheet:
    """Return one row for each month and one for the totals; no rows without a month."""
    titles, digits = _titles("months", MONTH_COLUMNS, words), tuple(name != "month" for name in MONTH_COLUMNS)
    statement = known.statement
    if not statement.months:
        return Sheet(titles, (), digits)
    rows = [_month_row(known, i, words) for i in range(len(statement.months))]
    totals = tuple(
        _known(("totals", TOTALS.get(name) or "initial_fees"), words, partial(_total_cell, name, statement, words), strong=True)
        for name in MONTH_COLUMNS
    )
    return Sheet(titles, (*rows, totals), digits)


def _month_row(known: Known, i: int, words: Wording) -> tuple[Cell, ...]:
    """Return the cells of a month in one go, one by one only where something is not known."""
    try:
        return tuple([_month_cell(known, i, name, words) for name in MONTH_COLUMNS])
    except UnreadableValueError:
        places = {name: _place_of(known.statement.months[i], i, name) for name in MONTH_COLUMNS}
        return tuple([_known(place, words, partial(_month_cell, known, i, name, words)) for name, place in places.items()])


def _place_of(bill: MonthlyBill, i: int, column: str) -> Path:
    """Return the place of a month's figure; of the fees that stand together in one column of the one that is not known."""
    if column == "other_fees":
        return ("months", i, "one_time_fees" if is_known(bill.initial_fees) else "initial_fees")
    return ("months", i, column)


def _known(path: Path, words: Wording, make: Callable[[], Cell], *, strong: bool = False) -> Cell:
    """Return a cell, or a dash where its figure is not known; the dash can be asked why as well."""
    return known_or(Cell(words.text("value.unknown"), path, strong), make)


def _month_cell(known: Known, i: int, name: str, words: Wording) -> Cell:
    path: Path = ("months", i, name)
    bill = known.statement.months[i]
    if name == "other_fees":
        return _other_fees(bill.initial_fees, bill.one_time_fees, ("months", i), "taxable", words)
    step = getattr(bill, name)
    if name == "month":
        return Cell(short_month(step.value), path)
    if name == "billed_days":
        return Cell(_days(step, bill.days_in_month, known) if step.value else "", path)
    return Cell(_figure_in(name, step.value, words), path)


def _days(days: Step[int], length: Step[int], known: Known) -> str:
    return part_of_month(days.value, length.value, known.contract.policy.partial_month)


def _total_cell(name: str, statement: Statement, words: Wording) -> Cell:
    if name == "month":
        return Cell(words.text("window.sheet.total"), strong=True)
    if name not in TOTALS:
        return BLANK
    if name == "other_fees":
        sums = statement.totals
        return replace(_other_fees(sums.initial_fees, sums.one_time_fees, ("totals",), "subtotal", words), strong=True)
    return Cell(_figure_in(name, getattr(statement.totals, TOTALS[name]).value, words), ("totals", TOTALS[name]), strong=True)


def _other_fees(initial: Step[Yen], one_time: Step[Yen], at: Path, both: str, words: Wording) -> Cell:
    """Return initial and one-time fees in one figure, explained by the one of them that there is, else by their common sum."""
    name = both if initial.value and one_time.value else "one_time_fees" if one_time.value else "initial_fees"
    return Cell(_figure(initial.value + one_time.value, words), (*at, name))


def _figure_in(column: str, value: Any, words: Wording) -> str:
    """Return a figure of a month as its column has it."""
    return _figure(value, words, credit=column == "credit") or NOTHING.get(column, "")


def _figure(value: Any, words: Wording, *, credit: bool = False) -> str:
    """Return a figure as tables have it: no sign for yen, nothing for zero, what is taken off with its sign."""
    if isinstance(value, Yen):
        number = -value.amount if credit else value.amount
        return signed_number(number, words.language) if number else ""
    return "" if value is None else words.value(value)


def dates_sheet(known: Known, words: Wording) -> Sheet:
    """Return one row for each day that matters."""
    rows = []
    for below in DATE_ROWS:
        path: Path = ("dates", *below)
        step = figure_at(known.statement, path)
        if step is not None and step.value is not None:
            name = words.text(f"window.date.{below[-1] if len(below) == 1 else '_'.join(map(str, below))}")
            day = _known(path, words, partial(_day_cell, step.value, path, words))
            rows.append((Cell(name, path), day))
    return Sheet(_titles("dates", ("name", "day"), words), tuple(rows), (False, False))


def _day_cell(value: date, path: Path, words: Wording) -> Cell:
    return Cell(long_day(value, words.language), path)


def _day(value: date | None, words: Wording) -> str:
    return "" if value is None else long_day(value, words.language)


def settlement_sheet(known: Known, words: Wording) -> Sheet:
    """Return one row for each month of the settlement and its sum; no rows without a settlement."""
    columns = ("month", "days", "monthly_fee", "amount")
    settled = known.statement.settlement
    rows: list[tuple[Cell, ...]] = []
    if settled is not None:
        rows = [_settlement_row(line, i, known, words) for i, line in enumerate(settled.lines)]
        at: Path = ("settlement", "amount")
        total = _known(at, words, lambda: Cell(_figure(settled.amount.value, words) or "0", at, strong=True), strong=True)
        rows.append((Cell(words.text("window.sheet.total"), strong=True), BLANK, BLANK, total))
    return Sheet(_titles("settlement", columns, words), tuple(rows), (False, True, True, True))


def _settlement_row(line: SettlementLine, i: int, known: Known, words: Wording) -> tuple[Cell, ...]:
    at: Path = ("settlement", "lines", i)
    return (
        Cell(short_month(line.month.value), (*at, "month")),
        Cell(_days(line.days, line.days_in_month, known), (*at, "days")),
        Cell(_figure(line.monthly_fee.value, words), (*at, "monthly_fee")),
        Cell(_figure(line.amount.value, words), (*at, "amount")),
    )


def outages_sheet(known: Known, words: Wording) -> Sheet:
    """Return one row for each outage."""
    columns = ("number", "status", "hours", "whole_days", "claim_deadline", "amount")
    rows = tuple(_outage_row(each, i, words) for i, each in enumerate(known.statement.outages))
    return Sheet(_titles("outages", columns, words), rows, (False, False, True, True, False, True))


def _outage_row(outage: OutageCredit, i: int, words: Wording) -> tuple[Cell, ...]:
    at: Path = ("outages", i)
    texts: dict[str, Callable[[], str]] = {
        "status": lambda: value_text(outage.status, words),
        "hours": lambda: words.value(outage.hours.value),
        "whole_days": lambda: words.value(outage.whole_days.value),
        "claim_deadline": lambda: _day(outage.claim_deadline.value, words),
        "amount": lambda: _figure(outage.amount.value, words, credit=outage.status.value == "granted") or "0",
    }
    cells = (_known((*at, name), words, partial(_cell_of, text, (*at, name))) for name, text in texts.items())
    return (Cell(str(i + 1), (*at, "amount")), *cells)


def _cell_of(text: Callable[[], str], path: Path) -> Cell:
    return Cell(text(), path)


def _titles(sheet: str, columns: Iterable[str], words: Wording) -> tuple[str, ...]:
    return tuple(words.text(f"window.sheet.{sheet}.{column}") for column in columns)
