"""The catalogs as they lie in the tree: every text by its key, with the places in it."""

import re
from functools import lru_cache
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from desktop_app.wording import days

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"
LANGUAGES = tuple(days.LANGUAGES)
DOMAINS = sorted(path.stem for path in (LOCALE / "ja" / "LC_MESSAGES").glob("*.po"))

Texts = dict[str, tuple[str, ...]]
"""By key the text, or its singular and plural."""


def source(language: str, domain: str) -> Path:
    """Return where a catalog lies."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


@lru_cache(maxsize=16)
def texts(language: str, domain: str = "core") -> Texts:
    """Return the texts of a catalog."""
    with source(language, domain).open("rb") as file:
        catalog = read_po(file, locale=language, abort_invalid=True)
    return {_key(message.id): _forms(message.string) for message in catalog if message.id}


def _key(identity: str | tuple[str, ...]) -> str:
    return identity if isinstance(identity, str) else identity[0]


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def written_keys(language: str, domain: str) -> list[str]:
    """Return the keys as they are written in the file, one that is written twice twice."""
    return re.findall(r'(?m)^msgid "(.+)"$', source(language, domain).read_text("utf-8"))


def places(text: str) -> set[str]:
    """Return the names of the places in a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def keys_below(prefix: str) -> set[str]:
    """Return what follows `prefix` in the core's keys."""
    return {key.removeprefix(prefix) for key in texts("ja") if key.startswith(prefix)}
