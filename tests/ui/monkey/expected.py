"""What the window has to show of a statement, reckoned from what the command line prints of it."""

from datetime import date
from typing import Any

from desktop_app.calculation.money import Yen
from desktop_app.wording.amounts import credit_text, signed_number, yen_text
from desktop_app.wording.days import long_day, plain_day
from desktop_app.wording.wording import Wording

NOTHING = "—"
Rows = list[tuple[str, ...]]
COLUMNS = {"months": (0, -2, -1), "dates": (1,), "settlement": (0, -1), "outages": (0, -1)}
"""The columns of each table that are compared."""


def expected_cards(data: Any, words: Wording) -> set[str]:
    """Return what the cards have to be called, so that a screen reader says title and figure."""
    totals, dates, settlement = data["totals"], data["dates"], data["settlement"]
    texts = {
        "initial_fees": yen_text(Yen(totals["initial_fees"])),
        "total": yen_text(Yen(totals["total"])),
        "credits": credit_text(Yen(totals["credits"]), words.language),
        "settlement": NOTHING if settlement is None else yen_text(Yen(settlement["amount"])),
        "minimum_term_end": _day(dates["minimum_term"]["end"], words),
        "effective_on": NOTHING if dates["termination"] is None else _day(dates["termination"]["effective_on"], words),
        "latest_notice": _day(dates["latest_notice_for_term_end"], words),
    }
    return {f"{words.text(f'window.card.{name}')} {text}" for name, text in texts.items()}


def _day(text: str, words: Wording) -> str:
    return plain_day(date.fromisoformat(text), words.language)


def expected_rows(data: Any, words: Wording) -> dict[str, Rows]:
    """Return what stands in the compared columns of each table."""
    total, settlement = words.text("window.sheet.total"), data["settlement"]
    months = [(_month(each), _figure(each["tax"]), _amount(each["total"])) for each in data["months"]]
    settled = [] if settlement is None else [(_month(each), _figure(each["amount"])) for each in settlement["lines"]]
    sums = data["totals"]
    return {
        "months": [*months, (total, _figure(sums["tax"]), _amount(sums["total"]))] if months else [],
        "dates": [(each,) for each in _days(data["dates"], words)],
        "settlement": [] if settlement is None else [*settled, (total, _amount(settlement["amount"]))],
        "outages": [(str(i), _credit(each, words)) for i, each in enumerate(data["outages"], 1)],
    }


def _month(line: Any) -> str:
    return str(line["month"]).replace("-", "/")


def _figure(amount: int) -> str:
    return _amount(amount) if amount else ""


def _amount(amount: int) -> str:
    return f"{amount:,}"


def _credit(outage: Any, words: Wording) -> str:
    sign = -1 if outage["status"] == "granted" else 1
    return signed_number(sign * outage["amount"], words.language)


def _days(dates: Any, words: Wording) -> list[str]:
    """Return the days of a statement in their order."""
    found: list[str] = []
    for value in dates.values():
        if isinstance(value, dict):
            found += _days(value, words)
        elif value is not None:
            found.append(long_day(date.fromisoformat(value), words.language))
    return found
