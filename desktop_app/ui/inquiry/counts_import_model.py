"""The rows of an import as a table: what stands in the file, what it was understood as, and what becomes of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.document.counts_import import Columns, Preview, ReadRow
from desktop_app.document.typed_days import time_of
from desktop_app.ui.look import Look
from desktop_app.ui.plain import plain_tip
from desktop_app.wording.days import short_day
from desktop_app.wording.told_import import row_told
from desktop_app.wording.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
NAMES = ("row", "day_cell", "count_cell", "day", "count", "recorded", "note", "result")
DIGITS = frozenset({"row", "count_cell", "count", "recorded"})
COLOURS = {"refused": "error", "other": "warning", "left_out": "muted", "known": "muted", "new": "text"}
"""The colour of what becomes of a row, by its state; the words beside it say the same."""


class ImportModel(QAbstractTableModel):
    """Shows a preview; a cell's text is made when it is looked at."""

    def __init__(self, words: Wording, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        self._rows: Sequence[ReadRow] = ()
        self._columns = Columns(0, 1)
        self._recorded: Mapping[object, object] = {}
        self.replacing = False
        self._texts: dict[str, Callable[[ReadRow], str]] = {
            "row": lambda row: str(row.number),
            "day_cell": lambda row: _cell(row, self._columns.day),
            "count_cell": lambda row: _cell(row, self._columns.accounts),
            "day": self._moment,
            "count": self._count,
            "recorded": self._held,
            "note": lambda row: row.note,
            "result": self._result,
        }

    def show_preview(self, found: Preview | None, recorded: Mapping[object, object], *, replacing: bool) -> None:
        """Show the rows of a preview beside what is recorded, or none."""
        self.beginResetModel()
        self._rows = () if found is None else found.rows
        self._columns = Columns(0, 1) if found is None else found.columns
        self._recorded, self.replacing = recorded, replacing
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(NAMES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one return for each role
        """Return what Qt asks of a cell."""
        if not index.isValid():
            return None
        row, name = self._rows[index.row()], NAMES[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, name)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._text(row, name))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._title(name)} {self._text(row, name)}"
            case Qt.ItemDataRole.ForegroundRole:
                return self._look.colour(self._colour(row, name))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(name)
        return None

    def _text(self, row: ReadRow, name: str) -> str:
        return self._texts[name](row)

    def _count(self, row: ReadRow) -> str:
        return "" if row.accounts is None else self._words.value(row.accounts)

    def _held(self, row: ReadRow) -> str:
        held = self._recorded.get(time_of(str(row.moment)))
        return "" if held is None else self._words.value(held) if isinstance(held, int) else str(held)

    def _result(self, row: ReadRow) -> str:
        told = row_told(row.state, row.reasons, self._words)
        if row.state != "other":
            return told
        return self._words.text("window.import.replaced" if self.replacing else "window.import.kept", told=told)

    @staticmethod
    def _moment(row: ReadRow) -> str:
        moment = time_of(str(row.moment))
        if moment is None:
            return ""
        clock = str(row.moment).partition("T")[2]
        return f"{short_day(moment.date())} {clock}".rstrip()

    def unused(self) -> set[str]:
        """Return the columns in which no row has anything."""
        return {name for name in ("recorded", "note") if not any(self._text(row, name) for row in self._rows)}

    def _colour(self, row: ReadRow, name: str) -> str:
        if name in {"row", "day_cell", "count_cell"}:
            return "muted"
        return COLOURS[row.state] if name == "result" or row.state == "left_out" else "text"

    def _title(self, name: str) -> str:
        return self._words.text(f"window.import.column.{name}")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(NAMES[section])
        return _alignment(NAMES[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _cell(row: ReadRow, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _alignment(name: str) -> int:
    side = Qt.AlignmentFlag.AlignRight if name in DIGITS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
