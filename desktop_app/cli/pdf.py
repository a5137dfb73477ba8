"""`pdf`: papers of contracts; of one where it is asked for, of many into a folder, past those that cannot be made."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli.findings import invalid, warnings_of_the_house
from desktop_app.cli.output import DONE, FAILED, INVALID, STANDARD_STREAM, Outcome, identities, opened_output
from desktop_app.cli.paper_run import Planned, paper_run
from desktop_app.cli.passwords import password_in, passwords_of
from desktop_app.cli.source import assessed, today_in_japan, with_file
from desktop_app.document.assess import Assessment
from desktop_app.report.paper_kinds import KINDS
from desktop_app.report.pdf import Options, PaperError, pdf_bytes
from desktop_app.storage.failure import failure
from desktop_app.storage.rulebook import installed_rules
from desktop_app.storage.suffix import SUFFIX
from desktop_app.wording.wording import wording


def run(options: Namespace) -> Outcome:
    """Write the papers of one contract or of many."""
    words = wording(options.lang)
    options.as_of = options.as_of or today_in_japan()  # one day for all papers of a run
    options.inputs = identities(*options.files)
    passwords_of(options)
    to_protect = options.lock_with
    options.paper_password = None if to_protect is None else password_in(to_protect, words, for_paper=True)
    many = len(options.files) > 1 or options.out_dir is not None
    if options.output is not None and many:
        return Outcome(FAILED, errors=words.text("cli.error.output_of_many"))
    if not many:
        plan = Planned(options.files[0], options.output or beside(options.files[0], options.kind))
        return written(options, plan, read(options, plan))
    if options.out_dir is not None:
        try:
            options.out_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise failure("write", options.out_dir, error) from None
    return paper_run(planned(options), lambda each: read(options, each), lambda each, found: written(options, each, found), words)


def read(options: Namespace, plan: Planned) -> Assessment | Outcome:
    """Return what a contract comes to, or what stands in the way of any paper; StorageError when it cannot be read."""
    words, output = wording(options.lang), plan.output
    if output is None:
        return Outcome(FAILED, errors=words.text("cli.error.output_missing"))
    if str(output) != STANDARD_STREAM and identities(output) & options.inputs:
        return Outcome(FAILED, errors=words.text("cli.error.output_is_input"))
    return assessed(with_file(options, plan.file))


def written(options: Namespace, plan: Planned, assessment: Assessment | Outcome) -> Outcome:
    """Write one paper; StorageError when it cannot be written."""
    words, output = wording(options.lang), plan.output
    if isinstance(assessment, Outcome):
        return assessment
    assert output is not None  # noqa: S101 - otherwise nothing was read
    if assessment.statement is None:
        return invalid(assessment.problems, words)
    wished = Options(
        installed_rules(), not options.no_attachment, options.approval_boxes, options.readings, options.paper_password
    )
    try:
        content = pdf_bytes(assessment, options.lang, options.kind, wished)
    except PaperError as error:
        return Outcome(INVALID, errors=error.sentence(words))
    with opened_output(output) as file:
        file.write(content)
    told = "" if str(output) == STANDARD_STREAM else words.text("cli.pdf.written", file=str(output))
    return Outcome(DONE, told, warnings_of_the_house(assessment.statement, words))


def beside(file: str, kind: str = KINDS[0]) -> Path | None:
    """Return the name of the paper for a contract file: its own with another ending, in the same folder; None without a file.

    The kind stands in it where one was asked for, so that one paper does not take the place of another.
    """
    if file == STANDARD_STREAM:
        return None
    path = Path(file)
    stem = path.name.removesuffix(SUFFIX) if path.name.endswith(SUFFIX) else path.stem
    return path.parent / (f"{stem}.pdf" if kind == KINDS[0] else f"{stem}-{kind}.pdf")


def planned(options: Namespace) -> list[Planned]:
    """Return where the paper of each contract goes; those that would go to the same place are numbered."""
    found: list[Planned] = []
    taken: set[Path] = set()
    for file in options.files:
        own = beside(file, options.kind)
        output = own if own is None else _free((options.out_dir or own.parent) / own.name, taken)
        if output is not None:
            taken.add(output)
        found.append(Planned(file, output))
    return found


def _free(output: Path, taken: set[Path]) -> Path:
    free, number = output, 1
    while free in taken:
        number += 1
        free = output.with_name(f"{output.stem} ({number}){output.suffix}")
    return free
