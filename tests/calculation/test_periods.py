"""Periods as the Civil Code counts them, calendar months, and the days of a month."""

from datetime import date, datetime

import pytest

from desktop_app.calculation.periods import (
    Month,
    Span,
    corresponding_day_missing,
    first_counted_day,
    midnight,
    midnight_after,
    months_between,
    period_end,
)
from tests.calculation.civil_calendar import days_of, last_day_of_period, length, number_of
from tests.cases.examples import PublishedPeriod, published_periods
from tests.cases.unwatched import unwatched

PUBLISHED = published_periods()
MONTHS_IN = {"months": 1, "years": 12}

PERIODS = [
    ("2014-07-01", 12, "2015-06-30"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2023-03-01", 12, "2024-02-29"),
    ("2024-01-31", 1, "2024-02-29"),
    ("2023-01-31", 2, "2023-03-30"),
    ("2023-03-01", 3, "2023-05-31"),
    ("2024-02-29", 48, "2028-02-28"),
    ("2100-01-29", 1, "2100-02-28"),
    ("2100-01-28", 1, "2100-02-27"),
    ("2000-01-30", 1, "2000-02-29"),
    ("2024-12-01", 1, "2024-12-31"),
    ("2024-12-31", 2, "2025-02-28"),
    ("2199-12-31", 120, "2209-12-30"),
]


@pytest.mark.parametrize(("first", "months", "last"), PERIODS)
def test_a_period_ends_the_day_before_the_corresponding_day(first: str, months: int, last: str) -> None:
    """And with the last month itself where that has no corresponding day."""
    assert period_end(date.fromisoformat(first), months) == date.fromisoformat(last)


def test_there_are_fifty_nine_published_periods() -> None:
    """The list is whole."""
    assert len(PUBLISHED) == 59


@pytest.mark.parametrize("period", PUBLISHED, ids=lambda each: f"{each.count}-{each.unit}-from-{each.first}")
def test_a_published_period_ends_on_the_day_its_publisher_says(period: PublishedPeriod) -> None:
    """Months and years by the calendar, days one by one with the first counted."""
    if period.unit == "days":
        assert Span(period.first, period.last).days == period.count
    else:
        assert period_end(period.first, period.count * MONTHS_IN[period.unit]) == period.last


@pytest.mark.parametrize("decade", range(1990, 2111, 10))
def test_every_period_of_up_to_three_years_agrees_with_bare_numbers(decade: int) -> None:
    """Every first day from 1990 to 2110, every number of months from 1 to 36."""
    with unwatched():
        for first in days_of(decade, min(decade + 9, 2110)):
            begins = date(*first)
            for months in range(1, 37):
                last = period_end(begins, months)
                assert (last.year, last.month, last.day) == last_day_of_period(first, months), (first, months)


@pytest.mark.parametrize(
    ("first", "months", "missing"),
    [
        ("2024-01-31", 1, True),
        ("2024-01-29", 1, False),
        ("2023-01-29", 1, True),
        ("2024-02-29", 12, True),
        ("2024-02-29", 48, False),
        ("2024-01-31", 2, False),
    ],
)
def test_a_corresponding_day_is_missing_where_the_last_month_is_too_short(first: str, months: int, *, missing: bool) -> None:
    """Then the period ends with that month."""
    begins = date.fromisoformat(first)
    assert corresponding_day_missing(begins, period_end(begins, months)) is missing


def test_a_day_lasts_from_midnight_to_midnight() -> None:
    """The end of a day is the beginning of the next."""
    assert midnight(date(2024, 12, 31)) == datetime.fromisoformat("2024-12-31")
    assert midnight_after(date(2024, 12, 31)) == datetime.fromisoformat("2025-01-01")


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("2024-11-02T00:00:00", "2024-11-02"),
        ("2024-11-02T00:00:01", "2024-11-03"),
        ("2024-11-02T09:00:00", "2024-11-03"),
        ("2024-12-31T23:59:59", "2025-01-01"),
    ],
)
def test_the_first_day_counts_only_from_its_first_moment(moment: str, first: str) -> None:
    """A period that begins within a day begins to count on the next (Civil Code 140)."""
    assert first_counted_day(datetime.fromisoformat(moment)) == date.fromisoformat(first)


def test_a_month_knows_its_days() -> None:
    """Its length, first and last day, in leap years too."""
    for year in (1900, 2000, 2023, 2024, 2100):
        for number in range(1, 13):
            month = Month(year, number)
            assert month.length == length(year, number)
            assert (month.first, month.last) == (date(year, number, 1), date(year, number, length(year, number)))


def test_a_month_is_written_with_its_year() -> None:
    """Four and two digits."""
    assert str(Month.of(date(2024, 7, 10))) == "2024-07"


@pytest.mark.parametrize(
    ("month", "more", "later"),
    [((2024, 11), 2, (2025, 1)), ((2024, 1), 11, (2024, 12)), ((2024, 12), 24, (2026, 12)), ((2024, 5), 0, (2024, 5))],
)
def test_months_go_on_over_the_end_of_the_year(month: tuple[int, int], more: int, later: tuple[int, int]) -> None:
    """December is followed by January."""
    assert Month(*month).plus(more) == Month(*later)


def test_the_months_between_two_include_both() -> None:
    """And there are none when the last lies before the first."""
    assert [str(month) for month in months_between(Month(2024, 11), Month(2025, 2))] == [
        "2024-11",
        "2024-12",
        "2025-01",
        "2025-02",
    ]
    assert list(months_between(Month(2024, 11), Month(2024, 11))) == [Month(2024, 11)]
    assert list(months_between(Month(2024, 11), Month(2024, 10))) == []


def test_a_span_counts_both_its_ends() -> None:
    """A span of one day is one day long; one that ends before it begins is empty, not negative."""
    for year, month, day in days_of(2023, 2024):
        last = date(year, month, day)
        assert Span(date(2023, 1, 1), last).days == number_of((year, month, day)) - number_of((2023, 1, 1)) + 1
    assert Span(date(2024, 3, 2), date(2024, 3, 1)).days == 0
    assert Span(date(2024, 3, 9), date(2024, 3, 1)).days == 0


@pytest.mark.parametrize(
    ("month", "first", "last", "days"),
    [
        ((2024, 7), "2024-07-10", "2024-07-31", 22),
        ((2024, 8), "2024-08-01", "2024-08-31", 31),
        ((2024, 9), "2024-09-01", "2024-09-05", 5),
        ((2024, 10), "2024-10-01", "2024-09-05", 0),
    ],
)
def test_the_part_of_a_span_in_a_month(month: tuple[int, int], first: str, last: str, days: int) -> None:
    """From the later beginning to the earlier end, empty where they do not meet."""
    part = Span(date(2024, 7, 10), date(2024, 9, 5)).within(Month(*month))
    assert part == Span(date.fromisoformat(first), date.fromisoformat(last))
    assert part.days == days
