"""How wide the columns of a sheet are, and in which size its figures are written: as loose as there is room for."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from desktop_app.ui.result.sheets import Sheet

MOST_EXTRA = 36
"""Pixels that a column gets at most of the room that is left: figures of one row are to stay beside one another."""

DIGITS = "0123456789"
ZEROS = str.maketrans(DIGITS, "0" * len(DIGITS))
NUMBERS = "".join(one + other for one, other in product(DIGITS, repeat=2)) + ",".join(DIGITS)
"""Every digit beside every other, and beside a comma."""


class Style(NamedTuple):
    """A size, by that of the window's font, and how far a text stays away from both sides of its column, in pixels."""

    size: float
    pad: int


STYLES = (Style(1.0, 6), Style(1.0, 4), Style(0.92, 3), Style(0.86, 3), Style(0.8, 3))
"""From loose to tight; beyond that the table has to be scrolled."""
LEAST_SIZE = 0.92
"""The size of the smallest figures, by that of text of the usual size: where all text is larger, tables may be tighter."""


class Columns(NamedTuple):
    """The style that fits, and the width of each column; 0 of one without any text."""

    style: Style
    widths: tuple[int, ...]


class ColumnPlace(NamedTuple):
    """Where a column stands on the screen, in pixels; whether its texts end at its right side, it stays there, and is written."""

    column: int
    left: int
    width: int
    pad: int
    digits: bool
    pinned: bool
    told: bool

    def start_of(self, text: str, width_of: Callable[[str], int]) -> int:
        """Return where a text begins whose width is known by its font."""
        return self.left + (self.width - self.pad - width_of(text) if self.digits else self.pad)


def columns_of(sheet: Sheet, font: QFont, text_size: int, room: int) -> Columns:
    """Return the columns of a sheet in so much room, beside text of a size in per cent."""
    columns = [_texts(sheet, i) for i in range(len(sheet.titles))]
    styles = [each for each in STYLES if each.size >= 1 or each.size * text_size >= LEAST_SIZE * 100]
    fitting = (each for each in (_narrowest(columns, font, style) for style in styles) if sum(each.widths) <= room)
    found = next(fitting, None)
    if found is None:
        return _narrowest(columns, font, styles[-1])
    extra = min((room - sum(found.widths)) // max(sum(map(bool, found.widths)), 1), MOST_EXTRA)
    return Columns(found.style, tuple(width + extra if width else 0 for width in found.widths))


class Texts(NamedTuple):
    """What is written in a column: its title, its texts, and those that stand out."""

    title: str
    plain: tuple[str, ...]
    strong: tuple[str, ...]


def _texts(sheet: Sheet, column: int) -> Texts:
    plain = tuple([row[column].text for row in sheet.rows if not row[column].strong])
    return Texts(sheet.titles[column], plain, tuple([row[column].text for row in sheet.rows if row[column].strong]))


def _narrowest(columns: Sequence[Texts], font: QFont, style: Style) -> Columns:
    """Return the columns as narrow as they can be in a style."""
    small = sized(font, style).toString()
    return Columns(style, tuple(needed + 2 * style.pad if needed else 0 for needed in (_needed(each, small) for each in columns)))


def sized(font: QFont, style: Style, *, strong: bool = False) -> QFont:
    """Return a font in the size of a style."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * style.size)
    found.setBold(strong)
    return found


def of_digits(font: QFont) -> QFont:
    """Return a font for digits alone, drawn one after the other: none of them looks different beside another."""
    found = QFont(font)
    found.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return found


@lru_cache(maxsize=256)
def _needed(texts: Texts, font: str) -> int:
    """Return how wide the widest text of a column is in a font of that name; 0 where it has none but its title."""
    if not "".join(texts.plain + texts.strong):
        return 0
    plain = measure(font, strong=False).widest((texts.title, *texts.plain))
    return max(plain, measure(font, strong=True).widest(texts.strong))


class Measure:
    """How wide texts are in a font. Where all digits are as wide as one another, a number is as wide as one of as many zeros."""

    def __init__(self, font: str, *, strong: bool) -> None:
        made = QFont()
        made.fromString(font)
        made.setBold(strong)
        exact = QFontMetricsF(made).horizontalAdvance
        self._zeros = ZEROS if exact(NUMBERS) == exact(NUMBERS.translate(ZEROS)) else {}
        self._advance = lru_cache(maxsize=1024)(QFontMetrics(made).horizontalAdvance)

    def width(self, text: str) -> int:
        """Return how wide a text is, in pixels."""
        width: int = self._advance(text.translate(self._zeros))
        return width

    def widest(self, texts: Iterable[str]) -> int:
        """Return how wide the widest line of some texts is, in pixels; 0 of none."""
        return max(map(self._advance, {*"\n".join(texts).translate(self._zeros).split("\n")}))


measure = lru_cache(maxsize=16)(Measure)
"""The measure of a font of a name, `strong` or not."""
