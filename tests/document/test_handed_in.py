"""What is handed in reaches for nothing: no other file, no network, no program, no macro; nothing in it is worked out."""

import json
import struct
import subprocess
import sys
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.worksheet.formula import ArrayFormula
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from desktop_app.document.sheet import TableError
from desktop_app.document.table_file import read_table_file
from tests.cases.attached_papers import written
from tests.document.contract_data import EVERY_FIELD, as_bytes
from tests.document.workbooks import in_sheet, repacked, workbook

ELSEWHERE = "file://host/share/x"
WATCHED = """
import json, sys
from pathlib import Path
from desktop_app.document.table_file import read_table_file
from desktop_app.storage.attachment import read_paper
from desktop_app.storage.failure import StorageError
events, watching = [], False
def seen(event, arguments):
    if watching and event.split(".")[0] in {"open", "socket", "subprocess", "os", "shutil", "urllib", "ctypes", "exec", "import"}:
        events.append(f"{event} {arguments!r}"[:200])
sys.addaudithook(seen)
def read(content):
    return read_paper(content, Path("x.pdf")) if content.startswith(b"%PDF-") else read_table_file(content)
size = int.from_bytes(sys.stdin.buffer.read(8), "big")
read(sys.stdin.buffer.read(size))  # what is loaded with the first of a kind is loaded
content = sys.stdin.buffer.read()
watching = True
found = read(content)
watching = False
print(json.dumps([events, repr(found)]))
"""
"""Reads a harmless file, then another under the eyes of the interpreter, which tells of every file and connection."""


def reached_for(harmless: bytes, content: bytes) -> tuple[list[str], str]:
    """Return what a file reaches for while it is read, and what was read in it."""
    given = len(harmless).to_bytes(8) + harmless + content
    done = subprocess.run([sys.executable, "-c", WATCHED], input=given, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    events, found = json.loads(done.stdout)
    return events, found


def hostile_paper() -> bytes:
    """Return a PDF that would run a script, start a program, open another file and send its reader elsewhere."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    writer.add_attachment("contract.json", as_bytes(EVERY_FIELD))
    name = NameObject
    script = DictionaryObject({name("/S"): name("/JavaScript"), name("/JS"): TextStringObject(f"app.launchURL('{ELSEWHERE}')")})
    launch = DictionaryObject({name("/S"): name("/Launch"), name("/F"): TextStringObject("/bin/true")})
    other = DictionaryObject({name("/S"): name("/GoToR"), name("/F"): TextStringObject(ELSEWHERE), name("/Next"): script})
    writer.root_object[name("/OpenAction")] = writer._add_object(other)  # noqa: SLF001 - there is no other way to harm
    page[name("/AA")] = DictionaryObject({name("/O"): launch})
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def hostile_workbook() -> bytes:
    """Return a workbook with formulas that reach elsewhere, links, and a macro."""

    def prepare(book: Any) -> None:
        sheet = book.active
        sheet["A2"] = f"='{ELSEWHERE}'!A1"
        sheet["B2"] = f'=WEBSERVICE("{ELSEWHERE}")'
        sheet["A3"] = ArrayFormula("A3:A3", "=cmd|' /C calc'!A0")
        sheet["B1"].hyperlink = ELSEWHERE

    made = BytesIO(workbook(("a", "b"), prepare=prepare))
    with ZipFile(made, "a", ZIP_DEFLATED) as file:
        file.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Shell")
        file.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    return made.getvalue()


def hostile_table() -> bytes:
    """Return a CSV file of formulas."""
    return f'=WEBSERVICE("{ELSEWHERE}"),"=cmd|x!A0"\n'.encode()


@pytest.mark.parametrize(
    ("harmless", "hostile", "read"),
    [
        (written(("contract.json", b"{}")), hostile_paper(), "Paper("),
        (workbook(("a",)), hostile_workbook(), "Cell(value=None, formula=True)"),
        (b"a,b\n", hostile_table(), "Cell(value='=cmd|x!A0', formula=False)"),
    ],
    ids=["paper", "workbook", "csv"],
)
def test_nothing_but_what_was_handed_in_is_read(harmless: bytes, hostile: bytes, read: str) -> None:
    """The interpreter itself tells of every file, program and connection; there is none, and what is there is text."""
    events, found = reached_for(harmless, hostile)
    assert events == []
    assert read in found


def test_what_a_file_reaches_for_is_found_out() -> None:
    """So the test before can fail."""
    watched = WATCHED.replace("found = read(content)", "found = open(sys.executable, 'rb').close()")
    done = subprocess.run(
        [sys.executable, "-c", watched], input=bytes(7) + b"\x02a\nb", capture_output=True, check=True, timeout=120
    )
    assert json.loads(done.stdout)[0][0].startswith("open")


def test_a_workbook_that_lies_about_how_much_it_unpacks_to_is_damaged() -> None:
    """No more is unpacked than it said; that it does not fit is found out."""
    content = bytearray(repacked(workbook(("a",)), in_sheet(b"<sheetData>", b"<sheetData>" + b" " * 5_000_000)))
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/worksheets/sheet1.xml"))
    struct.pack_into("<I", content, at + 24, 100)
    with pytest.raises(TableError) as refused:
        read_table_file(bytes(content))
    assert refused.value.cause == "damaged"
