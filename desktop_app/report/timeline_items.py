"""What lies in the time of a contract: stretches, days, outages and account counts, as plain values for screen and paper."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.kept import kept
from desktop_app.calculation.periods import Span
from desktop_app.calculation.problem import UNREADABLE
from desktop_app.calculation.statement import OutageCredit, Statement, TerminationDates
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known, known_or
from desktop_app.report.timeline_counts import Level, MonthPeak, levels_of, month_peaks
from desktop_app.report.timeline_outages import outage_items

FAR = 4
"""A loose day may lie this part of the contract's time beside it; one that lies farther does not widen the picture."""

CORE = frozenset(
    {"term", "remaining", "accepted_on", "billing_start", "term_end", "notice_arrived_on", "effective_on", "designated_on"}
)
LAST_DAYS = frozenset(
    {"term_end", "earliest_on", "designated_on", "effective_on", "latest_notice", "claim_deadline", "valid_until"}
)
"""Days of which the end counts: something is over, or too late, after them."""


class Item(NamedTuple):
    """Something in the time of a contract, from its first to its last day, which of a mark are one.

    `path` is the field that it belongs to, `figure` its place in the statement, each empty where there is none; `values` are what
    can be told of it besides.
    """

    key: str
    first: date
    last: date
    path: Path = ()
    figure: Path = ()
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def at_end(self) -> bool:
        """Whether it is the end of the day that counts."""
        return self.key in LAST_DAYS

    def value(self, name: str) -> Any:
        """Return one of the values, None where there is none of that name."""
        return dict(self.values).get(name)


class TimelineItems(NamedTuple):
    """Everything in the time of a contract that is known; `levels` and `months` are what the line of counts is drawn from."""

    spans: tuple[Item, ...] = ()
    outages: tuple[Item, ...] = ()
    peaks: tuple[Item, ...] = ()
    marks: tuple[Item, ...] = ()
    levels: tuple[Level, ...] = ()
    months: tuple[MonthPeak, ...] = ()

    def in_order(self) -> tuple[Item, ...]:
        """Return all items in order of time; of those that begin on one day the longer ones first."""
        found = (*self.spans, *self.outages, *self.peaks, *self.marks)
        return tuple(sorted(found, key=lambda each: (each.first, each.at_end, each.first - each.last)))

    def extent(self) -> Span | None:
        """Return the days that the picture shows: the contract's own and loose ones near them; None where there are none."""
        found = self.in_order()
        core = [each for each in found if each.key in CORE] or list(found)
        if not core:
            return None
        ends = [month.last for month in self.months]
        first, last = min(each.first for each in core), max([each.last for each in core] + ends)
        reach = (last - first) // FAR + timedelta(days=1)
        near = [each for each in found if first - reach <= each.first and each.last <= last + reach]
        return Span(min([first, *(each.first for each in near)]), max([last, *(each.last for each in near)]))


def timeline_items(contract: Contract | None, statement: Statement | None, today: date | None = None) -> TimelineItems:
    """Return what is known to lie in the time of a contract, which may have holes; `today` is marked beside the as-of day."""
    peaks = () if statement is None else month_peaks(statement)
    return TimelineItems(
        tuple(() if statement is None else _spans(statement)),
        tuple(Item("outage", *each) for each in outage_items(contract, statement)),
        _peaks(peaks),
        tuple(_marks(contract, statement, today)),
        levels_of(contract, peaks),
        peaks,
    )


def with_credit(item: Item, statement: Statement | None) -> Item:
    """Return an outage with the amount of its credit, where that is known; any other item as it is."""
    if item.key != "outage" or statement is None:
        return item
    i = item.value("row") - 1
    amount = _known_value("amount", statement.outages[i].amount) if i < len(statement.outages) else ()
    return item._replace(values=(*item.values, *amount))


def _spans(statement: Statement) -> Iterator[Item]:
    start, end = statement.dates.minimum_term
    if is_known(start) and is_known(end):
        yield Item("term", start.value, end.value, ("dates", "billing_start"), ("dates", "minimum_term", "end"))
    settled = statement.settlement
    if settled is not None and settled.remaining is not None and is_known(settled.remaining.start):
        remaining, ends = settled.remaining, statement.dates.termination
        values = (
            ("days", remaining.days.value),
            *_known_value("amount", settled.amount),
            *_known_value("exempt", settled.exempt),
        )
        path = ("termination",) if ends is None else effective_field(ends)
        yield Item("remaining", remaining.start.value, remaining.end.value, path, ("settlement", "amount"), values)


def _known_value(name: str, step: Step[Any]) -> tuple[tuple[str, Any], ...]:
    return ((name, step.value),) if is_known(step) else ()


