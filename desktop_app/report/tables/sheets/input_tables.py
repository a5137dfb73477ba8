"""The tables of inputs, with rows to spare: bands of prices, account records, changes, outages, rates of tax."""

from collections.abc import Iterable, Sequence

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Graduated, Volume
from desktop_app.calculation.step import Path
from desktop_app.document.fields import CHANGE_ITEMS
from desktop_app.report.tables.book import Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.validation import listed, valid

SPARE = {"tiers": 2, "accounts": 4, "changes": 3, "outages": 2}
"""Empty rows below those of the contract, so that more can be typed."""

BEYOND = 10**9
"""More accounts than a contract can have: where an unused band begins."""

FLAGS = ("attributable_to_provider", "total_outage")


def _head(sheet: Sheet, row: int, key: str, titles: Sequence[str]) -> int:
    sheet.put(row, 0, sheet.said(f"inputs.{key}"), "heading")
    for column in range(1, max(4, len(titles))):
        sheet.put(row, column, "", "heading")
    sheet.row(row + 1, titles, "head")
    return row + 2


def _column(sheet: Sheet, place: tuple[int, int], name: str, kind: str, values: Iterable[object]) -> None:
    """Write a column of inputs under one name."""
    row, column = place
    last = row - 1
    for value in values:
        last += 1
        sheet.put(last, column, value, "input", kind)
    sheet.name(name, row, column, last)
    valid(sheet, row, column, kind, last)


def _numbered(sheet: Sheet, row: int, count: int) -> None:
    for i in range(count):
        sheet.put(row + i, 0, i + 1, "number", "count")


def _labels(sheet: Sheet, *paths: Path) -> list[str]:
    return [sheet.said("inputs.number"), *(sheet.book.source.words.label(path) for path in paths)]


def tiers_table(sheet: Sheet, row: int) -> int:
    """Write the bands, and where each begins and by how much its price differs from that of the band below."""
    monthly = sheet.book.source.contract.prices.monthly
    tiers = monthly.tiers if isinstance(monthly, Graduated | Volume) else ()
    path: Path = ("prices", "monthly", "tiers")
    titles = _labels(sheet, (*path, "up_to"), (*path, "unit_price"))
    row = _head(sheet, row, "tiers", [*titles, *(sheet.said(f"inputs.tier_{name}") for name in ("below", "units", "step"))])
    count = len(tiers) + SPARE["tiers"]
    spare = [None] * SPARE["tiers"]
    _numbered(sheet, row, count)
    _column(sheet, (row, 1), "tier_up_to", "count", [*(tier.up_to for tier in tiers), *spare])
    _column(sheet, (row, 2), "tier_unit_price", "price", [*(tier.unit_price for tier in tiers), *spare])
    for i in range(row, row + count):
        unused, first = f'{at(i, 2)}=""', i == row
        sheet.formula(i, 3, f"IF({unused},{BEYOND},{0 if first else at(i - 1, 1)})", "below")
        sheet.formula(i, 4, f"IF({unused},0,ROUND({at(i, 2)}*price_units,0))", "count")
        sheet.formula(i, 5, f"{at(i, 4)}-{0 if first else at(i - 1, 4)}", "count")
    for column, name in ((3, "tier_below"), (4, "tier_price_units"), (5, "tier_step_units")):
        sheet.name(name, row, column, row + count - 1)
    return row + count + 1


def accounts_table(sheet: Sheet, row: int) -> int:
    """Write the account records in the order of the file."""
    records = sheet.book.source.contract.accounts
    row = _head(sheet, row, "accounts", _labels(sheet, ("accounts", "from"), ("accounts", "count")))
    spare = [None] * SPARE["accounts"]
    _numbered(sheet, row, len(records) + len(spare))
    _column(sheet, (row, 1), "account_from", "moment", [*(each.starts for each in records), *spare])
    _column(sheet, (row, 2), "account_count", "count", [*(each.count for each in records), *spare])
    return row + len(records) + len(spare) + 1


def changes_table(sheet: Sheet, row: int) -> int:
    """Write the changes of the contract."""
    changes, words = sheet.book.source.contract.changes, sheet.book.source.words
    titles = _labels(sheet, *(("changes", name) for name in ("accepted_on", "item", "fee")))
    row = _head(sheet, row, "changes", titles)
    spare = [None] * SPARE["changes"]
    count = len(changes) + len(spare)
    _numbered(sheet, row, count)
    _column(sheet, (row, 1), "change_accepted_on", "day", [*(each.accepted_on for each in changes), *spare])
    _column(sheet, (row, 2), "change_item", "text", [*(words.choice("item", each.item) for each in changes), *spare])
    _column(sheet, (row, 3), "change_own_fee", "yen", [*(each.fee for each in changes), *spare])
    listed(sheet, row, 2, tuple(words.choice("item", item) for item in CHANGE_ITEMS), row + count - 1)
    return row + count + 1


def outages_table(sheet: Sheet, row: int) -> int:
    """Write the outages in the order of the file."""
    outages, words = sheet.book.source.contract.outages, sheet.book.source.words
    kinds = {
        "known_at": "moment",
        "restored_at": "moment",
        **dict.fromkeys(FLAGS, "text"),
        "claimed_on": "day",
        "claimable_on": "day",
    }
    row = _head(sheet, row, "outages", _labels(sheet, *(("outages", name) for name in kinds)))
    spare = [None] * SPARE["outages"]
    count = len(outages) + len(spare)
    _numbered(sheet, row, count)
    for column, (name, kind) in enumerate(kinds.items(), start=1):
        values = [words.figure(name, getattr(each, name)) if name in FLAGS else getattr(each, name) for each in outages]
        _column(sheet, (row, column), f"outage_{name}", kind, [*values, *spare])
        if name in FLAGS:
            listed(sheet, row, column, tuple(words.figure(name, value) for value in (True, False)), row + count - 1)
    return row + count + 1


def tax_table(sheet: Sheet, row: int) -> int:
    """Write the rates of consumption tax with the first day of each."""
    source = sheet.book.source
    titles = [source.words.text("figure.rate_effective_on"), source.words.text("figure.tax_rate"), "", sheet.said("cited")]
    row = _head(sheet, row, "tax", titles)
    rates = source.rules.tax_rates.rates
    for i, each in enumerate(rates):
        sheet.put(row + i, 0, each.effective_on, "fixed", "day")
        sheet.put(row + i, 1, each.rate.value, "fixed", "rate")
        sheet.put(row + i, 2, sheet.said("inputs.fixed"), "cited")
        sheet.put(row + i, 3, sheet.cited(Article.CONSUMPTION_TAX), "cited")
    sheet.name("tax_from", row, 0, row + len(rates) - 1)
    sheet.name("tax_rate", row, 1, row + len(rates) - 1)
    return row + len(rates) + 1
