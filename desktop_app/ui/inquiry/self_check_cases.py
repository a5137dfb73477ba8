"""The cases of the self-check one after another, each with its place, its source and what came of it."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.calculation.terms import Rulebook
from desktop_app.report.self_check import Verdict, checked_period, checked_statement
from desktop_app.storage.published_cases import WorkedExample, published_periods, shipped_examples
from desktop_app.wording.told_self_check import by_hand_told, period_told, verdict_told
from desktop_app.wording.wording import Wording


class CheckedCase(NamedTuple):
    """A case in words; `group` is `periods` or `examples`."""

    group: str
    case: str
    result: str
    source: str
    right: bool


def cases_in(group: str) -> int:
    """Return how many cases a group has."""
    return len(published_periods()) if group == "periods" else len(shipped_examples())


def checked_cases(rules: Rulebook, words: Wording) -> Iterator[CheckedCase]:
    """Yield the cases, each checked when it is asked for."""
    for period in published_periods():
        told = period_told(*period[:4], words)
        yield _checked("periods", told, period.publisher, checked_period(*period[:4]), words)
    for example in shipped_examples():
        verdict = checked_statement(example.contract, example.expected, rules)
        yield _checked("examples", _title(example, words), by_hand_told(verdict.figures, words), verdict, words)


def _checked(group: str, case: str, source: str, verdict: Verdict, words: Wording) -> CheckedCase:
    return CheckedCase(group, case, verdict_told(verdict.deviations, words), source, verdict.right)


def _title(example: WorkedExample, words: Wording) -> str:
    """Return what an example is about; its name where no words are known for it."""
    key = f"window.self_check.example.{example.name.partition('-')[2]}"
    return words.text(key) if words.has(key) else example.name
