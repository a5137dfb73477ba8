"""The statement as text: complete, aligned, narrow enough for a mail, and without anything that is the house's own."""

import re
from typing import Any

import pytest

from desktop_app.document.assess import assess
from desktop_app.report.characters import display_width
from desktop_app.report.text import statement_text
from desktop_app.wording import days
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, counted, ended, outage, policy, priced
from tests.cases.examples import WorkedExample, rulebook, worked_examples
from tests.document.contract_data import EVERY_FIELD

EXAMPLES = worked_examples()
LANGUAGES = tuple(days.LANGUAGES)
SIGNS = {"ja": "▲", "en": "-"}
"""What stands before an amount that is taken off."""
WIDEST_TABLE = 100
RAW = re.compile(r"[{}]|\b(?:says|figure|unit|choice|value|none|paper|cli)\.[a-z_]|\b[a-z]+_[a-z_]+\b|None|False|True")


def text_of(data: dict[str, Any], language: Any = "ja", as_of: Any = AS_OF) -> str:
    """Return the statement of a contract file as text."""
    return statement_text(assess(data, as_of, rulebook()), wording(language))


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines below each heading; what stands before the first under nothing."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for block in text.split("\n\n"):
        first, *rest = block.split("\n")
        if rest and all(line.startswith("  ") for line in rest) and not first.startswith("  "):
            heading = first
            found[heading] = rest
        else:
            found[heading] += [first, *rest]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_text_of_a_worked_example_is_fit_to_be_sent(example: WorkedExample, language: str) -> None:
    """No empty part, no line twice, no blank at an end, no key or place that was not filled in."""
    text = text_of(example.contract, language, example.as_of)
    found = sections(text)
    assert all(lines for heading, lines in found.items() if heading)
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    assert not RAW.search(text)
    for lines in found.values():
        sentences = [line for line in lines if line.endswith(("。", "."))]
        assert len(sentences) == len(set(sentences))
    assert "\n\n\n" not in text
    assert not text.endswith("\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_it_has_the_figures_that_were_reckoned_by_hand(example: WorkedExample, language: str) -> None:
    """Totals with their yen, every month with its sum, every line of the settlement, every credit."""
    text = text_of(example.contract, language, example.as_of)
    expected = example.expected
    for name in ("subtotal", "tax", "total"):
        assert f"¥{expected['totals'][name]:,}" in text
    for bill in expected["months"]:
        line = next(line for line in text.split("\n") if line.startswith(f"  {bill['month'].replace('-', '/')} "))
        assert line.split()[-1] == f"{bill['total']:,}"
        assert line.split()[-2] == f"{bill['tax']:,}"
        assert line.split()[1:] == [cell for cell in line.split()[1:] if re.fullmatch(r"-|[-▲]?[0-9,]+|\d+/\d+", cell)]
    for line in (expected["settlement"] or {"lines": []})["lines"]:
        assert f"{line['amount']:,}" in text
    for each in expected["outages"]:
        assert each["status"] != "granted" or f"{SIGNS[language]}¥{each['amount']:,}" in text


def table_below(text: str, first: str) -> list[str]:
    """Return the lines of the table whose head begins with `first`."""
    lines = text.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith(f"  {first} "))
    end = next((i for i in range(start, len(lines)) if not lines[i].startswith("  ")), len(lines))
    return lines[start:end]


