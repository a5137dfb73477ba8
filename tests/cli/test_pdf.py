"""`pdf`: where the paper goes, what is told, and what stands in its way."""

import io
import sys
from pathlib import Path
from threading import Barrier, get_ident

import pytest
from pypdf import PdfReader

from desktop_app.cli.output import DONE, FAILED, INVALID, Outcome
from desktop_app.cli.paper_run import Planned, paper_run
from desktop_app.cli.parser import PAPERS
from desktop_app.cli.pdf import beside
from desktop_app.report.paper_kinds import KINDS
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import wording
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
    """The two endings of a contract file are one; the kind stands in the name where one was asked for."""
    assert beside(str(Path("folder") / name)) == Path("folder") / paper
    assert beside(str(Path("folder") / name), "quote") == Path("folder") / paper.replace(".pdf", "-quote.pdf")


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


def title_of(paper: Path) -> str:
    """Return the title that a paper has as a document."""
    return str(PdfReader(paper).metadata.title)  # type: ignore[union-attr] # it has a title


def test_the_kinds_are_those_that_there_are() -> None:
    """The words of the command line name them without loading what makes them."""
    assert PAPERS == KINDS


@pytest.mark.parametrize(
    ("kind", "title"), [("summary", "ご契約内容と料金の概要"), ("quote", "御見積書"), ("charges", "料金説明書")]
)
def test_each_kind_of_paper_is_written(run: Command, contract: Path, kind: str, title: str) -> None:
    """Beside the others; without a kind it is the summary."""
    done = run("pdf", contract, "--kind", kind, *AS_OF)
    paper = contract.with_name("契約.pdf" if kind == "summary" else f"契約-{kind}.pdf")
    assert (done.status, done.text) == (0, f"{paper} に書き出しました。\n")
    assert title_of(paper) == title


def test_a_paper_that_a_contract_has_nothing_for_is_refused(run: Command, contract: Path) -> None:
    """With what is missing."""
    done = run("pdf", contract, "--kind", "credit", *AS_OF)
    assert (done.status, done.out) == (1, b"")
    assert "障害が入力されていない" in done.errors
    assert list(contract.parent.iterdir()) == [contract]


def test_the_contract_inside_and_the_boxes_are_as_asked(run: Command, contract: Path, tmp_path: Path) -> None:
    """Attached unless it is not wanted; boxes for seals where they are."""
    paper = tmp_path / "x.pdf"
    run("pdf", contract, "-o", paper, "--kind", "quote", *AS_OF)
    assert list(PdfReader(paper).attachments) == ["contract.json"]
    assert "承認" not in PdfReader(paper).pages[0].extract_text()
    run("pdf", contract, "-o", paper, "--kind", "quote", "--no-attachment", "--approval-boxes", *AS_OF)
    assert list(PdfReader(paper).attachments) == []
    assert "承認" in PdfReader(paper).pages[0].extract_text()


def test_a_paper_is_read_as_the_contract_that_it_was_made_from(run: Command, contract: Path, tmp_path: Path) -> None:
    """And so gives the same paper."""
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    run("pdf", contract, "-o", one, *AS_OF)
    assert run("pdf", one, "-o", other, *AS_OF).status == 0
    assert PdfReader(one).metadata == PdfReader(other).metadata
    assert run("verify", other, contract).status == 0


def many(tmp_path: Path) -> list[Path]:
    """Return contract files in two folders, one of them broken, and one that is not there."""
    found = [tmp_path / "a" / "x.contract.json", tmp_path / "b" / "x.contract.json", tmp_path / "b" / "y.json"]
    for path in found:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PLAIN)
    broken = tmp_path / "b" / "broken.contract.json"
    broken.write_bytes(b"{")
    return [found[0], broken, *found[1:]]


def test_a_run_goes_on_past_a_bad_file(run: Command, tmp_path: Path) -> None:
    """Names that come twice are numbered; the status tells that something was bad, the errors name the file."""
    files, out = many(tmp_path), tmp_path / "out" / "2024-12"
    done = run("pdf", *files, "--out-dir", out, *AS_OF)
    assert (done.status, done.text) == (1, "PDFを3件書き出しました。書き出せなかったもの 1件\n")
    assert sorted(each.name for each in out.iterdir()) == ["x (2).pdf", "x.pdf", "y.pdf"]
    assert done.errors.startswith(f"{files[1]}: 契約に誤りが1件あります。")
    assert run("pdf", files[0], "--out-dir", out, "--kind", "quote", *AS_OF).status == 0
    assert (out / "x-quote.pdf").exists()


