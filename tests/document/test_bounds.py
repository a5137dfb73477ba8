"""What a contract file may hold at most, told from its bytes: nothing that may be there is taken for too much."""

import pytest

from desktop_app.document.bounds import MOST_BYTES, MOST_HELD, MOST_NAME, MOST_TEXT, MOST_VALUES, excess
from desktop_app.document.draft import value_at, with_value
from desktop_app.document.extent import LISTS, MOST_ROWS, MOST_TIERS
from desktop_app.document.fields import TIERS
from desktop_app.document.reading import read_draft
from tests.cases.contracts import contract_file
from tests.document.contract_data import EVERY_FIELD, as_bytes

ROOM = b" " * MOST_VALUES
"""Shorter files are not looked at: they cannot hold too much of anything."""
LONG, NAME = b"x" * MOST_TEXT, b"n" * MOST_NAME


def code(content: bytes) -> str:
    """Return what there is too much of; nothing where there is not."""
    found = excess(content)
    return "" if found is None else found.code


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ""),
        (b"[" + b"1," * (MOST_VALUES - 1) + b"1]", ""),
        (b"[" + b"1," * MOST_VALUES + b"1]", "values_too_many"),
        (b'["%s"]' % (b",[{" * (MOST_TEXT // 3)), ""),
        (b'["%s"]' % (b'\\",[' * (MOST_TEXT // 4)), ""),
        (b'["\\\\"%s]' % (b"," * MOST_VALUES), "values_too_many"),
        (b'"' * (4 * MOST_VALUES + 1), "values_too_many"),
        (b'["%s"]' % LONG, ""),
        (b'["%sx"]' % LONG, "text_too_long"),
        (b'["%sx' % LONG, "text_too_long"),
        (b'["%s"]' % (b"\\n" * (MOST_TEXT // 2 + 1)), "text_too_long"),
        (b'["%s"]' % (b'\\"' * (MOST_TEXT // 2 + 1)), "text_too_long"),
        (b'["%s"]' % (b"\\\\" * (MOST_TEXT // 2 + 1)), "text_too_long"),
        (b'["",%s%s"x"]' % (LONG, ROOM), ""),
        (b'{"%s" \n:"%s"}' % (NAME, LONG), ""),
        (b'{"%sn":1}%s' % (NAME, ROOM), "name_too_long"),
        (b'{"a":1,"%sn" \t\r\n :1}%s' % (NAME, ROOM), "name_too_long"),
        (b'{"a":"%sn",":":1}%s' % (NAME, ROOM), ""),
        (b'["%sn"%s' % (NAME, ROOM), ""),
        (b'["%sn%s' % (NAME, ROOM), ""),
    ],
)
def test_what_is_too_much_is_told_and_nothing_else(content: bytes, expected: str) -> None:
    """What stands in a text is no value, however it looks; what a backslash hides ends no text."""
    assert code(content) == expected


def test_the_line_of_a_long_text_is_told() -> None:
    """As editors count them."""
    found = excess(b'{\n"a":\n\n"%sx"}' % LONG)
    assert found is not None
    assert found.details == (("line", 4), ("most", MOST_TEXT))


@pytest.mark.parametrize(
    ("widest", "width"),
    [
        (b"x", 1),
        ("é".encode(), 2),
        ("契".encode(), 2),
        (b"\\u5951", 2),
        ("𠮷".encode(), 4),
        (b"\\uD842\\uDFB7", 4),
        (b"\\udBf", 4),
    ],
)
def test_characters_count_as_wide_as_the_widest(widest: bytes, width: int) -> None:
    """For this is how they are held; a long file of narrow ones alone is none too long."""
    texts = min(MOST_HELD // width, MOST_BYTES) // (MOST_TEXT + 3) - 1
    assert code(b'["%s"%s]' % (widest, (b',"%s"' % LONG) * texts)) == ""
    if width > 1:
        assert code(b'["%s"%s]' % (widest, (b',"%s"' % LONG) * (texts + 2))) == "characters_too_many"


def test_japanese_fills_a_file_to_its_end() -> None:
    """Three bytes of a file are two in memory; with four each they are fewer than fit, too."""
    texts = (',"' + "契" * (MOST_TEXT // 3) + '"').encode() * (MOST_BYTES // MOST_TEXT - 1)
    assert code(b'["%s"%s]' % ("契".encode(), texts)) == ""
    assert code(b'["%s"%s]' % ("𠮷".encode(), texts)) == ""


def test_the_longest_lists_with_long_notes_are_a_contract() -> None:
    """Sixty megabytes of it: ten thousand rows in each list, and a page of notes in each row."""
    note = "サーバー更新, 深夜 [予告済み]。" * 20
    rows = [{"accepted_on": "2024-10-03", "item": "domain", "note": note * 3}] * 10_000
    outages = [{"known_at": "2024-11-01T09:00", "note": note}] * 10_000
    content = as_bytes(contract_file({"changes": rows, "outages": outages}))
    assert 30_000_000 < len(content) < MOST_BYTES
    source = read_draft(content)
    assert source.problems == ()
    assert source.draft is not None
    assert len(source.draft["changes"]) == 10_000


def test_the_longest_lists_that_are_read_hold_no_more_values_than_are_read() -> None:
    """All of them at once, every field of every row given."""
    rows = {path: [value_at(EVERY_FIELD, (*path, 0))] * (MOST_TIERS if path == TIERS else MOST_ROWS) for path in LISTS}
    draft = EVERY_FIELD
    for path, many in rows.items():
        draft = with_value(draft, path, many)
    content = as_bytes(draft)
    assert MOST_VALUES * 9 // 10 < sum(content.count(mark) for mark in (b",", b"[", b"{")) <= MOST_VALUES
    assert code(content) == ""
