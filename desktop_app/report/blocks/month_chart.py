"""What each month costs as a picture: bars made of monthly fee, other fees and settlement, credits below the line."""

from desktop_app.calculation.money import Yen
from desktop_app.report.blocks.source import Block, Source
from desktop_app.report.month_bars import PARTS, Amounts, Bar, amounts_of, bars_of
from desktop_app.wording.amounts import signed_number, yen_text

SCALE = 1000
FEWEST, MOST = 2, 60
"""One month is no comparison; more than five years of them cannot be told apart on a page."""
MOST_COUNTS = MOST_LABELS = 15
APART = 3
"""Bars from the first that is named to the next, where not all are: the first bears its year and is broad."""
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
        "bars": [_bar(bar, label, bars, scale) for bar, label in zip(bars, _labels(bars), strict=True)],
        "counts": source.said("chart.accounts") if _shows_counts(bars) else "",
    }


def _at(amount: int, scale: Amounts) -> int:
    """Return the height of an amount in thousandths, from the lowest credit to the highest tick."""
    lowest = -scale.below
    return (min(amount, scale.top) - lowest) * SCALE // (scale.top - lowest)


def _bar(bar: Bar, label: str, bars: tuple[Bar, ...], scale: Amounts) -> Block:
    parts, below = [], 0
    for part in bar.parts:
        parts.append({"tone": part.name, "from": _at(below, scale), "to": _at(below + part.amount, scale)})
        below += part.amount
    if bar.credit:
        parts.append({"tone": "credit", "from": _at(-bar.credit, scale), "to": _at(0, scale)})
    counts = _shows_counts(bars) and bar.accounts is not None
    return {
        "parts": parts,
        "above": yen_text(Yen(bar.height)) if bar.height > scale.top else "",
        "month": label,
        "count": f"{bar.accounts:,}" if counts else "",
        "broken": bar.height > scale.top,
    }


def _labels(bars: tuple[Bar, ...]) -> list[str]:
    """Return the names of the months below their bars, the year with the first and each January; of many only some are named."""
    every = 1 if len(bars) <= MOST_LABELS else 3 if len(bars) <= 3 * MOST_LABELS else 6
    months = [bar.month for bar in bars]
    named = [i for i, month in enumerate(months) if (month.number - JANUARY) % every == 0]
    if every == 1 or named[0] >= APART:
        named = [0, *named]
    labels = [""] * len(bars)
    for i in named:
        month = months[i]
        labels[i] = f"{month.year}/{month.number}" if i == named[0] or month.number == JANUARY else str(month.number)
    return labels


def _shows_counts(bars: tuple[Bar, ...]) -> bool:
    return len(bars) <= MOST_COUNTS and any(bar.accounts is not None for bar in bars)
