"""`pdf`: the statement of a contract on paper."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli.output import DONE, FAILED, INVALID, Outcome, invalid
from desktop_app.cli.source import STANDARD_INPUT, assessed
from desktop_app.report.pdf import PaperError, pdf_bytes
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.contract_file import SUFFIX
from desktop_app.wording.wording import wording


def run(options: Namespace) -> Outcome:
    """Write the paper of a contract."""
    words = wording(options.lang)
    if options.output is None and options.file == STANDARD_INPUT:
        return Outcome(FAILED, errors=words.text("cli.error.output_missing"))
    assessment = assessed(options)
    if assessment.statement is None:
        return invalid(assessment.problems, words)
    output = options.output or beside(Path(options.file))
    try:
        content = pdf_bytes(assessment, options.lang)
    except PaperError as error:
        return Outcome(INVALID, errors=error.sentence(words))
    write_atomically(output, content)
    return Outcome(DONE, words.text("cli.pdf.written", file=str(output)))


def beside(file: Path) -> Path:
    """Return the name of the paper for a contract file: its own with another ending, in the same folder."""
    stem = file.name.removesuffix(SUFFIX) if file.name.endswith(SUFFIX) else file.stem
    return file.with_name(f"{stem}.pdf")
