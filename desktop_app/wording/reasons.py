"""The derivation of a figure in words: from the tree of steps to labels, sentences with the numbers filled in, and citations."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import groupby, islice
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import NOTHING, Yen
from desktop_app.calculation.step import Path, Step
from desktop_app.wording.told_steps import Told, figure_text, spoken_text
from desktop_app.wording.wording import Wording, places_in

SPOKEN_FOR = frozenset(
    {
        "as_of",
        "exact",
        "band_first",
        "month",
        "days_in_month",
        "from",
        "to",
        "up_to",
        "rate_effective_on",
        "value_effective_on",
        "shortfall",
    }
)
"""Steps that are numbers in their parent's sentence and have nothing of their own to tell."""

PASSED_ON = frozenset({"fee.accounts", "fee.accounts_as_counted", "usage.band", "settlement.remaining_end", "bill.settlement"})
"""Sentences of steps that only hand on a figure: what lies below them stands in their place."""

SAID_IN_FULL = {
    "month.whole": {"days", "billed_days"},
    "settlement.none_exempt": {"exempt"},
    "settlement.none_term_over": {"exempt"},
    "settlement.not_due_last_day": {"exempt"},
    "settlement.not_due_term_over": {"exempt"},
    "settlement.remaining_start": {"term_start"},
}
"""By the sentence above, steps that it has no need of: a whole month has no first and last day to explain."""

ALSO_CALLED = {
    "base_and_usage": "reckoned",
    "billed_days": "days",
    "claimable_moment": "since",
    "claimable_on": "since",
    "max_accounts": "accounts",
    "option_accepted_on": "accepted_on",
    "settlement_accounts": "accounts",
    "usage": "reckoned",
}
"""The place in a sentence for a step that takes turns with others there."""

TAKEN_OFF = frozenset({"credit"})
"""Addends that a sum takes off."""

AMOUNTS = (Yen, Fraction)
"""What the values of addends are: whole and exact yen."""

FEW = {0: ".none", 1: ".one", 2: ".two"}
"""The ends of the keys of sentences about so few amounts; amounts of nothing do not count."""


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
    """Return the whole derivation of a figure, everything explained once."""
    return _reason(step, words, Told())


def _reason(step: Step[Any], words: Wording, told: Told) -> Reason:
    said = sentence(step, words)
    return line_of(step, words, said)._replace(below=tuple(_below(step, said, words, told)))


def line_of(step: Step[Any], words: Wording, said: str) -> Reason:
    """Return a figure's own line, nothing below it; `said` is its sentence."""
    cited = "" if step.article is None else words.article(step.article)
    path = (_typed(step) or step).path
    return Reason(label(step, words), value_text(step, words), said, cited, is_assumption(step), path, ())


def _typed(step: Step[Any]) -> Step[Any] | None:
    """Return the field below a figure that is just what was typed there; the figure's line stands for both."""
    return next(iter([each for each in step.given if each.says == "field" and each.value == step.value]), None)


def is_assumption(step: Step[Any]) -> bool:
    """Return whether a step is one of the policies, which the user can change."""
    return step.article is Article.POLICY and bool(step.path)


def _below(step: Step[Any], said: str, words: Wording, told: Told) -> Iterator[Reason]:
    """Yield the lines below a step; what was told before only where the sentence above does not have its value."""
    for each in steps_below(step):
        if told.is_new(each):
            yield _reason(each, words, told)
        elif spoken_value(each, words) not in said:
            yield line_of(each, words, words.text("told_before"))


def steps_below(step: Step[Any]) -> Iterator[Step[Any]]:
    """Yield the steps that have lines of their own below a step."""
    typed = _typed(step)
    for each in step.given:
        if each is typed or _is_silent(each, step):
            continue
        if each.name in SPOKEN_FOR or each.says in PASSED_ON or (each.says == "fee.as_reckoned" and not is_rounded(each)):
            yield from steps_below(each)
        else:
            yield each


def _is_silent(step: Step[Any], above: Step[Any]) -> bool:
    """Return whether a step has nothing to add to the sentence above it, nor has what lies below it."""
    if step.name == "rounding":
        return not is_rounded(above)
    if step.says in {"bill.from", "bill.to"}:
        return bool(step.value != step.given[0].value)  # the month's own first or last day
    nothing = step.value == NOTHING and not step.given and not step.path
    return nothing or step.name in SAID_IN_FULL.get(above.says, ())


def is_rounded(step: Step[Any]) -> bool:
    """Return whether a figure was no whole yen before it was rounded."""
    return any(each.name == "exact" and each.value.denominator != 1 for each in step.given)


