"""Public holidays of Japan: those of the law, the days off around them, and no claim beyond what can be reckoned."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from desktop_app.wording.holidays import FIRST_YEAR, LAST_YEAR, holiday_name, holiday_text
from desktop_app.wording.wording import wording


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-01-01", "元日"),
        ("2000-01-10", "成人の日"),
        ("2024-02-12", "建国記念の日の振替休日"),
        ("2019-05-06", "こどもの日の振替休日"),
        ("2009-09-22", "国民の休日"),
        ("2026-09-22", "国民の休日"),
        ("2019-04-30", "国民の休日"),
        ("2024-03-20", "春分の日"),
        ("2025-03-20", "春分の日"),
        ("2023-03-21", "春分の日"),
        ("2024-09-22", "秋分の日"),
        ("2023-09-23", "秋分の日"),
        ("2019-10-22", "即位礼正殿の儀"),
        ("2018-12-23", "天皇誕生日"),
        ("2019-12-23", ""),
        ("2020-02-23", "天皇誕生日"),
        ("2020-10-12", ""),
        ("2021-07-23", "スポーツの日"),
        ("2024-07-10", ""),
        ("2024-07-14", ""),
        ("2024-12-31", ""),
    ],
)
def test_days_are_named_as_the_law_has_them(day: str, name: str) -> None:
    """New Year, moved days, a day off in lieu, one between two holidays, equinoxes, and days that are none."""
    assert holiday_name(date.fromisoformat(day)) == name


def test_a_year_has_as_many_as_the_cabinet_office_lists() -> None:
    """Twenty-one in 2024, eighteen in 2026 (one of them between two others), with their days off in lieu."""
    counts = {year: sum(1 for day in _days(year) if holiday_name(day)) for year in (2024, 2025, 2026)}
    assert counts == {2024: 21, 2025: 19, 2026: 18}


def _days(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=i) for i in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1, 2199])
def test_nothing_is_claimed_of_years_that_cannot_be_known(year: int) -> None:
    """Not even New Year."""
    assert holiday_name(date(year, 1, 1)) == ""


def test_the_last_known_years_have_their_equinoxes() -> None:
    """Up to the end of what can be reckoned."""
    assert holiday_name(date(LAST_YEAR, 1, 1)) == "元日"
    names = {holiday_name(day) for day in _days(LAST_YEAR)}
    assert {"春分の日", "秋分の日"} <= names


def test_english_readers_are_told_that_it_is_a_holiday() -> None:
    """The name itself stays Japanese."""
    assert holiday_text(date(2024, 7, 15), wording("en")) == "Holiday: 海の日"
    assert holiday_text(date(2024, 7, 15), wording("ja")) == "海の日"
    assert holiday_text(date(2024, 7, 16), wording("en")) == ""


def test_the_library_is_imported_when_a_day_is_asked_for() -> None:
    """The window starts without it."""
    program = (
        "import sys, datetime\n"
        "from desktop_app.wording.holidays import holiday_name\n"
        "assert 'jpholiday' not in sys.modules\n"
        "assert holiday_name(datetime.date(2024, 1, 1))\n"
        "assert 'jpholiday' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
