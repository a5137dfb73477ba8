"""What lies in the time of a contract: every date of the worked examples, each with its field and its figure."""

import copy
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.unknown import is_known
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.draft import new_draft, with_value
from desktop_app.document.fields import field_at
from desktop_app.document.partly import known_of
from desktop_app.document.salvage import salvaged
from desktop_app.report.timeline_items import Item, TimelineItems, timeline_items
from tests.cases.contracts import AS_OF, contract_file, counted, ended, evaluated, notice, outage, read
from tests.cases.examples import WorkedExample, rulebook, worked_examples

EXAMPLES = {each.name[:2]: each for each in worked_examples()}
DAYS = {
    "accepted_on": ("accepted_on",),
    "billing_start": ("minimum_term", "start"),
    "term_end": ("minimum_term", "end"),
    "latest_notice": ("latest_notice_for_term_end",),
    "notice_arrived_on": ("termination", "notice_arrived_on"),
    "earliest_on": ("termination", "earliest_on"),
    "designated_on": ("termination", "designated_on"),
    "effective_on": ("termination", "effective_on"),
}


def items_of(example: WorkedExample) -> TimelineItems:
    """Return what lies in the time of a worked example."""
    found = assess(example.contract, example.as_of, rulebook())
    return timeline_items(found.contract, found.statement)


def items(*changes: dict[str, Any], as_of: date = AS_OF, today: date | None = None) -> TimelineItems:
    """Return what lies in the time of the base contract with `changes`."""
    data = contract_file(*changes)
    return timeline_items(read(data), evaluated(data, as_of), today)


def marks(found: TimelineItems, key: str) -> list[Item]:
    """Return the marks of a kind."""
    return [each for each in found.marks if each.key == key]


def day(found: TimelineItems, key: str) -> str | None:
    """Return the day of the one mark of a kind; None where there is none."""
    return next((each.first.isoformat() for each in marks(found, key)), None)


@pytest.mark.parametrize("example", worked_examples(), ids=lambda each: each.name)
def test_every_day_of_a_worked_example_is_marked(example: WorkedExample) -> None:
    """The days reckoned by hand, and no other."""
    found, expected = items_of(example), example.expected
    for key, path in DAYS.items():
        value: Any = expected["dates"]
        for name in path:
            value = None if value is None else value[name]
        assert day(found, key) == value, key
    assert [each.first.isoformat() for each in marks(found, "as_of")] == [expected["as_of"]]
    deadlines = [each["claim_deadline"] for each in expected.get("outages", []) if each["claim_deadline"]]
    assert [each.first.isoformat() for each in marks(found, "claim_deadline")] == deadlines


@pytest.mark.parametrize("example", worked_examples(), ids=lambda each: each.name)
def test_the_stretches_of_a_worked_example_are_those_reckoned(example: WorkedExample) -> None:
    """The minimum term, and what remains of it with its days and its settlement."""
    found, expected = items_of(example), example.expected
    stretches = {each.key: (each.first.isoformat(), each.last.isoformat()) for each in found.spans}
    term, settled = expected["dates"]["minimum_term"], expected.get("settlement") or {}
    remaining = settled.get("remaining")
    assert stretches["term"] == (term["start"], term["end"])
    assert stretches.get("remaining") == (None if remaining is None else (remaining["start"], remaining["end"]))
    if remaining is not None:
        told = next(each for each in found.spans if each.key == "remaining")
        assert (told.value("days"), told.value("amount").amount) == (remaining["days"], settled["amount"])


@pytest.mark.parametrize("example", worked_examples(), ids=lambda each: each.name)
def test_the_peaks_of_a_worked_example_are_those_that_its_months_are_billed_by(example: WorkedExample) -> None:
    """Each month's peak, and a change of it once."""
    found, expected = items_of(example), example.expected
    billed = [
        (each["month"], each["max_accounts"], each["peak_on"]) for each in expected["months"] if each["max_accounts"] is not None
    ]
    assert [(str(each.month), each.accounts, each.on.isoformat()) for each in found.months] == billed
    changes = [each for i, each in enumerate(billed) if not i or each[1] != billed[i - 1][1]]
    assert [(each.value("accounts"), each.first.isoformat()) for each in found.peaks] == [(each[1], each[2]) for each in changes]


