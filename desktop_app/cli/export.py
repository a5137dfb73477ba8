"""`export`: a statement for other programs: a workbook that reckons it again, a table as CSV, its deadlines for a calendar."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli.findings import invalid, warnings_of_the_house
from desktop_app.cli.output import DONE, FAILED, STANDARD_STREAM, Outcome, identities, opened_output
from desktop_app.cli.source import assessed
from desktop_app.document.assess import Assessment
from desktop_app.report.tables.comma_separated import csv_bytes
from desktop_app.report.tables.formats import FORMATS
from desktop_app.storage.rulebook import installed_rules
from desktop_app.storage.suffix import SUFFIX
from desktop_app.wording.wording import wording


def run(options: Namespace) -> Outcome:
    """Write a contract's statement in the format asked for."""
    words = wording(options.lang)
    if options.table is not None and options.format != "csv":
        return Outcome(FAILED, errors=words.text("cli.error.table_without_csv"))
    output = options.output or beside(options.file, options.format, options.table)
    if output is None:
        return Outcome(FAILED, errors=words.text("cli.error.output_missing"))
    if str(output) != STANDARD_STREAM and identities(output) & identities(options.file):
        return Outcome(FAILED, errors=words.text("cli.error.output_is_input"))
    assessment = assessed(options)
    if assessment.statement is None:
        return invalid(assessment.problems, words)
    content = _content(assessment, options)
    with opened_output(output) as file:
        file.write(content)
    told = "" if str(output) == STANDARD_STREAM else words.text("cli.pdf.written", file=str(output))
    return Outcome(DONE, told, warnings_of_the_house(assessment.statement, words))


def _content(assessment: Assessment, options: Namespace) -> bytes:
    if options.table is not None:
        return csv_bytes(assessment, options.lang, options.table)
    return FORMATS[options.format].content(assessment, installed_rules(), options.lang)


def beside(file: str, name: str, table: str | None = None) -> Path | None:
    """Return where an export goes that was not told: beside its contract, with the format's ending; None without a file.

    A table stands in the name where one was asked for, so that one does not take the place of another.
    """
    if file == STANDARD_STREAM:
        return None
    path = Path(file)
    stem = path.name.removesuffix(SUFFIX) if path.name.endswith(SUFFIX) else path.stem
    return path.parent / f"{stem}{'' if table is None else f'-{table}'}{FORMATS[name].suffix}"
