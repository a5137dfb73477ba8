"""How a table is read for an import: in which encoding, which sheet, which columns; found out at first, then as its user says."""

from string import ascii_uppercase
from typing import NamedTuple

from desktop_app.document.counts_cells import text_of
from desktop_app.document.counts_import import Columns, chosen_columns, reads_better_turned, suggested_columns, turned
from desktop_app.document.sheet import Sheet
from desktop_app.document.table_file import TableFile, read_table_file

FIRST_LETTERS = 18
LETTERS = len(ascii_uppercase)
ROWS_TO_BEGIN_WITH = 40


class Reading(NamedTuple):
    """A file and how it is read; a value, of which the choices make another."""

    content: bytes
    file: TableFile
    sheet_at: int
    is_turned: bool
    columns: Columns | None

    @property
    def sheet(self) -> Sheet:
        """The sheet that is read, turned where it is to be."""
        sheet = self.file.sheets[self.sheet_at]
        return turned(sheet) if self.is_turned else sheet

    @property
    def width(self) -> int:
        """How many columns the sheet has."""
        return max((len(row) for row in self.sheet.rows), default=0)

    def in_encoding(self, encoding: str) -> "Reading":
        """Return the reading in another encoding; TableError when it does not fit."""
        return _reading(self.content, read_table_file(self.content, encoding), 0)

    def of_sheet(self, sheet_at: int) -> "Reading":
        """Return the reading of another sheet."""
        return _reading(self.content, self.file, sheet_at)

    def turned_round(self, *, is_turned: bool) -> "Reading":
        """Return the reading with rows as columns, or as they are."""
        changed = self._replace(is_turned=is_turned)
        return changed._replace(columns=suggested_columns(changed.sheet))

    def with_columns(self, day: int, accounts: int, note: int | None) -> "Reading":
        """Return the reading of other columns."""
        return self._replace(columns=chosen_columns(self.sheet, day, accounts, note))

    def from_row(self, first_row: int) -> "Reading":
        """Return the reading with a table that begins in another row."""
        return self if self.columns is None else self._replace(columns=self.columns._replace(first_row=first_row))

    def column_names(self) -> list[str]:
        """Return the columns as a spreadsheet calls them, with the title of each, or the first text in it."""
        return [f"{_number(i) if self.is_turned else _letters(i)}　{self._first_text(i)}".rstrip("　") for i in range(self.width)]

    def _first_text(self, column: int) -> str:
        above = 0 if self.columns is None else self.columns.first_row
        rows = (*reversed(self.sheet.rows[:above]), *self.sheet.rows[above:])
        texts = (text_of(row[column]).strip() for row in rows if column < len(row))
        found = next((text for text in texts if text), "")
        return found if len(found) <= FIRST_LETTERS else f"{found[:FIRST_LETTERS]}…"

    def rows_to_begin_with(self) -> int:
        """Return how many rows are offered to begin with."""
        at_least = 1 if self.columns is None else self.columns.first_row + 1
        return min(len(self.sheet.rows), max(at_least, ROWS_TO_BEGIN_WITH))


def reading_of(content: bytes) -> Reading:
    """Return a reading of a file as it seems to be meant; TableError when there is no table in it."""
    file = read_table_file(content)
    found = (_reading(content, file, i) for i in range(len(file.sheets)))
    return next((each for each in found if each.columns is not None), _reading(content, file, 0))


def _reading(content: bytes, file: TableFile, sheet_at: int) -> Reading:
    sheet = file.sheets[sheet_at]
    is_turned = reads_better_turned(sheet)
    return Reading(content, file, sheet_at, is_turned, suggested_columns(turned(sheet) if is_turned else sheet))


def _letters(i: int) -> str:
    """Return the letters of a column.

    >>> _letters(0), _letters(25), _letters(26), _letters(99)
    ('A', 'Z', 'AA', 'CV')
    """
    return ascii_uppercase[i] if i < LETTERS else ascii_uppercase[i // LETTERS - 1] + ascii_uppercase[i % LETTERS]


def _number(i: int) -> str:
    return str(i + 1)
