"""The contract inside a paper: read as it was attached, and whatever else a PDF holds or does there is a sentence."""

import logging
import tracemalloc
import zlib
from pathlib import Path
from random import Random

import pytest

from desktop_app.document.bounds import MOST_ATTACHED, MOST_BYTES
from desktop_app.storage.attachment import MOST_PDF_BYTES, attached_contract, is_pdf, read_paper
from desktop_app.storage.contract_file import is_paper, load, read_bytes, save
from desktop_app.storage.failure import StorageError
from tests.cases.attached_papers import broken, paper, written
from tests.document.contract_data import EVERY_FIELD, as_bytes

pytestmark = pytest.mark.long
CONTRACT = as_bytes(EVERY_FIELD)
NOWHERE = Path("paper.pdf")
LOCK = "locked"
MEBIBYTE = 1024 * 1024


def by_hand(stream: bytes, filters: bytes, kids: bytes = b"/Names[(contract.json) 2 0 R]") -> bytes:
    """Return a PDF whose one attachment is a stream with filters, written object by object."""
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(
        (
            b"<</Type/Catalog/Names<</EmbeddedFiles<<" + kids + b">>>>>>",
            b"<</Type/Filespec/F(contract.json)/EF<</F 3 0 R>>>>",
            b"<</Length %d/Filter%s>>\nstream\n" % (len(stream), filters) + stream + b"\nendstream",
        ),
        start=1,
    ):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % each for each in places)
    return made + table + b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)


def cause(content: bytes) -> str:
    """Return why no contract is had from a PDF."""
    with pytest.raises(StorageError) as caught:
        attached_contract(content, NOWHERE)
    assert caught.value.path == NOWHERE
    return caught.value.cause


@pytest.mark.parametrize(
    "content",
    [
        paper(CONTRACT),
        written(("contract.json", CONTRACT)),
        written(("terms.txt", b"x"), ("contract.json", CONTRACT), ("z.json", b"{}")),
        by_hand(zlib.compress(CONTRACT), b"/FlateDecode"),
        by_hand(CONTRACT.hex().encode() + b">", b"/ASCIIHexDecode"),
        b"\xef\xbb\xbf\r\n" + paper(CONTRACT),
    ],
    ids=["ours", "another program's", "one of three", "compressed", "in hexadecimal", "moved"],
)
def test_the_contract_is_read_as_it_was_attached(content: bytes) -> None:
    """Byte for byte, whoever wrote the PDF."""
    assert attached_contract(content, NOWHERE) == CONTRACT


def test_a_paper_says_what_it_is() -> None:
    """Its keywords are read with its contracts."""
    read = read_paper(paper(CONTRACT, keywords=("one", "見積り")), NOWHERE)
    assert (read.keywords, read.contracts) == ("one, 見積り", (CONTRACT,))
    assert read_paper(written(), NOWHERE) == ("", ())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (paper(), "pdf_without_contract"),
        (paper(CONTRACT, name="contract.txt"), "pdf_without_contract"),
        (written(("../contract.json", CONTRACT)), "pdf_without_contract"),
        (written(("contract.json", CONTRACT), ("contract.json", CONTRACT)), "pdf_with_contracts"),
        (written(*[("contract.json", b"{}")] * 500), "pdf_with_contracts"),
        (written(*[("a", b"{}")] * 500, ("contract.json", CONTRACT)), "pdf_without_contract"),
        (written(("contract.json", CONTRACT), password=LOCK), "password_missing"),
        (CONTRACT, "not_pdf"),
        (b"", "not_pdf"),
        (b"%PDF-", "pdf_unreadable"),
        (b"%PDF-1.7\n%%EOF", "pdf_unreadable"),
        (b"%PDF-1.7\n" + b"\x00" * MEBIBYTE, "pdf_unreadable"),
        (b"%PDF-1.7\n" + b"[" * MEBIBYTE + b"\nstartxref\n9\n%%EOF", "pdf_unreadable"),
        (paper(CONTRACT)[:-200], "pdf_unreadable"),
        (b"%PDF-1.7\n" + b" " * MOST_PDF_BYTES, "pdf_too_large"),
        (by_hand(CONTRACT, b"/FlateDecode"), "pdf_unreadable"),
        (by_hand(CONTRACT, b"/Nonsense"), "pdf_unreadable"),
        (by_hand(CONTRACT, b"[" + b"/ASCIIHexDecode" * 50 + b"]"), "pdf_unreadable"),
        (by_hand(CONTRACT, b"[]", kids=b"/Kids[1 0 R]"), "pdf_without_contract"),
        (by_hand(CONTRACT, b"[]", kids=b"/Names[(contract.json)]"), "pdf_without_contract"),
        (by_hand(CONTRACT, b"[]", kids=b"/Names[(contract.json) 9 0 R]"), "pdf_without_contract"),
    ],
)
def test_why_there_is_no_contract_is_told(content: bytes, expected: str) -> None:
    """None, too many, locked, broken, too large."""
    assert cause(content) == expected


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_small_pdf_that_unpacks_to_much_is_refused_in_little_memory(layers: int) -> None:
    """However often it is packed."""
    content = bytes(100 * MEBIBYTE)
    for _ in range(layers):
        content = zlib.compress(content, 9)
    bomb = by_hand(content, b"[" + b"/FlateDecode" * layers + b"]")
    tracemalloc.start()
    try:
        assert cause(bomb) == "pdf_unreadable"
        assert tracemalloc.get_traced_memory()[1] < 6 * MOST_ATTACHED
    finally:
        tracemalloc.stop()


