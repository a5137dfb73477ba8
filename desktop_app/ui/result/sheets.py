"""The tables of a statement: months, days, settlement, outages, as cells of text that know their figure."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from msgspec import Struct

from desktop_app.calculation.money import Yen
from desktop_app.calculation.problem import UnreadableValueError
from desktop_app.calculation.statement import MonthlyBill, OutageCredit, SettlementLine, Statement, Totals, figure_at
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


TOTALS = {
    "billed_fee": "monthly_fees",
    "other_fees": "",
    "credit": "credits",
    "settlement": "settlement",
    "tax": "tax",
    "total": "total",
}
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


def _yen(amount: Yen, words: Wording, *, credit: bool = False) -> str:
    """Return an amount as tables have it: no sign for yen, nothing for zero, what is taken off with its sign."""
    yen = -amount.amount if credit else amount.amount
    return signed_number(yen, words.language) if yen else ""


def _days(days: Step[int], length: Step[int], known: Known) -> str:
    return part_of_month(days.value, length.value, known.contract.policy.partial_month)


def _billed_days(bill: MonthlyBill, known: Known, _words: Wording) -> str:
    return _days(bill.billed_days, bill.days_in_month, known) if bill.billed_days.value else ""


def _accounts(bill: MonthlyBill, _known: Known, words: Wording) -> str:
    count = bill.max_accounts.value
    return "" if count is None else words.value(count)


COLUMNS_OF_DAYS: dict[str, Callable[[MonthlyBill, Known, Wording], str]] = {
    "month": lambda bill, _, __: short_month(bill.month.value),
    "billed_days": _billed_days,
    "max_accounts": _accounts,
}
COLUMNS_OF_YEN: dict[str, Callable[[MonthlyBill], int]] = {
    "monthly_fee": lambda bill: bill.monthly_fee.value.amount,
    "billed_fee": lambda bill: bill.billed_fee.value.amount,
    "other_fees": lambda bill: bill.initial_fees.value.amount + bill.one_time_fees.value.amount,
    "credit": lambda bill: -bill.credit.value.amount,
    "settlement": lambda bill: bill.settlement.value.amount,
    "tax": lambda bill: bill.tax.value.amount,
    "total": lambda bill: bill.total.value.amount,
}
MONTH_COLUMNS = (*COLUMNS_OF_DAYS, *COLUMNS_OF_YEN)
"""What stands in each column for a month. All but its total may come to nothing, which would look forgotten as a blank."""


def months_sheet(known: Known, words: Wording) -> Sheet:
    """Return one row for each month and one for the totals; no rows without a month."""
    titles, digits = _titles("months", MONTH_COLUMNS, words), tuple(name != "month" for name in MONTH_COLUMNS)
    statement = known.statement
    if not statement.months:
        return Sheet(titles, (), digits)
    rows = [_month_row(known, i, words) for i in range(len(statement.months))]
    return Sheet(titles, (*rows, tuple(_total_cell(name, statement, words) for name in MONTH_COLUMNS)), digits)


def _month_row(known: Known, i: int, words: Wording) -> tuple[Cell, ...]:
    """Return the cells of a month in one go, one by one only where something is not known."""
    bill, language = known.statement.months[i], words.language
    places = _places(i, _explaining(bill.initial_fees, bill.one_time_fees, "taxable"))
    try:
        texts = [text(bill, known, words) for text in COLUMNS_OF_DAYS.values()]
        texts += [signed_number(yen, language) if (yen := of(bill)) else "" for of in COLUMNS_OF_YEN.values()]
    except UnreadableValueError:
        columns = zip(MONTH_COLUMNS, places, strict=True)
        return tuple([_known(place, words, partial(_text, name, bill, known, words)) for name, place in columns])
    texts[-1] = texts[-1] or "0"
    return tuple(map(Cell, texts, places))


def _text(name: str, bill: MonthlyBill, known: Known, words: Wording) -> str:
    if name in COLUMNS_OF_DAYS:
        return COLUMNS_OF_DAYS[name](bill, known, words)
    yen = COLUMNS_OF_YEN[name](bill)
    return signed_number(yen, words.language) if yen or name == "total" else ""


@lru_cache(maxsize=4096)
def _places(i: int, other: str) -> tuple[Path, ...]:
    """Return the places of a month's figures; `other` is the one that explains the fees that stand together in one column."""
    return tuple(("months", i, other if name == "other_fees" else name) for name in MONTH_COLUMNS)


def _explaining(initial: Step[Yen], one_time: Step[Yen], both: str) -> str:
    """Return which figure explains initial and one-time fees: what there is of them, their sum, or what is unknown."""
    if not is_known(initial) or not is_known(one_time):
        return "one_time_fees" if is_known(initial) else "initial_fees"
    return both if initial.value and one_time.value else "one_time_fees" if one_time.value else "initial_fees"


def _known(path: Path, words: Wording, text: Callable[[], str], *, strong: bool = False) -> Cell:
    """Return a cell, or a dash where its figure is not known; the dash can be asked why as well."""
    return Cell(known_or(words.text("value.unknown"), text), path, strong)


def _total_cell(name: str, statement: Statement, words: Wording) -> Cell:
    if name == "month":
        return Cell(words.text("window.sheet.total"), strong=True)
    if name not in TOTALS:
        return BLANK
    sums, place = statement.totals, TOTALS[name]
    if name == "other_fees":
        place = _explaining(sums.initial_fees, sums.one_time_fees, "subtotal")
    return _known(("totals", place), words, lambda: _total(name, sums, words), strong=True)


def _total(name: str, sums: Totals, words: Wording) -> str:
    if name == "other_fees":
        return _yen(sums.initial_fees.value + sums.one_time_fees.value, words)
    return _yen(getattr(sums, TOTALS[name]).value, words, credit=name == "credit") or ("0" if name == "total" else "")


def dates_sheet(known: Known, words: Wording) -> Sheet:
    """Return one row for each day that matters."""
    rows = []
    for below in DATE_ROWS:
        path: Path = ("dates", *below)
        step = figure_at(known.statement, path)
        if step is not None and step.value is not None:
            name = words.text(f"window.date.{below[-1] if len(below) == 1 else '_'.join(map(str, below))}")
            day = _known(path, words, partial(long_day, step.value, words.language))
            rows.append((Cell(name, path), day))
    return Sheet(_titles("dates", ("name", "day"), words), tuple(rows), (False, False))


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
        total = _known(at, words, lambda: _yen(settled.amount.value, words) or "0", strong=True)
        rows.append((Cell(words.text("window.sheet.total"), strong=True), BLANK, BLANK, total))
    return Sheet(_titles("settlement", columns, words), tuple(rows), (False, True, True, True))


def _settlement_row(line: SettlementLine, i: int, known: Known, words: Wording) -> tuple[Cell, ...]:
    at: Path = ("settlement", "lines", i)
    return (
        Cell(short_month(line.month.value), (*at, "month")),
        Cell(_days(line.days, line.days_in_month, known), (*at, "days")),
        Cell(_yen(line.monthly_fee.value, words), (*at, "monthly_fee")),
        Cell(_yen(line.amount.value, words), (*at, "amount")),
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
        "amount": lambda: _yen(outage.amount.value, words, credit=outage.status.value == "granted") or "0",
    }
    cells = (_known((*at, name), words, text) for name, text in texts.items())
    return (Cell(str(i + 1), (*at, "amount")), *cells)


def _titles(sheet: str, columns: Iterable[str], words: Wording) -> tuple[str, ...]:
    return tuple(words.text(f"window.sheet.{sheet}.{column}") for column in columns)
