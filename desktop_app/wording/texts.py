"""The texts of one language by their keys: all that the first page is written with."""

from functools import cache
from gettext import GNUTranslations

from desktop_app.installation import resource
from desktop_app.wording.days import Language
from desktop_app.wording.editions import EDITION, edition_title

DOMAINS = ("window", "paper", "cli", "question")
"""Catalogs of their own, by the first part of a key; all other keys stand in `core`."""


class MissingTextError(LookupError):
    """A key that a catalog has no text for; the tests let none through."""


class Texts:
    """Texts of one language. A key such as `window.menu.file` names its catalog by its first part."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._texts: dict[str, str] = {}

    def has(self, key: str) -> bool:
        """Return whether there is a text for `key`."""
        return self._alone(key) != key

    def _alone(self, key: str) -> str:
        """Return the text for a key that no number decides about, looked up once."""
        if key not in self._texts:
            self._texts[key] = self._found(key)
        return self._texts[key]

    def text(self, key: str, **values: object) -> str:
        """Return the text of `key` with `values` in its places, each as its kind is written; the number `n` decides plurals."""
        number = values.get("n")
        found = self._found(key, number) if isinstance(number, int) else self._texts.get(key) or self._alone(key)
        if found == key:
            raise MissingTextError(key)
        return found.format_map({name: self.value(each) for name, each in values.items()}) if values else found

    def _found(self, key: str, number: int | None = None) -> str:
        if key.startswith(EDITION):
            return edition_title(key.removeprefix(EDITION), self.language) or key
        domain = key.partition(".")[0]
        found = catalog(domain if domain in DOMAINS else "core", self.language)
        plural = key if number is None else found.ngettext(key, key, number)
        return found.gettext(key) if plural == key else plural

    def value(self, value: object) -> str:
        """Return a value as it is written in running text; more than other texts stands in none of the first page."""
        return str(value)


@cache
def catalog(domain: str, language: Language) -> GNUTranslations:
    """Return the catalog of a part of the program in a language."""
    with resource("locale", language, "LC_MESSAGES", f"{domain}.mo").open("rb") as file:
        return GNUTranslations(file)


@cache
def texts(language: Language) -> Texts:
    """Return the texts of a language."""
    return Texts(language)
