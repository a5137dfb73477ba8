"""Tables as CSV: with their mark, CRLF, plain numbers and ISO days; only what papers show; the figures of the statement."""

import csv
from io import StringIO
from typing import Any

import pytest

from desktop_app.document.assess import assess
from desktop_app.report.characters import visible
from desktop_app.report.tables.comma_separated import TABLES, csv_bytes, harmless
from tests.cases.contracts import AS_OF, contract_file, ended, outage
from tests.cases.examples import rulebook
from tests.report.tables.payloads import PAYLOADS, REFUSED
from tests.report.tables.workbooks import Case, told_cases

CASE = told_cases()["02-terminated-mid-term"]


def table(case: Case, name: str = "months", language: Any = "ja") -> list[list[str]]:
    """Return the rows of a table, read again."""
    content = csv_bytes(assess(case.data, case.as_of, rulebook()), language, name)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_it_opens_in_a_spreadsheet_as_it_is() -> None:
    """UTF-8 with its mark, lines that end as Windows ends them, numbers without quotes."""
    content = csv_bytes(assess(CASE.data, CASE.as_of, rulebook()))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 9
    line = content.decode("utf-8-sig").splitlines()[2]
    assert line == ('"2024-07","2024-07-10","2024-07-31",22,31,800,"2024-07-10",160000,113548,0,0,0,0,113548,0,0.10,11354,124902')


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "case", ["01-new-quote", "02-terminated-mid-term", "12-every-kind-of-outage", "11-ended-before-it-began"]
)
def test_every_table_is_one(case: str, language: Any, name: str) -> None:
    """As many cells in each row as titles, the same bytes each time."""
    rows = table(told_cases()[case], name, language)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(rows[0])
    assert rows == table(told_cases()[case], name, language)
    assert rows != table(told_cases()[case], name, "en" if language == "ja" else "ja")


def test_the_settlement_month_by_month() -> None:
    """And nothing but titles without one."""
    assert table(CASE, "settlement")[1] == ["2025-02", "28", "28", "236000", "236000"]
    assert len(table(told_cases()["01-new-quote"], "settlement")) == 1


def test_outages_and_their_months() -> None:
    """Numbered as in the contract."""
    row = table(CASE, "outages")[1]
    assert row == ["1", "2024-11-01 09:00", "2024-11-03 10:30", "49.5", "2", "2024-11-02", "2025-02-02", "減額", "15733"]
    assert table(CASE, "credits")[1:] == [["1", "2024-11", "2", "236000", "15733"]]
    seconds = Case(contract_file({"outages": [outage("2024-11-01T09:00:01")]}), AS_OF)
    assert table(seconds, "outages")[1][1:3] == ["2024-11-01 09:00:01", ""]


def test_days_have_their_articles() -> None:
    """Also what was typed, by its field."""
    rows = table(CASE, "dates")
    assert ["承諾日", "2024-06-10", "第9条"] in rows
    assert ["解除日", "2025-01-31", "第8条"] in rows
    entered = table(Case(contract_file(ended("2025-01-31")), AS_OF), "dates")
    assert len(entered) == len(rows)


def test_totals_are_those_of_the_statement() -> None:
    """With the names that the statement gives them."""
    assert table(CASE, "totals")[-1] == ["合計（税込）", "3281111"]


def test_what_papers_do_not_show_is_not_there() -> None:
    """Notes and the memo stay in the house."""
    inside = {
        "quote": {"memo": "SECRET"},
        "accounts": [{"from": "2024-07-10", "count": 10, "note": "SECRET"}],
        "changes": [{"accepted_on": "2024-10-03", "item": "domain", "note": "SECRET"}],
        "outages": [outage("2024-11-01T09:00", note="SECRET")],
    }
    case = Case(contract_file(inside), AS_OF)
    assert "SECRET" not in str([table(case, name) for name in TABLES])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1", "'=1"),
        (" \u3000\ufeff@x", "' \u3000\ufeff@x"),
        ("−1", "'−1"),
        ("＝1", "'＝1"),
        ("\t1", "'\\u00091"),
        ("a=1", "a=1"),
        ("", ""),
        ("03-1234-5678", "03-1234-5678"),
    ],
)
def test_a_text_is_changed_only_where_it_could_act(text: str, written: str) -> None:
    """By an apostrophe in front of it."""
    assert harmless(text) == written


def test_no_payload_begins_like_a_formula() -> None:
    """Whatever a spreadsheet looks past at its beginning."""
    for payload in (*PAYLOADS, *REFUSED):
        assert visible(harmless(payload)) == harmless(payload)
        assert harmless(payload).strip(" \u3000\ufeff\u00a0\u200b\t\r\n")[:1] not in set("=+-@＝＋－＠−"), payload


def test_a_contract_with_errors_has_no_table() -> None:
    """There is no statement to write."""
    with pytest.raises(ValueError, match="without problems"):
        csv_bytes(assess(contract_file({"title": 5}), AS_OF, rulebook()))
