"""Annex 1, 2 note (1): the account count of a month is the largest count in effect at any moment of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import AccountRecord
from desktop_app.calculation.periods import Span, midnight, midnight_after
from desktop_app.calculation.step import Step, field


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


def in_effect_at(timeline: AccountTimeline, moment: datetime) -> int:
    """Return the position of the record in effect at `moment`, -1 when none is yet."""
    return bisect_right(timeline.starts, moment) - 1


def account_peak(timeline: AccountTimeline, days: Span) -> Peak:
    """Return the largest count in effect at any moment of `days` (00:00 of the first to the end of the last).

    A record that is replaced exactly at 00:00 of the first day is not in effect on it. One must be in effect there
    (`refusals` has seen to it).
    """
    opening = in_effect_at(timeline, midnight(days.first))
    closing = bisect_left(timeline.starts, midnight_after(days.last))
    counts = timeline.counts
    best = opening if closing - opening == 1 else max(range(opening, closing), key=lambda i: counts[i].value)
    carried = best == opening
    on = days.first if carried else timeline.starts[best].date()
    given = (
        counts[best],
        timeline.moments[best],
        *_lower(closing - opening - 1),
        *_replaced(timeline, opening, days.first),
    )
    says = "peak.carried" if carried else "peak.recorded"
    count = Step("max_accounts", counts[best].value, Article.ANNEX_1_2, says, given)
    return Peak(count, Step("peak_on", on, Article.ANNEX_1_2, f"{says}_on", (timeline.moments[best],)))


def count_at(timeline: AccountTimeline, day: date) -> Step[int]:
    """Return the count in effect at 00:00 of `day`, as the account count of a month that is not billed."""
    at = in_effect_at(timeline, midnight(day))
    given = (timeline.counts[at], timeline.moments[at])
    return Step("max_accounts", timeline.counts[at].value, Article.ANNEX_1_2, "peak.at_billing_start", given)


def _lower(others: int) -> tuple[Step[Any], ...]:
    return (Step("other_records", others, None, "peak.other_records"),) if others else ()


def _replaced(timeline: AccountTimeline, opening: int, first: date) -> tuple[Step[Any], ...]:
    """Return the count that ended exactly when the first day began, as what did not apply."""
    if not opening or timeline.starts[opening] != midnight(first):
        return ()
    ended = timeline.counts[opening - 1]
    return (
        Step(
            "replaced_count",
            ended.value,
            Article.ANNEX_1_2,
            "peak.replaced_at_midnight",
            (ended, timeline.moments[opening]),
        ),
    )
