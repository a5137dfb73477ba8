"""The months of a contract as a table (月別明細), columns in which nothing stands left out; and the totals with tax by rate."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from desktop_app.calculation.money import Yen, total
from desktop_app.calculation.statement import MonthlyBill, Totals
from desktop_app.report.blocks.source import NOTHING_THERE, Block, Source, figure, sum_figure
from desktop_app.wording.amounts import percent_text, yen_text


class Column(NamedTuple):
    """A column of the table: its cell for a bill, its sum, whether it stands there though it says nothing, its side."""

    name: str
    cell: Callable[[MonthlyBill, Source], str]
    sum: Callable[[Totals, Source], str] = lambda _totals, _source: ""
    always: bool = False
    side: str = "right"


def _month(bill: MonthlyBill, source: Source) -> str:
    return source.words.value(bill.month.value)


def _days(bill: MonthlyBill, source: Source) -> str:
    days = bill.billed_days.value
    return source.part_of_month(days, bill.days_in_month.value) if days else NOTHING_THERE


def _accounts(bill: MonthlyBill, _: Source) -> str:
    return NOTHING_THERE if bill.max_accounts.value is None else f"{bill.max_accounts.value:,}"


def _peak(bill: MonthlyBill, _: Source) -> str:
    peak = bill.peak_on.value
    return NOTHING_THERE if peak is None or peak == bill.from_.value else f"{peak.month}/{peak.day}"


def _rate(bill: MonthlyBill, _: Source) -> str:
    return percent_text(bill.tax_rate.value)


COLUMNS = (
    Column("month", _month, always=True, side="left"),
    Column("days", _days),
    Column("accounts", _accounts),
    Column("peak", _peak),
    Column("monthly_fee", lambda bill, _: figure(bill.monthly_fee.value)),
    Column("billed_fee", lambda bill, _: figure(bill.billed_fee.value), lambda sums, _: figure(sums.monthly_fees.value)),
    Column("initial_fees", lambda bill, _: figure(bill.initial_fees.value), lambda sums, _: figure(sums.initial_fees.value)),
    Column("one_time_fees", lambda bill, _: figure(bill.one_time_fees.value), lambda sums, _: figure(sums.one_time_fees.value)),
    Column(
        "credit",
        lambda bill, source: source.reduction(bill.credit.value),
        lambda sums, source: source.reduction(sums.credits.value),
    ),
    Column("settlement", lambda bill, _: figure(bill.settlement.value), lambda sums, _: figure(sums.settlement.value)),
    Column("tax_rate", _rate),
    Column("tax", lambda bill, _: sum_figure(bill.tax.value), lambda sums, _: sum_figure(sums.tax.value), always=True),
    Column("total", lambda bill, _: sum_figure(bill.total.value), lambda sums, _: sum_figure(sums.total.value), always=True),
)


def month_table_block(source: Source) -> Block | None:
    """Return the table of the months with their sums; None when there is nothing to bill."""
    bills, words = source.statement.months, source.said
    if not bills:
        return None
    columns = [column for column in COLUMNS if _stands(column, source)]
    sums = [column.sum(source.statement.totals, source) for column in columns]
    return {
        "kind": "table",
        "heading": words("months"),
        "cited": words("months.span", first=bills[0].month.value, last=bills[-1].month.value),
        "unit": words("unit.yen"),
        "columns": [
            {"title": words(f"column.{each.name}"), "side": "left" if each.name == "month" else "right"} for each in columns
        ],
        "rows": [{"cells": [column.cell(bill, source) for column in columns]} for bill in bills],
        "sum": [words("column.sum"), *sums[1:]],
        "together": True,
    }


def _stands(column: Column, source: Source) -> bool:
    if column.always:
        return True
    bills = source.statement.months
    if column.name == "monthly_fee":
        return any(bill.monthly_fee.value != bill.billed_fee.value for bill in bills)
    cells = {column.cell(bill, source) for bill in bills}
    return len(cells) > 1 if column.name == "tax_rate" else cells != {NOTHING_THERE}


def totals_block(source: Source) -> Block:
    """Return the sum without tax, the tax by rate and what is outside it, and the sum of all."""
    totals = source.statement.totals
    return {
        "kind": "totals",
        "rates": [*_by_rate(source), *_outside_tax(source)],
        "note": source.said("totals.tax_note", rounding=source.words.choice("rounding", source.contract.policy.rounding)),
        "rows": [
            [source.said("totals.subtotal"), yen_text(totals.subtotal.value)],
            [source.said("totals.tax"), yen_text(totals.tax.value)],
            [source.said("totals.total"), yen_text(totals.total.value)],
        ],
    }


def _by_rate(source: Source) -> list[str]:
    bills = source.statement.months
    rates: list[Fraction] = sorted({bill.tax_rate.value for bill in bills if bill.taxable.value})
    return [_rate_line(rate, [bill for bill in bills if bill.tax_rate.value == rate], source) for rate in rates]


def _rate_line(rate: Fraction, bills: list[MonthlyBill], source: Source) -> str:
    taxable, tax = total(bill.taxable.value for bill in bills), total(bill.tax.value for bill in bills)
    return source.said("totals.rate", rate=percent_text(rate), taxable=taxable, tax=tax)


def _outside_tax(source: Source) -> list[str]:
    outside: Yen = total(bill.non_taxable.value for bill in source.statement.months)
    return [source.said("totals.outside_tax", amount=outside)] if outside else []
