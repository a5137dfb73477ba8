"""What belongs to which month's bill, and the bills of all months from the first item to the last."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop_app.calculation.clauses.accrual import Accrued
from desktop_app.calculation.clauses.bill import BilledMonth, BillItems, TaxOn, monthly_bill, unbilled_month
from desktop_app.calculation.clauses.consumption_tax import rate_of
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month, months_between
from desktop_app.calculation.problem import UNREADABLE, UnreadableValueError
from desktop_app.calculation.statement import CreditLine, MonthlyBill, OutageCredit
from desktop_app.calculation.step import Step
from desktop_app.calculation.terms import TaxRates
from desktop_app.calculation.unknown import is_known


class Accruals(NamedTuple):
    """What accrues besides the monthly fees; a part that cannot be known is `UNREADABLE`."""

    initial: tuple[Accrued, ...]
    one_time: tuple[Accrued, ...]
    outages: tuple[OutageCredit, ...]
    settlement: Step[Yen] | None
    settled_in: Month | None


class Taxation(NamedTuple):
    """How bills are taxed: the rates, the tax on an amount, and whether a settlement is taxed."""

    rates: TaxRates
    tax_on: TaxOn
    taxed_settlement: Step[bool]


def monthly_bills(billed: Mapping[Month, BilledMonth], accruals: Accruals, taxation: Taxation) -> tuple[MonthlyBill, ...]:
    """Return the bills from the first month with an item to the last, without gaps; none where there is no item.

    UnreadableValueError where no item is known, but one could be.
    """
    base = _what_every_month_has(accruals)
    items = _items_by_month(accruals, base)
    fees = (*_readable(accruals.initial), *_readable(accruals.one_time))
    with_items = {*billed, *(fee.month for fee in fees if fee.amount.value)}
    if accruals.settled_in is not None:
        with_items.add(accruals.settled_in)
    if not with_items:
        if any(part is UNREADABLE for part in base):
            raise UnreadableValueError
        return ()
    return tuple(
        [
            monthly_bill(
                billed.get(month) or unbilled_month(month),
                items.get(month, base),
                taxation.taxed_settlement,
                rate_of(month, taxation.rates),
                taxation.tax_on,
            )
            for month in months_between(min(with_items), max(with_items))
        ]
    )


def _readable(fees: tuple[Accrued, ...]) -> tuple[Accrued, ...]:
    return () if fees is UNREADABLE else fees


def _what_every_month_has(accruals: Accruals) -> BillItems:
    """Return what is the same of every month: nothing of a kind, or `UNREADABLE` where it could belong to any of them."""
    initial: Any = UNREADABLE if accruals.initial is UNREADABLE else ()
    one_time: Any = UNREADABLE if accruals.one_time is UNREADABLE else ()
    credits_: Any = (
        () if accruals.outages is not UNREADABLE and all(is_known(each.status) for each in accruals.outages) else UNREADABLE
    )
    return BillItems(initial, one_time, credits_)


def _items_by_month(accruals: Accruals, base: BillItems) -> dict[Month, BillItems]:
    items: dict[Month, BillItems] = defaultdict(lambda: base)
    for fee in _readable(accruals.initial):
        if fee.amount.value:
            items[fee.month] = items[fee.month]._replace(initial=(*items[fee.month].initial, fee.amount))
    for fee in _readable(accruals.one_time):
        if fee.amount.value:
            items[fee.month] = items[fee.month]._replace(one_time=(*items[fee.month].one_time, fee.amount))
    for outage in () if base.credits is UNREADABLE else accruals.outages:
        for line in outage.lines:
            items[line.month.value] = _with_credit(items[line.month.value], outage, line)
    if accruals.settled_in is not None:
        items[accruals.settled_in] = items[accruals.settled_in]._replace(settlement=accruals.settlement)
    return items


def _with_credit(own: BillItems, outage: OutageCredit, line: CreditLine) -> BillItems:
    if outage.status.value == "granted":
        return own._replace(credits=(*own.credits, line.amount))
    return own._replace(untaken=(*own.untaken, outage.status))
