"""Days on a line drawn to scale, and the months that are named along it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_app.calculation.periods import Month, Span, midnight, months_between
from desktop_app.wording.days import LANGUAGES, Language, short_month

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
"""Every how many months one is named, wherever there is room for it."""
GAP = 9
SHORTEST = 30
"""Days that the line has at least, so that one day alone does not fill it."""
A_YEAR = 12
ONE_DAY = timedelta(days=1)

WidthOf = Callable[[str], float]


class Tick(NamedTuple):
    """The first day of a month on the line, and what it is called; nothing where there is no room for a name."""

    x: float
    text: str
    is_year: bool


class Scale(NamedTuple):
    """A stretch of days from `left` over `width` pixels."""

    first: datetime
    length: timedelta
    left: float
    width: float

    def x(self, moment: datetime) -> float:
        """Return where a moment lies."""
        return self.left + (moment - self.first) / self.length * self.width

    def of_day(self, day: date, *, at_end: bool = False) -> float:
        """Return where a day begins, or ends."""
        return self.x(midnight(day) + ONE_DAY if at_end else midnight(day))

    def moment(self, x: float) -> datetime:
        """Return the moment that lies at `x`."""
        return self.first + (x - self.left) / self.width * self.length

    def shows(self, day: date) -> bool:
        """Return whether a day lies on the line."""
        return timedelta() <= midnight(day) - self.first < self.length


def scale_of(extent: Span, left: float, width: float) -> Scale:
    """Return the line that shows `extent`, both days included."""
    days = max(extent.days, SHORTEST)
    return Scale(midnight(extent.first), timedelta(days=days), left, max(width, 1.0))


def ticks(scale: Scale, language: Language, width_of: WidthOf) -> list[Tick]:
    """Return the months that begin on the line, as many of them named as there is room for."""
    first, last = Month.of(scale.first.date()), Month.of((scale.first + scale.length).date())
    months = [each for each in months_between(first, last) if scale.shows(each.first)]
    a_month = scale.width * 30.4 / max(scale.length.days, 1)
    named = dict(month_names(months, a_month, language, width_of))
    step = step_of(a_month, language, width_of)
    drawn = [(i, each) for i, each in enumerate(months) if i in named or a_month > GAP or (each.number == 1 and step <= A_YEAR)]
    return [Tick(scale.of_day(each.first), named.get(i, ""), each.number == 1) for i, each in drawn]


def step_of(a_month: float, language: Language, width_of: WidthOf) -> int:
    """Return every how many months one can be named where a month is so many pixels wide."""
    least = max(width_of(_month(Month(2000, 12), language)), width_of(_year(Month(2000, 1), language))) + GAP
    return next((step for step in STEPS if step * a_month >= least), STEPS[-1])


def month_names(months: Sequence[Month], a_month: float, language: Language, width_of: WidthOf) -> Iterator[tuple[int, str]]:
    """Yield the months that are named by their place, the first and each January with the year where it has room."""
    step = step_of(a_month, language, width_of)
    named = [i for i, each in enumerate(months) if (each.year * A_YEAR + each.number - 1) % step == 0]
    for i in named or ([0] if months else []):
        month, room = months[i], step * a_month - GAP
        names = _names(month, language, is_first=i == (named or [0])[0], yearly=step >= A_YEAR)
        yield i, next((each for each in names if width_of(each) <= room), names[-1])


def _names(month: Month, language: Language, *, is_first: bool, yearly: bool) -> list[str]:
    """Return what a month can be called, the longest first."""
    whole = LANGUAGES[language].month.format(year=month.year, month=short_month(month.number, language))
    if yearly and month.number == 1:
        return [_year(month, language)]
    if month.number == 1:
        return [whole, _year(month, language)]
    return [whole, _month(month, language)] if is_first else [_month(month, language)]


def _year(month: Month, language: Language) -> str:
    return f"{month.year}年" if language == "ja" else str(month.year)


def _month(month: Month, language: Language) -> str:
    return f"{month.number}月" if language == "ja" else short_month(month.number, language)
