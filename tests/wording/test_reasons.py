"""Derivations in words: every figure of every statement, in both languages."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known
from desktop_app.document.salvage import salvaged
from desktop_app.wording.days import Language
from desktop_app.wording.reasons import Reason, label, lines, reason, sentence, value_text
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, counted, ended, policy, statement_of
from tests.cases.examples import rulebook, worked_examples
from tests.cases.statements import steps_of
from tests.wording.catalog_files import LANGUAGES
from tests.wording.every_statement import every_statement, every_step

JA, EN = wording("ja"), wording("en")
RAW_KEY = re.compile(r"[a-z]+_[a-z_]+|\{|\}|None|True|False|Fraction\(|Yen\(")


def figure(name: str, *path: str | int) -> Step[Any]:
    """Return a figure of one of the statements."""
    found = figure_at(every_statement()[name], path)
    assert found is not None
    return found


def told(step: Step[Any], language: Language = "ja") -> str:
    """Return a derivation as it is printed."""
    return "\n".join("  " * depth + text for depth, text in lines(step, wording(language)))


def every_line(reason_: Reason) -> Iterator[Reason]:
    """Yield a line of a derivation and those below it."""
    yield reason_
    for each in reason_.below:
        yield from every_line(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_a_name_a_value_and_a_sentence(language: Language) -> None:
    """No key, no place and no Python is left in them; only what was typed has no sentence."""
    words = wording(language)
    for step in every_step():
        said = sentence(step, words)
        assert bool(said) == (step.says != "field")
        for text in (label(step, words), value_text(step, words), said):
            assert not RAW_KEY.search(text), (step.name, step.says, text)


LOST: tuple[Path, ...] = (("dates",), ("prices",), ("accounts",), ("changes", 0), ("termination",), ("outages", 0), ("policy",))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", LOST, ids=str)
def test_what_is_not_known_has_a_name_too(path: Path, language: Language) -> None:
    """Whatever part of a contract cannot be read: the figures without a value are asked about as others are."""
    for example in worked_examples():
        partly = evaluate(salvaged(example.contract, {path}), AS_OF, rulebook())
        assert all(label(step, wording(language)) for step in steps_of(partly) if not is_known(step))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(every_statement()))
def test_nothing_is_explained_twice(name: str, language: Language) -> None:
    """Neither does a line stand twice below another, nor do the same lines stand below two."""
    for step in steps_of(every_statement()[name]):
        whole = list(every_line(reason(step, wording(language))))
        for line in whole:
            beside = Counter((each.label, each.value, each.sentence) for each in line.below)
            assert [each for each, times in beside.items() if times > 1] == []
        assert [each for each, times in Counter(each for each in whole if each.below).items() if times > 1] == []


@pytest.mark.parametrize("name", sorted(every_statement()))
def test_no_article_is_cited_twice_in_a_line_nor_in_the_line_below(name: str) -> None:
    """A citation holds for the lines below it; each assumption is marked as one all the same."""
    for step in steps_of(every_statement()[name]):
        for _, text in lines(step, JA):
            cited = re.findall(r"（(第[0-9]+条|別紙[0-9]の?[0-9]?|民法[0-9]+条|前提条件)）", text)
            assert len(cited) <= 1, text
            assert "））" not in text


@pytest.mark.parametrize("name", sorted(every_statement()))
def test_every_number_in_a_sentence_can_be_asked_after(name: str) -> None:
    """An amount that a line adds up or takes a part of is told below it, is typed, or was told before."""
    for step in steps_of(every_statement()[name]):
        shown = {each.value for each in every_line(reason(step, JA))}
        amounts = [each for each in _tree(step) if each.value and each.given]
        assert {
            value_text(each, JA) for each in amounts if each.name in {"billed_fee", "settlement_line", "credit_line"}
        } <= shown


def _tree(step: Step[Any]) -> Iterator[Step[Any]]:
    yield step
    for each in step.given:
        yield from _tree(each)


def test_assumptions_are_marked_and_lead_to_their_field() -> None:
    """So the window can show them as such, and where to change them."""
    found = [
        each for each in every_line(reason(figure("02-terminated-mid-term", "months", 1, "billed_fee"), JA)) if each.assumption
    ]
    assert [each.path for each in found] == [("policy", "partial_month"), ("policy", "rounding")]
    assert {each.article for each in found} == {JA.article(Article.POLICY)}


def test_a_figure_that_is_what_was_typed_leads_to_the_field_itself() -> None:
    """One line stands for both."""
    peak = reason(figure("02-terminated-mid-term", "months", 3, "max_accounts"), JA)
    assert peak.path == ("accounts", 1, "count")
    assert [each.label for each in peak.below] == ["同じ月のほかの行"]


def test_a_prorated_fee_shows_divisor_and_rounding() -> None:
    """A pocket calculator gives the same."""
    assert told(figure("02-terminated-mid-term", "months", 1, "billed_fee")) == (
        "月額費用の請求額（2024年7月） ¥113,548 — "
        "暦日割で ¥160,000×22日÷31日（113,548.387096…円、円未満は切捨て）＝¥113,548（前提条件）\n"
        "  月額 ¥160,000 — 最大アカウント数800件に対する月額です（別紙1の2）\n"
        "    最大アカウント数 800件 — 2024年7月10日からの800件が、月の最大です\n"
        "    従量料金 ¥160,000 — 800件×¥200＝¥160,000\n"
        "      区分のアカウント数 800件 — 1件目からの区分（上限1,000件）に入る件数です\n"
        "      区分の単価（1行目） ¥200\n"
        "  課金日数 22日 — 2024年7月10日から2024年7月31日まで\n"
        "  月の途中の計算 暦日割 — 月の途中の開始・終了は、その月の暦日数で日割りします（前提条件）\n"
        "  円未満の端数 切捨て — 円未満は切り捨てます（前提条件）"
    )


def test_what_did_not_apply_is_told_with_the_condition_that_failed() -> None:
    """No settlement, and one minute short."""
    last_day = figure("03-leap-day-ends-with-the-term", "settlement", "due")
    assert sentence(last_day, JA) == "解除日2025年2月28日が最低利用期間の満了日と同じ日のため、調定金はかかりません"
    short = figure("12-every-kind-of-outage", "outages", 1, "whole_days")
    assert sentence(short, JA) == "23時間59分で、24時間に1分足りないため、減額の対象になりません"
    assert sentence(short, EN) == "23 h 59 min is 1 min short of 24 hours, so it does not count"


def test_equal_months_of_a_sum_are_one_product() -> None:
    """¥236,000 five times, then the part of July."""
    settled = figure("02-terminated-mid-term", "settlement", "amount")
    assert "¥236,000×5 ＋ ¥68,516＝¥1,248,516" in sentence(settled, JA)
    assert "¥236,000 × 5 + ¥68,516 = ¥1,248,516" in sentence(settled, EN)


def test_the_fee_of_equal_months_is_explained_once() -> None:
    """The first line of the settlement explains it, the others have nothing below but what is their own."""
    months = [each for each in reason(figure("02-terminated-mid-term", "settlement", "amount"), JA).below if "内訳" in each.label]
    assert [len(each.below) for each in months] == [1, 0, 0, 0, 0, 3]


def test_a_tax_rate_is_written_in_per_cent() -> None:
    """And the bill's tax is rounded in sight."""
    tax = figure("02-terminated-mid-term", "months", 1, "tax")
    assert sentence(tax, JA) == "課税対象額¥113,548×10%（11,354.8円、円未満は切捨て）＝¥11,354"


