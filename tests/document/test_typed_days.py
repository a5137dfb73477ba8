"""Days and moments are read as people mean them; what is not understood comes back as it was typed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.document.nearest_days import HALF_A_YEAR
from desktop_app.document.typed_days import day_entry, moment_entry, stepped_day, time_of

NEAR = date(2024, 12, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2024/7/10",
        "2024-07-10",
        "20240710",
        "2024.7.10",
        "7/10",
        "7-10",
        "7月10日",
        "R6.7.10",
        "r6/7/10",
        "令和6年7月10日",
        "２０２４／７／１０",
        "2024年7月10日（水）",
        "2024年 7月 10日",
        "2024ー07ー10",
        "2024・7・10",
        "㋿6年7月10日",
        "  2024/7/10  ",
        "2024年7月10日水曜日",
        "2024年7月10日 水曜",
        "2024年7月10日（水・祝）",
        "10 July 2024",
        "10 July 2024 (Wed)",
        "10 July",
        "10-Jul-24",
        "10-jul-2024",
        "July 10, 2024",
        "Jul. 10",
    ],
)
def test_a_day_is_read(text: str) -> None:
    """However it is written."""
    assert day_entry(text, NEAR) == "2024-07-10"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("H31.4.30", "2019-04-30"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成26年7月1日", "2014-07-01"),
        ("2024/2/30", "2024-02-30"),
        ("2024/13/1", "2024-13-01"),
    ],
)
def test_eras_count_and_impossible_days_keep_their_shape(text: str, day: str) -> None:
    """So that the sentence about the latter can say that they are in no calendar."""
    assert day_entry(text, NEAR) == day


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "2024",
        "2024/7",
        "7",
        "2024/7/10 9:00",
        "+",
        "R6",
        "2024/07/1０x",
        "24/7/10",
        "7/10/24",
        "10 Julius",
        "Mayday 10",
        "30日後",
        "+30",
        "12-May-12-2024",
    ],
)
def test_what_is_no_day_stays_as_typed(text: str) -> None:
    """Letter for letter."""
    assert day_entry(text, NEAR, NEAR) == text
    assert moment_entry("?" + text, NEAR, NEAR) == "?" + text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024/11/01 09:00", "2024-11-01T09:00"),
        ("2024-11-01T09:00:05", "2024-11-01T09:00:05"),
        ("11/1 9:5", "2024-11-01T09:05"),
        ("11/1 9時", "2024-11-01T09:00"),
        ("11月1日9時30分", "2024-11-01T09:30"),
        ("2024年11月1日（金）09:00", "2024-11-01T09:00"),
        ("20241101 18:00", "2024-11-01T18:00"),
        ("２０２４／１１／１　９：００", "2024-11-01T09:00"),
        ("2024/11/1", "2024-11-01"),
        ("2024/11/1 25:00", "2024-11-01T25:00"),
        ("11/1 午前3時", "2024-11-01T03:00"),
        ("11/1午後3時半", "2024-11-01T15:30"),
        ("11月1日 午後11時59分", "2024-11-01T23:59"),
        ("11/1 午前0時", "2024-11-01T00:00"),
        ("11/1 3:05 PM", "2024-11-01T15:05"),
        ("11/1 12:30 am", "2024-11-01T00:30"),
        ("11/1 PM 12:00", "2024-11-01T12:00"),
        ("10/31 24:00", "2024-11-01T00:00"),
        ("12/31 24:00:00", "2025-01-01T00:00:00"),
        ("2024/2/30 24:00", "2024-02-30T24:00"),
        ("10/31 24:01", "2024-10-31T24:01"),
        ("10/31 24:00:05", "2024-10-31T24:00:05"),
    ],
)
def test_a_moment_is_read(text: str, moment: str) -> None:
    """A day alone is its beginning; an impossible time keeps its shape."""
    assert moment_entry(text, NEAR) == moment


@pytest.mark.parametrize(
    "text", ["11/1 午後12時", "11/1 午前12時", "11/1 13 PM", "11/1 13:00 PM", "11/1 午前3:00 PM", "11/1 午後13時", "9:00"]
)
def test_a_time_that_can_be_read_in_two_ways_stays_as_typed(text: str) -> None:
    """Noon and midnight above all."""
    assert moment_entry(text, NEAR) == text


@pytest.mark.parametrize(
    ("text", "day"),
    [("今日", "2024-12-10"), ("Today", "2024-12-10"), ("本日", "2024-12-10"), ("明日", "2024-12-11"), ("昨日", "2024-12-09")],
)
def test_today_is_named(text: str, day: str) -> None:
    """Where it is known which day that is."""
    assert day_entry(text, date(2000, 1, 1), NEAR) == day
    assert day_entry(text, NEAR) == text
    assert moment_entry(f"{text} 9:00", NEAR, NEAR) == f"{day}T09:00"
    assert moment_entry(f"{text} 9:00", NEAR) == f"{text} 9:00"


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("1/5", date(2024, 12, 10), "2025-01-05"),
        ("12/20", date(2025, 1, 5), "2024-12-20"),
        ("7/1", date(2023, 12, 31), "2024-07-01"),
        ("2/29", date(2025, 1, 1), "2024-02-29"),
        ("2/29", date(2022, 1, 1), "2022-02-29"),
        ("13/1", date(2022, 1, 1), "2022-13-01"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(text: str, near: date, day: str) -> None:
    """The later of two that are as near; what is in no calendar keeps its shape."""
    assert day_entry(text, near) == day


@given(st.dates(date(2001, 1, 1), date(2198, 12, 31)), st.integers(0, 364))
def test_the_twelve_months_from_a_day_are_nearest_to_their_middle(first: date, later: int) -> None:
    """So a first day is enough to say which year is meant."""
    day = first + timedelta(later)
    near = first + timedelta(HALF_A_YEAR)
    assert day_entry(f"{day.month}/{day.day}", near) == day.isoformat()


@pytest.mark.parametrize("read", [day_entry, moment_entry])
def test_blank_is_nothing(read: Callable[[str, date], object]) -> None:
    """Also when it is a full-width blank."""
    assert read(" 　", NEAR) is None


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("+", date(2024, 2, 1)),
        ("-", date(2024, 1, 30)),
        ("]", date(2024, 2, 29)),
        ("[", date(2023, 12, 31)),
        ("}", date(2025, 1, 31)),
        ("{", date(2023, 1, 31)),
        (";", NEAR),
        ("t", NEAR),
        ("T", NEAR),
        ("x", None),
    ],
)
def test_a_day_is_stepped(key: str, day: date | None) -> None:
    """By the keys that bookkeepers know."""
    assert stepped_day(date(2024, 1, 31), key, NEAR) == day


def test_steps_stay_among_the_days_that_can_be_typed() -> None:
    """At both ends; from outside there is no step."""
    assert stepped_day(date(2199, 12, 31), "+", NEAR) == date(2199, 12, 31)
    assert stepped_day(date(2000, 1, 1), "[", NEAR) == date(2000, 1, 1)
    assert stepped_day(date(9999, 12, 31), "]", NEAR) is None


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)), st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_every_writing(day: date, near: date) -> None:
    """Whatever the day of the reader."""
    writings = (f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日", day.isoformat())
    assert {day_entry(text, near) for text in writings} == {day.isoformat()}


@given(st.text(max_size=40))
def test_no_day_that_is_typed_is_lost(text: str) -> None:
    """Each reader gives a value, nothing for a blank, or the very text."""
    for read in (day_entry, moment_entry):
        raw = read(text, NEAR, NEAR)
        assert raw is None or raw == text or raw[:1].isdigit()


@pytest.mark.parametrize("text", ["soon", "2024-W28-3", "2024-07-10T00:00+09:00", "20240710", "2024-02-30", ""])
def test_what_is_no_moment_of_a_file_has_no_time(text: str) -> None:
    """And no place in the order of rows."""
    assert time_of(text) is None
