"""Characters on a terminal: how wide they are, where a line may break, and which would do harm unless they are written out."""

import re
from unicodedata import east_asian_width

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, which move a terminal's cursor, and marks that turn the direction of what follows; not the line feed."""
_UNBROKEN = re.compile(r"(?:[!-~]+|[^!-~])[、。」）]* *")


def visible(text: str) -> str:
    r"""Return `text` with characters that are not seen but act written as JSON escapes them.

    >>> visible("1\x1b[2J\u202e2")
    '1\\u001b[2J\\u202e2'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def display_width(text: str) -> int:
    """Return how many columns `text` takes in a font of fixed width.

    >>> display_width("月額 ¥100")
    9
    """
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, width: int, side: str) -> str:
    """Return `text` with as many blanks as make it `width` columns wide, on the right of it (`l`) or on the left (`r`)."""
    blanks = " " * (width - display_width(text))
    return text + blanks if side == "l" else blanks + text


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns, Latin words unbroken, no line beginning with a stop or a bracket.

    >>> wrapped("日付は YYYY-MM-DD の形で。", 14)
    ['日付は', 'YYYY-MM-DD の', '形で。']
    """
    lines = [""]
    for part in _UNBROKEN.findall(text):
        if lines[-1] and display_width(lines[-1] + part.rstrip()) > width:
            lines.append("")
        lines[-1] += part if lines[-1] else part.lstrip()
    return [line.rstrip() for line in lines]
