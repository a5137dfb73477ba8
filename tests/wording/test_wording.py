"""Values, labels, citations and problems in both languages."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Policy
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.document.draft import value_at
from desktop_app.document.reading import read_draft
from desktop_app.storage.contract_file import read_bytes
from desktop_app.storage.failure import StorageError
from desktop_app.wording import days
from desktop_app.wording.amounts import credit_text, exact_text, percent_text, size_text, yen_text
from desktop_app.wording.assumed import assumption_sentences
from desktop_app.wording.days import Language, era_year, short_day
from desktop_app.wording.texts import MissingTextError
from desktop_app.wording.wording import Wording, pointer, wording
from tests.wording.broken_contracts import BROKEN, ERRORS, WARNINGS, Broken
from tests.wording.catalog_files import LANGUAGES

JA, EN = wording("ja"), wording("en")

VALUES = [
    (None, "なし", "none"),
    (True, "はい", "yes"),
    (False, "いいえ", "no"),
    (1234, "1,234", "1,234"),
    ("山田", "山田", "山田"),
    (Yen(1248516), "¥1,248,516", "¥1,248,516"),
    (Decimal("33.30"), "33.3", "33.3"),
    (Fraction(47200, 3), "15,733.333333…", "15,733.333333…"),
    (Month(2024, 7), "2024年7月", "July 2024"),
    (date(2024, 7, 10), "2024年7月10日（水）", "10 July 2024 (Wed)"),
    (datetime.fromisoformat("2024-11-01T09:00:00"), "2024年11月1日（金）09:00", "1 November 2024 (Fri) 09:00"),
    (datetime.fromisoformat("2024-11-01T09:00:05"), "2024年11月1日（金）09:00:05", "1 November 2024 (Fri) 09:00:05"),
    (timedelta(hours=23, minutes=59), "23時間59分", "23 h 59 min"),
    (timedelta(hours=2391, seconds=1), "2,391時間1秒", "2,391 h 1 s"),
    (timedelta(), "0時間", "0 h"),
    ((Yen(1), "二"), "¥1、二", "¥1, 二"),
]


@pytest.mark.parametrize(("value", "japanese", "english"), VALUES)
def test_each_kind_of_value_is_written_as_its_language_does(value: object, japanese: str, english: str) -> None:
    """Amounts, prices, days, months, moments, lengths of time, lists."""
    assert (JA.value(value), EN.value(value)) == (japanese, english)


FIGURES = [
    ("count", 1, "1件", "1 account"),
    ("count", 1200, "1,200件", "1,200 accounts"),
    ("whole_days", 0, "0日", "0 days"),
    ("unit_price", Decimal("33.3"), "¥33.3", "¥33.3"),
    ("tax_rate", Fraction(1, 10), "10%", "10%"),
    ("credit_divisor", 30, "30", "30"),
    ("restored_at", None, "未復旧", "not restored"),
    ("peak_on", None, "なし", "none"),
    ("kind", "notice", "解約申込書", "Notice by the customer"),
    ("colour", "blue", "blue", "blue"),
    ("due", True, "必要", "yes"),
    ("colour", False, "いいえ", "no"),
    ("effective_on", date(2014, 7, 1), "2014年7月1日（火）", "1 July 2014 (Tue)"),
    ("from", datetime.fromisoformat("2024-07-10T00:00:00"), "2024年7月10日（水）", "10 July 2024 (Wed)"),
    ("from", datetime.fromisoformat("2024-09-15T10:00:00"), "2024年9月15日（日）10:00", "15 September 2024 (Sun) 10:00"),
    ("known_at", datetime.fromisoformat("2024-07-10T00:00:00"), "2024年7月10日（水）00:00", "10 July 2024 (Wed) 00:00"),
]


@pytest.mark.parametrize(("name", "value", "japanese", "english"), FIGURES)
def test_a_figure_has_its_unit_or_the_name_of_its_choice(name: str, value: object, japanese: str, english: str) -> None:
    """English numbers have a singular; what has neither unit nor name is written plainly."""
    assert (JA.figure(name, value), EN.figure(name, value)) == (japanese, english)


def test_a_sentence_has_days_without_their_weekday() -> None:
    """It would be read over and over; the figure beside it has it once."""
    moment = datetime.fromisoformat("2024-07-10T00:00")
    assert JA.spoken("effective_on", moment.date()) == "2024年7月10日"
    assert (JA.spoken("known_at", moment), EN.spoken("known_at", moment)) == ("2024年7月10日 00:00", "10 July 2024 00:00")
    assert JA.spoken("from", moment) == "2024年7月10日"
    assert JA.spoken("count", 5) == "5件"


@pytest.mark.parametrize(
    ("path", "japanese", "english"),
    [
        (("dates", "billing_start"), "課金開始日", "Billing start"),
        (("accounts", 1, "count"), "件数（2行目）", "Count (row 2)"),
        (("prices", "monthly", "tiers", "*", "up_to"), "上限の件数", "Up to"),
        (("service", "domains", 0), "ドメイン名（1行目）", "Domains (row 1)"),
        (("dates", "billing_begin"), "dates.billing_begin", "dates.billing_begin"),
    ],
)
def test_a_field_has_its_label_with_the_row_of_a_table(path: tuple[str | int, ...], japanese: str, english: str) -> None:
    """One that the file format does not have goes by its own name."""
    assert (JA.label(path), EN.label(path)) == (japanese, english)


def test_articles_and_choices_have_names() -> None:
    """As contracts are cited in Japan, and as a translation would."""
    assert (JA.article(Article.ANNEX_1_2), EN.article(Article.ANNEX_1_2)) == ("別紙1の2", "Annex 1-2")
    assert (JA.choice("partial_month", "full"), EN.choice("partial_month", "full")) == ("満額", "full month")


def test_a_key_without_a_text_is_an_error() -> None:
    """It is never shown instead of a text."""
    assert not JA.has("says.nothing.at.all")
    with pytest.raises(MissingTextError):
        JA.text("says.nothing.at.all")


def test_a_language_is_read_once() -> None:
    """The words of a language are one object."""
    assert wording("ja") is JA


def test_addresses_are_written_as_in_the_file() -> None:
    """With the index of a row in brackets."""
    assert pointer(("accounts", 0, "from")) == "accounts[0].from"
    assert pointer(()) == ""


def _ids(cases: tuple[Broken, ...]) -> list[str]:
    return [each.code for each in cases]


@pytest.mark.parametrize("broken", BROKEN, ids=_ids(BROKEN))
def test_a_broken_contract_has_the_problem_that_it_is_there_for(broken: Broken) -> None:
    """So each sentence is formed with the details that its problem really has."""
    assert broken.code in {problem.code for problem in broken.problems()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("broken", BROKEN, ids=_ids(BROKEN))
def test_a_problem_is_said_with_its_article(broken: Broken, language: Language) -> None:
    """Nothing is left open in the sentence, and the article stands at its end."""
    words = wording(language)
    for problem in broken.problems():
        sentence = words.problem(problem)
        assert sentence
        assert "{{" not in sentence
        assert problem.article is None or words.article(problem.article) in sentence[-len(words.article(problem.article)) - 1 :]


@pytest.mark.parametrize("broken", ERRORS, ids=_ids(ERRORS))
def test_an_error_names_its_field(broken: Broken) -> None:
    """Where there is one: the label of the field, or of the table that it lies in."""
    for problem in broken.problems():
        if problem.path and problem.path[0] not in {"format", "version"} and problem.code != "no_account_at_billing_start":
            assert JA.label(problem.path[:1] if problem.code == "outages_overlap" else problem.path) in JA.problem(problem)


@pytest.mark.parametrize("broken", ERRORS, ids=_ids(ERRORS))
def test_what_the_user_typed_is_not_repeated(broken: Broken) -> None:
    """A customer's name never gets into a log by way of a sentence."""
    source = read_draft(broken.content)
    for problem in broken.problems():
        typed = value_at(source.draft, problem.path)
        assert not isinstance(typed, str) or len(typed) < len("T12") or typed not in JA.problem(problem)


