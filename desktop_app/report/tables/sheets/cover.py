"""The first sheet: whose contract, what it comes to, whether every figure agrees, what stands on which sheet, how to read it."""

from desktop_app.calculation.step import Step
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.formulas import MOST, quoted

SHEETS = ("inputs", "dates", "fees", "months", "settlement", "credits", "totals", "check")
FIGURES = {
    "total_total": "yen",
    "total_subtotal": "yen",
    "total_tax": "yen",
    "term_end": "day",
    "effective_on": "day",
    "settlement": "yen",
}
ROLES = ("input", "fixed", "result")


def cover_sheet(book: Book, sheet: Sheet) -> None:
    """Write the cover on the sheet that was made first."""
    sheet.widths(28, 34, 3, 16, 76)
    sheet.top("cover", 5)
    _overall(sheet, 2)
    row = _whose(book, sheet, 4)
    _figures(book, sheet, row + 1)
    _guide(sheet, 2)
    sheet.page.activate()


def _whose(book: Book, sheet: Sheet, row: int) -> int:
    """Write whose contract this is: texts, whatever they begin with."""
    contract, words = book.source.contract, book.source.words
    told = {
        ("customer", "name"): contract.customer.name,
        ("title",): contract.title,
        ("quote", "number"): contract.quote.number,
        ("issuer", "company"): contract.issuer.company,
        ("service", "business_name"): contract.service.business_name,
    }
    for path, text in told.items():
        sheet.put(row, 0, words.label(path))
        sheet.put(row, 1, _one_line(text), "label")
        row += 1
    as_of: Step[object] = book.source.statement.as_of
    sheet.put(row, 0, words.text("figure.as_of"))
    sheet.formula(row, 1, "as_of", "day", "result", book.plain(as_of.value, "as_of"))
    sheet.put(row + 1, 0, words.label(("terms",)))
    sheet.put(row + 1, 1, words.choice("terms", contract.terms), "label")
    return row + 2


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _overall(sheet: Sheet, row: int) -> None:
    """Write whether all figures agree; a formula that no program has reckoned yet shows nothing."""
    differ = quoted(sheet.said("differ"))
    count = f"COUNTIF(verdicts,{differ})"
    agree = f"{quoted(sheet.said('overall.agree'))}&ROWS(verdicts)&{quoted(sheet.said('overall.agree.end'))}"
    missing = quoted(sheet.said("overall.missing"))
    differing = f"{count}&{quoted(sheet.said('overall.differ'))}"
    digits = quoted(sheet.said("overall.digits"))
    compared = f"IF(rows_missing>0,{missing},IF({count}=0,{agree},{differing}))"
    sheet.put(row, 0, sheet.said("overall"), "head")
    sheet.formula(row, 1, f"IF(largest_product>{MOST},{digits},{compared})", "plain", "overall")
    sheet.name("overall_check", row, 1)
    sheet.page.set_row(row, 34)
    sheet.mark_if(row, 1, f"AND({count}=0,largest_product<={MOST})")


def _figures(book: Book, sheet: Sheet, row: int) -> None:
    statement = book.source.statement
    ends, settled = statement.dates.termination, statement.settlement
    known = {
        "total_total": statement.totals.total.value,
        "total_subtotal": statement.totals.subtotal.value,
        "total_tax": statement.totals.tax.value,
        "term_end": statement.dates.minimum_term.end.value,
        "effective_on": None if ends is None else ends.effective_on.value,
        "settlement": statement.totals.settlement.value if settled is None else settled.amount.value,
    }
    for i, (name, kind) in enumerate(FIGURES.items()):
        sheet.put(row + i, 0, sheet.said(f"fact.{name}"))
        sheet.formula(row + i, 1, f'IF({name}="","",{name})', kind, "large", book.plain(known[name], name))
        sheet.page.set_row(row + i, 22)


def _guide(sheet: Sheet, row: int) -> None:
    sheet.row_at(row, 3, [sheet.said("guide"), ""], "heading")
    for i, name in enumerate(SHEETS, start=1):
        sheet.put(row + i, 3, sheet.said(f"name.{name}"))
        sheet.put(row + i, 4, sheet.said(f"guide.{name}"), "label")
    row += len(SHEETS) + 3
    sheet.row_at(row, 3, [sheet.said("legend"), ""], "heading")
    for i, role in enumerate(ROLES, start=1):
        sheet.put(row + i, 3, sheet.said(f"legend.{role}"), role)
        sheet.put(row + i, 4, sheet.said(f"legend.{role}.what"), "label")
    sheet.page.merge_range(row + 5, 3, row + 5, 4, sheet.said("legend.note"), sheet.book.looks.look("note"))
    sheet.page.set_row(row + 5, 40)
