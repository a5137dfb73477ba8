"""`compare`: two to four contract files side by side, the fields that differ, and what each difference is worth."""

from argparse import Namespace
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from desktop_app.calculation.bridge import Bridge, bridge
from desktop_app.calculation.comparison import MOST_VARIANTS, compared
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.statement import Statement
from desktop_app.cli.findings import invalid
from desktop_app.cli.output import DONE, FAILED, STANDARD_STREAM, Outcome
from desktop_app.cli.plain_data import plain
from desktop_app.cli.source import assessed, today_in_japan, with_file
from desktop_app.cli.told_text import told_text
from desktop_app.report.statement_json import json_text
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.told_comparison import bridge_told, compared_told
from desktop_app.wording.wording import Wording, pointer, wording


def run(options: Namespace) -> Outcome:
    """Compare contracts; each but the first is also led to from the first, field by field."""
    words, as_json = wording(options.lang), options.format == "json"
    files: list[str] = options.files
    if not 1 < len(files) <= MOST_VARIANTS or files.count(STANDARD_STREAM) > 1:
        return Outcome(FAILED, errors=words.text("cli.error.compare", most=MOST_VARIANTS))
    options.as_of = options.as_of or today_in_japan()
    read: list[tuple[Contract, Statement]] = []
    for file in files:
        assessment = assessed(with_file(options, file))
        if assessment.contract is None or assessment.statement is None:
            refused = invalid(assessment.problems, words, as_json=as_json)
            return refused if as_json else refused._replace(errors=f"{file}: {refused.errors}")
        read.append((assessment.contract, assessment.statement))
    return _compared(files, read, words, as_json=as_json)


def _compared(files: Sequence[str], read: Sequence[tuple[Contract, Statement]], words: Wording, *, as_json: bool) -> Outcome:
    (first, statement), *others = read
    figures = compared([each for _, each in read])
    bridges = [bridge(first, other, statement.as_of.value, installed_rules()) for other, _ in others]
    if as_json:
        side_by_side = [{"figure": pointer(each.path), "values": plain(each.steps), "same": each.same} for each in figures]
        return Outcome(
            DONE, json_text({"files": list(files), "figures": side_by_side, "bridges": [_data(each) for each in bridges]})
        )
    letters = ascii_uppercase[: len(files)]
    legend = tuple(words.text("cli.compare.file", letter=letter, file=file) for letter, file in zip(letters, files, strict=True))
    told = [compared_told(figures, letters, words)._replace(sentences=legend)]
    told += [bridge_told(each, ("A", letter), words) for each, letter in zip(bridges, letters[1:], strict=True)]
    return Outcome(DONE, told_text(told, words))


def _data(found: Bridge) -> dict[str, Any]:
    lines = [
        {
            "changes": [
                {"path": pointer(each.path), "before": plain(each.before), "after": plain(each.after)} for each in line.changes
            ],
            "worth": plain(line.worth),
        }
        for line in found.lines
    ]
    return {"before": plain(found.before), "lines": lines, "after": plain(found.after), "difference": plain(found.difference)}
