"""Strategies that build contract files that are right, with every kind of price, ending, outage and assumption.

Nothing is drawn but from the strategies at the top, which are made once: making them anew for each contract takes ten times
as long as drawing from them.
"""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.laws.values import Draw, Values, any_of, by_chance, by_hypothesis, either, sorted_few, whole
from tests.second_opinion.case import DAY, midnight, period_end

Data = dict[str, Any]

FIRST, LAST = date(2013, 6, 1), date(2022, 12, 31)
ITEMS = ("business_name", "domain", "ip_address", "other")
KINDS = ("notice", "article_28_2", "article_28_3", "by_provider")

YES_OR_NO = any_of([False, True])
NUMBERS = whole(0, 2**16)
PLACES = any_of(["anywhere", "anywhere", "anywhere", "first", "last", "first of its month", "last of its month"])
SECONDS = either(any_of([0, 0, 1, 36_000, 86_399]), whole(0, 86_399))
AMOUNTS = either(whole(0, 400), any_of([0, 1, 29, 31, 10_000, 300_000, 10**12 - 1000]))
HUNDREDTHS = whole(0, 50_000).map(lambda each: f"{each // 100}.{each % 100:02d}")
PRICES = either(any_of(["0", "1", "33.3", "200", "0.000001", "99.999999"]), HUNDREDTHS)
COUNTS = either(whole(0, 70), any_of([0, 1, 20, 21, 300]))
PACK_SIZES = either(whole(1, 12), any_of([100]))
BAND_LIMITS = sorted_few(whole(1, 60), 3)
FEW = whole(0, 4)
MODELS = any_of(["per_account", "graduated", "volume", "package"])
ENDINGS = any_of([*KINDS, "notice", "by_provider"])
TERM_ENDS = any_of([*[None] * 12, -1, 0, 1])
LATEST_ENDS = any_of([45, 100, 100, 430])
LATEST_CHANGES = any_of([45, 100, 100, 450])
CHANGED = any_of(ITEMS)
COUNTS_OR_NOT = any_of([None, True, True, True, False])
OUTAGE_HOURS = any_of([0, 1, 23, 24, 25, 48, 49, 72, 200, 744, 1000])
OUTAGE_SECONDS = any_of([0, -1, 0, 1, 60])
BREAKS = any_of([timedelta(), timedelta(hours=5), timedelta(days=2), timedelta(days=40)])
QUOTE_MONTHS = any_of([*range(1, 5), *range(1, 4), *range(1, 17), None])
POLICY = {
    "partial_month": any_of([None, "calendar_days", "thirty_days", "full"]),
    "rounding": any_of([None, "floor", "half_up", "ceiling"]),
    "settlement_basis": any_of([None, "termination_month", "scheduled", "fixed"]),
    "settlement_accounts": COUNTS,
    "settlement_taxable": any_of([None, False, True]),
    "claimable_from": any_of([None, "after_24_hours", "restored"]),
    "quote_months": QUOTE_MONTHS,
}


def a_day(draw: Draw, first: date, last: date) -> date:
    """Return a day of a range, its ends and the ends of months more often than others."""
    place = draw(PLACES)
    if place in {"first", "last"}:
        return first if place == "first" else last
    day = first + timedelta(draw(NUMBERS) % ((last - first).days + 1))
    if place == "first of its month":
        day = max(first, day.replace(day=1))
    if place == "last of its month":
        day = min(last, period_end(day.replace(day=1), 1))
    return day


def a_moment(draw: Draw, first: date, last: date) -> datetime:
    """Return a moment of a range of days, 00:00 and the last second of a day more often than others."""
    return midnight(a_day(draw, first, last)) + timedelta(seconds=draw(SECONDS))


def maybe(draw: Draw, values: Values) -> Any:
    """Return the content of a field that may be left empty."""
    return draw(values) if draw(YES_OR_NO) else None


