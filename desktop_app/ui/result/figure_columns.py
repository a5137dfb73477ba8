"""How wide the columns of a sheet are, and in which size its figures are written: as loose as there is room for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetrics

from desktop_app.ui.result.sheets import Sheet

MOST_EXTRA = 36
"""Pixels that a column gets at most of the room that is left: figures of one row are to stay beside one another."""


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

    def start_of(self, text: str, name: str, *, strong: bool) -> int:
        """Return where a text begins that is written in a font of that name."""
        if not self.digits:
            return self.left + self.pad
        return self.left + self.width - self.pad - _width(text, name, strong)


def columns_of(sheet: Sheet, font: QFont, text_size: int, room: int) -> Columns:
    """Return the columns of a sheet in so much room, beside text of a size in per cent."""
    shown = [any(row[i].text for row in sheet.rows) for i in range(len(sheet.titles))]
    styles = [each for each in STYLES if each.size >= 1 or each.size * text_size >= LEAST_SIZE * 100]
    fitting = (each for each in (_narrowest(sheet, font, style, shown) for style in styles) if sum(each.widths) <= room)
    found = next(fitting, None)
    if found is None:
        return _narrowest(sheet, font, styles[-1], shown)
    extra = min((room - sum(found.widths)) // max(sum(shown), 1), MOST_EXTRA)
    return Columns(found.style, tuple(width + extra if width else 0 for width in found.widths))


def _narrowest(sheet: Sheet, font: QFont, style: Style, shown: Sequence[bool]) -> Columns:
    """Return the columns as narrow as they can be in a style."""
    small = sized(font, style).toString()
    return Columns(style, tuple(_needed(sheet, i, small) + 2 * style.pad if has else 0 for i, has in enumerate(shown)))


def sized(font: QFont, style: Style, *, strong: bool = False) -> QFont:
    """Return a font in the size of a style."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * style.size)
    found.setBold(strong)
    return found


def _needed(sheet: Sheet, column: int, font: str) -> int:
    """Return how wide the widest text of a column is in a font of that name."""
    texts = {(row[column].text, row[column].strong) for row in sheet.rows} | {(sheet.titles[column], False)}
    return max([_width(text, font, strong) for text, strong in texts])


@lru_cache(maxsize=8192)
def _width(text: str, font: str, strong: bool) -> int:  # noqa: FBT001 - a name would take the cache as long as the answer
    return _metrics(font, strong).horizontalAdvance(text)


@lru_cache(maxsize=16)
def _metrics(name: str, strong: bool) -> QFontMetrics:  # noqa: FBT001
    font = QFont()
    font.fromString(name)
    font.setBold(strong)
    return QFontMetrics(font)
