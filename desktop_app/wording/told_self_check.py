"""The cases that the program checks itself by, in words: what each is, where it is from, and whether it agrees."""

from collections.abc import Iterable
from datetime import date

from desktop_app.wording.days import plain_day
from desktop_app.wording.told import column_titles
from desktop_app.wording.wording import Wording

MOST_TOLD = 3
"""How many deviations of a case are told."""


def case_columns(words: Wording) -> tuple[str, ...]:
    """Return the titles over a case, what came of it, and where it is from."""
    return column_titles(words, "case", "result", "source")


def period_told(first: date, count: int, unit: str, last: date, words: Wording) -> str:
    """Return a published period as it was published."""
    length = words.text(f"question.self_check.unit.{unit}", n=count)
    begins, ends = (plain_day(day, words.language) for day in (first, last))
    return words.text("question.self_check.period", first=begins, length=length, last=ends)


def by_hand_told(figures: int, words: Wording) -> str:
    """Return where a worked example is from."""
    return words.text("question.self_check.by_hand", n=figures)


def verdict_told(deviations: Iterable[tuple[str, object, object]], words: Wording) -> str:
    """Return whether a case agrees, else the first of its deviations: where, what was expected, what was found."""
    wrong = list(deviations)[:MOST_TOLD]
    return words.listed(
        words.text("question.self_check.wrong", path=path, expected=str(expected), found=str(found))
        for path, expected, found in wrong
    ) or words.text("question.self_check.right")


def all_told(cases: int, wrong: int, words: Wording) -> str:
    """Return what became of all cases in one sentence."""
    return words.text("question.self_check.some_wrong" if wrong else "question.self_check.all_right", n=cases, wrong=wrong)
