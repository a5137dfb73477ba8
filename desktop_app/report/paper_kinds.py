"""The papers that there are, and which contract can have which: why one cannot be made is the key of a sentence."""

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

from desktop_app.calculation.statement import Statement
from desktop_app.document.assess import Assessment

Kind = Literal["summary", "quote", "charges", "settlement", "credit"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""概要, 御見積書, 料金説明書, 解約精算のご案内, 料金減額のご案内; the first is what there is without a wish."""


class Available(NamedTuple):
    """A kind of paper, and the key of the sentence that says why a contract has none of it; empty where it has."""

    kind: Kind
    missing: str = ""


def papers_of(assessment: Assessment) -> tuple[Available, ...]:
    """Return every kind of paper with what a contract lacks for it."""
    statement = assessment.statement
    if statement is None:
        return tuple(Available(kind, "contract_has_errors") for kind in KINDS)
    return tuple(Available(kind, missing_for(kind, statement)) for kind in KINDS)


def missing_for(kind: Kind, statement: Statement) -> str:
    """Return the key of the sentence for why there is no paper of a kind; nothing where there is one."""
    code, is_there = NEEDED.get(kind, ("", _always))
    return "" if is_there(statement) else code


def _always(_: Statement) -> bool:
    return True


def _has_bills(statement: Statement) -> bool:
    return bool(statement.months)


def _ends(statement: Statement) -> bool:
    return statement.settlement is not None


def _had_outages(statement: Statement) -> bool:
    return bool(statement.outages)


NEEDED: dict[Kind, tuple[str, Callable[[Statement], bool]]] = {
    "quote": ("nothing_to_quote", _has_bills),
    "charges": ("nothing_charged", _has_bills),
    "settlement": ("no_termination", _ends),
    "credit": ("no_outage", _had_outages),
}
