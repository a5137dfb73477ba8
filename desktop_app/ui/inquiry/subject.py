"""What the questions are asked of: a contract without problems, as draft and as read, with its statement."""

from datetime import date
from typing import NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.document.draft import Draft


class Subject(NamedTuple):
    """A contract that can be asked about."""

    draft: Draft
    contract: Contract
    statement: Statement
    rules: Rulebook

    @property
    def as_of(self) -> date:
        """The day as of which it is asked."""
        return self.statement.as_of.value


def subject_of(assessment: Assessment, rules: Rulebook) -> Subject | None:
    """Return what can be asked about, None while something in the draft is wrong or missing."""
    draft, contract, statement, *_ = assessment
    if draft is None or contract is None or statement is None:
        return None
    return Subject(draft, contract, statement, rules)
