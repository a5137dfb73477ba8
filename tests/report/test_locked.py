"""Papers behind a password: AES of 256 bits, nothing of them in the open, accessible as any other, and not for archives."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop_app.document.assess import Assessment, assess
from desktop_app.document.password import Password
from desktop_app.report.pdf import Options, pdf_bytes
from tests.cases.contracts import AS_OF, contract_file

PASSWORD = Password("ひみつｐａｓｓ")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return a contract with a paper."""
    from tests.cases.examples import rulebook  # noqa: PLC0415 - of the module's life

    return assess(contract_file(), AS_OF, rulebook())


@pytest.fixture(scope="module")
def content(assessment: Assessment) -> bytes:
    """Return the paper behind the password."""
    return pdf_bytes(assessment, "ja", "summary", Options(password=PASSWORD))


def test_only_the_password_opens_it(content: bytes) -> None:
    """Wide letters are as good as narrow ones, as in every reader."""
    assert not any(PdfReader(BytesIO(content)).decrypt(each) for each in ("", "x"))
    assert PdfReader(BytesIO(content)).decrypt("ひみつpass")


def test_it_is_encrypted_as_is_best(content: bytes) -> None:
    """Revision 6 with AES of 256 bits, the contract in it and the metadata, too."""
    encryption = PdfReader(BytesIO(content)).trailer["/Encrypt"].get_object()
    assert (encryption["/V"], encryption["/R"], encryption["/CF"]["/StdCF"]["/CFM"]) == (5, 6, "/AESV3")
    assert not any(each in content for each in (b"contract-calculator", b"<x:xmpmeta", b"/Keywords ("))


def test_it_keeps_what_makes_it_accessible_and_says_nothing_of_archives(content: bytes, assessment: Assessment) -> None:
    """Tags, language, title and contract are there; PDF/A, which forbids passwords, is not claimed."""
    open_one = PdfReader(BytesIO(pdf_bytes(assessment, "ja", "summary", Options())))
    read = PdfReader(BytesIO(content), password=PASSWORD.for_paper)
    root, plain = (each.trailer["/Root"].get_object() for each in (read, open_one))
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (plain["/Lang"], True)
    assert "/StructTreeRoot" in root
    assert read.metadata is not None and open_one.metadata is not None  # noqa: PT018 - for the types
    assert (read.metadata.title, read.metadata.author) == (open_one.metadata.title, open_one.metadata.author)
    assert [bytes(each.content) for each in read.attachment_list] == [bytes(each.content) for each in open_one.attachment_list]
    assert [page.extract_text() for page in read.pages] == [page.extract_text() for page in open_one.pages]
    about, of_open_one = (each["/Metadata"].get_object().get_data() for each in (root, plain))
    assert (b"pdfaid" in about, b"pdfaid" in of_open_one) == (False, True)
    assert b"pdfuaid" in about


def test_no_two_are_alike(content: bytes, assessment: Assessment) -> None:
    """As encryption must be; without a password they are."""
    assert pdf_bytes(assessment, "ja", "summary", Options(password=PASSWORD)) != content
