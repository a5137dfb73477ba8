"""The PDF that is written: archivable, tagged, searchable, the same every time; and what cannot be printed is named."""

import io
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from struct import pack
from typing import Any
from zlib import compress, crc32

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from desktop_app.document.assess import Assessment, assess
from desktop_app.report.paper_kinds import KINDS
from desktop_app.report.pdf import PaperError, pdf_bytes
from desktop_app.wording.days import LANGUAGES
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, contract_file, counted, notice, outage, policy
from tests.cases.examples import RESOURCES, rulebook, worked_examples

A4 = (595.28, 841.89)
FULL = {
    "title": "メールサービスのお見積り",
    "quote": {"number": "Q-2024-0012", "issued_on": "2024-06-03", "remarks": "一行目\n二行目", "memo": "社外秘のメモ"},
    "issuer": {"company": "見本通信株式会社", "registration_number": "T4010001234567"},
    "customer": {"name": "株式会社見本", "department": "情報システム部", "contact": "山田 太郎"},
    "service": {"business_name": "見本メール", "domains": ["mihon.example"], "ipv4_addresses": ["192.0.2.1"]},
    "prices": {"initial_fee": 300_000},
}


def assessed(*changes: dict[str, Any], as_of: date = AS_OF) -> Assessment:
    """Return what the base contract with `changes` comes to."""
    return assess(contract_file(*changes), as_of, rulebook())


def opened(content: bytes) -> PdfReader:
    """Return a PDF as it is read."""
    return PdfReader(io.BytesIO(content), strict=True)


def text_of(content: bytes) -> str:
    """Return the text of all pages of a PDF, without line ends."""
    return "".join(page.extract_text() for page in opened(content).pages).replace("\n", "")


def fault_of(*changes: dict[str, Any]) -> PaperError:
    """Return why there is no paper of the base contract with `changes`."""
    with pytest.raises(PaperError) as raised:
        pdf_bytes(assessed(*changes))
    return raised.value


def fonts_of(reader: PdfReader) -> Iterator[Any]:
    """Yield the descriptors of the fonts of all pages."""
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            for descendant in font.get_object()["/DescendantFonts"]:
                yield descendant.get_object()["/FontDescriptor"]


def test_the_paper_is_a4() -> None:
    """Every page has the size of A4, upright."""
    for page in opened(pdf_bytes(assessed(FULL))).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=0.1)


def test_every_font_is_embedded() -> None:
    """Nothing depends on what is installed where it is read."""
    descriptors = list(fonts_of(opened(pdf_bytes(assessed(FULL)))))
    assert descriptors
    assert all("/FontFile3" in each.get_object() for each in descriptors)
    assert {str(each["/FontName"]).partition("+")[2] for each in descriptors} == {"NotoSansCJKjp-Regular", "NotoSansCJKjp-Bold"}


@pytest.mark.parametrize(("language", "tag"), [("ja", "ja-JP"), ("en", "en-GB")])
def test_the_paper_is_tagged_and_archivable(language: Any, tag: str) -> None:
    """It claims PDF/A-3a and PDF/UA-1, has a tree of tags, a language, a title and an author."""
    content = pdf_bytes(assessed(FULL), language)
    reader = opened(content)
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert isinstance(catalog.raw_get("/StructTreeRoot"), IndirectObject)
    assert catalog["/Lang"] == tag
    assert reader.metadata is not None
    assert "株式会社見本" in str(reader.metadata.title)
    assert reader.metadata.author == "見本通信株式会社"
    claims = catalog["/Metadata"].get_data().decode("utf-8")
    assert "<pdfaid:part>3</pdfaid:part>" in claims
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in claims
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims


def test_the_figures_of_the_worked_example_can_be_searched_for() -> None:
    """Customer, amounts, days and words come out as they are written, none as a radical that looks alike."""
    example = next(each for each in worked_examples() if each.name == "02-terminated-mid-term")
    text = text_of(pdf_bytes(assess(example.contract, example.as_of, rulebook())))
    for part in (
        "株式会社サンプル　御中",
        "¥3,281,111",
        "¥1,248,516",
        "調定金",
        "月別明細",
        "▲15,733",
        "2025年7月9日",
        "令和7年",
    ):
        assert part in text
    assert not [character for character in text if "\u2e80" <= character <= "\u2fdf"]


def test_radicals_that_came_along_by_copying_are_printed_as_characters() -> None:
    """A name copied out of another program's PDF makes neither itself nor the rest of the paper unsearchable."""
    text = text_of(pdf_bytes(assessed(FULL, {"customer": {"name": "⽇本⾒積株式会社"}})))
    assert "日本見積株式会社" in text
    assert "月額" in text


def test_in_english_no_japanese_stands_but_what_was_typed() -> None:
    """Headings, sentences, days and articles are English."""
    content = pdf_bytes(assessed({"customer": {"name": "Example Ltd"}}, notice("2024-12-02")), "en")
    text = text_of(content)
    assert "Summary of Contract and Charges" in text
    assert "1 January 2025" in text
    assert not [character for character in text if "\u3000" <= character <= "\u9fff"]


