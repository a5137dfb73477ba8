"""Lists, choices, yes and no, and pasted blocks are read as they are meant."""

import pytest

from desktop_app.document.entries import choice_entry, flag_entry, grid_entry, lines_entry, lines_fit, text_entry, text_fits


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


@pytest.mark.parametrize(
    ("text", "fits", "line_by_line"),
    [
        ("", True, True),
        ("契" * 500, True, True),
        ("契" * 501, True, False),
        (f" {'a' * 500}　\nb\n", True, True),
        (f"b\n{'a' * 501}", True, False),
        ("a" * 20_000, True, False),
        ("a\n" * 10_000, True, True),
        ("a" * 20_001, False, False),
        ("a\n" * 10_001, False, True),
    ],
)
def test_what_is_longer_than_a_file_may_hold_does_not_fit(text: str, *, fits: bool, line_by_line: bool) -> None:
    """A text as a whole, a list line by line; nothing is cut off."""
    assert (text_fits(text), lines_fit(text)) == (fits, line_by_line)
    assert (text_entry(text) or "", lines_entry(text) or []) == (text, [line.strip() for line in text.splitlines()])
