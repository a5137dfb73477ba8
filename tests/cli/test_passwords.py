"""Passwords on the command line: from a file, from standard input or the terminal; files behind them are read, papers made."""

import io
import sys
from pathlib import Path

import pytest

from desktop_app.storage.contract_file import read_bytes
from tests.cases.age_files import age_file, behind
from tests.cli.commands import Command
from tests.document.contract_data import EVERY_FIELD, as_bytes

WORDS, CONTRACT = "ひみつの言葉", as_bytes(EVERY_FIELD)
PAPER_COMMANDS = ("evaluate", "explain", "check", "what-if deadlines")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a contract file behind a password."""
    path = tmp_path / "x.contract.json"
    path.write_bytes(age_file(CONTRACT, WORDS))
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file whose first line is the password."""
    path = tmp_path / "password.txt"
    path.write_bytes(f"\ufeff{WORDS}\r\nmore\n".encode())
    return path


@pytest.mark.parametrize("command", PAPER_COMMANDS)
def test_a_file_behind_a_password_is_read_as_any_other(run: Command, file: Path, secret: Path, command: str) -> None:
    """By its content, whatever it is called."""
    plain = file.with_name("plain.contract.json")
    plain.write_bytes(CONTRACT)
    as_of = () if command == "check" else ("--as-of", "2024-12-10")
    open_one = run(*command.split(), plain, *as_of)
    assert run(*command.split(), file, "--password-file", secret, *as_of) == open_one
    assert run(*command.split(), file, "--password-file", "-", *as_of, stdin=WORDS.encode()) == open_one
    assert run(*command.split(), "-", "--password-file", secret, *as_of, stdin=file.read_bytes()) == open_one


def test_why_it_is_not_read_is_a_sentence(run: Command, file: Path, secret: Path) -> None:
    """None given, another one, none in the file, no file, two things from standard input."""
    blank = file.with_name("blank")
    blank.write_bytes(b"\xff\n")
    for words, said in (
        ((), "--password-file"),
        (("--password-file", secret), "違います"),
        (("--password-file", blank), "1行目"),
        (("--password-file", file.with_name("none")), "見つかりません"),
    ):
        secret.write_text("x", encoding="utf-8")
        done = run("check", file, *words)
        assert (done.status, done.out, done.errors.count("\n")) == (2, b"", 1)
        assert said in done.errors
        assert WORDS not in done.errors
    assert "標準入力" in run("check", "-", "--password-file", "-", stdin=b"x").errors
    assert run("pdf", "-", "--lock-with", "-", "-o", file.with_name("x.pdf"), stdin=b"x").status == 2


def test_on_a_terminal_it_is_asked_for(run: Command, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three times at most; no answer ends it."""
    answers = ["x", WORDS]

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def typed(prompt: str) -> str:
        assert file.name in prompt
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.setattr(io, "TextIOWrapper", lambda *_: Terminal())
    monkeypatch.setattr("getpass.getpass", typed)
    done = run("check", file)
    assert (done.status, done.errors.count("違います")) == (0, 1)
    answers[:] = ["x", ""]
    assert run("check", file).errors.count("違います") == 2
    assert run("check", file).errors.count("違います") == 0
    answers[:] = ["x", "y", "z", WORDS]
    assert run("check", file).errors.count("違います") == 3
    assert (answers, sys.stdin.isatty()) == ([WORDS], True)


def test_several_files_are_read_with_one_password(run: Command, file: Path, secret: Path) -> None:
    """And with files that have none."""
    other, plain = file.with_name("y.age"), file.with_name("z.json")
    other.write_bytes(age_file(CONTRACT, WORDS))
    plain.write_bytes(CONTRACT)
    assert run("compare", file, other, plain, "--password-file", secret).status == 0


def test_a_paper_behind_a_password_is_made_verified_and_read(run: Command, file: Path, secret: Path) -> None:
    """Nothing of it can be read without; the contract in it can be read with it."""
    paper = file.with_name("x.pdf")
    made = run("pdf", file, "-o", paper, "--password-file", secret, "--lock-with", secret, "--as-of", "2024-12-10")
    assert made.status == 0
    assert run("verify", paper, file, "--password-file", secret).status == 0
    assert run("check", paper, "--password-file", secret).status == 0
    for words in ((), ("--password-file", file.with_name("other"))):
        file.with_name("other").write_text("x", encoding="utf-8")
        assert run("verify", paper, file, *words).status == 2
        assert run("check", paper, *words).status == 2
    secret.write_text("x" * 128, encoding="utf-8")
    assert run("pdf", file, "-o", paper, "--lock-with", secret).status == 2


def test_what_comes_of_a_protected_file_is_protected_alike(run: Command, file: Path, secret: Path) -> None:
    """A forecast that is written, and counts that are put in."""
    output, table = file.with_name("out.json"), file.with_name("table.csv")
    table.write_text("2030-01-01,500\n", encoding="utf-8")
    assert run("counts", table, file, "-o", output, "--password-file", secret).status == 0
    assert b'"count": 500' in behind(read_bytes(output), WORDS)


def test_a_run_of_papers_takes_files_with_and_without_a_password(run: Command, file: Path, secret: Path) -> None:
    """It goes on past one that is behind another; the papers are all alike, and behind a password where that is asked."""
    protected, plain, foreign = (file.with_name(f"{name}.contract.json") for name in "bcd")
    protected.write_bytes(age_file(CONTRACT, WORDS))
    plain.write_bytes(CONTRACT)
    foreign.write_bytes(age_file(CONTRACT, "another"))
    folder = file.with_name("papers")
    words = ("--password-file", secret, "--out-dir", folder, "--as-of", "2024-12-10")
    done = run("pdf", *words, file, foreign, protected, plain)
    assert (done.status, done.errors.count("\n"), str(foreign) in done.errors) == (2, 1, True)
    assert {each.name for each in folder.iterdir()} == {"x.pdf", "b.pdf", "c.pdf"}
    assert len({each.read_bytes() for each in folder.iterdir()}) == 1
    assert run("pdf", *words, "--lock-with", secret, file, protected, plain).status == 0
    for paper in folder.iterdir():
        assert run("check", paper).status == 2
        assert run("check", paper, "--password-file", secret).status == 0
