"""Annex 1, 2 note (1): the account count of a month is the largest count in effect at any moment of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import AccountRecord
from desktop_app.calculation.periods import Span, midnight, midnight_after
from desktop_app.calculation.step import Step, field
from desktop_app.calculation.unknown import is_known


class AccountTimeline(NamedTuple):
    """The account records in order of time: from `starts[i]` to the next, `counts[i]` accounts."""

    starts: tuple[datetime, ...]
    counts: tuple[Step[int], ...]
    moments: tuple[Step[datetime], ...]


class Peak(NamedTuple):
    """The largest count of some days and the first day on which it holds."""

    accounts: Step[int]
    on: Step[date]


def account_timeline(records: Sequence[AccountRecord]) -> AccountTimeline:
    """Return the records, which stand in any order in the file, as a timeline."""
    order = sorted(range(len(records)), key=lambda i: records[i].starts)
    return AccountTimeline(
        tuple(records[i].starts for i in order),
        tuple(field("count", records[i].count, "accounts", i, "count") for i in order),
        tuple(field("from", records[i].starts, "accounts", i, "from") for i in order),
    )


def account_peaks(timeline: AccountTimeline) -> Callable[[Span], Peak]:
    """Return the function from days to the largest count of them; most days are asked for more than once."""
    return lru_cache(partial(account_peak, timeline))


def account_peak(timeline: AccountTimeline, days: Span) -> Peak:
    """Return the largest count in effect at any moment of `days` (00:00 of the first to the end of the last).

    A record that is replaced exactly at 00:00 of the first day is not in effect on it. One must be in effect there
    (`refusals` has seen to it).
    """
    starts, counts, moments = timeline
    opened = midnight(days.first)
    opening = bisect_right(starts, opened) - 1
    closing = bisect_left(starts, midnight_after(days.last))
    best = max(range(opening, closing), key=lambda i: counts[i].value)
    largest, since = counts[best], moments[best]
    given: tuple[Step[Any], ...] = (largest, since)
    if closing > opening + 1:
        given = (*given, Step("other_records", closing - opening - 1, None, "peak.other_records"))
    if opening and starts[opening] == opened and is_known(counts[opening - 1]):
        ended = counts[opening - 1]
        replaced = (ended, moments[opening])
        given = (*given, Step("replaced_count", ended.value, Article.ANNEX_1_2, "peak.replaced_at_midnight", replaced))
    if best == opening:
        count = Step("max_accounts", largest.value, Article.ANNEX_1_2, "peak.carried", given)
        return Peak(count, Step("peak_on", days.first, Article.ANNEX_1_2, "peak.carried_on", (since,)))
    count = Step("max_accounts", largest.value, Article.ANNEX_1_2, "peak.recorded", given)
    return Peak(count, Step("peak_on", starts[best].date(), Article.ANNEX_1_2, "peak.recorded_on", (since,)))


def count_at(timeline: AccountTimeline, day: date) -> Step[int]:
    """Return the count in effect at 00:00 of `day`, as the account count of a month that is not billed."""
    at = bisect_right(timeline.starts, midnight(day)) - 1
    given = (timeline.counts[at], timeline.moments[at])
    return Step("max_accounts", timeline.counts[at].value, Article.ANNEX_1_2, "peak.at_billing_start", given)
