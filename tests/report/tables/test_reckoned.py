"""A workbook reckoned by LibreOffice comes to the statement's figures; with another input, to those of that other contract."""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings

from desktop_app.document.assess import assess
from desktop_app.report.tables.book import Source
from desktop_app.report.tables.workbook import source_bytes
from desktop_app.wording.wording import wording
from tests.cases.contracts import contract_file, counted, ended, outage, policy, priced
from tests.cases.examples import rulebook
from tests.laws.contracts import contracts_on_a_day
from tests.report.tables.office import mistakes, needs_office, reckoned
from tests.report.tables.workbooks import MODELS, Case, figures_of, policy_cases, stated, told, told_cases, workbook_of

pytestmark = [pytest.mark.long, needs_office]
ALL_AGREE = re.compile(r"全\d+件が計算書と一致しています|All \d+ figures agree with the statement")
DIGITS = "桁数超過"


def test_every_worked_example_and_sample_comes_to_its_statement() -> None:
    """Every figure of it, reckoned anew from the inputs; and the sheet says so, once on top."""
    cases = told_cases()
    workbooks = reckoned({name: workbook_of(case) for name, case in cases.items()})
    for name, case in cases.items():
        said = told(workbooks[name])
        assert said.figures == stated(case), name
        assert set(said.verdicts) == {"一致", "桁数内"}, name
        assert ALL_AGREE.fullmatch(said.overall), name
        assert mistakes(workbooks[name]) == [], name
    assert len(cases) >= 20


def test_every_assumption_comes_to_its_statement() -> None:
    """Each proration with each rounding, each basis of the settlement, prices with decimals; also in English."""
    cases = policy_cases()
    workbooks = reckoned({name: workbook_of(case, "en") for name, case in cases.items()})
    for name, case in cases.items():
        assert told(workbooks[name]).figures == stated(case, "en"), name
        assert ALL_AGREE.fullmatch(told(workbooks[name]).overall), name
        assert mistakes(workbooks[name]) == [], name


def test_any_contract_comes_to_its_statement_or_says_that_it_has_too_many_digits() -> None:
    """Contracts of every kind, the same in every run."""
    cases: dict[str, Case] = {}

    @settings(max_examples=10, phases=[Phase.generate])
    @given(contracts_on_a_day())
    def collect(found: tuple[dict[str, Any], date]) -> None:
        cases[str(len(cases))] = Case(*found)

    collect()
    for name, workbook in reckoned({name: workbook_of(case) for name, case in cases.items()}).items():
        said = told(workbook)
        assert said.figures == stated(cases[name]) or DIGITS in said.verdicts, cases[name]
        assert mistakes(workbook) == [], cases[name]


