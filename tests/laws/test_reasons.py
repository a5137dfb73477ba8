"""Every figure carries its derivation, and what a person reads in that derivation is right."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Path, Step
from tests.cases.contracts import contract_file, counted, evaluated, policy
from tests.cases.examples import worked_examples
from tests.cases.statements import steps_of, tree_of
from tests.laws.contracts import contracts_on_a_day
from tests.second_opinion.case import period_end

FROM_JUNE = counted(("2024-06-01", 10))
Data = dict[str, Any]
Case = tuple[Data, date]
EXAMPLES = [pytest.param((each.contract, each.as_of), id=each.name) for each in worked_examples()]

KINDS = (int, date, datetime, Yen, Fraction, Decimal, str, Month, bool, timedelta, type(None))
KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")

ORIGINS = {
    "the calendar": {"month", "days_in_month", "period.day_before", "period.no_such_day"},
    "the terms and the law": {"terms.value_effective_on", "terms.effective_on", "tax.rate_effective_on"},
    "the day of looking": {"as_of"},
    "nothing of the kind": {
        "bill.no_billed_days",
        "bill.no_monthly_fee",
        "bill.no_credit",
        "bill.no_initial_fee",
        "bill.no_one_time_fee",
        "bill.no_settlement",
        "bill.nothing_outside_tax",
        "totals.nothing",
    },
    "the figure above it": {
        "exact",
        "number",
        "fee.accounts",
        "peak.other_records",
        "outage.credited_before",
        "settlement.days_of_month",
    },
}
"""Where a leaf that nobody typed may come from, and what it then says."""
SAID_BY_UNTYPED = set().union(*ORIGINS.values())

DEFAULTS = {
    "policy.partial_month": "calendar_days",
    "policy.rounding": "floor",
    "policy.settlement_basis": "termination_month",
    "policy.settlement_taxable": False,
    "policy.claimable_from": "after_24_hours",
    "policy.quote_months": 12,
}


def steps_in(case: Case) -> list[Step[Any]]:
    """Return all steps below all figures of a statement, each once."""
    found = {id(step): step for figure in steps_of(evaluated(*case)) for step in tree_of(figure)}
    return list(found.values())


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_figure_says_why_in_whole_numbers_and_fractions(case: Case) -> None:
    """Each step has a name, the key of a sentence, an article of the table of contents or none, and never a float."""
    for step in steps_in(case):
        assert KEY.fullmatch(step.name)
        assert KEY.fullmatch(step.says)
        assert step.article is None or isinstance(step.article, Article)
        assert type(step.value) in KINDS
        assert isinstance(step.given, tuple)


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_leaf_comes_from_somewhere(case: Case) -> None:
    """From a field of the file, from the terms, the law or the calendar, or from the day of looking."""
    for step in steps_in(case):
        if not step.given and not step.path:
            assert step.says in SAID_BY_UNTYPED


@given(contracts_on_a_day())
def test_every_leaf_of_any_contract_comes_from_somewhere(case: Case) -> None:
    """Whatever the contract."""
    for step in steps_in(case):
        if not step.given and not step.path:
            assert step.says in SAID_BY_UNTYPED


@pytest.mark.parametrize("case", EXAMPLES)
def test_a_leaf_with_a_path_is_what_stands_in_the_file(case: Case) -> None:
    """Read again from the file's bare data; what the file leaves out is empty, 0 or the default assumption."""
    for step in steps_in(case):
        if step.path:
            assert not step.given
            _assert_typed(step, case[0])


@given(contracts_on_a_day())
def test_a_leaf_with_a_path_is_what_stands_in_any_file(case: Case) -> None:
    """Whatever the contract."""
    for step in steps_in(case):
        if step.path:
            _assert_typed(step, case[0])


def _assert_typed(step: Step[Any], data: Data) -> None:
    raw, value = _raw(data, step.path), step.value
    if raw is None:
        raw = DEFAULTS.get(".".join(map(str, step.path)))
    if raw is None:
        assert value in {None, Yen(0), 0}
    elif isinstance(value, datetime):
        assert value == datetime.fromisoformat(raw)
    elif isinstance(value, date):
        assert str(value) == raw
    elif isinstance(value, Yen):
        assert value.amount == raw
    elif isinstance(value, Decimal):
        assert value == Decimal(raw)
    else:
        assert value == raw
        assert type(value) is type(raw)


def _raw(data: Any, path: Path) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else data[key]
        if data is None:
            return None
    return data


# What a derivation shows must give what it says: each row is a sentence's key and what its numbers must come to.

Given = dict[str, Any]
Reckoned = Callable[[Given, list[Step[Any]]], Any]


def _sum_of(*names: str) -> Reckoned:
    return lambda given, _: Yen(sum(given[name].amount for name in names if name in given))


def _sum_of_all(_: Given, steps: list[Step[Any]]) -> Yen:
    return Yen(sum(step.value.amount for step in steps if isinstance(step.value, Yen)))


def _days(first: str, last: str) -> Reckoned:
    return lambda given, _: (given[last] - given[first]).days + 1


def _taxable(given: Given, _: list[Step[Any]]) -> Yen:
    added = ("billed_fee", "initial_fees", "one_time_fees", "settlement_in_month")
    return Yen(sum(given[name].amount for name in added if name in given) - given["credit"].amount)


def _days_charged(given: Given) -> int:
    return given["billed_days"] if "billed_days" in given else given["days"]


