"""Excel workbooks for the tests, made by the library that writes them, and taken apart where a test needs a broken one."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def workbook(*rows: Sequence[Any], formats: dict[str, str] | None = None, prepare: Callable[[Any], None] | None = None) -> bytes:
    """Return a workbook with these rows, number formats by cell, and whatever else `prepare` does to it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    if prepare is not None:
        prepare(book)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a workbook with its parts changed; a part that `change` gives None for is left out."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    """Return what changes the text of the first sheet."""
    return lambda name, part: part.replace(old, new) if name.endswith("sheet1.xml") else part
