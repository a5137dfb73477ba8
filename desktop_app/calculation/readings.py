"""Where the contract is silent: what it comes to under every assumption that could be made, beside the chosen one."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from desktop_app.calculation.assumptions import assumptions
from desktop_app.calculation.choices import ClaimableFrom, PartialMonth, SettlementBasis
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.money import Rounding, Yen
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.terms import Rulebook

Question = Literal["partial_month", "rounding", "settlement_basis", "settlement_taxable", "claimable_from"]
"""What the contract does not say: proration, rounding, the month a settlement follows, its tax, the day a claim is possible."""

VALUES: dict[Question, tuple[Any, ...]] = {
    "partial_month": get_args(PartialMonth),
    "rounding": get_args(Rounding),
    "settlement_basis": get_args(SettlementBasis),
    "settlement_taxable": (False, True),
    "claimable_from": get_args(ClaimableFrom),
}


class Reading(NamedTuple):
    """One assumption and what the contract comes to under it, all others as they are chosen.

    `difference` is in yen against the chosen total, `changed` the addresses of figures that are other than under the chosen
    one. A reading that lacks a number, as a settlement by a fixed count without that count, has no statement.
    """

    assumption: Step[Any]
    chosen: bool
    statement: Statement | None
    difference: Yen | None
    changed: tuple[Path, ...] = ()

    @property
    def same(self) -> bool:
        """Whether no amount and no day is other than under the chosen assumption."""
        return self.statement is not None and not self.changed


class SilentPoint(NamedTuple):
    """A point on which the contract is silent, with every reading of it."""

    question: Question
    readings: tuple[Reading, ...]

    @property
    def matters(self) -> bool:
        """Whether any reading gives another amount or day, or might."""
        return not all(each.same for each in self.readings)


def silent_points(contract: Contract, statement: Statement, rules: Rulebook) -> tuple[SilentPoint, ...]:
    """Return the points on which the contract is silent, in the order of the file; `statement` is that of the contract."""
    return tuple(
        SilentPoint(question, tuple(_reading(contract, statement, question, value, rules) for value in values))
        for question, values in VALUES.items()
    )


def _reading(contract: Contract, chosen: Statement, question: Question, value: object, rules: Rulebook) -> Reading:
    policy = contract.policy.model_copy(update={question: value})
    assumption: Step[Any] = getattr(assumptions(policy), question)
    if value == getattr(contract.policy, question):
        return Reading(assumption, True, chosen, Yen(0))  # noqa: FBT003 - it is the chosen one
    if value == "fixed" and policy.settlement_accounts is None:
        return Reading(assumption, False, None, None)  # noqa: FBT003
    statement = evaluate(contract.model_copy(update={"policy": policy}), chosen.as_of.value, rules)
    difference = statement.totals.total.value - chosen.totals.total.value
    return Reading(assumption, False, statement, difference, tuple(_changed(chosen, statement)))  # noqa: FBT003


def _changed(chosen: Statement, other: Statement) -> Iterator[Path]:
    """Yield what a reader would notice: sums, the settlement, and of each outage its state, its deadline and its credit."""
    for name in chosen.totals._fields:
        if getattr(chosen.totals, name).value != getattr(other.totals, name).value:
            yield "totals", name
    if _settled(chosen) != _settled(other):
        yield "settlement", "amount"
    for i, outage in enumerate(chosen.outages):
        for name in ("claimable_on", "claim_deadline", "status", "amount"):
            if getattr(outage, name).value != getattr(other.outages[i], name).value:
                yield "outages", i, name
    if [_of_month(each) for each in chosen.months] != [_of_month(each) for each in other.months]:
        yield ("months",)


def _settled(statement: Statement) -> Yen | None:
    return None if statement.settlement is None else statement.settlement.amount.value


def _of_month(bill: Any) -> tuple[date | Yen | None, ...]:
    return bill.from_.value, bill.to.value, bill.total.value
