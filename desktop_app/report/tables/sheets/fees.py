"""The sheet of initial and one-time fees: what each is for, the day on which it accrues, its amount."""

from desktop_app.calculation.articles import Article
from desktop_app.document.fields import CHANGE_ITEMS
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import quoted
from desktop_app.report.tables.sheets.input_tables import SPARE

TITLES = ("fee", "fee_kind", "fee_day", "fee_amount", "fee_counted_on", "cited")
KIND, DAY, AMOUNT, COUNTED = 1, 2, 3, 4


def fees_sheet(book: Book) -> None:
    """Write the fees that accrue once."""
    sheet = book.sheet("fees")
    sheet.widths(34, 16, 20, 18, 24, 16)
    sheet.top("name.fees", 6)
    sheet.row(2, [sheet.said(f"column.{name}") for name in TITLES], "head")
    first = row = 3
    for label, kind, day, amount, article in _fees(sheet):
        _fee(sheet, row, (label, kind, article), day, amount)
        row += 1
    for column, name in ((KIND, "fee_kind"), (DAY, "fee_day"), (AMOUNT, "fee_amount"), (COUNTED, "fee_counted_on")):
        sheet.name(name, first, column, row - 1)
    sheet.page.freeze_panes(first, 1)
    sheet.page.repeat_rows(first - 1)


def _fee(sheet: Sheet, row: int, told: tuple[str, str, Article], day: str, amount: str) -> None:
    label, kind, article = told
    sheet.put(row, 0, label)
    sheet.put(row, KIND, sheet.said(f"fee_kind.{kind}"))
    sheet.formula(row, DAY, day, "day")
    sheet.formula(row, AMOUNT, amount.format(day=at(row, DAY)), "yen")
    sheet.formula(row, COUNTED, f'IF({at(row, AMOUNT)}>0,{at(row, DAY)},"")', "day")
    sheet.put(row, TITLES.index("cited"), sheet.cited(article), "cited")


def _fees(sheet: Sheet) -> list[tuple[str, str, str, str, Article]]:
    """Return of each fee its label, its kind, its day, its amount (with a place for its day), its article."""
    words, changes = sheet.book.source.words, sheet.book.source.contract.changes
    return [
        (words.label(("prices", "initial_fee")), "initial", "accrual_day", "initial_fee", Article.ANNEX_1_1),
        (
            words.label(("prices", "option_initial_fee")),
            "initial",
            'IF(option_taken_no=1,"",IF(option_accepted_on="",accrual_day,option_accepted_on))',
            'IF({day}="",0,option_initial_fee)',
            Article.ANNEX_1_1,
        ),
        (
            words.label(("prices", "option_removal_fee")),
            "one_time",
            'IF(OR(option_taken_no=1,option_removed_on=""),"",option_removed_on)',
            'IF({day}="",0,option_removal_fee)',
            Article.ANNEX_1_3,
        ),
        *(_change(sheet, i) for i in range(len(changes) + SPARE["changes"])),
    ]


def _change(sheet: Sheet, i: int) -> tuple[str, str, str, str, Article]:
    words = sheet.book.source.words
    day, item, own = (f"INDEX({name},{i + 1})" for name in ("change_accepted_on", "change_item", "change_own_fee"))
    listed = f"IF({item}={{text}},change_fee_{{name}},{{rest}})"
    price = "0"
    for name in reversed(CHANGE_ITEMS):
        price = listed.format(text=quoted(words.choice("item", name)), name=name, rest=price)
    amount = f'IF({{day}}="",0,IF({own}="",{price},{own}))'
    return (sheet.said("fee.change", number=i + 1), "one_time", f'IF({day}="","",{day})', amount, Article.ANNEX_1_3)
