"""Every total is the sum of its lines, and every day of the minimum term is charged once."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.calculation.money import Yen
from desktop_app.calculation.step import Step
from tests.cases.contracts import evaluated
from tests.cases.statements import plain, steps_of, tree_of
from tests.laws.contracts import contract_files, contracts_on_a_day
from tests.second_opinion.case import DAY

Data = dict[str, Any]
Case = tuple[Data, date]
COLUMNS = {
    "initial_fees": "initial_fees",
    "monthly_fees": "billed_fee",
    "one_time_fees": "one_time_fees",
    "credits": "credit",
    "settlement": "settlement",
    "tax": "tax",
    "total": "total",
}
MONTHS = st.integers(1, 12)
HALF = Fraction(1, 2)
WITHIN = {
    "floor": lambda error: 0 <= error < 1,
    "half_up": lambda error: -HALF <= error < HALF,
    "ceiling": lambda error: -1 < error <= 0,
}
"""Whether, by each rounding, the exact amount may lie so far above the rounded one."""


@given(contracts_on_a_day())
def test_every_total_is_the_sum_of_its_lines(case: Case) -> None:
    """Those of the settlement and of each outage, of each bill, and of all bills."""
    statement = plain(evaluated(*case))
    for part in (statement["settlement"], *statement["outages"]):
        if part is not None:
            assert part["amount"] == sum(line["amount"] for line in part["lines"])
    for row in statement["months"]:
        assert row["taxable"] + row["non_taxable"] == (
            row["billed_fee"] - row["credit"] + row["initial_fees"] + row["one_time_fees"] + row["settlement"]
        )
        assert row["total"] == row["taxable"] + row["non_taxable"] + row["tax"]
    totals = statement["totals"]
    for name, column in COLUMNS.items():
        assert totals[name] == sum(row[column] for row in statement["months"])
    assert totals["subtotal"] == totals["total"] - totals["tax"]


@given(contracts_on_a_day())
def test_the_bills_hold_the_settlement_and_the_granted_credits(case: Case) -> None:
    """Nothing that is due is missing from them, and nothing that is not due has slipped in."""
    statement = plain(evaluated(*case))
    settled = statement["settlement"]
    granted = [outage["amount"] for outage in statement["outages"] if outage["status"] == "granted"]
    assert statement["totals"]["settlement"] == (settled["amount"] if settled else 0)
    assert statement["totals"]["credits"] == sum(granted)


@given(contracts_on_a_day())
def test_a_month_is_never_credited_more_than_was_billed(case: Case) -> None:
    """However many outages it saw."""
    for row in plain(evaluated(*case))["months"]:
        assert 0 <= row["credit"] <= row["billed_fee"]


@given(contracts_on_a_day())
def test_the_rows_run_without_gaps(case: Case) -> None:
    """One for each calendar month, in the order of time."""
    months = [row["month"] for row in plain(evaluated(*case))["months"]]
    numbers = [int(month[:4]) * 12 + int(month[5:]) for month in months]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else not months


@given(contract_files(terminated=True, with_outages=False))
def test_billed_and_remaining_days_cover_the_minimum_term(data: Data) -> None:
    """Each of its days is either billed or remains; none twice."""
    statement = plain(evaluated(data))
    term, remaining = statement["dates"]["minimum_term"], statement["settlement"]["remaining"]
    length = (date.fromisoformat(term["end"]) - date.fromisoformat(term["start"])).days + 1
    billed = sum(row["billed_days"] for row in statement["months"])
    if remaining is None:
        assert billed >= length
    else:
        assert billed + remaining["days"] == length
        assert remaining["end"] == term["end"]


def _listed(data: Data, months: int) -> Data:
    return plain(evaluated({**data, "policy": {**data["policy"], "quote_months": months}}))


def _last_billed(statement: Data) -> date:
    return date.fromisoformat([row["to"] for row in statement["months"] if row["to"]][-1])


@given(contract_files(terminated=False, with_outages=False, most_records=1, partial_month="calendar_days"), MONTHS, MONTHS)
def test_splitting_the_listed_period_changes_nothing(data: Data, months: int, more: int) -> None:
    """With a constant count: two lists, one from the day after the other, cost the whole, to within the yen of the cut month."""
    whole, first = _listed(data, months + more), _listed(data, months)
    dates = {"accepted_on": None, "billing_start": str(_last_billed(first) + DAY)}
    second = _listed({**data, "dates": dates, "option": None, "changes": []}, more)
    assume(_last_billed(second) == _last_billed(whole))  # not so where a month lacks the day on which billing started
    parts = first["totals"]["monthly_fees"] + second["totals"]["monthly_fees"]
    assert abs(parts - whole["totals"]["monthly_fees"]) <= 1


@given(contract_files(terminated=False), MONTHS, MONTHS)
def test_a_longer_list_begins_with_the_shorter_one(data: Data, months: int, more: int) -> None:
    """All but the month in which the shorter one ends."""
    billed = [row for row in _listed(data, months)["months"] if row["billed_days"]]
    longer = {row["month"]: row for row in _listed(data, months + more)["months"]}
    for row in billed[:-1]:
        for name in (
            "from",
            "to",
            "max_accounts",
            "peak_on",
            "monthly_fee",
            "billed_fee",
            "credit",
            "initial_fees",
            "one_time_fees",
        ):
            assert row[name] == longer[row["month"]][name]


@given(contract_files(terminated=True, with_outages=False, partial_month="thirty_days"))
def test_the_lines_of_a_settlement_cover_the_remaining_days(data: Data) -> None:
    """Month by month, none left out."""
    settled = plain(evaluated(data))["settlement"]
    if settled["due"]:
        assert sum(line["days"] for line in settled["lines"]) == settled["remaining"]["days"]


@given(contracts_on_a_day())
def test_the_exact_amount_is_bracketed_by_its_rounding(case: Case) -> None:
    """Each amount that was rounded keeps the exact one, which it misses by less than a yen and to the side of its policy."""
    for figure in steps_of(evaluated(*case)):
        for step in tree_of(figure):
            _check_rounding(step)


def _check_rounding(step: Step[Any]) -> None:
    kept = {each.name: each.value for each in step.given}
    if "exact" not in kept:
        return
    assert isinstance(step.value, Yen)
    assert WITHIN[kept["rounding"]](kept["exact"] - step.value.amount)