REACHES: dict[str, Reckoned] = {
    "minimum_term.start": lambda g, _: g["billing_start"],
    "minimum_term.end": lambda g, _: period_end(g["term_start"], g["minimum_term_months"]),
    "listed.to_effective_day": lambda g, _: g["effective_on"],
    "listed.months": lambda g, _: period_end(g["billing_start"], g["quote_months"]),
    "outage.deadline": lambda g, _: period_end(g["first_counted"], g["claim_months"]),
    "termination.earliest": lambda g, _: g["notice_arrived_on"] + timedelta(g["notice_days"]),
    "termination.arrival_not_counted": lambda g, _: g["notice_arrived_on"],
    "termination.latest_notice": lambda g, _: g["term_end"] - timedelta(g["notice_days"]),
    "termination.effective_designated": lambda g, _: max(g["earliest_on"], g["designated_on"]),
    "termination.effective_designated_too_early": lambda g, _: max(g["earliest_on"], g["designated_on"]),
    "termination.effective_no_designation": lambda g, _: g["earliest_on"],
    "bill.days": _days("from", "to"),
    "settlement.remaining_days": _days("remaining_start", "remaining_end"),
    "fee.accounts_as_counted": lambda g, _: g["accounts"],
    "fee.above_minimum_accounts": lambda g, _: max(g["accounts"], g["minimum_accounts"]),
    "fee.minimum_accounts_applies": lambda g, _: max(g["accounts"], g["minimum_accounts"]),
    "usage.per_account": lambda g, _: g["billable_accounts"] * Fraction(g["unit_price"]),
    "usage.volume": lambda g, _: g["billable_accounts"] * Fraction(g["unit_price"]),
    "usage.band": lambda g, _: g["band_accounts"] * Fraction(g["unit_price"]),
    "usage.graduated": lambda _, steps: sum((step.value for step in steps if step.name == "band"), Fraction()),
    "usage.packs": lambda g, _: -(-g["billable_accounts"] // g["package_size"]),
    "usage.package": lambda g, _: g["packs"] * Fraction(g["package_price"]),
    "fee.base_and_usage": lambda g, _: g["base_fee"].amount + g["usage"],
    "fee.minimum_charge_applies": lambda g, _: g["minimum_charge"],
    "fee.of_peak": lambda g, _: g["fee_for_accounts"],
    "month.whole": lambda g, _: g["monthly_fee"],
    "month.full": lambda g, _: g["monthly_fee"],
    "month.thirty_reached": lambda g, _: g["monthly_fee"],
    "bill.initial_fees": _sum_of_all,
    "bill.one_time_fees": _sum_of_all,
    "bill.credits": _sum_of_all,
    "bill.settlement": _sum_of("settlement"),
    "bill.taxable": _taxable,
    "bill.taxable_with_settlement": _taxable,
    "bill.settlement_outside_tax": _sum_of("settlement_in_month"),
    "bill.total": _sum_of("taxable", "tax"),
    "bill.total_with_settlement": _sum_of("taxable", "non_taxable", "tax"),
    "totals.sum": _sum_of_all,
    "totals.total": _sum_of("subtotal", "tax_total"),
    "accrual.initial_fee": lambda g, _: g["fee"],
    "accrual.option_initial_fee": lambda g, _: g["fee"],
    "accrual.option_removal_fee": lambda g, _: g["fee"],
    "accrual.change_fee_listed": lambda g, _: g["fee"],
    "accrual.change_fee_own": lambda g, _: g["fee"],
    "peak.carried": lambda g, _: g["count"],
    "peak.recorded": lambda g, _: g["count"],
    "settlement.sum": _sum_of_all,
    "outage.sum": _sum_of_all,
    "outage.hours": lambda g, _: max(timedelta(), g["outage_end"] - g["outage_start"]),
    "outage.whole_days": lambda g, _: g["hours"] // timedelta(hours=g["outage_hours"]),
    "outage.shortfall": lambda g, _: timedelta(hours=g["outage_hours"]) - g["hours"],
    "outage.moment_after_hours": lambda g, _: g["outage_start"] + timedelta(hours=g["outage_hours"]),
    "outage.limited_to_billed_fee": lambda g, _: g["billed_fee"] - g["credited_before"],
}
"""What the value of a step must be, by the numbers under it."""
EXACTLY: dict[str, Reckoned] = {
    "month.calendar_days": lambda g, _: Fraction(g["monthly_fee"].amount * _days_charged(g), g["days_in_month"]),
    "month.thirty_days": lambda g, _: Fraction(g["monthly_fee"].amount * _days_charged(g), 30),
    "fee.above_minimum_charge": lambda g, _: g.get("base_and_usage", g.get("usage")),
    "fee.as_reckoned": lambda g, _: g.get("base_and_usage", g.get("usage")),
    "tax.on_bill": lambda g, _: g["taxable"].amount * g["tax_rate"],
    "outage.line": lambda g, _: Fraction(g["monthly_fee"].amount * g["credit_days"], g["credit_divisor"]),
}
"""What the exact amount under a rounded step must be, by the other numbers under it."""


@given(contracts_on_a_day())
def test_the_numbers_of_a_derivation_come_to_its_figure(case: Case) -> None:
    """Whoever adds up what is shown gets what is shown above it."""
    for step in steps_in(case):
        given = {each.name: each.value for each in step.given}
        if step.says in REACHES:
            assert step.value == REACHES[step.says](given, list(step.given)), step.says
        if step.says in EXACTLY:
            assert given["exact"] == EXACTLY[step.says](given, list(step.given)), step.says


def test_every_sentence_that_is_reckoned_again_is_said_by_some_contract() -> None:
    """By the worked examples, and by a month of 31 days that is charged for 30 of them."""
    said = {step.says for example in EXAMPLES for step in steps_in(example.values[0])}
    thirty = contract_file(policy(partial_month="thirty_days"), {"dates": {"billing_start": "2024-07-02"}}, FROM_JUNE)
    said |= {step.says for step in steps_in((thirty, date(2024, 12, 10)))}
    assert {*REACHES, *EXACTLY} <= said
