"""What people type or paste that is neither a day nor a number, read: lists, choices, yes or no, blocks of cells.

Each function returns the value for the draft, None for nothing, and the text itself, as typed, when it was not understood:
the draft then holds it, and the field says what is wrong with it.
"""

import csv
from collections.abc import Mapping
from io import StringIO

from desktop_app.document.extent import LONGEST_LINE, LONGEST_TEXT
from desktop_app.document.typed_text import plain_text, without_acting

_YES, _NO = {"はい", "yes", "true", "1", "○", "あり", "有"}, {"いいえ", "no", "false", "0", "×", "なし", "無"}


def text_fits(text: str) -> bool:
    """Return whether a field may hold a text; a longer one must not get into it."""
    return len(text) <= LONGEST_TEXT


def lines_fit(text: str) -> bool:
    """Return whether a list may hold each line of a text; a longer one must not get into it."""
    return all(len(line.strip()) <= LONGEST_LINE for line in text.splitlines())


def lines_entry(text: str) -> list[str] | None:
    """Return the lines that hold something, without the blanks around it; None when none does."""
    return [line.strip() for line in without_acting(text).splitlines() if line.strip()] or None


def text_entry(text: str) -> str | None:
    r"""Return a text as it was typed, without what acts and is not seen; None when there is none.

    >>> text_entry("甲\u202e乙"), text_entry("\0")
    ('甲乙', None)
    """
    return without_acting(text) or None


def choice_entry(text: str, names: Mapping[str, str]) -> str | None:
    """Return the choice that `text` names, by its value or by the words for it."""
    plain = plain_text(text)
    by_name = {plain_text(name): value for value, name in names.items()}
    return (plain if plain in names else by_name.get(plain, text)) if plain else None


def flag_entry(text: str) -> bool | str | None:
    """Return the yes or no that was typed.

    >>> flag_entry("はい"), flag_entry("No"), flag_entry(""), flag_entry("perhaps")
    (True, False, None, 'perhaps')
    """
    plain = plain_text(text).casefold()
    if plain in _YES:
        return True
    return False if plain in _NO else (text if plain else None)


def grid_entry(text: str) -> list[list[str]]:
    """Return the cells of what a spreadsheet puts on the clipboard: lines, parted by tabs, in quotes where they hold either."""
    try:
        return [row or [""] for row in csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True)]
    except csv.Error:
        return [line.split("\t") for line in text.replace("\r\n", "\n").removesuffix("\n").split("\n")]
