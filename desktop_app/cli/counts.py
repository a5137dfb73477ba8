"""`counts`: account counts from a CSV file or a workbook, row by row as they were understood, put into a contract file."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli.findings import invalid
from desktop_app.cli.output import DONE, FAILED, INVALID, Outcome, identities
from desktop_app.cli.source import source_read
from desktop_app.cli.told_text import told_text
from desktop_app.document.counts_import import (
    Preview,
    UndecidedError,
    preview,
    reads_better_turned,
    suggested_columns,
    turned,
    with_imported,
)
from desktop_app.document.draft import Draft
from desktop_app.document.sheet import Sheet, TableError
from desktop_app.document.table_file import MOST_FILE_BYTES, read_table_file
from desktop_app.report.statement_json import json_text
from desktop_app.storage.contract_file import save
from desktop_app.storage.failure import failure
from desktop_app.wording.told import Told
from desktop_app.wording.told_import import refusal_told, row_told
from desktop_app.wording.wording import Wording, wording

COLUMNS = ("cli.import.row", "cli.import.from", "cli.import.count", "cli.import.state")


def run(options: Namespace) -> Outcome:
    """Show what a table would bring; with an output, write it there as a contract file with the rest."""
    words, as_json = wording(options.lang), options.format == "json"
    source = source_read(options)
    if source.draft is None:
        return invalid(source.problems, words, as_json=as_json)
    try:
        found = _preview(_content(options.table), source.draft)
    except TableError as error:
        return Outcome(FAILED, errors=refusal_told(error.cause, words))
    shown = json_text({"rows": [row._asdict() for row in found.rows]}) if as_json else _text(found, options.table, words)
    if options.output is None:
        return Outcome(DONE, shown)
    for key, given in (("cli.error.output_is_input", options.file), ("cli.error.output_is_table", options.table)):
        if identities(options.output) & identities(given):
            return Outcome(FAILED, errors=words.text(key))
    try:
        changed = with_imported(source.draft, found, replacing=options.replace, without_refused=options.without_refused)
    except UndecidedError:
        return Outcome(INVALID, shown, words.text("cli.error.import_undecided", n=len(found.of("refused"))))
    save(options.output, changed, options.password)
    return Outcome(DONE, shown)


def _content(table: Path) -> bytes:
    try:
        with table.open("rb") as file:
            return file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise failure("read", table, error) from None


def _preview(content: bytes, draft: Draft) -> Preview:
    """Return what the first sheet with days and counts in it was understood as; TableError where there is none."""
    for sheet in read_table_file(content).sheets:
        way = turned(sheet) if reads_better_turned(sheet) else sheet
        columns = suggested_columns(way)
        if columns is not None:
            return preview(Sheet(sheet.name, way.rows), columns, draft)
    raise TableError("not_a_table")


def _text(found: Preview, table: Path, words: Wording) -> str:
    columns = tuple(words.text(key) for key in COLUMNS)
    rows = [row for row in found.rows if row.state != "left_out" or row.reasons]
    told = tuple(
        (str(row.number), row.moment or "", _count(row.accounts), row_told(row.state, row.reasons, words)) for row in rows
    )
    refused = frozenset(i for i, row in enumerate(rows) if row.state == "refused")
    sums = words.text("cli.import.sums", new=len(found.of("new")), other=len(found.of("other")), refused=len(refused))
    return told_text([Told(words.text("cli.import.heading", table=table.name), (sums,), columns, "rlrl", told, refused)], words)


def _count(accounts: int | None) -> str:
    return "" if accounts is None else f"{accounts:,}"
