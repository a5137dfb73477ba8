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
    output = options.output or beside(options.file)
    if output is None:
        return Outcome(FAILED, errors=words.text("cli.error.output_missing"))
    if str(output) != STANDARD_STREAM and _is_one_file(output, Path(options.file)):
        return Outcome(FAILED, errors=words.text("cli.error.output_is_input"))
    assessment = assessed(options)
    if assessment.statement is None:
        return invalid(assessment.problems, words)
    try:
        content = pdf_bytes(assessment, options.lang)
    except PaperError as error:
        return Outcome(INVALID, errors=error.sentence(words))
    with opened_output(output) as file:
        file.write(content)
    told = "" if str(output) == STANDARD_STREAM else words.text("cli.pdf.written", file=str(output))
    return Outcome(DONE, told, warnings_of_the_house(assessment.statement, words))


def beside(file: str) -> Path | None:
    """Return the name of the paper for a contract file: its own with another ending, in the same folder; None without a file."""
    if file == STANDARD_STREAM:
        return None
    path = Path(file)
    stem = path.name.removesuffix(SUFFIX) if path.name.endswith(SUFFIX) else path.stem
    return path.parent / f"{stem}.pdf"


def _is_one_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there, which is told when it is needed
        return False
