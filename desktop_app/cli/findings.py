"""What is wrong with a contract, or worth a warning, as a command tells it."""

from collections.abc import Sequence

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import Statement
from desktop_app.cli.output import INVALID, Outcome
from desktop_app.document.extent import MOST_PROBLEMS
from desktop_app.report.blocks.reasons import OF_THE_HOUSE
from desktop_app.report.statement_json import json_text, problems_data
from desktop_app.wording.wording import Wording, pointer


def invalid(problems: Sequence[Problem], words: Wording, *, as_json: bool = False) -> Outcome:
    """Return the outcome for a contract that is refused, all its errors told."""
    if as_json:
        return Outcome(INVALID, errors=json_text({"errors": problems_data(problems, words)}))
    heading = "cli.error.invalid" if len(problems) < MOST_PROBLEMS else "cli.error.invalid_and_more"
    lines = [words.text(heading, n=len(problems)), *(f"  {_line(each, words)}" for each in problems)]
    return Outcome(INVALID, errors="\n".join(lines))


def _line(problem: Problem, words: Wording) -> str:
    place = pointer(problem.path)
    return f"{place}: {words.problem(problem)}" if place else words.problem(problem)


def warnings_of_the_house(statement: Statement, words: Wording) -> str:
    """Return the warnings that are not for the customer, and so stand on no paper: of the file and its issuer."""
    found = [words.problem(each) for each in statement.warnings if each.code in OF_THE_HOUSE]
    return "\n".join(words.text("cli.warning", sentence=each) for each in found)
