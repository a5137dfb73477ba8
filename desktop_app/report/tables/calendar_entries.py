"""The days that must not be missed, as entries for any calendar (iCalendar): each with its article and reminders ahead."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from hashlib import sha256
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.statement import Statement
from desktop_app.document.assess import Assessment
from desktop_app.report.characters import visible
from desktop_app.wording.days import Language
from desktop_app.wording.wording import Wording, wording

SUFFIX = ".ics"
JAPAN = timezone(timedelta(hours=9))
POSSIBLE = frozenset({"claimable", "ongoing"})
REMINDERS = {"notice_by": (30, 7), "term_end": (30,), "effective_on": (7,), "claim_by": (14, 3), "valid_until": (7, 1)}
"""How many days ahead each kind of entry reminds, at nine in the morning."""
NINE = timedelta(hours=9)
ONE_DAY = timedelta(days=1)


class Entry(NamedTuple):
    """A day that matters: what kind, which one of its kind, why it is so, what depends on it."""

    kind: str
    day: date
    article: Article | None
    values: dict[str, object]
    which: str = ""


def calendar_bytes(assessment: Assessment, language: Language = "ja") -> bytes:
    """Return the deadlines of a contract without problems, the same bytes from the same contract; ValueError of another."""
    if assessment.contract is None or assessment.statement is None:
        message = "a calendar is only there for a contract without problems"
        raise ValueError(message)
    from icalendar import Calendar  # noqa: PLC0415 - loaded with the first calendar, not with the program

    contract, statement, words = assessment.contract, assessment.statement, wording(language)
    calendar = Calendar()
    calendar.add("prodid", f"-//contract-calculator//deadlines//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.text("paper.calendar.name"))
    calendar.add("x-wr-timezone", "Asia/Tokyo")
    for entry in entries(contract, statement):
        calendar.add_component(_event(entry, contract, statement, words))
    content: bytes = calendar.to_ical()
    return content


def entries(contract: Contract, statement: Statement) -> Iterator[Entry]:
    """Yield the days that matter, in the order of the statement."""
    dates = statement.dates
    if contract.quote.valid_until is not None:
        total = statement.totals.total.value
        yield Entry("valid_until", contract.quote.valid_until, None, {"total": total})
    if dates.termination is None:
        term_end, notice = dates.minimum_term.end, dates.latest_notice_for_term_end
        yield Entry("notice_by", notice.value, notice.article, {"term_end": term_end.value})
        yield Entry("term_end", term_end.value, term_end.article, {"start": dates.minimum_term.start.value})
    else:
        effective = dates.termination.effective_on
        yield Entry("effective_on", effective.value, effective.article, {"settlement": statement.totals.settlement.value})
    for i, (outage, credit) in enumerate(zip(contract.outages, statement.outages, strict=True), start=1):
        deadline = credit.claim_deadline
        if credit.status.value in POSSIBLE and deadline.value is not None:
            values = {"number": i, "amount": credit.amount.value}
            yield Entry("claim_by", deadline.value, deadline.article, values, outage.known_at.isoformat())


def _event(entry: Entry, contract: Contract, statement: Statement, words: Wording) -> Any:
    from icalendar import Event  # noqa: PLC0415

    customer = _one_line(contract.customer.name)
    title = words.text(f"paper.calendar.{entry.kind}", **_spoken(entry, words))
    summary = words.text("paper.calendar.summary", title=title, customer=customer) if customer else title
    event = Event()
    event.add("uid", _uid(entry, contract))
    event.add("dtstamp", datetime.combine(statement.as_of.value, time(), JAPAN).astimezone(UTC))
    event.add("sequence", contract.quote.revision)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + ONE_DAY)
    event.add("summary", summary)
    event.add("description", "\n".join(_told(entry, statement, words)))
    event.add("transp", "TRANSPARENT")
    for days in REMINDERS[entry.kind]:
        event.add_component(_alarm(days, summary))
    return event


def _alarm(days: int, summary: str) -> Any:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", NINE - timedelta(days=days))
    alarm.add("description", summary)
    return alarm


def _told(entry: Entry, statement: Statement, words: Wording) -> Iterator[str]:
    yield words.text(f"paper.calendar.{entry.kind}.what", **_spoken(entry, words))
    if entry.article is not None:
        yield words.text("paper.calendar.article", article=words.article(entry.article))
    yield words.text("paper.calendar.as_of", day=words.spoken("as_of", statement.as_of.value))


def _spoken(entry: Entry, words: Wording) -> dict[str, object]:
    return {name: words.spoken(name, value) if isinstance(value, date) else value for name, value in entry.values.items()}


def _uid(entry: Entry, contract: Contract) -> str:
    """Return a name for the entry that stays when its day moves, so that a calendar replaces it."""
    own = [contract.quote.number, contract.customer.name, contract.title, contract.service.business_name]
    known = own if any(own) else [str(contract.dates.billing_start)]
    content = json.dumps([entry.kind, entry.which, *known], ensure_ascii=False).encode("utf-8")
    return f"{sha256(content).hexdigest()[:32]}@contract-calculator"


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))
