"""How the figures that matter came about, in sentences with their articles; the assumptions; what to look at."""

from collections.abc import Iterator
from typing import Any

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.calculation.step import Step
from desktop_app.report.blocks.source import Block, Source
from desktop_app.wording.assumed import assumption_sentences
from desktop_app.wording.reasons import label, value_text

OF_THE_HOUSE = frozenset({"digest_mismatch", "registration_number_suspect"})
"""Warnings about the file and its issuer: for the one who makes the paper, not for the one who gets it."""

FIRST_AND_LAST = 2


def reasons_block(source: Source) -> Block:
    """Return the derivations of the days and of the fees that are not those of a whole month."""
    return {
        "kind": "reasons",
        "heading": source.said("reasons"),
        "items": [_reason(step, source) for step in _told(source)],
    }


def _reason(step: Step[Any], source: Source) -> Block:
    words = source.words
    return {
        "label": label(step, words),
        "value": value_text(step, words),
        "text": source.why(step),
        "article": source.cited(step),
    }


def _told(source: Source) -> Iterator[Step[Any]]:
    dates = source.statement.dates
    yield dates.minimum_term.end
    yield dates.latest_notice_for_term_end if dates.termination is None else dates.termination.effective_on
    billed = [bill for bill in source.statement.months if bill.billed_days.value]
    yield from (bill.billed_fee for bill in _partial(billed))


def _partial(billed: list[MonthlyBill]) -> Iterator[MonthlyBill]:
    """Yield the first and the last billed month where they are not billed whole."""
    for bill in billed if len(billed) < FIRST_AND_LAST else (billed[0], billed[-1]):
        if bill.billed_days.value != bill.days_in_month.value:
            yield bill


def assumptions_block(source: Source) -> Block:
    """Return the assumptions in force (前提条件)."""
    return {
        "kind": "points",
        "heading": source.said("assumptions"),
        "items": [source.full_stop(each) for each in assumption_sentences(source.contract.policy, source.words)],
    }


def notices_block(source: Source) -> Block | None:
    """Return the warnings that bear on the figures; None without any."""
    found = [each for each in source.statement.warnings if each.code not in OF_THE_HOUSE]
    if not found:
        return None
    return {"kind": "notices", "heading": source.said("notices"), "items": [_notice(each, source) for each in found]}


def _notice(problem: Problem, source: Source) -> str:
    """Return a warning as the customer is to read it."""
    number = next((part + 1 for part in problem.path if isinstance(part, int)), 0)
    said = source.said(f"notice.{problem.code}", **dict(problem.details), number=number)
    cited = "" if problem.article is None else source.words.article(problem.article)
    return source.words.text("cited", sentence=said, article=cited) if cited else said
