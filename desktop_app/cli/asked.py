"""What a question on the command line begins with and what its answer is."""

from argparse import Namespace
from datetime import date
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.draft import Draft
from desktop_app.wording.told import Told
from desktop_app.wording.wording import Wording


class Asked(NamedTuple):
    """A contract without problems, as draft and as read, its statement, and the words of the command line."""

    draft: Draft
    contract: Contract
    statement: Statement
    options: Namespace
    words: Wording
    rules: Rulebook

    @property
    def as_of(self) -> date:
        """The day as of which the question is asked."""
        return self.statement.as_of.value


class Answer(NamedTuple):
    """What is answered, as plain data and in words."""

    data: Any
    told: tuple[Told, ...]


class NoAnswerError(Exception):
    """The command line lacks something that the question needs, or asks for what cannot be; the text says what."""
