"""The sheet of credits: each outage from its hours to its deadline, and the days of each month that it gives, up to the fee."""

from desktop_app.calculation.articles import Article
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import OutageCredit
from desktop_app.calculation.step import Path
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import month_of, period_end, quoted, to_yen
from desktop_app.report.tables.looks import LINE
from desktop_app.report.tables.sheets.input_tables import SPARE

HEAD, FIRST = 3, 5
OUTAGE_TITLES = (
    "number", "outage_from", "outage_to", "seconds", "hours", "whole_days", "claimable_moment", "claimable_on", "first_counted",
    "claim_deadline", "status", "outage_credit",
)  # fmt: skip
NUMBER, START, END, SECONDS, HOURS, DAYS, MOMENT, CLAIMABLE, COUNTED, DEADLINE, STATUS, AMOUNT = range(len(OUTAGE_TITLES))
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

FEWEST_MONTHS = 3
"""Rows for the months of an outage that is still to be typed."""
SECONDS_A_DAY = 86_400


def credits_sheet(book: Book) -> None:
    """Write the outages, and below them their months."""
    sheet = book.sheet("credits")
    sheet.widths(8, 17, 17, 12, 13, 13, 17, 14, 14, 14, 14, 14, 9)
    sheet.top("name.credits", VERDICT + 1, "credits.note")
    _head(sheet, HEAD, OUTAGE_TITLES, OUTAGE_ARTICLES)
    months = [*map(_months_of, book.source.statement.outages), *[FEWEST_MONTHS] * SPARE["outages"]]
    head = FIRST + len(months) + 1
    _head(sheet, head, LINE_TITLES, LINE_ARTICLES)
    lines = first = head + 2
    for i, count in enumerate(months):
        _outage(sheet, i, (lines, lines + count - 1))
        lines += count
    lines = first
    for i, count in enumerate(months):
        for k in range(count):
            _line(sheet, (first, lines + k), i, k)
        lines += count
    sheet.name("credit_month", first, L_MONTH, lines - 1)
    sheet.name("credit_granted", first, L_GRANTED, lines - 1)
    _finish(sheet, (first, lines - 1))


def _head(sheet: Sheet, row: int, titles: tuple[str, ...], articles: dict[int, Article]) -> None:
    sheet.row(row, [*(sheet.said(f"column.{name}") for name in titles), sheet.said("facts.verdict")], "head")
    sheet.page.set_row(row, 30)
    sheet.articles(row + 1, [*(articles.get(i) for i in range(len(titles))), None])


def _months_of(credit: OutageCredit) -> int:
    """Return in how many months at most the blocks of an outage begin, and one more."""
    return max(FEWEST_MONTHS, credit.whole_days.value // 28 + 3)


def _outage(sheet: Sheet, i: int, lines: tuple[int, int]) -> None:
    row, since = FIRST + i, len(sheet.book.checked)
    sheet.formula(row, NUMBER, f'IF({at(row, START)}="","",{i + 1})', "count", "mark")
    formulas = _outage_formulas(sheet, i, row, lines)
    for column in range(START, len(OUTAGE_TITLES)):
        path: Path = ("outages", i, OUTAGE_FIGURES[column]) if column in OUTAGE_FIGURES else ()
        guarded = f'IF(INDEX(outage_known_at,{i + 1})="","",{formulas[column]})'
        sheet.figure(row, column, path, guarded, OUTAGE_KINDS[column], "cell")
    sheet.verdict(row, VERDICT, since, at(row, START))


def _outage_formulas(sheet: Sheet, i: int, row: int, lines: tuple[int, int]) -> dict[int, str]:
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
        AMOUNT: f"SUM({at(lines[0], L_AMOUNT)}:{at(lines[1], L_AMOUNT)})",
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


def _line(sheet: Sheet, rows: tuple[int, int], i: int, k: int) -> None:
    """Write the month `k` after that in which an outage begins; `rows` are the first of all lines and this one."""
    first, row = rows
    since = len(sheet.book.checked)
    formulas = _line_formulas(sheet, (first, row), FIRST + i, k)
    number = _statement_line(sheet, i, k)
    sheet.formula(row, L_NUMBER, f'IF({at(row, L_MONTH)}="","",{i + 1})', "count", "mark")
    for column in range(L_MONTH, len(LINE_TITLES)):
        path: Path = ("outages", i, "lines", number, LINE_FIGURES[column]) if number >= 0 and column in LINE_FIGURES else ()
        guarded = formulas[column] if column == L_MONTH else f'IF({at(row, L_MONTH)}="","",{formulas[column]})'
        sheet.figure(row, column, path, guarded, LINE_KINDS[column], "cell")
    credited = f'IF({at(row, L_MONTH)}="","",IF({at(row, L_AMOUNT)}=0,"",1))'
    sheet.verdict(row, len(LINE_TITLES), since, credited)


def _statement_line(sheet: Sheet, i: int, k: int) -> int:
    """Return which line of the statement's outage is of the month `k` after its beginning; -1 where none is."""
    source = sheet.book.source
    if i >= len(source.statement.outages):
        return -1
    start = max(source.contract.outages[i].known_at.date(), source.contract.dates.billing_start)
    month = Month.of(start).plus(k)
    months = [line.month.value for line in source.statement.outages[i].lines]
    return months.index(month) if month in months else -1


def _line_formulas(sheet: Sheet, rows: tuple[int, int], outage: int, k: int) -> dict[int, str]:
    first, row = rows
    start, days, status = at(outage, START), at(outage, DAYS), at(outage, STATUS)
    month, blocks, billed, fee, billed_fee, before, exact, amount = (
        at(row, column) for column in (L_MONTH, L_BLOCKS, L_BILLED, L_FEE, L_BILLED_FEE, L_BEFORE, L_EXACT, L_AMOUNT)
    )
    this_month = f"EDATE({month_of(f'INT({start})')},{k})"
    last_block = f"INT({start}+({days}-1)*outage_hours/24)"
    above = {column: f"{at(first - 1, column)}:{at(row - 1, column)}" for column in (L_MONTH, L_GRANTED)}
    from_month = {name: f"SUMIFS(month_{name},month_month,{month})" for name in ("billed_days", "monthly_fee", "billed_fee")}
    return {
        L_MONTH: f'IF({start}="","",IF({days}=0,"",IF({this_month}>{last_block},"",{this_month})))',
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


def _finish(sheet: Sheet, lines: tuple[int, int]) -> None:
    book, (first, last) = sheet.book, lines
    used = book.looks.conditional(bottom=1, bottom_color=LINE)
    until = {FIRST: (first - 4, VERDICT), first: (last, len(LINE_TITLES))}
    for begin, (end, column) in until.items():
        rule = {"type": "formula", "criteria": f'=$B{begin + 1}<>""', "format": used}
        sheet.page.conditional_format(begin, 0, end, column, rule)
        sheet.mark(begin, column, end)
    outages = book.source.statement.outages
    rows = f'SUMPRODUCT(({sheet.cell(first, L_MONTH, last)}<>"")*({sheet.cell(first, L_BILLED, last)}<>0))'
    book.counted.append((sheet.said("count.outages"), "COUNT(outage_known_at)", len(outages)))
    book.counted.append((sheet.said("count.credits"), rows, sum(len(each.lines) for each in outages)))
    sheet.page.freeze_panes(FIRST, 1)
