"""What is known of a statement although something is wrong with the draft: every figure that depends on nothing wrong."""

from collections.abc import Iterable
from datetime import date

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.draft import Draft
from desktop_app.document.salvage import salvaged


def partly_known(draft: Draft, problems: Iterable[Problem], as_of: date, rules: Rulebook) -> Statement:
    """Return the statement of `draft` with the fields of `problems`, all that `assess` found, as holes."""
    return evaluate(salvaged(draft, {each.path for each in problems if each.path}), as_of, rules)
