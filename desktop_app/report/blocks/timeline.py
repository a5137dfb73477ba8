"""The time of a contract as a picture: the minimum term as a bar, what remains of it, outages, and the days that matter."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.report.blocks.label_rows import Mark, placed
from desktop_app.report.blocks.source import Block, Source
from desktop_app.wording.days import MONTHS_EN, short_day

SCALE = 1000
MARGIN = timedelta(days=6)


class Span(NamedTuple):
    """A stretch of days in the picture, both included, with what is written into it."""

    tone: str
    first: date
    last: date
    label: str = ""


def timeline_block(source: Source) -> Block:
    """Return the picture as places on a line of a thousand, with the labels in rows in which they do not meet."""
    spans, days = list(_spans(source)), list(_days(source))
    limits = [*(day for day, _, _ in days), *(span.first for span in spans), *(span.last for span in spans)]
    start, length = min(limits) - MARGIN, max(limits) - min(limits) + 2 * MARGIN
    marks = [Mark((day - start) * SCALE // length, tone, _labelled(day, name, source)) for day, tone, name in days]
    return {
        "kind": "timeline",
        "alternative": source.said("timeline.alternative"),
        "spans": [_span(each, start, length) for each in spans],
        "marks": [each._asdict() for each in placed(marks)],
    }


def has_outages(timeline: Block) -> bool:
    """Return whether the picture shows outages."""
    return any(span["tone"] == "outage" for span in timeline["spans"])


def _span(span: Span, start: date, length: timedelta) -> Block:
    first, end = (span.first - start) * SCALE // length, (span.last + timedelta(days=1) - start) * SCALE // length
    return {"tone": span.tone, "from": first, "to": min(SCALE, max(end, first + 2)), "label": span.label}


def _spans(source: Source) -> Iterator[Span]:
    term = source.statement.dates.minimum_term
    first, last = term.start.value, term.end.value
    dates = {"start": short_day(first), "end": short_day(last)}
    yield Span("term", first, last, source.said("timeline.term", **dates))
    settled = source.statement.settlement
    if settled is not None and settled.remaining is not None:
        remaining = settled.remaining
        label = source.said("timeline.remaining", days=remaining.days.value)
        yield Span("remaining", remaining.start.value, remaining.end.value, label)
    yield from _outages(source, last)


def _outages(source: Source, term_end: date) -> Iterator[Span]:
    """Yield the outages that give a credit or may, as far as the picture reaches."""
    reach = max([term_end, *(bill.to.value for bill in source.statement.months if bill.to.value is not None)])
    for outage, credit in zip(source.contract.outages, source.statement.outages, strict=True):
        first = max(outage.known_at.date(), source.contract.dates.billing_start)
        ended = source.statement.as_of.value if outage.restored_at is None else outage.restored_at.date()
        if credit.status.value != "not_applicable" and first <= reach:
            yield Span("outage", first, max(first, min(ended, reach)))


def _days(source: Source) -> Iterator[tuple[date, str, str]]:
    """Yield each day that is marked with its tone and the key of its name."""
    dates = source.statement.dates
    if dates.accepted_on.value is not None:
        yield dates.accepted_on.value, "plain", "accepted_on"
    yield dates.billing_start.value, "accent", "billing_start"
    ends = dates.termination
    if ends is None:
        yield dates.latest_notice_for_term_end.value, "good", "latest_notice"
    else:
        if ends.notice_arrived_on.value is not None:
            yield ends.notice_arrived_on.value, "plain", "notice_arrived_on"
        yield ends.effective_on.value, "strong", "effective_on"
    yield dates.minimum_term.end.value, "accent", "term_end"


def _labelled(day: date, name: str, source: Source) -> str:
    month = MONTHS_EN[day.month - 1][:3] if source.words.language == "en" else str(day.month)
    return source.said("timeline.label", month=month, day=day.day, name=source.said(f"timeline.{name}"))
