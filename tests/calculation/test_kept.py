"""Answers that are kept: given again for the same, made anew for anything else."""

from typing import Any, NamedTuple

import pytest

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.kept import kept, kept_reading
from desktop_app.calculation.problem import UNREADABLE, UnreadableValueError


class Named(NamedTuple):
    """A tuple of a kind of its own."""

    value: Any


def test_the_last_answer_is_given_again_for_the_very_same_arguments() -> None:
    """And for no others, were they equal; only the last one is kept. A tuple is its kind and what is in it."""
    asked: list[tuple[Any, ...]] = []

    @kept
    def pair(*given: Any) -> list[Any]:
        """Return what is given."""
        asked.append(given)
        return list(given)

    one, equal = [1, 2], [1, 2]
    first = pair(one, "x")
    assert pair(one, "x") is first
    assert (pair.__name__, pair.__doc__) == ("pair", "Return what is given.")
    assert pair(equal, "x") is not first
    assert pair(equal, "x", None) == [[1, 2], "x", None]
    assert pair(one, "x") is not first
    assert len(asked) == 4
    inside = pair(((one, "x"), equal))
    assert pair(((one, "x"), equal)) is inside
    for other in (((equal, "x"), equal), ((one, "x"), equal, one), ((one,), equal), [(one, "x"), equal]):
        before = pair(((one, "x"), equal))
        assert pair(other) is not before
    named = pair(Named(one))
    assert pair(Named(one)) is named
    assert pair((one,)) is not named


def test_a_function_of_nothing_is_asked_once() -> None:
    """There is but one answer."""
    asked: list[None] = []

    @kept
    def answer() -> int:
        """Return how often it was asked."""
        asked.append(None)
        return len(asked)

    assert (answer(), answer()) == (1, 1)


def test_what_cannot_be_known_is_asked_for_anew() -> None:
    """And leaves what was known before alone."""
    asked: list[Any] = []

    @kept
    def known(value: Any) -> tuple[Any]:
        """Return the value; UnreadableValueError where there is none."""
        asked.append(value)
        if value is UNREADABLE:
            raise UnreadableValueError
        return (value,)

    first = known("x")
    for _ in range(2):
        with pytest.raises(UnreadableValueError):
            known(UNREADABLE)
    assert known("x") is first
    assert asked == ["x", UNREADABLE, UNREADABLE]


def test_data_that_say_the_same_are_read_once() -> None:
    """Changed in place, or of another type though equal, they are read anew."""
    read, asked = kept_reading(), []

    def reader(data: Any) -> list[Any]:
        """Return the data in a list of its own."""
        asked.append(repr(data))
        return [data]

    text = "a note"
    data: dict[str, Any] = {"count": 1, "note": text, "again": text}
    first = read(data, reader)
    assert read({"count": 1, "note": text, "again": "".join([*text])}, reader) is first
    data["count"] = True
    assert read(data, reader) is not first
    data["count"] = 1.0
    read(data, reader)
    assert asked == [repr({"count": each, "note": text, "again": text}) for each in (1, True, 1.0)]


def test_data_that_are_not_plain_are_read_each_time() -> None:
    """There is no telling whether they have changed; what was read before is still kept."""
    read, asked = kept_reading(), []

    def reader(data: Any) -> list[Any]:
        """Return the data in a list of its own."""
        asked.append(data)
        return [data]

    first, strange = read("a", reader), object()
    assert read(strange, reader) == [strange]
    assert read(strange, reader) is not read(strange, reader)
    assert read("a", reader) is first
    assert len(asked) == 4


def test_what_is_refused_is_not_kept() -> None:
    """Each reading of it says so anew."""
    read = kept_reading()

    def refuse(_: Any) -> None:
        """Raise."""
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            read([], refuse)
    assert read([], list) == []


def test_the_parts_of_a_contract_stay_the_same_ones_while_their_data_do() -> None:
    """Also inside a part that is read anew, and in data that were changed in place."""
    data: dict[str, Any] = {
        "format": "contract-calculator",
        "version": 1,
        "dates": {"billing_start": "2024-07-10"},
        "prices": {
            "initial_fee": 1000,
            "monthly": {"model": "graduated", "tiers": [{"up_to": 10, "unit_price": "5"}, {"up_to": None, "unit_price": "4"}]},
        },
        "accounts": [{"from": "2024-07-01", "count": 3}],
    }
    before = Contract.model_validate(data)
    data["prices"]["initial_fee"] = 2000
    after = Contract.model_validate(data)
    assert after.prices is not before.prices
    assert (after.prices.monthly, after.dates, after.accounts) == (before.prices.monthly, before.dates, before.accounts)
    assert after.prices.monthly is before.prices.monthly
    assert after.accounts is before.accounts
    data["accounts"][0]["count"] = 4
    changed = Contract.model_validate(data)
    assert [each.count for each in changed.accounts] == [4]
    assert [each.count for each in after.accounts] == [3]
