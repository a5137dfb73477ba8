"""`check`: whether a contract is valid."""

from argparse import Namespace

from desktop_app.cli.findings import invalid
from desktop_app.cli.output import DONE, Outcome
from desktop_app.cli.source import assessed
from desktop_app.report.statement_json import json_text
from desktop_app.wording.wording import wording


def run(options: Namespace) -> Outcome:
    """Say whether a contract is valid."""
    words, as_json = wording(options.lang), options.format == "json"
    assessment = assessed(options)
    if assessment.statement is None:
        return invalid(assessment.problems, words, as_json=as_json)
    return Outcome(DONE, json_text({"errors": []}) if as_json else words.text("cli.check.valid"))
