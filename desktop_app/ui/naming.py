"""The names suggested for files: from the number and the customer, and such as every system can hold."""

import re
from unicodedata import category

from pathvalidate import sanitize_filename

from desktop_app.document.draft import Draft, value_at

MOST_BYTES = 150
"""Bytes of a suggested name; file systems take 255, and an ending, a revision and a temporary name must fit beside it."""
REVISION = ("quote", "revision")
REVISION_ENDING = re.compile(r"-r\d+$")
NAMELESS = "contract"


def suggested_name(draft: Draft, untitled: str) -> str:
    """Return a name for the files of a draft, without an ending: its number and its customer, else its title."""
    texts = [value_at(draft, path) for path in (("quote", "number"), ("customer", "name"))]
    named = [each for each in texts if isinstance(each, str) and each.strip()]
    title = value_at(draft, ("title",))
    return safe_name("_".join(named) or (title if isinstance(title, str) and title.strip() else untitled))


def safe_name(text: str) -> str:
    """Return a text as the name of a file on every system: no reserved names, no signs that one of them forbids, not too long.

    >>> safe_name("A/B: 見積*"), safe_name("CON"), safe_name(" .. ")
    ('A_B_ 見積_', 'CON_', 'contract')
    """
    seen = "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or category(letter)[0] != "C")
    name = sanitize_filename(seen.strip(" ."), platform="universal", replacement_text="_")
    return _cut(name).strip(" .") or NAMELESS


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
