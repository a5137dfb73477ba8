"""What leaves the window: print, workbook, tables, deadlines; told where it is, or why it is not; and papers that come back."""

import json
from io import BytesIO
from pathlib import Path
from threading import Event
from zipfile import is_zipfile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.paper.press import press
from desktop_app.ui.paper.printing import chosen_pages, copies_of, draw_pages
from desktop_app.ui.paper.rasters import opened, pictures_of, strip
from desktop_app.ui.paper.wish import keep_wish, paper_bytes, wish_of
from desktop_app.ui.settings import Settings
from desktop_app.wording.wording import wording
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

NOT_SEEN = 4
CONTRACT = next(each.contract for each in worked_examples() if each.name == "02-terminated-mid-term")


@pytest.fixture
def sender(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with a contract that is ended in the middle of its term."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(CONTRACT, ensure_ascii=False), "utf-8")
    desk.open(file)
    desk.answers.asked.clear()
    desk.answers.file = None
    return desk


@pytest.fixture
def printer(tmp_path: Path, sender: Desk) -> QPrinter:
    """Return a printer that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setFullPage(True)
    return made


def settings_of(desk: Desk) -> Settings:
    """Return what the window of a desk remembers."""
    return Settings(desk.answers.folder / "settings" / "window.ini")


def paper_of(desk: Desk) -> bytes:
    """Return the paper of what is in the window."""
    return paper_bytes(desk.session.assessment, desk.session.rules, wish_of(settings_of(desk)))


def command(desk: Desk, name: str) -> None:
    """Choose a command from the menu: no desktop here gives the keyboard back after a window in which something is waited for."""
    desk.window.views.actions[name].trigger()


def export(desk: Desk, name: str, file: Path | None) -> None:
    """Write one of the other formats, from the menu."""
    desk.answers.file = file
    command(desk, f"export.{name}")


def test_print_goes_through_the_very_pages(sender: Desk, tmp_path: Path) -> None:
    """Into a file, all pages are the PDF itself; some of them are these alone, with their text."""
    sender.answers.file = tmp_path / "all.pdf"
    sender.press(Qt.Key.Key_P, CONTROL)
    assert (tmp_path / "all.pdf").read_bytes() == paper_of(sender)
    pages = PdfReader(tmp_path / "all.pdf").pages
    assert sender.answers.asked == [f"print {len(pages)}"]
    sender.answers.file, sender.answers.pages = tmp_path / "second.pdf", "2"
    command(sender, "print")
    assert sender.answers.told == []
    assert len(sender.answers.asked) == 2
    second = PdfReader(tmp_path / "second.pdf").pages
    assert [each.extract_text() for each in second] == [pages[1].extract_text()]


def test_print_can_be_left(sender: Desk, tmp_path: Path) -> None:
    """The dialog is cancelled: nothing is printed, nothing is said."""
    sender.press(Qt.Key.Key_P, CONTROL)
    assert sender.answers.asked == ["print 2"]
    assert sender.answers.told == []
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_printer_gets_every_page(sender: Desk, printer: QPrinter, tmp_path: Path) -> None:
    """As many sheets as pages, each filled with the picture of its page."""
    content = paper_of(sender)
    assert press().result_of(lambda: draw_pages(content, printer, Event()))
    sheets = PdfReader(tmp_path / "printed.pdf").pages
    assert len(sheets) == len(PdfReader(BytesIO(content)).pages)
    assert all(each.images for each in sheets)
    assert b"/DCTDecode" not in (tmp_path / "printed.pdf").read_bytes()


def test_a_printer_stops_when_it_is_given_up(sender: Desk, printer: QPrinter) -> None:
    """Nothing more is drawn: what was begun is no paper."""
    given_up = Event()
    given_up.set()
    content = paper_of(sender)
    press().result_of(lambda: draw_pages(content, printer, given_up))
    printed = Path(printer.outputFileName())
    assert not printed.exists() or not any(each.images for each in PdfReader(printed).pages)


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support", extend=True)
def test_a_printer_that_cannot_be_begun_says_so(sender: Desk, printer: QPrinter, tmp_path: Path) -> None:
    """Its file lies in a folder that is not there."""
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    content = paper_of(sender)
    assert not press().result_of(lambda: draw_pages(content, printer, Event()))


def test_pages_are_chosen_as_a_printer_is_told(printer: QPrinter) -> None:
    """Ranges, order, copies one after the other or page by page."""
    assert chosen_pages(printer, 3) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-5"))
    assert chosen_pages(printer, 4) == [0, 2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 4) == [3, 2, 0]
    if not printer.supportsMultipleCopies():
        printer.setCopyCount(2)
        printer.setCollateCopies(True)
        assert copies_of(printer, [0, 1]) == [0, 1, 0, 1]
        printer.setCollateCopies(False)
        assert copies_of(printer, [0, 1]) == [0, 0, 1, 1]


def difference(band: QImage, whole: QImage, top: int) -> int:
    """Return by how much a band differs from these rows of a page where it does so most, of 255."""
    rows = whole.copy(0, top, band.width(), band.height())
    return max(abs(one - other) for one, other in zip(bytes(band.bits()), bytes(rows.bits()), strict=True))


def test_bands_make_up_a_page(sender: Desk) -> None:
    """Row by row as good as the page drawn at once, so that a print has no seams."""
    content = paper_of(sender)

    def seams() -> list[int]:
        with opened(content) as document:
            whole = pictures_of(document, [0, 99], 1.5)
            assert list(whole) == [0]
            page, width, height = document[0], whole[0].width(), whole[0].height()
            return [
                top
                for top in range(0, height, 64)
                if difference(strip(page, width, height, top, min(64, height - top)), whole[0], top) > NOT_SEEN
            ]

    assert press().result_of(seams) == []


@pytest.mark.parametrize("name", ["xlsx", "csv", "ics"])
def test_tables_and_deadlines_are_written(sender: Desk, tmp_path: Path, name: str) -> None:
    """To the file that was asked for, with its ending; the name is suggested from the contract."""
    export(sender, name, tmp_path / "out")
    content = (tmp_path / f"out.{name}").read_bytes()
    assert sender.answers.told == []
    suggested = sender.answers.asked[0]
    assert suggested.startswith(f"{name} ")
    assert suggested.endswith(f".{name}")
    if name == "xlsx":
        assert is_zipfile(tmp_path / "out.xlsx")
        assert load_workbook(tmp_path / "out.xlsx").sheetnames
    else:
        assert content.startswith(b"\xef\xbb\xbf" if name == "csv" else b"BEGIN:VCALENDAR")


def test_no_file_is_written_where_none_was_named(sender: Desk, tmp_path: Path) -> None:
    """The question was cancelled."""
    export(sender, "csv", None)
    assert list(tmp_path.glob("*.csv")) == []
    assert sender.answers.told == []


def test_a_failure_is_told(sender: Desk, tmp_path: Path) -> None:
    """In words, with the name of the file; nothing is said to be saved."""
    export(sender, "csv", tmp_path / "nowhere" / "out.csv")
    assert len(sender.answers.told) == 1
    assert "out.csv" in sender.answers.told[0]
    assert not sender.buttons("保存しました：out.csv　開く")


def test_what_was_written_can_be_opened(sender: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the status line, until something changes; where nothing opens it, that is said."""
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or len(asked) == 1)
    export(sender, "csv", tmp_path / "out.csv")
    (button,) = sender.buttons("保存しました：out.csv　開く")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [QUrl.fromLocalFile(str(tmp_path / "out.csv"))]
    assert sender.answers.told == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "out.csv" in sender.answers.told[0]
    sender.type_into("お客様名", "X")
    assert not button.isVisible()


