"""`pdf`: the statement of a contract on paper."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli.output import DONE, FAILED, INVALID, STANDARD_STREAM, Outcome, invalid, opened_output, warnings_of_the_house
from desktop_app.cli.source import assessed
from desktop_app.report.pdf import PaperError, pdf_bytes
from desktop_app.storage.contract_file import SUFFIX
from desktop_app.wording.wording import wording


def run(options: Namespace) -> Outcome:
    """Write the paper of a contract."""
    words = wording(options.lang)
    if options.output is None and options.file == STANDARD_STREAM:
        return Outcome(FAILED, errors=words.text("cli.error.output_missing"))
    assessment = assessed(options)
    if assessment.statement is None:
        return invalid(assessment.problems, words)
    output = options.output or beside(Path(options.file))
    try:
        content = pdf_bytes(assessment, options.lang)
    except PaperError as error:
        return Outcome(INVALID, errors=error.sentence(words))
    with opened_output(output) as file:
        file.write(content)
    told = "" if str(output) == STANDARD_STREAM else words.text("cli.pdf.written", file=str(output))
    return Outcome(DONE, told, warnings_of_the_house(assessment.statement, words))


def beside(file: Path) -> Path:
    """Return the name of the paper for a contract file: its own with another ending, in the same folder."""
    stem = file.name.removesuffix(SUFFIX) if file.name.endswith(SUFFIX) else file.stem
    return file.with_name(f"{stem}.pdf")