def test_a_contract_larger_than_any_that_is_attached_is_refused() -> None:
    """A little paper cannot unpack to a large contract."""
    content = b" " * (MOST_ATTACHED - len(CONTRACT)) + CONTRACT
    assert attached_contract(by_hand(zlib.compress(content), b"/FlateDecode"), NOWHERE) == content
    assert cause(by_hand(zlib.compress(b" " + content), b"/FlateDecode")) == "pdf_unreadable"


def test_reading_comes_to_an_end_whatever_the_file_does() -> None:
    """A table of contents that is missing is looked for from every object on: that would take minutes."""
    with pytest.raises(StorageError) as caught:
        read_paper(b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 1_500_000, NOWHERE)
    assert (caught.value.cause, caught.value.detail) == ("pdf_unreadable", "EndlessReadingError")


def test_ten_thousand_broken_papers_are_read_or_refused() -> None:
    """Nothing else is ever thrown, and some still have their contract."""
    random = Random(6)  # noqa: S311 - the same files in every run
    papers = (paper(CONTRACT, keywords=("x",)), written(("contract.json", CONTRACT)), by_hand(zlib.compress(CONTRACT), b"/Fl"))
    seen: dict[str, int] = {}
    for number in range(10_000):
        content = broken(papers[number % len(papers)], random)
        try:
            attached_contract(content, NOWHERE)
            said = "read"
        except StorageError as error:
            said = error.cause
        seen[said] = seen.get(said, 0) + 1
    assert {"read", "pdf_unreadable", "pdf_without_contract", "not_pdf"} <= set(seen)
    assert min(seen["read"], seen["pdf_unreadable"]) > 1000


def test_the_library_says_nothing_of_what_is_in_a_broken_file(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither in a log nor on the terminal: it would repeat texts of the contract."""
    random = Random(7)  # noqa: S311 - the same files in every run
    with caplog.at_level(logging.DEBUG):
        details = {_detail(broken(written(("contract.json", CONTRACT)), random)) for _ in range(200)}
    assert len(details) > 2
    assert all(each.isidentifier() for each in details if each)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def _detail(content: bytes) -> str:
    try:
        attached_contract(content, NOWHERE)
    except StorageError as error:
        return error.detail
    return ""


@pytest.mark.parametrize("content", [CONTRACT, b"", b"{", b'{"%PDF-": 1}', b"x%PDF-1.7", b"[1]"])
def test_a_contract_file_is_never_taken_for_a_paper(content: bytes) -> None:
    """No JSON begins as a PDF does."""
    assert not is_pdf(content)


def test_a_paper_is_opened_as_a_contract_file_is(tmp_path: Path) -> None:
    """By the same door, whatever it is called."""
    for name in ("paper.pdf", "paper.contract.json"):
        (tmp_path / name).write_bytes(paper(CONTRACT))
        assert load(tmp_path / name) == (EVERY_FIELD, ())


def test_of_a_large_paper_no_more_is_read_than_of_a_contract_file(tmp_path: Path) -> None:
    """It may have less, which is told of it."""
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-")
        file.truncate(MOST_BYTES + MEBIBYTE)
    content = read_bytes(path)
    assert len(content) == MOST_BYTES + 1
    assert cause(content) == "pdf_too_large"


def test_a_contract_is_never_saved_over_a_paper(tmp_path: Path) -> None:
    """It was opened from there, but the paper is another's."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper(CONTRACT))
    with pytest.raises(StorageError) as caught:
        save(path, EVERY_FIELD)
    assert caught.value.cause == "is_a_paper"
    assert path.read_bytes() == paper(CONTRACT)
    assert is_paper(path)
    assert not is_paper(tmp_path)
    assert not is_paper(tmp_path / "missing.pdf")
    assert not is_paper(tmp_path / ("n" * 5000))
    path.write_bytes(CONTRACT)
    assert save(path, EVERY_FIELD)["title"] == EVERY_FIELD["title"]
