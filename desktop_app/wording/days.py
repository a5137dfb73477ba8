"""Days, months and lengths of time in words: 2024年7月10日（水）, 令和6年; 10 July 2024 (Wed)."""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from desktop_app.calculation.periods import Month

Language = Literal["ja", "en"]

WEEKDAYS = {"ja": "月火水木金土日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS_EN = "January February March April May June July August September October November December".split()  # noqa: SIM905 - shorter
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


class Era(NamedTuple):
    """A Japanese era (元号): its name, its letter, its first day."""

    name: str
    letter: str
    first: date


ERAS = (
    Era("令和", "R", date(2019, 5, 1)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("明治", "M", date(1868, 10, 23)),
)


def era_year(day: date) -> str:
    """Return the year of `day` in its era (和暦).

    >>> era_year(date(2024, 7, 10)), era_year(date(2019, 5, 1))
    ('令和6年', '令和元年')
    """
    era = next(each for each in ERAS if each.first <= day)
    year = day.year - era.first.year + 1
    return f"{era.name}{'元' if year == 1 else year}年"


def era_day(day: date) -> str:
    """Return a day of its era with its weekday.

    >>> era_day(date(2024, 7, 10))
    '令和6年7月10日（水）'
    """
    return f"{era_year(day)}{day.month}月{day.day}日（{WEEKDAYS['ja'][day.weekday()]}）"


def long_day(day: date, language: Language) -> str:
    """Return a day with its weekday.

    >>> long_day(date(2024, 7, 10), "ja"), long_day(date(2024, 7, 10), "en")
    ('2024年7月10日（水）', '10 July 2024 (Wed)')
    """
    weekday = WEEKDAYS[language][day.weekday()]
    return f"{plain_day(day, language)}（{weekday}）" if language == "ja" else f"{plain_day(day, language)} ({weekday})"


def plain_day(day: date, language: Language) -> str:
    """Return a day without its weekday."""
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return a day as tables have it: `2024/07/10`."""
    return f"{day.year:04d}/{day.month:02d}/{day.day:02d}"


def month_text(month: Month, language: Language) -> str:
    """Return a calendar month: 2024年7月; July 2024."""
    return f"{month.year}年{month.number}月" if language == "ja" else f"{MONTHS_EN[month.number - 1]} {month.year}"


def moment_text(moment: datetime, language: Language) -> str:
    """Return a moment with its day; seconds only where it has some."""
    return f"{long_day(moment.date(), language)}{'' if language == 'ja' else ' '}{_clock(moment)}"


def plain_moment(moment: datetime, language: Language) -> str:
    """Return a moment without its weekday.

    >>> plain_moment(datetime.fromisoformat("2024-11-01T09:00"), "ja")
    '2024年11月1日 09:00'
    """
    return f"{plain_day(moment.date(), language)} {_clock(moment)}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def length_text(length: timedelta, language: Language) -> str:
    """Return a length of time in hours, minutes and seconds, parts of nothing left out.

    >>> length_text(timedelta(hours=23, minutes=59), "ja"), length_text(timedelta(0), "en")
    ('23時間59分', '0 h')
    """
    hours, rest = divmod(length, HOUR)
    minutes, seconds = divmod(rest, MINUTE)
    units = ("時間", "分", "秒") if language == "ja" else (" h", " min", " s")
    parts = [f"{number:,}{unit}" for number, unit in zip((hours, minutes, seconds.seconds), units, strict=True) if number]
    return ("" if language == "ja" else " ").join(parts) or f"0{units[0]}"
