"""The contract inside a paper: what is attached to a PDF and what it says of itself, read from a file that nobody vouches for."""

from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from desktop_app.document.bounds import MOST_ATTACHED
from desktop_app.document.panics import PanicError, panics_told
from desktop_app.document.password import Password
from desktop_app.storage.failure import StorageError

NAME = "contract.json"
MOST_PDF_BYTES = 32 * 1024 * 1024
MOST_ATTACHMENTS = 100
MOST_WORK, WORK_EACH_TIME = 1_000_000_000, 4_000
"""What reading one PDF may cost: every byte as often as it is read, and so much for each time."""
LIMITS = {
    "maximum_declared_stream_length": MOST_PDF_BYTES,
    "array_based_stream_maximum_output_length": MOST_ATTACHED,
    "zlib_maximum_output_length": MOST_ATTACHED,
    "zlib_maximum_recovery_input_length": 0,
    "lzw_maximum_output_length": MOST_ATTACHED // 8,
    "run_length_maximum_output_length": MOST_ATTACHED // 8,
    "stream_filters_maximum_length": 2,
    "stream_decoding_work_maximum_length": 2 * MOST_ATTACHED,
    "disable_legacy_handling": True,
}
"""What a PDF may unpack to, however small it is."""
_START = b"%PDF-"
_BEFORE_THE_START = b"\xef\xbb\xbf\x00\t\n\x0c\r "


class Paper(NamedTuple):
    """What a PDF says of itself (its keywords, in which the result code stands) and the contracts that are attached to it."""

    keywords: str
    contracts: tuple[bytes, ...]


class EndlessReadingError(BaseException):
    """A PDF is read again and again; a panic and no Exception, which the library would take for a fault to be mended."""


class _Stream(BytesIO):
    """The bytes of a PDF, to be read only so often: no file, however it is made, keeps the program busy for long."""

    left = MOST_WORK

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes; EndlessReadingError when that was done too often."""
        content = super().read(size)
        self.left -= WORK_EACH_TIME + len(content)
        if self.left < 0:
            raise EndlessReadingError
        return content


def is_pdf(content: bytes) -> bool:
    """Return whether the bytes begin as a PDF does; no JSON begins so."""
    return content[:1024].lstrip(_BEFORE_THE_START).startswith(_START)


def attached_contract(content: bytes, path: Path, password: Password | None = None) -> bytes:
    """Return the contract file that is attached to a PDF; StorageError when there is none, or none that can be read."""
    contracts = read_paper(content, path, password).contracts
    if not contracts:
        raise StorageError("pdf_without_contract", path)
    if len(contracts) > 1:
        raise StorageError("pdf_with_contracts", path)
    return contracts[0]


def read_paper(content: bytes, path: Path, password: Password | None = None) -> Paper:
    """Return what a PDF holds for us; StorageError when it is none, is too large, locked or broken, whatever way it is."""
    if not is_pdf(content):
        raise StorageError("not_pdf", path)
    if len(content) > MOST_PDF_BYTES:
        raise StorageError("pdf_too_large", path)
    try:
        with panics_told():
            found = _paper(content, password)
    except PanicError as panic:
        raise StorageError("pdf_unreadable", path, panic.kind) from None
    except Exception as error:  # noqa: BLE001 - whatever the library finds in a hostile file
        raise StorageError("pdf_unreadable", path, type(error).__name__) from None
    if found is None:
        raise StorageError("password_missing" if password is None else "password_wrong", path)
    return found


def _paper(content: bytes, password: Password | None) -> Paper | None:
    """Return what a PDF holds, None when it is encrypted and this password does not open it."""
    import logging  # noqa: PLC0415 - as the next

    from pypdf import PdfReader, apply_configuration  # noqa: PLC0415 - a tenth of a second that few commands need

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its remarks on a broken file repeat what is in it
    with apply_configuration(None, **LIMITS):
        reader = PdfReader(_Stream(content))
        if reader.is_encrypted and not reader.decrypt("" if password is None else password.for_paper):
            return None
        about = reader.metadata
        keywords = "" if about is None else str(about.get("/Keywords") or "")
        attached = (each for each in islice(reader.attachment_list, MOST_ATTACHMENTS) if each.name == NAME)
        return Paper(keywords, tuple(bytes(each.content) for each in islice(attached, 2)))
