"""How the figures that matter came about, in sentences with their articles; the assumptions; what to look at."""

from collections.abc import Iterator
from typing import Any

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.calculation.step import Step
from desktop_app.report.blocks.source import Block, Source
from desktop_app.wording.assumed import assumption_sentences
from desktop_app.wording.reasons import is_rounded, label, value_text

OF_THE_HOUSE = frozenset({"digest_mismatch", "registration_number_suspect"})
"""Warnings about the file and its issuer: for the one who makes the paper, not for the one who gets it."""

OF_CLAIMS = frozenset({"claim_deadline_near"})
OF_ENDING = frozenset({"designated_before_earliest", "scheduled_settlement_differs"})
"""Warnings about the claims for outages, and about how the contract ends, which not every paper is about."""

FIRST_AND_LAST = 2


def reasons_block(source: Source) -> Block:
    """Return the derivations of the days and of the fees that are not those of a whole month."""
    return {
        "kind": "reasons",
        "heading": source.said("reasons"),
        "items": [*_days(source), *_fees(source)],
    }


def _reason(step: Step[Any], source: Source) -> Block:
    words = source.words
    return {
        "label": label(step, words),
        "value": value_text(step, words),
        "text": source.why(step),
        "article": source.cited(step),
    }


def _days(source: Source) -> Iterator[Block]:
    dates = source.statement.dates
    yield _reason(dates.minimum_term.end, source)
    yield _reason(dates.latest_notice_for_term_end if dates.termination is None else dates.termination.effective_on, source)


def _fees(source: Source) -> Iterator[Block]:
    """Yield the largest monthly fee, and what the first and the last month cost where they are not billed whole."""
    billed = [bill for bill in source.statement.months if bill.billed_days.value]
    if billed:
        largest = max(billed, key=lambda bill: bill.monthly_fee.value)
        yield _fee_reason(largest, source)
    yield from (_reason(bill.billed_fee, source) for bill in _partial(billed))


def _fee_reason(bill: MonthlyBill, source: Source) -> Block:
    """Return how the fee of a whole month comes about, from the count to the price."""
    words, fee = source.words, bill.monthly_fee
    name = words.text("figure_of_month", figure=label(fee, words), month=bill.month.value)
    text = source.told((source.why(fee), *made_of(fee, source)))
    return {"label": name, "value": value_text(fee, words), "text": text, "article": source.cited(fee)}


def made_of(fee: Step[Any], source: Source) -> Iterator[str]:
    """Yield how a monthly fee comes of its usage, by base fee, minimum charge and rounding."""
    for each in fee.given:
        if not each.given:
            continue  # a number that nothing lies behind
        yield from made_of(each, source)
        if each.name in {"usage", "base_and_usage"} or each.says == "fee.minimum_charge_applies":
            yield source.why(each)
        elif is_rounded(each):
            rounding = source.words.choice("rounding", source.contract.policy.rounding)
            yield source.said("rounded", rounding=rounding, amount=each.value)


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


def notices_block(source: Source, beside: frozenset[str] = frozenset()) -> Block | None:
    """Return the warnings that bear on a paper, those left out that lie `beside` what it is about; None without any."""
    found: dict[Problem, list[int]] = {}
    for each in source.statement.warnings:
        if each.code not in OF_THE_HOUSE | beside:
            rows = (part + 1 for part in each.path if isinstance(part, int))
            found.setdefault(each._replace(path=()), []).extend(rows)
    if not found:
        return None
    items = [_notice(problem, rows, source) for problem, rows in found.items()]
    return {"kind": "notices", "heading": source.said("notices"), "items": items}


def _notice(problem: Problem, rows: list[int], source: Source) -> str:
    """Return a warning as the customer is to read it; what holds for several rows is said once."""
    number = source.words.listed(map(str, rows))
    said = source.said(f"notice.{problem.code}", **dict(problem.details), number=number, n=len(rows))
    cited = "" if problem.article is None else source.words.article(problem.article)
    return source.full_stop(source.words.text("cited", sentence=said, article=cited) if cited else said)