def test_a_paper_that_cannot_be_is_told(sender: Desk, tmp_path: Path) -> None:
    """The kind that was chosen needs what this contract has not: neither PDF nor print, and a sentence."""
    settings = settings_of(sender)
    keep_wish(settings, wish_of(settings)._replace(kind="credit"))
    sender.session.replace(("outages",), [])
    sender.answers.file = tmp_path / "paper.pdf"
    sender.press(Qt.Key.Key_E, CONTROL)
    command(sender, "print")
    assert [each.partition("ため")[0] for each in sender.answers.told] == ["障害が入力されていない"] * 2
    assert not (tmp_path / "paper.pdf").exists()


def test_a_paper_is_called_what_it_is(sender: Desk) -> None:
    """The name that is suggested says which kind."""
    settings = settings_of(sender)
    keep_wish(settings, wish_of(settings)._replace(kind="settlement"))
    sender.press(Qt.Key.Key_E, CONTROL)
    assert sender.answers.asked[0].endswith("_解約精算のご案内.pdf")


def test_nothing_leaves_while_the_contract_has_errors(sender: Desk) -> None:
    """The commands are switched off."""
    sender.type_into("課金開始日", "never")
    actions = sender.window.views.actions
    assert not any(actions[name].isEnabled() for name in ("pdf", "print", "export", "export.xlsx", "export.csv", "export.ics"))


@pytest.mark.parametrize("how", ["opened", "dropped"])
def test_a_paper_comes_back_as_a_contract_without_a_file(sender: Desk, tmp_path: Path, how: str) -> None:
    """Everything is there again; Save asks for a name, and the paper stays as it is."""
    before, paper = dict(sender.session.history.present), tmp_path / "paper.pdf"
    sender.answers.file = paper
    sender.press(Qt.Key.Key_E, CONTROL)
    content = paper.read_bytes()
    sender.window.filing.new()
    if how == "opened":
        command(sender, "open")
    else:
        drop(sender, paper)
    sender.qtbot.waitUntil(lambda: sender.session.history.present == before)
    assert sender.session.file is None
    sender.answers.asked.clear()
    sender.answers.file = tmp_path / "again"
    command(sender, "save")
    assert [each.partition(" ")[0] for each in sender.answers.asked] == ["save"]
    assert paper.read_bytes() == content
    sender.qtbot.waitUntil((tmp_path / "again.contract.json").exists)


def drop(desk: Desk, file: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dropped = QDropEvent(
        QPointF(QPoint(300, 300)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.window.windowHandle(), dropped)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_papers_are_offered_where_files_are_opened(language: str) -> None:
    """And not where contracts are saved."""
    words = wording("en" if language == "en" else "ja")
    assert "*.pdf" in words.text("window.ask.files_to_open")
    assert "*.pdf" not in words.text("window.ask.contract_files")
