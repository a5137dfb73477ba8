"""Deadlines for a calendar: whole days in Japan, reminders ahead, names that stay when a day moves, no text that breaks out."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from desktop_app.document.assess import assess
from desktop_app.report.tables.calendar_entries import REMINDERS, calendar_bytes
from tests.cases.contracts import AS_OF, contract_file, ended, outage, policy
from tests.cases.examples import rulebook
from tests.report.tables.payloads import PAYLOADS

NAMED = {"customer": {"name": "株式会社サンプル"}, "quote": {"number": "Q-1", "revision": 3, "valid_until": "2024-08-31"}}
OUTAGES = {
    "outages": [
        outage("2024-11-01T09:00", "2024-11-03T10:30"),
        outage("2024-11-10T09:00", "2024-11-13T10:30", claimed_on="2024-11-20"),
        outage("2024-12-05T09:00"),
    ]
}


def content_of(*changes: dict[str, Any], language: Any = "ja", as_of: date = AS_OF) -> bytes:
    """Return the calendar of a contract."""
    return calendar_bytes(assess(contract_file(*changes), as_of, rulebook()), language)


def entries_of(*changes: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the entries of a calendar by what they are called."""
    calendar = Calendar.from_ical(content_of(*changes, **more))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def day_of(event: Any) -> date:
    """Return the day of an entry."""
    day: date = event.decoded("dtstart")
    return day


def test_a_quotation_has_its_days() -> None:
    """Until when it holds, by when a notice must arrive, and when the minimum term ends; whole days, which no zone moves."""
    found = entries_of(NAMED)
    assert {name: day_of(event) for name, event in found.items()} == {
        "見積書の有効期限（株式会社サンプル）": date(2024, 8, 31),
        "解約申込書の到達期限（株式会社サンプル）": date(2025, 6, 9),
        "最低利用期間の満了（株式会社サンプル）": date(2025, 7, 9),
    }
    for event in found.values():
        assert type(event.decoded("dtstart")) is date
        assert event.decoded("dtend") == event.decoded("dtstart") + timedelta(days=1)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["sequence"] == 3


def test_a_contract_that_ends_has_its_last_day() -> None:
    """In place of those that no longer matter."""
    found = entries_of(ended("2025-01-31"))
    assert {name: day_of(event) for name, event in found.items()} == {"契約の最終日": date(2025, 1, 31)}
    assert "調定金は¥" in str(found["契約の最終日"]["description"])


def test_only_credits_that_can_still_be_claimed_have_a_day() -> None:
    """With the number of the outage and what is at stake; one that goes on has it as soon as it is known."""
    found = entries_of(OUTAGES)
    claims = {name: day_of(event) for name, event in found.items() if "減額" in name}
    assert claims == {"減額の請求期限（障害1）": date(2025, 2, 2), "減額の請求期限（障害3）": date(2025, 3, 6)}
    said = str(found["減額の請求期限（障害1）"]["description"])
    assert "¥66" in said
    assert "第11条" in said
    waiting = entries_of(OUTAGES, policy(claimable_from="restored"))
    assert "減額の請求期限（障害3）" not in waiting
    assert not [name for name in entries_of(OUTAGES, as_of=date(2025, 9, 1)) if "障害1" in name]


def test_reminders_come_at_nine_in_the_morning_some_days_ahead() -> None:
    """For a deadline of weeks, weeks ahead."""
    event = entries_of(NAMED)["解約申込書の到達期限（株式会社サンプル）"]
    triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(hours=9) - timedelta(days=days) for days in REMINDERS["notice_by"]]
    assert all(alarm["action"] == "DISPLAY" for alarm in event.walk("VALARM"))


def test_the_same_contract_gives_the_same_bytes() -> None:
    """Stamped with the beginning of the as-of day in Japan, not with the time at which it was made."""
    assert content_of(NAMED, OUTAGES) == content_of(NAMED, OUTAGES)
    (event, *_) = entries_of(NAMED).values()
    assert event.decoded("dtstamp") == datetime(2024, 12, 9, 15, tzinfo=UTC)


def test_an_entry_keeps_its_name_when_its_day_moves() -> None:
    """So that the calendar that has it takes the new day; those of other contracts, outages and kinds have other names."""
    moved = {"dates": {"billing_start": "2024-07-11"}, "accounts": [{"from": "2024-07-01", "count": 1}]}
    before, after = entries_of(NAMED, OUTAGES), entries_of(NAMED, OUTAGES, moved)
    assert [event["uid"] for event in before.values()] == [event["uid"] for event in after.values()]
    assert [day_of(event) for event in before.values()] != [day_of(event) for event in after.values()]
    assert len({event["uid"] for event in before.values()}) == len(before)
    other = entries_of(NAMED, OUTAGES, {"quote": {"number": "Q-2"}})
    assert not {event["uid"] for event in before.values()} & {event["uid"] for event in other.values()}
    nameless = [next(iter(entries_of(change).values()))["uid"] for change in ({}, moved)]
    assert len(set(nameless)) == 2


def test_lines_are_folded_and_end_as_the_format_has_it() -> None:
    """At 75 bytes, never within a character."""
    content = content_of(NAMED, OUTAGES)
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)


@pytest.mark.parametrize("payload", [*PAYLOADS, "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y", "a;b,c\\n:d"], ids=ascii)
def test_no_text_breaks_out_of_its_line(payload: str) -> None:
    """It stays in the entry that it belongs to."""
    found = entries_of({"customer": {"name": payload}})
    assert len(found) == 2
    plain = entries_of({"customer": {"name": "x"}})
    assert [sorted(event.keys()) for event in found.values()] == [sorted(event.keys()) for event in plain.values()]


def test_nothing_of_the_house_is_in_it() -> None:
    """Neither people, nor notes, nor the memo."""
    inside = {
        "quote": {"memo": "SECRET", "remarks": "SECRET"},
        "customer": {"name": "A", "contact": "SECRET", "administrator": "SECRET"},
        "issuer": {"contact": "SECRET", "phone": "SECRET", "email": "SECRET"},
        "outages": [outage("2024-11-01T09:00", "2024-11-03T10:30", note="SECRET")],
    }
    assert b"SECRET" not in content_of(inside)


def test_both_languages() -> None:
    """With the same names."""
    japanese, english = (
        Calendar.from_ical(content_of(NAMED, OUTAGES, language=language)).walk("VEVENT") for language in ("ja", "en")
    )
    assert [event["uid"] for event in japanese] == [event["uid"] for event in english]
    assert "Notice of termination must arrive by (株式会社サンプル)" in [str(event["summary"]) for event in english]


def test_a_contract_with_errors_has_no_calendar() -> None:
    """There are no days to tell."""
    with pytest.raises(ValueError, match="without problems"):
        content_of({"title": 5})