@pytest.mark.parametrize(("months", "most"), [(1, 2), (12, 2), (24, 2), (36, 2), (120, 5)])
def test_every_page_is_numbered_and_there_are_not_too_many(months: int, most: int) -> None:
    """Each page says which of how many it is; three years stand on two."""
    texts = [page.extract_text() for page in opened(pdf_bytes(assessed(FULL, policy(quote_months=months)))).pages]
    assert len(texts) <= most
    assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, start=1))


def test_the_head_of_the_months_is_repeated() -> None:
    """On each page on which months stand, the columns are named."""
    texts = [page.extract_text() for page in opened(pdf_bytes(assessed(FULL, policy(quote_months=120)))).pages]
    with_months = [text for text in texts if "2026年3月" in text or "2030年3月" in text or "2033年3月" in text]
    assert len(with_months) >= 3
    assert all("請求月" in text and "合計（税込）" in text for text in with_months)


def test_the_same_contract_gives_the_same_bytes() -> None:
    """Twice in one process, also with another paper in between."""
    first = pdf_bytes(assessed(FULL))
    pdf_bytes(assessed(FULL), "en")
    assert pdf_bytes(assessed(FULL)) == first


def test_another_process_in_another_time_zone_gives_the_same_bytes() -> None:
    """Neither clock nor zone nor hash seed nor path nor what was set before gets into the paper."""
    program = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from desktop_app.document.assess import assess_content\n"
        "from desktop_app.storage.rulebook import installed_rules\n"
        "from desktop_app.report.pdf import Options, pdf_bytes\n"
        "if len(sys.argv) > 2:\n"
        "    pdf_bytes(assess_content(Path(sys.argv[2]).read_bytes(), date(2025, 2, 17), installed_rules()))\n"
        "found = assess_content(Path(sys.argv[1]).read_bytes(), date(2025, 2, 17), installed_rules())\n"
        "rules = Options(installed_rules())\n"
        "for kind in ('summary', 'quote', 'charges', 'credit'):\n"
        "    sys.stdout.buffer.write(pdf_bytes(found, 'ja', kind, rules))"
    )
    samples = [RESOURCES / "samples" / f"{name}.contract.json" for name in ("outage", "new-quote")]
    outputs = []
    for zone, seed, files in (("Asia/Tokyo", "1", samples[:1]), ("America/New_York", "2", samples)):
        environment = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(RESOURCES.parent)}
        done = subprocess.run([sys.executable, "-c", program, *map(str, files)], capture_output=True, check=True, env=environment)
        outputs.append(done.stdout)
    assert outputs[0].startswith(b"%PDF-")
    assert outputs[0] == outputs[1]