@pytest.mark.parametrize("example", worked_examples(), ids=lambda each: each.name)
def test_every_item_leads_to_a_field_and_to_a_figure_that_are_there(example: WorkedExample) -> None:
    """Whatever is clicked; only the as-of day is no field of the contract."""
    found = assess(example.contract, example.as_of, rulebook())
    assert found.statement is not None
    for item in timeline_items(found.contract, found.statement).in_order():
        assert field_at(item.path) is not None or (item.key, item.path) == ("as_of", ())
        assert not item.figure or figure_at(found.statement, item.figure) is not None


def test_an_outage_lasts_as_it_was_typed() -> None:
    """To the minute; its last day is the one that it touches last."""
    first, third = (items_of(EXAMPLES["12"]).outages[i] for i in (0, 2))
    assert (str(first.value("since")), str(first.value("until"))) == ("2024-12-30 12:00:00", "2025-01-02 00:00:00")
    assert (first.first, first.last) == (date(2024, 12, 30), date(2025, 1, 1))
    assert (third.first, third.last, third.value("status")) == (date(2025, 2, 27), date(2025, 3, 1), "granted")


def test_an_outage_that_goes_on_ends_for_now_on_the_day_of_looking() -> None:
    """And is told as one that goes on."""
    last = items_of(EXAMPLES["12"]).outages[-1]
    assert (str(last.value("until")), last.value("ongoing")) == ("2025-06-10 00:00:00", True)


def test_the_count_is_in_effect_from_its_moment_to_the_next() -> None:
    """Within the billed days, records in any order; a day's peak of four hours is there too."""
    levels = items_of(EXAMPLES["08"]).levels
    assert [(str(each.since)[5:16], each.accounts, each.path[1]) for each in levels] == [
        ("07-16 00:00", 80, 0),
        ("10-01 00:00", 250, 1),
        ("11-05 13:00", 301, 2),
        ("11-05 17:00", 240, 3),
    ]
    assert str(levels[-1].until) == "2020-01-25 00:00:00"
    disordered = items(counted(("2024-10-01T00:00", 30), ("2024-07-01T00:00", 20))).levels
    assert [each.accounts for each in disordered] == [20, 30]


def test_a_contract_that_ended_before_it_began_has_no_counts() -> None:
    """Nobody was billed for any."""
    found = items_of(EXAMPLES["11"])
    assert (found.levels, found.peaks, found.months) == ((), (), ())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (notice("2024-12-02"), "notice_arrived_on"),
        (notice("2024-12-02", "2024-12-20"), "notice_arrived_on"),
        (notice("2024-12-02", "2025-01-31"), "designated_on"),
        (ended("2025-03-31"), "effective_on"),
    ],
)
def test_the_effective_day_leads_to_the_field_that_decided_it(change: dict[str, Any], field: str) -> None:
    """A designated day that comes too early decided nothing."""
    assert marks(items(change), "effective_on")[0].path == ("termination", field)


def test_changes_the_option_and_the_validity_are_marked_as_typed() -> None:
    """They stand in the contract alone."""
    found = items(
        {
            "quote": {"valid_until": "2024-06-30"},
            "option": {"accepted_on": "2024-08-01", "removal_accepted_on": "2024-09-01"},
            "changes": [{"accepted_on": "2024-10-03", "item": "domain"}, {"accepted_on": "2024-10-04", "item": "other"}],
        }
    )
    assert [day(found, key) for key in ("valid_until", "option", "option_removal")] == ["2024-06-30", "2024-08-01", "2024-09-01"]
    assert [(each.path, each.value("item")) for each in marks(found, "change")] == [
        (("changes", 0, "accepted_on"), "domain"),
        (("changes", 1, "accepted_on"), "other"),
    ]


def test_today_and_the_as_of_day_are_one_mark_where_they_are_one_day() -> None:
    """And two where they are not."""
    assert [day(items(today=AS_OF), key) for key in ("today", "as_of")] == ["2024-12-10", None]
    assert [day(items(today=date(2024, 12, 11)), key) for key in ("today", "as_of")] == ["2024-12-11", "2024-12-10"]


def test_a_day_far_away_does_not_widen_the_picture() -> None:
    """Looked at years later, the contract's time is as wide as ever; a day near it is taken in."""
    near, far = items(as_of=date(2025, 8, 9)).extent(), items(as_of=date(2031, 1, 1)).extent()
    assert near is not None
    assert far is not None
    assert (near.first, near.last) == (date(2024, 6, 10), date(2025, 8, 9))
    assert (far.first, far.last) == (date(2024, 6, 10), date(2025, 7, 9))


