"""What the picture of a contract's time says: labels beside things, tips over them, and everything in words."""

from collections.abc import Iterator
from datetime import date, datetime

from desktop_app.report.timeline_items import Item, TimelineItems
from desktop_app.wording.days import era_year, long_day, short_day, short_month
from desktop_app.wording.wording import Wording

FIGURES = {"accepted_on", "earliest_on", "effective_on", "as_of"}
FIELDS = {
    "notice_arrived_on": ("termination", "notice_arrived_on"),
    "designated_on": ("termination", "designated_on"),
    "option": ("option", "accepted_on"),
    "option_removal": ("option", "removal_accepted_on"),
}
DEADLINES = {"latest_notice", "valid_until", "claim_deadline"}


def short_name(item: Item, words: Wording) -> str:
    """Return what an item is called in the picture."""
    if item.key in FIGURES:
        return words.text(f"figure.{item.key}")
    if item.key in FIELDS:
        return words.label(FIELDS[item.key])
    if item.key == "change":
        kind = item.value("item")
        return (
            words.label(("changes",)) if kind is None else words.text("window.timeline.change", item=words.choice("item", kind))
        )
    if item.key in {"peak", "level"}:
        return words.text("figure.max_accounts" if item.key == "peak" else "figure.accounts")
    return words.text(f"window.timeline.{item.key}", row=item.value("row") or 0)


def brief_day(day: date, words: Wording) -> str:
    """Return a day without its year, as the line above tells it."""
    return words.text("window.timeline.day", month=short_month(day.month, words.language), day=str(day.day))


def bar_texts(item: Item, words: Wording) -> tuple[str, ...]:
    """Return what can be written into a bar, the longest first."""
    name = short_name(item, words)
    if item.key == "term":
        days = words.text("window.timeline.days", start=short_day(item.first), end=short_day(item.last))
        return words.text("window.timeline.named", name=name, value=days), name
    days = words.text("window.timeline.named", name=name, value=words.figure("remaining_days", item.value("days")))
    return (*(words.text("window.timeline.named", name=days, value=each) for each in _settled(item, words)), days, name)


def _settled(item: Item, words: Wording) -> Iterator[str]:
    amount = item.value("amount")
    if item.value("exempt"):
        yield words.text("window.timeline.exempt")
    elif amount is not None:
        yield words.text("window.timeline.named", name=words.text("figure.settlement"), value=words.value(amount))
        yield words.value(amount)


def outage_text(item: Item, words: Wording) -> str:
    """Return what stands beside an outage."""
    hours, name = item.value("hours"), short_name(item, words)
    return name if hours is None else words.text("window.timeline.named", name=name, value=words.value(hours))


def peak_text(item: Item, words: Wording) -> str:
    """Return what stands at a change of the count."""
    accounts = words.figure("max_accounts", item.value("accounts"))
    return words.text("window.timeline.named", name=brief_day(item.first, words), value=accounts)


def told(item: Item, words: Wording, as_of: date | None = None) -> tuple[str, ...]:
    """Return everything about an item, line by line: what it is, when, and what is known of it."""
    return tuple(_told(item, words, as_of))


def _told(item: Item, words: Wording, as_of: date | None) -> Iterator[str]:
    yield short_name(item, words)
    if item.key == "outage":
        yield from _of_outage(item, words)
    elif item.key in {"term", "remaining"}:
        yield words.text(
            "window.timeline.from_to", start=long_day(item.first, words.language), end=long_day(item.last, words.language)
        )
        if item.key == "remaining":
            yield words.figure("remaining_days", item.value("days"))
            yield from list(_settled(item, words))[:1]
    elif item.key in {"peak", "level"}:
        since = item.value("since") or item.first
        yield words.text("window.timeline.since", since=_moment(since, words))
        yield words.figure("max_accounts", item.value("accounts"))
        yield from _of_month(item, words)
    else:
        yield _day(item.first, words)
        yield from _of_mark(item, words, as_of)


def _of_month(item: Item, words: Wording) -> Iterator[str]:
    """Yield the count that the month is billed by."""
    billed = item.value("billed")
    if billed is not None:
        name = words.text("figure_of_month", figure=words.text("figure.max_accounts"), month=billed.month)
        yield words.text("window.timeline.value", name=name, value=words.figure("max_accounts", billed.accounts))


def _day(day: date, words: Wording) -> str:
    written = long_day(day, words.language)
    return words.text("window.timeline.era", day=written, era=era_year(day)) if words.language == "ja" else written


def _moment(moment: date, words: Wording) -> str:
    has_clock = isinstance(moment, datetime) and (moment.hour or moment.minute or moment.second)
    return words.value(moment) if has_clock or not isinstance(moment, datetime) else long_day(moment.date(), words.language)


def _of_outage(item: Item, words: Wording) -> Iterator[str]:
    since, until = (words.value(item.value(name)) for name in ("since", "until"))
    if item.value("ongoing"):
        yield words.text("window.timeline.since", since=since)
    else:
        yield words.text("window.timeline.from_to", start=since, end=until)
    for name, called in (
        ("hours", "hours"),
        ("status", "status"),
        ("amount", "outage_credit"),
        ("claim_deadline", "claim_deadline"),
    ):
        value = item.value(name)
        if value is not None:
            yield words.text("window.timeline.value", name=words.text(f"figure.{called}"), value=words.figure(name, value))


def _of_mark(item: Item, words: Wording, as_of: date | None) -> Iterator[str]:
    if item.value("status"):
        yield words.text(
            "window.timeline.value", name=words.text("figure.status"), value=words.choice("status", item.value("status"))
        )
    if as_of is not None and item.key in DEADLINES and item.first >= as_of:
        yield words.text("window.timeline.left", days=words.figure("days_left", (item.first - as_of).days))


def tip(item: Item, words: Wording, as_of: date | None) -> str:
    """Return what is said over an item, and where a click leads."""
    lines = told(item, words, as_of)
    if item.path:
        field = words.label(item.path)
        lines = (*lines, words.text("window.timeline.go", field=field))
    return "\n".join(lines)


def spoken(item: Item, words: Wording, as_of: date | None) -> str:
    """Return an item as a screen reader says it."""
    return words.listed(told(item, words, as_of))


def all_spoken(items: TimelineItems, words: Wording) -> str:
    """Return all items in words, in order of time."""
    return "\n".join(words.listed(told(each, words)[:3]) for each in items.in_order())
