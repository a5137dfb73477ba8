"""Verifying a paper, or the code typed from it, against a contract file; and papers in the place of contract files."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.report.result_code import result_code
from tests.cases.attached_papers import paper, written
from tests.cases.contracts import AS_OF, contract_file, read
from tests.cases.examples import rulebook
from tests.cli.commands import Command
from tests.document.contract_data import EVERY_FIELD, as_bytes

CODE = result_code(read(EVERY_FIELD), AS_OF, rulebook())
CONTRACT = as_bytes(EVERY_FIELD)
OTHER = as_bytes({**EVERY_FIELD, "title": "another"})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the contract file from which the papers are made."""
    path = tmp_path / "file.contract.json"
    path.write_bytes(CONTRACT)
    return path


def made(folder: Path, *contracts: bytes, code: str = CODE) -> Path:
    """Return a paper in a file, as the program makes it."""
    path = folder / "paper.pdf"
    path.write_bytes(paper(*contracts, keywords=("見積書", code)))
    return path


@pytest.mark.parametrize(
    "attached", [(), (CONTRACT,), (as_bytes({**EVERY_FIELD, "quote": {**EVERY_FIELD["quote"], "memo": ""}}),)]
)
def test_a_paper_made_from_the_file_matches(run: Command, tmp_path: Path, file: Path, attached: tuple[bytes, ...]) -> None:
    """With the contract attached or without, which is without the memo."""
    done = run("verify", made(tmp_path, *attached), file)
    assert (done.status, done.err) == (0, b"")
    assert "一致します" in done.text
    assert CODE in done.text
    assert "2024年12月10日" in done.text


@pytest.mark.parametrize("options", [("--lang", "ja"), ("--lang", "en", "--no-attachment")])
def test_the_papers_that_the_program_makes_match(run: Command, tmp_path: Path, file: Path, options: tuple[str, ...]) -> None:
    """In either language, with the contract in them or without; and not when the file is changed afterwards."""
    made_now = tmp_path / "now.pdf"
    assert run("pdf", file, "-o", made_now, "--as-of", "2024-12-10", *options).status == 0
    assert run("verify", made_now, file).status == 0
    file.write_bytes(OTHER)
    assert run("verify", made_now, file).status == 1


@pytest.mark.parametrize("typed", [CODE, CODE.lower().replace("-", ""), CODE.replace("-", " ").replace("0", "O")])
def test_a_typed_code_matches(run: Command, file: Path, typed: str) -> None:
    """As it stands on the paper, or nearly so; the file may come from standard input."""
    assert run("verify", typed, file, "--lang", "en").text.startswith("They match.")
    assert run("verify", typed, "-", "--as-of", "2024-12-10", stdin=CONTRACT).status == 0


@pytest.mark.parametrize(
    ("words", "content", "other", "same"),
    [
        ((CODE,), OTHER, ["contract"], ["as-of day", "edition"]),
        ((CODE, "--as-of", "2024-12-11"), CONTRACT, ["as-of day"], ["contract", "edition"]),
        ((CODE, "--as-of", "2024-12-11"), OTHER, ["contract", "as-of day"], ["edition"]),
    ],
)
def test_what_differs_is_told(run: Command, words: tuple[str, ...], content: bytes, other: list[str], same: list[str]) -> None:
    """And what does not: a changed contract, another day."""
    code, *options = words
    done = run("verify", code, "-", *options, "--lang", "en", stdin=content)
    assert (done.status, done.err) == (1, b"")
    heading, *lines = done.text.splitlines()
    assert CODE in heading
    for name, said in [*((each, "Different") for each in other), *((each, "The same") for each in same)]:
        assert sum(line.startswith(f"  {said}: the {name}") for line in lines) == 1
    assert len(lines) == 3


def test_other_rules_are_told(run: Command) -> None:
    """The paper is of another time: its contract and its day are the same."""
    rules = rulebook()
    rates = type(rules.tax_rates)(rules.tax_rates.rates[:-1])
    code = result_code(read(EVERY_FIELD), AS_OF, rules._replace(tax_rates=rates))
    done = run("verify", code, "-", "--lang", "en", stdin=CONTRACT)
    assert done.status == 1
    assert [line.strip().split(":")[0] for line in done.text.splitlines()[1:]] == ["Different", "The same", "The same"]
    assert "tax rates" in done.text.splitlines()[1]


