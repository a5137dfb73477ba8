"""Why one month costs more than another: the difference of two bills in parts that add up to it exactly."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from desktop_app.calculation.money import NOTHING, Rounding, Yen, to_yen, total
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.calculation.step import Step

Part = Literal["accounts", "proration", "initial_fees", "one_time_fees", "credit", "settlement", "tax_rate", "tax"]
"""Why a bill differs: the peak of accounts, days not billed, fees, a credit, the settlement, another rate, tax on the rest."""


class MonthPart(NamedTuple):
    """One reason for the difference: the figures of both months that it comes from, and what it adds (yen)."""

    part: Part
    before: tuple[Step[Any], ...]
    after: tuple[Step[Any], ...]
    worth: Yen


class MonthBridge(NamedTuple):
    """From the total of one month's bill to that of another: `before.total` and every part make `after.total`."""

    before: MonthlyBill
    parts: tuple[MonthPart, ...]
    after: MonthlyBill

    @property
    def difference(self) -> Yen:
        """How much more the second month costs."""
        return self.after.total.value - self.before.total.value


def month_bridge(before: MonthlyBill, after: MonthlyBill, rounding: Rounding) -> MonthBridge:
    """Return why the bill of `after` is not that of `before`; parts that are alike are left out.

    `accounts` is the fee of whole months, `proration` what days that are not billed take off it. Where the rates of tax differ,
    `tax_rate` is the tax on what `after` has at its own rate less that at the rate of `before`, and `tax` all the rest.
    """
    parts = (*_fees(before, after), *_taxes(before, after, rounding))
    return MonthBridge(before, tuple(each for each in parts if each.worth), after)


def _fees(before: MonthlyBill, after: MonthlyBill) -> Iterator[MonthPart]:
    yield _part("accounts", before, after, ("monthly_fee", "max_accounts", "peak_on"), lambda bill: bill.monthly_fee.value)
    yield _part("proration", before, after, ("billed_fee", "billed_days", "days_in_month"), _taken_by_days)
    yield _part("initial_fees", before, after, ("initial_fees",), lambda bill: bill.initial_fees.value)
    yield _part("one_time_fees", before, after, ("one_time_fees",), lambda bill: bill.one_time_fees.value)
    yield _part("credit", before, after, ("credit",), lambda bill: NOTHING - bill.credit.value)
    yield _part("settlement", before, after, ("settlement",), lambda bill: bill.settlement.value)


def _taken_by_days(bill: MonthlyBill) -> Yen:
    return bill.billed_fee.value - bill.monthly_fee.value


def _taxes(before: MonthlyBill, after: MonthlyBill, rounding: Rounding) -> Iterator[MonthPart]:
    by_rate = after.tax.value - to_yen(after.taxable.value * before.tax_rate.value, rounding)
    yield MonthPart("tax_rate", (before.tax_rate,), (after.tax_rate,), by_rate)
    rest = after.tax.value - before.tax.value - by_rate
    yield MonthPart("tax", (before.tax, before.taxable), (after.tax, after.taxable), rest)


def _part(
    part: Part, before: MonthlyBill, after: MonthlyBill, names: tuple[str, ...], amount: Callable[[MonthlyBill], Yen]
) -> MonthPart:
    one, other = (tuple(getattr(bill, name) for name in names) for bill in (before, after))
    return MonthPart(part, one, other, amount(after) - amount(before))


def sum_of(bridge: MonthBridge) -> Yen:
    """Return what the parts of a bridge add up to, which is its difference."""
    return total(each.worth for each in bridge.parts)
