"""The sheet of credits: each outage from its hours to its deadline, and the days of each month that it gives, up to the fee."""

from datetime import timedelta

from desktop_app.calculation.articles import Article
from desktop_app.calculation.periods import Month, midnight, months_between
from desktop_app.calculation.step import Path
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import month_of, period_end, quoted, to_yen
from desktop_app.report.tables.looks import LINE
from desktop_app.report.tables.sheets.input_tables import SPARE

HEAD, FIRST = 3, 5
OUTAGE_TITLES = (
    "number", "outage_from", "outage_to", "seconds", "hours", "whole_days", "claimable_moment", "claimable_on", "first_counted",
    "claim_deadline", "status", "outage_credit", "first_line",
)  # fmt: skip
NUMBER, START, END, SECONDS, HOURS, DAYS, MOMENT, CLAIMABLE, COUNTED, DEADLINE, STATUS, AMOUNT, FIRST_LINE = range(
    len(OUTAGE_TITLES)
)
OUTAGE_KINDS = (
    "count",
    "short_moment",
    "short_moment",
    "count",
    "hours",
    "count",
    "short_moment",
    *("short_day",) * 3,
    "plain",
    "table_yen",
)
OUTAGE_FIGURES = {
    HOURS: "hours",
    DAYS: "whole_days",
    CLAIMABLE: "claimable_on",
    DEADLINE: "claim_deadline",
    STATUS: "status",
    AMOUNT: "amount",
}
OUTAGE_ARTICLES = {
    **dict.fromkeys((START, END, SECONDS, HOURS, STATUS, DEADLINE), Article.ART_11),
    **dict.fromkeys((DAYS, AMOUNT), Article.ANNEX_3),
    **dict.fromkeys((MOMENT, CLAIMABLE), Article.POLICY),
    COUNTED: Article.CIVIL_CODE_140,
}
VERDICT = len(OUTAGE_TITLES)

LINE_TITLES = (
    "number", "month", "blocks", "billed_days", "monthly_fee", "billed_fee", "credited_before", "before_limit",
    "line_credit", "granted",
)  # fmt: skip
L_NUMBER, L_MONTH, L_BLOCKS, L_BILLED, L_FEE, L_BILLED_FEE, L_BEFORE, L_EXACT, L_AMOUNT, L_GRANTED = range(len(LINE_TITLES))
LINE_KINDS = ("count", "month", "count", "count", *("table_yen",) * 6)
LINE_FIGURES = {L_MONTH: "month", L_BLOCKS: "days", L_FEE: "monthly_fee", L_AMOUNT: "amount"}
LINE_ARTICLES = dict.fromkeys((L_BLOCKS, L_BEFORE, L_EXACT, L_AMOUNT), Article.ANNEX_3) | {L_GRANTED: Article.ART_11}

SPARE_LINES = 6
"""Empty rows below the months of the outages, so that a longer outage, or another, finds room."""
SECONDS_A_DAY = 86_400
MISSING = (
    "MAX(0,credit_lines-ROWS(credit_month))"
    "+IF(N(last_month)>MAX(month_month),1,0)+IF(N(settlement_until)>MAX(settlement_month,settlement_from),1,0)"
)
"""Rows that tables lack once inputs have been changed; what stands in them is no longer all."""


def credits_sheet(book: Book) -> None:
    """Write the outages, and below them the months in which their days begin."""
    sheet = book.sheet("credits")
    sheet.widths(8, 17, 17, 12, 13, 13, 17, 14, 14, 14, 14, 14, 9, 9)
    sheet.top("name.credits", VERDICT + 1, "credits.note")
    _head(sheet, HEAD, OUTAGE_TITLES, OUTAGE_ARTICLES)
    count = len(book.source.contract.outages) + SPARE["outages"]
    head = FIRST + count + 1
    _head(sheet, head, LINE_TITLES, LINE_ARTICLES)
    lines = _statement_lines(book)
    first, last = head + 2, head + 2 + len(lines) + SPARE_LINES - 1
    for i in range(count):
        _outage(sheet, i)
    for name, column in (("start", START), ("days", DAYS), ("status", STATUS), ("first_line", FIRST_LINE)):
        sheet.name(f"outage_{name}", FIRST, column, FIRST + count - 1)
    for row in range(first, last + 1):
        _line(sheet, (first, row), lines[row - first] if row - first < len(lines) else None)
    for name, column in (
        ("outage", L_NUMBER),
        ("month", L_MONTH),
        ("days", L_BLOCKS),
        ("amount", L_AMOUNT),
        ("granted", L_GRANTED),
    ):
        sheet.name(f"credit_{name}", first, column, last)
    _finish(sheet, FIRST, (first, last))


