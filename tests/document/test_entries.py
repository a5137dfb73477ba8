"""Lists, choices, yes and no, and pasted blocks are read as they are meant."""

import pytest

from desktop_app.document.entries import choice_entry, flag_entry, grid_entry, lines_entry


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


def test_blank_is_nothing() -> None:
    """Also when it is a full-width blank."""
    assert lines_entry(" 　") is None


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"a\tb', [['"a', "b"]]),
        ('"a\tb\r\nc\r\n', [['"a', "b"], ["c"]]),
        ('"5"" drive"\t1', [['5" drive', "1"]]),
        ("", []),
    ],
)
def test_a_pasted_table_is_read(text: str, grid: list[list[str]]) -> None:
    """As spreadsheets put it on the clipboard; a stray quote swallows nothing."""
    assert grid_entry(text) == grid


def test_no_more_is_taken_than_a_file_may_hold() -> None:
    """What is pasted by mistake may be as long as it likes."""
    assert lines_entry(f"{'a' * 600}\nb") == ["a" * 500, "b"]
    assert lines_entry(f"{'a' * 499} b") == ["a" * 499]
    assert grid_entry(f"{'a' * 30_000}\tb\nc") == [["a" * 20_000, "b"], ["c"]]
    assert grid_entry(f'"{"a" * 30_000}\tb') == [['"' + "a" * 19_999, "b"]]
