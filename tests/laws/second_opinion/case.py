"""What a contract file says, read anew: days, records, assumptions, and whole yen."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

from tests.calculation.civil_calendar import last_day_of_period

DAY = timedelta(days=1)
Data = dict[str, Any]
MonthKey = tuple[int, int]

DEFAULTS = {
    "partial_month": "calendar_days",
    "rounding": "floor",
    "settlement_basis": "termination_month",
    "settlement_taxable": False,
    "claimable_from": "after_24_hours",
    "quote_months": 12,
}


def period_end(first: date, months: int) -> date:
    """Return the last day of a period of months."""
    return date(*last_day_of_period((first.year, first.month, first.day), months))


def each_day(first: date, last: date) -> list[date]:
    """Return the days from `first` to `last`."""
    days = []
    while first <= last:
        days.append(first)
        first += DAY
    return days


def midnight(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time.min)


def month_of(day: date) -> MonthKey:
    """Return year and month of a day."""
    return day.year, day.month


def next_month(month: MonthKey) -> MonthKey:
    """Return the month after `month`."""
    return (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)


def written(month: MonthKey) -> str:
    """Return a month as `2024-07`."""
    return f"{month[0]}-{month[1]:02d}"


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
        self.fees: dict[int, int] = {}
        self.records = {datetime.fromisoformat(each["from"]): each["count"] for each in data["accounts"]}

    def _earliest(self) -> date | None:
        """Return the 30th day after the day on which a notice arrived."""
        if self.ending is None or self.ending["kind"] != "notice":
            return None
        day = date.fromisoformat(self.ending["notice_arrived_on"])
        for _ in range(30):
            day += DAY
        return day

    def _end(self) -> date | None:
        """Return the last day of the contract."""
        if self.ending is None:
            return None
        if self.earliest is None:
            return day_in(self.ending, "effective_on")
        return max(self.earliest, day_in(self.ending, "designated_on") or date.min)

    @property
    def never_began(self) -> bool:
        """Whether the contract ended before its billing started."""
        return self.end is not None and self.end < self.start

    @property
    def closing(self) -> datetime | None:
        """The end of the contract's last day."""
        return None if self.end is None else midnight(self.end) + DAY

    def to_yen(self, exact: Fraction) -> int:
        """Return an exact amount in whole yen."""
        match self.policy["rounding"]:
            case "floor":
                return floor(exact)
            case "ceiling":
                return ceil(exact)
        return floor(exact + Fraction(1, 2))
