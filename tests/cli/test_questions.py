"""`what-if` and `compare`: every question in both languages and as JSON, and what is wrong with one told in a sentence."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.question_words import QUESTIONS
from desktop_app.document.digest import digest_of
from tests.cases.contracts import contract_file, counted, policy
from tests.cli.commands import Command
from tests.document.contract_data import as_bytes

AS_OF = ("--as-of", "2024-12-10")
NEEDED = {"by": ("--end", "2025-03-31"), "forecast": ("--growth", "+2%")}


@pytest.fixture
def saved(tmp_path: Path) -> Any:
    """Return what saves the base contract with changes under a name."""

    def save(name: str, *changes: dict[str, Any]) -> Path:
        path = tmp_path / f"{name}.contract.json"
        path.write_bytes(as_bytes(contract_file(*changes)))
        return path

    return save


@pytest.mark.parametrize("number", ["01", "02", "08", "11", "12", "13"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered(run: Command, files: dict[str, Path], question: str, number: str) -> None:
    """In Japanese, in English, and as JSON; nothing of the program's own shows."""
    words = ("what-if", question, files[number], *AS_OF, *NEEDED.get(question, ()))
    for more in ((), ("--lang", "en")):
        done = run(*words, *more)
        assert (done.status, done.err) == (0, b"")
        assert not any(strange in done.text for strange in ("Step(", "Yen(", "None", "question.", "{", "datetime"))
        assert all(line == line.rstrip() for line in done.text.splitlines())
    assert run(*words, "--format", "json").json


def test_the_curve_names_the_two_days_with_their_neighbours(run: Command, files: dict[str, Path]) -> None:
    """In words and in the data, which has every day."""
    text = run("what-if", "curve", files["02"], *AS_OF).text
    assert "2025年7月9日" in text
    assert "1日早い" in text
    found = run("what-if", "curve", files["02"], *AS_OF, "--format", "json").json
    assert found["earliest_free"]["effective_on"] == "2025-07-09"
    assert found["cheapest"] == min((each for each in found["days"] if each["in_time"]), key=lambda each: each["total"])
    assert len(found["days"]) == 272


@pytest.mark.parametrize(
    ("end", "said"), [("2025-03-31", "まだ間に合います"), ("2025-01-08", "過ぎています"), ("2024-06-30", "承諾日より前")]
)
def test_a_wished_end_says_by_when(run: Command, files: dict[str, Path], end: str, said: str) -> None:
    """And whether that can still be."""
    assert said in run("what-if", "by", files["02"], *AS_OF, "--end", end).text


def test_a_month_is_that_of_the_as_of_date_or_the_one_asked_for(run: Command, files: dict[str, Path]) -> None:
    """Against the one before, or the one asked for."""
    words = ("what-if", "months", files["02"], "--format", "json")
    found = run(*words, "--as-of", "2024-09-10").json
    assert (found["before"]["month"], found["after"]["month"]) == ("2024-08", "2024-09")
    assert sum(each["worth"] for each in found["parts"]) == found["difference"] == 83600
    assert found["parts"][0]["after"] == {"monthly_fee": 236000, "max_accounts": 1200, "peak_on": "2024-09-15"}
    found = run(*words, "--as-of", "2030-01-01").json
    assert found["after"]["month"] == "2025-01"
    found = run(*words, "--month", "2024-11", "--than", "2024-08").json
    assert (found["before"]["month"], found["after"]["month"]) == ("2024-08", "2024-11")


def test_rates_are_written_as_in_the_statement(run: Command, files: dict[str, Path]) -> None:
    """Eight per cent and ten."""
    found = run("what-if", "months", files["08"], "--month", "2019-10", "--format", "json").json
    assert [each["after"] for each in found["parts"] if each["part"] == "tax_rate"] == [{"tax_rate": "0.10"}]


def test_readings_name_what_makes_no_difference(run: Command, files: dict[str, Path]) -> None:
    """And what moves without the total."""
    text = run("what-if", "readings", files["02"], *AS_OF).text
    assert "差なし" in text
    assert "総額は同じ。変わるもの：減額を請求できる日、減額の請求期限" in text
    assert "どの取扱いでも金額と期日は変わりません" in run("what-if", "readings", files["01"], *AS_OF).text


def test_a_contract_without_outages_says_so(run: Command, saved: Any) -> None:
    """In the place of an empty table."""
    assert "障害は登録されていません" in run("what-if", "outages", saved("plain"), *AS_OF).text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("by",), "--end"),
        (("months", "--month", "2030-01"), "2030-01"),
        (("months", "--month", "2024-06"), "2024-05"),
        (("forecast", "--first", "2024-07"), "2024-07"),
        (("forecast", "--growth", "last-year", "--first", "2024-10"), "前年同月"),
        (("forecast", "--growth", "+999999999"), "大きすぎ"),
    ],
)
def test_what_cannot_be_answered_is_exit_2_with_a_sentence(run: Command, files: dict[str, Path], words: Any, code: str) -> None:
    """That says what is missing."""
    question, *more = words
    done = run("what-if", question, files["02"], *more, *AS_OF)
    assert (done.status, done.out) == (2, b"")
    assert code in done.errors


@pytest.mark.parametrize(
    "words",
    [
        ("what-if", "weather", "x"),
        ("what-if", "months", "x", "--month", "2024-13"),
        ("what-if", "forecast", "x", "--growth", "5"),
        ("what-if", "forecast", "x", "--months", "121"),
        ("what-if", "by", "x", "--end", "soon"),
        ("compare",),
        ("self-check", "x"),
    ],
)
def test_wrong_words_are_exit_2(run: Command, words: tuple[str, ...]) -> None:
    """Before any file is read."""
    done = run(*words)
    assert (done.status, done.out) == (2, b"")
    assert done.errors.startswith("コマンドの書き方に誤りがあります。")


