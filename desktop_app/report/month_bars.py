"""The months of a statement as bars: what each is made of, and a scale on which one large amount does not flatten all others."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import MonthlyBill, Statement
from desktop_app.calculation.step import Step
from desktop_app.calculation.unknown import is_known

PARTS = {"billed_fee": ("billed_fee",), "fees": ("initial_fees", "one_time_fees"), "settlement": ("settlement",)}
"""By part of a bar the figures of the bill that it stands for, from the bottom up."""
TOO_TALL = 5
"""A bar is broken where it is higher than this many halves of the highest monthly fee."""
MOST_TICKS = 4
ROUND = (1, 2, 5)


class Part(NamedTuple):
    """A part of a bar, in yen."""

    name: str
    amount: int


class Bar(NamedTuple):
    """One month: its parts from the bottom up, the credit below them, the peak of accounts; `known` when nothing is missing."""

    place: int
    month: Month
    parts: tuple[Part, ...]
    credit: int
    accounts: int | None
    known: bool

    @property
    def height(self) -> int:
        """The sum of the parts, yen."""
        return sum(each.amount for each in self.parts)


class Amounts(NamedTuple):
    """A scale of yen or accounts from 0 to `top` in steps; bars that are higher are broken there; `below` is the most under 0."""

    top: int
    step: int
    below: int = 0
    broken: bool = False

    def ticks(self) -> range:
        """Return the amounts that are named, those below 0 included."""
        return range(-(self.below // self.step) * self.step, self.top + 1, self.step)


def bars_of(statement: Statement) -> tuple[Bar, ...]:
    """Return the bars of the months, in their order."""
    return tuple(_bar(i, bill) for i, bill in enumerate(statement.months))


def _bar(i: int, bill: MonthlyBill) -> Bar:
    parts = (Part(name, sum(_yen(getattr(bill, figure)) for figure in figures)) for name, figures in PARTS.items())
    amounts = (bill.billed_fee, bill.initial_fees, bill.one_time_fees, bill.settlement, bill.credit)
    accounts = bill.max_accounts.value if is_known(bill.max_accounts) else None
    shown = tuple(part for part in parts if part.amount)
    return Bar(i, bill.month.value, shown, _yen(bill.credit), accounts, all(map(is_known, amounts)))


def _yen(step: Step[Any]) -> int:
    return int(step.value.amount) if is_known(step) else 0


def amounts_of(bars: Sequence[Bar]) -> Amounts:
    """Return the scale for the amounts: up to the highest bar, or up to the monthly fees where others tower above them."""
    fee = max((part.amount for bar in bars for part in bar.parts if part.name == "billed_fee"), default=0)
    heights = [bar.height for bar in bars]
    fitting = [height for height in heights if not fee or height * 2 <= fee * TOO_TALL]
    most = max([fee, *fitting])
    step = _step(most)
    below = max((bar.credit for bar in bars), default=0)
    return Amounts(-(-most // step) * step or step, step, below, len(fitting) < len(heights))


def accounts_of(bars: Iterable[Bar]) -> Amounts:
    """Return the scale for the peaks of accounts."""
    most = max((bar.accounts or 0 for bar in bars), default=0)
    step = _step(most, 2)
    return Amounts(-(-most // step) * step or step, step)


def _step(most: int, ticks: int = MOST_TICKS) -> int:
    """Return the least round step of which few reach `most`."""
    power = 1
    while True:
        for digit in ROUND:
            if digit * power * ticks >= most:
                return digit * power
        power *= 10
