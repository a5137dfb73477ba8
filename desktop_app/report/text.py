"""The statement as plain text: what an account manager pastes into a mail, in the words of the paper."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import CreditLine, MonthlyBill, OutageCredit, Settlement, SettlementLine
from desktop_app.calculation.step import Step
from desktop_app.document.assess import Assessment
from desktop_app.report.blocks.agreed import remarks_block
from desktop_app.report.blocks.credits import POSSIBLE, credits_block
from desktop_app.report.blocks.dates import dates_block
from desktop_app.report.blocks.head import head_block
from desktop_app.report.blocks.month_table import totals_block
from desktop_app.report.blocks.reasons import assumptions_block, notices_block
from desktop_app.report.blocks.settlement import settlement_block
from desktop_app.report.blocks.source import Block, Source
from desktop_app.report.characters import display_width, padded
from desktop_app.wording.amounts import credit_text, signed_number, yen_text
from desktop_app.wording.reasons import label
from desktop_app.wording.wording import Wording

INDENT = "  "
EMPTY = "-"
WIDEST = 100
"""Columns that a table may take before its cells are moved together."""
MONTH_COLUMNS = (
    "month",
    "days",
    "accounts",
    "monthly_fee",
    "billed_fee",
    "other_fees",
    "credit",
    "settlement",
    "tax",
    "total",
)


def statement_text(assessment: Assessment, words: Wording) -> str:
    """Return the statement of a contract without problems in words, part by part."""
    if assessment.contract is None or assessment.statement is None:
        message = "a statement is only there for a contract without problems"
        raise ValueError(message)
    source = Source(assessment.contract, assessment.statement, words)
    parts = (
        _addressee(source),
        _head(source),
        _totals(source),
        _points(notices_block(source), words),
        _dates(source),
        _months(source),
        _settlement(source),
        _credits(source),
        _points(assumptions_block(source), words),
        _remarks(source),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _addressee(source: Source) -> Iterator[str]:
    if source.contract.customer.name.strip():
        to = head_block(source, "")["to"]
        yield to["name"]
        yield from to["lines"]


def _head(source: Source) -> Iterator[str]:
    head = head_block(source, "")
    if head["subject"] is not None:
        yield "".join(head["subject"])
    yield from (source.words.text("cli.text.fact", name=name, value=value) for name, value in head["facts"])
    edition = source.words.choice("terms", source.contract.terms)
    yield source.words.text("cli.text.as_of", day=source.day(source.statement.as_of.value), edition=edition)


def _heading(title: str, words: Wording, note: str = "") -> str:
    return words.text("cli.text.heading_with_note" if note else "cli.text.heading", title=title, note=note)


def _totals(source: Source) -> Iterator[str]:
    totals, words = source.statement.totals, source.words
    parts = (totals.monthly_fees, totals.initial_fees, totals.one_time_fees, totals.credits, totals.settlement)
    rows = [(label(step, words), _signed(step, source)) for step in parts if step.value]
    block = totals_block(source)
    yield _heading(words.text("cli.text.totals"), words)
    yield from _table([*rows, *block["rows"]], "lr")
    yield from (f"{INDENT}{INDENT}{each}" for each in block["rates"])


def _signed(step: Step[Yen], source: Source) -> str:
    taken_off = step is source.statement.totals.credits
    return credit_text(step.value, source.words.language) if taken_off else yen_text(step.value)


def _dates(source: Source) -> Iterator[str]:
    block = dates_block(source)
    yield _heading(block["heading"], source.words)
    yield from _table([(cells[0], *cells[-2:]) for cells in (row["cells"] for row in block["rows"])], "lll")


def _months(source: Source) -> Iterator[str]:
    bills, words = source.statement.months, source.words
    if not bills:
        return
    rows = [dict(zip(MONTH_COLUMNS, _month(bill, source), strict=True)) for bill in bills]
    sums = dict(zip(MONTH_COLUMNS, _sums(source), strict=True))
    whole = all(row["monthly_fee"] == row["billed_fee"] for row in rows)
    shown = [name for name in MONTH_COLUMNS if not (whole and name == "monthly_fee")]
    used = [name for name in shown if any(row[name] != EMPTY for row in rows)]
    titles = {name: words.text(f"cli.text.column.{name}") for name in used}
    yield _heading(source.said("months"), words, words.text("cli.text.unit"))
    yield from _table([[row[name] for name in used] for row in (titles, *rows, sums)], "l" + "r" * (len(used) - 1))


def _month(bill: MonthlyBill, source: Source) -> Iterator[str]:
    days, accounts = bill.billed_days.value, bill.max_accounts.value
    yield str(bill.month.value).replace("-", "/")
    yield source.part_of_month(days, bill.days_in_month.value) if days else EMPTY
    yield EMPTY if accounts is None else f"{accounts:,}"
    yield from (_amount(each.value) for each in (bill.monthly_fee, bill.billed_fee))
    yield _amount(bill.initial_fees.value + bill.one_time_fees.value)
    yield signed_number(-bill.credit.value.amount, source.words.language) if bill.credit.value else EMPTY
    yield _amount(bill.settlement.value)
    yield from (f"{step.value.amount:,}" for step in (bill.tax, bill.total))


def _amount(amount: Yen) -> str:
    return f"{amount.amount:,}" if amount else EMPTY


def _sums(source: Source) -> Iterator[str]:
    totals = source.statement.totals
    yield from (source.said("column.sum"), "", "", "")
    fees = totals.initial_fees.value + totals.one_time_fees.value
    yield from (f"{amount.amount:,}" for amount in (totals.monthly_fees.value, fees))
    yield signed_number(-totals.credits.value.amount, source.words.language)
    yield from (f"{step.value.amount:,}" for step in (totals.settlement, totals.tax, totals.total))


def _settlement(source: Source) -> Iterator[str]:
    block, settled = settlement_block(source), source.statement.settlement
    if block is None or settled is None:
        return
    yield _heading(block["heading"], source.words, block["cited"])
    yield from (f"{INDENT}{sentence}" for sentence in block["lead"])
    if settled.lines:
        titles = [column["title"] for column in block["columns"]]
        yield from _table([titles, *(row["cells"] for row in block["rows"]), block["sum"]], "lrrr")
        yield from (f"{INDENT}{sentence}" for sentence in _partial(settled, source))


def _partial(settled: Settlement, source: Source) -> Iterator[str]:
    """Yield how the months that remain only in part were reckoned."""
    for line in settled.lines:
        if line.days.value != line.days_in_month.value:
            yield _of_month(line, source)


def _of_month(line: SettlementLine | CreditLine, source: Source) -> str:
    return source.words.text("cli.text.of_month", month=line.month.value, sentence=source.why(line.amount))


def _credits(source: Source) -> Iterator[str]:
    block = credits_block(source)
    if block is None:
        return
    yield _heading(block["heading"], source.words, block["cited"])
    for row, credit in zip(block["rows"], source.statement.outages, strict=True):
        yield f"{INDENT}{_outage(row['cells'], credit, source.words)}"
        yield from (f"{INDENT * 2}{sentence}" for sentence in _why_credited(credit, source))
    yield from (f"{INDENT}{note}" for note in block["notes"])


def _outage(cells: Sequence[str], credit: OutageCredit, words: Wording) -> str:
    """Return when an outage was and what it gives; in brackets what it would give if it were claimed."""
    status, amount = cells[4], credit.amount.value
    if amount and credit.status.value == "granted":
        status = words.text("cli.text.credit.granted", status=status, amount=credit_text(amount, words.language))
    elif amount and credit.status.value in POSSIBLE:
        status = words.text("cli.text.credit.possible", status=status, amount=amount)
    return words.text("cli.text.outage", number=cells[0], time=cells[1], length=cells[2], status=status)


def _why_credited(credit: OutageCredit, source: Source) -> Iterator[str]:
    yield source.why(credit.whole_days if credit.status.value == "not_applicable" else credit.status)
    if credit.status.value in {"granted", *POSSIBLE}:
        yield from (_of_month(line, source) for line in credit.lines)


def _points(block: Block | None, words: Wording) -> Iterator[str]:
    if block is not None:
        yield _heading(block["heading"], words)
        yield from (f"{INDENT}- {each}" for each in block["items"])


def _remarks(source: Source) -> Iterator[str]:
    block = remarks_block(source)
    if block is not None:
        yield _heading(block["heading"], source.words)
        yield from (f"{INDENT}{line}".rstrip() for line in block["lines"])


def _table(rows: Iterable[Sequence[Any]], sides: str) -> Iterator[str]:
    """Yield rows with their cells aligned, full-width characters counted as two."""
    cells = [[str(cell).replace("\n", " ") for cell in row] for row in rows]
    widths = [max(display_width(row[i]) for row in cells) for i in range(len(sides))]
    gap = "  " if sum(widths) + 2 * len(widths) <= WIDEST else " "
    for row in cells:
        line = gap.join(padded(cell, width, side) for cell, width, side in zip(row, widths, sides, strict=True))
        yield f"{INDENT}{line}".rstrip()