@pytest.mark.parametrize(
    ("name", "path", "said"),
    [
        ("12-every-kind-of-outage", ("months", 1, "taxable"), "月額費用の請求額¥9,000 − 減額¥300＝¥8,700"),
        ("01-new-quote", ("months", 1, "taxable"), "月額費用の請求額¥125,000だけが課税対象です"),
        ("11-ended-before-it-began", ("months", 1, "taxable"), "この月に課税対象となる金額はありません"),
        ("08-tax-rate-changes", ("totals", "initial_fees"), "1つの請求月だけの金額です"),
        (
            "13-settled-by-fixed-accounts",
            ("settlement", "lines", 0, "monthly_fee"),
            "調定金のアカウント数1,001件に対する月額です",
        ),
    ],
)
def test_a_sum_of_few_addends_is_told_in_words(name: str, path: Path, said: str) -> None:
    """Signs, a single addend, none; and figures that take turns in one place of a sentence."""
    assert sentence(figure(name, *path), JA) == said


def test_what_was_told_before_is_said_to_be() -> None:
    """Where the sentence above does not have the value, a line says that it was explained already."""
    said = told(figure("02-terminated-mid-term", "totals", "total"))
    assert "従量料金 ¥236,000 — 前に述べたとおりです" in said


def test_ten_years_are_explained_at_once() -> None:
    """A derivation grows with its months and not faster: with 120 of them it is there before a hand leaves the mouse."""
    records = [(f"{2024 + month // 12}-{month % 12 + 1:02d}-{10 + month % 9}", 100 + month) for month in range(6, 120)]
    statement = statement_of(counted(*records), policy(quote_months=120))
    said = list(lines(statement.totals.total, JA))
    assert len(said) < 3000


def test_a_whole_month_says_nothing_of_its_days() -> None:
    """It has no first and last day to explain, and no assumption."""
    statement = statement_of(ended("2025-03-31"))
    assert [each.label for each in reason(statement.months[2].billed_fee, JA).below] == ["月額"]
