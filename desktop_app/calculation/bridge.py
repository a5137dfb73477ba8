"""Why one contract comes to more than another: every field that differs, and what it is worth, adding up exactly.

The fields are changed one after another in the order of the file format, and each is worth what the total moves by when it
is changed; what two fields do together is so the later one's. Fields between which the contract would be refused, because
they only make sense together, are changed at once and have one worth.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.contract_changes import Change, changes_between, with_changes
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.money import NOTHING, Yen
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.step import Step
from desktop_app.calculation.terms import Rulebook
from desktop_app.calculation.what_if import terms_of

WITHOUT_AMOUNT = frozenset({"title", "quote", "issuer", "customer", "service"})
"""Parts of a contract that no amount comes from."""


class BridgeLine(NamedTuple):
    """Fields that were changed at once, most often one, and what the total with tax moved by then (yen)."""

    changes: tuple[Change, ...]
    worth: Yen


class Bridge(NamedTuple):
    """From one contract's total to the other's: `before` and the worth of every line make `after`."""

    before: Step[Yen]
    lines: tuple[BridgeLine, ...]
    after: Step[Yen]

    @property
    def difference(self) -> Yen:
        """How much more the second contract comes to."""
        return self.after.value - self.before.value


def bridge(one: Contract, other: Contract, as_of: date, rules: Rulebook) -> Bridge:
    """Return what makes the total of `other` another than that of `one`; both are contracts without problems."""
    before, after = (evaluate(each, as_of, rules).totals.total for each in (one, other))
    changes = changes_between(one, other)
    silent, telling = ([each for each in changes if (each.path[0] in WITHOUT_AMOUNT) is flag] for flag in (True, False))
    lines = tuple(_Steps(one, other, as_of, rules, silent).lines(telling, before.value))
    return Bridge(before, (*(BridgeLine((each,), NOTHING) for each in silent), *lines), after)


class _Steps:
    """The way from one contract to the other, change by change, over contracts that would not be refused."""

    def __init__(self, one: Contract, other: Contract, as_of: date, rules: Rulebook, silent: list[Change]) -> None:
        self._one, self._other, self._as_of, self._rules = one, other, as_of, rules
        self._taken = [*silent]

    def lines(self, changes: list[Change], reached: Yen) -> Iterator[BridgeLine]:
        """Yield the lines; all changes together make the other contract, which is not refused."""
        waiting: list[Change] = []
        for change in changes:
            waiting.append(change)
            self._taken.append(change)
            here = with_changes(self._one, self._other, self._taken)
            if refusals(here, terms_of(here, self._rules)):
                continue
            total = evaluate(here, self._as_of, self._rules).totals.total.value
            yield BridgeLine(tuple(waiting), total - reached)
            waiting, reached = [], total
