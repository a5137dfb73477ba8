"""`what-if months`: why the bill of one month is not that of another."""

from datetime import date
from typing import Any

from desktop_app.calculation.month_bridge import month_bridge
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import MonthlyBill
from desktop_app.calculation.step import Step
from desktop_app.cli.asked import Answer, Asked, NoAnswerError
from desktop_app.cli.plain_data import plain
from desktop_app.wording.told_months import months_told


def months_answer(asked: Asked) -> Answer:
    """Return what the bill of one month has more or less than that of another."""
    before, after = _two_months(asked)
    bridge = month_bridge(before, after, asked.contract.policy.rounding)
    parts = [
        {"part": each.part, "worth": plain(each.worth), "before": _named(each.before), "after": _named(each.after)}
        for each in bridge.parts
    ]
    data = {"before": _total(before), "parts": parts, "after": _total(after), "difference": plain(bridge.difference)}
    return Answer(data, (months_told(bridge, asked.words),))


def _named(steps: tuple[Step[Any], ...]) -> dict[str, Any]:
    return {each.name: plain(each) for each in steps}


def _total(bill: MonthlyBill) -> dict[str, Any]:
    return {"month": plain(bill.month), "total": plain(bill.total)}


def _present(as_of: date, months: list[Month]) -> Month:
    """Return the month of the as-of date where it is listed and has one before it, else the last; of two the second."""
    present = Month.of(as_of)
    return max(present, months[min(1, len(months) - 1)]) if present in months else months[-1]


def _two_months(asked: Asked) -> tuple[MonthlyBill, MonthlyBill]:
    """Return the bills that were asked for: by default that of the as-of date, or the last, against the one before it."""
    bills = {bill.month.value: bill for bill in asked.statement.months}
    if not bills:
        raise NoAnswerError(asked.words.text("cli.error.no_months"))
    after = Month(*asked.options.month) if asked.options.month else _present(asked.as_of, list(bills))
    before = Month(*asked.options.than) if asked.options.than else after.plus(-1)
    for each in (after, before):
        if each not in bills:
            first, last = str(min(bills)), str(max(bills))
            raise NoAnswerError(asked.words.text("cli.error.month_not_listed", month=str(each), first=first, last=last))
    return bills[before], bills[after]