def effective_field(ends: TerminationDates) -> Path:
    """Return the field that decided the effective day."""
    if not is_known(ends.effective_on):
        return ("termination",)
    if ends.earliest_on.value is None:
        return ("termination", "effective_on")
    name = "designated_on" if ends.designated_on.value == ends.effective_on.value else "notice_arrived_on"
    return ("termination", name)


@kept
def _peaks(months: tuple[MonthPeak, ...]) -> tuple[Item, ...]:
    """Return each change of the months' peaks, with the days for which it holds."""
    return tuple(_peak([*run]) for _, run in groupby(months, key=lambda month: month.accounts))


def _peak(run: Sequence[MonthPeak]) -> Item:
    first = run[0]
    values = (("accounts", first.accounts), ("month", first.month))
    return Item("peak", first.on, run[-1].last, first.path, ("months", first.place, "max_accounts"), values)


def _marks(contract: Contract | None, statement: Statement | None, today: date | None) -> Iterator[Item]:
    if statement is not None:
        yield from _of_term(contract, statement)
        yield from _of_ending(statement)
        for i, outage in enumerate(statement.outages):
            yield from _deadline(i, outage)
        as_of = statement.as_of.value
        yield Item("today" if as_of == today else "as_of", as_of, as_of, (), ("as_of",))
    if today is not None and (statement is None or statement.as_of.value != today):
        yield Item("today", today, today)
    if contract is not None:
        yield from _typed(contract)


def _mark(key: str, step: Step[Any], path: Path, figure: Path, **values: Any) -> Iterator[Item]:
    """Yield the day of a figure; nothing where it has none or it is not known."""
    if is_known(step) and step.value is not None:
        yield Item(key, step.value, step.value, path, figure, tuple(values.items()))


def _of_term(contract: Contract | None, statement: Statement) -> Iterator[Item]:
    dates = statement.dates
    start: Path = ("dates", "billing_start")
    yield from _mark("accepted_on", dates.accepted_on, ("dates", "accepted_on"), ("dates", "accepted_on"))
    yield from _mark("billing_start", dates.billing_start, start, ("dates", "minimum_term", "start"))
    yield from _mark("term_end", dates.minimum_term.end, start, ("dates", "minimum_term", "end"))
    latest, at = dates.latest_notice_for_term_end, ("dates", "latest_notice_for_term_end")
    yield from _mark("latest_notice", latest, _field_of_notice(contract, statement), at)


def _field_of_notice(contract: Contract | None, statement: Statement) -> Path:
    """Return where a notice is entered: at its day, or where it is said that the contract ends and how."""
    if statement.dates.termination is None or contract is None:
        return ("termination",)
    kind = _readable(_readable(contract, "termination"), "kind")
    return ("termination", "notice_arrived_on" if kind == "notice" else "kind")


def _of_ending(statement: Statement) -> Iterator[Item]:
    ends = statement.dates.termination
    if ends is None:
        return
    notice: Path = ("termination", "notice_arrived_on")
    designated: Path = ("termination", "designated_on")
    yield from _mark("notice_arrived_on", ends.notice_arrived_on, notice, ("dates", *notice))
    yield from _mark("earliest_on", ends.earliest_on, notice, ("dates", "termination", "earliest_on"))
    yield from _mark("designated_on", ends.designated_on, designated, ("dates", *designated))
    yield from _mark("effective_on", ends.effective_on, effective_field(ends), ("dates", "termination", "effective_on"))


def _deadline(i: int, outage: OutageCredit) -> Iterator[Item]:
    status = outage.status.value if is_known(outage.status) else ""
    path: Path = ("outages", i, "claimed_on")
    yield from _mark("claim_deadline", outage.claim_deadline, path, ("outages", i, "claim_deadline"), row=i + 1, status=status)


def _typed(contract: Contract) -> Iterator[Item]:
    """Yield the days that stand in the contract alone."""
    yield from _field("valid_until", _readable(contract, "quote"), ("quote", "valid_until"))
    for i, change in enumerate(_readable(contract, "changes") or ()):
        yield from _field("change", change, ("changes", i, "accepted_on"), row=i + 1, item=_readable(change, "item"))
    option = _readable(contract, "option")
    yield from _field("option", option, ("option", "accepted_on"))
    yield from _field("option_removal", option, ("option", "removal_accepted_on"))


def _readable(part: Any, name: str) -> Any:
    """Return what stands in a part of the contract under a name; None where nothing does or it cannot be read."""
    value = known_or(None, lambda: getattr(part, name, None))
    return None if value is UNREADABLE else value


def _field(key: str, part: Any, path: Path, **values: Any) -> Iterator[Item]:
    day = _readable(part, str(path[-1]))
    if day is not None:
        yield Item(key, day, day, path, (), tuple(values.items()))
