"""What each kind of paper consists of, from its head to its last block: the table of contents of the papers."""

from collections.abc import Callable

from desktop_app.report.blocks.agreed import agreed_block, remarks_block
from desktop_app.report.blocks.answer import answer_block, charges_answer, credit_answer, settlement_answer
from desktop_app.report.blocks.credits import credits_block
from desktop_app.report.blocks.dates import dates_block
from desktop_app.report.blocks.figures import credit_figures, figures_block, quote_figures, settlement_figures
from desktop_app.report.blocks.head import explained_facts, head_block, quote_facts
from desktop_app.report.blocks.items import items_block
from desktop_app.report.blocks.month_chart import chart_block
from desktop_app.report.blocks.month_table import month_table_block, totals_block
from desktop_app.report.blocks.reasons import OF_CLAIMS, OF_ENDING, assumptions_block, notices_block, reasons_block
from desktop_app.report.blocks.settlement import settlement_block
from desktop_app.report.blocks.source import Block, Source
from desktop_app.report.blocks.working import charges_working, credit_working, settlement_working
from desktop_app.report.paper_kinds import Kind

Content = tuple[Block, tuple[Block | None, ...]]
"""The head of a paper and the blocks below it; those that a contract has nothing for are None."""
MOST_ROWS, MOST_POINTS = 14, 60
"""A table with more rows, or a derivation with more points, has pages of its own where it is but an annex."""


def _summary(source: Source) -> Content:
    return head_block(source, source.said("summary.title")), (
        figures_block(source),
        notices_block(source),
        month_table_block(source),
        totals_block(source),
        settlement_block(source),
        credits_block(source),
        dates_block(source),
        _beside(reasons_block(source), assumptions_block(source)),
        agreed_block(source),
        remarks_block(source),
    )


def _quote(source: Source) -> Content:
    head = head_block(source, source.said("quote.title"), quote_facts(source))
    head["greeting"] = source.said("quote.greeting")
    return head, (
        quote_figures(source),
        notices_block(source, OF_CLAIMS),
        items_block(source),
        totals_block(source),
        remarks_block(source),
        dates_block(source),
        _beside(reasons_block(source), assumptions_block(source)),
        agreed_block(source),
        _annexed(month_table_block(source)),
    )


def _charges(source: Source) -> Content:
    return head_block(source, source.said("charges.title"), explained_facts(source)), (
        answer_block(charges_answer(source)),
        figures_block(source),
        notices_block(source),
        month_table_block(source),
        totals_block(source),
        chart_block(source),
        _annexed(charges_working(source)),
        assumptions_block(source),
        dates_block(source),
    )


def _settlement(source: Source) -> Content:
    return head_block(source, source.said("settlement.title"), explained_facts(source)), (
        answer_block(settlement_answer(source)),
        settlement_figures(source),
        notices_block(source, OF_CLAIMS),
        settlement_block(source),
        settlement_working(source),
        assumptions_block(source),
        dates_block(source),
        _annexed(month_table_block(source)),
        totals_block(source),
    )


def _credit(source: Source) -> Content:
    return head_block(source, source.said("credit.title"), explained_facts(source)), (
        answer_block(credit_answer(source)),
        credit_figures(source),
        notices_block(source, OF_ENDING),
        credits_block(source),
        credit_working(source),
        assumptions_block(source),
        dates_block(source),
        _annexed(month_table_block(source)),
        totals_block(source),
    )


def _annexed(block: Block | None) -> Block | None:
    """Return what not everybody reads; if it is long, it begins a page, and is laid out while what stands before it is."""
    if block is None:
        return None
    points = sum(len(group["points"]) for group in block.get("groups", ()))
    return block | {"own_page": len(block.get("rows", ())) > MOST_ROWS or points > MOST_POINTS}


def _beside(left: Block, right: Block) -> Block:
    return {"kind": "beside", "left": left, "right": right}


CONTENTS: dict[Kind, Callable[[Source], Content]] = {
    "summary": _summary,
    "quote": _quote,
    "charges": _charges,
    "settlement": _settlement,
    "credit": _credit,
}
