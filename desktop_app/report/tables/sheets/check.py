"""The sheet of checks: every figure as the workbook reckons it, as the statement says it, and whether the two agree."""

from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path
from desktop_app.report.tables.book import FIRST_CHECK, VERDICTS, Book, Checked, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import MOST, NOT_DIVIDED, quoted
from desktop_app.wording.reasons import label
from desktop_app.wording.wording import pointer

ABOUT, OF, HERE, STATED, VERDICT, CITED, ADDRESS = range(7)
TITLES = ("about", "of", "here", "stated", "verdict", "cited", "address")
KINDS = {"table_yen": "yen", "short_day": "day"}


def check_sheet(book: Book) -> None:
    """Write a line for each figure, then those for the numbers of rows."""
    sheet = book.sheet("check")
    sheet.widths(36, 18, 22, 22, 10, 24, 34)
    sheet.top("name.check", ADDRESS + 1, "check.note")
    sheet.row(FIRST_CHECK - 1, [sheet.said(f"check.{name}") for name in TITLES], "head")
    row = FIRST_CHECK
    for each in book.checked:
        _figure(sheet, row, each)
        row += 1
    for about, formula, stated in book.counted:
        _count(sheet, row, about, formula, stated)
        row += 1
    last = row - 1
    sheet.name("rows_missing", last, HERE)
    sheet.name("verdicts", FIRST_CHECK, VERDICT, last)
    sheet.mark(FIRST_CHECK, VERDICT, last)
    _digits(sheet, row + 1)
    sheet.page.freeze_panes(FIRST_CHECK, 1)
    sheet.page.repeat_rows(FIRST_CHECK - 1)
    sheet.page.autofilter(FIRST_CHECK - 1, 0, last, ADDRESS)


def _figure(sheet: Sheet, row: int, each: Checked) -> None:
    book, kind = sheet.book, KINDS.get(each.kind, each.kind)
    stated = book.plain(each.step.value, each.step.name)
    known = NOT_DIVIDED if stated == "" else stated
    sheet.put(row, ABOUT, label(each.step, book.source.words))
    sheet.put(row, OF, _row_of(sheet, each.path))
    sheet.formula(row, HERE, f'IF({each.cell}="",{quoted(NOT_DIVIDED)},{each.cell})', kind, "result", known)
    if isinstance(known, str):
        sheet.put(row, STATED, known, "fixed", kind)
    else:
        sheet.page.write_number(row, STATED, known, book.looks.look("fixed", kind))
    _verdict(sheet, row)
    sheet.put(row, CITED, sheet.cited(each.step), "cited")
    sheet.put(row, ADDRESS, pointer(each.path), "label")


def _row_of(sheet: Sheet, path: Path) -> str:
    """Return of what a figure is one: its month, its outage."""
    words, statement = sheet.book.source.words, sheet.book.source.statement
    parts = []
    if path[0] == "outages":
        parts.append(sheet.said("check.outage", number=int(path[1]) + 1))
    for end in range(len(path), 1, -1):
        month = figure_at(statement, (*path[:end], "month")) if isinstance(path[end - 1], int) else None
        if month is not None:
            parts.append(words.value(month.value))
            break
    return " ".join(parts)


def _count(sheet: Sheet, row: int, about: str, formula: str, stated: int) -> None:
    sheet.put(row, ABOUT, about)
    sheet.put(row, OF, "")
    sheet.formula(row, HERE, formula, "count", "result", stated)
    sheet.put(row, STATED, stated, "fixed", "count")
    _verdict(sheet, row)
    sheet.put(row, CITED, "", "cited")
    sheet.put(row, ADDRESS, "", "label")


def _verdict(sheet: Sheet, row: int) -> None:
    agree, differ = quoted(sheet.said("agree")), quoted(sheet.said("differ"))
    here, stated = at(row, HERE), at(row, STATED)
    sheet.formula(row, VERDICT, f"IF(ISERROR({here}),{differ},IF({here}={stated},{agree},{differ}))", "plain", "verdict")


def _digits(sheet: Sheet, row: int) -> None:
    """Write the largest whole number that is reckoned with, which must not have more digits than a cell."""
    largest = (
        "MAX(MAX(month_base_and_usage)*price_units,MAX(month_monthly_fee)*31,MAX(month_taxable)*1000,minimum_charge*price_units)"
    )
    sheet.put(row, ABOUT, sheet.said("check.digits"))
    sheet.put(row, OF, "")
    sheet.formula(row, HERE, largest, "count")
    sheet.name("largest_product", row, HERE)
    sheet.put(row, STATED, MOST, "fixed", "count")
    sheet.formula(row, VERDICTS, f"IF({at(row, HERE)}<={at(row, STATED)},{quoted(sheet.said('digits.fine'))},"
                  f"{quoted(sheet.said('digits.too_many'))})", "plain", "verdict")  # fmt: skip
