"""One bill (請求) a calendar month: what belongs to it, its tax, and the sums over all of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import NOTHING, Yen, total
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import MonthlyBill, Totals
from desktop_app.calculation.step import Step


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
    """What belongs to a bill besides the monthly fee; `untaken` are credits of the month that no claim secured."""

    initial: Sequence[Step[Yen]]
    one_time: Sequence[Step[Yen]]
    credits: Sequence[Step[Yen]]
    untaken: Sequence[Step[str]]
    settlement: Step[Yen] | None
    settlement_taxable: Step[bool]


NO_DAY: Step[Any] = Step("from", None, Article.ANNEX_1_2, "bill.no_billed_days")
NO_FEE = Step("monthly_fee", NOTHING, Article.ANNEX_1_2, "bill.no_monthly_fee")
NO_BILLED_FEE = Step("billed_fee", NOTHING, Article.ANNEX_1_2, "bill.no_monthly_fee")
NO_INITIAL = Step("initial_fees", NOTHING, Article.ART_9, "bill.no_initial_fee")
NO_ONE_TIME = Step("one_time_fees", NOTHING, Article.ART_9, "bill.no_one_time_fee")
NO_SETTLEMENT = Step("settlement_in_month", NOTHING, Article.ART_10, "bill.no_settlement")
NOT_OUTSIDE = Step("non_taxable", NOTHING, Article.CONSUMPTION_TAX, "bill.nothing_outside_tax")


def unbilled_month(month: Month) -> BilledMonth:
    """Return a month without billed days, which stands in the statement for another item or to close a gap."""
    when = Step("month", month, None, "month")
    none = Step("billed_days", 0, Article.ANNEX_1_2, "bill.no_billed_days")
    length = Step("days_in_month", month.length, None, "days_in_month")
    no_count = NO_DAY._replace(name="max_accounts")
    return BilledMonth(
        when,
        NO_DAY,
        NO_DAY._replace(name="to"),
        none,
        length,
        no_count,
        NO_DAY._replace(name="peak_on"),
        NO_FEE,
        NO_BILLED_FEE,
    )


def monthly_bill(
    fees: BilledMonth,
    items: BillItems,
    rate: Step[Fraction],
    tax_on: Callable[[Step[Yen]], Step[Yen]],
) -> MonthlyBill:
    """Return the bill of the month that `fees` belong to, all amounts in yen."""
    billed = fees.billed_fee
    initial = _sum("initial_fees", items.initial, "bill.initial_fees", NO_INITIAL)
    one_time = _sum("one_time_fees", items.one_time, "bill.one_time_fees", NO_ONE_TIME)
    credit = _credit(items)
    settled = items.settlement if items.settlement is not None else NO_SETTLEMENT
    if items.settlement is not None:
        settled = Step("settlement_in_month", settled.value, Article.ART_10, "bill.settlement", (settled,))
    taxable = _taxable(billed, credit, initial, one_time, settled, items.settlement_taxable)
    outside = NOT_OUTSIDE
    if settled.value and not items.settlement_taxable.value:
        outside = Step(
            "non_taxable",
            settled.value,
            Article.POLICY,
            "bill.settlement_outside_tax",
            (settled, items.settlement_taxable),
        )
    tax = tax_on(taxable)
    sums = (taxable, outside, tax) if outside.value else (taxable, tax)
    says = "bill.total_with_settlement" if outside.value else "bill.total"
    whole = Step("month_total", total(each.value for each in sums), None, says, (fees.month, *sums))
    return MonthlyBill(*fees, initial, one_time, credit, settled, taxable, outside, rate, tax, whole)


def _credit(items: BillItems) -> Step[Yen]:
    none = Step("credit", NOTHING, Article.ART_11, "bill.no_credit", tuple(items.untaken))
    return _sum("credit", items.credits, "bill.credits", none)


def _taxable(
    billed: Step[Yen],
    credit: Step[Yen],
    initial: Step[Yen],
    one_time: Step[Yen],
    settled: Step[Yen],
    settlement_taxable: Step[bool],
) -> Step[Yen]:
    amount = billed.value - credit.value + initial.value + one_time.value
    given = (billed, credit, initial, one_time)
    if settled.value and settlement_taxable.value:
        amount += settled.value
        return Step("taxable", amount, Article.POLICY, "bill.taxable_with_settlement", (*given, settled, settlement_taxable))
    return Step("taxable", amount, Article.CONSUMPTION_TAX, "bill.taxable", given)


def _sum(name: str, parts: Sequence[Step[Yen]], says: str, none: Step[Yen]) -> Step[Yen]:
    if not parts:
        return none
    return Step(name, total(part.value for part in parts), Article.ART_9, says, tuple(parts))


def totals(bills: Sequence[MonthlyBill]) -> Totals:
    """Return the sums of the bills in yen; `subtotal` is the total without tax."""
    tax = _over(bills, "tax", "tax_total")
    subtotal = _over_parts("subtotal", (part for bill in bills for part in (bill.taxable, bill.non_taxable)))
    return Totals(
        _over(bills, "initial_fees", "initial_fees_total"),
        _over(bills, "billed_fee", "monthly_fees_total"),
        _over(bills, "one_time_fees", "one_time_fees_total"),
        _over(bills, "credit", "credits_total"),
        _over(bills, "settlement", "settlement_total"),
        subtotal,
        tax,
        Step("total", subtotal.value + tax.value, None, "totals.total", (subtotal, tax)),
    )


def _over(bills: Sequence[MonthlyBill], attribute: str, name: str) -> Step[Yen]:
    return _over_parts(name, (getattr(bill, attribute) for bill in bills))


def _over_parts(name: str, parts: Iterable[Step[Yen]]) -> Step[Yen]:
    counted = tuple(part for part in parts if part.value)
    return Step(name, total(part.value for part in counted), None, "totals.sum" if counted else "totals.nothing", counted)
