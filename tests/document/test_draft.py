"""Drafts: read and changed at an address, never in place; and when two of them say the same."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.step import Path
from desktop_app.document.assess import assess
from desktop_app.document.draft import new_draft, same, value_at, with_inserted, with_value
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, leaves

PLACES = leaves(EVERY_FIELD)
VALUES = st.one_of(st.text(max_size=3), st.integers(-3, 3), st.booleans(), st.floats(-2, 2), st.just({}), st.just([1]))


def test_a_new_draft_says_what_it_is_and_carries_the_issuer() -> None:
    """The rest is for the user to type."""
    draft = new_draft({"company": "サンプル商事"})
    assert (draft["format"], draft["version"], draft["issuer"]) == ("contract-calculator", 1, {"company": "サンプル商事"})


def test_a_new_draft_lacks_the_required_fields_alone() -> None:
    """Nothing that the program itself put in is wrong."""
    found = assess(new_draft(), AS_OF, rulebook()).problems
    assert [(each.path, each.code) for each in found] == [
        (("dates", "billing_start"), "field_missing"),
        (("prices", "monthly", "unit_price"), "field_missing"),
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), "新規"),
        (("accounts", 1, "count"), 1200),
        (("accounts", 2), None),
        (("accounts", -1), None),
        (("title", 0), None),
        (("title", "x"), None),
        (("nowhere", "x", 3), None),
        ((), {"title": "新規", "accounts": [{"count": 800}, {"count": 1200}]}),
    ],
)
def test_what_stands_at_an_address(path: Path, value: Any) -> None:
    """Where nothing stands there is None; a text is no list of its characters."""
    assert value_at({"title": "新規", "accounts": [{"count": 800}, {"count": 1200}]}, path) == value


@given(st.sampled_from(PLACES), VALUES)
def test_a_value_put_at_an_address_stands_there_and_nothing_else_changed(path: Path, value: Any) -> None:
    """And the draft it was put into is as it was."""
    before = deepcopy(EVERY_FIELD)
    after = with_value(EVERY_FIELD, path, value)
    assert value_at(after, path) == value
    assert before == EVERY_FIELD
    others = [each for each in PLACES if each != path]
    assert [value_at(after, each) for each in others] == [value_at(EVERY_FIELD, each) for each in others]


@given(st.sampled_from(PLACES))
def test_a_field_taken_out_and_put_back_gives_the_same_draft(path: Path) -> None:
    """Whether it was a field of an object or an item of a list."""
    value = value_at(EVERY_FIELD, path)
    without = with_value(EVERY_FIELD, path, None)
    back = with_inserted(without, path, [value]) if isinstance(path[-1], int) else with_value(without, path, value)
    assert without != EVERY_FIELD
    assert back == EVERY_FIELD


@pytest.mark.parametrize("path", [("quote", "number"), ("accounts", 0, "note"), ("accounts", 0), ("service", "domains", 3)])
def test_taking_out_what_is_not_there_leaves_the_draft_alone(path: Path) -> None:
    """No empty part or row comes about by it."""
    draft = {"title": "新規"}
    assert with_value(draft, path, None) is draft


def test_a_null_can_be_taken_out() -> None:
    """It stands there, in an object or in a list."""
    assert with_value({"title": None}, ("title",), None) == {}
    assert with_value({"accounts": [None, {"count": 1}]}, ("accounts", 0), None) == {"accounts": [{"count": 1}]}


@pytest.mark.parametrize(
    ("draft", "path", "after"),
    [
        ({}, ("quote", "number"), {"quote": {"number": 1}}),
        ({}, ("accounts", 0, "count"), {"accounts": [{"count": 1}]}),
        ({"accounts": "x"}, ("accounts", 0, "count"), {"accounts": [{"count": 1}]}),
        ({"accounts": [{"count": 5}]}, ("accounts", 7, "count"), {"accounts": [{"count": 5}, {"count": 1}]}),
        ({"quote": 5}, ("quote", "number"), {"quote": {"number": 1}}),
    ],
)
def test_parts_that_a_value_needs_are_made(draft: Any, path: Path, after: Any) -> None:
    """Also in the place of something that could not hold it; a row behind the last is the next one."""
    assert with_value(draft, path, 1) == after


@pytest.mark.parametrize(
    ("draft", "path", "after"),
    [
        ({"accounts": [1, 2]}, ("accounts", 1), [1, "a", "b", 2]),
        ({"accounts": [1, 2]}, ("accounts", 9), [1, 2, "a", "b"]),
        ({}, ("accounts", 0), ["a", "b"]),
        ({"accounts": "x"}, ("accounts", 0), ["a", "b"]),
    ],
)
def test_rows_are_put_into_a_list(draft: Any, path: Path, after: list[Any]) -> None:
    """In front of the row that was there; into a new list where there was none."""
    assert with_inserted(draft, path, ["a", "b"])["accounts"] == after


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"title": ""}),
        ({}, {"title": None, "quote": {}, "changes": []}),
        ({"quote": {"remarks": ""}}, {"quote": None}),
        ({"changes": None}, {"changes": []}),
        ({"changes": [{"accepted_on": "2024-10-03"}]}, {"changes": [{"accepted_on": "2024-10-03", "note": "", "fee": None}]}),
        ({"a": (1, 2)}, {"a": [1, 2]}),
    ],
)
def test_nothing_is_as_good_as_null_or_empty(one: Any, other: Any) -> None:
    """A text, a list, a part that is always there: empty means the same as absent in a contract file."""
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"option": {}}),
        ({"termination": None}, {"termination": {}}),
        ({"version": 1}, {"version": True}),
        ({"version": 1}, {"version": 1.0}),
        ({"dates": {"billing_start": ""}}, {"dates": {}}),
        ({"changes": [{}]}, {"changes": []}),
        ({"accounts": [{"count": 1}, {"count": 2}]}, {"accounts": [{"count": 2}, {"count": 1}]}),
        ({"title": "a"}, {"title": ["a"]}),
        ({"title": "a"}, {}),
    ],
)
def test_what_means_something_else_is_not_the_same(one: Any, other: Any) -> None:
    """An option taken, a row that is there, an order, a number of another kind, a day typed empty."""
    assert not same(one, other)
    assert not same(other, one)


@given(st.sampled_from(PLACES), VALUES)
def test_a_draft_is_the_same_as_its_copy_and_as_no_draft_with_another_value(path: Path, value: Any) -> None:
    """Wherever the other value stands."""
    assert same(EVERY_FIELD, deepcopy(EVERY_FIELD))
    changed = with_value(EVERY_FIELD, path, value)
    there = value_at(EVERY_FIELD, path)
    assert same(changed, EVERY_FIELD) == (type(value) is type(there) and value == there)
