"""Which fields a figure waits for: by its place in the statement, the addresses that it cannot be known without."""

from functools import lru_cache

from desktop_app.calculation.step import Path

START: tuple[Path, ...] = (("dates", "billing_start"),)
ENDING: tuple[Path, ...] = (("termination",),)
COUNTS: tuple[Path, ...] = (("accounts",),)
FEE: tuple[Path, ...] = (*COUNTS, ("prices", "monthly"), ("policy", "rounding"))
BILLED: tuple[Path, ...] = (*FEE, ("policy", "partial_month"))
INITIAL: tuple[Path, ...] = (
    ("dates", "accepted_on"),
    ("prices", "initial_fee"),
    ("prices", "option_initial_fee"),
    ("option",),
)
ONE_TIME: tuple[Path, ...] = (("option",), ("prices", "option_removal_fee"), ("prices", "change_fees"), ("changes",))
TIMES: tuple[Path, ...] = (*START, *ENDING, ("outages",), ("policy", "claimable_from"))
CREDITED_DAYS: tuple[Path, ...] = (*TIMES, ("policy", "quote_months"), ("policy", "partial_month"))
CREDIT: tuple[Path, ...] = (*CREDITED_DAYS, *BILLED)
DUE: tuple[Path, ...] = (
    *START,
    *ENDING,
    ("policy", "partial_month"),
    ("policy", "settlement_basis"),
    ("policy", "settlement_accounts"),
)
SETTLEMENT: tuple[Path, ...] = (*DUE, *BILLED)
ALL: tuple[Path, ...] = (*BILLED, *INITIAL, *ONE_TIME, *CREDIT, *SETTLEMENT, ("policy", "settlement_taxable"))
MONTHS: tuple[Path, ...] = (
    *START,
    *ENDING,
    ("policy", "quote_months"),
    ("policy", "partial_month"),
    ("prices", "initial_fee"),
    ("prices", "option_initial_fee"),
    ("prices", "option_removal_fee"),
    ("prices", "change_fees"),
    ("changes",),
)
"""What it takes to know which months have a bill."""

OF_A_MONTH: dict[str, tuple[Path, ...]] = {
    "max_accounts": COUNTS,
    "peak_on": COUNTS,
    "monthly_fee": FEE,
    "billed_fee": BILLED,
    "initial_fees": INITIAL,
    "one_time_fees": ONE_TIME,
    "credit": CREDIT,
    "settlement": SETTLEMENT,
}
OF_A_BILL = frozenset({"taxable", "non_taxable", "tax", "total"})
OF_THE_TOTALS: dict[str, tuple[Path, ...]] = {
    "initial_fees": INITIAL,
    "monthly_fees": BILLED,
    "one_time_fees": ONE_TIME,
    "credits": CREDIT,
    "settlement": SETTLEMENT,
}
OF_A_DAY: dict[str, tuple[Path, ...]] = {"accepted_on": (("dates", "accepted_on"),), "termination": ENDING}
OF_AN_AMOUNT = frozenset({"amount", "lines"})


def waited_for(figure: Path) -> tuple[Path, ...]:  # noqa: PLR0911 - one return for each part of the statement
    """Return the addresses of fields, or of parts of the file, that the figure at a place of the statement needs."""
    match figure:
        case ("dates", str(name), *_):
            return OF_A_DAY.get(name, START)
        case ("months", _, str(name)):
            return (*MONTHS, *OF_A_MONTH.get(name, ALL if name in OF_A_BILL else ()))
        case ("totals", str(name)):
            return (*MONTHS, *OF_THE_TOTALS.get(name, ALL))
        case ("settlement", str(name), *_):
            return SETTLEMENT if name in OF_AN_AMOUNT else DUE
        case ("outages", _, "lines", _, "month" | "days"):
            return CREDITED_DAYS
        case ("outages", _, str(name), *_):
            return CREDIT if name in OF_AN_AMOUNT else TIMES
    return ()


@lru_cache(maxsize=1024)
def waits_for(figure: Path, field: Path) -> bool:
    """Return whether a figure of the statement cannot be known while something is wrong at an address of the file."""
    if _of_another_outage(figure, field):
        return False
    return any(field[: len(part)] == part or part[: len(field)] == field for part in waited_for(figure))


def _of_another_outage(figure: Path, field: Path) -> bool:
    """Return whether a field belongs to an outage that a figure of another one has nothing to do with.

    What is taken off for an outage is not taken off for a later one again: its amount needs those before it.
    """
    match figure, field:
        case ("outages", int(i), name, *_), ("outages", int(j), *_):
            return j > i or (j < i and name not in OF_AN_AMOUNT)
    return False
