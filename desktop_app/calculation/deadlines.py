"""The days by which something must be done: the notice that leads to a wished end, and all deadlines of a contract."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import OutageCredit, Statement
from desktop_app.calculation.step import Step, field
from desktop_app.calculation.terms import Rulebook, Terms
from desktop_app.calculation.what_if import terms_of

DeadlineKind = Literal["quote", "notice", "claim", "end", "term_end"]
"""有効期限, 解約申込書の到達期限, 減額の請求期限, 解除日, 最低利用期間の満了日."""
DeadlineState = Literal["open", "done", "passed"]


class NoticeFor(NamedTuple):
    """The last day on which a notice may arrive for the contract to end on the wished day.

    One that arrives earlier designates the wished day. `in_time` says whether the last day still lies ahead of the as-of date,
    `accepted` whether the contract is accepted by then, without which no notice counts.
    """

    end: Step[date]
    arrive_by: Step[date]
    in_time: bool
    accepted: bool


class Deadline(NamedTuple):
    """A day by which something must be done, or on which something ends; `row` is an outage's place in the file.

    `days_left` counts from the as-of date and is negative where the day has passed; `worth` is what is lost with it.
    """

    kind: DeadlineKind
    day: Step[date]
    days_left: int
    state: DeadlineState
    row: int | None = None
    worth: Step[Yen] | None = None


def notice_day_for(end: date, terms: Terms) -> Step[date]:
    """Return the last day on which a notice may arrive that takes effect on `end` (Art. 8 read backwards)."""
    given = (Step("wished_end", end, None, "wished_end"), terms.notice_days)
    return Step("notice_by", end - timedelta(days=terms.notice_days.value), Article.ART_8, "termination.notice_by", given)


def notice_for(contract: Contract, end: date, as_of: date, rules: Rulebook) -> NoticeFor:
    """Return what a notice must keep to for the contract to end on `end`."""
    arrive_by = notice_day_for(end, terms_of(contract, rules))
    accepted = contract.dates.accepted_on
    in_time = arrive_by.value >= as_of
    return NoticeFor(arrive_by.given[0], arrive_by, in_time, accepted is None or accepted <= arrive_by.value)


def deadlines(contract: Contract, statement: Statement) -> tuple[Deadline, ...]:
    """Return all deadlines of a contract: those that lie ahead, the soonest first, then those behind, the latest first."""
    found = sorted(_deadlines(contract, statement), key=lambda each: each.day.value)
    ahead = [each for each in found if each.days_left >= 0]
    return (*ahead, *reversed(found[: len(found) - len(ahead)]))


def _deadlines(contract: Contract, statement: Statement) -> Iterator[Deadline]:
    dates, as_of = statement.dates, statement.as_of.value
    if contract.quote.valid_until is not None:
        yield _until("quote", field("valid_until", contract.quote.valid_until, "quote", "valid_until"), as_of)
    if dates.termination is None:
        yield _until("notice", dates.latest_notice_for_term_end, as_of)
    else:
        yield _until("end", dates.termination.effective_on, as_of)
    yield _until("term_end", dates.minimum_term.end, as_of)
    for i, credit in enumerate(statement.outages):
        yield from _claim(credit, i, as_of)


def _until(kind: DeadlineKind, day: Step[date], as_of: date) -> Deadline:
    left = (day.value - as_of).days
    return Deadline(kind, day, left, "open" if left >= 0 else "passed")


def _claim(credit: OutageCredit, row: int, as_of: date) -> Iterator[Deadline]:
    """Yield the deadline of a claim; where there is nothing to claim, or not known until when, none."""
    day = credit.claim_deadline
    if day.value is None:
        return
    state: DeadlineState = {"granted": "done", "lapsed": "passed"}.get(credit.status.value, "open")  # type: ignore[assignment]
    yield Deadline("claim", day, (day.value - as_of).days, state, row, credit.amount)  # type: ignore[arg-type] # it is a day