def right_edges(line: str) -> set[int]:
    """Return the columns at which a cell ends."""
    return {display_width(line[: found.end()]) for found in re.finditer(r"Other fees|\S+", line)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_months_stand_in_columns_that_a_mail_has_room_for(example: WorkedExample, language: str) -> None:
    """Every cell ends where its heading ends, full-width characters counted as two."""
    table = table_below(text_of(example.contract, language, example.as_of), "請求月" if language == "ja" else "Month")
    edges = right_edges(table[0])
    assert max(map(display_width, table)) <= WIDEST_TABLE
    for line in table[1:]:
        assert right_edges(line) - {display_width("  2024/01"), display_width("  合計")} <= edges | {display_width("  Total")}
    assert len({display_width(line) for line in table}) == 1


def test_a_year_of_large_amounts_has_room() -> None:
    """A million yen a month, with everything that can happen in one."""
    data = contract_file(
        priced("per_account", unit_price="1500"),
        counted(("2024-07-10", 800), ("2024-09-15T10:00", 1200)),
        {
            "prices": {"initial_fee": 300000, "change_fees": {"domain": 10000}},
            "changes": [{"accepted_on": "2024-10-03", "item": "domain"}],
        },
        {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")]},
        ended("2025-05-31"),
    )
    for language, first in (("ja", "請求月"), ("en", "Month")):
        table = table_below(text_of(data, language), first)
        assert len(table[0].replace("Other fees", "fees").split()) == 10
        assert max(map(display_width, table)) <= WIDEST_TABLE


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    """And the fee before proration, where no month is prorated."""
    whole = contract_file({"dates": {"billing_start": "2024-07-01"}}, counted(("2024-07-01", 10)), policy(quote_months=2))
    assert table_below(text_of(whole), "請求月")[0].split() == ["請求月", "日数", "最大件数", "月額費用", "消費税", "合計"]
    partly = contract_file(policy(quote_months=2))
    assert table_below(text_of(partly), "請求月")[0].split() == [
        "請求月",
        "日数",
        "最大件数",
        "月額",
        "月額費用",
        "消費税",
        "合計",
    ]
    free = contract_file(priced("per_account", unit_price="0"), policy(quote_months=1))
    assert table_below(text_of(free), "請求月")[0].split() == ["請求月", "日数", "最大件数", "消費税", "合計"]


def test_without_a_month_there_is_no_table() -> None:
    """The other parts stay."""
    text = text_of(contract_file(ended("2024-06-30"), priced("per_account", unit_price="0")))
    assert "請求月  " not in text.split("最低利用期間内解除調定金")[0]
    assert "■ 金額" in text
    assert "合計（税込）  ¥0" in text


def test_the_head_says_to_whom_and_what_and_as_of_which_day() -> None:
    """What is not filled in leaves no line."""
    assert sections(text_of(contract_file()))[""] == ["基準日：2024年12月10日（契約条件：平成26年7月1日版）"]
    assert text_of(EVERY_FIELD).split("\n\n")[0].split("\n") == ["株式会社サンプル　御中", "情報システム部　山田 様"]
    head = text_of(EVERY_FIELD).split("\n\n")[1].split("\n")
    assert head[0] == "件名：新規お見積り"
    assert "見積番号：Q-2024-0012（第2版）" in head
    assert text_of(EVERY_FIELD, "en").split("\n")[0] == "株式会社サンプル"
    assert "As of: 10 December 2024 (contract terms: Edition of 1 July 2014)" in text_of(EVERY_FIELD, "en")


def test_what_is_for_the_house_alone_is_not_in_it() -> None:
    """The memo, notes, and warnings about the file; the remarks are for the customer."""
    data = {**EVERY_FIELD, "digest": "sha256:0"}
    for language in LANGUAGES:
        text = text_of(data, language)
        assert "社内用" not in text
        assert "回線" not in text
        assert "見込み" not in text
        assert not {each for each in ("digest", "sha256", "登録番号", "registration") if each in text}
        assert text.endswith("\n  一行目\n  二行目")


def test_a_title_of_several_lines_is_one() -> None:
    """It cannot look like a part of the statement."""
    text = text_of(contract_file({"title": "一\n■ 金額\n  合計（税込） ¥1", "customer": {"name": "甲\n乙"}}))
    assert text.startswith("甲 乙　御中\n\n件名：一 ■ 金額")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_outage_says_when_it_was_and_what_it_gives(language: str) -> None:
    """Taken off what was granted, in brackets what could be claimed, nothing for the others; each with its reason."""
    twelfth = next(example for example in EXAMPLES if example.name.startswith("12"))
    text = text_of(twelfth.contract, language, twelfth.as_of)
    lines = [line for line in text.split("\n") if re.match(r"  \d\. ", line)]
    amounts = [re.search(r"[-▲]¥[0-9,]+|[（(]¥[0-9,]+[）)]", line) for line in lines]
    found, minus = [each[0].strip("（()）") if each else None for each in amounts], SIGNS[language]
    assert found == [f"{minus}¥300", None, f"{minus}¥900", None, "¥300", f"{minus}¥9,000", "¥600"]
    reasons = text.split("\n")
    for i, line in enumerate(reasons):
        if line in lines:
            assert reasons[i + 1].startswith("    ")


def test_a_credit_that_nothing_is_left_for_is_told_without_an_amount() -> None:
    """It is granted all the same."""
    data = contract_file(
        {"outages": [outage("2024-08-01", "2024-09-01", claimed_on="2024-09-02")]}, priced("per_account", unit_price="0")
    )
    line = next(line for line in text_of(data).split("\n") if line.startswith("  1. "))
    assert "¥" not in line


def test_the_settlement_says_why_and_how_its_partial_months_were_reckoned() -> None:
    """Whole months speak for themselves."""
    text = text_of(contract_file(ended("2025-01-31")))
    part = text.split("最低利用期間内解除調定金")[1].split("\n\n")[0].split("\n")
    assert any("残余の期間は2025年2月1日から2025年7月9日までの159日です" in line for line in part)
    assert [line for line in part if "月分：" in line] == [part[-1]]
    assert part[-1].startswith("  2025年7月分：暦日割で ¥1,000×9日÷31日")
    not_due = text_of(contract_file(ended("2025-07-09")))
    assert "調定金はかかりません" in not_due
    assert "残余の期間は" not in not_due


def test_a_contract_with_errors_has_no_text() -> None:
    """Asking for one is a mistake of the program."""
    with pytest.raises(ValueError, match="without problems"):
        text_of(contract_file({"title": 5}))
