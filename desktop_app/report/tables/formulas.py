"""Texts of formulas: roundings, periods, peaks and fees, exact in whole numbers, for every program that reads a workbook.

A cell holds 15 digits. So nothing is rounded that was divided before: amounts are multiplied, then divided once by a whole
number, and `INT` of that is exact as long as the product has no more than 13 digits (`MOST` and the check of the workbook).
No function is newer than 2010, none is volatile, none needs to be entered as an array.
"""

MOST = 5 * 10**13
"""The largest product, times two still within the digits of a cell."""

NOT_DIVIDED = "–"
"""Stands in a column of divisors where a whole month is charged; and where the statement has no value."""


def quoted(text: str) -> str:
    """Return a text as a formula has it.

    >>> print(quoted('12" disk'))
    "12"" disk"
    """
    return '"' + text.replace('"', '""') + '"'


def number_of(cell: str, choices: tuple[str, ...]) -> str:
    """Return the formula for the number of a choice among its texts, from 1."""
    return f"MATCH({cell},{{{','.join(quoted(each) for each in choices)}}},0)"


def to_yen(product: str, divisor: str) -> str:
    """Return whole yen of a whole number divided by another, by the policy for fractions: down, half up, up."""
    down = f"INT({product}/{divisor})"
    half_up = f"INT((2*{product}+{divisor})/(2*{divisor}))"
    up = f"INT(({product}+{divisor}-1)/{divisor})"
    return f"CHOOSE(rounding_no,{down},{half_up},{up})"


def period_end(first: str, months: str) -> str:
    """Return the last day of a period of whole months (Civil Code 143); `EDATE` falls on a month's end for want of the day."""
    return f"EDATE({first},{months})-IF(DAY(EDATE({first},{months}))<DAY({first}),0,1)"


def month_of(day: str) -> str:
    """Return the first day of the month of a day."""
    return f"EOMONTH({day},-1)+1"


def count_at(day: str) -> str:
    """Return the count in effect at 00:00 of a day: that of the latest record not behind it."""
    return f"SUMPRODUCT((account_from=SUMPRODUCT(MAX((account_from<={day})*account_from)))*account_count)"


def peak(first: str, last: str) -> str:
    """Return the largest count in effect from 00:00 of a day to the end of another."""
    return f"MAX({count_at(first)},SUMPRODUCT(MAX({_within(first, last)}*account_count)))"


def peak_day(first: str, last: str, largest: str) -> str:
    """Return the first day on which the largest count holds: the first of all, or the day of the earliest record that has it."""
    after = f"{last}+1-account_from"
    earliest = f"{last}+1-SUMPRODUCT(MAX({_within(first, last)}*(account_count={largest})*({after})))"
    return f"IF({count_at(first)}={largest},{first},INT({earliest}))"


def _within(first: str, last: str) -> str:
    return f"(account_from>{first})*(account_from<{last}+1)"


def base_and_usage(accounts: str) -> str:
    """Return base fee and usage in yen, perhaps with decimals; reckoned in units in which all prices are whole."""
    count = f"MAX({accounts},minimum_accounts)"
    each = f"{count}*unit_price_units"
    bands = f"SUMPRODUCT(({count}>tier_below)*({count}-tier_below)*tier_step_units)"
    volume = f"{count}*INDEX(tier_price_units,MAX(1,SUMPRODUCT(--(tier_below<{count}))))"
    packs = f"INT(({count}+MAX(1,package_size)-1)/MAX(1,package_size))*package_price_units"
    return f"(base_fee*price_units+CHOOSE(price_model_no,{each},{bands},{volume},{packs}))/price_units"


def monthly_fee(base_and_usage_cell: str) -> str:
    """Return the monthly fee in whole yen: base and usage, or the minimum charge where that is more."""
    return to_yen(f"ROUND(MAX({base_and_usage_cell},minimum_charge)*price_units,0)", "price_units")


def divisor(days: str, length: str) -> str:
    """Return what a month that is not whole is divided by under the policy, a dash where its fee stands undivided."""
    whole = f"OR({days}={length},partial_month_no=3,AND(partial_month_no=2,{days}>=30))"
    return f"IF({whole},{quoted(NOT_DIVIDED)},IF(partial_month_no=2,30,{length}))"


def prorated(fee: str, days: str, divisor_cell: str) -> str:
    """Return what the charged days of a month cost in whole yen."""
    return f"IF({divisor_cell}={quoted(NOT_DIVIDED)},{fee},{to_yen(f'{fee}*{days}', divisor_cell)})"