def _head(sheet: Sheet, row: int, titles: tuple[str, ...], articles: dict[int, Article]) -> None:
    sheet.row(row, [*(sheet.said(f"column.{name}") for name in titles), sheet.said("facts.verdict")], "head")
    sheet.page.set_row(row, 30)
    sheet.articles(row + 1, [*(articles.get(i) for i in range(len(titles))), None])


def _statement_lines(book: Book) -> list[Path | None]:
    """Return for each month in which days of an outage begin its place in the statement; None for one without billed days."""
    found: list[Path | None] = []
    source = book.source
    block = timedelta(hours=source.terms.outage_hours.value)
    for i, (outage, credit) in enumerate(zip(source.contract.outages, source.statement.outages, strict=True)):
        start = max(outage.known_at, midnight(source.contract.dates.billing_start))
        last = start + (credit.whole_days.value - 1) * block
        months = months_between(Month.of(start), Month.of(last)) if credit.whole_days.value else ()
        stated = [line.month.value for line in credit.lines]
        found += [("outages", i, "lines", stated.index(month)) if month in stated else None for month in months]
    return found


def _outage(sheet: Sheet, i: int) -> None:
    row, since = FIRST + i, len(sheet.book.checked)
    sheet.formula(row, NUMBER, f'IF({at(row, START)}="","",{i + 1})', "count", "mark")
    formulas = _outage_formulas(sheet, i, row)
    for column in range(START, FIRST_LINE):
        path: Path = ("outages", i, OUTAGE_FIGURES[column]) if column in OUTAGE_FIGURES else ()
        guarded = f'IF(INDEX(outage_known_at,{i + 1})="","",{formulas[column]})'
        sheet.figure(row, column, path, guarded, OUTAGE_KINDS[column], "cell")
    sheet.formula(row, FIRST_LINE, _lines_before(row) if i else "0", "count", "faint")
    sheet.verdict(row, VERDICT, since, at(row, START))


def _lines_before(row: int) -> str:
    """Return how many rows below the outages above this one take: one for each month in which their days begin."""
    start, days, before = (at(row - 1, column) for column in (START, DAYS, FIRST_LINE))
    return f"{before}+{_months_of(start, days)}"


def _months_of(start: str, days: str) -> str:
    last = f"({start}+({days}-1)*outage_hours/24)"
    months = f"(YEAR{last}-YEAR({start}))*12+MONTH{last}-MONTH({start})+1"
    return f"IF(N({days})=0,0,{months})"


def _outage_formulas(sheet: Sheet, i: int, row: int) -> dict[int, str]:
    start, end, seconds, days, moment, counted = (at(row, column) for column in (START, END, SECONDS, DAYS, MOMENT, COUNTED))
    restored, named = (f"INDEX(outage_{name},{i + 1})" for name in ("restored_at", "claimable_on"))
    ongoing = f'AND({restored}="",contract_over=0)'
    within = f'IF(OR({restored}="",{restored}>effective_on+1),effective_on+1,{restored})'
    whole_seconds = f"ROUND({moment}*{SECONDS_A_DAY},0)"
    return {
        START: f"MAX(INDEX(outage_known_at,{i + 1}),billing_start)",
        END: f'IF({ongoing},as_of,IF(effective_on="",{restored},{within}))',
        SECONDS: f"MAX(0,ROUND(({end}-{start})*{SECONDS_A_DAY},0))",
        HOURS: f"INT({seconds}/36)/100",
        DAYS: f"IF({_does_not_count(sheet, i)},0,INT({seconds}/(outage_hours*3600)))",
        MOMENT: f'IF(OR({days}=0,{named}<>""),"",IF(claimable_from_no=2,IF({ongoing},"",{end}),{start}+outage_hours/24))',
        CLAIMABLE: f'IF({days}=0,"",IF({named}<>"",{named},IF({moment}="","",INT({whole_seconds}/{SECONDS_A_DAY}))))',
        COUNTED: f'IF({days}=0,"",IF({named}<>"",{named}+1,IF({moment}="","",-INT(-{whole_seconds}/{SECONDS_A_DAY}))))',
        DEADLINE: f'IF({counted}="","",{period_end(counted, "claim_months")})',
        STATUS: _status(sheet, i, row, ongoing),
        AMOUNT: f"SUMIFS(credit_amount,credit_outage,{i + 1})",
    }


def _does_not_count(sheet: Sheet, i: int) -> str:
    words = sheet.book.source.words
    flags = ("attributable_to_provider", "total_outage")
    return "OR(" + ",".join(f"INDEX(outage_{flag},{i + 1})={quoted(words.choice(flag, 'no'))}" for flag in flags) + ")"


