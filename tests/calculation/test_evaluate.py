"""The contract read top to bottom."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.terms import Rulebook
from tests.cases.contracts import contract_file, counted, ended, evaluated, outage, policy, priced, read, statement_of
from tests.cases.examples import WorkedExample, worked_examples
from tests.cases.statements import plain

LAST_DAY = {"dates": {"accepted_on": None, "billing_start": "2199-12-31"}}


@pytest.mark.parametrize("example", worked_examples(), ids=lambda each: each.name)
def test_a_contract_gives_the_same_statement_whenever_it_is_read(example: WorkedExample, rules: Rulebook) -> None:
    """To the last step of every derivation, and the contract stays as it was."""
    contract, again = read(example.contract), read(example.contract)
    first, second = evaluate(contract, example.as_of, rules), evaluate(again, example.as_of, rules)
    assert first == second
    assert contract == again


def test_a_contract_may_outlive_the_days_that_can_be_typed() -> None:
    """It begins on the last of them and is quoted for ten years."""
    statement = statement_of(LAST_DAY, counted(("2199-12-31", 10)), policy(quote_months=120))
    assert plain(statement.dates.minimum_term.end) == "2200-12-30"
    assert plain(statement.months[-1].to) == "2209-12-30"


def test_a_contract_may_begin_on_the_first_day_that_can_be_typed() -> None:
    """Under the tax of that time; a day that is computed may lie before it."""
    first = {"dates": {"accepted_on": None, "billing_start": "2000-01-01"}}
    statement = statement_of(first, counted(("2000-01-01", 10)), {"outages": [outage("2000-01-01", "2000-01-03")]})
    assert plain(statement.months[0].tax_rate) == "0.05"
    assert plain(statement.outages[0].hours) == "48"


def test_the_largest_contract_is_reckoned_to_the_yen() -> None:
    """A hundred million accounts at 10^12 yen less a millionth each, for ten years; no digit is lost."""
    statement = statement_of(
        priced("per_account", unit_price="999999999999.999999", base_fee=10**12),
        counted(("2024-07-01", 10**8)),
        {"dates": {"billing_start": "2024-07-01"}},
        policy(quote_months=120),
    )
    fee = 10**20 - 100 + 10**12
    assert plain(statement.totals.monthly_fees) == 120 * fee
    assert plain(statement.totals.tax) == sum(int(fee * Decimal(plain(row.tax_rate))) for row in statement.months)


def test_many_records_changes_and_outages_are_all_looked_at() -> None:
    """A change and an hour's peak on every day of a year, an outage of a day on every second."""
    days = [date.fromordinal(date(2024, 7, 10).toordinal() + i) for i in range(365)]
    records = [
        each
        for i, day in enumerate(days)
        for each in ({"from": f"{day}T08:00", "count": 10 + i % 7}, {"from": f"{day}T09:00", "count": 1})
    ]
    data = contract_file(
        {
            "accounts": [{"from": "2024-07-01", "count": 1}, *records],
            "changes": [{"accepted_on": str(day), "item": "other", "fee": 1} for day in days],
            "outages": [
                outage(f"{day}T10:00", f"{days[i + 1]}T10:00", claimed_on=str(days[i + 1]))
                for i, day in enumerate(days[:-1])
                if i % 2 == 0
            ],
        }
    )
    statement = plain(evaluated(data))
    assert {row["max_accounts"] for row in statement["months"]} == {16}
    assert statement["months"][1]["peak_on"] == "2024-08-06"
    assert statement["totals"]["one_time_fees"] == 365
    assert len(statement["outages"]) == 182
    assert {each["status"] for each in statement["outages"]} == {"granted"}
    assert statement["totals"]["credits"] == 182 * 53


def test_an_edition_that_is_not_installed_cannot_be_evaluated(rules: Rulebook) -> None:
    """Whoever reads the file has to look first."""
    with pytest.raises(KeyError):
        evaluate(read(contract_file({"terms": "oem-mail-1999"})), date(2024, 12, 10), rules)


def test_every_part_of_a_statement_is_there_for_the_smallest_contract() -> None:
    """What does not apply is null or empty, not missing."""
    statement = plain(statement_of(policy(quote_months=1)))
    assert set(statement) == {"as_of", "dates", "months", "settlement", "outages", "totals", "warnings"}
    assert (statement["settlement"], statement["outages"], statement["warnings"]) == (None, [], [])
    assert statement["dates"]["termination"] is None


def test_a_policy_that_does_not_matter_changes_nothing() -> None:
    """The settlement's basis without a settlement, the claim's beginning without an outage."""
    base = plain(statement_of())
    for chosen in ({"settlement_basis": "scheduled"}, {"settlement_taxable": True}, {"claimable_from": "restored"}):
        assert plain(statement_of(policy(**chosen))) == base
    ended_on_time = plain(statement_of(ended("2025-07-09")))
    assert plain(statement_of(ended("2025-07-09"), policy(settlement_basis="scheduled"))) == ended_on_time
