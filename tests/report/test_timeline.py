"""The picture of a contract's time: what lies where, and labels that do not cover one another."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.document.assess import assess
from desktop_app.report.blocks.label_rows import MOST_ROWS, Mark, placed
from desktop_app.report.blocks.source import Source
from desktop_app.report.blocks.timeline import SCALE, has_outages, timeline_block
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, ended, notice, outage
from tests.cases.examples import WorkedExample, rulebook, worked_examples


def timeline(*changes: dict[str, Any], as_of: date = AS_OF) -> dict[str, Any]:
    """Return the picture of the base contract with `changes`."""
    found = assess(contract_file(*changes), as_of, rulebook())
    assert found.contract is not None
    assert found.statement is not None
    return timeline_block(Source(found.contract, found.statement, wording("ja")))


def span(picture: dict[str, Any], tone: str) -> dict[str, Any]:
    """Return the first stretch of a tone."""
    return next(each for each in picture["spans"] if each["tone"] == tone)


def test_the_days_stand_in_order_at_their_places() -> None:
    """From acceptance to the end of the term, with the notice and the day on which the contract ends."""
    marks = timeline(notice("2024-12-02", "2025-01-31"))["marks"]
    assert [mark["label"] for mark in marks] == ["6/10 承諾", "7/10 課金開始", "12/2 解約申込書の到達", "1/31 解除", "7/9 満了"]
    # Six days lie before the first and after the last of 394 days, so a day is 1000/406.
    assert [mark["at"] for mark in marks] == [(day + 6) * SCALE // 406 for day in (0, 30, 175, 235, 394)]


def test_without_a_termination_the_last_day_for_a_notice_is_marked() -> None:
    """It is what the reader must not miss."""
    labels = [mark["label"] for mark in timeline()["marks"]]
    assert "6/9 満了日に終えるための解約申込書の到達期限" in labels


def test_the_remaining_period_begins_where_the_contract_ends() -> None:
    """It reaches to the end of the term."""
    picture = timeline(notice("2024-12-02", "2025-01-31"))
    term, remaining = span(picture, "term"), span(picture, "remaining")
    assert (remaining["to"], remaining["label"]) == (term["to"], "残余の期間 159日")
    assert term["from"] < remaining["from"] < term["to"]


def test_an_end_after_the_term_leaves_nothing() -> None:
    """The effective day lies beyond the bar, and nothing goes over the edge."""
    picture = timeline(ended("2026-01-31"))
    assert [each["tone"] for each in picture["spans"]] == ["term"]
    assert span(picture, "term")["to"] < picture["marks"][-1]["at"] <= SCALE


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (outage("2024-11-01T09:00", "2024-11-03T09:00"), True),
        (outage("2024-11-01T09:00", "2024-11-01T10:00"), False),
        (outage("2024-12-01T09:00"), True),
        (outage("2024-05-01T09:00", "2024-07-20T09:00"), True),
        (outage("2031-05-01T09:00", "2031-05-20T09:00"), False),
    ],
)
def test_outages_that_may_give_a_credit_are_shown(found: dict[str, Any], shown: bool) -> None:  # noqa: FBT001 - a column
    """Within the time of the contract; at least wide enough to be seen."""
    picture = timeline({"outages": [found]})
    assert has_outages(picture) is shown
    assert all(0 <= each["from"] + 2 <= each["to"] <= SCALE for each in picture["spans"])


def test_the_labels_of_a_worked_case_do_not_meet() -> None:
    """The early ones begin at their marks, the late ones end there; nothing is covered."""
    marks = [Mark(**each) for each in timeline(notice("2024-12-02", "2025-01-31"))["marks"]]
    assert [mark.side for mark in marks] == ["start", "start", "start", "start", "end"]
    assert not [pair for pair in combinations(marks, 2) if covers(*pair)]


@pytest.mark.parametrize("example", worked_examples(), ids=lambda example: example.name)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_label_of_a_worked_example_is_without_its_row(example: WorkedExample, language: Any) -> None:
    """Each has one of the rows, stays within the picture, and neither covers another nor is covered."""
    found = assess(example.contract, example.as_of, rulebook())
    assert found.contract is not None
    assert found.statement is not None
    picture = timeline_block(Source(found.contract, found.statement, wording(language)))
    marks = [Mark(**each) for each in picture["marks"]]
    assert all(mark.row < MOST_ROWS and mark.reach[0] >= 0 and mark.reach[1] <= SCALE for mark in marks)
    assert not [pair for pair in combinations(marks, 2) if covers(*pair) and pair[0].at != pair[1].at]
    assert all(0 <= each["at"] <= SCALE for each in picture["ticks"])


def test_a_label_that_would_find_no_row_turns_to_the_other_side() -> None:
    """Six labels that end just behind it take every row at its usual side."""
    early, *late = [Mark(590, "plain", "満" * 6), *(Mark(700 + i, "plain", "満" * 6) for i in range(6))]
    marks = placed([early, *late])
    assert [mark.side for mark in marks if mark.at == early.at] == ["end"]
    assert all(mark.row < MOST_ROWS for mark in marks)
    assert not [pair for pair in combinations(marks, 2) if covers(*pair)]


def test_the_scale_names_the_year_where_one_begins() -> None:
    """The first month and each January; of many months only some are named."""
    assert [each["label"] for each in timeline()["ticks"]][:8] == ["2024/7", "8", "9", "10", "11", "12", "2025/1", "2"]
    far = [each["label"] for each in timeline(ended("2074-01-31"))["ticks"]]
    assert len(far) <= 14
    assert all(label.endswith("/1") for label in far)


def test_a_stretch_too_short_for_its_label_has_none() -> None:
    """A remaining period of a day is a stripe."""
    assert span(timeline(notice("2025-06-08")), "remaining")["label"] == ""


def test_an_outage_ends_with_the_contract() -> None:
    """What is left of it has no place in the picture."""
    found = outage("2024-12-20T09:00", "2025-03-20T09:00")
    picture = timeline(notice("2024-12-02"), {"outages": [found]})
    assert span(picture, "outage")["to"] <= span(picture, "remaining")["from"]


def test_the_first_day_by_which_a_claim_must_come_is_marked() -> None:
    """Of several the first; none where nothing can be claimed any more."""
    found = [outage("2024-11-01T09:00", "2024-11-03T09:00"), outage("2024-10-01T09:00", "2024-10-03T09:00")]
    labels = [mark["label"] for mark in timeline({"outages": found})["marks"]]
    assert [each for each in labels if "請求期限" in each] == ["1/2 減額の請求期限（障害2）"]


def covers(one: Mark, other: Mark) -> bool:
    """Return whether a label lies on another one or on the line down to it."""
    if one.row == other.row:
        return max(one.reach[0], other.reach[0]) < min(one.reach[1], other.reach[1])
    upper, lower = (one, other) if one.row < other.row else (other, one)
    return upper.reach[0] < lower.at < upper.reach[1]


@given(st.lists(st.tuples(st.integers(10, 990), st.integers(1, 14)), min_size=1, max_size=MOST_ROWS - 1))
def test_few_labels_never_cover_one_another(found: list[tuple[int, int]]) -> None:
    """Wherever the days lie, also on one day; and no label leaves the picture at the right."""
    marks = placed(Mark(at, "plain", "満" * length) for at, length in found)
    assert [mark.at for mark in marks] == sorted(at for at, _ in found)
    assert not [pair for pair in combinations(marks, 2) if covers(*pair) and pair[0].at != pair[1].at]
    assert all(mark.reach[1] <= SCALE for mark in marks if mark.side == "end")
