"""The contract read top to bottom; the only file that knows the order of its articles."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from desktop_app.calculation.assumptions import Assumptions, assumptions
from desktop_app.calculation.billing import Accruals, Taxation, monthly_bills
from desktop_app.calculation.cautions import Findings, cautions
from desktop_app.calculation.clauses.account_peak import account_peaks, account_timeline, count_at
from desktop_app.calculation.clauses.accrual import accepted_on, initial_fees, one_time_fees
from desktop_app.calculation.clauses.bill import BilledMonth, totals
from desktop_app.calculation.clauses.consumption_tax import tax_on
from desktop_app.calculation.clauses.listed_period import ListedMonth, listed_months, listed_until
from desktop_app.calculation.clauses.minimum_term import latest_notice_for_term_end, minimum_term
from desktop_app.calculation.clauses.monthly_fee import fee_schedule, monthly_fee
from desktop_app.calculation.clauses.outage_credit import BilledFees, credit_amount, credit_lines
from desktop_app.calculation.clauses.outage_time import Limits
from desktop_app.calculation.clauses.partial_month import Charge, charged
from desktop_app.calculation.clauses.settlement import Ending, FeeOfDays, remaining_months, settlement, settlement_lines
from desktop_app.calculation.clauses.termination import termination_dates
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.contract import Dates as ContractDates
from desktop_app.calculation.kept import kept
from desktop_app.calculation.money import Yen, total
from desktop_app.calculation.outages import OutageInTime, outages_in_time
from desktop_app.calculation.periods import Month, Span
from desktop_app.calculation.problem import UNREADABLE, UnreadableValueError
from desktop_app.calculation.statement import Dates, OutageCredit, Settlement, Statement, TerminationDates
from desktop_app.calculation.step import Step, field
from desktop_app.calculation.terms import DEFAULT_TERMS, Rulebook, Terms
from desktop_app.calculation.unknown import (
    UNKNOWN_BILLED_FEE,
    UNKNOWN_CREDIT,
    UNKNOWN_ENDING,
    UNKNOWN_FEE,
    UNKNOWN_LATEST_NOTICE,
    UNKNOWN_SETTLEMENT,
    UNKNOWN_TERM,
    UNKNOWN_TOTALS,
    is_known,
    known_or,
    unknown,
)


def _day(dates: ContractDates, name: str) -> Step[date]:
    """Return a day that stands in the contract's dates."""
    path = ("dates", name)
    return known_or(unknown(name, path=path), lambda: field(name, getattr(dates, name), *path))


def _as_of(day: date) -> Step[date]:
    return Step("as_of", day, None, "as_of")


as_of_step, billing_start_of, term_of, ending_of = kept(_as_of), kept(_day), kept(minimum_term), kept(termination_dates)
timeline_of, peaks_of = kept(account_timeline), kept(account_peaks)
listed_until_of, listed_of = kept(listed_until), kept(listed_months)
assumptions_of, schedule_of, in_time_of = kept(assumptions), kept(fee_schedule), kept(outages_in_time)
"""Answers that stay while the part of the contract that they are about does."""


def evaluate(contract: Contract, as_of: date, rules: Rulebook) -> Statement:
    """Return the statement of a contract as of a day in Japan.

    A contract that `refusals` has nothing against has every figure. One with holes (`UNREADABLE` values) has those that
    depend on no hole; the others are unknown (`unknown.is_known`).
    """
    return Reading(contract, as_of, rules).statement()


