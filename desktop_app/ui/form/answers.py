"""What the entries of a section come to, said beside them: when the contract ends and at what price, what an outage gives."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.calculation.statement import OutageCredit, Statement
from desktop_app.calculation.unknown import known_or
from desktop_app.document.fields import Section
from desktop_app.wording.reasons import value_text
from desktop_app.wording.wording import Wording


class Answer(NamedTuple):
    """A sentence in large letters and those that go with it."""

    title: str
    sentences: tuple[str, ...] = ()


def answer_of(section: Section, statement: Statement, words: Wording) -> Answer | None:
    """Return what is to be said in a section; None where there is nothing, or where it is not known yet."""
    return known_or(None, lambda: _answer(section, statement, words))


def _answer(section: Section, statement: Statement, words: Wording) -> Answer | None:
    if section is Section.TERMINATION:
        return _termination(statement, words)
    if section is Section.OUTAGES and statement.outages:
        told = tuple(_outage(i, each, words) for i, each in enumerate(statement.outages))
        return Answer(words.text("window.answer.outages", amount=statement.totals.credits.value), told)
    return None


def _termination(statement: Statement, words: Wording) -> Answer:
    ends = statement.dates.termination
    if ends is None:
        return Answer(words.text("window.answer.open"), tuple(_without_settlement(statement, words)))
    title = words.text("window.answer.ends", day=ends.effective_on.value)
    return Answer(title, (_settlement(statement, words), *_without_settlement(statement, words)))


def _settlement(statement: Statement, words: Wording) -> str:
    settled = statement.settlement
    if settled is None or settled.remaining is None:
        return words.text("window.answer.term_over")
    key = "exempt" if settled.exempt.value else "settlement"
    end = statement.dates.minimum_term.end.value
    return words.text(f"window.answer.{key}", end=end, days=settled.remaining.days.value, amount=settled.amount.value)


def _without_settlement(statement: Statement, words: Wording) -> Iterator[str]:
    """Yield by when a notice has to arrive for nothing to be due, while that is still to come."""
    latest, settled = statement.dates.latest_notice_for_term_end.value, statement.settlement
    if settled is not None and not settled.due.value:
        return
    key = "latest" if latest >= statement.as_of.value else "latest_past"
    yield words.text(f"window.answer.{key}", latest=latest, end=statement.dates.minimum_term.end.value)


def _outage(i: int, outage: OutageCredit, words: Wording) -> str:
    status = value_text(outage.status, words)
    if outage.claim_deadline.value is None:
        return words.text("window.answer.outage", row=i + 1, status=status, hours=outage.hours.value)
    return words.text(
        "window.answer.outage.claim",
        row=i + 1,
        status=status,
        hours=outage.hours.value,
        days=outage.whole_days.value,
        amount=outage.amount.value,
        deadline=outage.claim_deadline.value,
    )
