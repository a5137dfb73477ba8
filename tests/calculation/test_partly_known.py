"""What stands in a statement beside a value that cannot be read: figures under their own names, and the sums that are known."""

from datetime import date
from typing import Any

import pytest

from tests.cases.contracts import contract_file, evaluated, outage
from tests.cases.examples import WorkedExample, worked_examples
from tests.laws.test_holes import beside, figures, holes

Data = dict[str, Any]
AS_OF = date(2024, 12, 10)
PAID_FOR: Data = {
    "dates": {"accepted_on": "2024-07-12", "billing_start": "2024-07-12"},
    "prices": {"initial_fee": 7},
    "changes": [{"accepted_on": "2024-07-20", "item": "domain", "fee": 5}],
}


@pytest.mark.parametrize("example", worked_examples(), ids=lambda example: example.name)
def test_a_figure_beside_a_hole_goes_by_its_own_name(example: WorkedExample) -> None:
    """Known or not, what stands at a place is called what it is called in the whole statement."""
    case = example.contract, example.as_of
    whole = {at: step.name for at, step in figures(evaluated(*case))}
    for path in holes(example.contract):
        found = {at: step.name for at, step in figures(beside(case, path))}
        assert {at: name for at, name in found.items() if whole.get(at, name) != name} == {}


def test_a_sum_beside_a_hole_is_still_said_of_what_is_known() -> None:
    """The initial fee and a change's fee in a month whose accounts are not known, each with its month and its sentence."""
    case = contract_file(PAID_FOR), AS_OF
    first, second, *_ = beside(case, ("accounts", 0, "count")).months
    known = first.initial_fees, first.one_time_fees
    assert [(step.says, step.value.amount) for step in known] == [("bill.initial_fees", 7), ("bill.one_time_fees", 5)]
    assert [step.given[0].value for step in known] == [first.month.value] * 2
    assert [step.says for step in (second.initial_fees, second.one_time_fees)] == ["bill.no_initial_fee", "bill.no_one_time_fee"]


def test_what_could_belong_to_any_month_is_not_known_of_any() -> None:
    """The day of a change's acceptance that cannot be read leaves the one-time fees of every month open, and no other figure."""
    bills = beside((contract_file(PAID_FOR), AS_OF), ("changes", 0, "accepted_on")).months
    assert len(bills) > 1
    for bill in bills:
        unknown = [name for name, step in zip(bill._fields, bill, strict=True) if step.says == "unknown"]
        assert unknown == ["one_time_fees", "taxable", "non_taxable", "tax", "total"]


def test_a_credit_of_a_fee_that_is_not_known_is_not_known() -> None:
    """Its time, its days and where its claim stands are."""
    case = contract_file({"outages": [outage("2024-08-01", "2024-08-03", claimed_on="2024-08-04")]}), AS_OF
    (credit,) = beside(case, ("prices", "monthly", "unit_price")).outages
    assert [step.says for step in (credit.amount, *(line.amount for line in credit.lines))] == ["unknown", "unknown"]
    assert (credit.whole_days.value, credit.status.value) == (2, "granted")
