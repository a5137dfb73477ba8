"""Amounts, counts and prices as people type them; what could be read in two ways stays as it was typed."""

import re
from decimal import Context, Decimal, localcontext

from desktop_app.document.typed_text import plain_text

UNITS = {"億": 10**8, "万": 10**4, "千": 10**3}
MOST_DIGITS = 30
EXACT = Context(prec=2 * MOST_DIGITS)
"""No digit that was typed is rounded away."""

_DIGITS = r"\d+|\d{1,3}(?:,\d{3})+"
_NUMBER = re.compile(rf"({_DIGITS})(\.\d+)?")
_IN_UNITS = re.compile("".join(rf"(?:(?P<{unit}>[\d,.]+){unit})?" for unit in UNITS) + r"(?P<rest>[\d,.]*)")
_UNIT = r"(?:円也?|件|人|名|アカウント|ID|パック|か月|ヶ月|カ月|回|版)?(?:/(?:月|か月|ヶ月|アカウント|件|人|ID|パック))?"
_WRITTEN = re.compile(rf"(?P<before>[¥\\]?)(?P<minus>[-▲△]?)(?P<behind>[¥\\]?)(?P<digits>[\d,.億万千]+){_UNIT}", re.IGNORECASE)


def whole_entry(text: str) -> int | str | None:
    """Return the amount or count that was typed as a whole number.

    >>> [whole_entry(text) for text in ("３００，０００円", "¥300,000", "30万", "120万5千", "1,200円/月", "1,5", "9.5")]
    [300000, 300000, 300000, 1205000, 1200, '1,5', '9.5']
    """
    plain = plain_text(text).replace(" ", "")
    if not plain:
        return None
    number = _number(plain)
    return text if number is None or number != number.to_integral_value() else int(number)


def price_entry(text: str) -> str | None:
    """Return the unit price that was typed in decimals.

    >>> price_entry("１９９．５円"), price_entry("1,200"), price_entry("2万"), price_entry("cheap")
    ('199.5', '1200', '20000', 'cheap')
    """
    plain = plain_text(text).replace(" ", "")
    if not plain:
        return None
    number = _number(plain)
    if number is None:
        return text
    return f"{number:.0f}" if number == number.to_integral_value() else f"{number:f}"


def _number(plain: str) -> Decimal | None:
    found = _WRITTEN.fullmatch(plain)
    if len(plain) > MOST_DIGITS or not found or (found["before"] and found["behind"]):
        return None
    number = _decimal(found["digits"])
    number = _in_units(found["digits"]) if number is None else number
    return EXACT.minus(number) if number is not None and found["minus"] else number


def _in_units(digits: str) -> Decimal | None:
    """Return a number in 億, 万 and 千: each part less than the next larger unit, decimals in the last one only."""
    found = _IN_UNITS.fullmatch(digits)
    if not found:
        return None
    parts = [(found[unit], worth) for unit, worth in {**UNITS, "rest": 1}.items() if found[unit]]
    with localcontext(EXACT):
        return _sum_of(parts)


def _sum_of(parts: list[tuple[str, int]]) -> Decimal | None:
    numbers = [_decimal(part) for part, _ in parts]
    worths = [worth for _, worth in parts]
    values = [number * worth for number, worth in zip(numbers, worths, strict=True) if number is not None]
    whole = all("." not in part for part, _ in parts[:-1])
    in_order = all(value < larger for value, larger in zip(values[1:], worths, strict=False))
    return sum(values, Decimal(0)) if whole and in_order and 0 < len(values) == len(parts) else None


def _decimal(digits: str) -> Decimal | None:
    return Decimal(digits.replace(",", "")) if _NUMBER.fullmatch(digits) else None
