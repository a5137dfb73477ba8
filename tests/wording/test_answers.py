"""Answers to a customer: every figure of the worked examples in both languages, and typical questions to the letter."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.calculation.step import Step
from desktop_app.calculation.unknown import unknown
from desktop_app.wording.answer_points import MOST_POINTS, says
from desktop_app.wording.answers import answer
from desktop_app.wording.days import Language
from desktop_app.wording.reasons import Reason, is_assumption, reason, value_text
from desktop_app.wording.wording import wording
from tests.cases.contracts import counted, policy, statement_of
from tests.cases.examples import worked_examples
from tests.cases.statements import steps_of, tree_of
from tests.wording.catalog_files import LANGUAGES
from tests.wording.every_statement import every_statement
from tests.wording.test_reasons import figure

JA, EN = wording("ja"), wording("en")
EXAMPLES = [each.name for each in worked_examples()]
INTERNAL = re.compile(
    r"行目|入力|述べた|前提条件|ほかの行|[^、]基準日|\(row |explained|[Ee]ntered|\(assumption|[a-z]_[a-z]|[{}]|None|True|False"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(every_statement()))
def test_every_figure_can_be_answered(name: str, language: Language) -> None:
    """With its value or a sentence for it first, nothing that only this program knows, and in few lines."""
    words = wording(language)
    for step in steps_of(every_statement()[name]):
        said = answer(step, words)
        lines = said.splitlines()
        assert not INTERNAL.search(said), said
        assert lines[0].endswith("。" if language == "ja" else ".")
        assert isinstance(step.value, bool | str | None) or value_text(step, words) in lines[0], said
        points = [line for line in lines if re.match(r"[0-9]+\. |　・|   - ", line)]
        assert len(points) <= MOST_POINTS
        assert all(line == line.rstrip() for line in lines)
        assert "\n\n\n" not in said


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_says_what_the_window_says(name: str) -> None:
    """The sentence of the figure itself is that of its derivation, with the article; and so is each line of the working."""
    for step in steps_of(every_statement()[name]):
        said, whole = answer(step, JA), reason(step, JA)
        assert whole.sentence in said
        assert whole.article in {JA.article(step.article) if step.article else "", ""}
        assert whole.article in said or whole.article == "前提条件"
        sentences = [each.sentence for each in _every(whole) if each.sentence]
        points = [line for line in said.splitlines() if re.match(r"[0-9]+\. |　・", line)]
        assert [line for line in points if "：" not in line or not _is_told(line, whole, sentences)] == []


def _every(whole: Reason) -> list[Reason]:
    return [whole, *(below for each in whole.below for below in _every(each))]


def _is_told(line: str, whole: Reason, sentences: list[str]) -> bool:
    """Return whether a line's sentence or value is one of the derivation."""
    return any(each in line for each in sentences) or any(each.value in line for each in _every(whole))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_assumption_is_named_once(name: str) -> None:
    """Those that the figure rests on, and no other; as points under a heading of their own."""
    for step in steps_of(every_statement()[name]):
        said = answer(step, JA)
        told = {each.sentence for each in _every(reason(step, JA)) if each.assumption} - {JA.text("told_before")}
        under = said.partition("【前提】")[2].splitlines()[1:]
        assert sorted(under) == sorted(f"・{each}" for each in told)
        assert told <= {_sentence_of(each) for each in tree_of(step) if is_assumption(each)}


def _sentence_of(step: Step[Any]) -> str:
    return reason(step, JA).sentence


def _asked() -> Iterator[Any]:
    """Yield the typical questions and their answers as they lie beside this module."""
    for block in (Path(__file__).parent / "asked.txt").read_text("utf-8").split("== ")[1:]:
        question, _, answered = block.partition("\n")
        language, name, place = question.split()
        path = tuple(int(part) if part.isdigit() else part for part in re.findall(r"\w+", place))
        yield pytest.param(language, name, path, answered.rstrip("\n"), id=question)


@pytest.mark.parametrize(("language", "name", "path", "answered"), list(_asked()))
def test_typical_questions_to_the_letter(language: Language, name: str, path: tuple[str | int, ...], answered: str) -> None:
    """As a customer reads them: settled, nothing to settle, one minute short, too late, a peak, a tax, a leap day."""
    assert answer(figure(name, *path), wording(language)) == answered


