"""The Civil Code's periods told a second time, in bare numbers: no calendar of any library, and nothing of the product's."""

from collections.abc import Iterator

Day = tuple[int, int, int]
"""Year, month and day of the month."""

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def length(year: int, month: int) -> int:
    """Return how many days a month has: every fourth February one more, but of the full hundreds only every fourth."""
    leap = month == 2 and (year % 400 == 0 or (year % 4 == 0 and year % 100 != 0))
    return LENGTHS[month - 1] + leap


def days_of(first_year: int, last_year: int) -> Iterator[Day]:
    """Yield every day of some years, one after the other."""
    for year in range(first_year, last_year + 1):
        for month in range(1, 13):
            for day in range(1, length(year, month) + 1):
                yield year, month, day


def last_day_of_period(first: Day, months: int) -> Day:
    """Return the last day of a period of months, by the two sentences of article 143, paragraph 2."""
    year, month, day = first
    month += months
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if day > length(year, month):
        return year, month, length(year, month)
    if day > 1:
        return year, month, day - 1
    return (year - 1, 12, 31) if month == 1 else (year, month - 1, length(year, month - 1))


def number_of(day: Day) -> int:
    """Return the number of a day: how many days lie between it and the beginning of the year 1."""
    year, month, of_month = day
    before = year - 1
    leap_days = before // 4 - before // 100 + before // 400
    return before * 365 + leap_days + sum(length(year, each) for each in range(1, month)) + of_month
