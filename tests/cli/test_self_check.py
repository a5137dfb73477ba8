"""`self-check`: every case that ships with the program, shown with its source."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.storage import published_cases
from tests.cases.examples import SELF_CHECK, published_periods, worked_examples
from tests.cli.commands import Command

CASES = len(published_periods()) + len(worked_examples())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_cases_agree_and_each_is_shown_with_its_source(run: Command, language: str) -> None:
    """A line a case, and a sentence for all."""
    done = run("self-check", "--lang", language)
    assert (done.status, done.err) == (0, b"")
    lines = done.text.splitlines()
    for publisher, cases in Counter(each.publisher for each in published_periods()).items():
        assert sum(line.endswith(f"  {publisher}") for line in lines) == cases
    assert all(any(line.strip().startswith(each.name) for line in lines) for each in worked_examples())
    assert str(CASES) in lines[-1]


def test_the_data_have_every_case(run: Command) -> None:
    """With how many figures were compared."""
    found = run("self-check", "--format", "json").json
    assert found["right"]
    assert len(found["cases"]) == CASES
    assert all(each["right"] and each["figures"] > 0 and each["source"] for each in found["cases"])


def test_a_case_that_does_not_agree_is_exit_1(run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was expected and what came out stand in its line."""
    folder = tmp_path / "self_check"
    shutil.copytree(SELF_CHECK, folder)
    table = folder / "published_periods.csv"
    table.write_text(table.read_text("utf-8").replace("2022-06-30", "2022-07-01"), "utf-8")
    example = folder / "worked_examples" / "07-exempt-termination" / "expected.json"
    example.write_text(example.read_text("utf-8").replace('"billed_days": 3', '"billed_days": 4'), "utf-8")
    monkeypatch.setattr(published_cases, "resource", tmp_path.joinpath)
    for read in (published_cases.published_periods, published_cases.shipped_examples):
        read.cache_clear()
    try:
        done = run("self-check")
        assert done.status == 1
        assert "不一致" in done.text
        assert "正：2022-07-01、計算：2022-06-30" in done.text
        assert "billed_days" in done.text
        assert f"{CASES}件のうち2件が一致しません" in done.text
        found = run("self-check", "--format", "json")
        assert (found.status, found.json["right"]) == (1, False)
        assert next(each["deviations"] for each in found.json["cases"] if not each["right"]) == [
            {"path": "", "expected": "2022-07-01", "found": "2022-06-30"}
        ]
    finally:
        for read in (published_cases.published_periods, published_cases.shipped_examples):
            read.cache_clear()
