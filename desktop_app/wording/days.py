"""The languages, and days, months and lengths of time in each: 2024年7月10日（水）, 令和6年; 10 July 2024 (Wed)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from desktop_app.calculation.periods import Month

Language = Literal["ja", "en"]


class Manner(NamedTuple):
    """How a language writes: its name, days, lengths of time, what parts and ends sentences, its minus, days in a workbook."""

    name: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    with_weekday: str
    month: str
    month_commas: tuple[str, str]
    year_commas: tuple[str, str]
    units: tuple[str, str, str]
    gap: str
    comma: str
    stop: str
    minus: str
    cell_day: str
    cell_month: str
    cell_short_day: str


MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LANGUAGES: dict[Language, Manner] = {
    "ja": Manner(
        name="日本語",
        weekdays=tuple("月火水木金土日"),
        months=tuple(str(number) for number in range(1, 13)),
        day="{year}年{month}月{day}日",
        with_weekday="{day}（{weekday}）",
        month="{year}年{month}月",
        month_commas=("月、", "月、"),
        year_commas=("、", "、"),
        units=("時間", "分", "秒"),
        gap="",
        comma="、",
        stop="。",
        minus="▲",
        cell_day='yyyy"年"m"月"d"日"',
        cell_month='yyyy"年"m"月"',
        cell_short_day="yyyy/m/d",
    ),
    "en": Manner(
        name="English",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=MONTHS_EN,
        day="{day} {month} {year}",
        with_weekday="{day} ({weekday})",
        month="{month} {year}",
        month_commas=(", ", " and "),
        year_commas=(" and ", ", and "),
        units=(" h", " min", " s"),
        gap=" ",
        comma=", ",
        stop=".",
        minus="-",
        cell_day="d mmm yyyy",
        cell_month="mmm yyyy",
        cell_short_day="d mmm yyyy",
    ),
}
"""Every language that the program speaks, the first where none is asked for; what is said stands in `resources/locale`."""
FIRST_LANGUAGE = next(iter(LANGUAGES))
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def language_named(name: object, otherwise: Language = FIRST_LANGUAGE) -> Language:
    """Return the language of a name; `otherwise` where there is none of it.

    >>> language_named("en"), language_named("xx"), language_named(None, "en")
    ('en', 'ja', 'en')
    """
    return next((each for each in LANGUAGES if each == name), otherwise)


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
    """Return the year of `day` in its era (和暦); the common one before the first that is known here.

    >>> era_year(date(2024, 7, 10)), era_year(date(2019, 5, 1)), era_year(date(1800, 1, 1))
    ('令和6年', '令和元年', '1800年')
    """
    era = next((each for each in ERAS if each.first <= day), None)
    if era is None:
        return f"{day.year}年"
    year = day.year - era.first.year + 1
    return f"{era.name}{'元' if year == 1 else year}年"


def era_day(day: date) -> str:
    """Return a day of its era with its weekday.

    >>> era_day(date(2024, 7, 10))
    '令和6年7月10日（水）'
    """
    return f"{era_year(day)}{day.month}月{day.day}日（{LANGUAGES['ja'].weekdays[day.weekday()]}）"


def long_day(day: date, language: Language) -> str:
    """Return a day with its weekday.

    >>> long_day(date(2024, 7, 10), "ja"), long_day(date(2024, 7, 10), "en")
    ('2024年7月10日（水）', '10 July 2024 (Wed)')
    """
    manner = LANGUAGES[language]
    return manner.with_weekday.format(day=plain_day(day, language), weekday=manner.weekdays[day.weekday()])


def plain_day(day: date, language: Language) -> str:
    """Return a day without its weekday."""
    manner = LANGUAGES[language]
    return manner.day.format(day=day.day, month=manner.months[day.month - 1], year=day.year)


def short_day(day: date) -> str:
    """Return a day as tables have it: `2024/07/10`."""
    return f"{day.year:04d}/{day.month:02d}/{day.day:02d}"


def month_text(month: "Month", language: Language) -> str:
    """Return a calendar month: 2024年7月; July 2024."""
    manner = LANGUAGES[language]
    return manner.month.format(month=manner.months[month.number - 1], year=month.year)


def months_text(months: "Iterable[Month]", language: Language) -> str:
    """Return calendar months in order, the year of several said once.

    >>> from desktop_app.calculation.periods import Month
    >>> months = (Month(2024, 12), Month(2025, 1), Month(2025, 3))
    >>> months_text(months, "ja"), months_text(months, "en")
    ('2024年12月、2025年1月、3月', 'December 2024, and January and March 2025')
    >>> months_text(months[:2], "en"), months_text((*months[1:], Month(2025, 4)), "en")
    ('December 2024 and January 2025', 'January, March and April 2025')
    """
    manner, texts, is_several = LANGUAGES[language], [], False
    for year, found in groupby(months, lambda month: month.year):
        names = [manner.months[month.number - 1] for month in found]
        is_several |= len(names) > 1
        texts.append(manner.month.format(year=year, month=_enumerated(names, *manner.month_commas)))
    return _enumerated(texts, manner.comma, manner.year_commas[is_several])


def _enumerated(texts: list[str], comma: str, last_comma: str) -> str:
    """Return texts one after the other, the last one set off as the language does."""
    return last_comma.join(filter(None, (comma.join(texts[:-1]), texts[-1]))) if texts else ""


def short_month(number: int, language: Language) -> str:
    """Return a month where there is little room.

    >>> short_month(10, "ja"), short_month(10, "en")
    ('10', 'Oct')
    """
    return LANGUAGES[language].months[number - 1][:3]


def moment_text(moment: datetime, language: Language) -> str:
    """Return a moment with its day; seconds only where it has some."""
    return f"{long_day(moment.date(), language)}{LANGUAGES[language].gap}{_clock(moment)}"


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
    manner = LANGUAGES[language]
    parts = [f"{number:,}{unit}" for number, unit in zip((hours, minutes, seconds.seconds), manner.units, strict=True) if number]
    return manner.gap.join(parts) or f"0{manner.units[0]}"
