"""What is refused of outages: times the wrong way round, and two outages at once (rules, sections 8 and 10)."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.refusals import refusals
from tests.cases.contracts import contract_file, ended, outage, read
from tests.cases.examples import rulebook
from tests.cases.statements import dotted

Change = dict[str, Any]
OVERLAP = "outages_overlap"
OUTAGE = outage("2024-11-01T09:00", "2024-11-03T10:30")


def refused(*changes: Change) -> list[tuple[str, str]]:
    """Return path and code of each refusal of the base contract with changes."""
    contract = read(contract_file(*changes))
    return [(dotted(each.path), each.code) for each in refusals(contract, rulebook().editions[contract.terms])]


def _outages(*given: Change) -> Change:
    return {"outages": list(given)}


REFUSED = [
    ([_outages(OUTAGE, outage("2024-12-02", "2024-12-01T23:59:59"))], ("outages[1].restored_at", "restored_before_known")),
    (
        [_outages(outage("2024-12-02", "2024-11-01"), outage("2024-10-30", "2024-12-30"))],
        ("outages[0].restored_at", "restored_before_known"),
    ),
    ([_outages({**OUTAGE, "claimed_on": "2024-10-31"})], ("outages[0].claimed_on", "claimed_before_known")),
    ([_outages({**OUTAGE, "claimable_on": "2024-10-31"})], ("outages[0].claimable_on", "claimable_before_known")),
    ([_outages(OUTAGE, outage("2024-11-03T10:29:59", "2024-11-04"))], ("outages[1]", OVERLAP)),
    ([_outages(OUTAGE, outage("2024-10-30", "2024-11-01T09:00:01"))], ("outages[1]", OVERLAP)),
    ([_outages(OUTAGE, outage("2024-10-30", "2024-12-30"))], ("outages[1]", OVERLAP)),
    ([_outages(OUTAGE, outage("2024-11-02", "2024-11-02T01:00"))], ("outages[1]", OVERLAP)),
    ([_outages(OUTAGE, outage("2024-10-30"))], ("outages[1]", OVERLAP)),
    ([_outages(outage("2024-10-30"), OUTAGE)], ("outages[1]", OVERLAP)),
    ([_outages(outage("2024-10-30"), outage("2024-12-30"))], ("outages[1]", OVERLAP)),
    ([_outages(OUTAGE, {**OUTAGE, "total_outage": False})], ("outages[1]", OVERLAP)),
    ([_outages(outage("2024-10-30"), OUTAGE), ended("2024-10-31")], ("outages[1]", OVERLAP)),
]


@pytest.mark.parametrize(("changes", "problem"), REFUSED)
def test_an_outage_that_cannot_have_been_is_refused(changes: list[Change], problem: tuple[str, str]) -> None:
    """At its field, or as a whole when it overlaps an earlier one of the file."""
    assert refused(*changes) == [problem]


ACCEPTED = [
    [_outages(outage("2024-11-01T09:00", "2024-11-01T09:00"))],
    [_outages({**OUTAGE, "claimed_on": "2024-11-01", "claimable_on": "2024-11-01"})],
    [_outages(OUTAGE, outage("2024-11-03T10:30", "2024-11-04"), outage("2024-10-30", "2024-11-01T09:00"))],
    [_outages(outage("2024-11-04"), OUTAGE)],
]


@pytest.mark.parametrize("changes", ACCEPTED)
def test_outages_that_touch_do_not_overlap(changes: list[Change]) -> None:
    """Nor is the same moment or day before itself."""
    assert refused(*changes) == []


def test_each_overlapping_outage_is_named_in_the_order_of_the_file() -> None:
    """Whichever of the earlier ones it overlaps, also one that itself overlapped."""
    given = _outages(
        outage("2024-11-10", "2024-11-20"),
        outage("2024-11-01", "2024-11-05"),
        outage("2024-11-04", "2024-11-11"),
        outage("2024-11-20", "2024-11-21"),
        outage("2024-11-02", "2024-11-03"),
        outage("2024-11-30"),
        outage("2024-11-25", "2024-11-30"),
        outage("2030-01-01", "2030-01-02"),
    )
    assert refused(given) == [("outages[2]", OVERLAP), ("outages[4]", OVERLAP), ("outages[7]", OVERLAP)]


def test_an_outage_that_lies_the_wrong_way_round_overlaps_nothing() -> None:
    """What is wrong with it is said at its end."""
    given = _outages(outage("2024-11-10", "2024-11-01"), outage("2024-11-02", "2024-11-15"))
    assert refused(given) == [("outages[0].restored_at", "restored_before_known")]


HOURS = st.integers(0, 12)


@given(st.lists(st.tuples(HOURS, HOURS), max_size=8))
def test_the_outages_that_overlap_are_those_that_a_comparison_of_every_two_finds(spans: list[tuple[int, int]]) -> None:
    """Each that shares a moment within both with an earlier one of the file."""
    begin = datetime.fromisoformat("2024-08-01T00:00")
    times = [(begin + timedelta(hours=known), begin + timedelta(hours=known + length)) for known, length in spans]
    late = [
        i
        for i, (known, restored) in enumerate(times)
        if any(known < other_end and other < restored for other, other_end in times[:i])
    ]
    given_outages = [outage(known.isoformat(), restored.isoformat()) for known, restored in times]
    assert refused(_outages(*given_outages)) == [(f"outages[{i}]", OVERLAP) for i in late]
