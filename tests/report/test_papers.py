"""Every kind of paper in both languages from every worked example: what goes in comes out, and each can be checked by hand."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from desktop_app.calculation.money import to_yen
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.digest import digest_of
from desktop_app.report.blocks.items import items_of
from desktop_app.report.blocks.source import Source
from desktop_app.report.paper_error import PaperError
from desktop_app.report.paper_kinds import KINDS, Available, papers_of
from desktop_app.report.payload import Options, paper_payload
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.text import statement_text
from desktop_app.wording import days
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, counted, ended, notice, outage, policy
from tests.cases.examples import WorkedExample, rulebook, worked_examples

EXAMPLES = worked_examples()
LANGUAGES = tuple(days.LANGUAGES)
NOT_PRINTED = {"kind", "attachment", "language", "font", "tone", "side", "alternative", "keywords", "author", "seal", "seal_name"}
RADICALS = re.compile("[\u2e80-\u2fdf]")
BLANK = re.compile(r"\s")
OUTAGE = outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")
ALL = Options(rulebook())


def of(example: WorkedExample) -> Assessment:
    """Return what a worked example comes to."""
    return assess(example.contract, example.as_of, rulebook())


def assessed(*changes: dict[str, Any], as_of: date = AS_OF) -> Assessment:
    """Return what the base contract with `changes` comes to."""
    return assess(contract_file(*changes), as_of, rulebook())


def payload_of(kind: Any, *changes: dict[str, Any], language: Any = "ja", options: Options = ALL) -> dict[str, Any]:
    """Return what a paper of the base contract with `changes` says."""
    return paper_payload(assessed(*changes), wording(language), kind, options)


def block(payload: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return the first block of a kind."""
    return next(each for each in payload["blocks"] if each["kind"] == kind)


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page, as a reader of PDFs finds it; at the end of a line it marks a hyphen as a break."""
    document = PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()


def printed(part: Any) -> Iterator[str]:
    """Yield the texts of a payload that stand on the page."""
    if isinstance(part, dict):
        for name, each in part.items():
            if name not in NOT_PRINTED:
                yield from printed(each)
    elif isinstance(part, list):
        for each in part:
            yield from printed(each)
    elif isinstance(part, str):
        yield part


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_in_comes_out(example: WorkedExample, language: Any) -> None:
    """Every text of every paper can be searched for as it was given, and no character became one that looks alike."""
    found = of(example)
    for kind in [each.kind for each in papers_of(found) if not each.missing]:
        payload = paper_payload(found, wording(language), kind, ALL)
        pages = pages_of(pdf_bytes(found, language, kind, ALL))
        text = "".join(pages)
        assert not RADICALS.search(text)
        bare = BLANK.sub("", text)
        del payload["title"]  # of the document, not of a page
        if len(pages) == 1:
            del payload["continued"], payload["foot"]["over"]
        assert [each for each in printed(payload) if BLANK.sub("", each) not in bare] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_contract_has_the_papers_that_it_has_something_for(example: WorkedExample) -> None:
    """A settlement where it ends, a credit where there was an outage; summary, quotation and charges here always."""
    found = {each.kind: each.missing for each in papers_of(of(example))}
    ends, failed = example.expected["settlement"] is not None, bool(example.expected["outages"])
    settlement, credit = "" if ends else "no_termination", "" if failed else "no_outage"
    assert found | {"summary": "", "quote": "", "charges": "", "settlement": settlement, "credit": credit} == found


@pytest.mark.parametrize(
    ("kind", "changes", "code"),
    [
        ("settlement", {}, "no_termination"),
        ("credit", {}, "no_outage"),
        ("quote", ended("2024-06-20", "article_28_2"), "nothing_to_quote"),
        ("charges", ended("2024-06-20", "article_28_2"), "nothing_charged"),
    ],
)
def test_a_paper_without_content_is_refused_with_a_sentence(kind: Any, changes: dict[str, Any], code: str) -> None:
    """It says what is missing, in both languages; no empty paper is made."""
    found = assessed(changes)
    assert Available(kind, code) in papers_of(found)
    with pytest.raises(PaperError) as raised:
        pdf_bytes(found, "ja", kind)
    assert raised.value.code == code
    assert raised.value.sentence(wording("ja")).endswith("ください。")
    assert raised.value.sentence(wording("en")).endswith(".")


def test_a_contract_with_errors_has_none() -> None:
    """Whichever is asked for."""
    found = assessed(counted())
    assert {each.missing for each in papers_of(found)} == {"contract_has_errors"}
    assert [each.kind for each in papers_of(found)] == list(KINDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_items_add_up_to_the_sum_without_tax(example: WorkedExample) -> None:
    """What is taken off is taken off; the quantity times the price is the amount where it is a whole number."""
    found = of(example)
    assert found.contract is not None
    assert found.statement is not None
    items = items_of(Source(found.contract, found.statement, wording("ja")))
    amounts = [-each.amount.amount if each.taken_off else each.amount.amount for each in items]
    assert sum(amounts) == example.expected["totals"]["subtotal"]
    for each in items:
        if each.quantity.isdigit() and not each.taken_off:
            assert int(each.quantity) * int(each.price.replace(",", "")) == each.amount.amount


def test_equal_months_are_one_item_and_a_part_of_one_is_another() -> None:
    """With the days and the divisor as its quantity, and the working below."""
    items = block(payload_of("quote", {"prices": {"initial_fee": 5_000}}), "table")["rows"]
    assert [row["cells"] for row in items] == [
        ["初期費用　基本サービス", "1", "式", "5,000", "5,000", "10%"],
        ["月額費用　2024年7月（10アカウント）", "22/31", "か月", "1,000", "709", "10%"],
        ["月額費用　2024年8月〜2025年6月（10アカウント）", "11", "か月", "1,000", "11,000", "10%"],
        ["月額費用　2025年7月（10アカウント）", "9/31", "か月", "1,000", "290", "10%"],
    ]
    assert "¥1,000×22日÷31日（709.677419…円、円未満は切捨て）＝¥709" in items[1]["below"]


def test_thirty_days_divide_by_thirty() -> None:
    """A part of a month is a part of thirty days."""
    divided = policy(partial_month="thirty_days")
    assert block(payload_of("quote", divided), "table")["rows"][0]["cells"][1] == "22/30"
    settled = block(payload_of("settlement", divided, notice("2024-12-02")), "table")["rows"]
    assert [row["cells"][1] for row in settled] == ["30/30", "28", "31", "30", "31", "30", "9/30"]
    months = block(payload_of("charges", divided), "table")["rows"]
    assert [row["cells"][1] for row in months] == [
        "22/30",
        *("31", "30", "31", "30", "31", "31", "28", "31", "30", "31", "30"),
        "9/30",
    ]
    assert "22/30" in statement_text(assessed(divided), wording("ja"))


def test_a_credit_that_has_lapsed_is_not_derived_as_an_amount() -> None:
    """Its length, its last day and why it came too late are told; what it would have been is nothing that a customer gets."""
    late = {"outages": [OUTAGE, outage("2024-12-01T09:00", "2024-12-03T10:30", claimed_on="2025-06-20")]}
    granted, lapsed = (each["points"] for each in block(payload_of("credit", late), "working")["groups"])
    assert any("¥" in each["text"] for each in granted)
    assert [each["text"] for each in lapsed if "¥" in each["text"]] == []
    assert lapsed[-1]["text"].startswith("減額の請求状況：請求が2025年6月20日で、期限の")


def test_changes_and_the_removal_of_the_option_are_items() -> None:
    """Each with its day; a fee of its own is called by the change."""
    changes = {
        "prices": {"change_fees": {"domain": 700}, "option_initial_fee": 300, "option_removal_fee": 200},
        "option": {"removal_accepted_on": "2024-11-05"},
        "changes": [{"accepted_on": "2024-10-03", "item": "domain"}, {"accepted_on": "2024-10-04", "item": "other", "fee": 30}],
    }
    names = [row["cells"][0] for row in block(payload_of("quote", changes), "table")["rows"]]
    assert names[0] == "初期費用　設定引継オプション"
    assert names[-3:] == [
        "一時費用　ドメイン名の変更（2024年10月3日承諾）",
        "一時費用　その他の変更（2024年10月4日承諾）",
        "一時費用　設定引継オプションの削除（2024年11月5日承諾）",
    ]


def test_a_quotation_says_its_number_days_and_who_approves() -> None:
    """The day of issue is the as-of day where none was entered; boxes for seals stand only where asked for."""
    quote = {"quote": {"number": "Q-7", "revision": 3, "issued_on": "2024-12-01", "valid_until": "2025-01-31"}}
    head = block(payload_of("quote", quote), "head")
    assert head["facts"] == [
        ["見積番号", "Q-7（第3版）"],
        ["発行日", "2024年12月1日（令和6年）"],
        ["有効期限", "2025年1月31日（令和7年）"],
    ]
    assert head["approvals"] == []
    assert block(payload_of("quote"), "head")["facts"] == [["発行日", "2024年12月10日（令和6年）"]]
    asked = pages_of(pdf_bytes(assessed(), "ja", "quote", Options(approvals=True)))[0]
    assert "承認" in asked
    assert "承認" not in pages_of(pdf_bytes(assessed(), "ja", "quote"))[0]


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        (
            "charges",
            {},
            "2024年7月10日（令和6年）から2025年7月9日（令和7年）までのご利用料金は、税込¥13,198（税抜¥11,999、消費税¥1,199）です。",
        ),
        ("charges", ended("2024-06-20"), "課金する月はなく、ご請求は税込¥11,999（税抜¥11,999、消費税¥0）です。"),
        ("settlement", notice("2024-12-02"), "2025年1月1日（令和7年）をもって解除となり、調定金は¥6,257（不課税）です。"),
        (
            "settlement",
            {**notice("2024-12-02"), **policy(settlement_taxable=True)},
            "2025年1月1日（令和7年）をもって解除となり、調定金は¥6,257（税抜）です。",
        ),
        (
            "settlement",
            ended("2025-01-31", "article_28_2"),
            "2025年1月31日（令和7年）をもって解除となりますが、一般規程第28条による解除のため、調定金はかかりません（¥0）。",
        ),
        (
            "settlement",
            {**ended("2025-06-20"), **policy(partial_month="full")},
            "2025年6月20日（令和7年）をもって解除となり、調定金は¥0（不課税）です。",
        ),
        (
            "settlement",
            notice("2025-06-09"),
            "2025年7月9日（令和7年）をもって解除となり、最低利用期間を満了しているため、調定金はかかりません（¥0）。",
        ),
        (
            "credit",
            {"outages": [OUTAGE]},
            "2024年11月1日（令和6年）に発生した障害について、2024年11月分の料金から¥66（税抜）を減額します。",
        ),
        (
            "credit",
            {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30")]},
            "2024年11月1日（令和6年）に発生した障害について、2025年2月2日（令和7年）までにご請求いただければ、料金から¥66（税抜）を減額できます。",
        ),
        (
            "credit",
            {"outages": [outage("2024-12-07T09:00")], **policy(claimable_from="restored")},
            "2024年12月7日（令和6年）に発生した障害について、復旧後にご請求いただければ、料金から¥66（税抜）を減額できます。",
        ),
        (
            "credit",
            {"outages": [outage("2024-11-01T09:00", "2024-11-01T10:30")]},
            "2024年11月1日（令和6年）に発生した障害について、減額はありません（¥0）。",
        ),
    ],
)
def test_the_first_sentence_is_the_answer(kind: Any, changes: dict[str, Any], said: str) -> None:
    """With the amount and the day."""
    assert block(payload_of(kind, changes), "answer")["first"] == said


def test_several_outages_are_answered_together() -> None:
    """What is granted first, then what a claim would still give and by when the first must come."""
    found = [OUTAGE, outage("2024-09-17T09:00", "2024-09-19T09:00"), outage("2024-10-01T09:00", "2024-10-02T09:00")]
    answer = block(payload_of("credit", {"outages": found}), "answer")
    about = "2024年9月17日（令和6年）から2024年11月1日（令和6年）までに発生した障害3件"
    assert answer["first"] == f"{about}について、2024年11月分の料金から¥66（税抜）を減額します。"
    assert answer["more"] == [
        "このほか、それぞれの期限（最も早いものは2024年12月18日（令和6年））までにご請求いただければ、¥99（税抜）を減額できます。"
    ]


FORMULA = re.compile(
    r"((?:¥[\d,.]+|[\d,.]+)[^＝：、。（]*[×÷＋−][^＝：、。（]*)(?:（[\d,.]+…?円、円未満は(切捨て|切上げ|四捨五入)）)?＝¥([\d,.]+)"
)
ROUNDINGS: dict[str, Any] = {"切捨て": "floor", "切上げ": "ceiling", "四捨五入": "half_up"}


def reckoned(formula: str) -> Fraction:
    """Return what a formula comes to on a pocket calculator: products before sums, units left out."""
    terms = re.split(r"(＋|−)", formula)
    total, sign = Fraction(), 1
    for each in terms:
        if each in {"＋", "−"}:
            sign = 1 if each == "＋" else -1
            continue
        product = Fraction(1)
        for operator, number, percent in re.findall(r"(×|÷|^|[^×÷\d,.]*)([\d,]+(?:\.\d+)?)(%?)", each.strip()):
            value = Fraction(number.replace(",", "")) / (100 if percent else 1)
            product = product / value if "÷" in operator else product * value
        total += sign * product
    return total


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_numbers_that_are_shown_reproduce_the_amounts(example: WorkedExample) -> None:
    """Every formula of every derivation, with its divisor and its rounding, gives the amount that stands behind it."""
    found = of(example)
    checked = 0
    for kind in ("charges", "settlement", "credit"):
        if Available(kind) not in papers_of(found):
            continue
        working = block(paper_payload(found, wording("ja"), kind), "working")
        for text in [point["text"] for group in working["groups"] for point in group["points"]]:
            for formula, rounding, amount in FORMULA.findall(text.replace("30日割で", "")):
                exact = reckoned(formula)
                value = Fraction(to_yen(exact, ROUNDINGS[rounding]).amount) if rounding else exact
                assert value == Fraction(amount.replace(",", "")), text
                checked += 1
    assert checked >= 3


def test_nothing_is_explained_twice() -> None:
    """What one group has told is left out below; an article that holds for a group stands once."""
    groups = block(payload_of("charges", {"prices": {"initial_fee": 5_000}}), "working")["groups"]
    assert [each["heading"] for each in groups] == ["月額費用", "初期費用・一時費用", "消費税", "合計"]
    texts = [point["text"] for each in groups for point in each["points"]]
    assert len(texts) == len(set(texts))
    assert groups[2]["cited"] == "消費税法29条・地方税法72条の83"
    assert "消費税法" not in "".join(point["text"] for point in groups[2]["points"])


def test_under_full_the_days_are_those_of_the_rows() -> None:
    """The sum below a column is the sum of the column."""
    rows = block(payload_of("settlement", {**notice("2024-12-02"), **policy(partial_month="full")}), "table")
    days = [int(row["cells"][1].partition("/")[0]) for row in rows["rows"]]
    assert rows["sum"][1] == str(sum(days))


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("It ends on 9 July 2025", "It ends on 9 July 2025."),
        ("1,000 accounts × ¥200 = ¥200,000", "1,000 accounts × ¥200 = ¥200,000"),
        ("Done.", "Done."),
    ],
)
def test_a_sentence_has_its_full_stop_and_a_formula_none(sentence: str, shown: str) -> None:
    """Also a sentence that ends in a year."""
    found = assessed()
    assert found.contract is not None
    assert found.statement is not None
    assert Source(found.contract, found.statement, wording("en")).full_stop(sentence) == shown


def attachments(content: bytes) -> dict[str, bytes]:
    """Return what is attached to a PDF, by name."""
    found = PdfReader(io.BytesIO(content), strict=True).attachments
    return {name: parts[0] for name, parts in found.items()}


def test_the_contract_lies_in_the_paper_without_its_memo() -> None:
    """All else is as it was, with the digest of what is there."""
    data = contract_file({"title": "お見積り", "quote": {"number": "Q-1", "memo": "社外秘のメモ"}})
    content = pdf_bytes(assess(data, AS_OF, rulebook()), "ja", "quote")
    (name, inside), *more = attachments(content).items()
    read = json.loads(inside)
    assert (name, more) == ("contract.json", [])
    assert read.pop("digest") == digest_of(read)
    del data["quote"]["memo"]
    assert read == data
    assert "社外秘".encode() not in content


def test_the_attachment_says_what_it_is() -> None:
    """Its kind, its relation to the paper and a description, as the standard for archives wants it."""
    reader = PdfReader(io.BytesIO(pdf_bytes(assessed(), "en", "charges")), strict=True)
    (associated,) = reader.trailer["/Root"]["/AF"]
    specification = associated.get_object()
    assert specification["/AFRelationship"] == "/Source"
    assert specification["/Desc"] == wording("en").text("paper.attachment")
    assert specification["/EF"]["/F"].get_object()["/Subtype"] == "/application/json"


@pytest.mark.parametrize("kind", ["summary", "quote", "charges"])
def test_the_attachment_can_be_left_out(kind: Any) -> None:
    """Then nothing is said of it at the foot."""
    without = pdf_bytes(assessed(), "ja", kind, Options(enclosed=False))
    assert attachments(without) == {}
    assert "添付" not in "".join(pages_of(without))


def test_the_code_of_the_result_stands_at_the_foot_of_every_page() -> None:
    """And among the keywords, where `verify` looks for it; without the rules there is none."""
    content = pdf_bytes(assessed(), "ja", "charges", ALL)
    code = payload_of("charges")["keywords"][0]
    assert all(f"照合コード {code}" in page for page in pages_of(content))
    assert PdfReader(io.BytesIO(content)).metadata["/Keywords"] == code  # type: ignore[index] # it has some
    assert payload_of("charges", options=Options())["keywords"] == []
    early = paper_payload(assessed(as_of=date(1999, 1, 1)), wording("ja"), "quote", ALL)
    assert early["keywords"] == []


@pytest.mark.parametrize("kind", ["summary", "quote", "charges", "credit"])
def test_every_page_but_the_last_says_that_it_goes_on(kind: Any) -> None:
    """Each says which of how many it is, the later ones also of what."""
    pages = pages_of(pdf_bytes(assessed(policy(quote_months=36), {"outages": [OUTAGE]}), "ja", kind))
    assert len(pages) > 1
    assert ["次葉へ" in page for page in pages] == [True] * (len(pages) - 1) + [False]
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert all("（続き）" in page for page in pages[1:])


@pytest.mark.parametrize("months", range(15, 48, 3))
def test_a_sum_never_stands_alone_on_a_page(months: int) -> None:
    """The last two months go with it."""
    pages = pages_of(pdf_bytes(assessed(policy(quote_months=months)), "ja", "charges", Options(approvals=True)))
    with_sum = next(page for page in pages if re.search(r"^合計 [\d,]+ ", page, re.MULTILINE))
    assert len(re.findall(r"^20\d\d年\d+月 ", with_sum, re.MULTILINE)) >= 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["あ" * 200, "A" * 200])
def test_a_long_name_breaks_no_paper(kind: Any, name: str) -> None:
    """Two hundred characters in every place stay within the margins, and all of them are there."""
    everywhere = {
        "title": name,
        "customer": {"name": name, "department": name, "contact": name, "administrator": name},
        "issuer": {"company": name, "address": name, "email": name},
        "quote": {"number": name, "remarks": name},
        "service": {"business_name": name},
        "outages": [OUTAGE],
    }
    document = PdfDocument(pdf_bytes(assessed(everywhere, notice("2024-12-02")), "ja", kind))
    text = ""
    for page in document:
        words = page.get_textpage()
        text += words.get_text_range()
        rights = [words.get_charbox(i)[2] for i in range(words.count_chars()) if words.get_text_range(i, 1).strip()]
        assert max(rights) <= 595.28 - 40
    document.close()
    assert BLANK.sub("", text).count(name) >= 6


def test_sections_are_bookmarks() -> None:
    """The title above them, in the order of the page."""
    outline = PdfReader(io.BytesIO(pdf_bytes(assessed(), "ja", "charges")), strict=True).outline
    assert outline[0].title == "料金説明書"
    assert [each.title for each in outline[1]] == ["月別明細", "月ごとの料金", "計算の過程", "前提条件", "主な日付"]


def test_the_chart_has_a_bar_for_each_month() -> None:
    """A month that towers above the others is cut, with its amount above; credits hang below the line."""
    changes = {"prices": {"initial_fee": 500_000}, "outages": [OUTAGE]}
    chart = block(payload_of("charges", changes), "chart")
    assert len(chart["bars"]) == 14
    assert [each["month"] for each in chart["bars"][:8]] == ["2024/6", "7", "8", "9", "10", "11", "12", "2025/1"]
    assert (chart["bars"][0]["broken"], chart["bars"][0]["above"]) == (True, "¥500,000")
    assert chart["note"]
    credit = chart["bars"][5]["parts"][-1]
    assert (credit["tone"], credit["from"], credit["to"]) == ("credit", 0, chart["zero"])
    assert [each["label"] for each in chart["legend"]] == ["月額費用", "初期費用・一時費用", "減額"]


@pytest.mark.parametrize("months", [1, 61])
def test_one_month_and_very_many_have_no_chart(months: int) -> None:
    """There is nothing to compare, or nothing to be told apart."""
    whole = {"dates": {"accepted_on": "2024-07-01", "billing_start": "2024-07-01"}}
    payload = payload_of("charges", whole, counted(("2024-07-01", 10)), policy(quote_months=months))
    assert [each for each in payload["blocks"] if each["kind"] == "chart"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_in_english_no_paper_has_japanese_but_what_was_typed(kind: Any) -> None:
    """Neither words nor full-width marks."""
    changes = ({"customer": {"name": "Example Ltd"}, "prices": {"initial_fee": 5_000}, "outages": [OUTAGE]}, notice("2024-12-02"))
    text = "".join(pages_of(pdf_bytes(assessed(*changes), "en", kind, Options(rulebook(), approvals=True))))
    assert re.findall("[\u3000-\u9fff\uff00-\uffef▲]", text) == []


def test_a_warning_stands_on_the_papers_that_it_bears_on() -> None:
    """That a claim is due soon is no matter of the settlement, nor a day that came too early one of the credit."""
    changes = {**notice("2024-12-02", "2024-12-10"), "outages": [outage("2024-09-17T09:00", "2024-09-19T09:00")]}
    said = {kind: "".join(block(payload_of(kind, changes), "notices")["items"]) for kind in ("charges", "settlement", "credit")}
    assert ["請求期限" in said[kind] for kind in said] == [True, False, True]
    assert ["最も早い日より前" in said[kind] for kind in said] == [True, True, False]


HOSTILE = '#eval("1") $x^2$ *b* _i_ <img src="//host/x.png"> \\u{41} @a `c` #sys.inputs.payload'


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_was_typed_is_read_as_markup(kind: Any) -> None:
    """In every place of every paper each character stands as it was typed."""
    everywhere = {
        "title": HOSTILE,
        "customer": {"name": HOSTILE, "department": HOSTILE, "contact": HOSTILE},
        "issuer": {"company": HOSTILE, "address": HOSTILE},
        "quote": {"number": HOSTILE, "remarks": HOSTILE},
        "outages": [OUTAGE],
    }
    text = "".join(pages_of(pdf_bytes(assessed(everywhere, notice("2024-12-02")), "ja", kind)))
    assert BLANK.sub("", text).count(BLANK.sub("", HOSTILE)) >= 7