@pytest.mark.parametrize("attached", [OTHER, b"{}", b"", as_bytes(contract_file({"title": 5}))])
def test_an_attachment_that_was_exchanged_is_told(run: Command, tmp_path: Path, file: Path, attached: bytes) -> None:
    """Although the paper's code is that of the file."""
    done = run("verify", made(tmp_path, attached), file, "--lang", "en")
    assert done.status == 1
    assert "Different: the contract attached" in done.text
    assert done.text.count("The same") == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CODE[:-1], "16"),
        (CODE[:-1] + ("0" if CODE[-1] != "0" else "1"), "打ち間違い"),
        ("paper", "16文字"),
        ("見積書", "見つからず"),
        ("paper.pdf", "paper.pdf"),
        ("x" * 5000, "照合コード"),
    ],
)
def test_what_is_neither_a_paper_nor_a_code_is_told(run: Command, file: Path, text: str, said: str) -> None:
    """With what to do; a typing error is not taken for another contract."""
    done = run("verify", text, file)
    assert (done.status, done.out, done.errors.count("\n")) == (2, b"", 1)
    assert said in done.errors


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (paper(CONTRACT), "result code"),
        (paper(CONTRACT, keywords=(CODE, "1275-N2PT-Q2GD-9SGZ")), "result code"),
        (paper(CONTRACT, keywords=(CODE[:-1] + "*",)), "result code"),
        (paper(CONTRACT, keywords=("1275-N2PT-Q2GD-9SG0",)), "result code"),
        (CONTRACT, "no PDF"),
        (b"", "no PDF"),
        (b"%PDF-1.7", "damaged"),
        (written(("contract.json", CONTRACT), password="x"), "needs a password"),  # noqa: S106 - it locks nothing
    ],
)
def test_a_paper_that_cannot_be_verified_is_told(run: Command, tmp_path: Path, file: Path, content: bytes, said: str) -> None:
    """It has no code or two, is no PDF, is broken or locked."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    done = run("verify", path, file, "--lang", "en")
    assert (done.status, done.out, done.errors.count("\n")) == (2, b"", 1)
    assert said in done.errors
    assert "paper.pdf" in done.errors


def test_a_file_with_errors_has_no_papers(run: Command) -> None:
    """Its errors are told as always."""
    done = run("verify", CODE, "-", stdin=as_bytes(contract_file({"title": 5})))
    assert (done.status, done.out) == (1, b"")
    assert "title" in done.errors


@pytest.mark.parametrize("words", [("evaluate", "--format", "json"), ("check",), ("explain",), ("explain", "totals.total")])
def test_a_paper_stands_for_its_contract(run: Command, tmp_path: Path, file: Path, words: tuple[Any, ...]) -> None:
    """Named, or on standard input."""
    command, *more = words
    day = [] if command == "check" else ["--as-of", "2024-12-10"]
    of_file = run(command, file, *more, *day)
    assert of_file.status == 0
    assert run(command, made(tmp_path, CONTRACT), *more, *day) == of_file
    assert run(command, "-", *more, *day, stdin=paper(CONTRACT)) == of_file


def test_a_paper_is_made_from_a_paper(run: Command, tmp_path: Path, file: Path) -> None:
    """The same as from the contract file; but never over itself."""
    source = made(tmp_path, CONTRACT)
    for name, given in (("one.pdf", source), ("two.pdf", file)):
        assert run("pdf", given, "-o", tmp_path / name, "--as-of", "2024-12-10").status == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    before = source.read_bytes()
    assert run("pdf", source).status == 2
    assert source.read_bytes() == before


@pytest.mark.parametrize("command", ["evaluate", "check", "explain"])
def test_a_paper_without_a_contract_is_told(run: Command, command: str) -> None:
    """As a file that cannot be read."""
    done = run(command, "-", "--lang", "en", stdin=paper())
    assert (done.status, done.out, done.errors.count("\n")) == (2, b"", 1)
    assert "no contract attached" in done.errors


def test_errors_in_the_contract_of_a_paper_are_those_of_the_contract(run: Command) -> None:
    """With their paths and codes."""
    done = run("check", "-", "--format", "json", stdin=paper(as_bytes(contract_file({"title": 5}))))
    assert done.status == 1
    assert json.loads(done.err)["errors"][0]["path"] == "title"
