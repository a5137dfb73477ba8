"""The contract read top to bottom; the only file that knows the order of its articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from desktop_app.calculation.assumptions import Assumptions, assumptions
from desktop_app.calculation.cautions import Findings, cautions
from desktop_app.calculation.clauses.account_peak import AccountTimeline, account_peak, account_timeline, count_at
from desktop_app.calculation.clauses.accrual import Accrued, accepted_on, accrued_fees
from desktop_app.calculation.clauses.bill import JUST_THE_FEE, BilledMonth, BillItems, monthly_bill, totals, unbilled_month
from desktop_app.calculation.clauses.consumption_tax import rate_of, tax_on
from desktop_app.calculation.clauses.listed_period import listed_until
from desktop_app.calculation.clauses.minimum_term import latest_notice_for_term_end, minimum_term
from desktop_app.calculation.clauses.monthly_fee import fee_schedule, monthly_fee
from desktop_app.calculation.clauses.outage_credit import BilledFees, Claim, claim_status, credit_amount, credit_lines
from desktop_app.calculation.clauses.outage_time import Limits, claim_days, outage_time
from desktop_app.calculation.clauses.partial_month import Charge, charged
from desktop_app.calculation.clauses.settlement import Ending, FeeOfDays, remaining_months, settlement, settlement_lines
from desktop_app.calculation.clauses.termination import termination_dates
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.money import Yen, total
from desktop_app.calculation.periods import Month, Span, months_between
from desktop_app.calculation.statement import Dates, MonthlyBill, OutageCredit, Settlement, Statement
from desktop_app.calculation.step import Step, field, month_length, month_step
from desktop_app.calculation.terms import Rulebook, Terms


def evaluate(contract: Contract, as_of: date, rules: Rulebook) -> Statement:
    """Return the statement of a contract that `refusals` has nothing against, as of a day in Japan."""
    return _Reading(contract, as_of, rules).statement()


class _Reading:
    """One pass through the contract: each article once, in the order in which they need one another."""

    def __init__(self, contract: Contract, as_of: date, rules: Rulebook) -> None:
        self.contract = contract
        self.rules = rules
        self.terms: Terms = rules.editions[contract.terms]
        self.assumed: Assumptions = assumptions(contract.policy)
        self.as_of = Step("as_of", as_of, None, "as_of")
        self.billing_start = field("billing_start", contract.dates.billing_start, "dates", "billing_start")
        self.timeline: AccountTimeline = account_timeline(contract.accounts)
        self.fee_for = fee_schedule(contract.prices.monthly, self.assumed.rounding)

    def statement(self) -> Statement:
        contract = self.contract
        self.term = minimum_term(self.billing_start, self.terms)  # Art. 1
        ends = None if contract.termination is None else termination_dates(contract.termination, self.terms)  # Art. 8
        self.effective_on = None if ends is None else ends.effective_on
        accepted = accepted_on(contract, self.billing_start, self.effective_on)  # Art. 9
        fees = tuple(accrued_fees(contract, accepted))  # Annex 1, 1 and 3
        billed = self._billed_months()  # Annex 1, 2
        settled = self._settlement(billed)  # Art. 10, Annex 2
        outages = self._outages(billed)  # Art. 11, Annex 3
        bills = self._bills(billed, fees, outages, settled)
        dates = Dates(
            field("accepted_on", contract.dates.accepted_on, "dates", "accepted_on"),
            self.billing_start,
            self.term,
            ends,
            latest_notice_for_term_end(self.term, self.terms),
        )
        statement = Statement(self.as_of, dates, bills, settled, outages, totals(bills))
        return statement._replace(warnings=cautions(contract, statement, self._findings(settled)))

    def _billed_months(self) -> dict[Month, BilledMonth]:
        until = listed_until(self.billing_start, self.effective_on, self.assumed)
        days = Span(self.billing_start.value, until.value)
        months = months_between(Month.of(days.first), Month.of(days.last)) if days.days else ()
        return {month: self._billed_month(month, days.within(month), until) for month in months}

    def _billed_month(self, month: Month, days: Span, until: Step[date]) -> BilledMonth:
        when = month_step(month)
        first = Step("from", days.first, None, "bill.from", (self.billing_start,))
        last = Step("to", days.last, None, "bill.to", (until,))
        count = Step("billed_days", days.days, None, "bill.days", (first, last))
        length = month_length(month)
        peak = account_peak(self.timeline, days)
        fee = monthly_fee(peak.accounts, self.fee_for)
        return BilledMonth(
            when,
            first,
            last,
            count,
            length,
            peak.accounts,
            peak.on,
            fee,
            charged("billed_fee", Charge(when, fee, count, length), self.assumed),
        )

    def _settlement(self, billed: Mapping[Month, BilledMonth]) -> Settlement | None:
        if self.contract.termination is None or self.effective_on is None:
            return None
        self.ending = Ending(self.contract.termination, self.effective_on, self.term)
        last = billed.get(Month.of(self.effective_on.value))
        self.last_fee = (
            monthly_fee(count_at(self.timeline, self.billing_start.value), self.fee_for) if last is None else last.monthly_fee
        )
        months = remaining_months(self.ending, self.terms, self.assumed)
        return settlement(self.ending, months, self._fee_of_remaining(), self._charged_line, self.assumed)

    def _charged_line(self, month: Step[Month], fee: Step[Yen], days: Step[int], length: Step[int]) -> Step[Yen]:
        return charged("settlement_line", Charge(month, fee, days, length), self.assumed)

    def _fee_of_remaining(self) -> FeeOfDays:
        basis = self.contract.policy.settlement_basis
        if basis == "scheduled":
            return self._scheduled_fee
        if basis == "termination_month":
            return lambda _: self.last_fee
        accounts = field("settlement_accounts", self.contract.policy.settlement_accounts or 0, "policy", "settlement_accounts")
        fixed = monthly_fee(accounts, self.fee_for)
        return lambda _: fixed

    def _scheduled_fee(self, days: Span) -> Step[Yen]:
        return monthly_fee(account_peak(self.timeline, days).accounts, self.fee_for)

    def _findings(self, settled: Settlement | None) -> Findings:
        if settled is None or not settled.due.value or self.contract.policy.settlement_basis != "termination_month":
            return Findings(self.terms, None)
        remaining, months = self.ending.remaining, list(remaining_months(self.ending, self.terms, self.assumed))
        if all(self._scheduled_fee(remaining.within(month)).value == self.last_fee.value for month in months):
            return Findings(self.terms, settled.amount.value)
        lines = settlement_lines(remaining, months, self._scheduled_fee, self._charged_line)
        return Findings(self.terms, total(line.amount.value for line in lines))

    def _outages(self, billed: Mapping[Month, BilledMonth]) -> tuple[OutageCredit, ...]:
        fees = {month: BilledFees(each.monthly_fee, each.billed_fee) for month, each in billed.items()}
        credits_: list[OutageCredit] = []
        for i in range(len(self.contract.outages)):
            credit = self._outage(i, fees)
            credits_.append(credit)
            if credit.status.value == "granted":
                for line in credit.lines:
                    before = fees[line.month.value]
                    fees[line.month.value] = before._replace(credited=(*before.credited, line.amount))
        return tuple(credits_)

    def _outage(self, i: int, fees: Mapping[Month, BilledFees]) -> OutageCredit:
        outage, path = self.contract.outages[i], ("outages", i)
        time = outage_time(outage, path, Limits(self.billing_start, self.effective_on, self.as_of), self.terms)
        days = claim_days(outage, path, time, self.terms, self.assumed)
        lines = credit_lines(time.start.value, time.whole_days, fees, self.terms, self.assumed)
        status = claim_status(outage, path, Claim(time.ongoing, time.whole_days, time.hours, days.deadline, self.as_of))
        return OutageCredit(
            time.hours,
            time.whole_days,
            days.claimable_on,
            days.deadline,
            status,
            lines,
            credit_amount(lines, time.whole_days),
        )

    def _bills(
        self,
        billed: Mapping[Month, BilledMonth],
        fees: Sequence[Accrued],
        outages: Sequence[OutageCredit],
        settled: Settlement | None,
    ) -> tuple[MonthlyBill, ...]:
        items = self._items_by_month(fees, outages, settled)
        with_items = {*billed, *(month for month, own in items.items() if own.initial or own.one_time or own.settlement)}
        if not with_items:
            return ()
        rates, taxed = self.rules.tax_rates, self.assumed.settlement_taxable
        return tuple(
            [
                monthly_bill(
                    billed.get(month) or unbilled_month(month),
                    items.get(month, JUST_THE_FEE),
                    taxed,
                    rate_of(month, rates),
                    self._tax,
                )
                for month in months_between(min(with_items), max(with_items))
            ]
        )

    def _tax(self, month: Step[Month], taxable: Step[Yen], rate: Step[Fraction]) -> Step[Yen]:
        return tax_on(month, taxable, rate, self.assumed.rounding)

    def _items_by_month(
        self, fees: Sequence[Accrued], outages: Sequence[OutageCredit], settled: Settlement | None
    ) -> dict[Month, BillItems]:
        items: dict[Month, BillItems] = defaultdict(BillItems)
        for fee in fees:
            if fee.amount.value:
                own = items[fee.month]
                items[fee.month] = (
                    own._replace(initial=(*own.initial, fee.amount))
                    if fee.initial
                    else own._replace(one_time=(*own.one_time, fee.amount))
                )
        for outage in outages:
            granted = outage.status.value == "granted"
            for line in outage.lines:
                own = items[line.month.value]
                items[line.month.value] = (
                    own._replace(credits=(*own.credits, line.amount))
                    if granted
                    else own._replace(untaken=(*own.untaken, outage.status))
                )
        if settled is not None and settled.amount.value and self.effective_on is not None:
            month = Month.of(self.effective_on.value)
            items[month] = items[month]._replace(settlement=settled.amount)
        return items
