"""The box with the large figures: what people look for first, in the same places on every paper."""

from desktop_app.calculation.contract import Termination
from desktop_app.calculation.statement import Settlement
from desktop_app.report.blocks.source import NOTHING_THERE, Block, Source
from desktop_app.wording.amounts import yen_text


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


def _item(label: str, value: str, note: str = "") -> Block:
    return {"label": label, "value": value, "note": note}


def _total(source: Source) -> Block:
    totals = source.statement.totals
    note = source.said("figure.total.note", subtotal=totals.subtotal.value, tax=totals.tax.value)
    return _item(source.said("figure.total"), yen_text(totals.total.value), note)


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
    return source.words.choice("kind", termination.kind)


def _why_so_much(settled: Settlement, source: Source) -> str:
    if settled.exempt.value:
        return source.said("figure.settlement.exempt")
    if settled.remaining is None:
        return source.said("figure.settlement.term_over")
    return source.said("figure.settlement.remaining", days=settled.remaining.days.value)
