"""`export`: where the file goes in each format, what is told, and what stands in its way."""

from pathlib import Path

import pytest

from desktop_app.cli import parser
from desktop_app.cli.export import beside
from desktop_app.report.tables.comma_separated import TABLES
from desktop_app.report.tables.formats import FORMATS
from tests.cases.contracts import contract_file
from tests.cli.commands import Command, real
from tests.document.contract_data import EVERY_FIELD, as_bytes

PLAIN = as_bytes(contract_file({"title": "お見積り"}))
AS_OF = ("--as-of", "2024-12-10")
BEGINS = {"xlsx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf", "ics": b"BEGIN:VCALENDAR\r\n"}


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    """Return a contract file."""
    path = tmp_path / "契約.contract.json"
    path.write_bytes(PLAIN)
    return path


def test_the_words_are_those_of_the_formats() -> None:
    """The parser names them without loading what they are."""
    assert tuple(FORMATS) == parser.FORMATS == tuple(BEGINS)
    assert tuple(TABLES) == parser.TABLES


@pytest.mark.parametrize("name", FORMATS)
def test_the_file_lies_beside_the_contract(run: Command, contract: Path, name: str) -> None:
    """With its name and the ending of the format; the program says where. The same bytes each time."""
    done = run("export", contract, "--format", name, *AS_OF)
    written = contract.with_name(f"契約.{name}")
    assert done == (0, f"{written} に書き出しました。\n".encode(), b"")
    assert written.read_bytes().startswith(BEGINS[name])
    printed = run("export", "-", "--format", name, "-o", "-", *AS_OF, stdin=PLAIN)
    assert printed == (0, written.read_bytes(), b"")
    english = run("export", contract, "--format", name, "-o", "-", *AS_OF, "--lang", "en")
    assert english.status == 0
    assert english.out not in {b"", printed.out}
    assert contract.read_bytes() == PLAIN


def test_without_a_format_it_is_a_workbook(run: Command, contract: Path) -> None:
    """The format that says the most."""
    assert run("export", contract, *AS_OF).status == 0
    assert contract.with_name("契約.xlsx").exists()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_named_in_its_file(run: Command, contract: Path, table: str) -> None:
    """So that one does not take the place of another."""
    assert run("export", contract, "--format", "csv", "--table", table, *AS_OF).status == 0
    assert contract.with_name(f"契約-{table}.csv").read_bytes().startswith(BEGINS["csv"])


def test_a_table_goes_with_csv_only(run: Command, contract: Path) -> None:
    """Another format would not have it."""
    done = run("export", contract, "--table", "totals", *AS_OF)
    assert (done.status, done.out) == (2, b"")
    assert "--format csv" in done.errors


@pytest.mark.parametrize(
    ("name", "format_", "table", "written"),
    [
        ("a.contract.json", "xlsx", None, "a.xlsx"),
        ("a.b.json", "csv", None, "a.b.csv"),
        ("a", "ics", None, "a.ics"),
        (".contract.json", "csv", "dates", "-dates.csv"),
        ("a.contract.json", "csv", "months", "a-months.csv"),
    ],
)
def test_the_name_of_the_file(name: str, format_: str, table: str | None, written: str) -> None:
    """The two endings of a contract file are one."""
    assert beside(str(Path("folder") / name), format_, table) == Path("folder") / written


def test_from_standard_input_it_must_be_said_where_the_file_goes(run: Command) -> None:
    """There is no file to put it beside."""
    done = run("export", "-", stdin=PLAIN)
    assert (done.status, done.out) == (2, b"")
    assert "-o" in done.errors


def test_the_contract_itself_is_not_written_over(run: Command, contract: Path, tmp_path: Path) -> None:
    """By whatever name it is called."""
    (tmp_path / "link").symlink_to(contract)
    for output in (contract, tmp_path / "link"):
        assert run("export", contract, "-o", output).status == 2
        assert contract.read_bytes() == PLAIN


def test_a_contract_with_errors_gives_no_file(run: Command, tmp_path: Path) -> None:
    """An old one stays."""
    path, old = tmp_path / "x.contract.json", tmp_path / "x.xlsx"
    path.write_bytes(as_bytes(contract_file({"title": 5})))
    old.write_bytes(b"old")
    done = run("export", path)
    assert (done.status, done.out) == (1, b"")
    assert "title: " in done.errors
    assert old.read_bytes() == b"old"


def test_a_file_that_cannot_be_written_is_exit_2(run: Command, contract: Path, tmp_path: Path) -> None:
    """With the place."""
    done = run("export", contract, "-o", tmp_path / "missing" / "x.xlsx")
    assert (done.status, done.out) == (2, b"")
    assert str(tmp_path / "missing" / "x.xlsx") in done.errors


def test_warnings_of_the_house_are_told(run: Command, tmp_path: Path) -> None:
    """On standard error."""
    content = as_bytes(contract_file({"issuer": {"registration_number": "T1"}}))
    done = run("export", "-", "-o", tmp_path / "x.xlsx", stdin=content)
    assert done.status == 0
    assert done.errors.startswith("ご確認ください：")


@pytest.mark.parametrize("name", FORMATS)
def test_it_needs_no_display(tmp_path: Path, name: str) -> None:
    """Nor Qt: a contract with every field is written by the real command."""
    (tmp_path / "x.contract.json").write_bytes(as_bytes(EVERY_FIELD))
    hidden = "import sys\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None\nfrom desktop_app.__main__ import main\n"
    done = real("export", tmp_path / "x.contract.json", "--format", name, program=("-c", f"{hidden}sys.exit(main(sys.argv[1:]))"))
    assert (done.status, done.err) == (0, b"")
    assert (tmp_path / f"x.{name}").read_bytes().startswith(BEGINS[name])
