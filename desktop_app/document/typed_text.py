"""What people type, made plain before it is read: full-width letters, and what a Japanese keyboard gives for strokes."""

import unicodedata

from desktop_app.calculation.limits import ACTING

STROKES = str.maketrans({"ー": "-", "―": "-", "−": "-", "‐": "-", "・": "/", "。": "."})
"""What a Japanese keyboard gives in the place of a hyphen, a slash and a full stop."""


def plain_text(text: str) -> str:
    """Return a text for reading numbers, days and choices in it.

    >>> plain_text("　２０２４ー０７・１０ ")
    '2024-07/10'
    """
    return unicodedata.normalize("NFKC", text).translate(STROKES).strip()


def without_acting(text: str) -> str:
    r"""Return a text without the characters that no text of a contract may hold; they come along with what is copied.

    >>> without_acting("\u202aC:\\Temp\x00\n")
    'C:\\Temp\n'
    """
    return ACTING.sub("", text)
