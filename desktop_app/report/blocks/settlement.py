"""The early-termination settlement (最低利用期間内解除調定金): why, for which days, month by month."""

from desktop_app.calculation.statement import Settlement, SettlementLine
from desktop_app.report.blocks.source import Block, Source, figure, sum_figure

COLUMNS = ("month", "remaining_days", "monthly_fee", "settlement_line")


def settlement_block(source: Source) -> Block | None:
    """Return the settlement of a contract that ends; None without a termination."""
    settled = source.statement.settlement
    if settled is None:
        return None
    shown = COLUMNS if settled.lines else ()
    return {
        "kind": "table",
        "heading": source.said("settlement"),
        "cited": source.cited(settled.amount),
        "lead": _lead(settled, source),
        "unit": source.said("unit.yen"),
        "columns": [{"title": source.said(f"column.{name}"), "side": "left" if name == "month" else "right"} for name in shown],
        "rows": [{"cells": _cells(line, source)} for line in settled.lines],
        "sum": [source.said("column.sum"), _days(settled), "", sum_figure(settled.amount.value)] if settled.lines else [],
        "narrow": True,
        "together": True,
    }


def _lead(settled: Settlement, source: Source) -> list[str]:
    found = [source.why(settled.due)]
    remaining = settled.remaining
    if remaining is not None:
        start, end = source.day(remaining.start.value), source.day(remaining.end.value)
        key = "settlement.remaining.day" if start == end else "settlement.remaining"
        found.append(source.said(key, start=start, end=end, days=remaining.days.value))
    if settled.lines:
        found.append(source.why(settled.amount))
    return found


def _cells(line: SettlementLine, source: Source) -> list[str]:
    days = source.part_of_month(line.days.value, line.days_in_month.value)
    return [source.words.value(line.month.value), days, figure(line.monthly_fee.value), sum_figure(line.amount.value)]


def _days(settled: Settlement) -> str:
    """Return the sum of the days of the lines, which under `full` are fewer than the remaining ones."""
    return f"{sum(line.days.value for line in settled.lines):,}"