class Reading:
    """One pass through the contract: each article once, in the order in which they need one another."""

    def __init__(self, contract: Contract, as_of: date, rules: Rulebook) -> None:
        self.contract = contract
        self.rules = rules
        self.terms: Terms = known_or(rules.editions[DEFAULT_TERMS], lambda: rules.editions[contract.terms])
        self.assumed: Assumptions = assumptions_of(contract.policy)
        self.as_of = as_of_step(as_of)
        self.billing_start = billing_start_of(contract.dates, "billing_start")
        self.timeline: Any = known_or(UNREADABLE, lambda: timeline_of(contract.accounts))
        self.peak_of: Any = peaks_of(self.timeline)
        self.fee_for: Any = known_or(UNREADABLE, lambda: schedule_of(contract.prices.monthly, self.assumed.rounding))

    def statement(self) -> Statement:
        """Return the statement of the contract that is read."""
        contract, terms = self.contract, self.terms
        self.term = known_or(UNKNOWN_TERM, lambda: term_of(self.billing_start, terms))  # Art. 1
        self.ends = self._ending()  # Art. 8
        self.effective_on = None if self.ends is None else self.ends.effective_on
        accepted: Any = known_or(UNREADABLE, lambda: accepted_on(contract, self.billing_start, self.effective_on))  # Art. 9
        initial: Any = known_or(UNREADABLE, lambda: tuple(initial_fees(contract, accepted)))  # Annex 1, 1
        one_time: Any = known_or(UNREADABLE, lambda: tuple(one_time_fees(contract)))  # Annex 1, 3
        billed: Any = known_or(UNREADABLE, self._billed_months)  # Annex 1, 2
        settled = None if self.ends is None else known_or(UNKNOWN_SETTLEMENT, lambda: self._settlement(billed))  # Art. 10
        outages: Any = known_or(UNREADABLE, lambda: self._outages(billed))  # Art. 11, Annex 3
        accruals = Accruals(initial, one_time, outages, *self._settled_in(settled))
        taxation = Taxation(self.rules.tax_rates, self._tax, self.assumed.settlement_taxable)
        bills: Any = known_or(UNREADABLE, lambda: monthly_bills(billed, accruals, taxation))
        sums = known_or(UNKNOWN_TOTALS, lambda: totals(bills))
        rows, credits_ = (() if part is UNREADABLE else part for part in (bills, outages))
        statement = Statement(self.as_of, self._dates(), rows, settled, credits_, sums)
        return statement._replace(warnings=cautions(contract, statement, self._findings(settled)))

    def _ending(self) -> TerminationDates | None:
        termination = self.contract.termination
        return None if termination is None else known_or(UNKNOWN_ENDING, lambda: ending_of(termination, self.terms))

    def _dates(self) -> Dates:
        latest = known_or(UNKNOWN_LATEST_NOTICE, lambda: latest_notice_for_term_end(self.term, self.terms))
        return Dates(_day(self.contract.dates, "accepted_on"), self.billing_start, self.term, self.ends, latest)

    def _billed_months(self) -> dict[Month, BilledMonth]:
        until = listed_until_of(self.billing_start, self.effective_on, self.assumed)
        return {each.month.value: self._billed_month(each) for each in listed_of(self.billing_start, until, self.peak_of)}

    def _billed_month(self, listed: ListedMonth) -> BilledMonth:
        try:
            fee = monthly_fee(listed.max_accounts, self.fee_for)
            billed = charged("billed_fee", Charge(listed.month, fee, listed.days, listed.days_in_month), self.assumed)
        except UnreadableValueError:
            fee, billed = known_or(UNKNOWN_FEE, lambda: monthly_fee(listed.max_accounts, self.fee_for)), UNKNOWN_BILLED_FEE
        return BilledMonth(*listed, fee, billed)

    def _settlement(self, billed: Mapping[Month, BilledMonth]) -> Settlement:
        """Return the settlement of a contract that ends."""
        termination: Any = self.contract.termination
        effective_on: Any = self.effective_on
        self.ending = Ending(termination, effective_on, self.term)
        last = billed.get(Month.of(effective_on.value))
        self.last_fee = self._fee_at_start() if last is None else last.monthly_fee
        months = remaining_months(self.ending, self.terms, self.assumed)
        return settlement(self.ending, months, self._fee_of_remaining(), self._charged_line, self.assumed)

    def _fee_at_start(self) -> Step[Yen]:
        start = self.billing_start.value
        return known_or(UNKNOWN_FEE, lambda: monthly_fee(count_at(self.timeline, start), self.fee_for))

    def _charged_line(self, month: Step[Month], fee: Step[Yen], days: Step[int], length: Step[int]) -> Step[Yen]:
        return charged("settlement_line", Charge(month, fee, days, length), self.assumed)

    def _fee_of_remaining(self) -> FeeOfDays:
        basis = self.assumed.settlement_basis.value
        if basis == "scheduled":
            return self._scheduled_fee
        if basis == "termination_month":
            return lambda _: self.last_fee
        accounts = field("settlement_accounts", self.contract.policy.settlement_accounts or 0, "policy", "settlement_accounts")
        return lambda _: monthly_fee(accounts, self.fee_for)

    def _scheduled_fee(self, days: Span) -> Step[Yen]:
        return monthly_fee(self.peak_of(days).accounts, self.fee_for)

    def _settled_in(self, settled: Settlement | None) -> tuple[Step[Yen] | None, Month | None]:
        """Return the settlement and the month in which it accrues; None for both where there is none."""
        effective_on: Any = self.effective_on
        if settled is None or (is_known(settled.amount) and not settled.amount.value):
            return None, None
        return settled.amount, known_or(None, lambda: Month.of(effective_on.value))

    def _findings(self, settled: Settlement | None) -> Findings:
        return Findings(self.terms, known_or(None, lambda: self._scheduled_settlement(settled)))

    def _scheduled_settlement(self, settled: Settlement | None) -> Yen | None:
        """Return what the settlement would be by the account records, where it is due by the fee of the last month."""
        if settled is None or not settled.due.value or self.assumed.settlement_basis.value != "termination_month":
            return None
        remaining, months = self.ending.remaining, list(remaining_months(self.ending, self.terms, self.assumed))
        if all(self._scheduled_fee(remaining.within(month)).value == self.last_fee.value for month in months):
            return settled.amount.value
        lines = settlement_lines(remaining, months, self._scheduled_fee, self._charged_line)
        return total(line.amount.value for line in lines)

    def _outages(self, billed: Mapping[Month, BilledMonth]) -> tuple[OutageCredit, ...]:
        fees: Any = known_or(
            UNREADABLE, lambda: {month: BilledFees(own.monthly_fee, own.billed_fee) for month, own in billed.items()}
        )
        found: list[OutageCredit] = []
        for outage in self._in_time(Limits(self.billing_start, self.effective_on, self.as_of)):
            credit = UNKNOWN_CREDIT if outage is None else self._credit(outage, fees)
            found.append(credit)
            if not is_known(credit.status):
                fees = UNREADABLE  # what it takes off is taken off what later ones can
            elif credit.status.value == "granted":
                for line in credit.lines:
                    before = fees[line.month.value]
                    fees[line.month.value] = before._replace(credited=(*before.credited, line.amount))
        return tuple(found)

    def _in_time(self, limits: Limits) -> tuple[OutageInTime | None, ...]:
        return in_time_of(self.contract.outages, limits, self.terms, self.assumed)

    def _credit(self, outage: OutageInTime, fees: Mapping[Month, BilledFees]) -> OutageCredit:
        time, days = outage.time, outage.days
        lines: Any = known_or(UNREADABLE, lambda: credit_lines(outage.blocks, fees, self.terms, self.assumed))
        amount = known_or(UNKNOWN_CREDIT.amount, lambda: credit_amount(lines, time.whole_days))
        known_lines = () if lines is UNREADABLE else lines
        return OutageCredit(time.hours, time.whole_days, days.claimable_on, days.deadline, outage.status, known_lines, amount)

    def _tax(self, month: Step[Month], taxable: Step[Yen], rate: Step[Fraction]) -> Step[Yen]:
        return tax_on(month, taxable, rate, self.assumed.rounding)
