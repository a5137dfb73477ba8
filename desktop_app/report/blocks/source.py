"""What every block is made from: the contract, its statement, the words; and the few ways in which they are written."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.document.fields import field_at
from desktop_app.report.fonts import printable
from desktop_app.wording.amounts import part_of_month, signed_number
from desktop_app.wording.days import LANGUAGES, era_year, plain_day
from desktop_app.wording.reasons import sentence
from desktop_app.wording.wording import Wording

Block = dict[str, Any]
"""A part of a paper: a `kind` and strings, lists and objects of strings, flags."""

NOTHING_THERE = "–"
HEAD_LENGTH = 40

_RESULT = re.compile(r"[=＝] ?[-▲¥\d,.…%]+$")
"""How a formula ends, which takes no full stop; other sentences may end in a figure too, such as the year of a day."""


class Source(NamedTuple):
    """A contract, what it comes to, and the words to say it in."""

    contract: Contract
    statement: Statement
    words: Wording

    def said(self, key: str, **values: object) -> str:
        """Return the text `paper.<key>`."""
        return self.words.text(f"paper.{key}", **values)

    def day(self, day: date) -> str:
        """Return a day as headings and captions have it."""
        return plain_day(day, self.words.language)

    def dated(self, day: date) -> str:
        """Return a day with its year in the era beside it, as the first sentence of a paper has it."""
        era = in_era(self.words.language, day)
        return self.said("dated", day=self.day(day), era=era) if era else self.day(day)

    def cited(self, step: Step[Any]) -> str:
        """Return the article that decides a figure; for what was typed, that of its field; nothing for an assumption."""
        article = step.article or _article_of_field(step.path)
        return "" if article is None or article is Article.POLICY else self.words.article(article)

    def reduction(self, amount: Yen) -> str:
        """Return an amount that is taken off, in a table."""
        return signed_number(-amount.amount, self.words.language) if amount else NOTHING_THERE

    def full_stop(self, sentence: str) -> str:
        """Return a sentence with its full stop; a formula, which ends in its result, has none."""
        stop = self.said("stop")
        return sentence if sentence.endswith(stop) or _RESULT.search(sentence) else f"{sentence}{stop}"

    def why(self, step: Step[Any]) -> str:
        """Return why a figure is so."""
        return self.full_stop(sentence(step, self.words))

    def told(self, sentences: Iterable[str]) -> str:
        """Return sentences one after the other; a formula, which has no full stop, is parted from what follows."""
        told = ""
        for each in sentences:
            gap = LANGUAGES[self.words.language].gap if told.endswith(self.said("stop")) else self.said("parted")
            told += f"{gap if told else ''}{each}"
        return told

    def part_of_month(self, days: int, length: int) -> str:
        """Return how many days of a month are charged for, as this contract divides a part of one."""
        return part_of_month(days, length, self.contract.policy.partial_month)


def _article_of_field(path: Path) -> Article | None:
    field = field_at(path) if path else None
    return None if field is None else field.article


def one_line(text: str) -> str:
    """Return what the user typed as one line."""
    return " ".join(lines(text))


def lines(text: str) -> list[str]:
    """Return what the user typed line by line, empty ones at the end left out."""
    return [printable(line).replace("\t", " ").rstrip() for line in text.rstrip().splitlines()]


def begun(text: str) -> str:
    """Return a text as it begins a cell, where the window and the terminal have it in lower case."""
    return f"{text[:1].upper()}{text[1:]}"


def shortened(text: str) -> str:
    """Return a text as the one line above a page has room for it."""
    return text if len(text) <= HEAD_LENGTH else f"{text[: HEAD_LENGTH - 1]}…"


def figure(amount: Yen) -> str:
    """Return an amount in a table whose head says the unit; a dash for nothing."""
    return f"{amount.amount:,}" if amount.amount else NOTHING_THERE


def sum_figure(amount: Yen) -> str:
    """Return a sum in a table, 0 for nothing."""
    return f"{amount.amount:,}"


def in_era(language: str, day: date) -> str:
    """Return the year in its era (和暦) for papers in Japanese; nothing in English."""
    return era_year(day) if language == "ja" else ""
