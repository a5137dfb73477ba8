"""A derivation as a tree for the screen."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.wording.reasons import Reason

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
REASON = Qt.ItemDataRole.UserRole + 1


class Node(NamedTuple):
    """A line of the tree: the reason, the number of the line above it (none: -1), its place there, the lines below it."""

    reason: Reason
    parent: int
    row: int
    below: list[int]


class ReasonModel(QAbstractItemModel):
    """Shows one derivation; each line is known by its number in the order of reading."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: list[Node] = []

    def show_reason(self, reason: Reason | None) -> None:
        """Show a derivation, or nothing."""
        self.beginResetModel()
        self._nodes = []
        if reason is not None:
            self._add(reason, -1, 0)
        self.endResetModel()

    def _add(self, reason: Reason, parent: int, row: int) -> int:
        number = len(self._nodes)
        self._nodes.append(Node(reason, parent, row, []))
        for i, each in enumerate(reason.below):
            self._nodes[number].below.append(self._add(each, number, i))
        return number

    def _below(self, index: Index) -> list[int]:
        if not index.isValid():
            return [0] if self._nodes else []
        return self._nodes[index.internalId()].below

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """Return the index of a line."""
        below = self._below(parent)
        return self.createIndex(row, column, below[row]) if column == 0 and 0 <= row < len(below) else QModelIndex()

    def parent(self, index: Index = NO_INDEX) -> QModelIndex | QObject:  # type: ignore[override] # two methods in one name
        """Return the line above a line."""
        if not index.isValid():
            return QModelIndex()
        number = self._nodes[index.internalId()].parent
        return QModelIndex() if number < 0 else self.createIndex(self._nodes[number].row, 0, number)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of lines below a line."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: ARG002 - Qt asks of each line
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a line."""
        if not index.isValid():
            return None
        reason = self._nodes[index.internalId()].reason
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return "　".join(filter(None, (reason.label, reason.value, reason.sentence, reason.article)))
        return reason if role == REASON else None
