"""What comes out: the statement, every figure of it a `Step`, laid out as the public statement format is."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path, Step


class MinimumTerm(NamedTuple):
    """最低利用期間 (Art. 1), both days included."""

    start: Step[date]
    end: Step[date]


class TerminationDates(NamedTuple):
    """When a notice arrived, the earliest day it allows, the designated and the effective day (Art. 8)."""

    notice_arrived_on: Step[date | None]
    earliest_on: Step[date | None]
    designated_on: Step[date | None]
    effective_on: Step[date]


class Dates(NamedTuple):
    """The days that matter; `latest_notice_for_term_end` is the last day on which a notice ends the contract with its term."""

    accepted_on: Step[date | None]
    billing_start: Step[date]
    minimum_term: MinimumTerm
    termination: TerminationDates | None
    latest_notice_for_term_end: Step[date]


class MonthlyBill(NamedTuple):
    """請求: one calendar month. Days are counted, amounts are yen, `tax_rate` is a fraction."""

    month: Step[Month]
    from_: Step[date | None]
    to: Step[date | None]
    billed_days: Step[int]
    days_in_month: Step[int]
    max_accounts: Step[int | None]
    peak_on: Step[date | None]
    monthly_fee: Step[Yen]
    billed_fee: Step[Yen]
    initial_fees: Step[Yen]
    one_time_fees: Step[Yen]
    credit: Step[Yen]
    settlement: Step[Yen]
    taxable: Step[Yen]
    non_taxable: Step[Yen]
    tax_rate: Step[Fraction]
    tax: Step[Yen]
    total: Step[Yen]


class RemainingPeriod(NamedTuple):
    """残余の期間: what is left of the minimum term after the effective day."""

    start: Step[date]
    end: Step[date]
    days: Step[int]


class SettlementLine(NamedTuple):
    """One calendar month of the settlement."""

    month: Step[Month]
    days: Step[int]
    days_in_month: Step[int]
    monthly_fee: Step[Yen]
    amount: Step[Yen]


class Settlement(NamedTuple):
    """最低利用期間内解除調定金 (Art. 10, Annex 2)."""

    due: Step[bool]
    exempt: Step[bool]
    remaining: RemainingPeriod | None
    lines: tuple[SettlementLine, ...]
    amount: Step[Yen]


class CreditLine(NamedTuple):
    """The days of an outage that belong to one calendar month, and what they give."""

    month: Step[Month]
    days: Step[int]
    monthly_fee: Step[Yen]
    amount: Step[Yen]


class OutageCredit(NamedTuple):
    """料金の減額 (Art. 11, Annex 3) for one outage of the file, in its order; `hours` is a length of time."""

    hours: Step[timedelta]
    whole_days: Step[int]
    claimable_on: Step[date | None]
    claim_deadline: Step[date | None]
    status: Step[str]
    lines: tuple[CreditLine, ...]
    amount: Step[Yen]


class Totals(NamedTuple):
    """The sums over all months, yen."""

    initial_fees: Step[Yen]
    monthly_fees: Step[Yen]
    one_time_fees: Step[Yen]
    credits: Step[Yen]
    settlement: Step[Yen]
    subtotal: Step[Yen]
    tax: Step[Yen]
    total: Step[Yen]


class Statement(NamedTuple):
    """Everything that a contract comes to as of a day."""

    as_of: Step[date]
    dates: Dates
    months: tuple[MonthlyBill, ...]
    settlement: Settlement | None
    outages: tuple[OutageCredit, ...]
    totals: Totals
    warnings: tuple[Problem, ...] = ()


def figure_at(statement: Statement, path: Path) -> Step[Any] | None:
    """Return the step at `path` of the public statement format, for example `("months", 1, "tax")`; None where there is none."""
    found: Any = statement
    for key in path:
        found = _part(found, key)
    return found if isinstance(found, Step) else None


def _part(of: object, key: str | int) -> object:
    if isinstance(key, int):
        return of[key] if type(of) is tuple and -1 < key < len(of) else None
    attributes = {public_name(each): each for each in getattr(of, "_fields", ())}
    return getattr(of, attributes[key]) if key in attributes else None


def public_name(attribute: str) -> str:
    """Return the name in the statement format of an attribute (`from_` is `from`, a word that Python keeps for itself)."""
    return attribute.removesuffix("_")
