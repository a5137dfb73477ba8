"""The statement as plain text: what an account manager pastes into a mail."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import MonthlyBill, Settlement, Statement
from desktop_app.calculation.step import Step
from desktop_app.document.assess import Assessment
from desktop_app.wording.amounts import credit_text, percent_text, yen_text
from desktop_app.wording.assumed import assumption_sentences
from desktop_app.wording.reasons import label, sentence, value_text
from desktop_app.wording.wording import Wording

INDENT = "  "


def statement_text(assessment: Assessment, words: Wording) -> str:
    """Return the statement of a contract without problems in words, part by part."""
    contract, statement = assessment.contract, assessment.statement
    if contract is None or statement is None:
        message = "a statement is only there for a contract without problems"
        raise ValueError(message)
    parts = (
        _head(contract, statement, words),
        _dates(statement, words),
        _months(statement.months, words),
        _settlement(statement.settlement, words),
        _outages(statement, words),
        _totals(statement, words),
        _listed("cli.text.assumptions", assumption_sentences(contract.policy, words), words),
        _listed("cli.text.warnings", [words.problem(each) for each in statement.warnings], words),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _head(contract: Contract, statement: Statement, words: Wording) -> Iterator[str]:
    if contract.customer.name:
        yield words.text("cli.text.addressee", name=contract.customer.name)
    if contract.title:
        yield words.text("cli.text.subject", title=contract.title)
    yield words.text("cli.text.as_of", day=statement.as_of.value)


def _heading(key: str, words: Wording) -> str:
    return words.text("cli.text.heading", title=words.text(key))


def _dates(statement: Statement, words: Wording) -> Iterator[str]:
    dates = statement.dates
    steps: list[Step[object]] = [dates.accepted_on, dates.billing_start, dates.minimum_term.end, dates.latest_notice_for_term_end]
    if dates.termination is not None:
        ends = dates.termination
        steps += [ends.notice_arrived_on, ends.earliest_on, ends.designated_on, ends.effective_on]
    yield _heading("cli.text.dates", words)
    yield from _columns([(label(step, words), value_text(step, words)) for step in steps if step.value is not None], "ll")


def _months(bills: Sequence[MonthlyBill], words: Wording) -> Iterator[str]:
    if not bills:
        return
    yield _heading("cli.text.months", words)
    names = ("month", "days", "accounts", "monthly_fee", "billed_fee", "other_fees", "credit", "settlement", "tax", "total")
    rows = [tuple(words.text(f"cli.text.column.{name}") for name in names), *(_month(bill) for bill in bills)]
    used = [any(row[i] for row in rows[1:]) for i in range(len(names))]
    kept = [tuple(cell for cell, keep in zip(row, used, strict=True) if keep) for row in rows]
    yield from _columns(kept, "l" + "r" * (sum(used) - 1))


def _month(bill: MonthlyBill) -> tuple[str, ...]:
    billed = bool(bill.billed_days.value)
    return (
        str(bill.month.value).replace("-", "/"),
        f"{bill.billed_days.value}/{bill.days_in_month.value}" if billed else "",
        f"{bill.max_accounts.value:,}" if billed else "",
        yen_text(bill.monthly_fee.value) if billed else "",
        yen_text(bill.billed_fee.value) if billed else "",
        _amount(bill.initial_fees.value + bill.one_time_fees.value),
        credit_text(bill.credit.value) if bill.credit.value else "",
        _amount(bill.settlement.value),
        yen_text(bill.tax.value),
        yen_text(bill.total.value),
    )


def _amount(amount: Yen) -> str:
    return yen_text(amount) if amount else ""


def _settlement(settlement: Settlement | None, words: Wording) -> Iterator[str]:
    if settlement is None:
        return
    yield _heading("cli.text.settlement", words)
    yield f"{INDENT}{label(settlement.amount, words)}: {value_text(settlement.amount, words)}"
    yield f"{INDENT}{sentence(settlement.due, words)}"
    if settlement.remaining is not None:
        remaining = settlement.remaining
        days = words.text(
            "cli.text.remaining", start=remaining.start.value, end=remaining.end.value, days=value_text(remaining.days, words)
        )
        yield f"{INDENT}{days}"
    yield from (f"{INDENT}{label(line.amount, words)}: {sentence(line.amount, words)}" for line in settlement.lines)


def _outages(statement: Statement, words: Wording) -> Iterator[str]:
    if not statement.outages:
        return
    yield _heading("cli.text.outages", words)
    for number, outage in enumerate(statement.outages, start=1):
        facts = (value_text(outage.status, words), value_text(outage.hours, words), yen_text(outage.amount.value))
        yield f"{INDENT}{number}. {'  '.join(facts)}"
        reasons = [outage.whole_days, outage.status, *(line.amount for line in outage.lines)]
        yield from (f"{INDENT * 2}{sentence(step, words)}" for step in reasons)


def _totals(statement: Statement, words: Wording) -> Iterator[str]:
    yield _heading("cli.text.totals", words)
    totals = statement.totals
    shown = [step for step in totals if step.value or step in (totals.subtotal, totals.tax, totals.total)]
    rows = [(label(step, words), credit_text(step.value) if step is totals.credits else yen_text(step.value)) for step in shown]
    yield from _columns(rows, "lr")
    rates = sorted({bill.tax_rate.value for bill in statement.months if bill.tax.value})
    if rates:
        yield f"{INDENT}{words.text('cli.text.rates', rates=words.listed(map(percent_text, rates)))}"


def _listed(key: str, sentences: Sequence[str], words: Wording) -> Iterator[str]:
    if sentences:
        yield _heading(key, words)
        yield from (f"{INDENT}- {each}" for each in sentences)


def _columns(rows: Sequence[Sequence[str]], sides: str) -> Iterator[str]:
    """Yield rows with their cells aligned, full-width characters counted as two."""
    widths = [max(_width(row[i]) for row in rows) for i in range(len(sides))]
    for row in rows:
        cells = (_padded(cell, width, side) for cell, width, side in zip(row, widths, sides, strict=True))
        yield f"{INDENT}{'  '.join(cells)}".rstrip()


def _padded(cell: str, width: int, side: str) -> str:
    space = " " * (width - _width(cell))
    return cell + space if side == "l" else space + cell


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
