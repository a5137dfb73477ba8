"""What people type, read: days, moments, amounts, prices, counts, lists and pasted tables as a contract file writes them.

Each function returns the value for the draft, None for nothing, and the text itself, as typed, when it was not understood:
the draft then holds it, and the field says what is wrong with it.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

from dateutil.relativedelta import relativedelta

from desktop_app.calculation.field_types import FIRST_DAY, LAST_DAY

ERA_FIRST_YEARS = {"令和": 2019, "R": 2019, "平成": 1989, "H": 1989, "昭和": 1926, "S": 1926}
UNITS_OF_TEN_THOUSAND = {"万": 10**4, "億": 10**8}
MOST_DIGITS = 30
DAY_STEPS = {"+": timedelta(1), "-": timedelta(-1)}
MONTH_STEPS = {"]": 1, "[": -1}
STROKES = str.maketrans({"ー": "-", "―": "-", "−": "-", "‐": "-", "・": "/", "。": "."})
"""What a Japanese keyboard gives in the place of a hyphen, a slash and a full stop."""

_ERAS = "|".join(ERA_FIRST_YEARS)
_YEAR = rf"(?:(?P<era>{_ERAS})(?P<era_year>\d{{1,2}}|元)|(?P<year>\d{{4}}))"
_DAY = rf"(?:{_YEAR}[年/.-])?(?P<month>\d{{1,2}})[月/.-](?P<day>\d{{1,2}})日?(?:\(.\))?"
_SOLID_DAY = r"(?P<solid>\d{8})"
_TIME = r"(?P<hour>\d{1,2})(?:[:時](?:(?P<minute>\d{1,2})(?:[:分](?:(?P<second>\d{1,2})秒?)?)?)?)"
_DAY_ALONE = re.compile(rf"(?:{_DAY}|{_SOLID_DAY})", re.IGNORECASE)
_DAY_AND_TIME = re.compile(rf"(?:{_DAY}|{_SOLID_DAY})(?:[T ]*{_TIME})?", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<minus>[-▲△]?)(?P<digits>\d+|\d{1,3}(?:,\d{3})+)(?P<decimals>\.\d+)?")
_TEN_THOUSANDS = re.compile(r"(?P<minus>[-▲△]?)(?:(?P<億>[\d,.]+)億)?(?:(?P<万>[\d,.]+)万)?(?P<rest>[\d,]*)")
_UNIT = re.compile(r"円|件|人|アカウント|か月|ヶ月|カ月|回")
_YES, _NO = {"はい", "yes", "true", "1", "○", "あり", "有"}, {"いいえ", "no", "false", "0", "×", "なし", "無"}


def day_entry(text: str, near: date) -> str | None:
    """Return the day that was typed as `2024-07-10`; without a year it is in the year of `near`.

    >>> [day_entry(text, date(2024, 12, 10)) for text in ("2024/7/10", "7/10", "R6.7.10", "令和６年７月１０日", "soon")]
    ['2024-07-10', '2024-07-10', '2024-07-10', '2024-07-10', 'soon']
    """
    plain = _plain(text).replace(" ", "")
    if not plain:
        return None
    found = _DAY_ALONE.fullmatch(plain)
    return _iso_day(found, near) if found else text


def moment_entry(text: str, near: date) -> str | None:
    """Return the moment that was typed as `2024-07-10T09:00`, or its day alone where no time was.

    >>> moment_entry("7/10 9時", date(2024, 1, 1)), moment_entry("2024/7/10", date(2024, 1, 1))
    ('2024-07-10T09:00', '2024-07-10')
    """
    plain = " ".join(_plain(text).split())
    if not plain:
        return None
    found = _DAY_AND_TIME.fullmatch(plain)
    if not found:
        return text
    day, second = _iso_day(found, near), found["second"]
    if found["hour"] is None:
        return day
    clock = f"{int(found['hour']):02}:{int(found['minute'] or 0):02}"
    return f"{day}T{clock}:{int(second):02}" if second else f"{day}T{clock}"


def whole_entry(text: str) -> int | str | None:
    """Return the amount or count that was typed as a whole number.

    >>> [whole_entry(text) for text in ("３００，０００円", "¥300,000", "30万", "1.5万", "1億2,000万5", "1,5", "9.5")]
    [300000, 300000, 300000, 15000, 120000005, '1,5', '9.5']
    """
    plain = _bare_number(text)
    if not plain:
        return None
    number = _number(plain)
    return text if number is None or number != number.to_integral_value() else int(number)


def price_entry(text: str) -> str | None:
    """Return the unit price that was typed in decimals.

    >>> price_entry("１９９．５円"), price_entry("1,200"), price_entry("2万"), price_entry("cheap")
    ('199.5', '1200', '20000', 'cheap')
    """
    plain = _bare_number(text)
    if not plain:
        return None
    number = _number(plain)
    if number is None:
        return text
    return f"{number:.0f}" if number == number.to_integral_value() else f"{number:f}"


def lines_entry(text: str) -> list[str] | None:
    """Return the lines that hold something, without the blanks around it; None when there is none."""
    return [line.strip() for line in text.splitlines() if line.strip()] or None


def choice_entry(text: str, names: Mapping[str, str]) -> str | None:
    """Return the choice that `text` names, by its value or by the words for it."""
    plain = _plain(text)
    by_name = {_plain(name): value for value, name in names.items()}
    return (plain if plain in names else by_name.get(plain, text)) if plain else None


def flag_entry(text: str) -> bool | str | None:
    """Return the yes or no that was typed.

    >>> flag_entry("はい"), flag_entry("No"), flag_entry(""), flag_entry("perhaps")
    (True, False, None, 'perhaps')
    """
    plain = _plain(text).casefold()
    if plain in _YES:
        return True
    return False if plain in _NO else (text if plain else None)


def grid_entry(text: str) -> list[list[str]]:
    """Return the cells of what a spreadsheet puts on the clipboard: lines, parted by tabs, in quotes where they hold either."""
    try:
        return [row or [""] for row in csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True)]
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def stepped_day(day: date, key: str, today: date) -> date | None:
    """Return the day that a bookkeeper's key leads to: + - a day, ] [ a month, t today; None for another key.

    >>> str(stepped_day(date(2024, 1, 31), "]", date(2024, 1, 1)))
    '2024-02-29'
    """
    if key.casefold() == "t":
        return today
    if not FIRST_DAY <= day <= LAST_DAY:
        return None
    stepped = day + DAY_STEPS[key] if key in DAY_STEPS else day + relativedelta(months=MONTH_STEPS.get(key, 0))
    return min(max(stepped, FIRST_DAY), LAST_DAY) if key in DAY_STEPS or key in MONTH_STEPS else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(STROKES).strip()


def _iso_day(found: re.Match[str], near: date) -> str:
    if found["solid"]:
        return f"{found['solid'][:4]}-{found['solid'][4:6]}-{found['solid'][6:]}"
    return f"{_year(found, near):04}-{int(found['month']):02}-{int(found['day']):02}"


def _year(found: re.Match[str], near: date) -> int:
    if found["era"]:
        nth = 1 if found["era_year"] == "元" else int(found["era_year"])
        return ERA_FIRST_YEARS[found["era"].upper()] + nth - 1
    return int(found["year"]) if found["year"] else near.year


def _bare_number(text: str) -> str:
    """Return what is left of a number without blanks, yen signs and units."""
    return _UNIT.sub("", _plain(text)).replace(" ", "").replace("¥", "").replace("\\", "")


def _number(plain: str) -> Decimal | None:
    found = _TEN_THOUSANDS.fullmatch(plain)
    if not found or len(plain) > MOST_DIGITS:
        return _decimal(plain)
    units = {unit: found[unit] for unit in UNITS_OF_TEN_THOUSAND if found[unit] is not None}
    parts = [(_decimal(digits), UNITS_OF_TEN_THOUSAND[unit]) for unit, digits in units.items()]
    if found["rest"]:
        parts.append((_decimal(found["rest"]), 1))
    whole = sum((digits * worth for digits, worth in parts if digits is not None), Decimal(0))
    if not parts or any(digits is None for digits, _ in parts):
        return None
    return -whole if found["minus"] else whole


def _decimal(plain: str) -> Decimal | None:
    found = _NUMBER.fullmatch(plain)
    if not found or len(plain) > MOST_DIGITS:
        return None
    number = Decimal(found["digits"].replace(",", "") + (found["decimals"] or ""))
    return -number if found["minus"] else number
