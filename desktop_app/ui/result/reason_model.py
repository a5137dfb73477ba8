"""A derivation as a tree for the screen: each line is found when the one above it is opened, and worded when it is seen."""

from collections.abc import Iterable, Sequence
from itertools import count, takewhile
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.calculation.step import Path, Step
from desktop_app.wording.reasons import Reason, line_of, sentence, steps_below
from desktop_app.wording.unfolding import Branch, can_unfold, derivation, unfolded
from desktop_app.wording.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
REASON = Qt.ItemDataRole.UserRole + 1


About = tuple[str, Path, Any]


def about(branch: Branch) -> About:
    """Return what the line of a step is about, whatever its value: its name, its field, its month."""
    step = branch.step
    return step.name, step.path, next((each.value for each in step.given if each.name == "month"), None)


def _alike(pairs: Iterable[tuple[object, object]]) -> int:
    """Return how many pairs from the first one on are of equals."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class Node:
    """A line of the tree: what it is worded from when it is seen, and the lines below it once it was opened."""

    def __init__(self, number: int, parent: "Node | None", row: int, source: Branch | Reason) -> None:
        self.number, self.parent, self.row = number, parent, row
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.below: list[Node] | None = None
        self.tell(source)

    def tell(self, source: Branch | Reason) -> None:
        """Be the line of a step, or one that is worded already and has none below it but those that it is given."""
        self.branch = source if isinstance(source, Branch) else None
        self.line = source if isinstance(source, Reason) else None

    def worded(self, words: Wording) -> Reason | None:
        """Return the line in words."""
        if self.line is None and self.branch is not None:
            step = self.branch.step
            self.line = line_of(step, words, sentence(step, words))
        return self.line

    @property
    def about(self) -> About | None:
        """What the line is about, whatever its value."""
        return None if self.branch is None else about(self.branch)


def _number(nodes: Iterable[Node]) -> None:
    for row, each in enumerate(nodes):
        each.row = row


class ReasonModel(QAbstractItemModel):
    """Shows one derivation, or lines under a heading. Another value of the same figure changes the lines that it touches."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._root: Node | None = None
        self._nodes: dict[int, Node] = {}
        self._numbers = count()

    def show_nothing(self) -> None:
        """Show no line."""
        self.beginResetModel()
        self._nodes.clear()
        self._root = None
        self.endResetModel()

    def show_lines(self, heading: Reason, lines: Sequence[Reason]) -> None:
        """Show lines under a heading."""
        root = self._begin(heading)
        self.beginInsertRows(self._index_of(root), 0, len(lines) - 1)
        root.below = [self._node(root, i, each) for i, each in enumerate(lines)]
        self.endInsertRows()

    def show_step(self, step: Step[Any]) -> bool:
        """Show why a figure is so. Return whether the tree is another one, all of it folded."""
        root = self._root
        told = derivation(step)
        if root is None or root.branch is None or root.branch.step.says != step.says or root.about != about(told):
            self._begin(told)
            return True
        if root.branch.step != step:
            self._exchange(root, told)
        return False

    def _begin(self, source: Branch | Reason) -> Node:
        self.beginResetModel()
        self._nodes.clear()
        self._root = root = self._node(None, 0, source)
        self.endResetModel()
        return root

    def _node(self, parent: Node | None, row: int, source: Branch | Reason) -> Node:
        node = Node(next(self._numbers), parent, row, source)
        self._nodes[node.number] = node
        return node

    def _exchange(self, node: Node, branch: Branch) -> None:
        """Have a line tell another value, and those below it that were opened."""
        if node.branch is None or node.branch.step != branch.step:
            node.tell(branch)
            place = self._index_of(node)
            self.dataChanged.emit(place, place)
        node.branch = branch
        if node.below is not None:
            self._exchange_below(node, node.below, unfolded(branch, self._words))

    def _exchange_below(self, node: Node, below: list[Node], branches: Sequence[Branch]) -> None:
        """Exchange the lines below a line; those that are about nothing that was told before, or will be no more, come and go."""
        old, new = [each.about for each in below], [about(each) for each in branches]
        head = _alike(zip(old, new, strict=False))
        tail = _alike(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
        first, gone, come = head, len(old) - head - tail, len(new) - head - tail
        if gone:
            self.beginRemoveRows(self._index_of(node), first, first + gone - 1)
            for each in below[first : first + gone]:
                self._forget(each)
            del below[first : first + gone]
            _number(below)
            self.endRemoveRows()
        if come:
            self.beginInsertRows(self._index_of(node), first, first + come - 1)
            below[first:first] = [self._node(node, 0, each) for each in branches[first : first + come]]
            _number(below)
            self.endInsertRows()
        for each, branch in zip(below, branches, strict=True):
            self._exchange(each, branch)

    def _forget(self, node: Node) -> None:
        del self._nodes[node.number]
        for each in node.below or ():
            self._forget(each)

    def _below(self, node: Node) -> list[Node]:
        if node.below is None:
            branches = () if node.branch is None else unfolded(node.branch, self._words)
            node.below = [self._node(node, i, each) for i, each in enumerate(branches)]
        return node.below

    def _index_of(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)

    def depth(self, index: Index) -> int:
        """Return how many lines a line stands below."""
        return self._node_at(index).depth

    def _node_at(self, index: Index) -> Node:
        return self._nodes[index.internalId()]

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """Return the index of a line."""
        if column or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return QModelIndex() if self._root is None or row else self._index_of(self._root)
        below = self._below(self._node_at(parent))
        return self._index_of(below[row]) if row < len(below) else QModelIndex()

    def parent(self, index: Index = NO_INDEX) -> QModelIndex | QObject:  # type: ignore[override] # two methods in one name
        """Return the line above a line."""
        above = self._node_at(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self._index_of(above)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of lines below a line, which is opened by that."""
        if not parent.isValid():
            return 0 if self._root is None else 1
        return 0 if parent.column() > 0 else len(self._below(self._node_at(parent)))

    def count_below(self, index: Index) -> int:
        """Return how many lines there are at most below a line, without opening it."""
        node = self._node_at(index)
        return len(node.below or ()) if node.branch is None else sum(1 for _ in steps_below(node.branch.step))

    def hasChildren(self, parent: Index = NO_INDEX) -> bool:
        """Return whether there are lines below a line, without opening it."""
        if not parent.isValid():
            return self._root is not None
        node = self._node_at(parent)
        if node.below is None and node.branch is not None:
            return can_unfold(node.branch, self._words)
        return bool(node.below)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: ARG002 - Qt asks of each line
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a line."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self._node_at(index).worded(self._words)
            return line and "　".join(filter(None, (line.label, line.value, line.sentence, line.article)))
        return self._node_at(index).worded(self._words) if role == REASON else None
