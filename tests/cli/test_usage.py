"""The words of the command line: help that reads well, and every wrong word told in the language asked for."""

import re
import subprocess
import sys
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.cli.names import COMMANDS
from desktop_app.cli.parser import PAPERS, language_of
from desktop_app.report.characters import display_width
from desktop_app.wording.days import Language
from desktop_app.wording.wording import wording
from tests.cli.commands import Command

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
ENGLISH_OF_ARGPARSE = ("positional", "optional", "show this", "expected", "invalid", "unrecognized", "required", "arguments:")


@pytest.fixture(autouse=True)
def _wide_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_the_language_asked_for_and_fits_the_terminal(run: Command, command: str, language: str) -> None:
    """Every option has its line, none of the words of the library that reads them shows through."""
    done = run(*([command] if command else []), "--help", "--lang", language)
    assert (done.status, done.err) == (0, b"")
    text = done.text
    assert bool(JAPANESE.search(text)) == (language == "ja")
    assert language == "en" or not any(word in text for word in ENGLISH_OF_ARGPARSE)
    described = [line for line in text.splitlines() if line.startswith("  ") and "contract-calculator" not in line]
    assert max(map(display_width, described)) <= 80
    for line in described:
        assert not re.fullmatch(r" +(?:-\S+(?: \S+)?)", line) or "--output" in line
    assert run(*([command] if command else []), "-h", "--lang", language) == done


def test_help_names_every_command_and_the_exit_statuses(run: Command) -> None:
    """With an example of each way to use it."""
    text = run("--help").text
    assert all(re.search(rf"^    {command} ", text, re.MULTILINE) for command in COMMANDS)
    assert re.findall(r"^  ([012])  ", text, re.MULTILINE) == ["0", "1", "2"]
    assert text.count("contract-calculator ") >= 4


@pytest.mark.parametrize("language", ["ja", "en"])
def test_help_names_every_kind_of_paper(language: Language) -> None:
    """Where it says what may be wished for."""
    told = wording(language).text("cli.help.kind")
    assert [kind for kind in PAPERS if not re.search(rf"\b{kind}\b", told, re.ASCII)] == []


def test_the_version_is_told(run: Command) -> None:
    """Alone."""
    assert run("--version") == (0, f"contract-calculator {__version__}\n".encode(), b"")


WRONG: dict[str, tuple[list[str], str, str]] = {
    "no command": (["--lang=ja"], "コマンド", "COMMAND"),
    "another command": (["calculate", "x.json"], "'calculate'", "'calculate'"),
    "no file": (["evaluate"], "FILE", "FILE"),
    "two files": (["evaluate", "a", "b"], "b", "b"),
    "another option": (["evaluate", "a", "--verbose"], "--verbose", "--verbose"),
    "an option of another command": (["check", "a", "--jobs", "2"], "--jobs 2", "--jobs 2"),
    "an option cut short": (["evaluate", "a", "--form", "json"], "--form json", "--form json"),
    "an option without its value": (["evaluate", "a", "--as-of"], "--as-of", "--as-of"),
    "another format": (["evaluate", "a", "--format", "xml"], "'xml'", "'xml'"),
    "another language": (["evaluate", "a", "--lang", "fr"], "'fr'", "'fr'"),
    "a value for an option that has none": (["evaluate", "a", "--help=x"], "--help", "--help"),
}


@pytest.mark.parametrize(("words", "japanese", "english"), WRONG.values(), ids=WRONG)
def test_wrong_words_are_exit_2_with_what_is_wrong_and_how_it_is_written(
    run: Command, words: list[str], japanese: str, english: str
) -> None:
    """In Japanese, and in English where that was asked for."""
    done = run(*words)
    assert (done.status, done.out) == (2, b"")
    first, *usage = done.errors.splitlines()
    assert first.startswith("コマンドの書き方に誤りがあります。")
    assert japanese in first
    assert not any(word in first for word in ENGLISH_OF_ARGPARSE)
    assert usage[0].startswith("使い方: contract-calculator")
    if "--lang" not in " ".join(words):
        told = run("--lang", "en", *words)
        assert told.status == 2
        assert told.errors.startswith("The command line is wrong: ")
        assert english in told.errors.splitlines()[0]
        assert not JAPANESE.search(told.errors)


@pytest.mark.parametrize(
    "day",
    [
        "2024-1-1",
        "20240101",
        "2024-02-30",
        "2024/01/01",
        "1999-12-31",
        "2200-01-01",
        "0001-01-01",
        "today",
        "",
        "２０２４-01-01",
        "2024-01-01T00:00",
        "2024-W01-1",
        " 2024-01-01",
        "-1",
        "9" * 5000,
    ],
)
@pytest.mark.parametrize("command", ["evaluate", "explain", "pdf", "batch"])
def test_a_malformed_as_of_date_is_exit_2(run: Command, command: str, day: str) -> None:
    """Whether the file is there or not."""
    done = run(command, "missing.json", f"--as-of={day}")
    assert (done.status, done.out) == (2, b"")
    assert "2000-01-01 から 2199-12-31 まで" in done.errors


@pytest.mark.parametrize("jobs", ["0", "-1", "257", "1.5", "x", "", "１", "9" * 5000, " 1", "+1", "0x2"])
def test_a_number_of_processes_that_is_none_is_exit_2(run: Command, jobs: str) -> None:
    """With what would be right."""
    done = run("batch", "missing.jsonl", f"--jobs={jobs}")
    assert (done.status, done.out) == (2, b"")
    assert "1 から 256 まで" in done.errors


@pytest.mark.parametrize("day", ["2000-01-01", "2199-12-31"])
def test_the_first_and_the_last_as_of_date_are_taken(run: Command, files: dict[str, Any], day: str) -> None:
    """Written as in the file."""
    assert run("evaluate", files["01"], "--as-of", day, "--format", "json").json["as_of"] == day


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ([], "ja"),
        (["evaluate", "x", "--lang", "en"], "en"),
        (["--lang=en", "evaluate", "x"], "en"),
        (["--lang", "en", "evaluate", "x", "--lang", "ja"], "ja"),
        (["--lang=ja", "--lang", "en"], "en"),
        (["--lang", "fr"], "ja"),
        (["--lang", "en", "--lang", "fr"], "en"),
        (["--lang"], "ja"),
        (["--language=en"], "ja"),
    ],
)
def test_the_language_is_known_before_the_words_are_read(words: list[str], language: str) -> None:
    """The last that is given counts."""
    assert language_of(words) == language


def test_the_language_counts_before_and_behind_the_command(run: Command, files: dict[str, Any]) -> None:
    """Where one is used to writing it."""
    one = run("--lang", "en", "check", files["01"])
    assert one == run("check", files["01"], "--lang", "en") == (0, b"The contract is valid.\n", b"")


def test_the_library_that_reads_the_words_is_loaded_for_the_command_line_alone() -> None:
    """And the modules of the commands only when they are run."""
    code = "import sys; import desktop_app.__main__; print([each for each in sys.modules if each.startswith('desktop_app.cli')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_words_are_known_without_the_models() -> None:
    """Help is told, and the window begins, before they are loaded."""
    code = "import sys; import desktop_app.cli.parser; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
