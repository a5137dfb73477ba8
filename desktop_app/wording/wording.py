"""One language's words for everything: texts by key, values by kind, fields, articles and problems."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations
from typing import Any

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.installation import resource
from desktop_app.wording.amounts import exact_text, price_text, yen_text
from desktop_app.wording.days import Language, length_text, long_day, moment_text, month_text

DOMAINS = ("window", "paper", "cli")
"""Catalogs of their own, by the first part of a key; all other keys stand in `core`."""


class MissingTextError(LookupError):
    """A key that a catalog has no text for; the tests let none through."""


class Wording:
    """The words of one language. A key such as `window.menu.file` names its catalog by its first part."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogs: dict[str, GNUTranslations] = {}

    def has(self, key: str) -> bool:
        """Return whether there is a text for `key`."""
        return self._found(key) != key

    def text(self, key: str, **values: object) -> str:
        """Return the text of `key` with `values` in its places, each written as its kind is."""
        found = self._found(key)
        if found == key:
            raise MissingTextError(key)
        return found.format_map({name: self.value(each) for name, each in values.items()}) if values else found

    def _found(self, key: str) -> str:
        domain = key.partition(".")[0]
        return self._catalog(domain if domain in DOMAINS else "core").gettext(key)

    def _catalog(self, domain: str) -> GNUTranslations:
        if domain not in self._catalogs:
            with resource("locale", self.language, "LC_MESSAGES", f"{domain}.mo").open("rb") as file:
                self._catalogs[domain] = GNUTranslations(file)
        return self._catalogs[domain]

    def value(self, value: object) -> str:  # noqa: PLR0911 - one return for each kind of value
        """Return a value as it is written in running text."""
        match value:
            case str():
                return value
            case None:
                return self.text("value.none")
            case bool():
                return self.text("value.yes" if value else "value.no")
            case int():
                return f"{value:,}"
            case Yen():
                return yen_text(value)
            case Decimal():
                return price_text(value)
            case Month():
                return month_text(value, self.language)
            case datetime():
                return moment_text(value, self.language)
            case date():
                return long_day(value, self.language)
            case timedelta():
                return length_text(value, self.language)
            case tuple() | list():
                return self.listed(self.value(each) for each in value)
            case _:
                return exact_text(value)  # type: ignore[arg-type] # the only kind left is the exact fraction

    def listed(self, texts: Iterable[str]) -> str:
        """Return texts one after the other, parted as the language does."""
        return ("、" if self.language == "ja" else ", ").join(texts)

    def article(self, article: Article) -> str:
        """Return how an article is cited: 第8条, Art. 8."""
        return self.text(f"article.{article}")

    def choice(self, field: str, value: str) -> str:
        """Return the words for one of the values of a choice, for example `("partial_month", "full")`."""
        return self.text(f"choice.{field}.{value}")

    def label(self, path: Path) -> str:
        """Return what the field at `path` is called; in a table with the number of its row."""
        key = ".".join(part for part in path if isinstance(part, str) and part != "*")
        rows = [part + 1 for part in path if isinstance(part, int)]
        name = self.text(f"field.{key}") if self.has(f"field.{key}") else key
        return self.text("field_in_row", field=name, row=rows[-1]) if rows else name

    def problem(self, problem: Problem) -> str:
        """Return the sentence for an error or a warning: what is wrong, what would be right, which article says so."""
        values: dict[str, Any] = dict(problem.details)
        if "choices" in values:
            values["choices"] = self._choices(problem.path, values["choices"])
        sentence = self.text(f"problem.{problem.code}", **{**values, "field": self.label(problem.path) if problem.path else ""})
        return (
            sentence if problem.article is None else self.text("cited", sentence=sentence, article=self.article(problem.article))
        )

    def _choices(self, path: Path, choices: tuple[str, ...]) -> str:
        def named(choice: str) -> str:
            key = f"choice.{path[-1]}.{choice}"
            return f"{choice}（{self.text(key)}）" if self.language == "ja" and self.has(key) else choice

        return self.listed(named(choice) for choice in choices)


@cache
def wording(language: Language) -> Wording:
    """Return the words of a language."""
    return Wording(language)


def pointer(path: Path) -> str:
    """Return an address as files and command lines write it.

    >>> pointer(("accounts", 0, "from"))
    'accounts[0].from'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
