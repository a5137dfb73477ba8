"""Annex 1: every day's largest count looked at, every listed day put into its month."""

from datetime import date, datetime

from tests.calculation.civil_calendar import length
from tests.second_opinion.case import (
    MILLION,
    Case,
    Data,
    MonthKey,
    common,
    day_in,
    midnight,
    millionths,
    month_of,
    months_from,
    numbers_of,
)


class Days:
    """The largest count of each day from the start of billing to the last day that matters."""

    def __init__(self, case: Case) -> None:
        records = sorted((datetime.fromisoformat(each["from"]), each["count"]) for each in case.data["accounts"])
        self.at_start = [count for at, count in records if at <= midnight(case.start)][-1]
        self.first = case.start.toordinal()
        last = max(case.listed_until, case.term_end).toordinal()
        self.counts = _largest_of_each_day(records, self.first, last, self.at_start)

    def peak(self, days: range) -> tuple[int, date]:
        """Return the largest count of some days and the first of them on which it holds."""
        counts = self.counts[days.start - self.first : days.stop - self.first]
        most = max(counts)
        return most, date.fromordinal(days.start + counts.index(most))


def _largest_of_each_day(records: list[tuple[datetime, int]], first: int, last: int, now: int) -> list[int]:
    by_day: dict[int, list[tuple[datetime, int]]] = {}
    for at, count in records:
        by_day.setdefault(at.toordinal(), []).append((at, count))
    counts = []
    for number in range(first, last + 1):
        held = now
        if number in by_day:
            own = by_day[number]
            at_midnight = own[0][0] == midnight(own[0][0].date())
            held = max([count for _, count in own] + ([] if at_midnight else [now]))
            now = own[-1][1]
        counts.append(held)
    return counts


def fee(case: Case, accounts: int) -> int:
    """Return the monthly fee of a number of accounts."""
    if accounts not in case.fees:
        case.fees[accounts] = _fee(case, accounts)
    return case.fees[accounts]


def _fee(case: Case, accounts: int) -> int:
    monthly = case.data["prices"]["monthly"]
    counted = max(accounts, monthly.get("minimum_accounts") or 0)
    exact = (monthly.get("base_fee") or 0) * MILLION + usage(monthly, counted)
    return case.to_yen(max((monthly.get("minimum_charge") or 0) * MILLION, exact), MILLION)


def usage(monthly: Data, counted: int) -> int:
    """Return what some accounts cost under their price model, in millionths of a yen."""
    match monthly["model"]:
        case "per_account":
            return counted * millionths(monthly["unit_price"])
        case "package":
            full, started = divmod(counted, monthly["package_size"])
            return (full + (started > 0)) * millionths(monthly["package_price"])
        case "volume":
            band = next(tier for tier in monthly["tiers"] if tier.get("up_to") is None or counted <= tier["up_to"])
            return counted * millionths(band["unit_price"])
    cost, below = 0, 0
    for tier in monthly["tiers"]:
        top = counted if tier.get("up_to") is None else tier["up_to"]
        cost += len(common(range(below, top), range(counted))) * millionths(tier["unit_price"])
        below = top
    return cost


def part_of(case: Case, whole_fee: int, month: MonthKey, days: int) -> int:
    """Return what a month costs of which only some days are charged."""
    if days == length(*month) or case.policy["partial_month"] == "full":
        return whole_fee
    if case.policy["partial_month"] == "thirty_days":
        return case.to_yen(whole_fee * min(days, 30), 30)
    return case.to_yen(whole_fee * days, length(*month))


def billed_months(case: Case, days: Days) -> dict[MonthKey, Data]:
    """Return the months with billed days and what each costs."""
    until = case.listed_until
    listed = range(days.first, until.toordinal() + 1)
    return {
        month: _billed(case, days, month, common(numbers_of(month), listed))
        for month in months_from(month_of(case.start), month_of(until))
        if listed
    }


def _billed(case: Case, days: Days, month: MonthKey, listed: range) -> Data:
    count, on = days.peak(listed)
    whole_fee = fee(case, count)
    return {
        "from": date.fromordinal(listed.start),
        "to": date.fromordinal(listed.stop - 1),
        "billed_days": len(listed),
        "max_accounts": count,
        "peak_on": on,
        "monthly_fee": whole_fee,
        "billed_fee": part_of(case, whole_fee, month, len(listed)),
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
