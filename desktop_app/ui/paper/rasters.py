"""Pages of a PDF as pictures of points, drawn from its very bytes; only the press may call this."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_ubyte
from typing import Any, NamedTuple

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
EDGE = 4


class Size(NamedTuple):
    """Width and height of a page, in points."""

    width: float
    height: float


A4 = Size(595.28, 841.89)


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """Open a PDF, and close it with all its pages."""
    import pypdfium2  # noqa: PLC0415 - loaded with the first page that is shown

    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def sizes_of(document: Any) -> tuple[Size, ...]:
    """Return the size of every page."""
    return tuple(Size(*document.get_page_size(number)) for number in range(len(document)))


def pictures_of(document: Any, numbers: Sequence[int], scale: float) -> dict[int, QImage]:
    """Return pages as pictures, by number from 0, with so many pixels to a point; of those numbers for which there is a page."""
    return {number: _picture(document[number], scale) for number in numbers if number < len(document)}


def _picture(page: Any, scale: float) -> QImage:
    width, height = (max(1, round(side * scale)) for side in page.get_size())
    return _drawn(page, width, height, 0, height)


def strip(page: Any, width: int, height: int, top: int, rows: int) -> QImage:
    """Return so many rows of a page from `top` on, the whole page being so many pixels wide and high.

    Rows at an edge come out otherwise than amid a page: so there are more drawn than are kept.
    """
    return _drawn(page, width, height, top - EDGE, rows + 2 * EDGE).copy(0, EDGE, width, rows)


def _drawn(page: Any, width: int, height: int, top: int, rows: int) -> QImage:
    from pypdfium2 import PdfBitmap, raw  # noqa: PLC0415

    image = QImage(width, rows, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    memory = (c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
    bitmap = PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx, buffer=memory, stride=image.bytesPerLine())
    try:
        raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, -top, width, height, 0, raw.FPDF_ANNOT)
    finally:
        bitmap.close()
    return image


def without_other_pages(content: bytes, numbers: Sequence[int]) -> bytes:
    """Return a PDF with some of the pages of another, by number from 0."""
    from io import BytesIO  # noqa: PLC0415

    import pypdfium2  # noqa: PLC0415

    with opened(content) as document:
        chosen, file = pypdfium2.PdfDocument.new(), BytesIO()
        try:
            chosen.import_pages(document, list(numbers))
            chosen.save(file)
        finally:
            chosen.close()
    return file.getvalue()