def text_or_none(day: date | None) -> str | None:
    """Return a day as it stands in the file."""
    return None if day is None else str(day)


def monthly_prices(draw: Draw, *, rising: bool = False) -> Data:
    """Return the prices of a month; `rising` means that one more account never costs less by the table itself."""
    model = draw(MODELS)
    prices: Data = {"model": model}
    if model == "per_account":
        prices["unit_price"] = draw(PRICES)
    elif model == "package":
        prices["package_size"], prices["package_price"] = draw(PACK_SIZES), draw(PRICES)
    else:
        limits = [*draw(BAND_LIMITS), None]
        units = [draw(PRICES) for _ in limits]
        if rising and model == "volume":
            units.sort(key=float)
        prices["tiers"] = [{"up_to": top, "unit_price": unit} for top, unit in zip(limits, units, strict=True)]
    for name, values in (("base_fee", AMOUNTS), ("minimum_charge", AMOUNTS), ("minimum_accounts", COUNTS)):
        prices[name] = maybe(draw, values)
    return prices


def account_records(draw: Draw, start: date, others: int) -> list[Data]:
    """Return account records in any order, one of them at or before the start of billing."""
    opening = midnight(start) if draw(YES_OR_NO) else a_moment(draw, start - 40 * DAY, start - DAY)
    starts = [opening, *(a_moment(draw, start - 40 * DAY, start + 450 * DAY) for _ in range(others))]
    found = [{"from": each.isoformat(), "count": draw(COUNTS)} for each in dict.fromkeys(starts)]
    at = draw(NUMBERS) % len(found)
    return found[at:] + found[:at]


def termination(draw: Draw, start: date, accepted: date | None) -> Data:
    """Return a termination, before billing start, around the end of the minimum term, or at any other time."""
    kind = draw(ENDINGS)
    earliest = accepted or start - 60 * DAY
    effective = a_day(draw, earliest, start + draw(LATEST_ENDS) * DAY)
    from_term_end = draw(TERM_ENDS)
    if from_term_end is not None:
        effective = period_end(start, 12) + from_term_end * DAY
    if kind != "notice":
        return {"kind": kind, "effective_on": str(effective), "notice_arrived_on": None, "designated_on": None}
    arrived = max(earliest, effective - 30 * DAY)
    designated = a_day(draw, arrived, arrived + 120 * DAY) if draw(YES_OR_NO) else None
    ends = {"notice_arrived_on": str(arrived), "designated_on": text_or_none(designated)}
    return {"kind": kind, **ends, "effective_on": None}


def effective_day(ending: Data | None) -> date | None:
    """Return the last day of a contract."""
    if ending is None:
        return None
    if ending["kind"] != "notice":
        return date.fromisoformat(ending["effective_on"])
    earliest = date.fromisoformat(ending["notice_arrived_on"]) + 30 * DAY
    return max(earliest, date.fromisoformat(ending["designated_on"] or "0001-01-01"))


def outages(draw: Draw, start: date, until: date) -> list[Data]:
    """Return outages that do not overlap; they may stand against the order of time, and the last in time may go on."""
    found = []
    at = a_moment(draw, start - 10 * DAY, max(start, min(start + 300 * DAY, until + 5 * DAY)))
    for _ in range(draw(FEW)):
        length = timedelta(hours=draw(OUTAGE_HOURS), seconds=draw(OUTAGE_SECONDS))
        ends = at + max(timedelta(), length)
        found.append({"known_at": at.isoformat(), "restored_at": ends.isoformat(), **_claim(draw, at.date())})
        at = ends + draw(BREAKS)
    if found and draw(FEW) == 1:
        found[-1]["restored_at"] = None
    return found[::-1] if draw(YES_OR_NO) else found


