"""The sheet of totals: the sums over all months, and the tax by rate."""

from desktop_app.calculation.articles import Article
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.sheets.facts import Fact, facts_head, facts_rows

FACTS = (
    Fact("total_monthly_fees", "SUM(month_billed_fee)", "yen", ("totals", "monthly_fees"), Article.ANNEX_1_2),
    Fact("total_initial_fees", "SUM(month_initial_fees)", "yen", ("totals", "initial_fees"), Article.ANNEX_1_1),
    Fact("total_one_time_fees", "SUM(month_one_time_fees)", "yen", ("totals", "one_time_fees"), Article.ANNEX_1_3),
    Fact("total_credits", "SUM(month_credit)", "yen", ("totals", "credits"), Article.ANNEX_3),
    Fact("total_settlement", "SUM(month_settlement)", "yen", ("totals", "settlement"), Article.ANNEX_2),
    Fact("total_subtotal", "SUM(month_taxable)+SUM(month_non_taxable)", "yen", ("totals", "subtotal"), Article.CONSUMPTION_TAX),
    Fact("total_tax", "SUM(month_tax)", "yen", ("totals", "tax"), Article.CONSUMPTION_TAX),
    Fact("total_total", "total_subtotal+total_tax", "yen", ("totals", "total")),
)
RATE_TITLES = ("tax_rate", "taxable", "tax", "cited")


def totals_sheet(book: Book) -> None:
    """Write the sums, and below them the tax of each rate."""
    sheet = book.sheet("totals")
    sheet.top("name.totals", 5)
    row = facts_rows(sheet, facts_head(sheet, 2), FACTS) + 1
    sheet.row(row, [sheet.said(f"column.{name}") for name in RATE_TITLES], "head")
    rates = book.source.rules.tax_rates.rates
    for i in range(len(rates)):
        _rate(sheet, row + 1 + i, i + 1)
    row += len(rates) + 1
    sheet.put(row, 0, sheet.said("outside_tax"))
    sheet.formula(row, 1, "SUM(month_non_taxable)", "yen")
    sheet.put(row, 2, "")
    sheet.put(row, 3, sheet.cited(Article.CONSUMPTION_TAX), "cited")


def _rate(sheet: Sheet, row: int, number: int) -> None:
    sheet.formula(row, 0, f"INDEX(tax_rate,{number})", "rate")
    for column, name in ((1, "taxable"), (2, "tax")):
        sheet.formula(row, column, f"SUMIFS(month_{name},month_tax_rate,{at(row, 0)})", "yen")
    sheet.put(row, 3, sheet.cited(Article.CONSUMPTION_TAX), "cited")
