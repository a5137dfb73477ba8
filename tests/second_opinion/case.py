"""What a contract file says, read anew: days as bare numbers, records, assumptions, and whole yen."""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from tests.calculation.civil_calendar import last_day_of_period, length, number_of

DAY = timedelta(days=1)
MILLION = 10**6
Data = dict[str, Any]
MonthKey = tuple[int, int]

DEFAULTS = {
    "partial_month": "calendar_days",
    "rounding": "floor",
    "settlement_basis": "termination_month",
    "settlement_accounts": None,
    "settlement_taxable": False,
    "claimable_from": "after_24_hours",
    "quote_months": 12,
}


def period_end(first: date, months: int) -> date:
    """Return the last day of a period of months."""
    return date(*last_day_of_period((first.year, first.month, first.day), months))


def midnight(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time.min)


def month_of(day: date) -> MonthKey:
    """Return year and month of a day."""
    return day.year, day.month


def next_month(month: MonthKey) -> MonthKey:
    """Return the month after `month`."""
    return (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)


@cache
def numbers_of(month: MonthKey) -> range:
    """Return the numbers of the days of a month."""
    first = number_of((*month, 1))
    return range(first, first + length(*month))


def months_from(first: MonthKey, last: MonthKey) -> list[MonthKey]:
    """Return the months from the first to the last."""
    months = []
    while first <= last:
        months.append(first)
        first = next_month(first)
    return months


def common(one: range, other: range) -> range:
    """Return the days that are in both."""
    return range(max(one.start, other.start), min(one.stop, other.stop))


def seconds_of(moment: datetime) -> int:
    """Return how many seconds lie between a moment and the beginning of day 0."""
    within = moment.hour * 3600 + moment.minute * 60 + moment.second
    return moment.toordinal() * 86_400 + within


def millionths(price: str | int) -> int:
    """Return a price in millionths of a yen."""
    whole, _, places = str(price).partition(".")
    return int(whole) * MILLION + int(places.ljust(6, "0"))


def day_in(part: Data, name: str) -> date | None:
    """Return the day that a field names, if it does."""
    text = part.get(name)
    return None if text is None else date.fromisoformat(text)


class Case:
    """One contract as of a day."""

    def __init__(self, data: Data, as_of: date) -> None:
        self.data, self.as_of = data, as_of
        chosen = data.get("policy") or {}
        self.policy = {**DEFAULTS, **{name: value for name, value in chosen.items() if value is not None}}
        self.start = date.fromisoformat(data["dates"]["billing_start"])
        self.accepted = day_in(data["dates"], "accepted_on")
        self.term_end = period_end(self.start, 12)
        self.ending: Data | None = data.get("termination")
        self.earliest = self._earliest()
        self.end = self._end()
        self.never_began = self.end is not None and self.end < self.start
        self.fees: dict[int, int] = {}

    def _earliest(self) -> date | None:
        """Return the 30th day after the day on which a notice arrived."""
        if self.ending is None or self.ending["kind"] != "notice":
            return None
        return date.fromisoformat(self.ending["notice_arrived_on"]) + 30 * DAY

    def _end(self) -> date | None:
        """Return the last day of the contract."""
        if self.ending is None:
            return None
        if self.earliest is None:
            return day_in(self.ending, "effective_on")
        return max(self.earliest, day_in(self.ending, "designated_on") or date.min)

    @property
    def listed_until(self) -> date:
        """The last listed day."""
        if self.end is not None:
            return self.end
        if self.policy["partial_month"] != "full":
            return period_end(self.start, self.policy["quote_months"])
        year, month = divmod(self.start.year * 12 + self.start.month - 2 + self.policy["quote_months"], 12)
        return date(year, month + 1, length(year, month + 1))

    def to_yen(self, amount: int, parts: int) -> int:
        """Return so many parts of a yen, `parts` of which make one, in whole yen."""
        whole, rest = divmod(amount, parts)
        match self.policy["rounding"]:
            case "floor":
                return whole
            case "ceiling":
                return whole + (rest > 0)
        return whole + (rest >= parts - rest)
