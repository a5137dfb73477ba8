"""What people type, made plain before it is read: full-width letters, and what a Japanese keyboard gives for strokes."""

import unicodedata

STROKES = str.maketrans({"ー": "-", "―": "-", "−": "-", "‐": "-", "・": "/", "。": "."})
"""What a Japanese keyboard gives in the place of a hyphen, a slash and a full stop."""


def plain_text(text: str) -> str:
    """Return a text for reading numbers, days and choices in it.

    >>> plain_text("　２０２４ー０７・１０ ")
    '2024-07/10'
    """
    return unicodedata.normalize("NFKC", text).translate(STROKES).strip()
