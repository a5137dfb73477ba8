"""What people type is read as they mean it; what is not understood comes back as it was typed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.document.entries import (
    choice_entry,
    day_entry,
    flag_entry,
    grid_entry,
    lines_entry,
    moment_entry,
    price_entry,
    stepped_day,
    whole_entry,
)

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


@pytest.mark.parametrize("text", ["soon", "2024", "2024/7", "7", "2024/7/10 9:00", "10 July", "+", "R6", "2024/07/1０x"])
def test_what_is_no_day_stays_as_typed(text: str) -> None:
    """Letter for letter."""
    assert day_entry(text, NEAR) == text
    assert moment_entry("?" + text, NEAR) == "?" + text


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
    ],
)
def test_a_moment_is_read(text: str, moment: str) -> None:
    """A day alone is its beginning; an impossible time keeps its shape."""
    assert moment_entry(text, NEAR) == moment


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("300000", 300000),
        ("300,000", 300000),
        ("３００，０００円", 300000),
        ("¥300,000", 300000),
        ("￥300,000", 300000),
        ("\\300,000", 300000),
        ("30万", 300000),
        ("30万5000", 305000),
        ("1.5万円", 15000),
        ("1億", 100000000),
        ("1億2,000万5", 120000005),
        ("1,200件", 1200),
        ("12か月", 12),
        ("12.0", 12),
        ("-5", -5),
        ("▲5", -5),
        ("-30万", -300000),
        ("0", 0),
    ],
)
def test_an_amount_is_read(text: str, number: int) -> None:
    """With the signs and units that people write; a negative one is a number, and refused as such."""
    assert whole_entry(text) == number


@pytest.mark.parametrize("text", ["9.5", "1,5", "12,34,567", "三十万", "万", "1..5万", "1e5", "--5", "9" * 31, "NaN"])
def test_what_is_no_whole_number_stays_as_typed(text: str) -> None:
    """Above all what could be read in two ways."""
    assert whole_entry(text) == text


@pytest.mark.parametrize(
    ("text", "price"),
    [("200", "200"), ("199.5円", "199.5"), ("1,200", "1200"), ("1.5万", "15000"), ("007.50", "7.50"), ("-5", "-5")],
)
def test_a_price_is_read(text: str, price: str) -> None:
    """As a decimal text, the way a file has it."""
    assert price_entry(text) == price
    assert price_entry(f"{text}?") == f"{text}?"


def test_lists_choices_and_flags_are_read() -> None:
    """By line, by value or by their words."""
    names = {"domain": "ドメイン名", "ip_address": "IPアドレス"}
    assert lines_entry(" a.example \n\n b.example") == ["a.example", "b.example"]
    assert [choice_entry(text, names) for text in ("domain", "ＩＰアドレス", "other", " ")] == [
        "domain",
        "ip_address",
        "other",
        None,
    ]
    assert [flag_entry(text) for text in ("はい", "YES", "○", "いいえ", "無", "maybe", "")] == [
        True,
        True,
        True,
        False,
        False,
        "maybe",
        None,
    ]


@pytest.mark.parametrize(
    "read", [lambda t: day_entry(t, NEAR), lambda t: moment_entry(t, NEAR), whole_entry, price_entry, lines_entry]
)
def test_blank_is_nothing(read: Any) -> None:
    """Also when it is a full-width blank."""
    assert read(" 　") is None


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"a\tb', [['"a', "b"]]),
        ("", []),
    ],
)
def test_a_pasted_table_is_read(text: str, grid: list[list[str]]) -> None:
    """As spreadsheets put it on the clipboard; a stray quote swallows nothing."""
    assert grid_entry(text) == grid


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("+", date(2024, 2, 1)),
        ("-", date(2024, 1, 30)),
        ("]", date(2024, 2, 29)),
        ("[", date(2023, 12, 31)),
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
def test_nothing_that_is_typed_is_lost(text: str) -> None:
    """Each reader gives a value, nothing for a blank, or the very text."""
    for read in (lambda t: day_entry(t, NEAR), lambda t: moment_entry(t, NEAR), price_entry):
        raw = read(text)
        assert raw is None or raw == text or raw[:1] in "-0123456789"
    assert isinstance(whole_entry(text), int | str | None)