def test_sentences_read_as_they_should() -> None:
    """A few in full, as an account manager reads them."""
    first = {broken.code: broken.problems()[0] for broken in (*ERRORS, *WARNINGS)}
    assert JA.problem(first["billing_before_acceptance"]) == (
        "課金開始日が、承諾日の2024年7月11日（木）より前です。承諾日以後の日にしてください（第9条）"
    )
    assert JA.problem(first["choice_unknown"]) == (
        "円未満の端数は、次のどれかにしてください：floor（切捨て）、half_up（四捨五入）、ceiling（切上げ）（前提条件）"
    )
    assert EN.problem(first["choice_unknown"]) == (
        "“Fractions of a yen” must be one of these: floor, half_up, ceiling (assumption)"
    )
    assert JA.problem(first["seal_too_large"]) == "社印の画像が大きすぎます。512 KB以下のPNG画像を選んでください"
    assert JA.problem(first["claim_deadline_near"]) == (
        "減額の請求期限は2024年12月11日（水）で、あと1日です。お客様に請求の意思を確かめてください（第11条）"
    )
    assert EN.problem(first["claim_deadline_near"]) == (
        "The credit must be claimed by 11 December 2024 (Wed), in 1 day. Ask the customer (Art. 11)"
    )


@pytest.mark.parametrize("words", [wording(each) for each in days.LANGUAGES], ids=LANGUAGES)
def test_a_failed_file_is_named_in_its_sentence(words: Wording, tmp_path: Path) -> None:
    """With what to do about it."""
    with pytest.raises(StorageError) as caught:
        read_bytes(tmp_path / "見積.contract.json")
    assert "見積.contract.json" in words.text(f"storage.{caught.value.cause}", file=caught.value.path.name)