def _status(sheet: Sheet, i: int, row: int, ongoing: str) -> str:
    """Return where the claim stands: the first that applies of the statuses."""
    claimed, deadline = f"INDEX(outage_claimed_on,{i + 1})", at(row, DEADLINE)
    not_applicable, going_on, granted, lapsed, claimable = (
        _status_text(sheet, each) for each in ("not_applicable", "ongoing", "granted", "lapsed", "claimable")
    )
    undecided = f"IF(as_of>{deadline},{lapsed},{claimable})"
    decided = f'IF({claimed}="",{undecided},IF({claimed}<={deadline},{granted},{lapsed}))'
    known = f'IF({ongoing},{going_on},IF({deadline}="",{not_applicable},{decided}))'
    return f"IF({_does_not_count(sheet, i)},{not_applicable},{known})"


def _status_text(sheet: Sheet, status: str) -> str:
    return quoted(sheet.book.source.words.choice("status", status))


def _line(sheet: Sheet, rows: tuple[int, int], path: Path | None) -> None:
    """Write a month of an outage, which stands in the statement at `path`; `rows` are the first of all lines and this one."""
    row, since = rows[1], len(sheet.book.checked)
    for column, formula in _line_formulas(sheet, *rows).items():
        own: Path = (*path, LINE_FIGURES[column]) if path is not None and column in LINE_FIGURES else ()
        guarded = formula if column == L_NUMBER else f'IF({at(row, L_NUMBER)}="","",{formula})'
        sheet.figure(row, column, own, guarded, LINE_KINDS[column], "mark" if column == L_NUMBER else "cell")
    credited = f'IF({at(row, L_NUMBER)}="","",IF({at(row, L_AMOUNT)}=0,"",1))'
    sheet.verdict(row, len(LINE_TITLES), since, credited)


def _line_formulas(sheet: Sheet, first: int, row: int) -> dict[int, str]:
    number, month, blocks, billed, fee, billed_fee, before, exact, amount = (
        at(row, column) for column in (L_NUMBER, L_MONTH, L_BLOCKS, L_BILLED, L_FEE, L_BILLED_FEE, L_BEFORE, L_EXACT, L_AMOUNT)
    )
    place = row - first
    start, days, status, first_line = (f"INDEX(outage_{name},{number})" for name in ("start", "days", "status", "first_line"))
    above = {column: f"{at(first - 1, column)}:{at(row - 1, column)}" for column in (L_MONTH, L_GRANTED)}
    from_month = {name: f"SUMIFS(month_{name},month_month,{month})" for name in ("billed_days", "monthly_fee", "billed_fee")}
    return {
        L_NUMBER: f'IF({place}<credit_lines,MATCH({place},outage_first_line,1),"")',
        L_MONTH: f"EDATE({month_of(f'INT({start})')},{place}-{first_line})",
        L_BLOCKS: f"MAX(0,MIN({days},{_blocks_before(f'EDATE({month},1)', start)})-MAX(0,{_blocks_before(month, start)}))",
        L_BILLED: from_month["billed_days"],
        L_FEE: from_month["monthly_fee"],
        L_BILLED_FEE: from_month["billed_fee"],
        L_BEFORE: f"SUMIFS({above[L_GRANTED]},{above[L_MONTH]},{month})",
        L_EXACT: f"IF({billed}=0,0,{to_yen(f'({fee}*{blocks})', 'credit_divisor')})",
        L_AMOUNT: f"MIN({exact},{billed_fee}-{before})",
        L_GRANTED: f"IF({status}={_status_text(sheet, 'granted')},{amount},0)",
    }


def _blocks_before(day: str, start: str) -> str:
    """Return how many blocks of an outage begin before 00:00 of a day, were it endless."""
    return f"-INT(-ROUND(({day}-{start})*{SECONDS_A_DAY},0)/(outage_hours*3600))"


def _finish(sheet: Sheet, top: int, lines: tuple[int, int]) -> None:
    book, (first, last) = sheet.book, lines
    bottom = first - 4
    sheet.formula(bottom + 1, FIRST_LINE, _lines_before(bottom + 1), "count", "faint")
    sheet.name("credit_lines", bottom + 1, FIRST_LINE)
    used = book.looks.conditional(bottom=1, bottom_color=LINE)
    for begin, end, column in ((top, bottom, VERDICT), (first, last, len(LINE_TITLES))):
        sheet.mark(begin, column, end)
        rule = {"type": "formula", "criteria": f'=$A{begin + 1}<>""', "format": used}
        sheet.page.conditional_format(begin, 0, end, column, rule)
    outages = book.source.statement.outages
    rows = f'SUMPRODUCT(({sheet.cell(first, L_NUMBER, last)}<>"")*({sheet.cell(first, L_BILLED, last)}<>0))'
    book.counted.append((sheet.said("count.outages"), "COUNT(outage_known_at)", len(outages)))
    book.counted.append((sheet.said("count.credits"), rows, sum(len(each.lines) for each in outages)))
    book.counted.append((sheet.said("count.missing"), MISSING, 0))
    sheet.page.freeze_panes(top, 1)
