"""Excel workbooks as cells: read without working out a formula, without unpacking more than a table can be."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from desktop_app.document.excel_extent import Extent, extent_of
from desktop_app.document.extent import MOST_ROWS
from desktop_app.document.panics import panics_told
from desktop_app.document.sheet import MOST_COLUMNS, Cell, Sheet, TableError

MOST_UNPACKED_BYTES = 64 * 1024 * 1024
MOST_CELLS = 2_000_000
ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
SHEETS = "xl/worksheets/"


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that have cells; TableError when it is none, or too much of one."""
    try:
        with panics_told():
            return _sheets(content, _checked_extent(content))
    except TableError:
        raise
    except Exception:  # noqa: BLE001 - the library has as many ways to fail as there are ways to damage a workbook
        raise TableError("damaged") from None


def _checked_extent(content: bytes) -> Extent:
    """Return how far the cells of the sheets reach, having refused what unpacks to more than a table can be.

    Texts that define texts of their own are refused before anything reads them: they could grow without end.
    """
    with ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
        if sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
            raise TableError("too_large")
        if "[Content_Types].xml" not in packed.namelist():
            raise TableError("not_a_table")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and any(each in packed.read(part) for each in ENTITIES):
                raise TableError("damaged")
        reached = [extent_of(packed.read(part)) for part in parts if part.filename.startswith(SHEETS) and part.file_size]
    return _bounded(Extent(*(max(each) for each in zip(*reached, strict=True))) if reached else Extent(), len(reached))


def _bounded(extent: Extent, sheets: int) -> Extent:
    if extent.rows > MOST_ROWS:
        raise TableError("too_many_rows")
    if extent.columns > MOST_COLUMNS:
        raise TableError("too_many_columns")
    if extent.rows * extent.columns * sheets > MOST_CELLS:
        raise TableError("too_large")
    return extent


def _sheets(content: bytes, extent: Extent) -> tuple[Sheet, ...]:
    saved, written = (
        load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False) for values in (True, False)
    )
    try:
        pairs = zip(saved.worksheets, written.worksheets, strict=True)
        found = tuple(each for each in (Sheet(one.title, _rows(one, other, extent)) for one, other in pairs) if each.rows)
    finally:
        saved.close()
        written.close()
    if not found:
        raise TableError("empty")
    return found


def _rows(saved: Any, written: Any, extent: Extent) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of a sheet up to the last that holds something."""
    for sheet in (saved, written):
        sheet.reset_dimensions()  # a workbook may claim any number of them
    reach = {"max_row": extent.rows or 1, "max_col": extent.columns or 1, "values_only": True}
    both = zip_longest(saved.iter_rows(**reach), written.iter_rows(**reach), fillvalue=())
    rows = [_row(values, formulas) for values, formulas in both]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _row(values: Sequence[Any], formulas: Sequence[Any]) -> tuple[Cell, ...]:
    cells = [Cell(_value(value), _is_formula(formula)) for value, formula in zip_longest(values, formulas)]
    while cells and cells[-1] == Cell(None):
        cells.pop()
    return tuple(cells)


def _is_formula(value: object) -> bool:
    return (isinstance(value, str) and value.startswith("=")) or type(value).__name__ in {"ArrayFormula", "DataTableFormula"}


def _value(value: Any) -> Any:
    """Return a cell's value; a number as it is written, since a spreadsheet knows no others than fractions of two."""
    if isinstance(value, bool) or value is None:
        return None if value is None else str(value).upper()
    if isinstance(value, int | date | datetime):
        return value
    if isinstance(value, float):
        number = Decimal(repr(value))
        return int(number) if number == number.to_integral_value() else number
    return str(value) if str(value).strip() else None
