"""Tables of spreadsheets and of CSV files as cells, whoever wrote them; what is no table, or too much of one, is refused."""

import csv
from collections import Counter
from io import StringIO
from typing import NamedTuple

from desktop_app.document.extent import MOST_ROWS
from desktop_app.document.sheet import MOST_COLUMNS, Cell, Sheet, TableError

MOST_FILE_BYTES = 16 * 1024 * 1024
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ENCODINGS = ("utf-8-sig", "cp932", "utf-16")
DELIMITERS = "\t;,"
"""What may part cells, the rarer within a cell the earlier: 1,200 is one."""
LINES_LOOKED_AT = 50


class TableFile(NamedTuple):
    """The sheets of a file, and the encoding of a CSV file as far as it had to be found out."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""


def read_table_file(content: bytes, encoding: str = "") -> TableFile:
    """Return the cells of a CSV file or an Excel workbook, known by its content and not by its name.

    A CSV file is read in the encoding that is asked for, else in the one that it is found to be in.

    TableError: `empty`, `too_large`, `too_many_rows`, `too_many_columns`, `old_excel`, `damaged`, `encoding_unknown`,
    `not_a_table`.
    """
    if not content.strip():
        raise TableError("empty")
    if len(content) > MOST_FILE_BYTES:
        raise TableError("too_large")
    if content.startswith(OLD_OFFICE):
        raise TableError("old_excel")
    if content.startswith(ZIP):
        from desktop_app.document.excel_file import sheets_of  # noqa: PLC0415 - the library takes longer to load than a CSV file

        return TableFile(sheets_of(content))
    text, encoding = _decoded(content, encoding)
    return TableFile((Sheet("", _rows(text)),), encoding)


def _decoded(content: bytes, asked: str) -> tuple[str, str]:
    """Return the text in the first encoding that fits every byte: UTF-16 by its mark, UTF-8, Shift_JIS as Windows has it."""
    found = ("utf-16",) if content.startswith(UTF_16) else ("utf-8-sig", "cp932")
    for encoding in (asked,) if asked else found:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise TableError("not_a_table")
        return text, encoding
    raise TableError("encoding_unknown")


def _rows(text: str) -> tuple[tuple[Cell, ...], ...]:
    delimiter = _delimiter(text)
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(tuple(Cell(cell if cell.strip() else None) for cell in row))
            if len(rows) > MOST_ROWS:
                raise TableError("too_many_rows")
            if len(row) > MOST_COLUMNS:
                raise TableError("too_many_columns")
    except csv.Error:
        raise TableError("damaged") from None
    return tuple(rows)


def _delimiter(text: str) -> str:
    """Return what parts the cells: that by which most of the first lines have the same number of them, more than one."""
    lines = text.splitlines()[:LINES_LOOKED_AT]
    votes = {delimiter: _agreeing(lines, delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda each: votes[each])


def _agreeing(lines: list[str], delimiter: str) -> int:
    widths = Counter(line.count(delimiter) for line in lines if delimiter in line)
    return max(widths.values(), default=0)