def test_nothing_lies_in_no_time() -> None:
    """Without a contract there is today at most."""
    assert timeline_items(None, None) == TimelineItems()
    assert timeline_items(None, None).extent() is None
    only = timeline_items(None, None, AS_OF).extent()
    assert only is not None
    assert only.days == 1


def test_a_statement_alone_has_its_own_days() -> None:
    """Only what stands in the contract is missing."""
    found = assess(EXAMPLES["02"].contract, AS_OF, rulebook())
    both, alone = timeline_items(found.contract, found.statement), timeline_items(None, found.statement)
    assert alone.spans == both.spans
    assert {each.key for each in both.marks} - {each.key for each in alone.marks} == {"change"}
    assert [each.accounts for each in alone.levels] == [each.accounts for each in alone.months]
    assert alone.outages[0].first == both.outages[0].first


def with_hole(path: tuple[str | int, ...], value: Any = "x") -> TimelineItems:
    """Return what is known of the second worked example with something unreadable in a field."""
    draft = with_value(copy.deepcopy(EXAMPLES["02"].contract), path, value)
    problems = assess(draft, AS_OF, rulebook()).problems
    assert problems
    statement = known_of(Assessment(draft, None, None, tuple(problems)), AS_OF, rulebook()).statement
    return timeline_items(salvaged(draft, {each.path for each in problems}), statement)


ENDING = {"notice_arrived_on", "earliest_on", "designated_on", "effective_on"}


@pytest.mark.parametrize(
    ("path", "missing"),
    [
        (("prices", "monthly", "tiers", 0, "unit_price"), set()),
        (("termination", "notice_arrived_on"), ENDING | {"remaining", "peak", "claim_deadline"}),
        (("outages", 0, "known_at"), {"outage", "claim_deadline"}),
        (("outages", 0, "restored_at"), {"outage", "claim_deadline"}),
        (("outages", 0, "claimed_on"), {"claim_deadline"}),
        (("accounts", 0, "from"), {"peak"}),
        (("changes", 0, "accepted_on"), {"change"}),
        (("changes", 0, "item"), set()),
    ],
)
def test_what_depends_on_a_wrong_field_is_left_out_and_nothing_else(path: tuple[str | int, ...], missing: set[str]) -> None:
    """Unknown days have no place; known ones stay where they are."""
    whole = {each.key for each in items_of(EXAMPLES["02"]).in_order()}
    assert whole - {each.key for each in with_hole(path).in_order()} == missing


def test_nothing_unreadable_is_ever_shown() -> None:
    """Whatever stands in any place of a contract."""
    for example in (EXAMPLES["02"], EXAMPLES["12"]):
        for path in _places(example.contract):
            for value in ("x", -1, {}, [5]):
                draft = with_value(copy.deepcopy(example.contract), path, value)
                problems = assess(draft, AS_OF, rulebook()).problems
                if problems and problems[0].path not in {("format",), ("version",)}:
                    hollow = salvaged(draft, {each.path for each in problems if each.path})
                    found = timeline_items(
                        hollow, known_of(Assessment(draft, None, None, tuple(problems)), AS_OF, rulebook()).statement, AS_OF
                    )
                    assert all(each.last - each.first >= timedelta() for each in found.in_order())
                    assert hash(found.in_order())


def _places(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [*([path] if path else []), *(place for key, child in children for place in _places(child, (*path, key)))]


def test_a_new_draft_shows_today_alone() -> None:
    """Until it has a billing start."""
    problems = assess(new_draft(), AS_OF, rulebook()).problems
    statement = known_of(Assessment(new_draft(), None, None, tuple(problems)), AS_OF, rulebook()).statement
    assert not is_known(statement.dates.billing_start)
    found = timeline_items(salvaged(new_draft(), {each.path for each in problems}), statement, AS_OF)
    assert [each.key for each in found.in_order()] == ["today"]


def test_the_items_come_in_order_of_time() -> None:
    """Of one day the longer first, and what ends with a day after what begins with it."""
    found = items(notice("2024-12-02", "2025-01-31"), {"outages": [outage("2024-11-01T09:00", "2024-11-03T09:00")]})
    keys = [each.key for each in found.in_order()]
    assert [each.first for each in found.in_order()] == sorted(each.first for each in found.in_order())
    assert keys[:4] == ["accepted_on", "term", "peak", "billing_start"]
