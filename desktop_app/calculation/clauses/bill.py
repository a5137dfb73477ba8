"""One bill (請求) a calendar month: what belongs to it, its tax, and the sums over all of them."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import NOTHING, Yen, total
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import UnreadableValueError
from desktop_app.calculation.statement import MonthlyBill, Totals
from desktop_app.calculation.step import Step, month_length, month_step
from desktop_app.calculation.unknown import known_or, unknown


class BilledMonth(NamedTuple):
    """The billed days of a month, the peak of accounts, the fee before and after proration; None and 0 without such days."""

    month: Step[Month]
    first: Step[date | None]
    last: Step[date | None]
    days: Step[int]
    days_in_month: Step[int]
    max_accounts: Step[int | None]
    peak_on: Step[date | None]
    monthly_fee: Step[Yen]
    billed_fee: Step[Yen]


class BillItems(NamedTuple):
    """What belongs to a bill besides the monthly fee, each in yen; `untaken` are credits of the month that no claim secured."""

    initial: tuple[Step[Yen], ...] = ()
    one_time: tuple[Step[Yen], ...] = ()
    credits: tuple[Step[Yen], ...] = ()
    untaken: tuple[Step[str], ...] = ()
    settlement: Step[Yen] | None = None


NO_FIRST, NO_LAST, NO_COUNT, NO_PEAK = (
    Step(name, None, Article.ANNEX_1_2, "bill.no_billed_days") for name in ("from", "to", "max_accounts", "peak_on")
)
NO_FEE = Step("monthly_fee", NOTHING, Article.ANNEX_1_2, "bill.no_monthly_fee")
NO_BILLED_FEE = Step("billed_fee", NOTHING, Article.ANNEX_1_2, "bill.no_monthly_fee")
NO_INITIAL = Step("initial_fees", NOTHING, Article.ART_9, "bill.no_initial_fee")
NO_ONE_TIME = Step("one_time_fees", NOTHING, Article.ART_9, "bill.no_one_time_fee")
NO_CREDIT = Step("credit", NOTHING, Article.ART_11, "bill.no_credit")
NO_SETTLEMENT = Step("settlement_in_month", NOTHING, Article.ART_10, "bill.no_settlement")
NOT_OUTSIDE = Step("non_taxable", NOTHING, Article.CONSUMPTION_TAX, "bill.nothing_outside_tax")
JUST_THE_FEE = BillItems()

TaxOn = Callable[[Step[Month], Step[Yen], Step[Fraction]], Step[Yen]]
"""The tax in yen on the bill of a month with so much taxable, at a rate."""


def unbilled_month(month: Month) -> BilledMonth:
    """Return a month without billed days, which stands in the statement for another item or to close a gap."""
    none = Step("billed_days", 0, Article.ANNEX_1_2, "bill.no_billed_days")
    length = month_length(month)
    return BilledMonth(month_step(month), NO_FIRST, NO_LAST, none, length, NO_COUNT, NO_PEAK, NO_FEE, NO_BILLED_FEE)


def monthly_bill(
    fees: BilledMonth, items: BillItems, taxed_settlement: Step[bool], rate: Step[Fraction], tax_on: TaxOn
) -> MonthlyBill:
    """Return the bill of the month that `fees` belong to, all amounts in yen; what is not known in it stays unknown."""
    try:
        return _bill(fees, items, taxed_settlement, rate, tax_on)
    except UnreadableValueError:
        return _partly_known(fees, items, rate)


def _bill(fees: BilledMonth, items: BillItems, taxed_settlement: Step[bool], rate: Step[Fraction], tax_on: TaxOn) -> MonthlyBill:
    initial = _sum(NO_INITIAL, fees.month, items.initial, "bill.initial_fees")
    one_time = _sum(NO_ONE_TIME, fees.month, items.one_time, "bill.one_time_fees")
    credit = _credit(fees.month, items)
    settled, outside = NO_SETTLEMENT, NOT_OUTSIDE
    amount = Yen(fees.billed_fee.value.amount - credit.value.amount + initial.value.amount + one_time.value.amount)
    given: tuple[Step[Any], ...] = (fees.month, fees.billed_fee, credit, initial, one_time)
    if items.settlement is None:
        taxable = Step("taxable", amount, Article.CONSUMPTION_TAX, "bill.taxable", given)
    else:
        settled = _settled(items.settlement)
        taxable, outside = _with_settlement(amount, given, settled, taxed_settlement)
    tax = tax_on(fees.month, taxable, rate)
    return MonthlyBill(
        *fees, initial, one_time, credit, settled, taxable, outside, rate, tax, _whole(fees.month, taxable, outside, tax)
    )


def _partly_known(fees: BilledMonth, items: BillItems, rate: Step[Fraction]) -> MonthlyBill:
    """Return a bill of which something is not known: neither, then, are its tax and its total."""
    taxable, outside, tax, whole = (unknown(name) for name in ("taxable", "non_taxable", "tax", "month_total"))
    return MonthlyBill(
        *fees,
        known_or(unknown("initial_fees"), lambda: _sum(NO_INITIAL, fees.month, items.initial, "bill.initial_fees")),
        known_or(unknown("one_time_fees"), lambda: _sum(NO_ONE_TIME, fees.month, items.one_time, "bill.one_time_fees")),
        known_or(unknown("credit"), lambda: _credit(fees.month, items)),
        NO_SETTLEMENT if items.settlement is None else _settled(items.settlement),
        *(taxable, outside, rate, tax, whole),
    )


def _settled(settlement: Step[Yen]) -> Step[Yen]:
    return Step("settlement_in_month", settlement.value, Article.ART_10, "bill.settlement", (settlement,))


def _with_settlement(
    amount: Yen, given: tuple[Step[Any], ...], settled: Step[Yen], taxed: Step[bool]
) -> tuple[Step[Yen], Step[Yen]]:
    """Return what of a bill with a settlement is taxable, and what is outside the scope of the tax."""
    if taxed.value:
        says = "bill.taxable_with_settlement"
        return Step("taxable", amount + settled.value, Article.POLICY, says, (*given, settled, taxed)), NOT_OUTSIDE
    outside = Step("non_taxable", settled.value, Article.POLICY, "bill.settlement_outside_tax", (settled, taxed))
    return Step("taxable", amount, Article.CONSUMPTION_TAX, "bill.taxable", given), outside


def _whole(month: Step[Month], taxable: Step[Yen], outside: Step[Yen], tax: Step[Yen]) -> Step[Yen]:
    if outside is NOT_OUTSIDE:
        return Step("month_total", taxable.value + tax.value, None, "bill.total", (month, taxable, tax))
    amount = taxable.value + outside.value + tax.value
    return Step("month_total", amount, None, "bill.total_with_settlement", (month, taxable, outside, tax))


def _credit(month: Step[Month], items: BillItems) -> Step[Yen]:
    if items.untaken and not items.credits:
        return Step("credit", NOTHING, Article.ART_11, "bill.no_credit_secured", (month, *items.untaken))
    return _sum(NO_CREDIT, month, items.credits, "bill.credits")


def _sum(none: Step[Yen], month: Step[Month], parts: tuple[Step[Yen], ...], says: str) -> Step[Yen]:
    """Return the sum of what a month has of one kind; `none` where it has nothing of it."""
    if not parts:
        return none
    return Step(none.name, total([part.value for part in parts]), none.article, says, (month, *parts))


def totals(bills: Sequence[MonthlyBill]) -> Totals:
    """Return the sums of the bills in yen; `subtotal` is the total without tax."""
    tax = _over("tax_total", [bill.tax for bill in bills])
    subtotal = _over("subtotal", [part for bill in bills for part in (bill.taxable, bill.non_taxable)])
    return Totals(
        _over("initial_fees_total", [bill.initial_fees for bill in bills]),
        _over("monthly_fees_total", [bill.billed_fee for bill in bills]),
        _over("one_time_fees_total", [bill.one_time_fees for bill in bills]),
        _over("credits_total", [bill.credit for bill in bills]),
        _over("settlement_total", [bill.settlement for bill in bills]),
        subtotal,
        tax,
        known_or(unknown("total"), lambda: _grand_total(subtotal, tax)),
    )


def _over(name: str, parts: Sequence[Step[Yen]]) -> Step[Yen]:
    return known_or(unknown(name), lambda: _total(name, parts))


def _total(name: str, parts: Sequence[Step[Yen]]) -> Step[Yen]:
    counted = [part for part in parts if part.value.amount]
    if not counted:
        return Step(name, NOTHING, None, "totals.nothing")
    return Step(name, total([part.value for part in counted]), None, "totals.sum", tuple(counted))


def _grand_total(subtotal: Step[Yen], tax: Step[Yen]) -> Step[Yen]:
    return Step("total", subtotal.value + tax.value, None, "totals.total", (subtotal, tax))
