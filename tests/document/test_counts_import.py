"""Counts from tables: which columns, what was understood row by row, and nothing imported that nobody decided on."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.refusals import refusals
from desktop_app.document.counts_cells import count_in, day_in, text_of
from desktop_app.document.counts_import import (
    Columns,
    Preview,
    UndecidedError,
    chosen_columns,
    is_plain,
    preview,
    reads_better_turned,
    suggested_columns,
    turned,
    with_imported,
)
from desktop_app.document.sheet import Cell, Sheet
from desktop_app.document.table_file import read_table_file
from tests.cases.contracts import contract_file, counted, evaluated, read
from tests.cases.examples import rulebook
from tests.document.workbooks import workbook

MORNING = datetime(2024, 9, 15, 10)  # noqa: DTZ001 - spreadsheets know no zones


def sheet_of(*rows: tuple[Any, ...]) -> Sheet:
    """Return a sheet with these values."""
    return Sheet("", tuple(tuple(Cell(value) for value in row) for row in rows))


def seen(*rows: tuple[Any, ...], columns: Columns = Columns(0, 1), recorded: tuple[tuple[str, int], ...] = ()) -> Preview:  # noqa: B008
    """Return what a table would bring to a draft with some counts recorded."""
    return preview(sheet_of(*rows), columns, contract_file(counted(*recorded)))


def states(found: Preview) -> list[tuple[str, tuple[str, ...]]]:
    """Return what became of each row, and why."""
    return [(row.state, row.reasons) for row in found.rows]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2024, 7, 10), "2024-07-10"),
        (datetime(2024, 7, 10), "2024-07-10"),  # noqa: DTZ001
        (MORNING, "2024-09-15T10:00"),
        (datetime(2024, 9, 15, 9, 59, 59, 999_999), "2024-09-15T10:00"),  # noqa: DTZ001
        (datetime(2024, 9, 15, 9, 59, 59), "2024-09-15T09:59:59"),  # noqa: DTZ001
        ("2024/7/10", "2024-07-10"),
        ("２０２４年７月１０日（水）", "2024-07-10"),
        ("R6.7.10", "2024-07-10"),
        ("令和6年7月10日", "2024-07-10"),
        ("2024/9/15 10:00", "2024-09-15T10:00"),
        (20240710, "2024-07-10"),
    ],
)
def test_days_of_japanese_spreadsheets_are_read(value: Any, expected: str) -> None:
    """As days of the sheet, as texts of all usual kinds, as eight digits."""
    assert day_in(Cell(value)) == (expected, "", ())


@pytest.mark.parametrize("value", ["2024年7月", "2024/07", "2024-7", "令和6年7月分", "R6.7", "R6/7", "２０２４年７月度"])
def test_a_month_is_its_first_day_and_said_to_be_one(value: str) -> None:
    """Sheets often have one row a month."""
    assert day_in(Cell(value)) == ("2024-07-01", "", ("month_only",))


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (Cell(None), "day_missing"),
        (Cell(None, formula=True), "formula_without_value"),
        (Cell("7/10"), "year_missing"),
        (Cell("7月10日"), "year_missing"),
        (Cell("7月"), "day_unreadable"),
        (Cell("07/10/2024"), "day_unreadable"),
        (Cell("24/7/10"), "day_unreadable"),
        (Cell("今日"), "day_unreadable"),
        (Cell("2024/2/30"), "day_unreadable"),
        (Cell("2024/13"), "day_unreadable"),
        (Cell("2024.1"), "day_unreadable"),
        (Cell(Decimal("2024.1")), "day_unreadable"),
        (Cell(45483), "day_unreadable"),
        (Cell("#N/A"), "day_unreadable"),
        (Cell("1999/12/31"), "day_out_of_range"),
        (Cell(date(1900, 1, 1)), "day_out_of_range"),
        (Cell("2200年1月"), "day_out_of_range"),
    ],
)
def test_a_day_that_could_be_another_is_not_read(cell: Cell, problem: str) -> None:
    """With the reason, so that the sheet can be put right."""
    assert day_in(cell) == (None, problem, ())


@pytest.mark.parametrize("value", [800, "800", "８００", "800件", "800 人", "0.08万", " 800 "])
def test_counts_are_read_with_their_units(value: Any) -> None:
    """As people write them."""
    assert count_in(Cell(value)) == (800, "", ())


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (Cell(None), "count_missing"),
        (Cell(None, formula=True), "formula_without_value"),
        (Cell("-"), "count_unreadable"),
        (Cell("約800"), "count_unreadable"),
        (Cell("1,20"), "count_unreadable"),
        (Cell("TRUE"), "count_unreadable"),
        (Cell("#REF!"), "count_unreadable"),
        (Cell(date(2024, 7, 10)), "count_unreadable"),
        (Cell(Decimal("12.5")), "count_not_whole"),
        (Cell("12.5"), "count_not_whole"),
        (Cell(-1), "count_out_of_range"),
        (Cell("▲5"), "count_out_of_range"),
        (Cell(10**8 + 1), "count_out_of_range"),
    ],
)
def test_what_is_no_count_is_not_read(cell: Cell, problem: str) -> None:
    """With the reason."""
    assert count_in(cell) == (None, problem, ())


def test_a_value_that_a_formula_once_gave_is_read_and_said_to_be_one() -> None:
    """Since it may be out of date."""
    assert count_in(Cell(8, formula=True)) == (8, "", ("from_formula",))
    assert day_in(Cell("2024年7月", formula=True)) == ("2024-07-01", "", ("month_only", "from_formula"))


def test_cells_are_shown_as_a_spreadsheet_shows_them() -> None:
    """Days without their midnight."""
    shown = [text_of(Cell(value)) for value in (None, 5, Decimal("1.5"), "x", date(2024, 7, 10), datetime(2024, 7, 10), MORNING)]  # noqa: DTZ001
    assert shown == ["", "5", "1.5", "x", "2024-07-10", "2024-07-10", "2024-09-15 10:00"]
    assert text_of(Cell(datetime(2024, 9, 15, 10, 0, 1))) == "2024-09-15 10:00:01"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("年月日", "件数"), ("2024/7/10", 800)), Columns(0, 1, None, 1)),
        (
            (("ご利用実績",), (), ("No", "備考", "月", "アカウント数"), (1, "", "2024年7月", 800), (2, "増", "2024年8月", 900)),
            Columns(2, 3, 1, 3),
        ),
        ((("2024/7/10", "800"), ("2024/8/1", "900")), Columns(0, 1, None, 0)),
        ((("料金", "日付", "ユーザー数"), (100, "2024/7/10", 800), (200, "2024/8/1", None)), Columns(1, 2, None, 1)),
        ((("申込日", "開始日", "件数"), ("2024/7/1", "2024/7/10", 800), (None, "2024/8/1", 900)), Columns(1, 2, None, 1)),
        ((("date", "accounts", "Note"), (20240710, 20240711, "x")), Columns(0, 1, 2, 1)),
    ],
)
def test_the_columns_are_found_by_what_stands_in_them(rows: tuple[tuple[Any, ...], ...], expected: Columns) -> None:
    """Titles decide between columns that could both be."""
    assert suggested_columns(sheet_of(*rows)) == expected


@pytest.mark.parametrize("rows", [(), (("a", "b"), ("c", 1)), (("2024/7/10", "x"),), (("2024/7/10",),), ((1, 2), (3, 4))])
def test_where_no_days_or_no_counts_stand_nothing_is_suggested(rows: tuple[tuple[Any, ...], ...]) -> None:
    """Someone has to say, or it is another table."""
    assert suggested_columns(sheet_of(*rows)) is None


def test_every_row_is_told_with_what_became_of_it() -> None:
    """New, known, recorded otherwise, refused with all its reasons, left out."""
    found = seen(
        ("年月日", "件数"),
        ("2024/7/10", 800),
        ("2024/8/1", 900),
        ("2024/9/1", 950),
        ("9/15", "約5"),
        ("合計", None),
        (),
        (None, None),
        ("2024/10/1",),
        columns=Columns(0, 1, None, 1),
        recorded=(("2024-07-10T00:00", 800), ("2024-08-01", 850)),
    )
    assert states(found) == [
        ("left_out", ()),
        ("known", ()),
        ("other", ()),
        ("new", ()),
        ("refused", ("year_missing", "count_unreadable")),
        ("refused", ("day_unreadable", "count_missing")),
        ("left_out", ()),
        ("left_out", ()),
        ("refused", ("count_missing",)),
    ]
    assert [row.number for row in found.of("new", "other")] == [3, 4]
    assert found.rows[2].cells == ("2024/8/1", "900")


def test_rows_for_one_moment_must_agree() -> None:
    """Those that do not are all refused; a repetition is left out."""
    found = seen(
        ("2024/7/10", 1), ("2024-07-10", 2), ("2024/8/1", 3), ("R6.8.1", "3件"), ("2024/8/1 9:00", 4), ("x", 5), ("x", 5)
    )
    assert [row.state for row in found.rows] == ["refused", "refused", "new", "left_out", "new", "refused", "refused"]
    assert [row.reasons for row in found.rows[:4]] == [("repeated",), ("repeated",), (), ("repeated",)]


def test_what_was_understood_becomes_records_behind_those_that_are_there() -> None:
    """With their notes, which may be long and hold what is not seen and acts; neither comes along."""
    columns = Columns(0, 1, 2)
    found = seen(("2024年8月", 900, "\u202a\x1b" + "増" * 300), (MORNING, 950), columns=columns, recorded=(("2024-07-10", 800),))
    draft = with_imported(contract_file(counted(("2024-07-10", 800))), found, replacing=False, without_refused=False)
    assert draft["accounts"] == [
        {"from": "2024-07-10", "count": 800},
        {"from": "2024-08-01", "count": 900, "note": "増" * 200},
        {"from": "2024-09-15T10:00", "count": 950, "note": ""},
    ]
    assert [bill.max_accounts.value for bill in evaluated(dict(draft)).months[:4]] == [800, 900, 950, 950]


def test_nobodys_decision_is_taken_for_them() -> None:
    """Refused rows must have been seen; a recorded count is replaced only where that was said."""
    recorded = (("2024-07-10", 800), ("2024-08-01T00:00", 850))
    found = seen(("2024/8/1", 900), ("x", 1), recorded=recorded)
    draft = {**contract_file(counted(*recorded)), "accounts": [*counted(*recorded)["accounts"], None, {"from": 5}]}
    with pytest.raises(UndecidedError):
        with_imported(draft, found, replacing=True, without_refused=False)
    assert with_imported(draft, found, replacing=False, without_refused=True) == draft
    replaced = with_imported(draft, found, replacing=True, without_refused=True)["accounts"]
    assert [each["count"] for each in replaced[:2]] == [800, 900]
    assert replaced[1]["from"] == "2024-08-01T00:00"
    assert replaced[2:] == [None, {"from": 5}]
    assert with_imported({}, found._replace(rows=()), replacing=False, without_refused=False) == {}


def test_half_typed_records_do_not_disturb() -> None:
    """Nor does a draft without any."""
    table = sheet_of(("2024/7/10", 1))
    for draft in ({}, {"accounts": None}, {"accounts": [None, {"from": "soon", "count": 1}, {"count": 2}]}):
        assert preview(table, Columns(0, 1), draft).rows[0].state == "new"


def test_a_workbook_comes_in_from_file_to_statement() -> None:
    """Days of the sheet in a Japanese format, counts with thousands, a formula that was never worked out."""
    content = workbook(
        ("利用実績",),
        ("年月", "利用アカウント数", "備考"),
        (date(2024, 7, 10), 1200, ""),
        (date(2024, 8, 1), "1,300", "増員"),
        (date(2024, 9, 1), "=B3+200", ""),
        formats={"A3": 'yyyy"年"m"月"d"日"', "A4": '[$-411]ggge"年"m"月"d"日"', "A5": "yyyy/m/d", "B3": "#,##0"},
    )
    (sheet,) = read_table_file(content).sheets
    columns = suggested_columns(sheet)
    assert columns == Columns(0, 1, 2, 2)
    found = preview(sheet, columns, contract_file())
    assert [(row.moment, row.accounts, row.state) for row in found.rows[2:]] == [
        ("2024-07-10", 1200, "other"),
        ("2024-08-01", 1300, "new"),
        ("2024-09-01", None, "refused"),
    ]
    assert found.rows[4].reasons == ("formula_without_value",)
    draft = with_imported(contract_file(), found, replacing=True, without_refused=True)
    contract = read(dict(draft))
    assert refusals(contract, rulebook().editions[contract.terms]) == []
    assert [record.count for record in contract.accounts] == [1200, 1300]


@given(st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2199, 12, 31)), st.integers(0, 10**8)), unique_by=lambda row: row[0]))
def test_what_a_sheet_says_is_what_comes_in(rows: list[tuple[date, int]]) -> None:
    """As days of a sheet and as a Shift_JIS text alike: every row, nothing else."""
    text = "\r\n".join(["年月日,件数", *(f'{day.year}年{day.month}月{day.day}日,"{count:,}"' for day, count in rows)])
    expected = [{"from": str(day), "count": count, "note": ""} for day, count in rows]
    for sheet in (read_table_file(text.encode("cp932")).sheets[0], sheet_of(("年月日", "件数"), *rows)):
        if rows:
            assert suggested_columns(sheet) == Columns(0, 1, None, 1)
        found = preview(sheet, Columns(0, 1, None, 1), {})
        assert with_imported({}, found, replacing=False, without_refused=False).get("accounts", []) == expected


def test_columns_that_are_chosen_begin_with_the_first_day() -> None:
    """Titles above stay out of the table; where no day is read, every row is told of."""
    sheet = sheet_of(("名称", "月", "数"), ("a", "2024/7", 8), ("b", "2024/8", 9), ("c",))
    assert chosen_columns(sheet, 1, 2, None) == Columns(1, 2, None, 1)
    assert chosen_columns(sheet, 0, 2, 1) == Columns(0, 2, 1, 1)
    assert chosen_columns(sheet, 3, 2, 1) == Columns(3, 2, 1, 0)


def test_a_row_with_a_count_is_no_title() -> None:
    """A first day that cannot be read is told of, not taken for a title."""
    sheet = sheet_of(("月", "数"), ("2024/7/1O", 7), ("2024/8/1", 8))
    assert suggested_columns(sheet) == Columns(0, 1, None, 1)


def test_months_beside_one_another_are_turned() -> None:
    """A row of months over a row of counts; a table as it should be stays."""
    wide = sheet_of(("月", "2024年7月", "2024年8月", "2024年9月"), ("件数", 800, 900, 950), ("備考",))
    assert reads_better_turned(wide)
    assert not reads_better_turned(turned(wide))
    assert not reads_better_turned(sheet_of(("x", "y")))
    assert not reads_better_turned(sheet_of())
    found = turned(wide)
    assert [[cell.value for cell in row] for row in found.rows][:2] == [["月", "件数", "備考"], ["2024年7月", 800, None]]
    assert suggested_columns(found) == Columns(0, 1, 2, 1)
    assert reads_better_turned(sheet_of(("2024年7月", "2024年8月"), (800, 900)))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2024/7/10\t800\n2024/8/1\t900", True),
        ("2024/7/10\t800\tnote", True),
        ("いつ\t数\n2024/7/10\t800", False),
        ("7/1O\t700\n2024/7/10\t800", True),
        ("x\ty", True),
        ("800\t2024/7/10", False),
        ("営業部\t2024/7/10\t800", False),
        ("2024/7/10\t1\t2\t3", False),
        ("月\t2024/7/10\t2024/8/1\n件数\t800\t900", False),
        ("", True),
    ],
)
def test_texts_are_plain_where_nothing_has_to_be_found_out(text: str, *, plain: bool) -> None:
    """Days first and counts second without titles, or nothing that could be understood otherwise."""
    assert is_plain([line.split("\t") for line in text.splitlines()], 3) is plain