def test_a_contract_that_is_refused_is_exit_1(run: Command, saved: Any) -> None:
    """With its errors, as JSON where that was asked for; among several its file is named."""
    bad, good = saved("bad", {"title": 1}), saved("good")
    assert run("what-if", "curve", bad).status == 1
    assert run("what-if", "curve", bad, "--format", "json").problems == [("title", "text_expected")]
    done = run("compare", good, bad)
    assert done.status == 1
    assert "bad.contract.json" in done.errors
    assert run("compare", good, bad, "--format", "json").problems == [("title", "text_expected")]


def test_no_month_is_billed_of_a_contract_without_fees_before_it_begins(run: Command, saved: Any) -> None:
    """So there are none to compare."""
    nothing = saved(
        "nothing",
        counted(("2024-07-10", 0)),
        {"termination": {"kind": "by_provider", "effective_on": "2024-07-01"}, "dates": {"accepted_on": None}},
    )
    done = run("what-if", "months", nothing, *AS_OF)
    assert (done.status, done.out) == (2, b"")
    assert "請求する月がありません" in done.errors


def test_a_forecast_can_be_written_as_a_contract_file(run: Command, saved: Any, tmp_path: Path) -> None:
    """Sealed, with the records as plain records; never over the file that it was made from."""
    source, out = saved("plain"), tmp_path / "with forecast.json"
    words = ("what-if", "forecast", source, "--growth", "+5", "--months", "2", *AS_OF)
    found = run(*words, "-o", out, "--format", "json").json
    written = json.loads(out.read_bytes())
    assert written["accounts"][1:] == found["accounts"]
    assert [each["count"] for each in found["accounts"]] == [15, 20]
    assert written["digest"] == digest_of(written)
    total = run("evaluate", out, *AS_OF, "--format", "json").json["totals"]["total"]
    assert total == found["after"] > found["before"]
    assert run(*words, "-o", source).status == 2
    assert json.loads(source.read_bytes()) == contract_file()
    again = run("what-if", "forecast", out, "--growth", "constant", *AS_OF, "--format", "json").json
    assert again["base"] == 10


def test_a_forecast_that_cannot_be_held_or_written_is_told(run: Command, saved: Any, tmp_path: Path) -> None:
    """More records than a contract takes, a folder that is not there, a name that no file can have."""
    days = [str(date(2024, 7, 10) + timedelta(days=i)) for i in range(9_999)]
    full = saved("full", counted(*((day, 1) for day in days)))
    done = run("what-if", "forecast", full, "--months", "2", *AS_OF)
    assert (done.status, done.out) == (2, b"")
    assert "10,000" in done.errors
    for name in ("missing/out.json", "x" * 300):
        done = run("what-if", "forecast", saved("plain"), *AS_OF, "-o", tmp_path / name)
        assert (done.status, done.out) == (2, b"")
        assert "予期しない" not in done.errors


def test_a_bridge_adds_up_in_the_data_and_names_its_order(run: Command, saved: Any) -> None:
    """Two files; the fields that differ with both their values."""
    one = saved("one")
    other = saved("other", counted(("2024-07-10", 12)), policy(rounding="ceiling"))
    found = run("compare", one, other, *AS_OF, "--format", "json").json
    (bridge,) = found["bridges"]
    assert bridge["before"] + sum(each["worth"] for each in bridge["lines"]) == bridge["after"]
    assert [each["path"] for line in bridge["lines"] for each in line["changes"]] == ["accounts[0]", "policy.rounding"]
    assert bridge["lines"][0]["changes"][0]["after"] == {"from": "2024-07-10T00:00", "count": 12, "note": ""}
    text = run("compare", one, other, *AS_OF).text
    assert "契約ファイルの順に1つずつ置き換え" in text
    assert "12件" in text
    same = run("compare", one, one, *AS_OF)
    assert "内容の違いはありません" in same.text


def test_up_to_four_can_be_compared_each_against_the_first(run: Command, files: dict[str, Path]) -> None:
    """And one of them may come from standard input."""
    names = [files[number] for number in ("01", "02", "03")]
    found = run("compare", *names, "-", *AS_OF, "--format", "json", stdin=files["08"].read_bytes()).json
    assert len(found["bridges"]) == 3
    assert {len(each["values"]) for each in found["figures"]} == {4}
    for wrong in ([files["01"]], [*names, *names], ["-", "-"]):
        assert run("compare", *wrong).status == 2


def test_what_of_two_contracts_differs_in_every_kind_of_field_is_told(run: Command, saved: Any) -> None:
    """Tables of prices, lists, pictures, yes and no, parts that are not there, texts that are long."""
    tiers = [{"up_to": n, "unit_price": "100"} for n in (1, 2, 3, 4)] + [{"up_to": None, "unit_price": "90"}]
    one = saved("one", {"prices": {"monthly": {"model": "graduated", "tiers": tiers}}})
    other = saved(
        "other",
        {"prices": {"monthly": {"model": "graduated", "tiers": tiers[-2:]}}},
        {"service": {"domains": ["a.example", "b.example"]}, "title": "長い件名" * 20, "option": {}},
        {"termination": {"kind": "notice", "notice_arrived_on": "2024-12-02"}},
        policy(settlement_taxable=True),
    )
    text = run("compare", one, other, *AS_OF).text
    for said in ("5行", "4件", "a.example、b.example", "…", "課税", "申込書の到達日"):
        assert said in text, said