BASE = Case(
    contract_file(
        {"prices": {"initial_fee": 1000}},
        MODELS[1],
        counted(("2024-07-10", 10), ("2024-09-15T10:00", 30), ("2025-03-01", 5)),
        ended("2025-01-31"),
        {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")]},
    ),
    date(2024, 12, 10),
)
CHANGES: dict[str, tuple[dict[str, object], dict[str, Any]]] = {
    "a count": ({"account_count 2": 77}, counted(("2024-07-10", 10), ("2024-09-15T10:00", 77), ("2025-03-01", 5))),
    "another record": (
        {"account_from 4": date(2024, 12, 5), "account_count 4": 51},
        counted(("2024-07-10", 10), ("2024-09-15T10:00", 30), ("2025-03-01", 5), ("2024-12-05", 51)),
    ),
    "a price": ({"initial_fee": 98765}, {"prices": {"initial_fee": 98765}}),
    "the price of a band": (
        {"tier_unit_price 1": 101.5},
        priced(
            "graduated",
            minimum_accounts=9,
            tiers=[
                {**MODELS[1]["prices"]["monthly"]["tiers"][0], "unit_price": "101.5"},
                *MODELS[1]["prices"]["monthly"]["tiers"][1:],
            ],
        ),
    ),
    "another price model": (
        {"price_model": "パック制", "package_size": 6, "package_price": 499.5, "minimum_accounts": 0},
        MODELS[3],
    ),
    "billing start on a leap day": (
        {"billing_start": date(2024, 2, 29), "accepted_on": None, "account_from 1": date(2024, 2, 29)},
        {
            "dates": {"billing_start": "2024-02-29", "accepted_on": None},
            **counted(("2024-02-29", 10), ("2024-09-15T10:00", 30), ("2025-03-01", 5)),
        },
    ),
    "no termination": ({"termination_kind": "なし"}, {"termination": None}),
    "a notice": (
        {"termination_kind": "解約申込書", "notice_arrived_on": date(2024, 12, 2), "entered_effective_on": None},
        {"termination": {"kind": "notice", "notice_arrived_on": "2024-12-02", "effective_on": None}},
    ),
    "exempt": ({"termination_kind": "一般規程28条2項"}, ended("2025-01-31", "article_28_2")),
    "a longer outage": (
        {"outage_restored_at 1": date(2024, 12, 30)},
        {"outages": [outage("2024-11-01T09:00", "2024-12-30", claimed_on="2024-11-20")]},
    ),
    "another outage": (
        {
            "outage_known_at 2": date(2024, 12, 31),
            "outage_restored_at 2": date(2025, 1, 2),
            "outage_claimed_on 2": date(2025, 1, 5),
        },
        {
            "outages": [
                outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20"),
                outage("2024-12-31", "2025-01-02", claimed_on="2025-01-05"),
            ]
        },
    ),
    "a late claim": (
        {"outage_claimed_on 1": date(2025, 3, 1)},
        {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2025-03-01")]},
    ),
    "full months": ({"partial_month": "満額"}, policy(partial_month="full")),
    "rounded up": ({"rounding": "切上げ"}, policy(rounding="ceiling")),
    "the settlement by the records": ({"settlement_basis": "登録した件数の月額"}, policy(settlement_basis="scheduled")),
    "the settlement taxed": ({"settlement_taxable": "課税"}, policy(settlement_taxable=True)),
}
"""By what is changed: cells by name and number in their column, and the change of the contract file that is the same."""


def typed_into(content: bytes, cells: dict[str, object]) -> bytes:
    """Return a workbook after somebody has typed into cells, without any value that its formulas had."""
    workbook = openpyxl.load_workbook(BytesIO(content))
    for place, value in cells.items():
        name, _, number = place.partition(" ")
        ((title, address),) = workbook.defined_names[name].destinations
        first = address.replace("$", "").partition(":")[0]
        letters, row = first.rstrip("0123456789"), int(first.lstrip("ABCDEFGH"))
        workbook[title][f"{letters}{row + int(number or 1) - 1}"].value = value
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def test_an_input_that_is_changed_changes_what_follows_from_it() -> None:
    """As if the contract had been so from the beginning: the formulas are live, and the checks tell of the difference."""
    content = workbook_of(BASE)
    files = {name: typed_into(content, cells) for name, (cells, _) in CHANGES.items()}
    for name, workbook in reckoned(files).items():
        changed = stated(Case(contract_file(BASE.data, CHANGES[name][1]), BASE.as_of))
        before = stated(BASE)
        assert changed != before, name
        said = told(workbook).figures
        shared = said.keys() & changed.keys()
        assert {key: said[key] for key in shared} == {key: changed[key] for key in shared}, name
        assert len(shared) > 100, name
        assert "件が計算書と一致しません" in told(workbook).overall, name
        assert mistakes(workbook) == [], name


def test_inputs_that_need_more_rows_than_there_are_are_told_of() -> None:
    """Instead of sums in which something is missing."""
    inputs = {
        "months": {"termination_kind": "なし", "quote_months": 60},
        "outages": {"termination_kind": "なし", "quote_months": 20, "outage_restored_at 1": date(2026, 2, 1)},
    }
    content = workbook_of(BASE)
    for name, workbook in reckoned({name: typed_into(content, cells) for name, cells in inputs.items()}).items():
        assert told(workbook).overall.startswith("表の行が足りません"), name
        assert mistakes(workbook) == [], name


def test_a_statement_that_is_wrong_is_found() -> None:
    """In each of its figures: no verdict rests on the values that the file itself says its formulas have."""
    right, other = (assess(BASE.data, BASE.as_of + timedelta(days=n), rulebook()) for n in (0, 0))
    assert right.contract is not None
    assert other.statement is not None
    tax = other.statement.totals.tax
    wrong = other.statement._replace(
        totals=other.statement.totals._replace(tax=type(tax)(tax.name, tax.value + tax.value, None, tax.says))
    )
    content = source_bytes(Source(right.contract, wrong, rulebook(), wording("ja")))
    said = told(reckoned({"wrong": content})["wrong"])
    assert said.overall.startswith("1件が計算書と一致しません")
    assert said.figures == stated(BASE)
    assert sum(verdict == "不一致" for verdict in said.verdicts) == 1


def test_every_figure_of_the_statement_is_checked() -> None:
    """None is left out."""
    for name, case in told_cases().items():
        statement = assess(case.data, case.as_of, rulebook()).statement
        assert len(list(figures_of(statement))) == len(stated(case)), name
