"""What is far too large: lists are told of by their length alone, and no more problems than anyone reads."""

import pytest

from desktop_app.calculation.step import Path
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.draft import with_value
from desktop_app.document.extent import (
    LISTS,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_PROBLEMS,
    MOST_ROWS,
    MOST_TIERS,
    texts_too_long,
    too_deep,
    unknown_fields,
)
from desktop_app.document.fields import key_of
from desktop_app.document.partly import known_of
from desktop_app.document.reading import read_draft
from tests.cases.contracts import AS_OF, contract_file, priced
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, as_bytes


@pytest.mark.parametrize("path", LISTS, ids=key_of)
def test_a_list_with_too_many_rows_is_told_of_as_such(path: Path) -> None:
    """Not row by row; and what is wrong elsewhere is told beside it."""
    for row in (5, {}):
        draft = with_value(with_value(EVERY_FIELD, path, [row] * (MOST_ROWS + 1)), ("quote", "revision"), -1)
        found = assess(draft, AS_OF, rulebook()).problems
        assert [(each.path, each.code) for each in found if each.path[: len(path)] == path] == [(path, "list_too_long")]
        assert ("quote", "revision") in [each.path for each in found]


def test_a_list_that_is_too_long_may_be_all_that_is_wrong() -> None:
    """The rules that need it have nothing to say then."""
    draft = contract_file({"accounts": [{"from": "2024-08-01", "count": 1}] * (MOST_ROWS + 1)})
    assert [each.code for each in assess(draft, AS_OF, rulebook()).problems] == ["list_too_long"]


def test_the_longest_list_is_read() -> None:
    """One account record a day for 27 years."""
    rows = [{"from": f"2024-07-{10 + i // 1440:02d}T{i // 60 % 24:02d}:{i % 60:02d}", "count": i} for i in range(MOST_ROWS)]
    assert assess(contract_file({"accounts": rows}), AS_OF, rulebook()).problems == ()


def test_the_longest_price_table_is_read() -> None:
    """And a longer one is not: with every month's fee all its bands are told."""
    bands = [{"up_to": i + 1, "unit_price": "1"} for i in range(MOST_TIERS)]
    for tiers, codes in (([*bands[1:], {"unit_price": "1"}], []), ([*bands, {"unit_price": "1"}], ["list_too_long"])):
        draft = contract_file(priced("graduated", tiers=tiers))
        assert [each.code for each in assess(draft, AS_OF, rulebook()).problems] == codes


def test_of_very_many_problems_the_first_in_the_file_are_told() -> None:
    """Whatever rule found them."""
    rows = [{"from": "2024-07-10", "count": -1}] * MOST_PROBLEMS
    draft = contract_file({"accounts": rows, "title": 5, "policy": {"quote_months": 0}})
    found = assess(draft, AS_OF, rulebook()).problems
    assert len(found) == MOST_PROBLEMS
    assert [each.path for each in found[:4]] == [
        ("title",),
        ("accounts", 0, "count"),
        ("accounts", 1, "from"),
        ("accounts", 1, "count"),
    ]


def test_what_is_known_beside_very_many_problems_is_still_known() -> None:
    """Although not all of them were told."""
    rows = [{"known_at": 5, "note": 5}] * MOST_PROBLEMS
    draft = contract_file({"outages": rows, "changes": [{"accepted_on": 5, "item": "domain"}] * MOST_PROBLEMS})
    problems = assess(draft, AS_OF, rulebook()).problems
    assert (
        known_of(
            Assessment(draft, None, None, tuple(problems)), AS_OF, rulebook()
        ).statement.dates.billing_start.value.isoformat()
        == "2024-07-10"
    )
    half_told = contract_file({"accounts": [{"note": 5}] * (MOST_PROBLEMS // 3 + 5)})
    assert known_of(assess(half_told, AS_OF, rulebook()), AS_OF, rulebook()).statement.as_of.value == AS_OF
    tiers = [{"up_to": 0, "unit_price": "1"}] * (MOST_PROBLEMS + 5)
    many = contract_file(priced("volume", tiers=tiers), {"accounts": [{"from": 5, "count": 1}] * 5})
    assert known_of(assess(many, AS_OF, rulebook()), AS_OF, rulebook()).statement.as_of.value == AS_OF


def test_unknown_fields_are_found_where_they_stand() -> None:
    """What lies below one of them is not looked at, nor what stands in the place of a part."""
    draft = {
        "x": {"y": 1},
        "quote": {"number": "", "z": 1},
        "dates": 5,
        "accounts": [{"count": 1}, {"u": 1}, 5],
        "title": {"t": 1},
    }
    assert [each.path for each in unknown_fields(draft)] == [("x",), ("quote", "z"), ("accounts", 1, "u")]
    assert list(unknown_fields(EVERY_FIELD)) == []


def test_depth_is_only_measured_where_there_are_brackets_enough() -> None:
    """A contract is flat, and reading it must not cost a walk through it."""
    deep: list[object] = []
    for _ in range(60):
        deep = [deep]
    assert too_deep(deep, 61)
    assert not too_deep(deep, 10)
    assert not too_deep([[]] * 60, 61)


def test_a_text_may_have_so_many_letters_and_no_more() -> None:
    """In a field, a line of a list, a cell of a table, and whatever kind of value belongs there; an image has its own limit."""
    longest, line = "契" * LONGEST_TEXT, "x" * LONGEST_LINE
    draft = {
        "title": longest,
        "service": {"domains": ["", line, f"{line}x"], "ipv4_addresses": f"{longest}x"},
        "issuer": {"seal_png": f"{longest}x"},
        "dates": {"billing_start": f"{longest}x"},
        "changes": [5, {"note": longest}, {"note": f"{longest}x"}, f"{longest}x"],
        "outages": {"note": f"{longest}x"},
    }
    assert [each.path for each in texts_too_long(draft)] == [
        ("service", "domains", 2),
        ("service", "ipv4_addresses"),
        ("dates", "billing_start"),
        ("changes", 3),
        ("changes", 2, "note"),
    ]
    assert list(texts_too_long(EVERY_FIELD)) == []


def test_a_file_with_a_long_text_is_not_held() -> None:
    """Its field is told instead; to show it would take minutes."""
    for letters, held in ((LONGEST_TEXT, True), (LONGEST_TEXT + 1, False)):
        source = read_draft(as_bytes(contract_file({"quote": {"remarks": "x" * letters}})))
        assert (source.draft is not None) == held
        assert [(each.path, each.code) for each in source.problems] == [(("quote", "remarks"), "field_too_long")][held:]
