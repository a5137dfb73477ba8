"""`explain`: every figure of every worked example has its reasons in both languages, in words."""

import re
from typing import Any

import pytest

from desktop_app.calculation.statement import figure_at
from desktop_app.cli.explain import figures, parsed_pointer
from desktop_app.document.assess import assess
from desktop_app.wording.reasons import lines
from desktop_app.wording.wording import pointer, wording
from tests.cases.contracts import contract_file
from tests.cases.examples import WorkedExample, rulebook, worked_examples
from tests.cli.commands import Command
from tests.document.contract_data import as_bytes

EXAMPLES = worked_examples()
RAW = re.compile(
    r"[{}]|\b(?:says|figure|unit|choice|value|none|article|assumption|field)\.[a-z_]|\b[a-z]+_[a-z_]+\b|None|Fraction\(|Decimal\("
)
"""What no sentence has: places that were not filled in, keys, names of the program's own."""


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_figure_is_explained_in_words(example: WorkedExample, language: Any) -> None:
    """No key and no empty place shows through, however deep the derivation."""
    statement = assess(example.contract, example.as_of, rulebook()).statement
    assert statement is not None
    told = 0
    for path, step in figures(statement):
        assert figure_at(statement, parsed_pointer(pointer(path))) is step
        for depth, text in lines(step, wording(language)):
            assert not RAW.search(text), f"{pointer(path)}: {text}"
            assert text.strip()
            told += depth >= 0
    assert told > 200


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_a_figure_all_are_listed_and_each_can_be_asked_for(run: Command, files: dict[str, Any], language: str) -> None:
    """By the name that the list gives it, which is its place in the statement."""
    words = ("--as-of", "2024-12-10", "--lang", language)
    listed = run("explain", files["02"], *words)
    assert (listed.status, listed.err) == (0, b"")
    names = [line.partition(" = ")[0] for line in listed.text.splitlines()]
    statement = run("evaluate", files["02"], "--format", "json", *words).json
    assert names == [name for name in leaves(statement) if not name.startswith("warnings")]
    for name in (names[0], names[len(names) // 2], "settlement.lines[5].amount", "months[1].from", names[-1]):
        done = run("explain", files["02"], name, *words)
        assert (done.status, done.err) == (0, b"")
        assert done.text.strip()


def leaves(data: Any, path: str = "") -> list[str]:
    """Return the addresses of the values in a statement."""
    if isinstance(data, dict):
        return [name for key, value in data.items() for name in leaves(value, f"{path}.{key}".removeprefix("."))]
    if isinstance(data, list):
        return [name for i, value in enumerate(data) for name in leaves(value, f"{path}[{i}]")]
    return [path]


def test_a_derivation_is_indented_by_its_depth_and_cites_articles(run: Command, files: dict[str, Any]) -> None:
    """The figure first, what it came from below it."""
    text = run("explain", files["02"], "settlement.amount", "--as-of", "2024-12-10").text.splitlines()
    assert text[0].startswith("調定金 ¥1,248,516")
    assert any(line.startswith("  ") and not line.startswith("    ") for line in text)
    assert any("第8条" in line for line in text)
    assert any("民法143条" in line for line in text)


@pytest.mark.parametrize(
    "figure",
    [
        "",
        "total",
        "totals",
        "totals.",
        ".totals.total",
        "totals..total",
        "totalstotal",
        "months.0.tax",
        "months[0]tax",
        "months[0]",
        "months[99].tax",
        "months[-1].tax",
        "months[x].tax",
        "months[9999999].tax",
        "as_of.value",
        "months[0].from_",
        "[0]",
        "💴",
        "dates.billing_start.name",
        "warnings[0].code",
        "totals.total\n",
    ],
)
def test_a_figure_that_is_none_is_exit_2_and_names_others(run: Command, files: dict[str, Any], figure: str) -> None:
    """Those that are written nearly like it, or some at least."""
    done = run("explain", files["01"], figure)
    assert (done.status, done.out) == (2, b"")
    assert done.errors.startswith("指定した数字は、この計算結果にありません。近いもの：")
    assert re.search(r"：[a-z_.\[\]0-9]+", done.errors)


def test_the_nearest_name_comes_first(run: Command, files: dict[str, Any]) -> None:
    """A slip of the finger is soon mended."""
    assert "：totals.total、" in run("explain", files["01"], "totals.totl").errors


def test_a_contract_with_errors_has_nothing_to_explain(run: Command) -> None:
    """Its errors are told instead."""
    done = run("explain", "-", "totals.total", stdin=as_bytes(contract_file({"title": 5})))
    assert (done.status, done.out) == (1, b"")
    assert "title: " in done.errors


def test_the_figures_that_depend_on_a_termination_are_there_only_with_one(run: Command, files: dict[str, Any]) -> None:
    """In the first example there is none."""
    assert run("explain", files["01"], "settlement.amount").status == 2
    assert run("explain", files["02"], "settlement.amount").status == 0
