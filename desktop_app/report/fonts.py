"""The fonts of the papers: where they lie, which characters they have, and how a text is printed with them."""

import struct
from bisect import bisect_right
from functools import cache
from importlib import import_module
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, NamedTuple
from unicodedata import normalize

FAMILY = "Noto Sans CJK JP"
PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")

INVISIBLE = frozenset("\u00ad\u115f\u1160\u3164\uffa0\u200b\u200c\u200d\u2060\ufeff")
"""Characters that show nothing and get into texts by copying; left out on paper."""
LETTERS_IN_ONE = frozenset("ﬀﬁﬂﬃﬄ")
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: what they enclose would read otherwise than it was typed."""
VARIATIONS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Variation selectors (異体字セレクタ); the character before them is what must be in the font."""


def font_folders() -> list[Path]:
    """Return the folders of the font packages, as the typesetter wants them."""
    return [Path(str(_font_file(package))).parent for package in PACKAGES]


def _font_file(package: str) -> Traversable:
    path: Traversable = import_module(package).FONT_PATH
    return path


def printable(text: str) -> str:
    r"""Return `text` as it goes on paper: without what shows nothing, and each glyph under its usual character.

    A document names only one character for a glyph. Kangxi radicals and the like, which come along when text is copied out of
    other programs' PDFs, would take the names of the characters they look like, and searching would find nothing. Letters in one
    (ﬁ), which come along likewise, are printed as the letters that readers make of them.

    >>> printable("⽇本\u00a0株式会社\u200b") == "日本 株式会社"
    True
    >>> printable("ﬁle")
    'file'
    """
    if text.isascii():
        return text
    return "".join(_usual(character) for character in text if character not in INVISIBLE)


@cache
def _usual(character: str) -> str:
    usual = normalize("NFKC", character)
    if character in LETTERS_IN_ONE:
        return usual
    if usual == character or len(usual) != 1:
        return character
    return usual if glyph(usual) and glyph(usual) == glyph(character) else character


def unprintable(text: str) -> tuple[str, ...]:
    r"""Return the characters of `text` that cannot go on paper, each once, in their order.

    >>> unprintable("山田\n太郎😀 1\u202e2")
    ('😀', '\u202e')
    """
    if text.isascii() and text.isprintable():
        return ()
    within_lines = "".join(text.splitlines()).replace("\t", "")
    return tuple(dict.fromkeys(each for each in within_lines if not _has_look(each)))


def _has_look(character: str) -> bool:
    if character in DIRECTIONS:
        return False
    return character in INVISIBLE or any(ord(character) in span for span in VARIATIONS) or glyph(character) != 0


def glyph(character: str) -> int:
    """Return the number of the glyph that the fonts have for a character, 0 for none."""
    code, coverage = ord(character), _coverage()
    at = bisect_right(coverage.firsts, code) - 1
    return coverage.glyphs[at] + code - coverage.firsts[at] if at >= 0 and code <= coverage.lasts[at] else 0


class Coverage(NamedTuple):
    """The characters of a font in runs: the first and last of each, and the glyph of the first."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    glyphs: tuple[int, ...]


@cache
def _coverage() -> Coverage:
    """Return the characters of the regular font; the bold one has the same."""
    with _font_file(PACKAGES[0]).open("rb") as file:
        return _coverage_of(file)


def _coverage_of(file: IO[bytes]) -> Coverage:
    """Read the character map of an OpenType font: of its tables `cmap`, of that the segmented coverage (format 12)."""
    (tables,) = struct.unpack(">4xH6x", file.read(12))
    entries: dict[bytes, int] = dict(struct.iter_unpack(">4s4xI4x", file.read(16 * tables)))
    file.seek(entries[b"cmap"])
    (subtables,) = struct.unpack(">2xH", file.read(4))
    encodings = {(platform, kind): at for platform, kind, at in struct.iter_unpack(">HHI", file.read(8 * subtables))}
    file.seek(entries[b"cmap"] + encodings[3, 10])
    (runs,) = struct.unpack(">12xI", file.read(16))
    numbers = struct.unpack(f">{3 * runs}I", file.read(12 * runs))
    return Coverage(numbers[0::3], numbers[1::3], numbers[2::3])
