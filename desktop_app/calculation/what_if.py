"""Questions asked of `evaluate`: the same contract with another ending, and what it comes to then."""

from datetime import date, timedelta

from desktop_app.calculation.contract import Contract, Option, Termination
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Rulebook, Terms


def terms_of(contract: Contract, rules: Rulebook) -> Terms:
    """Return the edition of the terms that a contract without problems names."""
    return rules.editions[contract.terms]


def termination_on(contract: Contract, day: date, terms: Terms) -> Termination:
    """Return the termination that ends a contract on `day`.

    It is of the kind that the contract has, a notice where it has none; a notice arrives on the last day that leads to `day`.
    """
    kind = "notice" if contract.termination is None else contract.termination.kind
    if kind != "notice":
        return Termination(kind=kind, effective_on=day)
    return Termination(kind=kind, notice_arrived_on=day - timedelta(days=terms.notice_days.value))


def ending_on(contract: Contract, day: date, terms: Terms) -> Contract:
    """Return the contract as it is when it ends on `day`; what would be accepted only later does not come about."""
    changes = tuple(each for each in contract.changes if each.accepted_on <= day)
    update = {"termination": termination_on(contract, day, terms), "changes": changes, "option": _option_until(contract, day)}
    return contract.model_copy(update=update)


def _option_until(contract: Contract, day: date) -> Option | None:
    option = contract.option
    if option is None or (option.accepted_on is not None and option.accepted_on > day):
        return None
    removed = option.removal_accepted_on
    return option.model_copy(update={"removal_accepted_on": None}) if removed is not None and removed > day else option


def statement_ending_on(contract: Contract, day: date, as_of: date, rules: Rulebook) -> Statement:
    """Return what a contract comes to when it ends on `day`, every figure with its reasons."""
    return evaluate(ending_on(contract, day, terms_of(contract, rules)), as_of, rules)
