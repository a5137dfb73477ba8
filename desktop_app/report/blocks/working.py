"""How figures came about, step by step with their numbers, from the tree that the window shows: each can be checked by hand."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import OutageCredit, Statement
from desktop_app.calculation.step import Step
from desktop_app.report.blocks.source import Block, Source
from desktop_app.wording.answer_points import Point, Telling
from desktop_app.wording.reasons import Reason, reason

DEEPEST = 3


class Group(NamedTuple):
    """Figures that are explained together under a heading."""

    heading: str
    steps: tuple[Step[Any], ...]


def working_block(groups: Iterable[Group], source: Source) -> Block:
    """Return the derivations of groups of figures; what an earlier one has explained is not told again."""
    shown = [each for each in groups if each.steps]
    # One step above all of them makes one derivation, in which everything is told once.
    parts = tuple(Step("total", number, None, "field", group.steps) for number, group in enumerate(shown, start=1))
    whole = reason(Step("total", 0, None, "field", parts), source.words)
    telling = Telling(source.words, frozenset(_months(source.statement)))
    return {
        "kind": "working",
        "heading": source.said("working"),
        "groups": [_group(group, told, telling) for group, told in zip(shown, whole.below, strict=True)],
    }


def _group(group: Group, told: Reason, telling: Telling) -> Block:
    """Return a group; an article that holds for all of its figures stands once, beside the heading."""
    articles = {telling.article(each) for each in told.below}
    cited = articles.pop() if len(articles) == 1 else ""
    return {"heading": group.heading, "cited": cited, "points": list(_points(telling.points(told, cited), 0, telling))}


def _months(statement: Statement) -> Iterator[Month]:
    yield from (bill.month.value for bill in statement.months)
    if statement.settlement is not None:
        yield from (line.month.value for line in statement.settlement.lines)
    for credit in statement.outages:
        yield from (line.month.value for line in credit.lines)


def _points(points: Sequence[Point], depth: int, telling: Telling) -> Iterator[Block]:
    for each in points:
        yield {"depth": depth, "text": telling.text(each)}
        yield from _points(each.below, min(depth + 1, DEEPEST), telling)


def charges_working(source: Source) -> Block:
    """Return how the fees, the tax and the sum came about."""
    statement = source.statement
    bills, settled = statement.months, statement.settlement
    once = (step for bill in bills for step in (bill.initial_fees, bill.one_time_fees) if step.value)
    return working_block(
        (
            Group(source.said("working.monthly"), tuple(bill.billed_fee for bill in bills if bill.billed_days.value)),
            Group(source.said("working.once"), tuple(once)),
            Group(source.said("working.credits"), tuple(bill.credit for bill in bills if bill.credit.value)),
            Group(source.said("working.settlement"), (settled.amount,) if settled is not None and settled.amount.value else ()),
            Group(source.said("working.tax"), tuple(_tax(bill.tax) for bill in bills if bill.tax.value)),
            Group(source.said("working.total"), (_total(statement.totals.total),)),
        ),
        source,
    )


def _tax(tax: Step[Any]) -> Step[Any]:
    """Return the tax on a bill; of what is taxed, which stands in its sentence, only a sum is worth a line."""
    given = tuple(_plain(each) if each.name == "taxable" and len(_amounts(each)) == 1 else each for each in tax.given)
    return Step(tax.name, tax.value, tax.article, tax.says, given)


def _total(step: Step[Any]) -> Step[Any]:
    """Return the total and the sums in it; what they add up has been told month by month."""
    parts = (Step(each.name, each.value, each.article, each.says, tuple(map(_plain, each.given))) for each in step.given)
    return Step(step.name, step.value, step.article, step.says, tuple(parts))


def _amounts(step: Step[Any]) -> list[Step[Any]]:
    return [each for each in step.given if isinstance(each.value, Yen) and each.value]


def _plain(step: Step[Any]) -> Step[Any]:
    return Step(step.name, step.value, None, "field")


def settlement_working(source: Source) -> Block:
    """Return how the effective day, the duty to settle, each month's part and their sum came about."""
    settled, ends = source.statement.settlement, source.statement.dates.termination
    assert settled is not None  # noqa: S101 - the paper is only made where the contract ends
    assert ends is not None  # noqa: S101
    days = (source.statement.dates.minimum_term.end, ends.effective_on)
    groups = (
        Group(source.said("working.days"), days),
        Group(source.said("working.settlement"), (settled.due, settled.amount)),
    )
    return working_block(groups, source)


def credit_working(source: Source) -> Block:
    """Return how each outage's length, days, deadline and credit came about."""
    outages = zip(source.contract.outages, source.statement.outages, strict=True)
    groups = (
        Group(
            source.said("working.outage", number=number, start=outage.known_at),
            (credit.whole_days, credit.claim_deadline, credit.status, *_worth(credit)),
        )
        for number, (outage, credit) in enumerate(outages, start=1)
    )
    return working_block(groups, source)


def _worth(credit: OutageCredit) -> tuple[Step[Any], ...]:
    """Return the amount of a credit; of one whose claim has lapsed there is none to show."""
    return () if credit.status.value == "lapsed" else (credit.amount,)
