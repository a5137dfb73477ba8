"""Which year a day without one is meant in: for each field the twelve months in which what it names usually lies.

A form goes by today: what has happened is looked for in the months behind, what is agreed upon in the months ahead. The rows
of a table follow one another, so a row's day is looked for in the twelve months from the row above it, the first row's from
the start of the contract, a restoration's and a claim's from the beginning of their outage. An outage itself lies behind.
"""

from datetime import date

from dateutil.relativedelta import relativedelta

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.fields import key_of
from desktop_app.document.typed_days import time_of

YEAR = 12
HALF_A_YEAR = 182
"""Days from the first of twelve months to the day that every day in them is nearest to."""
HAPPENED, AROUND, AHEAD = 9, 6, 1
MONTHS_BACK = {
    "quote.issued_on": HAPPENED,
    "quote.valid_until": AHEAD,
    "dates.applied_on": HAPPENED,
    "dates.accepted_on": HAPPENED,
    "option.accepted_on": HAPPENED,
    "option.removal_accepted_on": HAPPENED,
    "termination.notice_arrived_on": HAPPENED,
    "termination.designated_on": AHEAD,
    "outages.claimed_on": HAPPENED,
    "outages.claimable_on": HAPPENED,
}
"""How many of the twelve months lie before today; of fields that are not named here, half of them."""
STARTS = (("dates", "billing_start"), ("dates", "accepted_on"))
SAME_ROW = frozenset({"outages.restored_at", "outages.claimed_on", "outages.claimable_on"})


def near_in_form(key: str, today: date) -> date:
    """Return the day that a day of a form's field, typed without a year, is to be nearest to.

    >>> str(near_in_form("quote.valid_until", date(2024, 12, 10)))
    '2025-05-11'
    """
    return _middle(today - relativedelta(months=MONTHS_BACK.get(key, AROUND)))


def near_in_row(draft: Draft, path: Path, today: date) -> date:
    """Return the day that a day in the row of a table, typed without a year, is to be nearest to."""
    *table, row, _ = path
    if key_of(path) == "outages.known_at":
        return _middle(today - relativedelta(months=YEAR) + relativedelta(days=1))
    if key_of(path) in SAME_ROW:
        first = _day(value_at(draft, (*table, row, "known_at")))
    else:
        first = _above(draft, path) or next(filter(None, (_day(value_at(draft, start)) for start in STARTS)), None)
    return near_in_form(key_of(path), today) if first is None else _middle(first)


def _above(draft: Draft, path: Path) -> date | None:
    *table, row, name = path
    return _day(value_at(draft, (*table, int(row) - 1, name)))


def _day(raw: object) -> date | None:
    moment = time_of(raw) if isinstance(raw, str) else None
    return moment.date() if moment and FIRST_DAY <= moment.date() <= LAST_DAY else None


def _middle(first: date) -> date:
    return first + relativedelta(days=HALF_A_YEAR)
