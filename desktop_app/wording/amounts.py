"""Amounts, counts and rates in digits: ¥1,234, ▲1,234, 1,095.7…, 10%."""

from decimal import Decimal
from fractions import Fraction

from desktop_app.calculation.choices import THIRTY, PartialMonth
from desktop_app.calculation.money import Yen
from desktop_app.wording.days import LANGUAGES, Language

DECIMALS = 6


def yen_text(amount: Yen) -> str:
    """Return an amount with its sign for yen.

    >>> yen_text(Yen(1248516))
    '¥1,248,516'
    >>> yen_text(Yen(-5))
    '-¥5'
    """
    return f"¥{amount.amount:,}" if amount.amount >= 0 else f"-¥{-amount.amount:,}"


def credit_text(amount: Yen, language: Language) -> str:
    """Return an amount that is taken off, in Japanese with the mark of Japanese accounts.

    >>> credit_text(Yen(15733), "ja"), credit_text(Yen(15733), "en"), credit_text(Yen(0), "ja")
    ('▲¥15,733', '-¥15,733', '¥0')
    """
    return f"{LANGUAGES[language].minus}{yen_text(amount)}" if amount else yen_text(amount)


def signed_number(number: int, language: Language) -> str:
    """Return a number of yen as tables and axes have it, which say their unit elsewhere.

    >>> signed_number(-15733, "ja"), signed_number(-15733, "en"), signed_number(500, "ja")
    ('▲15,733', '-15,733', '500')
    """
    return f"{number:,}" if number >= 0 else f"{LANGUAGES[language].minus}{-number:,}"


def part_of_month(days: int, length: int, divided: PartialMonth) -> str:
    """Return how many days of a month are charged for, where not all of them are with the number that they are divided by.

    >>> part_of_month(31, 31, "calendar_days"), part_of_month(22, 31, "calendar_days"), part_of_month(22, 31, "thirty_days")
    ('31', '22/31', '22/30')
    """
    return str(days) if days == length else f"{days}/{THIRTY if divided == 'thirty_days' else length}"


def exact_text(exact: Fraction) -> str:
    """Return an exact amount in decimals; three dots where they would go on.

    >>> exact_text(Fraction(3519999, 31)), exact_text(Fraction(5, 2)), exact_text(Fraction(4))
    ('113,548.354838…', '2.5', '4')
    """
    whole, rest = divmod(exact.numerator * 10**DECIMALS, exact.denominator)
    digits = f"{whole // 10**DECIMALS:,}.{whole % 10**DECIMALS:0{DECIMALS}d}"
    return f"{digits}…" if rest else digits.rstrip("0").rstrip(".")


def price_text(price: Decimal) -> str:
    """Return a unit price as it was quoted, grouped, without zeros that say nothing.

    >>> price_text(Decimal("1200.50")), price_text(Decimal("200"))
    ('1,200.5', '200')
    """
    text = f"{price:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(rate: Fraction) -> str:
    """Return a rate in per cent.

    >>> percent_text(Fraction(1, 10)), percent_text(Fraction(78, 1000))
    ('10%', '7.8%')
    """
    return f"{exact_text(rate * 100)}%"


def round_text(number: int, language: str) -> str:
    """Return a round number in words where Japanese has one for it: 1兆, 1億.

    >>> round_text(10**12, "ja"), round_text(10**8, "ja"), round_text(120, "ja"), round_text(10**8, "en")
    ('1兆', '1億', '120', '100,000,000')
    """
    for unit, name in ((10**12, "兆"), (10**8, "億")) if language == "ja" else ():
        if number and number % unit == 0:
            return f"{number // unit:,}{name}"
    return f"{number:,}"


def size_text(size: int) -> str:
    """Return a size in bytes in the largest unit that it is whole in.

    >>> size_text(512 * 1024), size_text(64 * 1024 * 1024), size_text(1)
    ('512 KB', '64 MB', '1 bytes')
    """
    for unit, factor in (("MB", 1024 * 1024), ("KB", 1024)):
        if size % factor == 0:
            return f"{size // factor:,} {unit}"
    return f"{size:,} bytes"
