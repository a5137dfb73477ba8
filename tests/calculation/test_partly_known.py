"""What stands in a statement beside a value that cannot be read: figures under their own names, and the sums that are known."""

from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.unknown import is_known
from tests.cases.contracts import contract_file, evaluated, outage, policy
from tests.cases.examples import WorkedExample, worked_examples
from tests.laws.test_holes import alike, beside, figures, holes

Data = dict[str, Any]
AS_OF = date(2024, 12, 10)
PAID_FOR: Data = {
    "dates": {"accepted_on": "2024-07-12", "billing_start": "2024-07-12"},
    "prices": {"initial_fee": 7},
    "changes": [{"accepted_on": "2024-07-20", "item": "domain", "fee": 5}],
}


@pytest.mark.parametrize("example", worked_examples(), ids=lambda example: example.name)
def test_a_figure_beside_a_hole_goes_by_its_own_name_and_reasons(example: WorkedExample) -> None:
    """What is not known is called what it is called in the whole statement; what is known is all that it is there."""
    case = example.contract, example.as_of
    whole = dict(figures(evaluated(*case)))
    always = {at for at in whole if at.startswith((".dates.", ".totals."))}
    for path in holes(example.contract):
        found = dict(figures(beside(case, path)))
        assert {at: step.name for at, step in found.items() if at in whole and whole[at].name != step.name} == {}
        assert [at for at, step in found.items() if is_known(step) and at in whole and not alike(step, whole[at])] == []
        assert always - found.keys() == set()


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


def test_an_outage_that_is_not_known_leaves_the_bills_of_the_months_of_another() -> None:
    """What the other takes off may have been taken already; all else in its month's bill is known."""
    outages = [outage("2024-08-01", "2024-08-03", claimed_on="2024-08-04"), outage("2024-09-01", "2024-09-03")]
    statement = beside((contract_file({"outages": outages}), AS_OF), ("outages", 1, "restored_at"))
    august = statement.months[1]
    assert statement.outages[0].amount.value.amount == 66
    assert (august.billed_fee.value.amount, august.credit.says, august.total.says) == (1000, "unknown", "unknown")


def test_a_credit_is_not_known_while_it_is_not_known_for_how_long_fees_are_billed() -> None:
    """Its time, its days and where its claim stands are."""
    claimed = contract_file({"outages": [outage("2024-08-01", "2024-08-03", claimed_on="2024-08-04")]}, policy(quote_months=3))
    (credit,) = beside((claimed, AS_OF), ("policy", "quote_months")).outages
    assert (credit.whole_days.value, credit.status.value, credit.amount.says) == (2, "granted", "unknown")