def lines(step: Step[Any], words: Wording) -> Iterator[tuple[int, str]]:
    """Yield the derivation of a figure line by line, each with its depth; an article once for all the lines below it."""
    return _lines(reason(step, words), words, 0, "")


def _lines(reason_: Reason, words: Wording, depth: int, cited: str) -> Iterator[tuple[int, str]]:
    text = words.text("line.value", figure=reason_.label, value=reason_.value)
    if reason_.sentence:
        text = words.text("line.reason", line=text, sentence=reason_.sentence)
    if reason_.article and (reason_.article != cited or reason_.assumption):
        text = words.text("cited", sentence=text, article=reason_.article)
    yield depth, text
    for each in reason_.below:
        yield from _lines(each, words, depth + 1, reason_.article or cited)


def label(step: Step[Any], words: Wording) -> str:
    """Return what a figure is called, with the month that it belongs to."""
    name = words.label(step.path) if step.path else words.text(f"figure.{step.name}")
    month = next((each.value for each in step.given if each.name == "month"), None)
    return name if month is None else words.text("figure_of_month", figure=name, month=month)


def value_text(step: Step[Any], words: Wording) -> str:
    """Return the value of a figure with its unit."""
    return figure_text(words, _called(step), step.value)


def spoken_value(step: Step[Any], words: Wording) -> str:
    """Return the value of a figure as it stands in sentences."""
    return spoken_text(words, _called(step), step.value)


def _called(step: Step[Any]) -> str:
    return str(step.path[-1]) if step.path else step.name


def sentence(step: Step[Any], words: Wording) -> str:
    """Return why a figure is so, the figures it came from in their places; nothing for what the user typed."""
    if step.says == "field":
        return ""
    template = words.text(key_of_sentence(step, words))
    given = {each.name: each for each in step.given}
    given |= {ALSO_CALLED[name]: each for name, each in given.items() if name in ALSO_CALLED} | {"value": step}
    wanted = places_in(template)
    values = {name: spoken_value(each, words) for name, each in given.items() if name in wanted}
    values |= {name: written(step, words) for name, written in WRITTEN.items() if name in wanted}
    return template.format_map(values)


def key_of_sentence(step: Step[Any], words: Wording) -> str:
    """Return the key of the sentence for a step: of the assumption that it is, or for few amounts."""
    key = f"says.{step.says}"
    few = f"{key}{FEW.get(sum(1 for _ in islice(_addends(step), len(FEW))), '')}"
    if words.has(few):
        return few
    return f"assumption.{step.says.removeprefix('policy.')}" if is_assumption(step) and not words.has(key) else key


def _rounded(step: Step[Any], words: Wording) -> str:
    """Return how the exact amount became whole yen; nothing where it was whole."""
    if not is_rounded(step):
        return ""
    given = {each.name: each for each in step.given}
    return words.text("rounded", exact=given["exact"].value, rounding=spoken_value(given["rounding"], words))


def _addends(step: Step[Any]) -> Iterator[Step[Any]]:
    return (each for each in step.given if each.name != "exact" and isinstance(each.value, AMOUNTS) and each.value)


def _sum(step: Step[Any], words: Wording) -> str:
    """Return the addends in order, equal neighbours as one product: ¥236,000×5."""
    addends = [(text, len([*same])) for text, same in groupby([_term(each, words) for each in _addends(step)])]
    return words.text("sum.plus").join([text if n == 1 else words.text("sum.times", addend=text, n=n) for text, n in addends])


def _term(step: Step[Any], words: Wording) -> str:
    brief = f"brief.{step.says}"
    if not words.has(brief):
        return spoken_value(step, words)
    template = words.text(brief)
    return template.format_map({each.name: spoken_value(each, words) for each in step.given if each.name in places_in(template)})


def _named_sum(step: Step[Any], words: Wording) -> str:
    """Return the addends with what each is called, what is taken off behind a minus."""
    text = ""
    for each in _addends(step):
        sign = words.text("sum.minus" if each.name in TAKEN_OFF else "sum.plus") if text else ""
        name = words.text(f"figure.{each.name}")
        text += sign + words.text("sum.named", figure=name, value=spoken_value(each, words))
    return text


def _first_label(step: Step[Any], words: Wording) -> str:
    return label(step.given[0], words)


WRITTEN: dict[str, Callable[[Step[Any], Wording], str]] = {
    "accounts_label": _first_label,
    "fee_label": _first_label,
    "named_sum": _named_sum,
    "rounded": _rounded,
    "sum": _sum,
}
"""Places in sentences that take more than the value of one figure."""
