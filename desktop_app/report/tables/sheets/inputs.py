"""The sheet of inputs: everything that was typed or that the terms set, each cell with the name by which formulas call it."""

from typing import NamedTuple, get_args

from desktop_app.calculation.articles import Article
from desktop_app.calculation.choices import ClaimableFrom, PartialMonth, SettlementBasis, TerminationKind
from desktop_app.calculation.contract import Monthly
from desktop_app.calculation.money import Rounding
from desktop_app.calculation.part import members_of
from desktop_app.calculation.step import Path, Step
from desktop_app.document.fields import MODELS, field_at
from desktop_app.report.tables.book import Book, Sheet
from desktop_app.report.tables.cells import at
from desktop_app.report.tables.formulas import number_of
from desktop_app.report.tables.sheets.input_tables import (
    accounts_table,
    changes_table,
    outages_table,
    tax_table,
    tiers_table,
)
from desktop_app.report.tables.validation import listed, valid

VALUE, NUMBER, CITED = 1, 2, 3
TERMS = ("minimum_term_months", "notice_days", "outage_hours", "credit_divisor", "claim_months")
CHOICES: dict[str, tuple[str, ...]] = {
    "partial_month": get_args(PartialMonth),
    "rounding": get_args(Rounding),
    "settlement_basis": get_args(SettlementBasis),
    "settlement_taxable": ("no", "yes"),
    "claimable_from": get_args(ClaimableFrom),
}
"""The policies that are choices, in the order of their numbers."""


class Input(NamedTuple):
    """One input: the address of its field, its name in formulas, what kind of value it is, the value."""

    path: Path
    name: str
    kind: str
    value: object


def inputs_sheet(book: Book) -> None:
    """Write the inputs, section by section."""
    sheet = book.sheet("inputs")
    sheet.widths(30, 24, 22, 22, 16, 20, 20)
    sheet.top("name.inputs", 7, "inputs.note")
    row = _singles(sheet, 3, "dates", _dates(book))
    row = _singles(sheet, row, "prices", _prices(book))
    row = _monthly(sheet, row)
    row = tiers_table(sheet, row)
    row = accounts_table(sheet, row)
    row = _option(sheet, row)
    row = changes_table(sheet, row)
    row = _termination(sheet, row)
    row = outages_table(sheet, row)
    row = _policy(sheet, row)
    row = _terms(sheet, row)
    tax_table(sheet, row)
    sheet.page.freeze_panes(3, 1)


def heading(sheet: Sheet, row: int, key: str, columns: int = 4) -> int:
    """Write the heading of a section and return the row below it."""
    for column in range(columns):
        sheet.put(row, column, sheet.said(f"inputs.{key}") if column == 0 else "", "heading")
    return row + 1


def _singles(sheet: Sheet, row: int, key: str, inputs: list[Input]) -> int:
    row = heading(sheet, row, key)
    for each in inputs:
        _single(sheet, row, each)
        row += 1
    return row + 1


def _single(sheet: Sheet, row: int, each: Input) -> None:
    label = sheet.said("inputs.as_of") if each.name == "as_of" else sheet.book.source.words.label(each.path)
    sheet.put(row, 0, label)
    sheet.put(row, VALUE, each.value, "input", each.kind)
    sheet.put(row, NUMBER, "", "number")
    field = field_at(each.path)
    sheet.put(row, CITED, sheet.cited(field.article if field is not None else None), "cited")
    sheet.name(each.name, row, VALUE)
    valid(sheet, row, VALUE, each.kind)


def _dates(book: Book) -> list[Input]:
    dates, statement = book.source.contract.dates, book.source.statement
    return [
        Input(("as_of",), "as_of", "day", statement.as_of.value),
        Input(("dates", "accepted_on"), "accepted_on", "day", dates.accepted_on),
        Input(("dates", "billing_start"), "billing_start", "day", dates.billing_start),
    ]


def _prices(book: Book) -> list[Input]:
    prices = book.source.contract.prices
    names = ("initial_fee", "option_initial_fee", "option_removal_fee")
    found = [Input(("prices", name), name, "yen", getattr(prices, name)) for name in names]
    fees = prices.change_fees
    items = members_of(type(fees))
    return [*found, *(Input(("prices", "change_fees", item), f"change_fee_{item}", "yen", getattr(fees, item)) for item in items)]


