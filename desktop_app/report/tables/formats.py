"""The formats in which a statement leaves for other programs: the ending of each file, and what makes it."""

from collections.abc import Callable
from typing import NamedTuple

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.report.tables import calendar_entries, comma_separated, workbook
from desktop_app.report.tables.calendar_entries import calendar_bytes
from desktop_app.report.tables.comma_separated import csv_bytes
from desktop_app.report.tables.workbook import workbook_bytes
from desktop_app.wording.days import Language

Made = Callable[[Assessment, Rulebook, Language], bytes]


class Format(NamedTuple):
    """A format: the ending of its files, and the content of one from an assessment, the rules and a language."""

    suffix: str
    content: Made


FORMATS = {
    "xlsx": Format(workbook.SUFFIX, workbook_bytes),
    "csv": Format(comma_separated.SUFFIX, lambda assessment, _, language: csv_bytes(assessment, language)),
    "ics": Format(calendar_entries.SUFFIX, lambda assessment, _, language: calendar_bytes(assessment, language)),
}
"""By name; the first is the one that is meant where none is named."""
