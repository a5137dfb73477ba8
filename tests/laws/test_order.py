"""What makes no difference: the order of a file's lists, empty fields, repeated counts, the day of looking, four centuries."""

import re
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.terms import Rulebook
from tests.cases.contracts import evaluated, read
from tests.cases.examples import rulebook
from tests.cases.statements import plain, with_value
from tests.laws.contracts import contract_files, contracts_on_a_day, without_nulls

Data = dict[str, Any]
Case = tuple[Data, date]
SHUFFLES = st.randoms(use_true_random=False)
CENTURIES = 400
TAXED = {"tax_rate", "tax", "total"}


@given(contracts_on_a_day(), SHUFFLES)
def test_the_order_of_records_and_changes_makes_no_difference(case: Case, shuffle: Any) -> None:
    """They are sorted by their times, not by their places."""
    data, as_of = case
    other = deepcopy(data)
    shuffle.shuffle(other["accounts"])
    shuffle.shuffle(other.get("changes", []))
    assert plain(evaluated(other, as_of)) == plain(evaluated(data, as_of))


@given(contracts_on_a_day(terminated=False), SHUFFLES)
def test_the_order_of_outages_moves_credits_but_not_bills(case: Case, shuffle: Any) -> None:
    """Which of two outages uses up a month's fee depends on the file; what the month costs does not."""
    data, as_of = case
    other = deepcopy(data)
    shuffle.shuffle(other.get("outages", []))
    one, two = plain(evaluated(data, as_of)), plain(evaluated(other, as_of))
    assert one["months"] == two["months"]
    assert one["totals"] == two["totals"]


@given(contracts_on_a_day())
def test_a_null_is_as_good_as_nothing(case: Case) -> None:
    """An empty field may stand in the file or be left out."""
    data, as_of = case
    assert plain(evaluated(without_nulls(data), as_of)) == plain(evaluated(data, as_of))


@given(contracts_on_a_day(), st.integers(0, 40_000_000))
def test_a_record_that_repeats_the_count_changes_nothing(case: Case, seconds: int) -> None:
    """Only a change of the count counts."""
    data, as_of = case
    records = {datetime.fromisoformat(each["from"]): each["count"] for each in data["accounts"]}
    moment = min(records) + timedelta(seconds=seconds)
    assume(moment not in records)
    count = records[max(each for each in records if each < moment)]
    more = {**data, "accounts": [*data["accounts"], {"from": moment.isoformat(), "count": count}]}
    assert plain(evaluated(more, as_of)) == plain(evaluated(data, as_of))


@given(contract_files(with_outages=False), st.dates(date(2010, 1, 1), date(2030, 12, 31)))
def test_without_outages_the_day_of_looking_makes_no_difference(data: Data, as_of: date) -> None:
    """A quotation says the same tomorrow."""
    one, two = plain(evaluated(data)), plain(evaluated(data, as_of))
    assert {**one, "as_of": two["as_of"]} == two


@given(contracts_on_a_day())
def test_four_centuries_later_only_the_tax_is_another(case: Case) -> None:
    """The calendar repeats itself after 400 years, and so does every day and amount."""
    data, as_of = case
    contract, rules = read(data), _rules_for_all_times(data)
    later = plain(evaluate(_moved(contract), _moved(as_of), rules))
    assert _without_tax(_moved_back(later)) == _without_tax(plain(evaluate(contract, as_of, rules)))


def _rules_for_all_times(data: Data) -> Rulebook:
    """Return the rulebook with terms that were in effect before any contract, so that no warning is of the past alone."""
    rules = rulebook()
    terms = rules.editions[read(data).terms]
    always = terms._replace(effective_on=with_value(terms.effective_on, date.min))
    return rules._replace(editions={terms.edition: always})


def _moved(part: Any) -> Any:
    if isinstance(part, Part):
        return part.model_copy(update={name: _moved(getattr(part, name)) for name in members_of(type(part))})
    if isinstance(part, tuple):
        return tuple(map(_moved, part))
    return part.replace(year=part.year + CENTURIES) if isinstance(part, date) else part


def _moved_back(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _moved_back(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_moved_back(each) for each in part]
    if isinstance(part, str) and re.match(r"[0-9]{4}-[0-9]{2}", part):
        return f"{int(part[:4]) - CENTURIES}{part[4:]}"
    return part


def _without_tax(statement: Data) -> Data:
    rows = [{name: value for name, value in row.items() if name not in TAXED} for row in statement["months"]]
    totals = {name: value for name, value in statement["totals"].items() if name not in TAXED}
    return {**statement, "months": rows, "totals": totals}


@given(contract_files(terminated=False, with_outages=False), st.integers(1, 14), st.integers(1, 12))
def test_a_longer_quotation_repeats_the_shorter(data: Data, months: int, more: int) -> None:
    """All its billed months but the last, which may be cut off in the shorter one, are the same."""

    def billed(quote_months: int) -> list[Data]:
        quoted = {**data, "policy": {**data["policy"], "quote_months": quote_months}}
        return [row for row in plain(evaluated(quoted))["months"] if row["billed_days"]]

    shorter, longer = billed(months), billed(months + more)
    assert len(longer) == len(shorter) + more
    assert longer[: len(shorter) - 1] == shorter[:-1]
