"""The digest of a contract file: tells a file that was changed outside the program, or damaged, from a whole one."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from desktop_app.document.draft import Draft

ROWS_AT_ONCE = 500
"""Of a list with more rows than these no text is made that has them all: it would take as much memory again as the draft."""
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def digest_of(draft: Draft) -> str:
    """Return the digest of everything in `draft` but its digest: SHA-256 of the canonical JSON, in UTF-8.

    What UTF-8 cannot hold stands escaped in it: half a surrogate pair, which no valid contract has but a draft may.
    """
    found = sha256()
    for piece in _pieces({name: value for name, value in draft.items() if name != "digest"}):
        found.update(piece.encode("utf-8", "backslashreplace"))
    return f"sha256:{found.hexdigest()}"


def _pieces(content: dict[str, Any]) -> Iterator[str]:
    """Yield the canonical JSON, that of long lists piece by piece."""
    if not any(_is_long(value) for value in content.values()):
        yield _canonical(content)
        return
    before = "{"
    for name in sorted(content):
        yield f"{before}{_canonical(name)}:"
        yield from _rows(content[name]) if _is_long(content[name]) else [_canonical(content[name])]
        before = ","
    yield "}"


def _is_long(value: object) -> bool:
    return isinstance(value, list) and len(value) > ROWS_AT_ONCE


def _rows(rows: list[Any]) -> Iterator[str]:
    for first in range(0, len(rows), ROWS_AT_ONCE):
        yield f"{',' if first else '['}{_canonical(rows[first : first + ROWS_AT_ONCE])[1:-1]}"
    yield "]"
