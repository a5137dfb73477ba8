"""Public holidays of Japan (国民の祝日と休日): what a day is called."""

from datetime import date

from desktop_app.wording.wording import Wording

FIRST_YEAR, LAST_YEAR = 1949, 2099
"""The first whole year of the law; the last for which the usual reckonings of both equinoxes agree."""

IN_LIEU = " 振替休日"


def holiday_name(day: date) -> str:
    """Return the name of a public holiday, of the days off around it too; nothing for other days and unknown years.

    >>> holiday_name(date(2024, 2, 12)), holiday_name(date(2024, 7, 10))
    ('建国記念の日の振替休日', '')
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    import jpholiday  # noqa: PLC0415 - takes longer to import than a month takes to be shown

    return (jpholiday.is_holiday_name(day) or "").replace(IN_LIEU, f"の{IN_LIEU.strip()}")


def holiday_text(day: date, words: Wording) -> str:
    """Return the name of a holiday for readers of a language, nothing for other days."""
    name = holiday_name(day)
    return words.text("holiday", name=name) if name else ""
