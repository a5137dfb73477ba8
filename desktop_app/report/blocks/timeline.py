"""The time of a contract as a picture: the minimum term as a bar, what remains of it, outages, and the days that matter."""

from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.calculation.periods import Month, Span, months_between
from desktop_app.report.blocks.label_rows import GAP, Mark, label_width, placed
from desktop_app.report.blocks.source import Block, Source
from desktop_app.report.timeline_items import Item, TimelineItems, timeline_items
from desktop_app.wording.days import short_day, short_month

SCALE = 1000
MARGIN = timedelta(days=6)
TONES = {
    "accepted_on": "plain",
    "billing_start": "accent",
    "term_end": "accent",
    "notice_arrived_on": "plain",
    "effective_on": "strong",
    "latest_notice": "good",
    "claim_deadline": "caution",
}
"""The days that papers mark, and how; of those that come several times the first."""
OPEN = frozenset({"claimable", "ongoing"})
JANUARY = 1
PARTS_OF_A_YEAR = (1, 2, 3, 6, 12)
MOST_TICKS = 14


def timeline_block(source: Source) -> Block:
    """Return the picture as places on a line of a thousand, with the labels in rows in which they do not meet."""
    items = timeline_items(source.contract, source.statement)
    spans, marks = [*items.spans, *_outages(items, source)], list(_marks(items, source))
    limits = [day for each in (*spans, *marks) for day in (each.first, each.last)]
    start, length = min(limits) - MARGIN, max(limits) - min(limits) + 2 * MARGIN

    def at(day: date) -> int:
        return (day - start) * SCALE // length

    flags = [Mark(at(each.first), TONES[each.key], _labelled(each, source)) for each in marks]
    return {
        "kind": "timeline",
        "alternative": source.said("timeline.alternative"),
        "ticks": [
            {"at": place, "label": label}
            for month, label in _ticks(Span(start, start + length))
            if (place := at(month.first)) + label_width(label) <= SCALE
        ],
        "spans": _labelled_spans([_span(each, at(each.first), at(each.last + timedelta(days=1)), source) for each in spans]),
        "marks": [each._asdict() for each in placed(flags)],
    }


def has_outages(timeline: Block) -> bool:
    """Return whether the picture shows outages."""
    return any(span["tone"] == "outage" for span in timeline["spans"])


def _span(item: Item, first: int, end: int, source: Source) -> Block:
    label = ""
    if item.key == "term":
        label = source.said("timeline.term", start=short_day(item.first), end=short_day(item.last))
    elif item.key == "remaining":
        label = source.said("timeline.remaining", days=item.value("days"))
    return {"tone": item.key, "from": first, "to": min(SCALE, max(end, first + 2)), "label": label}


def _labelled_spans(spans: list[Block]) -> list[Block]:
    """Return the stretches with only those labels that fit; that of the term ends where the remaining period begins."""
    rest = min((each["from"] for each in spans if each["tone"] == "remaining"), default=SCALE)
    for each in spans:
        end = min(each["to"], rest) if each["tone"] == "term" else each["to"]
        if label_width(each["label"]) + GAP > end - each["from"]:
            each["label"] = ""
    return spans


def _outages(items: TimelineItems, source: Source) -> Iterator[Item]:
    """Yield the outages that give a credit or may, as far as the time of the contract reaches."""
    statement = source.statement
    reach = max([statement.dates.minimum_term.end.value, *(month.last for month in items.months)])
    if statement.dates.termination is not None:
        reach = statement.dates.termination.effective_on.value
    for each in items.outages:
        first = max(each.first, statement.dates.billing_start.value)
        if each.value("status") != "not_applicable" and first <= reach:
            yield each._replace(first=first, last=max(first, min(each.last, reach)))


def _marks(items: TimelineItems, source: Source) -> Iterator[Item]:
    """Yield the days that are marked: the last one for a notice where none has come, the first one by which a claim must."""
    ended = source.statement.dates.termination is not None
    claims = sorted((each.first, each) for each in items.marks if each.key == "claim_deadline" and each.value("status") in OPEN)
    for each in items.marks:
        if each.key in TONES and each.key != "claim_deadline" and not (ended and each.key == "latest_notice"):
            yield each
    yield from (each for _, each in claims[:1])


def _labelled(item: Item, source: Source) -> str:
    day = item.first
    month = short_month(day.month, source.words.language)
    name = source.said(f"timeline.{item.key}", number=item.value("row") or 0)
    return source.said("timeline.label", month=month, day=day.day, name=name)


def _ticks(shown: Span) -> Iterator[tuple[Month, str]]:
    """Yield the months of the scale with their labels: the year where one begins, few enough to be read."""
    months = [month for month in months_between(Month.of(shown.first), Month.of(shown.last)) if month.first >= shown.first]
    every = next((each for each in PARTS_OF_A_YEAR if len(months) <= each * MOST_TICKS), PARTS_OF_A_YEAR[-1])
    named = [month for month in months if (month.number - JANUARY) % every == 0]
    for i, month in enumerate(named[:: -(-len(named) // MOST_TICKS) or 1]):
        yield month, f"{month.year}/{month.number}" if i == 0 or month.number == JANUARY else str(month.number)
