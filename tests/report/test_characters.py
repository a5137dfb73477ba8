"""Characters on a terminal: their width, where lines break, and which are written out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.characters import display_width, padded, visible, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("月額", 4),
        ("ｱ", 1),
        ("Ａ", 2),
        ("¥1,234", 6),
        ("（税込）", 8),
        ("-¥15,733", 8),
        ("〜", 2),
        ("𠮷", 2),
    ],
)
def test_full_width_characters_count_as_two(text: str, width: int) -> None:
    """As terminals and the fonts of mails show them."""
    assert display_width(text) == width


@given(st.text(alphabet="aB1 -、月額（）", max_size=20), st.integers(0, 60))
def test_a_padded_text_has_the_width_or_its_own(text: str, width: int) -> None:
    """With blanks on one side only."""
    for side in "lr":
        found = padded(text, width, side)
        assert display_width(found) == max(width, display_width(text))
        assert found.strip(" ") == text.strip(" ")
    assert padded(text, width, "l").startswith(text)
    assert padded(text, width, "r").endswith(text)


@given(
    st.lists(st.sampled_from(["日付は", "YYYY-MM-DD", " ", "の形で、", "（税込）", "です。", "abc、", "x"]), max_size=20),
    st.integers(14, 40),
)
def test_wrapped_lines_fit_and_lose_nothing(parts: list[str], width: int) -> None:
    """But for blanks where a line ends; a word that is longer than a line stands alone."""
    text = "".join(parts)
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    longest = max((display_width(word) for word in text.split(" ")), default=0)
    assert all(display_width(line) <= max(width, longest) for line in lines)
    assert not any(line.startswith(("、", "。", "）")) for line in lines[1:])


@given(st.text())
def test_what_acts_unseen_is_written_as_json_escapes_it(text: str) -> None:
    """So it means the same within a JSON text, and nothing on a terminal; line feeds stay."""
    assert not set(visible(text)) & set(map(chr, (*range(10), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), 0x200E)))
    assert visible(text).count("\n") == text.count("\n")
    written = json.dumps(text, ensure_ascii=False)
    assert json.loads(visible(written)) == text
