"""The sheet of the settlement: whether it is due, the remaining period, and what each of its months costs by the basis chosen."""

from desktop_app.calculation.articles import Article
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import base_and_usage, count_at, divisor, month_of, monthly_fee, peak, prorated, quoted
from desktop_app.report.tables.looks import LINE
from desktop_app.report.tables.sheets.facts import Fact, facts_head, facts_rows

SPARE = 1
TITLES = (
    "month",
    "line_from",
    "line_to",
    "days",
    "days_in_month",
    "accounts",
    "base_and_usage",
    "monthly_fee",
    "divisor",
    "line_amount",
)
MONTH, FIRST, LAST, DAYS, LENGTH, ACCOUNTS, USAGE, FEE, DIVISOR, AMOUNT = range(len(TITLES))
KINDS = ("month", "short_day", "short_day", "count", "count", "count", "table_price", "table_yen", "count", "table_yen")
FIGURES = {MONTH: "month", DAYS: "days", LENGTH: "days_in_month", FEE: "monthly_fee", AMOUNT: "amount"}
ARTICLES = {
    DAYS: Article.ART_10,
    ACCOUNTS: Article.POLICY,
    USAGE: Article.ANNEX_1_2,
    FEE: Article.ANNEX_1_2,
    DIVISOR: Article.POLICY,
    AMOUNT: Article.ANNEX_2,
}


def settlement_sheet(book: Book) -> None:
    """Write what makes a settlement due, and its months."""
    sheet = book.sheet("settlement")
    sheet.top("name.settlement", 11)
    row = facts_head(sheet, 2, len(TITLES))
    head = row + len(_facts(book)) + 1
    facts_rows(sheet, row, _facts(book), len(TITLES))
    lines = 0 if book.source.statement.settlement is None else len(book.source.statement.settlement.lines)
    first = head + 2
    last = first + book.source.terms.minimum_term_months.value + SPARE
    _lines_head(sheet, head)
    for row in range(first, last + 1):
        _line(sheet, row, row - first)
    sheet.mark(first, len(TITLES), last)
    sheet.name("settlement_month", first, MONTH, last)
    sheet.name("settlement_line", first, AMOUNT, last)
    used = book.looks.conditional(bottom=1, bottom_color=LINE)
    rule = {"type": "formula", "criteria": f'=$A{first + 1}<>""', "format": used}
    sheet.page.conditional_format(first, 0, last, len(TITLES), rule)
    book.counted.append((sheet.said("count.settlement"), f"COUNT({sheet.cell(first, MONTH, last)})", lines))
    sheet.widths(34, 22, 13, 16, 12, 14, 16, 14, 10, 14, 9)


def _facts(book: Book) -> tuple[Fact, ...]:
    words = book.source.words
    due, not_due, exempt, not_exempt = (
        quoted(words.choice(name, answer)) for name in ("due", "exempt") for answer in ("yes", "no")
    )
    early = "effective_on<term_end"
    whole = f"EOMONTH(effective_on,0)+1,{month_of('billing_start')}"
    return (
        Fact("settlement_exempt",
             f'IF(effective_on="","",IF(OR(termination_kind_no=3,termination_kind_no=4),{exempt},{not_exempt}))',
             "plain", ("settlement", "exempt")),
        Fact("settlement_due", f'IF(effective_on="","",IF(AND({early},settlement_exempt={not_exempt}),{due},{not_due}))',
             "plain", ("settlement", "due")),
        Fact("remaining_from", f'IF(effective_on="","",IF({early},MAX(effective_on+1,billing_start),""))', "day",
             ("settlement", "remaining", "start"), Article.ANNEX_2),
        Fact("remaining_until", 'IF(remaining_from="","",term_end)', "day",
             ("settlement", "remaining", "end"), Article.ANNEX_2),
        Fact("remaining_days", 'IF(remaining_from="","",remaining_until-remaining_from+1)', "count",
             ("settlement", "remaining", "days"), Article.ANNEX_2),
        Fact("settlement_from", f'IF(settlement_due<>{due},"",IF(partial_month_no=3,IF(effective_on>=billing_start,{whole}),'
             f"{month_of('remaining_from')}))", "month", article=Article.ANNEX_2),
        Fact("settlement_until", f'IF(settlement_due<>{due},"",IF(partial_month_no=3,'
             f"EDATE({month_of('billing_start')},minimum_term_months-1),{month_of('remaining_until')}))", "month",
             article=Article.ANNEX_2),
        Fact("last_accounts", f'IF(effective_on="","",IF(effective_on<billing_start,{count_at("billing_start")},'
             + peak(f"MAX(billing_start,{month_of('effective_on')})", "effective_on") + "))", "count", article=Article.ANNEX_1_2),
        Fact("settlement", f"IF(settlement_due={due},SUM(settlement_line),0)", "yen", ("settlement", "amount"), Article.ANNEX_2),
    )  # fmt: skip


def _lines_head(sheet: Sheet, row: int) -> None:
    sheet.row(row, [*(sheet.said(f"column.{name}") for name in TITLES), sheet.said("facts.verdict")], "head")
    sheet.articles(row + 1, [*(ARTICLES.get(i) for i in range(len(TITLES))), None])
    sheet.page.set_row(row, 30)


def _line(sheet: Sheet, row: int, i: int) -> None:
    since = len(sheet.book.checked)
    for column, (formula, kind) in enumerate(zip(_line_formulas(row, i), KINDS, strict=True)):
        guarded = formula if column == MONTH else f'IF({at(row, MONTH)}="","",{formula})'
        path = ("settlement", "lines", i, FIGURES[column]) if column in FIGURES else ()
        sheet.figure(row, column, path, guarded, kind, "cell")
    sheet.verdict(row, len(TITLES), since, at(row, MONTH))


def _line_formulas(row: int, i: int) -> tuple[str, ...]:
    month, first, last, days, length, accounts, usage, fee, parts, _ = (at(row, column) for column in range(len(TITLES)))
    above = at(row - 1, MONTH)
    begins = 'IF(settlement_from="","",IF(settlement_from>settlement_until,"",settlement_from))'
    goes_on = f'IF({above}="","",IF(EDATE({above},1)>settlement_until,"",EDATE({above},1)))'
    return (
        goes_on if i else begins,
        f"MAX(remaining_from,{month})",
        f"MIN(remaining_until,EOMONTH({month},0))",
        f"{last}-{first}+1",
        f"DAY(EOMONTH({month},0))",
        f"CHOOSE(settlement_basis_no,last_accounts,{peak(first, last)},settlement_accounts)",
        base_and_usage(accounts),
        monthly_fee(usage),
        divisor(days, length),
        prorated(fee, days, parts),
    )
