"""What makes one contract's total another than another's."""

from datetime import date
from typing import Any

from desktop_app.calculation.bridge import Bridge, bridge
from desktop_app.calculation.contract_changes import Change, changes_between, with_changes
from desktop_app.calculation.money import total
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.terms import Rulebook
from tests.cases.contracts import contract_file, counted, ended, notice, outage, policy, priced, read
from tests.cases.statements import dotted

AS_OF = date(2024, 12, 10)
Data = dict[str, Any]


def between(rules: Rulebook, one: Data, other: Data) -> Bridge:
    """Return the bridge between two contract files, which always adds up."""
    found = bridge(read(one), read(other), AS_OF, rules)
    assert found.before.value + total(line.worth for line in found.lines) == found.after.value
    assert found.difference == found.after.value - found.before.value
    return found


def told(found: Bridge) -> list[tuple[list[str], int]]:
    """Return the lines: the addresses of what changed, and the worth."""
    return [([dotted(each.path) for each in line.changes], line.worth.amount) for line in found.lines]


def test_a_field_is_worth_what_the_total_moves_by(rules: Rulebook) -> None:
    """In the order of the file, what two do together with the later."""
    one, other = contract_file(), contract_file(priced("per_account", unit_price="110"), counted(("2024-07-10", 20)))
    price, accounts = between(rules, one, other).lines
    alone = between(rules, one, contract_file(priced("per_account", unit_price="110"))).lines[0]
    assert [each.path for each in price.changes] == [("prices", "monthly", "unit_price")]
    assert price.worth == alone.worth
    assert [each.path for each in accounts.changes] == [("accounts", 0)]


def test_what_no_amount_comes_from_is_told_and_worth_nothing(rules: Rulebook) -> None:
    """Names, papers; the digest and the format are no differences at all."""
    other = contract_file({"title": "B", "customer": {"name": "B"}, "quote": {"memo": "x"}, "digest": "sha256:0"})
    assert told(between(rules, contract_file(), other)) == [(["title"], 0), (["quote.memo"], 0), (["customer.name"], 0)]
    assert told(between(rules, other, other)) == []


def test_fields_that_only_make_sense_together_are_one_line(rules: Rulebook) -> None:
    """A later start of billing with the first count, a fixed basis with its number."""
    later = contract_file({"dates": {"billing_start": "2024-06-20"}}, counted(("2024-06-20", 10)))
    ((paths, _),) = told(between(rules, contract_file(), later))
    assert paths[0] == "dates.billing_start"
    assert set(paths[1:]) == {"accounts[0]"}
    one = contract_file(ended("2025-03-15"))
    fixed = contract_file(ended("2025-03-15"), policy(settlement_basis="fixed", settlement_accounts=3))
    assert [paths for paths, _ in told(between(rules, one, fixed))] == [["policy.settlement_basis", "policy.settlement_accounts"]]


def test_rows_are_told_one_by_one(rules: Rulebook) -> None:
    """Added, removed, changed; by their place in the second contract, or in the first where only that has them."""
    one = contract_file(
        counted(("2024-07-10", 10), ("2024-09-01", 12), ("2024-10-01", 14)),
        {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30")]},
    )
    other = contract_file(
        counted(("2024-12-01", 30), ("2024-07-10", 10), ("2024-10-01", 15)),
        {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")]},
    )
    found = between(rules, one, other)
    assert [paths for paths, _ in told(found)] == [["accounts[1]"], ["accounts[2]"], ["accounts[0]"], ["outages[0]"]]
    gone, changed, come, claimed = (line.changes[0] for line in found.lines)
    assert (gone.after, come.before) == (None, None)
    assert (changed.before.count, changed.after.count) == (14, 15)
    assert claimed.after.claimed_on == date(2024, 11, 20)


def test_the_order_of_the_records_is_no_difference(rules: Rulebook) -> None:
    """It means nothing."""
    one, other = counted(("2024-07-10", 10), ("2024-09-01", 12)), counted(("2024-09-01", 12), ("2024-07-10", 10))
    assert told(between(rules, contract_file(one), contract_file(other))) == []


def test_two_changes_of_one_kind_on_one_day_are_two_rows(rules: Rulebook) -> None:
    """The second is told apart from the first."""
    fees = [{"accepted_on": "2024-10-03", "item": "domain", "fee": fee} for fee in (100, 200, 300)]
    one, other = contract_file({"changes": fees[:2]}), contract_file({"changes": [fees[0], fees[2], fees[1]]})
    found = between(rules, one, other)
    assert told(found) == [(["changes[1]"], 110), (["changes[2]"], 220)]


def test_a_table_in_which_hardly_a_row_is_the_same_is_one_line(rules: Rulebook) -> None:
    """Nobody reads fifty lines."""
    months = [(f"{2024 + k // 12}-{k % 12 + 1:02}-10", k) for k in range(6, 56)]
    more = counted(*((day, count + 1) for day, count in months))
    found = between(rules, contract_file(counted(*months)), contract_file(more, policy(quote_months=6)))
    assert [paths for paths, _ in told(found)] == [["accounts"], ["policy.quote_months"]]


def test_parts_that_are_there_or_not_are_one_line(rules: Rulebook) -> None:
    """A termination, the option, another model of prices."""
    one = contract_file({"prices": {"option_initial_fee": 100}}, notice("2024-12-02"))
    other = contract_file(
        {"prices": {"option_initial_fee": 100}}, priced("package", package_size=5, package_price="450"), {"option": {}}
    )
    other["prices"]["option_initial_fee"] = 100
    assert [paths for paths, _ in told(between(rules, one, other))] == [["prices.monthly"], ["option"], ["termination"]]


def test_all_changes_make_the_other_contract(rules: Rulebook) -> None:
    """And none the first."""
    one = read(contract_file(counted(("2024-07-10", 10), ("2024-09-01", 12))))
    other = read(contract_file(counted(("2024-07-10", 9), ("2024-10-01", 12)), policy(rounding="ceiling")))
    changes = changes_between(one, other)
    assert with_changes(one, other, changes) == other
    assert with_changes(one, other, ()) == one
    some = with_changes(one, other, [each for each in changes if isinstance(each, Change) and each.path[0] == "policy"])
    assert some.policy.rounding == "ceiling"
    assert some.accounts == one.accounts
    assert not refusals(some, rules.editions[some.terms])
