"""Paper on a printer: the pages of the very PDF, drawn in bands as fine as the printer can; into a file, the PDF itself."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.storage.atomic import write_atomically
from desktop_app.ui.paper.press import press
from desktop_app.ui.paper.rasters import opened, strip, without_other_pages

FINEST = 600
"""Dots to an inch; what a printer can beyond it is not seen."""
BAND = 512
"""Rows drawn at once, so that a page takes little memory however fine it is."""


class Printing:
    """A paper on its way to a printer; its steps are taken one after the other, beside the window, and can be given up."""

    def __init__(self, made: Callable[[], bytes], name: str, folder: Path) -> None:
        self._made, self._content = made, b""
        self.pages = 0
        self.failed = False
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(name)
        if not QPrinterInfo.availablePrinterNames():
            self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.printer.setOutputFileName(str(folder / f"{name}.pdf"))
        self.printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.printer.setFullPage(True)

    @property
    def file(self) -> Path | None:
        """The file into which is printed; None where it is a printer."""
        to_file = self.printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        return Path(self.printer.outputFileName()) if to_file and self.printer.outputFileName() else None

    def make(self, _given_up: Event) -> None:
        """Make the paper; PaperError when there is none."""
        self._content = self._made()
        self.pages = press().result_of(partial(pages_in, self._content))

    def do(self, given_up: Event) -> None:
        """Print it; StorageError when the file cannot be written, `failed` when the printer does not take it."""
        if self.file is None:
            self.failed = not press().result_of(partial(draw_pages, self._content, self.printer, given_up))
            return
        numbers = chosen_pages(self.printer, self.pages)
        whole = numbers == list(range(self.pages))
        content = self._content if whole else press().result_of(partial(without_other_pages, self._content, numbers))
        if not given_up.is_set():
            write_atomically(self.file, content)


def pages_in(content: bytes) -> int:
    """Return how many pages a PDF has; in the press."""
    with opened(content) as document:
        return len(document)


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """Return the numbers, from 0, of the pages to print, in the order of a printer."""
    ranges = printer.pageRanges()
    asked = printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    numbers = [number for number in range(pages) if not asked or ranges.contains(number + 1)]
    return numbers[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else numbers


def copies_of(printer: QPrinter, numbers: Sequence[int]) -> list[int]:
    """Return the pages as often as they are to be drawn; a printer that can make copies makes them itself."""
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return list(numbers) * times
    return [number for number in numbers for _ in range(times)]


def draw_pages(content: bytes, printer: QPrinter, given_up: Event) -> bool:
    """Draw the pages of a paper on a printer, in the press; return whether it took them."""
    with opened(content) as document:
        painter = QPainter()
        if not painter.begin(printer):
            return False
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # thin strokes are no photographs
        try:
            for place, number in enumerate(copies_of(printer, chosen_pages(printer, len(document)))):
                if place:
                    printer.newPage()
                _draw_page(painter, document[number], printer, given_up)
            if given_up.is_set():
                printer.abort()
        finally:
            painter.end()
    return printer.printerState() is not QPrinter.PrinterState.Error


def _draw_page(painter: QPainter, page: Any, printer: QPrinter, given_up: Event) -> None:
    """Draw a page as large as the sheet lets it be."""
    sheet, fine = printer.paperRect(QPrinter.Unit.DevicePixel), min(1.0, FINEST / printer.resolution())
    points = page.get_size()
    scale = min(sheet.width() / points[0], sheet.height() / points[1])
    width, height = (round(side * scale * fine) for side in points)
    for top in range(0, height, BAND):
        if given_up.is_set():
            return
        rows = min(BAND, height - top)
        painter.drawImage(QRectF(0, top / fine, width / fine, rows / fine), strip(page, width, height, top, rows))
