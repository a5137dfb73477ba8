"""Periods as the Civil Code counts them, calendar months, and the days of a month."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

ONE_DAY = timedelta(days=1)
MIDNIGHT = time()


def _period_end(first: date, months: int) -> date:
    """Return the last day of a period of whole `months` whose first counted day is `first` (Civil Code 143 (2)).

    It is the day before the day that corresponds to `first` in the last month, or that month's last day where it has no
    such day.

    >>> period_end(date(2014, 7, 1), 12)
    datetime.date(2015, 6, 30)
    >>> period_end(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    shifted = first + relativedelta(months=months)
    return shifted if shifted.day < first.day else shifted - ONE_DAY


period_end = lru_cache(maxsize=4096)(_period_end)


def corresponding_day_missing(first: date, last: date) -> bool:
    """Return whether the period from `first` to `last` ends with its last month for want of a day that corresponds to `first`."""
    return (last + ONE_DAY).day != first.day


def midnight(day: date) -> datetime:
    """Return 00:00 of `day`, its first moment."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - moments are Japan time without offset, as in the file


def midnight_after(day: date) -> datetime:
    """Return the end of `day`: 00:00 of the next."""
    return midnight(day + ONE_DAY)


def first_counted_day(moment: datetime) -> date:
    """Return the first day that counts in a period from `moment`: the next one, unless the moment is 00:00 (Civil Code 140)."""
    return moment.date() if moment.time() == MIDNIGHT else moment.date() + ONE_DAY


class Month(NamedTuple):
    """A calendar month, in order of time; written `2024-07`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month that `day` lies in."""
        return cls(day.year, day.month)

    @property
    def length(self) -> int:
        """The number of days of the month."""
        return _length(self.year, self.number)

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.number, self.length)

    def plus(self, months: int) -> "Month":
        """Return the month so many months later.

        >>> str(Month(2024, 11).plus(2))
        '2025-01'
        """
        years, index = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, index + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


_length = lru_cache(maxsize=4096)(lambda year, number: monthrange(year, number)[1])


def months_between(first: Month, last: Month) -> Iterator[Month]:
    """Yield the months from `first` to `last`, both included; none when `last` is earlier."""
    for count in range(first.year * 12 + first.number - 1, last.year * 12 + last.number):
        yield Month(count // 12, count % 12 + 1)


class Span(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of days, 0 when `last` lies before `first`."""
        return max(0, (self.last - self.first).days + 1)

    def within(self, month: Month) -> "Span":
        """Return the part of these days that lies in `month`, perhaps empty."""
        whole = _days_of(month)
        return Span(max(self.first, whole.first), min(self.last, whole.last))


@lru_cache(maxsize=4096)
def _days_of(month: Month) -> Span:
    return Span(month.first, month.last)
