"""What papers say: plain strings in blocks, the house's own matters left out, every printed field checked for its characters."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from noto_cjk_sans_jp_bold import FONT_PATH as BOLD
from noto_cjk_sans_jp_regular import FONT_PATH as REGULAR

from desktop_app.calculation import cautions
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.fields import FIELDS, Kind
from desktop_app.report.blocks.reasons import OF_THE_HOUSE
from desktop_app.report.blocks.source import one_line
from desktop_app.report.blocks.timeline import SCALE
from desktop_app.report.fonts import glyph, printable, unprintable
from desktop_app.report.paper_error import PaperError
from desktop_app.report.paper_kinds import KINDS
from desktop_app.report.payload import PRINTED, Options, faults_of, paper_payload
from desktop_app.report.seal import is_picture
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, counted, ended, notice, outage, policy, priced, read
from tests.cases.examples import rulebook, worked_examples

EXAMPLES = worked_examples()
NEVER_PRINTED = ("quote", "memo"), ("accounts", "*", "note"), ("changes", "*", "note"), ("outages", "*", "note")


def assessed(*changes: dict[str, Any], as_of: date = AS_OF) -> Assessment:
    """Return what the base contract with `changes` comes to."""
    return assess(contract_file(*changes), as_of, rulebook())


def summary(*changes: dict[str, Any], language: Any = "ja", as_of: date = AS_OF) -> dict[str, Any]:
    """Return the summary of the base contract with `changes`."""
    return paper_payload(assessed(*changes, as_of=as_of), wording(language))


def block(payload: dict[str, Any], kind: str, heading: str = "") -> dict[str, Any]:
    """Return the block of a kind, with a heading where there are several."""
    return next(each for each in payload["blocks"] if each["kind"] == kind and each.get("heading", "").startswith(heading))


def leaves(part: Any) -> Iterator[Any]:
    """Yield everything in a payload that is no list and no object."""
    if isinstance(part, dict):
        for each in part.values():
            yield from leaves(each)
    elif isinstance(part, list):
        for each in part:
            yield from leaves(each)
    else:
        yield part


def rows(table: dict[str, Any]) -> list[list[str]]:
    """Return the cells of a table."""
    return [row["cells"] for row in table["rows"]]


def test_a_contract_that_could_not_be_read_again_is_not_attached() -> None:
    """It is told in both languages; the paper without it is there."""
    notes = [{"from": f"2024-08-01T00:{i // 60:02}:{i % 60:02}", "count": 1, "note": "契" * 20_000} for i in range(150)]
    found = assessed({"accounts": [{"from": "2024-07-10", "count": 1}, *notes]})
    with pytest.raises(PaperError) as refused:
        paper_payload(found, wording("ja"))
    assert [refused.value.sentence(wording(each)) for each in ("ja", "en")] == [
        "契約が8 MiBを超えるため、PDFに添付できません。契約データを添付せずに作ってください。",
        "The contract is larger than 8 MiB and cannot be attached to the PDF. Make the PDF without the contract attached.",
    ]
    assert paper_payload(found, wording("ja"), options=Options(enclosed=False))["attachment"] is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_payload_is_plain_strings(example: Any, language: Any) -> None:
    """No number, day or object of the calculation is left for the template to write, but places in columns and pictures."""
    found = assess(example.contract, example.as_of, rulebook())
    payload = paper_payload(found, wording(language), options=Options(enclosed=False))
    found = list(leaves(payload))
    assert all(isinstance(each, str | bool | int | None) for each in found)
    numbers = [each for each in found if isinstance(each, int) and not isinstance(each, bool)]
    assert max(numbers, default=0) <= SCALE
    assert not [each for each in found if isinstance(each, str) and re.search(r"[{}]|Step\(|Yen\(", each)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_character_of_our_own_is_in_the_fonts(example: Any, language: Any) -> None:
    """No catalog has a character that a paper would be refused for."""
    payload = paper_payload(assess(example.contract, example.as_of, rulebook()), wording(language))
    assert unprintable("".join(each for each in leaves(payload) if isinstance(each, str))) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_months_and_sums_are_those_of_the_statement(example: Any) -> None:
    """Each month has a row that ends in its total; the last line has the totals."""
    payload = paper_payload(assess(example.contract, example.as_of, rulebook()), wording("ja"))
    expected = example.expected
    table = block(payload, "table", "月別明細")
    assert [row[-1] for row in rows(table)] == [f"{month['total']:,}" for month in expected["months"]]
    assert table["sum"][-1] == f"{expected['totals']['total']:,}"
    amounts = [row[1] for row in block(payload, "totals")["rows"]]
    assert amounts == [f"¥{expected['totals'][name]:,}" for name in ("subtotal", "tax", "total")]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_settlement_and_the_credits_are_those_of_the_statement(example: Any) -> None:
    """Line by line, and only where there are any."""
    payload = paper_payload(assess(example.contract, example.as_of, rulebook()), wording("ja"))
    settlement, headings = example.expected["settlement"], [each.get("heading") for each in payload["blocks"]]
    assert ("最低利用期間内解除調定金" in headings) is (settlement is not None)
    if settlement is not None:
        table = block(payload, "table", "最低利用期間内解除調定金")
        assert [row[-1] for row in rows(table)] == [f"{line['amount']:,}" for line in settlement["lines"]]
    assert ("障害による料金の減額" in headings) is bool(example.expected["outages"])
    if example.expected["outages"]:
        table = block(payload, "table", "障害による料金の減額")
        assert [row[3] for row in rows(table)] == [str(each["whole_days"]) for each in example.expected["outages"]]
        credited = example.expected["totals"]["credits"]
        assert table["sum"][-1] == (f"▲{credited:,}" if credited else "–")


def test_columns_without_content_are_left_out() -> None:
    """A plain quote has neither credits nor a settlement, nor the fee before proration where no month is prorated."""
    plain = summary({"dates": {"accepted_on": "2024-06-10", "billing_start": "2024-07-01"}}, counted(("2024-07-01", 10)))
    titles = [column["title"] for column in block(plain, "table", "月別明細")["columns"]]
    assert titles == ["請求月", "日数", "最大\nアカウント数", "月額費用", "消費税", "合計（税込）"]
    prorated = [column["title"] for column in block(summary(), "table", "月別明細")["columns"]]
    assert "月額\n（1か月分）" in prorated


def test_each_rate_of_tax_has_its_line() -> None:
    """Across October 2019 there are two rates, and a column that says which."""
    payload = summary({"dates": {"accepted_on": "2019-06-10", "billing_start": "2019-07-01"}}, counted(("2019-07-01", 10)))
    assert block(payload, "totals")["rates"] == ["8%対象 ¥3,000、消費税 ¥240", "10%対象 ¥9,000、消費税 ¥900"]
    assert "税率" in [column["title"] for column in block(payload, "table", "月別明細")["columns"]]


def test_the_settlement_outside_the_scope_of_tax_has_its_line() -> None:
    """It is named beside the rates; taxed, it is not."""
    assert block(summary(notice("2024-12-02")), "totals")["rates"][-1].startswith("不課税 ¥")
    assert len(block(summary(notice("2024-12-02"), policy(settlement_taxable=True)), "totals")["rates"]) == 1


def test_the_figures_name_the_end_only_of_a_contract_that_ends() -> None:
    """Four without a termination, six with one; the largest first."""
    assert len(block(summary(), "figures")["items"]) == 4
    items = block(summary(notice("2024-12-02")), "figures")["items"]
    # 709 + 5 × 1,000 + 32, tax 573; settlement 967 + 5 × 1,000 + 290.
    assert [(each["label"], each["value"]) for each in items] == [
        ("期間合計（税込）", "¥12,571"),
        ("解除日", "2025年1月1日"),
        ("調定金", "¥6,257"),
        ("初期費用（税抜）", "¥0"),
        ("月額（税抜）", "¥1,000"),
        ("最低利用期間の満了日", "2025年7月9日"),
    ]


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (ended("2025-01-31", "article_28_2"), "一般規程第28条による解除のため不要"),
        (notice("2025-06-09"), "最低利用期間を満了するため不要"),
        (ended("2025-01-31"), "残余の期間 159日"),
    ],
)
def test_the_settlement_says_why_it_is_so(change: dict[str, Any], note: str) -> None:
    """Exempt, over, or so many days."""
    assert block(summary(change), "figures")["items"][2]["note"] == note


def test_a_monthly_fee_that_varies_is_given_from_least_to_most() -> None:
    """Nobody is told one figure that is right for some months only."""
    payload = summary(counted(("2024-07-10", 10), ("2024-09-01", 25)))
    assert block(payload, "figures")["items"][2]["value"] == "¥1,000〜¥2,500"


def test_a_contract_that_ends_before_it_begins_has_no_monthly_fee() -> None:
    """The figure says that no month is billed."""
    items = block(summary(ended("2024-06-20")), "figures")["items"]
    assert (items[4]["value"], items[4]["note"]) == ("–", "請求する月がありません")


def test_with_nothing_to_bill_there_is_no_table_of_months() -> None:
    """A contract without fees that is broken off before it begins and owes nothing has neither rows nor rates."""
    payload = summary(ended("2024-06-20", "article_28_2"))
    assert "月別明細" not in [each.get("heading") for each in payload["blocks"]]
    assert block(payload, "totals")["rates"] == []


def test_days_stand_in_order_of_time_with_their_era_and_article() -> None:
    """The notice, the earliest day, the effective day, the end of the term."""
    found = rows(block(summary(notice("2024-12-02", "2025-01-31")), "table", "主な日付"))
    assert [row[0] for row in found] == [
        "2024年6月10日（月）",
        "2024年7月10日（水）",
        "2024年12月2日（月）",
        "2025年1月1日（水）",
        "2025年1月31日（金）",
        "2025年1月31日（金）",
        "2025年7月9日（水）",
    ]
    assert found[-1] == ["2025年7月9日（水）", "令和7年", "最低利用期間の満了日", "第1条"]


def test_possible_credits_are_told_from_given_ones() -> None:
    """What can still be claimed stands in parentheses with its last day, and is not in the sum."""
    payload = summary({"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30")]})
    table = block(payload, "table", "障害による料金の減額")
    assert rows(table)[0][-1] == "（66）"
    assert table["sum"][-1] == "–"
    assert table["notes"]
    assert "減額の請求期限（障害1）" in [row[2] for row in rows(block(payload, "table", "主な日付"))]


def test_the_customer_does_not_read_the_warnings_meant_for_the_house() -> None:
    """A suspect number of the issuer's and a digest that does not match are not the customer's matter."""
    payload = summary({"issuer": {"registration_number": "T1"}, "digest": "sha256:0"})
    assert not [each for each in payload["blocks"] if each["kind"] == "notices"]


def test_every_other_warning_is_told() -> None:
    """Each warning of the calculation has its sentence for customers in both languages, but those meant for the house."""
    codes = set(re.findall(r'Problem\(\(.*?\), "([a-z_]+)"', Path(cautions.__file__).read_text(encoding="utf-8")))
    assert len(codes) == 8
    assert codes - OF_THE_HOUSE == codes - {"registration_number_suspect"}
    for language in ("ja", "en"):
        assert all(wording(language).has(f"paper.notice.{code}") for code in codes - OF_THE_HOUSE)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"dates": {"accepted_on": None}}, "申込の承諾日が未定"),
        (ended("2024-06-20"), "解除日の2024年6月20日（木）が課金開始日の2024年7月10日（水）より前"),
        (notice("2024-12-02", "2024-12-10"), "2025年1月1日（水）に解除となります"),
        (
            {"outages": [outage("2024-11-20T09:00", "2024-11-22T09:00"), outage("2024-07-01T09:00", "2024-07-12T09:00")]},
            "障害2は",
        ),
        (
            {"outages": [outage("2024-09-17T09:00", "2024-09-19T09:00")]},
            "障害1の減額の請求期限は2024年12月18日（水）で、基準日からあと8日です",
        ),
        ({**notice("2024-12-02"), **counted(("2024-07-10", 10), ("2025-03-01", 20))}, "計算すると¥"),
    ],
)
def test_a_warning_is_told_in_words_for_the_customer(changes: dict[str, Any], said: str) -> None:
    """It says what was assumed or when something must be done, with its article."""
    items = block(summary(changes), "notices")["items"]
    assert any(said in each for each in items)
    assert all(each.endswith("。") and "{" not in each for each in items)


def test_what_is_printed_is_checked_and_nothing_else_is_printed() -> None:
    """A mark in every text field: those that papers print stand in the list of checked fields, notes and the memo nowhere."""
    texts = [field.path for field in FIELDS if field.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.TEXT_LIST)]
    texts = [path for path in texts if path not in {("format",), ("digest",)}]
    assert set(texts) == {*PRINTED, *NEVER_PRINTED}
    data = contract_file(
        notice("2024-12-02"),
        {"outages": [outage("2024-11-01T09:00")], "changes": [{"accepted_on": "2024-10-03", "item": "other"}]},
    )
    marks = {path: f"mark{number}.example" for number, path in enumerate(texts)}
    for path, mark in marks.items():
        place(data, path, "192.0.2.77" if path[-1] == "ipv4_addresses" else mark)
    assessment = assess(data, AS_OF, rulebook())
    assert assessment.problems == ()
    payloads = [paper_payload(assessment, wording("ja"), kind, Options(enclosed=False)) for kind in KINDS]
    said = " ".join(each for payload in payloads for each in leaves(payload) if isinstance(each, str))
    printed = {path for path, mark in marks.items() if re.search(rf"{re.escape(mark)}(?!\d)", said)}
    assert printed | {("service", "ipv4_addresses")} == set(PRINTED)
    assert "192.0.2.77" in said


def place(data: dict[str, Any], path: tuple[Any, ...], text: str) -> None:
    """Put `text` into a field of a contract file, in a table into its first row."""
    if "*" in path:
        data[path[0]][0][path[-1]] = text
        return
    for key in path[:-1]:
        data = data.setdefault(key, {})
    data[path[-1]] = [text] if path[-1] in {"domains", "ipv4_addresses"} else text


def test_the_faults_of_a_contract_name_the_place_in_a_list() -> None:
    """The window can mark the very row."""
    contract = read(contract_file({"service": {"domains": ["a.example", "ع.example"]}}))
    assert [(each.path, each.characters) for each in faults_of(contract)] == [(("service", "domains", 1), ("ع",))]


def test_a_contract_with_errors_gives_no_payload() -> None:
    """There is nothing to say of it."""
    with pytest.raises(PaperError):
        summary(counted())


@pytest.mark.parametrize(
    ("name", "shown"), [("株式会社甲", "株式会社甲　御中"), ("乙商店御中", "乙商店御中"), ("丙 様", "丙 様")]
)
def test_a_name_has_one_honorific(name: str, shown: str) -> None:
    """One that was typed is not doubled."""
    assert block(summary({"customer": {"name": name}}), "head")["to"]["name"] == shown


def test_prices_are_told_by_model() -> None:
    """Bands with their limits, packs with their size, what goes with them only where it is not nothing."""
    tiers = [{"up_to": 100, "unit_price": "250"}, {"up_to": None, "unit_price": "199.5"}]
    volume = dict(block(summary(priced("volume", tiers=tiers)), "pairs")["items"])
    assert volume["月額の料金体系"] == "数量一律制（1〜100件 ¥250、101件〜 ¥199.5）"
    assert "最低料金（月額）" not in volume
    packs = priced("package", package_size=50, package_price="9000", minimum_charge=20_000)
    pack = dict(block(summary(packs), "pairs")["items"])
    assert (pack["月額の料金体系"], pack["最低料金（月額）"]) == ("パック制（50アカウントごとに ¥9,000）", "¥20,000")


def test_a_long_list_is_cut_with_its_number() -> None:
    """Forty addresses are twelve and the rest counted."""
    addresses = [f"192.0.2.{number}" for number in range(40)]
    pairs = dict(block(summary({"service": {"ipv4_addresses": addresses}}), "pairs")["items"])
    assert pairs["IPアドレス"].endswith("192.0.2.11、ほか28件")


def test_remarks_keep_their_lines_and_names_do_not() -> None:
    """A line end in a name is a blank, in the remarks a line."""
    payload = summary({"quote": {"remarks": "一\r\n二\n\n三\n\n"}, "title": "件\n名"})
    assert block(payload, "remarks")["lines"] == ["一", "二", "", "三"]
    assert block(payload, "head")["subject"] == ["件名：", "件 名"]


def test_the_largest_fee_is_derived_from_count_and_price() -> None:
    """The sentence has the count, the price and the result."""
    items = block(summary(), "beside")["left"]["items"]
    fee = next(each for each in items if each["label"].startswith("月額（"))
    assert fee["value"] == "¥1,000"
    assert "10件×¥100＝¥1,000" in fee["text"]


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "a", "漢", "𠮷", "\u200b", "\ufe0f", "\U000e0100", "　", "\u00a0"])
def test_characters_that_can_be_printed(character: str) -> None:
    """Blanks, line ends, selectors and marks that show nothing are no fault."""
    assert unprintable(f"甲{character}乙") == ()


@pytest.mark.parametrize(
    "character", ["😀", "ا", "א", "\u202e", "\u2067", "\u200f", "\x00", "\x1b", "\x7f", "\ue000", "\ufffd", "\U0010ffff"]
)
def test_characters_that_cannot(character: str) -> None:
    """Each is named once, however often it stands there."""
    assert unprintable(f"甲{character}乙{character}") == (character,)


def test_the_characters_of_the_fonts_are_those_that_another_reader_finds() -> None:
    """Our reading of the character map agrees with that of a library, for the bold face too."""
    with TTFont(str(REGULAR), lazy=True) as regular, TTFont(str(BOLD), lazy=True) as bold:
        maps = [regular["cmap"].getBestCmap(), bold["cmap"].getBestCmap()]
    assert set(maps[0]) == set(maps[1])
    ours = {code for code in range(0x30000) if not 0xD800 <= code < 0xE000 and glyph(chr(code))}
    assert ours == {code for code in maps[0] if code < 0x30000}


@pytest.mark.parametrize(
    ("text", "shown"), [("⽉", "月"), ("a\u00a0b", "a b"), ("神", "神"), ("\u2126", "\u2126"), ("㈱", "㈱"), ("\ufeffx", "x")]
)
def test_a_glyph_goes_by_its_usual_character(text: str, shown: str) -> None:
    """Only where the font draws both alike; others keep their own."""
    assert printable(text) in {shown, "\u03a9" if text == "\u2126" else shown}
    assert one_line(text) == printable(text)


@pytest.mark.parametrize("picture", [b"", b"\x89PNG", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(8), bytes(16) + b"\xff" * 8])
def test_a_picture_without_a_fitting_size_is_none(picture: bytes) -> None:
    """Nothing, cut off, empty, or far too large."""
    assert not is_picture(picture)
