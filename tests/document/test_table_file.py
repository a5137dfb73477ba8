"""Tables of CSV files and workbooks as cells; what is none, or too much of one, is refused with its cause."""

import random
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from desktop_app.document import excel_file, table_file
from desktop_app.document.excel_extent import extent_of
from desktop_app.document.sheet import Cell, TableError
from desktop_app.document.table_file import read_table_file
from tests.document.workbooks import in_sheet, repacked, workbook

PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml")


def values(content: bytes, sheet: int = 0) -> list[list[Any]]:
    """Return the values of a sheet's cells."""
    return [[cell.value for cell in row] for row in read_table_file(content).sheets[sheet].rows]


def cause(content: bytes) -> str:
    """Return why a file is refused."""
    with pytest.raises(TableError) as refused:
        read_table_file(content)
    return refused.value.cause


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8-sig"), ("cp932", "cp932"), ("utf-16", "utf-16")]
)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_csv_file_is_read_in_the_encoding_that_fits_it(encoding: str, told: str, end: str) -> None:
    """Also 髙 and ①, which only the Windows kind of Shift_JIS has."""
    text = end.join(["年月日,髙橋①件数", "2024/7/10,800", ""])
    found = read_table_file(text.encode(encoding))
    assert found.encoding == told
    assert [[cell.value for cell in row] for row in found.sheets[0].rows] == [["年月日", "髙橋①件数"], ["2024/7/10", "800"]]
    assert found.sheets[0].name == ""


def test_another_encoding_can_be_asked_for() -> None:
    """Bytes that fit two are read in the one that a person sees to be right; in one that does not fit, they are refused."""
    content = "ﾃｽﾄ,1".encode("cp932")
    assert read_table_file("月,1".encode()).encoding == "utf-8-sig"
    assert read_table_file("月月,1".encode(), "cp932").sheets[0].rows[0][0].value == "譛域怦"
    with pytest.raises(TableError) as refused:
        read_table_file(content, "utf-8-sig")
    assert refused.value.cause == "encoding_unknown"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,"1,200"\nb,"2\n3"\n', [["a", "1,200"], ["b", "2\n3"]]),
        ("2024/7/10\t1,200\n2024/8/1\t1,300\n", [["2024/7/10", "1,200"], ["2024/8/1", "1,300"]]),
        ("2024/7/10;1,200\n2024/8/1;1,300\n", [["2024/7/10", "1,200"], ["2024/8/1", "1,300"]]),
        ("a,,b\n\n , \nc\n", [["a", None, "b"], [], [None, None], ["c"]]),
        ("alone", [["alone"]]),
    ],
)
def test_cells_are_parted_by_what_parts_most_lines_alike(text: str, rows: list[list[Any]]) -> None:
    """Commas in numbers part nothing where tabs or semicolons do; blank cells hold nothing."""
    assert values(text.encode()) == rows


def test_a_workbook_gives_numbers_days_and_texts() -> None:
    """Whole numbers as such, fractions as they are written; blank rows keep their place."""
    moment = datetime(2024, 9, 15, 10, 0)  # noqa: DTZ001 - spreadsheets know no zones
    content = workbook(
        ("年月日", "件数"), (date(2024, 7, 10), 800), (), (moment, 1200.0), ("2024/10/1", 12.5), (True, " "), (None, 1e300)
    )
    found = values(content)
    assert found[0] == ["年月日", "件数"]
    assert [str(found[1][0]), found[1][1]] == ["2024-07-10 00:00:00", 800]
    assert found[2:6] == [[], [moment, 1200], ["2024/10/1", Decimal("12.5")], ["TRUE"]]
    assert type(found[3][1]) is int
    assert found[6] == [None, 10**300]


def test_a_formula_gives_the_value_that_was_saved_with_it() -> None:
    """None is worked out; one that was never worked out has no value, and both are marked."""
    content = workbook(("a", 1), ("b", "=B1+1"))
    assert read_table_file(content).sheets[0].rows[1][1] == Cell(None, formula=True)
    worked_out = repacked(content, in_sheet(b"<v></v>", b"<v>2</v>"))
    worked_out = repacked(worked_out, in_sheet(b"<v />", b"<v>2</v>"))
    assert read_table_file(worked_out).sheets[0].rows[1][1] == Cell(2, formula=True)


