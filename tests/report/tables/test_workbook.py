"""The workbook itself: the same bytes each time, live formulas that any program reads, names, paper, what is typed and fixed."""

import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from desktop_app.document.assess import assess
from desktop_app.report.tables.cells import cell_text, plain
from desktop_app.report.tables.workbook import workbook_bytes
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, priced
from tests.cases.examples import rulebook
from tests.report.tables.office import formulas_of
from tests.report.tables.workbooks import Case, policy_cases, stated, told, told_cases, workbook_of

CASE = told_cases()["02-terminated-mid-term"]
NEW = re.compile(r"_xlfn|XLOOKUP|MAXIFS|LET\(|LAMBDA|FILTER\(|TEXTJOIN|IFS\((?<!SUMIFS\()")
VOLATILE = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT|INFO|CELL)\(")


@pytest.fixture(scope="module")
def workbook() -> Any:
    """Return the workbook of a worked example as another program reads it."""
    return openpyxl.load_workbook(BytesIO(workbook_of(CASE)))


def test_the_same_contract_gives_the_same_bytes() -> None:
    """Also in another process."""
    program = (
        "import hashlib\nfrom tests.report.tables.workbooks import told_cases, workbook_of\n"
        "print(hashlib.sha256(workbook_of(told_cases()['02-terminated-mid-term'])).hexdigest())"
    )
    said = {subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert len(said) == 1
    assert workbook_of(CASE) == workbook_of(CASE)
    assert workbook_of(CASE) != workbook_of(CASE._replace(as_of=date(2024, 12, 11)))
    assert workbook_of(CASE) != workbook_of(CASE, "en")


def test_its_libraries_are_loaded_with_the_first_file_only() -> None:
    """The program starts without them."""
    loaded = "{'xlsxwriter', 'icalendar', 'openpyxl'} & sys.modules.keys()"
    program = f"import sys\nimport desktop_app.report.tables.formats\nassert not {loaded}"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0


def test_formulas_are_such_as_every_program_reads() -> None:
    """Without macros, links, functions that change by themselves, or functions of the last ten years."""
    content = workbook_of(CASE)
    formulas = formulas_of(content)
    assert len(formulas) > 500
    assert [formula for formula in formulas.values() if NEW.search(formula) or VOLATILE.search(formula) or "[" in formula] == []
    with ZipFile(BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "vba" in name or "external" in name or "connections" in name]
        assert b'fullCalcOnLoad="1"' in file.read("xl/workbook.xml")
        assert b"TargetMode" not in b"".join(file.read(name) for name in file.namelist() if name.endswith(".rels"))


def test_every_figure_is_a_formula(workbook: Any) -> None:
    """None of those that the workbook reckons stands there as a number; the statement's own stand beside them."""
    check = workbook.worksheets[-1]
    rows = [row for row in check.iter_rows(min_row=5, max_col=7) if row[6].value]
    assert {row[6].value for row in rows} == stated(CASE).keys()
    for row in rows:
        reckoned = re.search(r"'([^']+)'!([A-Z]+\d+)", row[2].value)
        assert reckoned, row[2].value
        assert workbook[reckoned[1]][reckoned[2]].data_type == "f", row[6].value
        assert row[3].data_type != "f"
        assert row[4].value.startswith("=")


def test_programs_that_do_not_reckon_show_the_statements_figures() -> None:
    """Protected views and previews; no verdict, since nothing has been compared there."""
    found = told(workbook_of(CASE))
    assert found.figures == stated(CASE)
    assert found.verdicts == []
    assert found.overall is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("billing_start", 45483),
        ("initial_fee", 300000),
        ("quote_months", 12),
        ("rounding", "切捨て"),
        ("notice_days", 30),
        ("termination_kind", "解約申込書"),
    ],
)
def test_inputs_have_names(workbook: Any, name: str, value: object) -> None:
    """By which formulas call them and people find them."""
    ((title, address),) = workbook.defined_names[name].destinations
    held = workbook[title][address.replace("$", "")].value
    assert title == "前提"
    assert (plain(held.date(), "", wording("ja")) if hasattr(held, "date") else held) == value


def test_every_name_that_a_formula_calls_is_there(workbook: Any) -> None:
    """None of them is an error when the workbook is opened."""
    formulas = " ".join(formulas_of(workbook_of(CASE)).values())
    words = set(re.findall(r"\b[a-z][a-z_]{3,}\b", re.sub(r'"[^"]*"', "", formulas)))
    assert words <= set(workbook.defined_names)
    assert len(words) > 60


def test_every_sheet_is_laid_out_for_paper(workbook: Any) -> None:
    """A4 across, one page wide; the titles of long tables on every page and always in sight."""
    assert workbook.sheetnames == ["表紙", "前提", "日付", "初期・一時", "月次", "精算", "減額", "合計", "照合"]
    for sheet in workbook:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (9, "landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    for title in ("月次", "照合", "日付", "初期・一時"):
        assert workbook[title].print_title_rows
        assert workbook[title].freeze_panes


def test_days_and_amounts_are_written_as_japanese_papers_do(workbook: Any) -> None:
    """In a typeface that Windows and Mac have."""
    cells = [cell for row in workbook["照合"].iter_rows() for cell in row]
    formats = {cell.number_format for cell in cells}
    assert 'yyyy"年"m"月"d"日"' in formats
    assert any(each.startswith("¥#,##0") for each in formats)
    assert {cell.font.name for cell in cells if cell.value} == {"Yu Gothic"}


def test_prices_with_decimals_show_them() -> None:
    """Whole ones do not."""
    for price, shown in (("100", "#,##0;"), ("100.5", "#,##0.00")):
        case = Case(contract_file(priced("per_account", unit_price=price)), AS_OF)
        sheet = openpyxl.load_workbook(BytesIO(workbook_of(case)))["月次"]
        assert sheet["H7"].number_format.startswith(shown)


def test_both_languages_reckon_alike() -> None:
    """Only texts differ."""
    for case in (CASE, policy_cases()["full ceiling"]):
        assert len(formulas_of(workbook_of(case))) == len(formulas_of(workbook_of(case, "en")))


def test_a_contract_with_errors_has_no_workbook() -> None:
    """There is no statement to check."""
    with pytest.raises(ValueError, match="without problems"):
        workbook_bytes(assess(contract_file({"title": 5}), AS_OF, rulebook()), rulebook())


def test_a_text_fits_its_cell() -> None:
    """However long; what no such file may hold is replaced."""
    assert len(cell_text("あ" * 40_000)) == 32_767
    assert cell_text("a\x00\ufffe\u202eb") == "a\\u0000\N{REPLACEMENT CHARACTER}\\u202eb"


def test_a_value_of_no_kind_is_refused() -> None:
    """Nothing is written that a cell cannot hold."""
    with pytest.raises(TypeError):
        plain(object(), "x", wording("ja"))