def test_without_a_folder_each_paper_lies_beside_its_contract(run: Command, tmp_path: Path) -> None:
    """A file that is not there is a bad one too, and the worst status counts."""
    files = many(tmp_path)
    done = run("pdf", *files, tmp_path / "none.json", "-", *AS_OF)
    assert done.status == 2
    assert done.text == "PDFを3件書き出しました。書き出せなかったもの 3件\n"
    assert {each.name for each in (tmp_path / "b").glob("*.pdf")} == {"x.pdf", "y.pdf"}
    assert "none.json" in done.errors
    assert len(done.errors.splitlines()) == 4


def test_no_paper_takes_the_place_of_another_paper_of_the_run(run: Command, tmp_path: Path) -> None:
    """Two contracts whose papers would have one name beside them have two."""
    for name in ("x.contract.json", "x.json"):
        (tmp_path / name).write_bytes(PLAIN)
    assert run("pdf", tmp_path / "x.contract.json", tmp_path / "x.json", *AS_OF).status == 0
    assert sorted(each.name for each in tmp_path.glob("*.pdf")) == ["x (2).pdf", "x.pdf"]


def test_papers_are_set_at_once_and_told_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first waits for the second, and is told first; one that cannot be read or written has its place among them."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    both, threads = Barrier(2, timeout=60), set()
    plans = [Planned(name, None) for name in ("first", "second", "unread", "unwritten", "last")]

    def read(plan: Planned) -> str:
        threads.add(get_ident())
        if plan.file == "unread":
            raise StorageError("not_found", Path(plan.file))
        return plan.file

    def written(plan: Planned, found: str) -> Outcome:
        assert found == plan.file
        if found in {"first", "second"}:
            both.wait()
        if found == "unwritten":
            raise StorageError("disk_full", Path(found))
        return Outcome(INVALID, errors=f"told of {found}") if found == "last" else Outcome(DONE)

    done = paper_run(plans, read, written, wording("ja"))
    assert threads == {get_ident()}
    assert (done.status, done.text) == (FAILED, "PDFを2件書き出しました。書き出せなかったもの 3件")
    assert [line.partition(":")[0] for line in done.errors.splitlines()] == ["unread", "unwritten", "last"]


def test_no_paper_takes_the_place_of_another_contract_of_the_run(run: Command, tmp_path: Path) -> None:
    """A contract in a file with the ending of a paper is left alone."""
    one, other = tmp_path / "x.contract.json", tmp_path / "x.pdf"
    one.write_bytes(PLAIN)
    other.write_bytes(PLAIN)
    assert run("pdf", one, other, *AS_OF).status == 2
    assert other.read_bytes() == PLAIN


def test_one_output_for_many_is_refused(run: Command, contract: Path, tmp_path: Path) -> None:
    """And so is one beside a folder."""
    for words in ((contract, contract, "-o", "x.pdf"), (contract, "-o", "x.pdf", "--out-dir", tmp_path)):
        done = run("pdf", *words)
        assert (done.status, done.out) == (2, b"")
        assert "--out-dir" in done.errors


def test_a_folder_that_cannot_be_made_is_exit_2(run: Command, contract: Path) -> None:
    """With the place."""
    done = run("pdf", contract, "--out-dir", contract / "out")
    assert (done.status, done.out) == (2, b"")
    assert str(contract / "out") in done.errors


class _Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_is_told_on_a_terminal(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a line of its own, the last one with the end of the run."""
    shown = _Terminal()
    files = many(tmp_path)[:2]
    monkeypatch.setattr("desktop_app.cli.main.make_streams_safe", lambda: None)
    monkeypatch.setattr(sys, "stderr", shown)
    run("pdf", *files, *AS_OF)
    assert "\r2件中 2件を処理しました（書き出せなかったもの 1件）\n" in shown.getvalue()
