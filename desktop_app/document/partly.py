"""What is known of a statement although something is wrong with the draft: every figure that depends on nothing wrong."""

from datetime import date
from typing import NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.document.salvage import salvaged


class Known(NamedTuple):
    """A contract and its statement; both with holes where something is wrong."""

    contract: Contract
    statement: Statement


def known_of(assessment: Assessment, as_of: date, rules: Rulebook) -> Known:
    """Return what `assessment` of a draft knows: all of it, or with the fields of its problems as holes."""
    if assessment.contract is not None and assessment.statement is not None:
        return Known(assessment.contract, assessment.statement)
    contract = _with_holes(assessment)
    return Known(contract, evaluate(contract, as_of, rules))


def _with_holes(assessment: Assessment) -> Contract:
    """Return what can be read of a draft: as it was read already, unless rules between its fields make more holes."""
    holes = {each.path for each in assessment.problems if each.path}
    if assessment.reading is not None and assessment.reading.holes == holes:
        return assessment.reading.contract
    return salvaged(assessment.draft or {}, holes)
