"""What is refused of outages (rules, sections 8 and 10): times the wrong way round, and two outages at once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Outage
from desktop_app.calculation.kept import kept
from desktop_app.calculation.problem import Problem, UnreadableValueError
from desktop_app.calculation.unknown import said_by

NO_END = datetime.max  # noqa: DTZ901 - moments are Japan time without offset, as in the file


def _refused(outages: Sequence[Outage]) -> tuple[Problem, ...]:
    """Return what is refused of outages; rules that need a value that cannot be read have nothing to say."""
    rules = [partial(rule, i, outage) for rule in (_restored, _claimed, _claimable) for i, outage in enumerate(outages)]
    return tuple(problem for rule in (*rules, partial(_overlaps, outages)) for problem in said_by(rule))


refused_outages = kept(_refused)


def _restored(i: int, outage: Outage) -> Iterator[Problem]:
    """Yield the refusal of an outage that was restored before the provider knew of it."""
    if outage.restored_at is not None and outage.restored_at < outage.known_at:
        yield Problem(("outages", i, "restored_at"), "restored_before_known", Article.ART_11, (("known_at", outage.known_at),))


def _claimed(i: int, outage: Outage) -> Iterator[Problem]:
    """Yield the refusal of an outage whose credit was claimed before the day the provider knew of it."""
    if outage.claimed_on is not None and outage.claimed_on < outage.known_at.date():
        yield Problem(("outages", i, "claimed_on"), "claimed_before_known", Article.ART_11, (("known_at", outage.known_at),))


def _claimable(i: int, outage: Outage) -> Iterator[Problem]:
    """Yield the refusal of an outage the named day of whose claim lies before the day the provider knew of it."""
    if outage.claimable_on is not None and outage.claimable_on < outage.known_at.date():
        yield Problem(("outages", i, "claimable_on"), "claimable_before_known", Article.ART_11, (("known_at", outage.known_at),))


def _overlaps(outages: Sequence[Outage]) -> Iterator[Problem]:
    """Yield the refusal of each outage that overlaps with an earlier one of the file; touching is not overlapping."""
    covered: list[tuple[datetime, datetime]] = []  # the union of the outages so far, in order, apart from one another
    for i, outage in enumerate(outages):
        span = _span(outage)
        if span is None:
            continue
        start, end = span
        low = bisect_left(covered, start, key=lambda each: each[1])
        while low < len(covered) and covered[low][1] <= start:
            low += 1
        high = low
        while high < len(covered) and covered[high][0] < end:
            high += 1
        if high > low:
            yield Problem(("outages", i), "outages_overlap", Article.ART_11)
            start, end = min(start, covered[low][0]), max(end, covered[high - 1][1])
        covered[low:high] = [(start, end)]


def _span(outage: Outage) -> tuple[datetime, datetime] | None:
    """Return the outage as its times were given, None where they cannot be read or lie the wrong way round."""
    try:
        start, end = outage.known_at, NO_END if outage.restored_at is None else outage.restored_at
        ordered = start <= end
    except UnreadableValueError:
        return None
    return (start, end) if ordered else None
