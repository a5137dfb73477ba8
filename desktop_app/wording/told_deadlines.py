"""Deadlines and outages in words: what must be done by when, what each outage is worth, and what it lacks to a day more."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.calculation.deadlines import Deadline
from desktop_app.calculation.outage_outlook import OutageOutlook
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.reasons import sentence
from desktop_app.wording.told import Told, column_titles, heading
from desktop_app.wording.wording import Wording


def deadlines_told(deadlines: Sequence[Deadline], as_of: date, words: Wording) -> Told:
    """Return all deadlines as a table; those that still lie ahead and are open stand out."""
    rows = tuple(_deadline(each, words) for each in deadlines)
    columns = column_titles(words, "deadline", "day", "days_left", "state", "worth")
    soon = frozenset(i for i, each in enumerate(deadlines) if each.state == "open")
    return Told(heading("deadlines", words, day=as_of), (), columns, "llrlr", rows, soon)


def _deadline(deadline: Deadline, words: Wording) -> tuple[str, ...]:
    name = words.text(f"question.deadline.{deadline.kind}", row=0 if deadline.row is None else deadline.row + 1)
    left = words.text("question.days_left" if deadline.days_left >= 0 else "question.days_ago", n=abs(deadline.days_left))
    worth = "" if deadline.worth is None else yen_text(deadline.worth.value)
    return name, words.value(deadline.day.value), left, words.text(f"question.state.{deadline.state}"), worth


def outages_told(outlooks: Sequence[OutageOutlook], as_of: date, words: Wording) -> Told:
    """Return of every outage what claiming it takes off, by when, and how long it lacks to one more day."""
    if not outlooks:
        return Told(heading("outages", words, day=as_of), (words.text("question.outages.none"),))
    sentences = tuple(told for each in outlooks for told in _outage_sentences(each, words))
    rows = tuple(_outage(each, words) for each in outlooks)
    columns = column_titles(words, "number", "hours", "whole_days", "status", "credit", "taken_off", "claim_deadline")
    open_ = frozenset(i for i, each in enumerate(outlooks) if each.credit.status.value in {"claimable", "ongoing"})
    return Told(heading("outages", words, day=as_of), sentences, columns, "rrrlrrl", rows, open_)


def _outage(outlook: OutageOutlook, words: Wording) -> tuple[str, ...]:
    credit = outlook.credit
    figures = (credit.hours, credit.whole_days, credit.status, credit.amount)
    deadline = "" if credit.status.value == "not_applicable" else words.figure("claim_deadline", credit.claim_deadline.value)
    return str(outlook.row + 1), *(words.figure(each.name, each.value) for each in figures), yen_text(outlook.taken_off), deadline


def _outage_sentences(outlook: OutageOutlook, words: Wording) -> Iterator[str]:
    more = outlook.next_day
    if more is not None and outlook.credit.status.value != "lapsed":
        yield words.text("question.outage.next_day", row=outlook.row + 1, why=sentence(more.lacking, words), worth=more.worth)