def test_every_sheet_that_holds_something_is_there() -> None:
    """By its name; a workbook of empty sheets is empty."""

    def prepare(book: Any) -> None:
        book.create_sheet("空")
        book.create_sheet("実績").cell(3, 2, 1)

    found = read_table_file(workbook(("a",), formats={"A2": "0.00"}, prepare=prepare)).sheets
    assert [(each.name, len(each.rows)) for each in found] == [("Sheet", 1), ("実績", 3)]
    assert cause(workbook()) == "empty"


def test_a_workbook_that_claims_more_rows_and_columns_than_it_has_is_read_for_what_it_has() -> None:
    """Its own claim is not believed."""
    claimed = repacked(workbook(("a", 1)), in_sheet(b'ref="A1:B1"', b'ref="A1:XFD1048576"'))
    assert values(claimed) == [["a", 1]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old_excel"),
        (b"PK\x03\x04rest", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_table"),
        (b"a\x00b", "not_a_table"),
        (b"\xff\xfea", "encoding_unknown"),
        (b"\x81", "encoding_unknown"),
        (b'a,"b\n', "damaged"),
        (b"a\n" * 10_001, "too_many_rows"),
        (b"," * 100, "too_many_columns"),
    ],
)
def test_what_is_no_table_is_refused_with_its_cause(content: bytes, expected: str) -> None:
    """Before or while it is read."""
    assert cause(content) == expected


def test_a_table_of_the_largest_size_is_read() -> None:
    """One row, one column, one byte more is too much."""
    assert len(values(b"a\n" * 10_000)) == 10_000
    assert len(values(b"," * 99)[0]) == 100
    assert cause(b"a" * (table_file.MOST_FILE_BYTES + 1)) == "too_large"


def packed(**parts: bytes) -> bytes:
    """Return a ZIP file with these parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """By what it says that it unpacks to, which is all that is ever unpacked of it."""
    assert cause(packed(bomb=bytes(excel_file.MOST_UNPACKED_BYTES + 1))) == "too_large"


def test_a_zip_file_that_is_no_workbook_is_none() -> None:
    """A document of another program, or just files."""
    assert cause(packed(readme=b"hello")) == "not_a_table"


@pytest.mark.parametrize("text", [b"<!DOCTYPE x>", b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'])
def test_texts_that_define_texts_are_refused(text: bytes) -> None:
    """They can grow without end, and no spreadsheet writes them."""
    changed = repacked(workbook(("a",)), in_sheet(b"<worksheet", text + b"<worksheet"))
    assert cause(changed) == "damaged"


def test_too_many_rows_columns_or_cells_are_refused() -> None:
    """Rows that are far below and hold something count with all the blank ones above; formats alone count for nothing."""

    def wide_and_long(book: Any) -> None:
        for i in range(3):
            book.create_sheet(str(i)).cell(10_000, 100, "z")

    assert cause(workbook(("a",), prepare=wide_and_long)) == "too_large"
    assert cause(workbook(*([("a",)] * 10_001))) == "too_many_rows"
    assert cause(workbook(("a",) * 101)) == "too_many_columns"
    far = workbook(("a",), prepare=lambda book: book.active.cell(1_048_576, 1, "z"))
    assert cause(far) == "too_many_rows"
    blank = workbook(("a",), prepare=lambda book: setattr(book.active.cell(20_000, 1), "number_format", "0.00"))
    assert values(blank) == [["a"]]


def test_a_damaged_workbook_is_refused_or_read_and_never_a_fault() -> None:
    """Two hundred ways to damage one."""
    whole, dice = workbook(("年月日", "件数"), (date(2024, 7, 10), 800), ("x", "=1+1")), random.Random(1)  # noqa: S311 - the same damage in every run
    for _ in range(200):
        broken = bytearray(whole)
        for _ in range(dice.randrange(1, 4)):
            broken[dice.randrange(4, len(broken))] = dice.randrange(256)
        try:
            read_table_file(bytes(broken[: dice.randrange(len(broken) // 2, len(broken) + 1)]))
        except TableError:
            continue
    without = {name: cause(repacked(whole, lambda part, content, name=name: None if part == name else content)) for name in PARTS}
    assert without == {"xl/workbook.xml": "damaged", "xl/worksheets/sheet1.xml": "empty", "[Content_Types].xml": "not_a_table"}


def test_cells_without_an_address_stand_behind_one_another() -> None:
    """Some programs write none; the reach is found all the same."""
    first, fourth = b"<row><c><v>1</v></c><c/><c><is/></c></row>", b'<row r="4"><c r="AB4"/><c><f/></c></row>'
    assert extent_of(b'<worksheet xmlns="x">' + first + fourth + b"<row/></worksheet>") == (4, 29)
