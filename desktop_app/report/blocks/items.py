"""What a quotation offers, item by item (品目・数量・単位・単価・金額・税率); its amounts add up to the sum without tax."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.calculation.step import Step
from desktop_app.report.blocks.reasons import made_of
from desktop_app.report.blocks.source import Block, Source
from desktop_app.wording.amounts import percent_text

COLUMNS = (
    ("item", "left"),
    ("quantity", "right"),
    ("unit", "left"),
    ("unit_price", "right"),
    ("amount", "right"),
    ("tax_rate", "right"),
)


class Item(NamedTuple):
    """A line of the quotation in words and yen; `amount` is what counts, `below` says how the price came about."""

    name: str
    quantity: str
    unit: str
    price: str
    amount: Yen
    rate: str
    below: str = ""
    taken_off: bool = False


def items_block(source: Source) -> Block:
    """Return the items of the quotation as a table."""
    return {
        "kind": "table",
        "heading": source.said("items"),
        "unit": source.said("unit.yen"),
        "columns": [{"title": source.said(f"column.{name}"), "side": side} for name, side in COLUMNS],
        "rows": [_row(each, source) for each in items_of(source)],
        "wide_first": True,
    }


def _row(item: Item, source: Source) -> Block:
    amount = source.reduction(item.amount) if item.taken_off else f"{item.amount.amount:,}"
    return {"cells": [item.name, item.quantity, item.unit, item.price, amount, item.rate], "below": item.below}


def items_of(source: Source) -> list[Item]:
    """Return initial fees, monthly fees in runs of equal months, one-time fees, credits and the settlement."""
    bills = source.statement.months
    found = [each for bill in bills for each in _initial(bill, source)]
    found += _monthly(source)
    for kind in (_one_time, _credit, _settlement):
        found += [each for bill in bills for each in kind(bill, source)]
    return found


def _rate(bill: MonthlyBill) -> str:
    return percent_text(bill.tax_rate.value)


def _once(name: str, amount: Yen, rate: str, source: Source, *, taken_off: bool = False) -> Item:
    price = source.reduction(amount) if taken_off else f"{amount.amount:,}"
    return Item(name, "1", source.said("unit.lot"), price, amount, rate, taken_off=taken_off)


def _parts(step: Step[Any]) -> Iterator[Step[Any]]:
    """Yield the fees that a month's sum was made of."""
    yield from (each for each in step.given if isinstance(each.value, Yen) and each.value)


def _initial(bill: MonthlyBill, source: Source) -> Iterator[Item]:
    for fee in _parts(bill.initial_fees):
        yield _once(source.said(f"item.{fee.name}"), fee.value, _rate(bill), source)


def _one_time(bill: MonthlyBill, source: Source) -> Iterator[Item]:
    for fee in _parts(bill.one_time_fees):
        yield _once(_name_of_one_time(fee, source), fee.value, _rate(bill), source)


def _name_of_one_time(fee: Step[Any], source: Source) -> str:
    typed, accepted = fee.given
    day = source.day(accepted.value)
    path = typed.path
    if "change_fees" not in path and path[0] != "changes":
        return source.said(f"item.{fee.name}", day=day)
    item = source.contract.changes[int(path[1])].item if path[0] == "changes" else str(path[-1])
    return source.said("item.change", item=source.words.choice("item", item), day=day)


def _credit(bill: MonthlyBill, source: Source) -> Iterator[Item]:
    if bill.credit.value:
        yield _once(source.said("item.credit", month=bill.month.value), bill.credit.value, _rate(bill), source, taken_off=True)


def _settlement(bill: MonthlyBill, source: Source) -> Iterator[Item]:
    if bill.settlement.value:
        rate = source.said("outside_tax") if bill.non_taxable.value else _rate(bill)
        yield _once(source.said("settlement"), bill.settlement.value, rate, source)


def _monthly(source: Source) -> Iterator[Item]:
    billed = [bill for bill in source.statement.months if bill.billed_days.value]
    for _, run in groupby(billed, key=_alike):
        bills = list(run)
        first = bills[0]
        yield _whole(bills, source) if first.billed_fee.value == first.monthly_fee.value else _partial(first, source)


def _alike(bill: MonthlyBill) -> tuple[Any, ...]:
    """Return what months of one item have in common; a month that is not billed whole is an item of its own."""
    whole = bill.billed_fee.value == bill.monthly_fee.value
    return (bill.max_accounts.value, bill.monthly_fee.value, bill.tax_rate.value, None if whole else bill.month.value)


def _whole(bills: list[MonthlyBill], source: Source) -> Item:
    first, last = bills[0], bills[-1]
    amount = Yen(first.monthly_fee.value.amount * len(bills))
    key = "item.monthly" if first is last else "item.monthly.months"
    name = source.said(key, first=first.month.value, last=last.month.value, accounts=first.max_accounts.value)
    below = source.told(made_of(first.monthly_fee, source))
    price = f"{first.monthly_fee.value.amount:,}"
    return Item(name, str(len(bills)), source.said("unit.months", n=len(bills)), price, amount, _rate(first), below)


def _partial(bill: MonthlyBill, source: Source) -> Item:
    name = source.said("item.monthly", first=bill.month.value, accounts=bill.max_accounts.value)
    below = source.told((*made_of(bill.monthly_fee, source), source.why(bill.billed_fee)))
    price = f"{bill.monthly_fee.value.amount:,}"
    quantity, unit = source.part_of_month(bill.billed_days.value, bill.days_in_month.value), source.said("unit.months", n=1)
    return Item(name, quantity, unit, price, bill.billed_fee.value, _rate(bill), below)
