"""Changes lead from any draft to any other, and say no more than what differs."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_app.document.changes import Change, applied, changes
from desktop_app.document.draft import with_inserted, with_value

LEAVES = some.none() | some.booleans() | some.integers(-3, 3) | some.sampled_from(["", "a", "\ud800"])
JSON = some.recursive(
    LEAVES,
    lambda each: some.lists(each, max_size=3) | some.dictionaries(some.sampled_from("abc"), each, max_size=3),
    max_leaves=8,
)
DRAFTS = some.dictionaries(some.sampled_from("abcd"), JSON, max_size=4)


@given(DRAFTS, DRAFTS)
def test_changes_lead_from_one_draft_to_another(before: Any, after: Any) -> None:
    """Whatever stands in both; also where true and 1 are not the same."""
    made = changes(before, after)
    assert _canonical(applied(before, made)) == _canonical(after)


def _canonical(draft: Any) -> str:
    return json.dumps(draft, sort_keys=True)


def test_an_edit_is_one_change() -> None:
    """Of a list only the item, of an item only the field."""
    draft = {"accounts": [{"from": "2024-07-10", "count": 40}, {"from": "2024-08-01", "count": 50}], "title": "x"}
    edited = with_value(draft, ("accounts", 1, "count"), 51)
    assert changes(draft, edited) == [Change(("accounts", 1, "count"), 51)]
    assert changes(edited, with_value(edited, ("title",), None)) == [Change(("title",), gone=True)]
    assert changes(draft, dict(draft)) == []


def test_a_row_more_is_the_whole_list() -> None:
    """Which is small, and leaves no doubt of what moved where."""
    draft = {"accounts": [{"count": 1}]}
    longer = with_inserted(draft, ("accounts", 0), [{"count": 2}])
    assert changes(draft, longer) == [Change(("accounts",), [{"count": 2}, {"count": 1}])]


def test_the_draft_before_stays_as_it_was() -> None:
    """Drafts are values."""
    draft = {"a": {"b": [1, {"c": 2}]}}
    assert applied(draft, [Change(("a", "b", 1, "c"), 3), Change(("a", "d"), 4)]) == {"a": {"b": [1, {"c": 3}], "d": 4}}
    assert draft == {"a": {"b": [1, {"c": 2}]}}


@pytest.mark.parametrize("path", [("x", "y"), ("a", 5), ("a", "b", "c"), (0,)])
def test_changes_of_another_draft_are_refused(path: Any) -> None:
    """They are not made to fit."""
    with pytest.raises((LookupError, TypeError, ValueError)):
        applied({"a": {"b": 1}}, [Change(path, 2), Change((*path, "z"), 3)])


def test_what_is_equal_is_no_change() -> None:
    """Also where it was made anew."""
    assert changes({"a": [10**30]}, {"a": [int("1" + 30 * "0")]}) == []