def _monthly(sheet: Sheet, row: int) -> int:
    words, monthly = sheet.book.source.words, sheet.book.source.contract.prices.monthly
    row = heading(sheet, row, "monthly")
    models = tuple(words.choice("model", each) for each in MODELS)
    _choice(
        sheet, row, Input(("prices", "monthly", "model"), "price_model", "text", words.choice("model", monthly.model)), models
    )
    row += 1
    for each in _monthly_inputs(monthly):
        _single(sheet, row, each)
        if each.kind == "price":
            sheet.formula(row, NUMBER, f"ROUND({at(row, VALUE)}*price_units,0)", "count")
            sheet.name(f"{each.name}_units", row, NUMBER)
        row += 1
    sheet.put(row, 0, sheet.said("inputs.price_units"))
    sheet.formula(row, VALUE, _price_units(), "count")
    sheet.name("price_units", row, VALUE)
    sheet.page.merge_range(row, NUMBER, row, CITED + 3, sheet.said("inputs.price_units.note"), sheet.book.looks.look("note"))
    return row + 2


def _monthly_inputs(monthly: Monthly) -> list[Input]:
    kinds = {
        "base_fee": "yen",
        "minimum_accounts": "count",
        "minimum_charge": "yen",
        "unit_price": "price",
        "package_size": "count",
        "package_price": "price",
    }
    return [Input(("prices", "monthly", name), name, kind, getattr(monthly, name, None)) for name, kind in kinds.items()]


def _price_units() -> str:
    """Return how many units make a yen so that all prices are whole in them: 1, 100, or a million."""
    names = ("unit_price", "package_price", "tier_unit_price")
    whole, hundredths = ("+".join(f"SUMPRODUCT(--(ROUND({name},{n})<>{name}))" for name in names) for n in (0, 2))
    return f"IF({whole}=0,1,IF({hundredths}=0,100,1000000))"


def _choice(sheet: Sheet, row: int, each: Input, choices: tuple[str, ...]) -> None:
    """Write an input that is one of some texts, and beside it its number, which formulas ask for."""
    _single(sheet, row, each)
    listed(sheet, row, VALUE, choices)
    sheet.formula(row, NUMBER, number_of(at(row, VALUE), choices), "count", "number")
    sheet.name(f"{each.name}_no", row, NUMBER)


def _option(sheet: Sheet, row: int) -> int:
    option = sheet.book.source.contract.option
    row = heading(sheet, row, "option")
    choices = (sheet.said("option.no"), sheet.said("option.yes"))
    _choice(sheet, row, Input(("option",), "option_taken", "text", choices[option is not None]), choices)
    days = {"option_accepted_on": "accepted_on", "option_removed_on": "removal_accepted_on"}
    for i, (name, field) in enumerate(days.items(), start=1):
        _single(sheet, row + i, Input(("option", field), name, "day", getattr(option, field, None)))
    return row + 4


def _termination(sheet: Sheet, row: int) -> int:
    words, ends = sheet.book.source.words, sheet.book.source.contract.termination
    row = heading(sheet, row, "termination")
    choices = (words.value(None), *(words.choice("kind", kind) for kind in get_args(TerminationKind)))
    chosen = choices[0] if ends is None else words.choice("kind", ends.kind)
    _choice(sheet, row, Input(("termination", "kind"), "termination_kind", "text", chosen), choices)
    names = {"notice_arrived_on": "notice_arrived_on", "designated_on": "designated_on", "effective_on": "entered_effective_on"}
    for i, (field, name) in enumerate(names.items(), start=1):
        _single(sheet, row + i, Input(("termination", field), name, "day", getattr(ends, field, None)))
    return row + 5


def _policy(sheet: Sheet, row: int) -> int:
    words, policy = sheet.book.source.words, sheet.book.source.contract.policy
    row = heading(sheet, row, "policy")
    for name, choices in CHOICES.items():
        value = getattr(policy, name)
        chosen = words.choice(name, ("yes" if value else "no") if isinstance(value, bool) else value)
        texts = tuple(words.choice(name, each) for each in choices)
        _choice(sheet, row, Input(("policy", name), name, "text", chosen), texts)
        row += 1
    for name in ("settlement_accounts", "quote_months"):
        _single(sheet, row, Input(("policy", name), name, "count", getattr(policy, name)))
        row += 1
    return row + 1


def _terms(sheet: Sheet, row: int) -> int:
    """Write the numbers that the terms set, as what they are: fixed by an article, not typed."""
    source = sheet.book.source
    row = heading(sheet, row, "terms")
    for name in TERMS:
        step: Step[int] = getattr(source.terms, name)
        sheet.put(row, 0, source.words.text(f"figure.{name}"))
        sheet.put(row, VALUE, step.value, "fixed", "count")
        sheet.put(row, NUMBER, sheet.said("inputs.fixed"), "cited")
        sheet.put(row, CITED, sheet.cited(step), "cited")
        sheet.name(name, row, VALUE)
        row += 1
    sheet.put(row, 0, source.words.label(("terms",)))
    sheet.put(row, VALUE, source.words.choice("terms", source.contract.terms), "fixed", "text")
    sheet.put(row, NUMBER, sheet.said("inputs.fixed"), "cited")
    sheet.put(row, CITED, sheet.cited(Article.SUPPLEMENT), "cited")
    return row + 2
