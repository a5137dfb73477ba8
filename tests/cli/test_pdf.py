"""`pdf`: where the paper goes, what is told, and what stands in its way."""

from pathlib import Path

import pytest

from desktop_app.cli.pdf import beside
from tests.cases.contracts import contract_file
from tests.cli.commands import Command
from tests.document.contract_data import as_bytes

PLAIN = as_bytes(contract_file({"title": "お見積り"}))
AS_OF = ("--as-of", "2024-12-10")


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    """Return a contract file."""
    path = tmp_path / "契約.contract.json"
    path.write_bytes(PLAIN)
    return path


def test_the_paper_lies_beside_the_contract(run: Command, contract: Path) -> None:
    """With its name and another ending; the program says where."""
    done = run("pdf", contract, *AS_OF)
    paper = contract.with_name("契約.pdf")
    assert done == (0, f"{paper} に書き出しました。\n".encode(), b"")
    assert paper.read_bytes().startswith(b"%PDF-")
    assert contract.read_bytes() == PLAIN


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("a.contract.json", "a.pdf"),
        ("a.json", "a.pdf"),
        ("a.b.contract.json", "a.b.pdf"),
        ("a", "a.pdf"),
        (".contract.json", ".pdf"),
        ("a.pdf", "a.pdf"),
    ],
)
def test_the_name_of_the_paper(name: str, paper: str) -> None:
    """The two endings of a contract file are one."""
    assert beside(str(Path("folder") / name)) == Path("folder") / paper


def test_the_paper_goes_where_it_is_asked_to(run: Command, contract: Path, tmp_path: Path) -> None:
    """In either language, from a file or standard input; the same bytes each time."""
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    assert run("pdf", contract, "-o", one, *AS_OF).status == 0
    assert run("pdf", "-", "--output", other, *AS_OF, stdin=PLAIN).status == 0
    assert one.read_bytes() == other.read_bytes()
    done = run("pdf", contract, "-o", one, *AS_OF, "--lang", "en")
    assert done.text == f"Written to {one}.\n"
    assert one.read_bytes() != other.read_bytes()
    printed = run("pdf", contract, "-o", "-", *AS_OF)
    assert (printed.status, printed.err) == (0, b"")
    assert printed.out == other.read_bytes()


def test_from_standard_input_it_must_be_said_where_the_paper_goes(run: Command) -> None:
    """There is no file to put it beside."""
    done = run("pdf", "-", stdin=PLAIN)
    assert (done.status, done.out) == (2, b"")
    assert "-o" in done.errors


def test_the_contract_itself_is_not_written_over_by_its_paper(run: Command, tmp_path: Path) -> None:
    """When it has the ending of a paper."""
    path = tmp_path / "contract.pdf"
    path.write_bytes(PLAIN)
    (tmp_path / "link.pdf").symlink_to(path)
    for words in ((path,), (path, "-o", path), (path, "-o", tmp_path / "link.pdf"), (tmp_path / "link.pdf",)):
        done = run("pdf", *words)
        assert (done.status, done.out) == (2, b"")
        assert "-o" in done.errors
        assert path.read_bytes() == PLAIN


def test_a_contract_with_errors_gives_no_paper(run: Command, tmp_path: Path) -> None:
    """An old one stays."""
    path, paper = tmp_path / "x.contract.json", tmp_path / "x.pdf"
    path.write_bytes(as_bytes(contract_file({"title": 5})))
    paper.write_bytes(b"old")
    done = run("pdf", path)
    assert (done.status, done.out) == (1, b"")
    assert "title: " in done.errors
    assert paper.read_bytes() == b"old"


def test_a_character_that_cannot_be_printed_gives_no_paper(run: Command, tmp_path: Path) -> None:
    """It is told with its field."""
    done = run("pdf", "-", "-o", tmp_path / "x.pdf", stdin=as_bytes(contract_file({"title": "お見積り😀"})))
    assert (done.status, done.out) == (1, b"")
    assert "😀" in done.errors
    assert list(tmp_path.iterdir()) == []


def test_a_paper_that_cannot_be_written_is_exit_2(run: Command, contract: Path, tmp_path: Path) -> None:
    """With the place."""
    done = run("pdf", contract, "-o", tmp_path / "missing" / "x.pdf")
    assert (done.status, done.out) == (2, b"")
    assert str(tmp_path / "missing" / "x.pdf") in done.errors


def test_warnings_that_stand_on_no_paper_are_told(run: Command, tmp_path: Path) -> None:
    """On standard error."""
    content = as_bytes(contract_file({"issuer": {"registration_number": "T1"}}))
    done = run("pdf", "-", "-o", tmp_path / "x.pdf", stdin=content)
    assert done.status == 0
    assert done.errors.startswith("ご確認ください：")
