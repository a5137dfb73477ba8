"""Answers to questions in words: every key is asked for, and what the command line's cases do not come to."""

import re
from base64 import b64encode
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from desktop_app.calculation.bridge import bridge
from desktop_app.calculation.comparison import compared
from desktop_app.calculation.deadlines import DeadlineKind, DeadlineState
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.month_bridge import Part as PartOfMonth
from desktop_app.calculation.month_bridge import month_bridge
from desktop_app.calculation.readings import silent_points
from desktop_app.calculation.termination_curve import termination_curve
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.counts_import import State
from desktop_app.document.forecast import MARKS, Growth
from desktop_app.wording import told
from desktop_app.wording.days import Language
from desktop_app.wording.told import Told
from desktop_app.wording.told_comparison import bridge_told, compared_told
from desktop_app.wording.told_endings import curve_told
from desktop_app.wording.told_forecast import forecast_note
from desktop_app.wording.told_import import refusal_told, row_told
from desktop_app.wording.told_months import months_told, readings_told
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, counted, ended, read, statement_of
from tests.wording.catalog_files import LANGUAGES, texts

FOLDER = Path(told.__file__).parent
JA, EN = wording("ja"), wording("en")
DOCUMENT = FOLDER.parent / "document"
CAUSES = set(re.findall(r'TableError\("(\w+)"', "".join(each.read_text("utf-8") for each in DOCUMENT.glob("*_file.py")))) | {
    "damaged"
}
CELLS = "".join((DOCUMENT / name).read_text("utf-8") for name in ("counts_cells.py", "counts_import.py"))
REASONS = set(re.findall(r'"((?:day|year|count|formula)_\w+|repeated|month_only|from_formula)"', CELLS))
PUT_TOGETHER = {
    *(f"question.deadline.{kind}" for kind in get_args(DeadlineKind)),
    *(f"question.state.{state}" for state in get_args(DeadlineState)),
    *(f"question.part.{part}" for part in get_args(PartOfMonth)),
    *(f"question.forecast.note.{growth}" for growth in get_args(Growth)),
    *(f"question.import.state.{state}" for state in get_args(State)),
    *(f"question.import.reason.{reason}" for reason in REASONS),
    *(f"question.import.error.{cause}" for cause in CAUSES),
    *(f"question.self_check.unit.{unit}" for unit in ("days", "months", "years")),
}
"""Keys that are made from a name."""


def test_every_text_is_asked_for_and_every_key_has_one() -> None:
    """None lies there for nothing; those of columns and headings are asked for by their last part."""
    sources = "".join(file.read_text("utf-8") for file in sorted(FOLDER.glob("told*.py")))
    written = set(re.findall(r"""["'](question\.[a-z_.]+)["']""", sources))
    titled = " ".join(re.findall(r"column_titles\(words, ([^)]*)\)", sources))
    columns = {f"question.column.{name}" for name in re.findall(r'"(\w+)"', titled)}
    headings = {f"question.heading.{name}" for name in re.findall(r'heading\("(\w+)"', sources)}
    assert written | columns | headings | PUT_TOGETHER == set(texts("ja", "question"))