def test_papers_can_be_made_in_several_threads_at_once() -> None:
    """The one typesetter takes them in turn, and mixes nothing up."""
    found: dict[str, str] = {}

    def make(name: str) -> None:
        found[name] = text_of(pdf_bytes(assessed({"customer": {"name": name}})))

    threads = [threading.Thread(target=make, args=(f"株式会社第{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(f"{name}　御中" in text for name, text in found.items())


def stored_in(content: bytes) -> Iterator[bytes]:
    """Yield a PDF as it is, and each of its streams unpacked."""
    yield content
    reader = opened(content)
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            yield found.get_data()


@pytest.mark.parametrize("kind", KINDS)
def test_the_memo_stays_in_the_house(kind: Any) -> None:
    """No byte of any paper has it, packed or not, in whatever encoding; the remarks, which are meant for others, are found so."""
    everything = (FULL, notice("2024-12-02"), {"outages": [outage("2024-11-01T09:00", "2024-11-03T10:30")]})
    for language in LANGUAGES:
        content = pdf_bytes(assessed(*everything), language, kind)
        stored = list(stored_in(content))
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "cp932", "unicode_escape"):
            assert not [each for each in stored if "社外秘".encode(encoding) in each]
        assert [each for each in stored if "一行目".encode() in each]
        assert content == pdf_bytes(assessed(*everything, {"quote": {"memo": ""}}), language, kind)


@pytest.mark.parametrize(
    "name",
    [
        "#sys.inputs.payload",
        "$x^2$ *太字*",
        '<img src="//host/x.png">',
        '#eval("1")',
        '#import "/paper.typ"',
        "\\u{41} `a` @b ~c",
        "= 見出し",
        '"))) #panic("x") //',
        "\\",
        '\\"',
    ],
)
def test_what_the_customer_is_called_is_never_read_as_markup(name: str) -> None:
    """Every character of a hostile name stands on the paper as it was typed."""
    assert f"{name}　御中" in text_of(pdf_bytes(assessed({"customer": {"name": name}})))


@pytest.mark.parametrize("name", ["あ" * 200, "A" * 200, "、" * 200, "ー" * 200, "Wx9-" * 50])
def test_a_long_name_stays_within_the_page(name: str) -> None:
    """Two hundred characters are all there, and none of them lies beyond the margin."""
    everywhere = {
        "title": name,
        "customer": {"name": name, "department": name, "contact": name, "administrator": name},
        "issuer": {"company": name, "address": name, "email": name},
        "quote": {"number": name, "remarks": name},
        "service": {"business_name": name},
    }
    reader = opened(pdf_bytes(assessed(everywhere)))
    rights: list[float] = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda text, _cm, tm, _font, _size: rights.append(tm[4]) if text.strip() else None)
    assert max(rights) < A4[0] - 40
    assert "".join(page.extract_text() for page in reader.pages).replace("\n", "").count(name) >= 6


@pytest.mark.parametrize(
    ("changes", "path", "character"),
    [
        ({"customer": {"name": "山田商店😀"}}, ("customer", "name"), "😀"),
        ({"issuer": {"address": "東京都\nا"}}, ("issuer", "address"), "ا"),
        ({"quote": {"remarks": "evil\u200f1"}}, ("quote", "remarks"), "\u200f"),
        ({"title": "件名\u061c"}, ("title",), "\u061c"),
        ({"customer": {"contact": "山\u200e田"}}, ("customer", "contact"), "\u200e"),
        ({"service": {"business_name": "外字\ue000"}}, ("service", "business_name"), "\ue000"),
        ({"service": {"domains": ["mihon.example", "ع.example"]}}, ("service", "domains", 1), "ع"),
    ],
)
def test_a_character_without_a_glyph_is_named_with_its_field(
    changes: dict[str, Any], path: tuple[Any, ...], character: str
) -> None:
    """No box, nothing left out: the paper is refused, and the sentence says where and what."""
    error = fault_of(FULL, changes)
    assert (error.code, error.path, error.faults[0].characters) == ("characters", path, (character,))
    for language in ("ja", "en"):
        said = error.sentence(wording(language))
        assert f"U+{ord(character):04X}" in said
        assert wording(language).label(path) in said


def test_all_faults_are_told_together() -> None:
    """Two fields with an emoji are two lines."""
    error = fault_of({"title": "😀", "customer": {"name": "🍣"}})
    assert [each.path for each in error.faults] == [("title",), ("customer", "name")]
    assert len(error.sentence(wording("ja")).splitlines()) == 2


def test_a_memo_may_hold_anything() -> None:
    """What is not printed is not checked."""
    assert pdf_bytes(assessed(FULL, {"quote": {"memo": "😀\u200f"}})).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "name",
    ["𠮷野家", "髙島", "山﨑", "㈱見本", "①号館", "㍻と㋿", "葛\U000e0100城", "か\u3099", "A\u00a0B\u200bC", "한국\u3164어"],
)
def test_unusual_characters_of_japanese_names_are_printed(name: str) -> None:
    """Characters that other programs stumble over go through."""
    visible = name.replace("\u200b", "").replace("\u3164", "").replace("\u00a0", " ")
    assert visible in text_of(pdf_bytes(assessed({"customer": {"name": name}})))


def test_a_contract_with_errors_has_no_paper() -> None:
    """The error says so rather than printing half of it."""
    assert fault_of(counted()).code == "contract_has_errors"


def png(width: int, height: int) -> bytes:
    """Return a red picture."""
    rows = compress((b"\0" + b"\xff\0\0" * width) * height)
    parts = ((b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    chunks = (pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def sealed(picture: bytes) -> dict[str, Any]:
    """Return the change of a contract whose issuer has a seal."""
    return {"issuer": {"company": "見本通信株式会社", "seal_png": b64encode(picture).decode("ascii")}}


def test_a_seal_stands_on_the_paper_with_its_name() -> None:
    """It is a picture in the page, described for those who cannot see it."""
    content = pdf_bytes(assessed(sealed(png(60, 60))))
    assert len(opened(content).pages[0].images) == 1
    assert pdf_bytes(assessed(FULL)).count(b"/Alt") < content.count(b"/Alt") or b"/Figure" in content


@pytest.mark.parametrize(
    "picture", [png(60, 60)[:33] + png(60, 60)[-12:], png(1, 1)[:16] + pack(">II", 60_000, 60_000) + png(1, 1)[24:]]
)
def test_a_seal_that_is_no_picture_is_refused_with_its_field(picture: bytes) -> None:
    """A torn file, and one that claims to be enormous."""
    error = fault_of(sealed(picture))
    assert (error.code, error.path) == ("seal", ("issuer", "seal_png"))
    assert error.sentence(wording("ja"))


@pytest.mark.parametrize("count", [0, 1, 10])
def test_each_outage_has_its_row_and_its_reason(count: int) -> None:
    """Ten of them go over the pages without losing one."""
    outages = [
        outage(f"2024-{8 + i // 5:02d}-{1 + i % 5 * 5:02d}T09:00", f"2024-{8 + i // 5:02d}-{3 + i % 5 * 5:02d}T10:30")
        for i in range(count)
    ]
    text = text_of(pdf_bytes(assessed({"outages": outages})))
    assert text.count("49時間30分") == count
    assert ("障害による料金の減額" in text) is bool(count)


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(1, 1, 1), date(2200, 1, 1)])
def test_any_as_of_day_dates_a_paper(day: date) -> None:
    """The day of the document is that of the calculation, far off or not."""
    assert pdf_bytes(assessed(FULL, as_of=day)).startswith(b"%PDF-")
