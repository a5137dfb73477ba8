"""What is typed stands in a paper's text as it was typed: every kind of character that the fonts have, alone and together."""

import re

import pypdfium2
import pytest

from desktop_app.document.assess import assess
from desktop_app.report.fonts import INVISIBLE, VARIATIONS, glyph, printable, unprintable
from desktop_app.report.pdf import pdf_bytes
from tests.cases.contracts import AS_OF, contract_file
from tests.cases.examples import rulebook

MANY = (range(0x3400, 0xA000), range(0xAC00, 0xD7A4), range(0x20000, 0x30000))
"""Ideographs and Korean syllables: of these, every so many-th is tried."""
EVERY, A_LINE = 20, 30
CHARACTERS = [
    chr(code)
    for code in range(0x21, 0x30000)
    if glyph(chr(code)) and (code % EVERY == 0 or not any(code in span for span in MANY)) and not chr(code).isspace()
]
TOGETHER = (
    *(base + mark for mark in "\u0300\u0301\u0304\u0307\u030c\u20dd\u302a\u3099\u309a" for base in "かハae漢"),
    *("ｶﾞ", "ﾊﾟ", "かﾞ", "ト゚", "は゜", "カ゛", "ガ", "ヷ"),
    *("葛\U000e0100", "葛\U000e0101", "神\ufe00", "辻\U000e0101"),
    *("fi", "ffi", "fl", "---", "...", "1/2", "!?", "->", "AV", "Ta", "cafe\u0301", "café"),
    *("\u1112\u1161\u11ab", "한글", "①②㈱㈲㍻㋿㌔㎏", "Ⅲⅲ", "〜～", "−-‐‑‒–—―ー－", "·・･‧", "¥￥\\", "𠮷野家", "髙﨑德"),
)
"""Marks and what they stand on, half-width letters with theirs, variants, what a typesetter might join, what looks alike."""


def text_with_remarks(remarks: str) -> str:
    """Return the text of a paper with remarks, blanks and the ends of lines left out."""
    content = pdf_bytes(assess(contract_file({"quote": {"remarks": remarks}}), AS_OF, rulebook()))
    document = pypdfium2.PdfDocument(content)
    try:
        return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def test_every_character_comes_out_as_it_was_typed() -> None:
    """Those that are printed under another name, or not at all, are those of which the program says so.

    Characters that share a glyph stand in two papers: of those beyond U+FFFF some readers tell the second in one as a blank.
    """
    by_glyph = {glyph(each): each for each in reversed(CHARACTERS)}
    firsts = [each for each in CHARACTERS if by_glyph[glyph(each)] == each]
    assert len(firsts) > 5000
    for characters in (firsts, [each for each in CHARACTERS if each not in set(firsts)]):
        lines = [printable("".join(characters[i : i + A_LINE])) for i in range(0, len(characters), A_LINE)]
        found = text_with_remarks("\n".join(lines))
        assert [line for line in lines if line not in found] == []


def test_characters_come_out_together_as_they_were_typed() -> None:
    """Each mark behind its letter, each variant with its selector, none joined, none told twice."""
    typed = [f"甲{each}乙" for each in TOGETHER]
    found = text_with_remarks("\n".join(typed))
    assert re.findall("甲(.+?)乙", found) == [*TOGETHER]


@pytest.mark.parametrize("text", ["ﬁle", "Koﬀer", "aﬃx", "ﬂach", "waﬄe"])
def test_letters_in_one_are_printed_as_letters(text: str) -> None:
    """Readers of PDFs part them, some and not others; so they come out alike everywhere, and are found by searching."""
    letters = printable(text)
    assert letters.isascii()
    assert unprintable(text) == ()
    assert letters in text_with_remarks(text)


def test_what_comes_out_otherwise_is_little() -> None:
    """Of what can be printed: characters without a look, radicals and other doubles of a character with the same glyph."""
    others = [each for each in CHARACTERS if printable(each) != each and each not in INVISIBLE]
    selectors = [each for each in others if any(ord(each) in span for span in VARIATIONS)]
    assert selectors == []
    assert {glyph(each) == glyph(printable(each)) for each in others if len(printable(each)) == 1} == {True}
    assert [each for each in others if len(printable(each)) > 1] == [*"ﬀﬁﬂﬃﬄ"]
