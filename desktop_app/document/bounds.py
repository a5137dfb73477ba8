"""How much a contract file may hold, told from its bytes before they are read, so that none takes long or much memory."""

import re

from desktop_app.calculation.problem import Problem

MOST_BYTES = 64 * 1024 * 1024
MOST_ATTACHED = 8 * 1024 * 1024
"""How many bytes of them may be attached to a paper."""
MOST_VALUES = 200_000
"""The longest lists that are read hold 8,000 fewer; many more would take seconds and hundreds of megabytes to read."""
MOST_TEXT, MOST_NAME = 1024 * 1024, 200
"""How many bytes a text may have, and the name of a field; the longest there is use for is a seal."""
MOST_HELD = 96 * 1024 * 1024
"""How many bytes the characters of a file may take once they are read: all of them take as many as the widest of them."""
_WIDEST = tuple(bytes((lead,)) for lead in range(0xF0, 0xF5))
_WIDE_ESCAPE = re.compile(rb"\\u[dD][89abAB]")
_GOES_ON = bytes(range(0x80, 0xC0))
_QUOTES_OF_A_VALUE = 4
_INTO_A_LONG_TEXT = re.compile(rb'[^"]*+"(?:(?:[^"]{0,%d}+"|[^"]{0,%d}+"(?![ \t\r\n]*+:))[^"]*+")*+' % (MOST_NAME, MOST_TEXT))
_LONG_TEXT = re.compile(rb'(?P<text>[^"]{%d})|(?P<name>[^"]{%d,}+"[ \t\r\n]*+:)' % (MOST_TEXT + 1, MOST_NAME + 1))


def excess(content: bytes) -> Problem | None:
    """Return what `content` has more of than is read; None where it has not.

    >>> excess(b"[" * 500_000).code, excess(b"{}")
    ('values_too_many', None)
    """
    if len(content) > MOST_BYTES:
        return _problem("too_large", MOST_BYTES)
    if len(content) <= MOST_VALUES:  # each of what is counted takes a byte
        return None
    plain = content.replace(b"\\\\", b"__").replace(b'\\"', b"__") if b"\\" in content else content
    if _has_many_values(plain):
        return _problem("values_too_many", MOST_VALUES)
    return _long_text(plain) or _much_to_hold(content)


def _problem(code: str, most: int, **details: int) -> Problem:
    return Problem((), code, None, (*details.items(), ("most", most)))


def _has_many_values(plain: bytes) -> bool:
    """Return whether there are more values than are read; each stands behind a comma, or first in a list or an object."""
    if plain.count(b'"') > _QUOTES_OF_A_VALUE * MOST_VALUES:
        return True
    return _marks(plain) > MOST_VALUES and _marks(b"".join(plain.split(b'"')[::2])) > MOST_VALUES


def _marks(plain: bytes) -> int:
    return plain.count(b",") + plain.count(b"[") + plain.count(b"{")


def _long_text(plain: bytes) -> Problem | None:
    before = _INTO_A_LONG_TEXT.match(plain)
    found = None if before is None else _LONG_TEXT.match(plain, before.end())
    if found is None:
        return None
    most = MOST_TEXT if found.lastgroup == "text" else MOST_NAME
    return _problem(f"{found.lastgroup}_too_long", most, line=plain.count(b"\n", 0, found.start()) + 1)


def _much_to_hold(content: bytes) -> Problem | None:
    width = _width(content) if len(content) * len(_WIDEST) > MOST_HELD else 1
    if width == 1 or len(content.translate(None, _GOES_ON)) * width <= MOST_HELD:
        return None
    return _problem("characters_too_many", MOST_HELD // width)


def _width(content: bytes) -> int:
    """Return how many bytes each character takes in memory."""
    escaped, plain = rb"\u" in content, content.isascii()
    if (not plain and any(lead in content for lead in _WIDEST)) or (escaped and _WIDE_ESCAPE.search(content)):
        return 4
    return 2 if escaped or not plain else 1
