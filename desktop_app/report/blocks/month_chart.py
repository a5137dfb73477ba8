"""What each month costs as a picture: bars made of monthly fee, other fees and settlement, credits below the line."""

from desktop_app.calculation.money import Yen
from desktop_app.report.blocks.source import Block, Source
from desktop_app.report.month_bars import PARTS, Amounts, Bar, amounts_of, bars_of
from desktop_app.wording.amounts import signed_number, yen_text

SCALE = 1000
FEWEST, MOST = 2, 60
"""One month is no comparison; more than five years of them cannot be told apart on a page."""
MOST_COUNTS = 13
MOST_LABELS = 15
JANUARY = 1


def chart_block(source: Source) -> Block | None:
    """Return the chart of the months; None where there is nothing to compare."""
    bars = bars_of(source.statement)
    if not FEWEST <= len(bars) <= MOST or not any(bar.height for bar in bars):
        return None
    scale = amounts_of(bars)
    shown = {part.name for bar in bars for part in bar.parts}
    names = [*(name for name in PARTS if name in shown), *(["credit"] if scale.below else [])]
    return {
        "kind": "chart",
        "heading": source.said("chart"),
        "alternative": source.said("chart.alternative"),
        "legend": [{"tone": name, "label": source.said(f"chart.{name}")} for name in names],
        "note": source.said("chart.broken") if scale.broken else "",
        "zero": _at(0, scale),
        "ticks": [{"at": _at(amount, scale), "label": signed_number(amount, source.words.language)} for amount in scale.ticks()],
        "bars": [_bar(i, bars, scale) for i, bar in enumerate(bars)],
        "counts": source.said("chart.accounts") if _shows_counts(bars) else "",
    }


def _at(amount: int, scale: Amounts) -> int:
    """Return the height of an amount in thousandths, from the lowest credit to the highest tick."""
    lowest = -scale.below
    return (min(amount, scale.top) - lowest) * SCALE // (scale.top - lowest)


def _bar(i: int, bars: tuple[Bar, ...], scale: Amounts) -> Block:
    bar, below = bars[i], 0
    parts = []
    for part in bar.parts:
        parts.append({"tone": part.name, "from": _at(below, scale), "to": _at(below + part.amount, scale)})
        below += part.amount
    if bar.credit:
        parts.append({"tone": "credit", "from": _at(-bar.credit, scale), "to": _at(0, scale)})
    counts = _shows_counts(bars) and bar.accounts is not None
    return {
        "parts": parts,
        "above": yen_text(Yen(bar.height)) if bar.height > scale.top else "",
        "month": _label(i, bars),
        "count": f"{bar.accounts:,}" if counts else "",
        "broken": bar.height > scale.top,
    }


def _label(i: int, bars: tuple[Bar, ...]) -> str:
    """Return the name of a month below its bar, the year with the first and each January; of many only some are named."""
    month, every = bars[i].month, 1 if len(bars) <= MOST_LABELS else 3 if len(bars) <= 3 * MOST_LABELS else 6
    if i and (month.number - JANUARY) % every:
        return ""
    return f"{month.year}/{month.number}" if not i or month.number == JANUARY else str(month.number)


def _shows_counts(bars: tuple[Bar, ...]) -> bool:
    return len(bars) <= MOST_COUNTS and any(bar.accounts is not None for bar in bars)
