"""The derivation of a figure in words: from the tree of steps to labels, sentences with the numbers filled in, and citations."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Yen
from desktop_app.calculation.step import Path, Step
from desktop_app.wording.amounts import percent_text
from desktop_app.wording.wording import Wording

SPOKEN_FOR = frozenset({"exact", "number", "month", "days_in_month"})
"""Steps that are numbers in their parent's sentence and have nothing of their own to tell."""


class Reason(NamedTuple):
    """One line of a derivation: what the figure is, its value, the sentence for it, and the lines below."""

    label: str
    value: str
    sentence: str
    article: str
    assumption: bool
    path: Path
    below: "tuple[Reason, ...]"


def reason(step: Step[Any], words: Wording) -> Reason:
    """Return the whole derivation of a figure."""
    cited = "" if step.article is None else words.article(step.article)
    assumption = step.article is Article.POLICY and bool(step.path)
    below = tuple(reason(each, words) for each in step.given if each.name not in SPOKEN_FOR)
    return Reason(label(step, words), value_text(step, words), sentence(step, words), cited, assumption, step.path, below)


def label(step: Step[Any], words: Wording) -> str:
    """Return what a figure is called, with the month that it belongs to."""
    name = words.text(f"figure.{step.name}") if words.has(f"figure.{step.name}") else words.label(step.path)
    month = next((each.value for each in step.given if each.name == "month"), None)
    return name if month is None else words.text("figure_of_month", figure=name, month=month)


def value_text(step: Step[Any], words: Wording) -> str:
    """Return the value of a figure with its unit."""
    value = step.value
    if isinstance(value, str):
        key = f"choice.{step.path[-1] if step.path else step.name}.{value}"
        return words.text(key) if words.has(key) else value
    if step.name == "tax_rate":
        return percent_text(value)
    unit = f"unit.{step.name}"
    if isinstance(value, bool) or value is None or not words.has(unit):
        return words.value(value)
    return words.text(unit, n=value)


def sentence(step: Step[Any], words: Wording) -> str:
    """Return why a figure is so, the figures it came from in their places; nothing for what the user typed."""
    if step.says == "field":
        return ""
    template = words.text(f"says.{step.says}")
    values = {each.name: value_text(each, words) for each in step.given}
    values["value"] = value_text(step, words)
    if "{rounded}" in template:
        values["rounded"] = _rounded(step, words)
    if "{sum}" in template:
        values["sum"] = " + ".join(_parts(step.given, words))
    return template.format_map(values)


def _rounded(step: Step[Any], words: Wording) -> str:
    """Return how the exact amount became whole yen; nothing where it was whole."""
    exact = next(each.value for each in step.given if each.name == "exact")
    if exact.denominator == 1:
        return ""
    rounding = next(each for each in step.given if each.name == "rounding")
    return words.text("rounded", exact=exact, rounding=value_text(rounding, words))


def _parts(given: Sequence[Step[Any]], words: Wording) -> Iterator[str]:
    """Yield the addends among `given` in order, equal neighbours as one product: ¥236,000×5."""
    addends = (_addend(each, words) for each in given if isinstance(each.value, Yen | Fraction) and each.name != "exact")
    for text, same in groupby(addends):
        times = sum(1 for _ in same)
        yield text if times == 1 else f"{text}×{times}"


def _addend(step: Step[Any], words: Wording) -> str:
    brief = f"brief.{step.says}"
    return (
        words.text(brief).format_map({each.name: value_text(each, words) for each in step.given})
        if words.has(brief)
        else value_text(step, words)
    )
