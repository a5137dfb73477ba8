"""In which fields two contracts differ, and one of them with some of the other's."""

from typing import Any

import pytest

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.contract_changes import MOST_ROWS_APART, changes_between, with_changes
from desktop_app.calculation.money import Yen
from tests.cases.contracts import contract_file, counted, read


def base(*changes: dict[str, Any]) -> Contract:
    """Return the base contract with `changes`."""
    return read(contract_file(*changes))


def records(many: int, count: int) -> dict[str, Any]:
    """Return the change to so many account records, a day each, of some count."""
    return counted(*((f"2024-{7 + day // 28:02d}-{day % 28 + 1:02d}", count) for day in range(many)))


def test_a_change_has_both_values_and_its_place_in_the_file() -> None:
    """Fields of parts by themselves, those of an ending together."""
    one = base({"title": "a", "prices": {"initial_fee": 1}})
    other = base(
        {"title": "b", "prices": {"initial_fee": 2}, "termination": {"kind": "by_provider", "effective_on": "2025-01-31"}}
    )
    found = [(each.path, each.before, each.after) for each in changes_between(one, other)]
    assert found == [
        (("title",), "a", "b"),
        (("prices", "initial_fee"), Yen(1), Yen(2)),
        (("termination",), None, other.termination),
    ]


def test_two_changes_of_one_part_are_both_taken() -> None:
    """The second does not undo the first."""
    one, other = base(), base({"prices": {"initial_fee": 2, "option_initial_fee": 3}, "dates": {"accepted_on": "2024-06-11"}})
    assert with_changes(one, other, changes_between(one, other)) == other
    first, *rest = changes_between(one, other)
    assert with_changes(one, other, rest).dates == one.dates
    assert with_changes(one, other, [first]).prices == one.prices


@pytest.mark.parametrize(("many", "told"), [(MOST_ROWS_APART, MOST_ROWS_APART), (MOST_ROWS_APART + 1, 1)])
def test_many_rows_that_differ_are_one_change(many: int, told: int) -> None:
    """Of the whole table, with what it was and what it is; taken, it is the other contract's table."""
    one, other = base(records(many, 1)), base(records(many, 2))
    found = changes_between(one, other)
    assert len(found) == told
    assert with_changes(one, other, found).accounts == other.accounts
    assert with_changes(one, other, []).accounts == one.accounts
    if told == 1:
        assert (found[0].path, found[0].before, found[0].after) == (("accounts",), one.accounts, other.accounts)


def test_rows_of_one_name_are_told_apart() -> None:
    """Two changes of the same item on the same day: the one that costs more is the second of both."""
    twice = [{"accepted_on": "2024-08-01", "item": "domain", "fee": fee} for fee in (1, 2)]
    one, other = base({"changes": twice}), base({"changes": [twice[0], {**twice[1], "fee": 3}]})
    assert [(each.path, each.after.fee) for each in changes_between(one, other)] == [(("changes", 1), Yen(3))]