def test_the_assumptions_are_printed_in_the_order_of_the_file() -> None:
    """One sentence for each policy, the number of accounts and of months in them."""
    assert assumption_sentences(Policy(), JA) == [
        "月の途中の開始・終了は、その月の暦日数で日割りします",
        "円未満は切り捨てます",
        "調定金は、解除日の月の月額（日割り前）が残余の期間も続くものとして計算します",
        "調定金は不課税とし、消費税をかけません",
        "減額は、障害が24時間続いた時から請求できるものとします",
        "見積もりの期間は、課金開始日から12か月です",
    ]
    fixed = Policy(settlement_basis="fixed", settlement_accounts=1, quote_months=1, settlement_taxable=True)
    assert assumption_sentences(fixed, EN)[2:] == [
        "The settlement takes the monthly fee of 1 account for the remaining period",
        "The settlement is subject to consumption tax",
        "A credit is taken to be claimable once the outage has lasted 24 hours",
        "The quotation covers 1 month from the billing start",
    ]


def test_amounts_have_their_signs() -> None:
    """What is taken off bears the mark of Japanese accounts, in English a minus."""
    assert (yen_text(Yen(-5)), credit_text(Yen(5), "ja"), credit_text(Yen(5), "en")) == ("-¥5", "▲¥5", "-¥5")
    assert (exact_text(Fraction(1, 10**7)), exact_text(Fraction(5, 2)), percent_text(Fraction(8, 100))) == (
        "0.000000…",
        "2.5",
        "8%",
    )
    assert [size_text(size) for size in (64 * 1024 * 1024, 512 * 1024, 1000)] == ["64 MB", "512 KB", "1,000 bytes"]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2019, 4, 30), "平成31年"),
        (date(2019, 5, 1), "令和元年"),
        (date(2024, 7, 10), "令和6年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1989, 1, 8), "平成元年"),
        (date(1926, 12, 24), "大正15年"),
        (date(1912, 7, 29), "明治45年"),
    ],
)
def test_an_era_begins_on_its_first_day(day: date, year: str) -> None:
    """The first year of an era is 元年."""
    assert era_year(day) == year


def test_a_day_in_a_table_is_short() -> None:
    """With two digits each for month and day."""
    assert short_day(date(2024, 7, 1)) == "2024/07/01"
