"""`evaluate`: the statement of a contract, as text or as JSON."""

from argparse import Namespace

from desktop_app.cli.findings import invalid, warnings_of_the_house
from desktop_app.cli.output import DONE, Outcome
from desktop_app.cli.source import assessed
from desktop_app.report.statement_json import json_text, statement_data
from desktop_app.report.text import statement_text
from desktop_app.wording.wording import wording


def run(options: Namespace) -> Outcome:
    """Print the statement of a contract."""
    words, as_json = wording(options.lang), options.format == "json"
    assessment = assessed(options)
    if assessment.statement is None:
        return invalid(assessment.problems, words, as_json=as_json)
    if as_json:
        return Outcome(DONE, json_text(statement_data(assessment.statement, words)))
    return Outcome(DONE, statement_text(assessment, words), warnings_of_the_house(assessment.statement, words))