def _claim(draw: Draw, known_on: date) -> Data:
    claimed = a_day(draw, known_on, known_on + 130 * DAY) if draw(YES_OR_NO) else None
    claimable = a_day(draw, known_on, known_on + 40 * DAY) if draw(FEW) == 1 else None
    flags = {name: draw(COUNTS_OR_NOT) for name in ("attributable_to_provider", "total_outage")}
    return {"claimed_on": text_or_none(claimed), "claimable_on": text_or_none(claimable), **flags}


def option_and_changes(draw: Draw, first: date, last: date) -> Data:
    """Return the option, perhaps taken and removed, and changes, accepted within the days of a range."""
    taken, removed = sorted((a_day(draw, first, last), a_day(draw, first, last)))
    option = {
        "accepted_on": str(taken) if draw(YES_OR_NO) else None,
        "removal_accepted_on": str(removed) if draw(YES_OR_NO) else None,
    }
    changes = [
        {"accepted_on": str(a_day(draw, first, last)), "item": draw(CHANGED), "fee": maybe(draw, AMOUNTS)}
        for _ in range(draw(FEW))
    ]
    return {"option": option if draw(YES_OR_NO) else None, "changes": changes}


def prices(draw: Draw, *, rising: bool = False) -> Data:
    """Return all prices of a contract."""
    found: Data = {name: maybe(draw, AMOUNTS) for name in ("initial_fee", "option_initial_fee", "option_removal_fee")}
    found["change_fees"] = {name: maybe(draw, AMOUNTS) for name in ITEMS}
    found["monthly"] = monthly_prices(draw, rising=rising)
    return found


def contract_data(
    draw: Draw,
    *,
    rising: bool = False,
    terminated: bool | None = None,
    with_outages: bool = True,
    most_records: int = 6,
    **assumed: object,
) -> Data:
    """Return the data of a contract file that is right, with some assumptions given; empty fields are null or absent."""
    start = a_day(draw, FIRST, LAST)
    accepted = a_day(draw, start - 60 * DAY, start) if draw(YES_OR_NO) else None
    ends = termination(draw, start, accepted) if terminated or (terminated is None and draw(YES_OR_NO)) else None
    until = effective_day(ends) or start + draw(LATEST_CHANGES) * DAY
    data: Data = {
        "format": "contract-calculator",
        "version": 1,
        "dates": {"accepted_on": text_or_none(accepted), "billing_start": str(start)},
        "prices": prices(draw, rising=rising),
        "accounts": account_records(draw, start, draw(NUMBERS) % most_records),
        **option_and_changes(draw, accepted or min(start, until) - 70 * DAY, until),
        "termination": ends,
        "outages": outages(draw, start, until) if with_outages else [],
        "policy": {**{name: draw(values) for name, values in POLICY.items()}, **assumed},
    }
    return without_nulls(data) if draw(YES_OR_NO) else data


def data_on_a_day(draw: Draw, **chosen: Any) -> tuple[Data, date]:
    """Return a contract file and a day as of which it is looked at, from before billing start to long after the end."""
    data = contract_data(draw, **chosen)
    start = date.fromisoformat(data["dates"]["billing_start"])
    return data, a_day(draw, start - 50 * DAY, start + 600 * DAY)


@st.composite
def contract_files(draw: st.DrawFn, **chosen: Any) -> Data:
    """Return contract files as hypothesis draws them."""
    return contract_data(by_hypothesis(draw), **chosen)


@st.composite
def contracts_on_a_day(draw: st.DrawFn, **chosen: Any) -> tuple[Data, date]:
    """Return contract files and days as hypothesis draws them."""
    return data_on_a_day(by_hypothesis(draw), **chosen)


def random_contract_on_a_day(chance: Random) -> tuple[Data, date]:
    """Return a contract file and a day by chance, ten times as fast as hypothesis draws one."""
    return data_on_a_day(by_chance(chance))


def without_nulls(data: Any) -> Any:
    """Return data with every field left out that says nothing."""
    if isinstance(data, dict):
        return {name: without_nulls(value) for name, value in data.items() if value is not None}
    return [without_nulls(each) for each in data] if isinstance(data, list) else data
