"""The sheet of months: one row a bill, from the days and the peak of accounts to the tax and the total."""

from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import base_and_usage, divisor, monthly_fee, peak, peak_day, prorated, to_yen
from desktop_app.report.tables.looks import LINE

HEAD = 3
SUMS = 5
FIRST = 6
SPARE = 12
"""Empty rows below the last month, so that a later end or another quote finds room."""


class Column(NamedTuple):
    """A column: its figure in the statement (`own`: not one), its formula with places for cells of its row, its kind."""

    name: str
    formula: str
    kind: str
    article: Article | None
    width: float
    own: bool = False
    named: bool = False
    """Whether other sheets ask for the column by the name `month_…`."""


def _of_month(formula: str) -> str:
    return f'IF({{month}}="","",{formula})'


def _of_billed(formula: str, otherwise: str = '""') -> str:
    return f'IF({{month}}="","",IF({{from}}="",{otherwise},{formula}))'


END = "EOMONTH({month},0)"
LAW, FEE = Article.CONSUMPTION_TAX, Article.ANNEX_1_2
COLUMNS = (
    Column("month", "", "month", None, 11, named=True),
    Column(
        "from",
        _of_month(f'IF(MAX(billing_start,{{month}})>MIN(listed_until,{END}),"",MAX(billing_start,{{month}}))'),
        "short_day",
        None,
        10.5,
    ),
    Column("to", _of_billed(f"MIN(listed_until,{END})"), "short_day", None, 10.5),
    Column("billed_days", _of_billed("{to}-{from}+1", "0"), "count", None, 6, named=True),
    Column("days_in_month", _of_month(f"DAY({END})"), "count", None, 6),
    Column("max_accounts", _of_billed(peak("{from}", "{to}")), "count", FEE, 9),
    Column("peak_on", _of_billed(peak_day("{from}", "{to}", "{max_accounts}")), "short_day", FEE, 10.5),
    Column("base_and_usage", _of_billed(base_and_usage("{max_accounts}")), "table_price", FEE, 11, own=True, named=True),
    Column("monthly_fee", _of_billed(monthly_fee("{base_and_usage}"), "0"), "table_yen", FEE, 11, named=True),
    Column("divisor", _of_billed(divisor("{billed_days}", "{days_in_month}")), "count", Article.POLICY, 6, own=True),
    Column(
        "billed_fee", _of_billed(prorated("{monthly_fee}", "{billed_days}", "{divisor}"), "0"), "table_yen", FEE, 11, named=True
    ),
    *(
        Column(
            name,
            _of_month(f'SUMIFS(fee_amount,fee_kind,{{{kind}}},fee_day,">="&{{month}},fee_day,"<="&{END})'),
            "table_yen",
            article,
            10,
            named=True,
        )
        for name, kind, article in (
            ("initial_fees", "initial", Article.ANNEX_1_1),
            ("one_time_fees", "one_time", Article.ANNEX_1_3),
        )
    ),
    Column("credit", _of_month("SUMIFS(credit_granted,credit_month,{month})"), "table_yen", Article.ANNEX_3, 9, named=True),
    Column(
        "settlement",
        _of_month('IF(effective_on="",0,IF(EOMONTH(effective_on,0)=EOMONTH({month},0),settlement,0))'),
        "table_yen",
        Article.ANNEX_2,
        11,
        named=True,
    ),
    Column(
        "taxable",
        _of_month("{billed_fee}-{credit}+{initial_fees}+{one_time_fees}+IF(settlement_taxable_no=2,{settlement},0)"),
        "table_yen",
        LAW,
        11,
        named=True,
    ),
    Column("non_taxable", _of_month("IF(settlement_taxable_no=2,0,{settlement})"), "table_yen", LAW, 11, named=True),
    Column("tax_rate", _of_month(f"LOOKUP({END},tax_from,tax_rate)"), "rate", LAW, 6, named=True),
    Column("tax", _of_month(to_yen("({taxable}*ROUND({tax_rate}*1000,0))", "1000")), "table_yen", LAW, 11, named=True),
    Column("total", _of_month("{taxable}+{non_taxable}+{tax}"), "table_yen", None, 12, named=True),
)
PLACES = {column.name: i for i, column in enumerate(COLUMNS)}
VERDICT = len(COLUMNS)
TITLES = {"settlement": "settlement_in_month", "total": "month_total"}
SUMMED = ("billed_fee", "initial_fees", "one_time_fees", "credit", "settlement", "taxable", "non_taxable", "tax", "total")


