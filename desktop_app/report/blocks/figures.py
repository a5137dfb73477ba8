"""The box with the large figures: what people look for first, in the same places on every paper."""

from desktop_app.report.blocks.source import NOTHING_THERE, Block, Source
from desktop_app.wording.amounts import yen_text


def figures_block(source: Source) -> Block:
    """Return the total, initial and monthly fees and the end of the term; with a termination its day and the settlement too."""
    items = [_total(source), _initial(source), _monthly(source), _term_end(source)]
    ends = source.statement.dates.termination
    if ends is not None:
        items[1:1] = [_effective_on(source), _settlement(source)]
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


def _effective_on(source: Source) -> Block:
    ends = source.statement.dates.termination
    assert ends is not None  # noqa: S101 - asked for only with a termination
    return _item(source.said("figure.effective_on"), source.day(ends.effective_on.value), _how_it_ends(source))


def _how_it_ends(source: Source) -> str:
    termination = source.contract.termination
    if termination is None:
        return ""
    if termination.kind == "notice" and termination.notice_arrived_on is not None:
        return source.said("figure.effective_on.notice", day=source.day(termination.notice_arrived_on))
    return source.words.choice("kind", termination.kind)


def _settlement(source: Source) -> Block:
    settled = source.statement.settlement
    assert settled is not None  # noqa: S101 - there is one with every termination
    remaining = settled.remaining
    if settled.exempt.value:
        note = source.said("figure.settlement.exempt")
    elif remaining is None:
        note = source.said("figure.settlement.term_over")
    else:
        note = source.said("figure.settlement.remaining", days=remaining.days.value)
    return _item(source.said("figure.settlement"), yen_text(settled.amount.value), note)
