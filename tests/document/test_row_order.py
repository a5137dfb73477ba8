"""Rows find their order by themselves; what is half-typed stays where it is."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.step import Path
from desktop_app.document.fields import EACH, FIELDS, Kind, field_at
from desktop_app.document.row_order import ORDERED_BY, begun_row, in_order

TIERS: Path = ("prices", "monthly", "tiers")


@pytest.mark.parametrize(
    ("table", "name", "before", "after"),
    [
        (
            ("accounts",),
            "from",
            ["2024-09-15T10:00", "2024-07-10", "2024-09-15"],
            ["2024-07-10", "2024-09-15", "2024-09-15T10:00"],
        ),
        (("accounts",), "from", ["b", "2025-01-01", None, "2024-01-01", 5], ["b", "2024-01-01", None, "2025-01-01", 5]),
        (("changes",), "accepted_on", ["2024-02-01", "2024-02-30", "2024-01-01"], ["2024-01-01", "2024-02-30", "2024-02-01"]),
        (("outages",), "known_at", ["2024-02-01T09:00", "2024-02-01"], ["2024-02-01", "2024-02-01T09:00"]),
        (TIERS, "up_to", [1000, 5, True, 20, "x"], [5, 20, True, 1000, "x"]),
    ],
)
def test_rows_are_put_in_order(table: Path, name: str, before: Sequence[Any], after: Sequence[Any]) -> None:
    """Those whose place can be told, among themselves."""
    assert [each[name] for each in in_order(table, [{name: raw} for raw in before])] == after


def test_the_tier_without_a_limit_is_the_last() -> None:
    """A row that nothing was typed into is none yet."""
    rows = [{"unit_price": "5"}, {}, "no row", {"up_to": 10}, {"up_to": 5}]
    assert in_order(TIERS, rows) == [{"up_to": 5}, {}, "no row", {"up_to": 10}, {"unit_price": "5"}]


def test_every_table_has_its_order() -> None:
    """By one of its own columns."""
    tables = {field.key for field in FIELDS if field.kind is Kind.TABLE}
    assert set(ORDERED_BY) == tables
    assert all(field_at((*table.split("."), EACH, name)) for table, name in ORDERED_BY.items())


@given(st.lists(st.fixed_dictionaries({"from": st.sampled_from(["2024-01-01", "2024-01-01T09:00", "2023-12-31", "soon"])})))
def test_no_row_is_lost_and_order_is_kept(rows: list[dict[str, str]]) -> None:
    """Rows of one moment stay as they stood to each other; what is in order stays so."""
    ordered = in_order(("accounts",), rows)
    assert sorted(map(id, ordered)) == sorted(map(id, rows))
    assert list(map(id, in_order(("accounts",), ordered))) == list(map(id, ordered))
    for moment in ("2024-01-01", "soon"):
        assert [id(each) for each in ordered if each["from"] == moment] == [id(each) for each in rows if each["from"] == moment]


@pytest.mark.parametrize(
    ("table", "draft", "begun"),
    [
        (("accounts",), {"dates": {"billing_start": "2024-07-10"}}, {"from": "2024-07-10"}),
        (("accounts",), {"dates": {"billing_start": "2024-07-10"}, "accounts": []}, {"from": "2024-07-10"}),
        (("accounts",), {"dates": {"billing_start": "2024-07-10"}, "accounts": [{}]}, {}),
        (("accounts",), {"dates": {"billing_start": "July"}}, {}),
        (("accounts",), {"dates": {"billing_start": "1999-12-31"}}, {}),
        (("accounts",), {}, {}),
        (("changes",), {"dates": {"billing_start": "2024-07-10"}}, {}),
    ],
)
def test_the_first_count_is_that_of_the_start(table: Path, draft: dict[str, Any], begun: dict[str, str]) -> None:
    """So that only a number is to be typed."""
    assert begun_row(table, draft) == begun