def months_sheet(book: Book) -> None:
    """Write the months of the statement, and rows to spare."""
    sheet = book.sheet("months")
    _top(sheet)
    count = len(book.source.statement.months)
    last = FIRST + count + SPARE - 1
    for row in range(FIRST, last + 1):
        _month(sheet, row)
    for column in COLUMNS:
        if column.named:
            sheet.name(f"month_{column.name}", FIRST, PLACES[column.name], last)
    _sums(sheet, last)
    sheet.mark(FIRST, VERDICT, last)
    used = book.looks.conditional(bottom=1, bottom_color=LINE)
    rule = {"type": "formula", "criteria": f'=$A{FIRST + 1}<>""', "format": used}
    sheet.page.conditional_format(FIRST, 0, last, VERDICT, rule)
    book.counted.append((sheet.said("count.months"), f"COUNT({sheet.cell(FIRST, 0, last)})", count))
    sheet.page.freeze_panes(FIRST, 1)
    sheet.page.repeat_rows(HEAD, SUMS)


def _top(sheet: Sheet) -> None:
    words = sheet.book.source.words
    sheet.widths(*(_width(sheet, column) for column in COLUMNS), 8)
    sheet.top("name.months", VERDICT + 1, "months.note")
    titles = [
        sheet.said(f"column.{each.name}") if each.own else words.text(f"figure.{TITLES.get(each.name, each.name)}")
        for each in COLUMNS
    ]
    sheet.row(HEAD, [*titles, sheet.said("facts.verdict")], "head")
    sheet.page.set_row(HEAD, 44)
    sheet.articles(HEAD + 1, [*(each.article for each in COLUMNS), None])
    sheet.page.set_row(HEAD + 1, 24)


def _width(sheet: Sheet, column: Column) -> float:
    """Return the width of a column: wide enough for the largest sum in it."""
    totals = sheet.book.source.statement.totals
    most = max(totals.total.value.amount, totals.subtotal.value.amount)
    return max(column.width, len(f"{most:,}") + 3) if column.kind in {"table_yen", "table_price"} else column.width


def _month(sheet: Sheet, row: int) -> None:
    since, i = len(sheet.book.checked), row - FIRST
    cells = {name: at(row, column) for name, column in PLACES.items()}
    cells |= {kind: _text(sheet, kind) for kind in ("initial", "one_time")}
    above = at(row - 1, 0)
    next_month = f'IF({above}="","",IF(EDATE({above},1)>last_month,"",EDATE({above},1)))'
    for column, each in enumerate(COLUMNS):
        formula = each.formula.format(**cells) if each.formula else "first_month" if i == 0 else next_month
        if each.own:
            sheet.formula(row, column, formula, each.kind, "cell")
        else:
            sheet.figure(row, column, ("months", i, each.name), formula, each.kind, "cell")
    sheet.verdict(row, VERDICT, since, at(row, 0))


def _text(sheet: Sheet, kind: str) -> str:
    return '"' + sheet.said(f"fee_kind.{kind}") + '"'


def _sums(sheet: Sheet, last: int) -> None:
    for column, each in enumerate(COLUMNS):
        if each.name in SUMMED:
            sheet.formula(SUMS, column, f"SUM({at(FIRST, column)}:{at(last, column)})", each.kind, "sum")
        else:
            sheet.put(SUMS, column, sheet.said("sum") if column == 0 else "", "sum")
    sheet.put(SUMS, VERDICT, "", "sum")
