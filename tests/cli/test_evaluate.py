"""`evaluate`, `check`: the worked examples and the contracts to refuse, from a file and from standard input."""

import json
from typing import Any

import pytest

from desktop_app.cli.source import today_in_japan
from desktop_app.document.assess import assess
from desktop_app.report.statement_json import problems_data
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file
from tests.cases.examples import InvalidExample, WorkedExample, invalid_examples, rulebook, worked_examples
from tests.cases.statements import differences
from tests.cli.commands import Command
from tests.document.contract_data import EVERY_FIELD, as_bytes

EXAMPLES = worked_examples()
LANGUAGES = ("ja", "en")
by_name = {"ids": lambda example: example.name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, **by_name)
def test_a_worked_example_gives_the_statement_reckoned_by_hand(
    run: Command, files: dict[str, Any], example: WorkedExample, language: str
) -> None:
    """As JSON from a file and from standard input alike, whatever the language."""
    words = ("--as-of", example.as_of, "--format", "json", "--lang", language)
    done = run("evaluate", files[example.name[:2]], *words)
    assert (done.status, done.err) == (0, b"")
    assert list(differences(example.expected, done.json)) == []
    assert run("evaluate", "-", *words, stdin=as_bytes(example.contract)) == done


@pytest.mark.parametrize("example", EXAMPLES, **by_name)
def test_a_worked_example_is_valid(run: Command, files: dict[str, Any], example: WorkedExample) -> None:
    """`check` says so in words or as JSON."""
    path = files[example.name[:2]]
    assert run("check", path) == (0, "契約に誤りはありません。\n".encode(), b"")
    assert run("check", path, "--lang", "en") == (0, b"The contract is valid.\n", b"")
    assert run("check", path, "--format", "json").json == {"errors": []}


@pytest.mark.parametrize("command", ["evaluate", "check"])
@pytest.mark.parametrize("example", invalid_examples(), **by_name)
def test_a_contract_to_refuse_is_refused(run: Command, example: InvalidExample, command: str) -> None:
    """With exit status 1, the error on standard error, nothing on standard output."""
    done = run(command, "-", "--format", "json", stdin=as_bytes(example.contract))
    assert (done.status, done.out) == (1, b"")
    assert example.path in [path for path, _ in done.problems]


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_in_words_stand_below_their_number_each_with_its_address(run: Command, language: Any) -> None:
    """All of them at once, in the order of the file format."""
    wrong = contract_file({"quote": {"revision": -1}, "accounts": [{"from": "2024-07-11", "count": "x"}], "x": 1})
    done = run("check", "-", "--lang", language, stdin=as_bytes(wrong))
    problems = assess(wrong, AS_OF, rulebook()).problems
    heading = "契約に誤りが4件あります。" if language == "ja" else "The contract has 4 errors."
    lines = [f"  {each['path']}: {each['message']}" for each in problems_data(problems, wording(language))]
    assert done.errors.splitlines() == [heading, *lines]
    assert [line.split(":")[0].strip() for line in lines] == ["quote.revision", "accounts", "accounts[0].count", "x"]


def test_one_error_is_one_error(run: Command) -> None:
    """In English there is a plural."""
    done = run("check", "-", "--lang", "en", stdin=as_bytes(contract_file({"title": 5})))
    assert done.errors.startswith("The contract has 1 error.\n  title: ")
    assert run("check", "-", "--lang", "en", stdin=b"[]").errors.count("\n") == 2


def test_of_more_errors_than_anyone_reads_the_first_are_told(run: Command) -> None:
    """And that there are more."""
    wrong = as_bytes(contract_file({"accounts": [{"from": "2024-07-10", "count": -1}] * 1500}))
    done = run("check", "-", stdin=wrong)
    assert done.errors.splitlines()[0] == "契約に誤りが1,000件以上あります。はじめの1,000件を示します。"
    assert len(done.errors.splitlines()) == 1001
    assert len(run("check", "-", "--format", "json", stdin=wrong).problems) == 1000


def test_without_an_as_of_date_it_is_today_in_japan(run: Command, files: dict[str, Any]) -> None:
    """Wherever the computer is."""
    before = today_in_japan()
    done = run("evaluate", files["01"], "--format", "json")
    assert before.isoformat() <= done.json["as_of"] <= today_in_japan().isoformat()


def test_a_bom_is_accepted_everywhere(run: Command, tmp_path: Any) -> None:
    """In a file and on standard input."""
    content = b"\xef\xbb\xbf" + as_bytes(EVERY_FIELD)
    path = tmp_path / "bom.json"
    path.write_bytes(content)
    assert run("check", path).status == 0
    assert run("evaluate", "-", stdin=content).status == 0


@pytest.mark.parametrize("command", ["evaluate", "check", "explain", "pdf", "batch"])
@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_a_folder_in_the_place_of_a_file_is_exit_2(run: Command, command: str, name: str) -> None:
    """Also the one that no name stands for."""
    done = run(command, name)
    assert (done.status, done.out) == (2, b"")
    assert "フォルダー" in done.errors


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_a_file_that_cannot_be_read_is_exit_2(run: Command, tmp_path: Any, command: str) -> None:
    """With a sentence that names it, also as JSON was asked for: there is no contract to speak of."""
    for path in (tmp_path / "missing.json", tmp_path, tmp_path / ("n" * 300)):
        done = run(command, path, "--format", "json")
        assert (done.status, done.out) == (2, b"")
        assert str(path) in done.errors


def test_a_change_from_outside_is_told_beside_the_statement(run: Command) -> None:
    """On standard error: the customer, who is sent the text, has no use for it. In the JSON it is one of the warnings."""
    content = as_bytes({**EVERY_FIELD, "digest": "sha256:0", "issuer": {"registration_number": "T1"}})
    done = run("evaluate", "-", stdin=content)
    assert done.status == 0
    assert len(done.errors.splitlines()) == 2
    assert all(line.startswith("ご確認ください：") for line in done.errors.splitlines())
    assert done.errors.splitlines()[1].removeprefix("ご確認ください：") not in done.text
    as_json = run("evaluate", "-", "--format", "json", "--as-of", "2025-06-01", stdin=content)
    assert as_json.err == b""
    codes = [each["code"] for each in as_json.json["warnings"]]
    assert {"registration_number_suspect", "digest_mismatch"} <= set(codes)
    assert codes[-1] == "digest_mismatch"


def test_json_is_utf8_and_laid_out_for_people_too(run: Command, files: dict[str, Any]) -> None:
    """Japanese is not escaped; what acts unseen on a terminal is."""
    assert run("evaluate", files["01"], "--format", "json").text.startswith('{\n  "as_of": "')
    wrong = contract_file({"x\u202e\u001b[2J\u0085": 1})
    done = run("check", "-", "--format", "json", stdin=as_bytes(wrong))
    assert "という" in done.errors
    assert not set(done.errors) & set("\u202e\u001b\u0085")
    assert json.loads(done.err)["errors"][0]["path"] == "x\u202e\u001b[2J\u0085"
    in_words = run("check", "-", stdin=as_bytes(wrong))
    assert not set(in_words.errors) & set("\u202e\u001b\u0085")
    assert "x\\u202e\\u001b[2J\\u0085" in in_words.errors
