"""The statement as an Excel workbook that reckons it again from the inputs and says whether the two agree."""

from datetime import datetime, time
from io import BytesIO

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.report.tables.book import Book, Source
from desktop_app.report.tables.cells import cell_text
from desktop_app.report.tables.sheets.check import check_sheet
from desktop_app.report.tables.sheets.cover import cover_sheet
from desktop_app.report.tables.sheets.credits import credits_sheet
from desktop_app.report.tables.sheets.dates import dates_sheet
from desktop_app.report.tables.sheets.fees import fees_sheet
from desktop_app.report.tables.sheets.inputs import inputs_sheet
from desktop_app.report.tables.sheets.months import months_sheet
from desktop_app.report.tables.sheets.settlement import settlement_sheet
from desktop_app.report.tables.sheets.totals import totals_sheet
from desktop_app.wording.days import Language
from desktop_app.wording.wording import wording

SUFFIX = ".xlsx"


def workbook_bytes(assessment: Assessment, rules: Rulebook, language: Language = "ja") -> bytes:
    """Return the workbook of a contract without problems, the same bytes from the same contract; ValueError of another."""
    if assessment.contract is None or assessment.statement is None:
        message = "a workbook is only there for a contract without problems"
        raise ValueError(message)
    return source_bytes(Source(assessment.contract, assessment.statement, rules, wording(language)))


def source_bytes(source: Source) -> bytes:
    """Return the workbook that checks a statement against a contract."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded with the first workbook, not with the program

    content = BytesIO()
    file = Workbook(content, {"in_memory": True})
    _write(Book(file, source))
    file.close()
    return content.getvalue()


def _write(book: Book) -> None:
    """Write all sheets in their order; the first last, since it sums up the others."""
    source = book.source
    made = datetime.combine(source.statement.as_of.value, time())
    book.file.set_properties(
        {"title": source.said("cover"), "author": cell_text(source.contract.issuer.company)[:255], "created": made}
    )
    book.file.set_calc_mode("auto")
    cover = book.sheet("cover")
    for write in (
        inputs_sheet,
        dates_sheet,
        fees_sheet,
        months_sheet,
        settlement_sheet,
        credits_sheet,
        totals_sheet,
        check_sheet,
    ):
        write(book)
    cover_sheet(book, cover)
