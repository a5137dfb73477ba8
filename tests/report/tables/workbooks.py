"""What the tests of workbooks share: contracts of every kind, their workbooks, and what a reckoned one says of each figure."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

import openpyxl

from desktop_app.calculation.step import Path, Step
from desktop_app.document.assess import assess
from desktop_app.report.tables.book import FIRST_CHECK
from desktop_app.report.tables.cells import DAY_ZERO, plain
from desktop_app.report.tables.workbook import workbook_bytes
from desktop_app.wording.days import Language
from desktop_app.wording.wording import pointer, wording
from tests.cases.contracts import contract_file, counted, ended, outage, policy, priced
from tests.cases.examples import RESOURCES, read_json, rulebook, worked_examples

SAMPLES_AS_OF = date(2025, 2, 17)
PARTIAL, ROUNDING = ("calendar_days", "thirty_days", "full"), ("floor", "half_up", "ceiling")
BASIS, CLAIMABLE = ("termination_month", "scheduled", "fixed"), ("after_24_hours", "restored")
BANDS = [{"up_to": 7, "unit_price": "99.95"}, {"up_to": 20, "unit_price": "88.8"}, {"up_to": None, "unit_price": "77.123456"}]
MODELS = (
    priced("per_account", unit_price="33.333333", base_fee=101),
    priced("graduated", tiers=BANDS, minimum_accounts=9),
    priced("volume", tiers=BANDS, minimum_charge=1000),
    priced("package", package_size=6, package_price="499.5"),
)


class Case(NamedTuple):
    """A contract file and the day as of which it is looked at."""

    data: dict[str, Any]
    as_of: date


def workbook_of(case: Case, language: Language = "ja") -> bytes:
    """Return the workbook of a contract."""
    return workbook_bytes(assess(case.data, case.as_of, rulebook()), rulebook(), language)


def told_cases() -> dict[str, Case]:
    """Return the worked examples and the samples."""
    samples = sorted((RESOURCES / "samples").glob("*.contract.json"))
    return {
        **{each.name: Case(each.contract, each.as_of) for each in worked_examples()},
        **{file.name.partition(".")[0]: Case(read_json(file), SAMPLES_AS_OF) for file in samples},
    }


def policy_cases() -> dict[str, Case]:
    """Return a contract with everything in it under every value of every policy, and every pair of proration and rounding."""
    found = {}
    for i, partial in enumerate(PARTIAL):
        for j, rounding in enumerate(ROUNDING):
            chosen = policy(
                partial_month=partial,
                rounding=rounding,
                settlement_basis=BASIS[(i + j) % 3],
                settlement_accounts=13,
                settlement_taxable=bool((i + j) % 2),
                claimable_from=CLAIMABLE[j % 2],
            )
            found[f"{partial} {rounding}"] = Case(_everything(MODELS[(i + j) % 4], chosen), date(2025, 2, 2))
    return found


def _everything(*changes: dict[str, Any]) -> dict[str, Any]:
    records = counted(
        ("2024-11-30T23:59:59", 21), ("2024-07-01", 8), ("2024-09-15T10:00", 30), ("2024-09-16", 12), ("2025-02-01", 5)
    )
    outages = [
        outage("2024-11-28T09:10", "2024-12-02T09:10", claimed_on="2025-01-05"),
        outage("2024-12-10T00:00", "2024-12-11T00:00", claimed_on="2024-12-20", claimable_on="2024-12-11"),
        outage("2024-08-01T12:00:01", "2024-08-02T12:00:00"),
        outage("2025-01-30T08:00", None),
    ]
    extras = {
        "prices": {"initial_fee": 1000, "option_initial_fee": 333, "option_removal_fee": 77, "change_fees": {"domain": 55}},
        "option": {"removal_accepted_on": "2024-10-01"},
        "changes": [{"accepted_on": "2024-09-30", "item": "domain"}, {"accepted_on": "2024-10-01", "item": "other", "fee": 0}],
        "outages": outages,
    }
    return contract_file(records, extras, ended("2025-01-31"), *changes)


def figures_of(part: Any, path: Path = ()) -> Iterator[tuple[Path, Step[Any]]]:
    """Yield every figure of a statement with its address."""
    if isinstance(part, Step):
        yield path, part
    elif type(part) is tuple:
        for i, each in enumerate(part):
            yield from figures_of(each, (*path, i))
    elif hasattr(part, "_fields") and not hasattr(part, "code"):
        for name, each in zip(part._fields, part, strict=True):
            yield from figures_of(each, (*path, name.rstrip("_")))


def stated(case: Case, language: Language = "ja") -> dict[str, Any]:
    """Return every figure of the statement by its address, as a cell has it; a dash for none."""
    statement = assess(case.data, case.as_of, rulebook()).statement
    assert statement is not None
    words = wording(language)
    return {
        pointer(path): "–" if (value := plain(step.value, step.name, words)) == "" else value
        for path, step in figures_of(statement)
    }


class Told(NamedTuple):
    """What a workbook says: each figure as it reckons it by its address, the verdicts, and the one on the cover."""

    figures: dict[str, Any]
    verdicts: list[str]
    overall: str


def told(content: bytes) -> Told:
    """Return what a workbook says once it is reckoned."""
    workbook = openpyxl.load_workbook(BytesIO(content), data_only=True, read_only=True)
    check = workbook.worksheets[-1]
    rows = [row for row in check.iter_rows(min_row=FIRST_CHECK + 1, max_col=7, values_only=True) if row[0] is not None]
    figures = {row[6]: _plain(row[2]) for row in rows if row[6]}
    return Told(figures, [row[4] for row in rows if row[4]], workbook.worksheets[0]["B3"].value)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return (value - DAY_ZERO).days
    return value
