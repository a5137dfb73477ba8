"""Tables of the statement as CSV that every spreadsheet opens in its own letters and in which no text becomes a formula."""

import csv
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import CreditLine, MonthlyBill, OutageCredit, SettlementLine, Statement, public_name
from desktop_app.calculation.step import Path, Step
from desktop_app.document.assess import Assessment
from desktop_app.report.blocks.source import Source
from desktop_app.report.characters import visible
from desktop_app.report.statement_json import hours_text, rate_text
from desktop_app.wording.days import Language
from desktop_app.wording.reasons import label
from desktop_app.wording.wording import Wording, wording

SUFFIX = ".csv"
FORMULAS_BEGIN = frozenset("=+-@\N{MINUS SIGN}")
ACTING_ALONE = frozenset("\t\r\n")
PRINTED: tuple[Path, ...] = (
    ("title",),
    ("quote", "number"),
    ("quote", "issued_on"),
    ("quote", "valid_until"),
    ("customer", "name"),
    ("customer", "department"),
    ("customer", "contact"),
    ("customer", "administrator"),
    ("issuer", "company"),
    ("service", "business_name"),
    ("service", "domains"),
    ("service", "ipv4_addresses"),
)
"""Of the contract only what papers show as well; notes and the memo stay in the house."""
CALLED = {"settlement": "settlement_in_month", "total": "month_total", "amount": "settlement_line"}
"""Columns whose figure goes by another name."""

Cell = str | int | Decimal
Row = list[Cell]


def csv_bytes(assessment: Assessment, language: Language = "ja", table: str = "months") -> bytes:
    """Return a table of a contract without problems: UTF-8 with its mark, CRLF, texts in quotes, numbers plain."""
    if assessment.contract is None or assessment.statement is None:
        message = "a table is only there for a contract without problems"
        raise ValueError(message)
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows(TABLES[table](assessment.contract, assessment.statement, wording(language)))
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    r"""Return a text that no spreadsheet takes for a formula: with an apostrophe in front where it begins like one.

    What is not seen at its beginning is looked past, and full-width signs are signs.

    >>> harmless("=1+1"), harmless("\u3000＋81"), harmless("株式会社A=B")
    ("'=1+1", "'\u3000＋81", '株式会社A=B')
    """
    begins = text.lstrip("".join({each for each in text if each.isspace() or unicodedata.category(each) in {"Cf", "Cc"}}))
    first = unicodedata.normalize("NFKC", begins[:1])
    if text[:1] in ACTING_ALONE or first[:1] in FORMULAS_BEGIN:
        return f"'{visible(text)}"
    return visible(text)


def _cell(value: object, name: str, words: Wording) -> Cell:  # noqa: PLR0911 - one return for each kind of value
    """Return a value as it stands in a table: numbers plain, days as ISO 8601 has them, choices in words."""
    match value:
        case None:
            return ""
        case bool():
            return words.figure(name, value)
        case int():
            return value
        case Yen():
            return value.amount
        case datetime():
            return value.isoformat(" ", "seconds" if value.second else "minutes")
        case date() | Month():
            return str(value)
        case timedelta():
            return Decimal(hours_text(value))
        case Fraction():
            return Decimal(rate_text(value))
        case tuple():
            return harmless(" ".join(map(str, value)))
    return harmless(words.figure(name, value) if name == "status" else str(value))


def _figures(part: Any, words: Wording) -> Row:
    """Return the figures of a part of the statement, in its order."""
    return [_cell(step.value, step.name, words) for step in part if isinstance(step, Step)]


def _titles(part: Any, words: Wording, **called: str) -> Row:
    names = [public_name(name) for name in part._fields if name != "lines"]
    return [words.text(f"figure.{called.get(name, CALLED.get(name, name))}") for name in names]


def _months(_: Contract, statement: Statement, words: Wording) -> Iterator[Row]:
    yield _titles(MonthlyBill, words)
    yield from (_figures(bill, words) for bill in statement.months)


def _settlement(_: Contract, statement: Statement, words: Wording) -> Iterator[Row]:
    yield _titles(SettlementLine, words)
    lines = () if statement.settlement is None else statement.settlement.lines
    yield from (_figures(line, words) for line in lines)


def _outages(contract: Contract, statement: Statement, words: Wording) -> Iterator[Row]:
    number = words.text("paper.sheet.column.number")
    asked = [words.label(("outages", name)) for name in ("known_at", "restored_at")]
    yield [number, *asked, *_titles(OutageCredit, words, amount="outage_credit")]
    for i, (outage, credit) in enumerate(zip(contract.outages, statement.outages, strict=True), start=1):
        times = [_cell(each, "", words) for each in (outage.known_at, outage.restored_at)]
        yield [i, *times, *_figures(credit, words)]


def _credits(_: Contract, statement: Statement, words: Wording) -> Iterator[Row]:
    yield [words.text("paper.sheet.column.number"), *_titles(CreditLine, words, amount="credit_line", days="credit_days")]
    for i, credit in enumerate(statement.outages, start=1):
        yield from ([i, *_figures(line, words)] for line in credit.lines)


def _dates(contract: Contract, statement: Statement, words: Wording) -> Iterator[Row]:
    yield [words.text(f"paper.column.{name}") for name in ("date", "day", "article")]
    source, dates = Source(contract, statement, words), statement.dates
    ending: tuple[Step[Any], ...] = dates.termination or ()
    for step in (dates.accepted_on, dates.billing_start, *dates.minimum_term, *ending, dates.latest_notice_for_term_end):
        yield [label(step, words), _cell(step.value, step.name, words), source.cited(step)]


def _totals(_: Contract, statement: Statement, words: Wording) -> Iterator[Row]:
    yield [words.text("paper.sheet.facts.name"), words.text("paper.sheet.column.fee_amount")]
    yield from ([label(step, words), _cell(step.value, step.name, words)] for step in statement.totals)


def _contract(contract: Contract, _: Statement, words: Wording) -> Iterator[Row]:
    yield [words.text("paper.sheet.facts.name"), words.text("paper.sheet.facts.value")]
    for path in PRINTED:
        value: Any = contract
        for name in path:
            value = getattr(value, str(name))
        yield [words.label(path), _cell(value, "", words)]


TABLES: dict[str, Callable[[Contract, Statement, Wording], Iterator[Row]]] = {
    "months": _months,
    "settlement": _settlement,
    "outages": _outages,
    "credits": _credits,
    "dates": _dates,
    "totals": _totals,
    "contract": _contract,
}
"""The tables by name; the first is the one that is meant where none is named."""
