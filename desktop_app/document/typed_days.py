"""Days and moments as people type them, read as a contract file writes them, and the keys that step from day to day.

A day without a year is the one nearest to `near`, which `nearest_days` chooses for each field. Lengths of time such as 30日後 are
not read: from which day they would count is not said.
"""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.document.typed_text import plain_text

ERA_FIRST_YEARS = {"令和": 2019, "R": 2019, "平成": 1989, "H": 1989, "昭和": 1926, "S": 1926}
NAMED_DAYS = {"今日": 0, "本日": 0, "today": 0, "明日": 1, "tomorrow": 1, "昨日": -1, "yesterday": -1}
STEPS = {"+": relativedelta(days=1), "]": relativedelta(months=1), "}": relativedelta(years=1)}
STEPS |= {back: -STEPS[forth] for back, forth in (("-", "+"), ("[", "]"), ("{", "}"))}
TODAY = frozenset({"t", ";"})
NOON, DAY_HOURS = 12, 24
HALF = "半"
CENTURY = 2000
"""Of a year of two digits, which is read only beside the name of a month."""

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - shorter
_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(_MONTHS, 1)}
_ERAS = "|".join(ERA_FIRST_YEARS)
_YEAR = rf"(?:(?P<era>{_ERAS})(?P<era_year>\d{{1,2}}|元)|(?P<year>\d{{4}}))"
_WEEKDAY = r"(?: ?\([^)]{1,5}\)| ?[月火水木金土日]曜日?)?"
_DAY = rf"(?:{_YEAR}[年/.-] ?)?(?P<month>\d{{1,2}})[月/.-] ?(?P<day>\d{{1,2}})日?"
_NAME = "(?P<%s>" + "|".join(rf"{name[:3]}(?:{name[3:]}|\.)?" for name in _MONTHS) + r"|Sept\.?)"
_ENGLISH_DAY = rf"(?P<day_e>\d{{1,2}})[ -]{_NAME % 'name_e'}(?:[ -](?P<year_e>\d{{4}}|\d\d))?"
_AMERICAN_DAY = rf"{_NAME % 'name_a'} (?P<day_a>\d{{1,2}})(?:, ?(?P<year_a>\d{{4}}))?"
_ANY_DAY = rf"(?:{_DAY}|(?P<solid>\d{{8}})|{_ENGLISH_DAY}|{_AMERICAN_DAY}|(?P<named>{'|'.join(NAMED_DAYS)})){_WEEKDAY}"
_HALF_DAY = r"(?P<half_day>午前|午後|AM|PM)"
_CLOCK = rf"(?P<hour>\d{{1,2}})(?:[:時](?:(?P<minute>\d{{1,2}}|{HALF})(?:[:分](?:(?P<second>\d{{1,2}})秒?)?)?)?)"
_TIME = rf"(?:{_HALF_DAY} ?)?{_CLOCK}(?: ?(?P<half_after>AM|PM))?"
_DAY_ALONE = re.compile(_ANY_DAY, re.IGNORECASE)
_DAY_AND_TIME = re.compile(rf"{_ANY_DAY}(?:(?:T| ?){_TIME})?", re.IGNORECASE)


def day_entry(text: str, near: date, today: date | None = None) -> str | None:
    """Return the day that was typed as `2024-07-10`; `today` is what 今日 means.

    >>> [day_entry(text, date(2024, 12, 10)) for text in ("2024/7/10", "7/10", "R6.7.10", "令和６年７月１０日", "soon")]
    ['2024-07-10', '2024-07-10', '2024-07-10', '2024-07-10', 'soon']
    """
    plain = _spaced(text)
    if not plain:
        return None
    found = _DAY_ALONE.fullmatch(plain) or _DAY_ALONE.fullmatch(plain.replace(" ", ""))
    return (_iso_day(found, near, today) if found else None) or text


