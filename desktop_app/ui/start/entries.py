"""A list of things to open, each with a name and a line about it; Enter or a click opens one, Delete takes it out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.look import Look, pixmap
from desktop_app.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole + 1
PAD, GAP, MARK_SIZE = 7, 2, 18
OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Entry(NamedTuple):
    """A file with its name, a line about it, what stands at the right, and an icon; `faint` when it cannot be opened now."""

    file: Path
    name: str
    about: str
    aside: str = ""
    icon: str = "contract"
    tip: str = ""
    faint: bool = False


class EntriesModel(QAbstractListModel):
    """Shows entries."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; where there are as many as before, the selection stays."""
        if len(entries) == len(self.entries):
            self.entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of an entry."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(filter(None, (entry.name, entry.about, entry.aside)))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(entry.tip)
            case _ if role == ENTRY:
                return entry
        return None


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: its name, and under it the line about it, or as many lines as that needs."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.lines = 1

    def room(self, width: int) -> int:
        """Return how wide a text can be in a list of some width."""
        return width - self._look.px(3 * PAD) - self._look.px(MARK_SIZE)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room for the lines of text."""
        return QSize(0, (1 + self.lines) * QFontMetrics(option.font).height() + self._look.px(2 * PAD + GAP))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the text to `paint`."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the icon, the name and what stands at the right, and under them the line about it."""
        super().paint(painter, option, index)
        entry: Entry = index.data(ENTRY)
        painter.save()
        self._draw(painter, option, entry)
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        look, metrics = self._look, QFontMetrics(option.font)
        pad, side = look.px(PAD), look.px(MARK_SIZE)
        inner = option.rect.adjusted(pad, pad, -pad, -pad)
        mark = pixmap(entry.icon, look.colours["faint" if entry.faint else "accent"], side)
        painter.drawPixmap(QPoint(inner.left(), inner.center().y() - side // 2), mark)
        upper = QRect(inner.left() + side + pad, inner.top(), inner.width() - side - pad, metrics.height())
        aside = metrics.horizontalAdvance(entry.aside)
        lower = upper.translated(0, metrics.height() + look.px(GAP))
        painter.setFont(option.font)
        painter.setPen(look.colour("muted"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight, entry.aside)
        lower.setHeight(self.lines * metrics.height())
        about = entry.about if self.lines > 1 else metrics.elidedText(entry.about, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Qt.TextFlag.TextWordWrap if self.lines > 1 else 0, about)
        painter.setPen(look.colour("muted" if entry.faint else "text"))
        bold = option.font
        bold.setBold(True)
        painter.setFont(bold)
        room = upper.width() - aside - (pad if aside else 0)
        painter.drawText(upper, 0, QFontMetrics(bold).elidedText(entry.name, Qt.TextElideMode.ElideMiddle, room))


class EntryList(QListView):
    """The entries to choose from; as high as they are, up to so many."""

    opened = Signal(object)
    removal_asked = Signal(object)
    moved = Signal()

    def __init__(self, name: str, most: int, look: Look, *, wraps: bool = False) -> None:
        super().__init__()
        self._most, self._wraps = most, wraps
        self._width = 0  # of what is seen of the list; to ask its viewport would have the bindings load half of Qt first
        self._model = EntriesModel()
        self.setModel(self._model)
        self.setProperty("role", "entries")
        self.setAccessibleName(name)
        self._delegate = EntryDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._on_moved)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        current = max(self.currentIndex().row(), 0)
        self._model.show_entries(entries)
        if entries:
            self.setCurrentIndex(self._model.index(min(current, len(entries) - 1)))
        self._delegate.lines = self._lines(entries)
        rows = min(max(len(entries), 1), self._most)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 0) + 2 * self.frameWidth())

    def _lines(self, entries: Sequence[Entry]) -> int:
        """Return how many lines the longest text needs; texts are measured once they are in sight, and their width is settled."""
        if not self._wraps or not self.isVisible():
            return 1
        room = max(self._delegate.room(self._width), 1)
        widest = max((self.fontMetrics().horizontalAdvance(each.about) for each in entries), default=0)
        return max(-(-widest // room), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for what is said of each in another width."""
        super().resizeEvent(event)
        self._width = event.size().width()
        if self._wraps and event.size().width() != event.oldSize().width():
            self.show_entries(self._model.entries)
            self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the entries, now that the size of their text is settled."""
        super().showEvent(event)
        self.show_entries(self._model.entries)

    def current(self) -> Entry | None:
        """Return the entry that is chosen, None where there is none."""
        row = self.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or take out the entry that is chosen."""
        entry = self.current()
        if entry is not None and event.key() in OPENING:
            self.opened.emit(entry.file)
        elif entry is not None and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(entry.file)
        else:
            super().keyPressEvent(event)

    def _on_moved(self) -> None:
        self.moved.emit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.entries[index.row()].file)
