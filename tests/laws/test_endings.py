"""What happens to days and sums when a contract ends on another day, or for another reason."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.calculation.deadlines import notice_for
from tests.calculation.civil_calendar import length
from tests.cases.contracts import AS_OF, evaluated, read
from tests.cases.examples import rulebook
from tests.cases.statements import plain
from tests.laws.contracts import contract_files
from tests.second_opinion.case import DAY, month_of, period_end

Data = dict[str, Any]
CONSTANT = {"most_records": 1, "with_outages": False, "terminated": False}
TERM_DAYS = st.integers(0, 364)
EXEMPT_ONLY = {"settlement", "taxable", "non_taxable", "tax", "total"}


def _start(data: Data) -> date:
    return date.fromisoformat(data["dates"]["billing_start"])


def _ended(data: Data, day: date, kind: str = "by_provider") -> Data:
    return plain(evaluated({**data, "termination": {"kind": kind, "effective_on": str(day)}}))


def _noticed(data: Data, arrived: date, designated: date | None = None) -> Data:
    ends = {"kind": "notice", "notice_arrived_on": str(arrived), "designated_on": designated and str(designated)}
    return plain(evaluated({**data, "termination": ends}))


def _paid(statement: Data) -> int:
    return statement["totals"]["monthly_fees"] + statement["totals"]["settlement"]


@given(contract_files(**CONSTANT, partial_month="calendar_days", settlement_basis="termination_month"), TERM_DAYS)
def test_ending_early_costs_the_term_to_within_the_yen_of_the_month_that_it_cuts(data: Data, days: int) -> None:
    """With a constant count: what was billed and what is settled make up the fee of the whole term."""
    ended = _ended(data, _start(data) + days * DAY)
    whole = plain(evaluated({**data, "policy": {**data["policy"], "quote_months": 12}}))
    assert abs(_paid(ended) - whole["totals"]["monthly_fees"]) <= 1


@given(contract_files(**CONSTANT, partial_month="calendar_days", rounding="floor"), TERM_DAYS)
def test_rounding_down_loses_less_than_a_yen_a_line(data: Data, days: int) -> None:
    """With a constant count: against the exact fee of the whole term, day by day."""
    assume(data["policy"].get("settlement_basis") != "fixed")
    start = _start(data)
    ended = _ended(data, start + days * DAY)
    term = [start + each * DAY for each in range((period_end(start, 12) - start).days + 1)]
    fee = next(row["monthly_fee"] for row in ended["months"] if row["billed_days"])
    exact = sum((Fraction(fee, length(*month_of(day))) for day in term), Fraction())
    lines = sum(1 for row in ended["months"] if row["billed_days"]) + len(ended["settlement"]["lines"])
    assert 0 <= exact - _paid(ended) < lines


@given(contract_files(**CONSTANT, partial_month="full"), TERM_DAYS)
def test_whole_months_cost_twelve_fees_whenever_the_contract_ends_early(data: Data, days: int) -> None:
    """With a constant count; unless it ends in the thirteenth calendar month, which is then billed too."""
    assume(data["policy"].get("settlement_basis") != "fixed")
    start = _start(data)
    end = start + days * DAY
    ended = _ended(data, end)
    fee = next(row["monthly_fee"] for row in ended["months"] if row["billed_days"])
    thirteenth = (end.year - start.year) * 12 + end.month - start.month == 12
    assert _paid(ended) == fee * (13 if thirteenth else 12)


@given(contract_files(rising=True, terminated=False, with_outages=False), st.integers(-20, 420), st.integers(1, 60))
def test_a_later_end_never_lowers_the_sum_paid_for_service(data: Data, days: int, later: int) -> None:
    """Where more accounts do not cost less."""
    end = _start(data) + days * DAY
    sooner, longer = _ended(data, end), _ended(data, end + later * DAY)
    assert sooner["totals"]["monthly_fees"] <= longer["totals"]["monthly_fees"]


@given(contract_files(terminated=False), st.integers(-30, 420), st.sampled_from(["article_28_2", "article_28_3"]))
def test_an_exempt_end_differs_by_the_settlement_alone(data: Data, days: int, kind: str) -> None:
    """The same days remain, the same months are billed, the same outages credited."""
    end = _start(data) + days * DAY
    charged, exempt = _ended(data, end), _ended(data, end, kind)
    for name in ("as_of", "dates", "outages"):
        assert charged[name] == exempt[name]
    assert charged["settlement"]["remaining"] == exempt["settlement"]["remaining"]
    assert exempt["settlement"] == {**exempt["settlement"], "due": False, "exempt": True, "lines": [], "amount": 0}
    assert charged["totals"]["subtotal"] - charged["settlement"]["amount"] == exempt["totals"]["subtotal"]
    rows = {row["month"]: row for row in exempt["months"]}
    for row in charged["months"]:
        other = rows.pop(row["month"], None)
        if other is None:
            assert not row["billed_fee"] + row["initial_fees"] + row["one_time_fees"]
        else:
            assert _without(row, EXEMPT_ONLY) == _without(other, EXEMPT_ONLY)
    assert rows == {}


def _without(row: Data, names: set[str]) -> Data:
    return {name: value for name, value in row.items() if name not in names}


@given(contract_files(terminated=False, with_outages=False))
def test_a_notice_on_its_last_day_ends_the_contract_with_its_term(data: Data) -> None:
    """A day earlier, a day remains; a day later, the contract outlives its term by a day."""
    end = period_end(_start(data), 12)
    last = date.fromisoformat(plain(evaluated(data))["dates"]["latest_notice_for_term_end"])
    for off in (-1, 0, 1):
        ended = _noticed(data, last + off * DAY)
        assert ended["dates"]["termination"]["effective_on"] == str(end + off * DAY)
        assert ended["settlement"]["due"] is (off < 0)
        assert ended["settlement"]["remaining"] == ({"start": str(end), "end": str(end), "days": 1} if off < 0 else None)


@given(contract_files(terminated=False, with_outages=False), st.integers(0, 400))
def test_the_last_day_for_a_notice_and_the_day_on_which_it_takes_effect_are_inverse(data: Data, days: int) -> None:
    """Any notice leads to an end that it is the last one for, and any end has a last notice that leads to it."""
    day = _start(data) + days * DAY
    end = date.fromisoformat(_noticed(data, day)["dates"]["termination"]["effective_on"])
    assert notice_for(read(data), end, AS_OF, rulebook()).arrive_by.value == day
    last = notice_for(read(data), day, AS_OF, rulebook()).arrive_by.value
    assert _noticed(data, last)["dates"]["termination"]["effective_on"] == str(day)


@given(contract_files(terminated=False, with_outages=False), st.integers(0, 400), st.integers(-5, 90))
def test_a_contract_ends_on_the_later_of_thirty_days_and_the_designated_day(data: Data, days: int, more: int) -> None:
    """And a designated day that is too early changes nothing but the warning."""
    arrived = _start(data) + days * DAY
    plainly, designated = _noticed(data, arrived), _noticed(data, arrived, arrived + (30 + more) * DAY)
    assert plainly["dates"]["termination"]["effective_on"] == str(arrived + 30 * DAY)
    assert designated["dates"]["termination"]["effective_on"] == str(arrived + (30 + max(0, more)) * DAY)
    assert ("designated_before_earliest" in {each["code"] for each in designated["warnings"]}) is (more < 0)
    if more <= 0:
        assert designated["totals"] == plainly["totals"]


@given(contract_files(terminated=False), st.integers(1, 400))
def test_a_contract_that_ends_before_it_begins_settles_the_whole_term(data: Data, days: int) -> None:
    """However long before: no month is billed, and every day of the term remains."""
    start = _start(data)
    ended, day_before = _ended(data, start - days * DAY), _ended(data, start - DAY)
    assert ended["totals"]["monthly_fees"] == ended["totals"]["credits"] == 0
    assert ended["settlement"] == day_before["settlement"]
    assert ended["settlement"]["remaining"]["start"] == str(start)
    assert "ended_before_billing" in {each["code"] for each in ended["warnings"]}
