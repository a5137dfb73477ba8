"""A figure's derivation as a text for a mail to the customer: the answer, how it comes about, and what it takes for granted."""

from collections.abc import Iterator
from typing import Any

from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Step
from desktop_app.calculation.unknown import is_known
from desktop_app.wording.answer_points import Point, Telling, cut, is_sentence
from desktop_app.wording.days import LANGUAGES
from desktop_app.wording.reasons import Reason, label, reason, value_text
from desktop_app.wording.wording import Wording

OF_ENDING = frozenset({"due", "exempt", "settlement", "remaining_start", "remaining_end", "remaining_days"})
"""Figures that the end of the contract brings about."""

OF_OUTAGE = frozenset({"hours", "whole_days", "claimable_on", "claim_deadline", "status", "outage_credit"})
"""Figures that an outage brings about."""

NOT_YET = frozenset({"accepted_on", "claimable_on", "claim_deadline"})
"""Days that may be missing because they have not come about yet."""


def answer(step: Step[Any], words: Wording) -> str:
    """Return why a figure is so, as a text that can be sent to the customer as it is."""
    telling = Telling(words, frozenset(each.value for each in _tree(step) if isinstance(each.value, Month)))
    answered = _opening(step, telling, words) + LANGUAGES[words.language].stop
    if not is_known(step):
        return answered
    whole = reason(step, words)
    return "\n\n".join(("\n".join((answered, *_why(whole, telling, words))), *_paragraphs(whole, telling, words)))


def _why(whole: Reason, telling: Telling, words: Wording) -> Iterator[str]:
    """Yield the sentence for the figure itself."""
    said, article = whole.sentence, telling.article(whole)
    if said:
        stop = "" if words.language == "ja" and not is_sentence(said) else LANGUAGES[words.language].stop
        yield (words.text("cited", sentence=said, article=article) if article else said) + stop


def _paragraphs(whole: Reason, telling: Telling, words: Wording) -> Iterator[str]:
    """Yield the working and the assumptions, where there are any."""
    points = cut(telling.points(whole, telling.article(whole)))
    if points:
        yield "\n".join((words.text("answer.working"), *_numbered(points, telling, words)))
    assumed = dict.fromkeys(each.sentence for each in _every(whole) if each.assumption)
    assumed.pop(words.text("told_before"), None)
    if assumed:
        yield "\n".join((words.text("answer.assumptions"), *(words.text("answer.point", point=each) for each in assumed)))


def _numbered(points: tuple[Point, ...], telling: Telling, words: Wording) -> Iterator[str]:
    """Yield the points with a number, all that lies below one of them as a single list, for a mail has no room to the right."""
    for i, each in enumerate(points):
        yield words.text("answer.numbered", number=i + 1, point=telling.text(each))
        yield from (words.text("answer.below", point=telling.text(point)) for point in _all(each.below))


def _all(points: tuple[Point, ...]) -> Iterator[Point]:
    for each in points:
        yield each
        yield from _all(each.below)


def _every(whole: Reason) -> Iterator[Reason]:
    yield whole
    for each in whole.below:
        yield from _every(each)


def _tree(step: Step[Any]) -> Iterator[Step[Any]]:
    """Yield a step and what it came from, what several came from once."""
    seen: set[int] = set()
    waiting = [step]
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting.extend(reversed(each.given))


def _opening(step: Step[Any], telling: Telling, words: Wording) -> str:
    """Return the answer itself, with what was asked about."""
    figure, month = telling.named(label(step, words))
    about = _about(step, words) if month is None else words.text("answer.about.month", month=month)
    return words.text("answer.opening", about=about, claim=_claim(step, figure, words))


def _about(step: Step[Any], words: Wording) -> str:
    day = _below(step, "effective_on") if step.name in OF_ENDING else None
    if day is not None:
        return words.text("answer.about.ending", day=words.spoken(day.name, day.value))
    start = _below(step, "outage_start") if step.name in OF_OUTAGE else None
    if start is not None:
        return words.text("answer.about.outage", start=words.spoken(start.name, start.value))
    return words.text("answer.about")


def _below(step: Step[Any], name: str) -> Step[Any] | None:
    return next((each for each in _tree(step) if each.name == name), None)


def _claim(step: Step[Any], figure: str, words: Wording) -> str:
    if not is_known(step):
        return words.text("answer.unknown", figure=figure)
    if step.value is None:
        pending = step.name in NOT_YET and step.says != "outage.nothing_to_claim"
        return words.text("answer.not_yet" if pending else "answer.none", figure=figure)
    if step.name == "due":
        return words.text("answer.due" if step.value else "answer.not_due")
    if step.name == "exempt":
        return words.text("answer.exempt" if step.value else "answer.not_exempt")
    if step.name == "status":
        return _claim_of_status(step.value, words)
    return words.text("answer.is", figure=figure, value=value_text(step, words))


def _claim_of_status(status: str, words: Wording) -> str:
    match status:
        case "claimable":
            return words.text("answer.claimable")
        case "granted":
            return words.text("answer.granted")
        case "ongoing":
            return words.text("answer.ongoing")
        case _:
            return words.text("answer.lapsed" if status == "lapsed" else "answer.not_applicable")
