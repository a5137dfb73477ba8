"""Laws of the calendar: periods follow one another, never cross, and repeat themselves after 400 years."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.periods import Month, Span, months_between, period_end
from tests.calculation.civil_calendar import last_day_of_period, number_of

DAYS = st.dates(date(1900, 1, 1), date(2500, 12, 31))
EARLY_DAYS = DAYS.filter(lambda day: day.day <= 28)
MONTHS = st.integers(1, 120)
DAY = timedelta(days=1)


@given(DAYS, MONTHS)
def test_a_period_ends_where_bare_numbers_say(first: date, months: int) -> None:
    """Also beyond the years that are looked at one by one."""
    last = period_end(first, months)
    assert (last.year, last.month, last.day) == last_day_of_period((first.year, first.month, first.day), months)


@given(EARLY_DAYS, MONTHS, MONTHS)
def test_periods_that_follow_one_another_are_one_period(first: date, months: int, more: int) -> None:
    """From any day that every month has."""
    assert period_end(period_end(first, months) + DAY, more) == period_end(first, months + more)


@given(DAYS, MONTHS)
def test_a_period_that_begins_later_never_ends_sooner(first: date, months: int) -> None:
    """And a longer one ends later."""
    assert period_end(first, months) <= period_end(first + DAY, months)
    assert period_end(first, months) < period_end(first, months + 1)


@given(st.dates(date(1600, 1, 1), date(2000, 12, 31)), MONTHS)
def test_periods_repeat_themselves_after_four_centuries(first: date, months: int) -> None:
    """As the calendar does."""
    last = period_end(first, months)
    assert period_end(first.replace(year=first.year + 400), months) == last.replace(year=last.year + 400)


@given(DAYS, st.integers(-40, 2000))
def test_the_months_of_a_span_hold_each_of_its_days_once(first: date, days: int) -> None:
    """None is lost where one month ends and the next begins."""
    span = Span(first, first + (days - 1) * DAY)
    parts = [span.within(month) for month in months_between(Month.of(span.first), Month.of(span.last))]
    assert sum(part.days for part in parts) == max(0, days) == span.days
    for one, two in pairwise(parts):
        assert one.last + DAY == two.first


@given(DAYS, DAYS)
def test_the_days_of_a_span_are_counted_as_bare_numbers_are(first: date, last: date) -> None:
    """Both ends included."""
    counted = number_of((last.year, last.month, last.day)) - number_of((first.year, first.month, first.day)) + 1
    assert Span(first, last).days == max(0, counted)