def test_what_cannot_be_said_yet_is_said_so() -> None:
    """Without a dash for the value, and without our own troubles with the entries."""
    assert answer(unknown("settlement"), JA) == (
        "お問い合わせの件につきまして、調定金は、ご契約の内容に確認の必要な点があるため、まだお答えできません。"
    )
    assert answer(unknown("total"), EN) == (
        "Thank you for your inquiry. Total with tax: we cannot say yet, because a detail of the contract still has to be checked."
    )


@pytest.mark.parametrize(
    ("name", "path", "first"),
    [
        ("07-exempt-termination", ("settlement", "exempt"), "お問い合わせの件につきまして、調定金は免除されます。"),
        ("02-terminated-mid-term", ("settlement", "due"), "お問い合わせの2025年1月31日の解除につきまして、調定金がかかります。"),
        (
            "ended_before_it_began_not_accepted",
            ("dates", "accepted_on"),
            "お問い合わせの件につきまして、承諾日はまだ決まっていません。",
        ),
        (
            "07-exempt-termination",
            ("dates", "termination", "earliest_on"),
            "お問い合わせの件につきまして、最短の解除日はありません。",
        ),
        (
            "12-every-kind-of-outage",
            ("outages", 1, "claim_deadline"),
            "お問い合わせの2025年1月5日 10:00からの障害につきまして、減額の請求期限はありません。",
        ),
        (
            "going_on_claimable_when_restored",
            ("outages", 1, "claim_deadline"),
            "お問い合わせの件につきまして、減額の請求期限はまだ決まっていません。",
        ),
        (
            "going_on",
            ("outages", 1, "status"),
            "お問い合わせの2024年9月1日 09:00からの障害につきまして、減額の額はまだ決まっていません。",
        ),
    ],
)
def test_yes_no_and_nothing_are_sentences(name: str, path: tuple[str | int, ...], first: str) -> None:
    """Not the words of a list of choices."""
    assert answer(figure(name, *path), JA).splitlines()[0] == first


def test_every_status_of_a_claim_is_a_sentence_of_its_own() -> None:
    """Five of them, in both languages."""
    found = {each.status.value: each.status for statement in every_statement().values() for each in statement.outages}
    for words in (JA, EN):
        said = {status: answer(step, words).splitlines()[0] for status, step in found.items()}
        claims = {status: re.split("、|[.] ", first, maxsplit=1)[1] for status, first in said.items()}
        assert len(set(claims.values())) == len(found) == 5


def test_months_alike_share_a_line_and_months_apart_do_not() -> None:
    """A line of several months is true of each of them."""
    settled = answer(figure("02-terminated-mid-term", "settlement", "amount"), JA)
    assert "（2025年3月から2025年6月までの各月）：¥236,000" in settled
    credited = answer(figure("12-every-kind-of-outage", "totals", "credits"), JA)
    assert "各月" not in credited
    assert "減額（2025年1月）：¥300" in credited
    assert "減額（2025年3月）：¥300" in credited


def test_a_value_is_said_though_the_limit_beside_it_is_the_same() -> None:
    """A number in brackets is another one."""
    fee = figure("02-terminated-mid-term", "months", 4, "monthly_fee")
    assert "：1,000件。1件目からの区分（上限1,000件）に入る件数です" in answer(fee, JA)
    assert ": 1,000 accounts. The accounts in the band that begins at no. 1 (limit: 1,000 accounts)" in answer(fee, EN)


@pytest.mark.parametrize(
    ("sentence", "value", "stands"),
    [
        ("2024年7月10日から2024年7月31日まで", "2024年7月10日（水）", True),
        ("2025年1月5日 10:00から", "2025年1月5日（日）10:00", True),
        ("5 January 2025 10:00 on", "5 January 2025 (Sun) 10:00", True),
        ("2024年7月31日まで", "1日", False),
        ("11 days", "1 day", False),
        ("¥1,248,516", "¥1,248", False),
        ("¥31.5", "¥31", False),
        ("800件×¥200＝¥160,000", "¥160,000", True),
    ],
)
def test_a_value_stands_in_a_sentence_as_a_whole(sentence: str, value: str, *, stands: bool) -> None:
    """A part of another number is not it; days go without their weekday there."""
    assert says(sentence, value) is stands


def test_ten_years_are_answered_at_once() -> None:
    """In as few lines as everything else."""
    records = [(f"{2024 + month // 12}-{month % 12 + 1:02d}-{10 + month % 9}", 100 + month) for month in range(6, 120)]
    total = statement_of(counted(*records), policy(quote_months=120)).totals.total
    said = answer(total, JA)
    assert len(said.splitlines()) <= MOST_POINTS + 8
