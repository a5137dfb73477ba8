"""One language's words for everything: texts by key, values by kind, fields, articles and problems."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from string import Formatter
from typing import Any

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import UNREADABLE, Problem
from desktop_app.calculation.step import Path
from desktop_app.wording.amounts import exact_text, percent_text, price_text, round_text, size_text, yen_text
from desktop_app.wording.days import LANGUAGES, Language, length_text, long_day, moment_text, month_text, plain_day, plain_moment
from desktop_app.wording.texts import Texts

IN_BYTES = frozenset({"seal_too_large", "text_too_long", "too_large"})
"""Problems whose limit is a number of bytes."""

LIMITS = frozenset({"least", "most"})
"""Details that are the limits of a number."""


class Wording(Texts):
    """The words of one language: its texts, and every kind of value as it is written in them."""

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

    def figure(self, name: str, value: object) -> str:  # noqa: PLR0911 - one return for each kind of figure
        """Return the value of the figure or field `name`: with its unit, as the choice it is, or what its absence means."""
        if value is UNREADABLE:
            return self.text("value.unknown")
        if value is None:
            return self._or_plain(f"none.{name}", value)
        if isinstance(value, bool):
            return self._or_plain(f"choice.{name}.{'yes' if value else 'no'}", value)
        if isinstance(value, str):
            return self._or_plain(f"choice.{name}.{value}", value)
        if name == "tax_rate" and isinstance(value, Fraction):
            return percent_text(value)
        if self.has(f"unit.{name}"):
            return self.text(f"unit.{name}", n=value)
        return self.value(_day_alone(name, value))

    def spoken(self, name: str, value: object) -> str:
        """Return the value of a figure as it stands in a sentence: as always, but days without their weekday."""
        if isinstance(value, Yen):
            return yen_text(value)
        value = _day_alone(name, value)
        if isinstance(value, datetime):
            return plain_moment(value, self.language)
        return plain_day(value, self.language) if isinstance(value, date) else self.figure(name, value)

    def _or_plain(self, key: str, value: object) -> str:
        return self.text(key) if self.has(key) else self.value(value)

    def listed(self, texts: Iterable[str]) -> str:
        """Return texts one after the other, parted as the language does."""
        return LANGUAGES[self.language].comma.join(texts)

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
        values = {name: self._detail(problem, name, value) for name, value in problem.details}
        sentence = self.text(f"problem.{problem.code}", **values, field=self.label(problem.path) if problem.path else "")
        return sentence if problem.article is None else self.cited(sentence, problem.article)

    def cited(self, sentence: str, article: Article) -> str:
        """Return a sentence with the article that says so behind it."""
        return self.text("cited", sentence=sentence, article=self.article(article))

    def _detail(self, problem: Problem, name: str, value: Any) -> str:
        if name == "choices":
            return self._choices(problem.path, value)
        if name not in LIMITS:
            return self.figure(name, value)
        return size_text(value) if problem.code in IN_BYTES else round_text(value, self.language)

    def _choices(self, path: Path, choices: tuple[str, ...]) -> str:
        def named(choice: str) -> str:
            key = f"choice.{path[-1]}.{choice}"
            return f"{choice}（{self.text(key)}）" if self.language == "ja" and self.has(key) else choice

        return self.listed(named(choice) for choice in choices)


def _day_alone(name: str, value: object) -> object:
    """Return the day of an account record that begins with it; any other value as it is."""
    if name == "from" and isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value


@cache
def places_in(template: str) -> frozenset[str]:
    """Return the names of the places in a text that are to be filled; what has none there need not be worded."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


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
