"""Annex 1: every day's counts looked at, every account priced by itself, every listed day put into its month."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

from tests.calculation.civil_calendar import length
from tests.laws.second_opinion.case import Case, Data, MonthKey, day_in, each_day, midnight, month_of, next_month, period_end


def count_at(case: Case, moment: datetime) -> int:
    """Return the count of the latest record at or before a moment."""
    return case.records[max(each for each in case.records if each <= moment)]


def peak(case: Case, days: Iterable[date]) -> tuple[int, date]:
    """Return the largest count of some days and the first of them on which it holds."""
    counts = [
        (max([count_at(case, midnight(day)), *(n for at, n in case.records.items() if at.date() == day)]), day) for day in days
    ]
    most = max(count for count, _ in counts)
    return next((count, day) for count, day in counts if count == most)


def fee(case: Case, accounts: int) -> int:
    """Return the monthly fee of a number of accounts."""
    if accounts not in case.fees:
        case.fees[accounts] = _fee(case, accounts)
    return case.fees[accounts]


def _fee(case: Case, accounts: int) -> int:
    monthly = case.data["prices"]["monthly"]
    counted = max(accounts, monthly.get("minimum_accounts") or 0)
    exact = (monthly.get("base_fee") or 0) + usage(monthly, counted)
    return case.to_yen(max(Fraction(monthly.get("minimum_charge") or 0), exact))


def usage(monthly: Data, counted: int) -> Fraction:
    """Return what some accounts cost under their price model."""
    match monthly["model"]:
        case "per_account":
            return counted * Fraction(monthly["unit_price"])
        case "package":
            packs = 0
            while packs * monthly["package_size"] < counted:
                packs += 1
            return packs * Fraction(monthly["package_price"])
        case "volume":
            return counted * Fraction(monthly["tiers"][band_of(monthly["tiers"], counted)]["unit_price"])
    in_band = Counter(band_of(monthly["tiers"], each + 1) for each in range(counted))
    return sum((n * Fraction(monthly["tiers"][band]["unit_price"]) for band, n in in_band.items()), Fraction())


def band_of(tiers: list[Data], account: int) -> int:
    """Return which band an account falls in."""
    return next(i for i, tier in enumerate(tiers) if tier.get("up_to") is None or account <= tier["up_to"])


def part_of(case: Case, whole_fee: int, month: MonthKey, days: int) -> int:
    """Return what a month costs of which only some days are charged."""
    if days == length(*month) or case.policy["partial_month"] == "full":
        return whole_fee
    if case.policy["partial_month"] == "thirty_days":
        return case.to_yen(whole_fee * min(Fraction(1), Fraction(days, 30)))
    return case.to_yen(Fraction(whole_fee * days, length(*month)))


def listed_until(case: Case) -> date:
    """Return the last listed day."""
    if case.end is not None:
        return case.end
    if case.policy["partial_month"] != "full":
        return period_end(case.start, case.policy["quote_months"])
    month = month_of(case.start)
    for _ in range(case.policy["quote_months"] - 1):
        month = next_month(month)
    return date(*month, length(*month))


def billed_months(case: Case) -> dict[MonthKey, Data]:
    """Return the months with billed days and what each costs."""
    by_month: dict[MonthKey, list[date]] = {}
    for day in each_day(case.start, listed_until(case)):
        by_month.setdefault(month_of(day), []).append(day)
    return {month: _billed(case, month, days) for month, days in by_month.items()}


def _billed(case: Case, month: MonthKey, days: list[date]) -> Data:
    count, on = peak(case, days)
    whole_fee = fee(case, count)
    return {
        "from": str(days[0]),
        "to": str(days[-1]),
        "billed_days": len(days),
        "max_accounts": count,
        "peak_on": str(on),
        "monthly_fee": whole_fee,
        "billed_fee": part_of(case, whole_fee, month, len(days)),
    }


def other_fees(case: Case) -> list[tuple[str, MonthKey, int]]:
    """Return initial and one-time fees other than 0 yen: the kind of each, its month and its amount."""
    prices = case.data["prices"]
    accepted = case.accepted or min(case.start, case.end or case.start)
    found = [("initial_fees", accepted, prices.get("initial_fee"))]
    option = case.data.get("option")
    if option is not None:
        found.append(("initial_fees", day_in(option, "accepted_on") or accepted, prices.get("option_initial_fee")))
        removed = day_in(option, "removal_accepted_on")
        if removed is not None:
            found.append(("one_time_fees", removed, prices.get("option_removal_fee")))
    for change in case.data.get("changes") or []:
        listed = (prices.get("change_fees") or {}).get(change["item"])
        own = change.get("fee")
        found.append(("one_time_fees", date.fromisoformat(change["accepted_on"]), listed if own is None else own))
    return [(kind, month_of(day), amount) for kind, day, amount in found if amount]
