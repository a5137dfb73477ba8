"""The box with the large figures: what people look for first, in the same places on every paper."""

from desktop_app.calculation.contract import Termination
from desktop_app.calculation.money import Yen, total
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import MonthlyBill, OutageCredit, Settlement, TerminationDates
from desktop_app.report.blocks.credits import POSSIBLE
from desktop_app.report.blocks.source import NOTHING_THERE, Block, Source
from desktop_app.wording.amounts import credit_text, yen_text

MONTHS_OF_A_YEAR = 12


def figures_block(source: Source) -> Block:
    """Return the total, initial and monthly fees and the end of the term; with a termination its day and the settlement too."""
    items = [_total(source), _initial(source), _monthly(source), _term_end(source)]
    ends, settled, termination = source.statement.dates.termination, source.statement.settlement, source.contract.termination
    if ends is not None and settled is not None and termination is not None:
        effective_on = source.day(ends.effective_on.value)
        items[1:1] = [
            _item(source.said("figure.effective_on"), effective_on, _how_it_ends(termination, source)),
            _item(source.said("figure.settlement"), yen_text(settled.amount.value), _why_so_much(settled, source)),
        ]
    return {"kind": "figures", "items": items}


def quote_figures(source: Source) -> Block:
    """Return what a quotation comes to with tax, what is paid once and each month, and the end of the term."""
    return {"kind": "figures", "items": [_quoted(source), _initial(source), _monthly(source), _term_end(source)]}


def settlement_figures(source: Source) -> Block:
    """Return the settlement, the effective day, what remains of the term, and the bill of the last month."""
    ends, settled, termination = source.statement.dates.termination, source.statement.settlement, source.contract.termination
    assert ends is not None  # noqa: S101 - the paper is only made where the contract ends
    assert settled is not None  # noqa: S101
    assert termination is not None  # noqa: S101
    amount = _item(source.said("figure.settlement"), yen_text(settled.amount.value), _why_so_much(settled, source))
    effective_on = source.day(ends.effective_on.value)
    items = [
        amount,
        _item(source.said("figure.effective_on"), effective_on, _how_it_ends(termination, source)),
        _term_end(source),
        *_last_bill(ends, source),
    ]
    return {"kind": "figures", "items": items}


def _last_bill(ends: TerminationDates, source: Source) -> list[Block]:
    """Return the bill of the month in which the contract ends; nothing where that month has none."""
    month = Month.of(ends.effective_on.value)
    bills = [bill for bill in source.statement.months if bill.month.value == month]
    return [_item(source.said("figure.last_bill"), yen_text(bill.total.value), _what_it_has(bill, source)) for bill in bills]


def _what_it_has(bill: MonthlyBill, source: Source) -> str:
    key = "figure.last_bill.note" if bill.settlement.value else "figure.last_bill.plain"
    return source.said(key, month=bill.month.value)


def credit_figures(source: Source) -> Block:
    """Return what is taken off, for how many outages, what a claim would still give, and until when."""
    found = source.statement.outages
    granted = [each for each in found if each.status.value == "granted"]
    possible = [each for each in found if each.status.value in POSSIBLE and each.amount.value]
    days = sum(each.whole_days.value for each in granted)
    items = [
        _item(source.said("figure.credit"), credit_text(_sum(granted), source.words.language), source.said("figure.credit.note")),
        _item(
            source.said("figure.outages"),
            source.said("figure.outages.count", n=len(found)),
            source.said("figure.outages.note", n=len(granted)),
        ),
    ]
    items.append(_item(source.said("figure.days"), source.said("figure.days.count", n=days), source.said("figure.days.note")))
    if possible:
        items.append(_item(source.said("figure.possible"), yen_text(_sum(possible)), _until(possible, source)))
    return {"kind": "figures", "items": items}


def _until(possible: list[OutageCredit], source: Source) -> str:
    """Return by when a claim must come; an outage that goes on may have no such day yet."""
    days = sorted(each.claim_deadline.value for each in possible if each.claim_deadline.value is not None)
    if not days:
        return source.said("figure.possible.later")
    return source.said("figure.possible.until" if len(possible) == 1 else "figure.possible.first", day=source.day(days[0]))


def _sum(found: list[OutageCredit]) -> Yen:
    return total(each.amount.value for each in found)


def _item(label: str, value: str, note: str = "") -> Block:
    return {"label": label, "value": value, "note": note}


def _total(source: Source) -> Block:
    totals = source.statement.totals
    note = source.said("figure.total.note", subtotal=totals.subtotal.value, tax=totals.tax.value)
    return _item(source.said("figure.total"), yen_text(totals.total.value), note)


def _quoted(source: Source) -> Block:
    totals, months = source.statement.totals, source.contract.policy.quote_months
    key = "figure.quoted.year" if months == MONTHS_OF_A_YEAR else "figure.quoted.months"
    label = source.said("figure.total") if source.contract.termination is not None else source.said(key, n=months)
    note = source.said("figure.total.note", subtotal=totals.subtotal.value, tax=totals.tax.value)
    return _item(label, yen_text(totals.total.value), note)


def _initial(source: Source) -> Block:
    fees = source.statement.totals.initial_fees
    return _item(source.said("figure.initial"), yen_text(fees.value), source.said("figure.initial.note"))


def _monthly(source: Source) -> Block:
    fees = [bill.monthly_fee.value for bill in source.statement.months if bill.billed_days.value]
    if not fees:
        return _item(source.said("figure.monthly"), NOTHING_THERE, source.said("figure.monthly.none"))
    least, most = min(fees), max(fees)
    if least == most:
        return _item(source.said("figure.monthly"), yen_text(most), source.said("figure.monthly.note"))
    value = source.said("figure.monthly.range", least=least, most=most)
    return _item(source.said("figure.monthly"), value, source.said("figure.monthly.varying"))


def _term_end(source: Source) -> Block:
    term = source.statement.dates.minimum_term
    note = source.said("figure.term_end.note", start=source.day(term.start.value))
    return _item(source.said("figure.term_end"), source.day(term.end.value), note)


def _how_it_ends(termination: Termination, source: Source) -> str:
    if termination.kind == "notice" and termination.notice_arrived_on is not None:
        return source.said("figure.effective_on.notice", day=source.day(termination.notice_arrived_on))
    return source.said("figure.effective_on.kind", kind=source.words.choice("kind", termination.kind))


def _why_so_much(settled: Settlement, source: Source) -> str:
    if settled.exempt.value:
        return source.said("figure.settlement.exempt")
    if settled.remaining is None:
        return source.said("figure.settlement.term_over")
    return source.said("figure.settlement.remaining", days=settled.remaining.days.value)
