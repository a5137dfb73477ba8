"""The names suggested for files: from the number and the customer, and such as every system can hold."""

import re
from unicodedata import category, normalize

from desktop_app.document.draft import Draft, value_at

MOST_BYTES = 150
"""Bytes of a suggested name; file systems take 255, and an ending, a revision and a temporary name must fit beside it."""
REVISION = ("quote", "revision")
REVISION_ENDING = re.compile(r"-r\d+$")
NAMELESS = "contract"
FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
"""Signs that part folders, name streams or stand for other signs on some system."""
RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|CLOCK\$|(?:COM|LPT)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
"""What Windows takes for a device, whatever ending stands behind it."""
_COMPATIBLE = "\uf900-\ufaff\U0002f800-\U0002fa1f"
_COMPOSED = re.compile(f"[^{_COMPATIBLE}]+")
"""What may be composed: all but the variants of characters (神 for 神), which would be exchanged for the usual ones."""


def suggested_name(draft: Draft, untitled: str) -> str:
    """Return a name for the files of a draft, without an ending: its number and its customer, else its title."""
    texts = [value_at(draft, path) for path in (("quote", "number"), ("customer", "name"))]
    named = [each for each in texts if isinstance(each, str) and each.strip()]
    title = value_at(draft, ("title",))
    return safe_name("_".join(named) or (title if isinstance(title, str) and title.strip() else untitled))


def safe_name(text: str) -> str:
    """Return a text as the name of a file on every system: no reserved names, no signs that one of them forbids, not too long.

    >>> safe_name("A/B: 見積*"), safe_name("CON"), safe_name("nul .x"), safe_name(" .. ")
    ('A_B_ 見積_', 'CON_', 'nul_ .x', 'contract')
    """
    seen = "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or category(letter)[0] != "C")
    composed = _COMPOSED.sub(lambda found: normalize("NFC", found[0]), seen)
    name = _not_reserved(FORBIDDEN.sub("_", composed).strip(" ."))
    return _cut(name).strip(" .") or NAMELESS


def _not_reserved(name: str) -> str:
    found = RESERVED.match(name)
    return name if found is None else f"{found[1]}_{name[found.end() :]}"


def _cut(name: str) -> str:
    return name.encode()[:MOST_BYTES].decode(errors="ignore")


def next_revision(draft: Draft) -> int:
    """Return the number of the revision after this one; a quote without a number is the first."""
    number = value_at(draft, REVISION)
    return number + 1 if type(number) is int and number > 0 else 2


def revision_name(name: str, revision: int) -> str:
    """Return the name for a later revision of the file with that name.

    >>> revision_name("Q-12", 2), revision_name("Q-12-r2", 3)
    ('Q-12-r2', 'Q-12-r3')
    """
    return f"{REVISION_ENDING.sub('', name)}-r{revision}"