def moment_entry(text: str, near: date, today: date | None = None) -> str | None:
    """Return the moment that was typed as `2024-07-10T09:00`, or its day alone where no time was.

    24:00 is the beginning of the next day, which is how a file writes it.

    >>> moment_entry("7/10 午後9時半", date(2024, 7, 1)), moment_entry("9/1 24:00", date(2024, 7, 1))
    ('2024-07-10T21:30', '2024-09-02T00:00')
    """
    plain = _spaced(text)
    if not plain:
        return None
    found = _DAY_AND_TIME.fullmatch(plain) or _DAY_AND_TIME.fullmatch(plain.replace(" ", ""))
    day = _iso_day(found, near, today) if found else None
    if found is None or day is None:
        return text
    if found["hour"] is None:
        return day
    hour = _hour(found)
    return text if hour is None else _moment(day, hour, found["minute"] or "0", found["second"])


def _spaced(text: str) -> str:
    return " ".join(plain_text(text).split())


def _moment(day: str, hour: int, minute: str, second: str | None) -> str:
    clock = f"{30 if minute == HALF else int(minute):02}" + (f":{int(second):02}" if second else "")
    if hour == DAY_HOURS and not clock.replace(":", "").strip("0"):
        with suppress(ValueError, OverflowError):
            return f"{date.fromisoformat(day) + timedelta(1)}T00:{clock}"
    return f"{day}T{hour:02}:{clock}"


def _hour(found: re.Match[str]) -> int | None:
    """Return the hour of the day; None where it can be read in two ways, such as 午後12時."""
    hour, half = int(found["hour"]), (found["half_day"] or found["half_after"] or "").upper()
    if not half:
        return hour
    if found["half_day"] and found["half_after"]:
        return None
    if half in {"AM", "PM"}:
        return hour % NOON + (NOON if half == "PM" else 0) if 1 <= hour <= NOON else None
    return hour + (NOON if half == "午後" else 0) if hour < NOON else None


def _iso_day(found: re.Match[str], near: date, today: date | None) -> str | None:
    if found["solid"]:
        return f"{found['solid'][:4]}-{found['solid'][4:6]}-{found['solid'][6:]}"
    if found["named"]:
        return None if today is None else (today + timedelta(NAMED_DAYS[found["named"].casefold()])).isoformat()
    name = found["name_e"] or found["name_a"]
    month = _NUMBERS[name[:3].casefold()] if name else int(found["month"])
    day = int(found["day"] or found["day_e"] or found["day_a"])
    year = _year(found)
    return f"{_nearest_year(month, day, near) if year is None else year:04}-{month:02}-{day:02}"


def _year(found: re.Match[str]) -> int | None:
    if found["era"]:
        nth = 1 if found["era_year"] == "元" else int(found["era_year"])
        return ERA_FIRST_YEARS[found["era"].upper()] + nth - 1
    year = found["year"] or found["year_e"] or found["year_a"]
    return int(year) + (CENTURY if len(year) == 2 else 0) if year else None  # noqa: PLR2004 - two digits


def _nearest_year(month: int, day: int, near: date) -> int:
    """Return the year in which a day is nearest to `near`, the later of two; for a day in no calendar that of `near`."""
    there = []
    for year in (near.year + 1, near.year, near.year - 1):
        with suppress(ValueError):
            there.append(date(year, month, day))
    return min(there, key=lambda each: abs(each - near)).year if there else near.year


def stepped_day(day: date, key: str, today: date) -> date | None:
    """Return the day that a bookkeeper's key leads to: + - a day, ] [ a month, } { a year, t ; today; None for another key.

    >>> str(stepped_day(date(2024, 1, 31), "]", date(2024, 1, 1)))
    '2024-02-29'
    """
    if key.casefold() in TODAY:
        return today
    if key not in STEPS or not FIRST_DAY <= day <= LAST_DAY:
        return None
    return min(max(day + STEPS[key], FIRST_DAY), LAST_DAY)


def time_of(moment: str) -> datetime | None:
    """Return the moment that a draft's text is, for putting rows in order; None where it is none.

    >>> time_of("2024-07-10") == time_of("2024-07-10T00:00"), time_of("soon")
    (True, None)
    """
    if moment[4:5] == moment[7:8] == "-":
        with suppress(ValueError):
            found = datetime.fromisoformat(moment)
            return found if found.tzinfo is None else None
    return None
