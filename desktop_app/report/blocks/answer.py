"""The first sentence of a paper: what the customer asked, answered with the amount and the day."""

from desktop_app.calculation.money import Yen, total
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import OutageCredit, Settlement
from desktop_app.report.blocks.credits import POSSIBLE
from desktop_app.report.blocks.source import Block, Source
from desktop_app.wording.days import months_text


def answer_block(sentences: list[str]) -> Block:
    """Return the answer as a block: the first sentence stands out."""
    first, *more = sentences
    return {"kind": "answer", "first": first, "more": more}


def charges_answer(source: Source) -> list[str]:
    """Return what the contract costs, from which to which day."""
    totals, bills = source.statement.totals, source.statement.months
    amounts = {"total": totals.total.value, "subtotal": totals.subtotal.value, "tax": totals.tax.value}
    days = [(bill.from_.value, bill.to.value) for bill in bills if bill.from_.value is not None and bill.to.value is not None]
    if not days:
        return [source.said("answer.charges.unbilled", **amounts)]
    start, end = source.dated(days[0][0]), source.dated(days[-1][1])
    return [source.said("answer.charges", start=start, end=end, **amounts)]


def settlement_answer(source: Source) -> list[str]:
    """Return when the contract ends and what is to be settled, and in which bill it stands."""
    settled, ends = source.statement.settlement, source.statement.dates.termination
    assert settled is not None  # noqa: S101 - the paper is only made where the contract ends
    assert ends is not None  # noqa: S101
    values = {"effective_on": source.dated(ends.effective_on.value), "amount": settled.amount.value}
    if not settled.due.value:
        return [source.said("answer.settlement.exempt" if settled.exempt.value else "answer.settlement.term_over", **values)]
    taxed = source.contract.policy.settlement_taxable
    first = source.said("answer.settlement.taxed" if taxed else "answer.settlement", **values)
    return [first, *_billed_in(settled, Month.of(ends.effective_on.value), source)]


def _billed_in(settled: Settlement, month: Month, source: Source) -> list[str]:
    bill = next((each for each in source.statement.months if each.month.value == month), None)
    if bill is None or not settled.amount.value:
        return []
    return [source.said("answer.settlement.billed", month=month, total=bill.total.value)]


def credit_answer(source: Source) -> list[str]:
    """Return what is taken off for outages, of which months' fees, and what a claim would still give."""
    found = source.statement.outages
    granted = [each for each in found if each.status.value == "granted" and each.amount.value]
    possible = [each for each in found if each.status.value in POSSIBLE and each.amount.value]
    about = _about(source)
    sentences = []
    if granted:
        months = months_text(sorted(_months(granted)), source.words.language)
        sentences.append(source.said("answer.credit", about=about, months=months, amount=_sum(granted)))
    if possible:
        sentences.append(_claim(possible, "" if granted else about, source))
    if not sentences:
        reasons = [source.why(found[0].status)] if len(found) == 1 else []
        return [source.said("answer.credit.none", about=about), *reasons]
    return sentences


def _claim(possible: list[OutageCredit], about: str, source: Source) -> str:
    """Return what can still be claimed and until when; an outage that goes on may have no such day yet."""
    values = {"by": _by(possible, source), "amount": _sum(possible)}
    key = "answer.credit.possible" if about else "answer.credit.also_possible"
    return source.said(key, about=about, **values)


def _by(possible: list[OutageCredit], source: Source) -> str:
    days = sorted(each.claim_deadline.value for each in possible if each.claim_deadline.value is not None)
    if not days:
        return source.said("answer.credit.by_restored")
    return source.said("answer.credit.by" if len(possible) == 1 else "answer.credit.by_first", deadline=source.dated(days[0]))


def _about(source: Source) -> str:
    starts = sorted(outage.known_at.date() for outage in source.contract.outages)
    if len(starts) == 1:
        return source.said("answer.credit.one", start=source.dated(starts[0]))
    return source.said("answer.credit.many", start=source.dated(starts[0]), end=source.dated(starts[-1]), n=len(starts))


def _months(found: list[OutageCredit]) -> set[Month]:
    return {line.month.value for credit in found for line in credit.lines if line.amount.value}


def _sum(found: list[OutageCredit]) -> Yen:
    return total(each.amount.value for each in found)