def cells(answer: Told) -> list[str]:
    """Return the cells of an answer's table, which has as many in each row as it has columns."""
    assert {len(row) for row in answer.rows} == {len(answer.columns)} == {len(answer.sides)}
    return [cell for row in answer.rows for cell in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_free_contract_has_its_cheapest_day_at_the_edge_of_the_curve(rules: Rulebook, language: Language) -> None:
    """Beyond it nothing is known of a day earlier."""
    curve = termination_curve(read(contract_file(ended("2025-03-15", "article_28_2"))), AS_OF, rules)
    answer = curve_told(curve, AS_OF, wording(language))
    assert curve.cheapest == 0
    assert wording(language).text("question.unknown") in answer.sentences[0]
    assert wording(language).text("question.no_notice") in cells(answer)


def test_counts_and_yes_or_no_have_differences_of_their_own() -> None:
    """Days are told with their unit; what one variant lacks, and a yes, has none."""
    answer = compared_told(compared([statement_of(ended("2025-03-31")), statement_of(ended("2025-03-15"))]), "AB", EN)
    rows = {row[0]: row for row in answer.rows}
    assert rows["Effective day"][-1] == "-16 days"
    assert rows["Remaining days"][-1] == "+16"
    assert rows["Whether a settlement is due"][-1] == ""
    same = compared_told(compared([statement_of(ended("2025-03-31"))] * 2), "AB", EN)
    assert {row[-1] for row in same.rows} == {"±0", "±¥0", ""}
    assert same.marked == frozenset()


def test_a_picture_and_a_list_of_prices_are_told_in_a_cell(rules: Rulebook) -> None:
    """Neither as it stands in the file."""
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 13 + b"\x00\x00\x00\x00IEND\xaeB`\x82"
    tiers: dict[str, Any] = {"prices": {"monthly": {"model": "volume", "tiers": [{"unit_price": "1"}]}}}
    one, other = read(contract_file(tiers)), read(contract_file(tiers, {"issuer": {"seal_png": b64encode(png).decode()}}))
    assert "画像あり" in cells(bridge_told(bridge(one, other, AS_OF, rules), "AB", JA))
    two = [{"up_to": 5, "unit_price": "2"}, {"unit_price": "1"}]
    more = read(contract_file({"prices": {"monthly": {"model": "volume", "tiers": two}}}))
    found = cells(bridge_told(bridge(one, more, AS_OF, rules), "AB", JA))
    assert [each for each in found if " / " in each and "5件" in each]


def test_fields_that_are_told_together_share_one_amount(rules: Rulebook) -> None:
    """It stands in the last of their rows, and the sign in the others is explained."""
    one, other = (
        read(contract_file()),
        read(contract_file({"dates": {"billing_start": "2024-06-20"}}, counted(("2024-06-20", 10)))),
    )
    answer = bridge_told(bridge(one, other, AS_OF, rules), "AB", JA)
    assert cells(answer).count("〃") == 2
    assert any("〃" in each for each in answer.sentences)


def test_a_rate_of_tax_and_a_month_without_accounts_are_told(rules: Rulebook) -> None:
    """From eight to ten per cent; from none to ten accounts."""
    dates = {"dates": {"accepted_on": None, "billing_start": "2019-08-01"}}
    months = evaluate(read(contract_file(dates, counted(("2019-08-01", 10)))), AS_OF, rules).months
    assert "8% → 10%" in cells(months_told(month_bridge(months[1], months[2], "floor"), JA))
    months = statement_of({"prices": {"initial_fee": 100}}).months
    assert "なし → 10件（2024年7月10日に最大）" in cells(months_told(month_bridge(months[0], months[1], "floor"), JA))
    assert "10 accounts → none" in cells(months_told(month_bridge(months[1], months[0], "floor"), EN))


def test_a_reading_that_moves_only_the_months_says_so(rules: Rulebook) -> None:
    """Whole months in the place of parts of them, of a contract without accounts."""
    contract = read(contract_file({"dates": {"accepted_on": None, "billing_start": "2024-07-15"}}, counted(("2024-07-15", 0))))
    points = silent_points(contract, evaluate(contract, AS_OF, rules), rules)
    assert "総額は同じ。変わるもの：月ごとの内訳" in cells(readings_told(points, JA)[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("growth", get_args(Growth))
def test_the_note_of_a_forecast_begins_as_its_records_are_known_by(language: Language, growth: str) -> None:
    """In both languages."""
    assert forecast_note(growth, Decimal(5), wording(language)).casefold().startswith(MARKS)


def test_rows_and_files_of_an_import_are_told() -> None:
    """With all the reasons; a row without any is told by its state alone."""
    assert row_told("new", (), JA) == "追加"
    assert (
        row_told("refused", ("year_missing", "count_missing"), EN) == "not understood: the day has no year, no number of accounts"
    )
    assert "Shift_JIS" in refusal_told("encoding_unknown", JA)
    assert len(REASONS) == 12
    assert len(CAUSES) == 8
