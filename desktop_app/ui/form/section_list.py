"""The list of sections, each with a dot when something in it is wrong, missing or worth a look; or in one line."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QComboBox, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop_app.document.fields import Section
from desktop_app.ui.form.findings import Finding, section_of, worst
from desktop_app.ui.look import Look
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.scene import Scene

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LEVEL = Qt.ItemDataRole.UserRole + 1
DOT = 7
SECTIONS = tuple(Section)


class SectionsModel(QAbstractListModel):
    """The sections by name, with the level of the gravest finding in each."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._words = scene.words
        self._levels: dict[Section, str] = {}

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show where something is to be looked at."""
        places = [(section_of(each.path), each) for each in findings]
        before = self._levels
        self._levels = {section: worst(each for at, each in places if at is section) for section in SECTIONS}
        for row, section in enumerate(SECTIONS):
            if self._levels[section] != before.get(section, ""):
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of sections."""
        return 0 if parent.isValid() else len(SECTIONS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a section, and how it is marked, for the eye and for a screen reader."""
        if not index.isValid():
            return None
        section = SECTIONS[index.row()]
        level = self._levels.get(section, "")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words.text(f"section.{section.value}")
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._words.text(f"window.level.{level}") if level else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._words.text(f"window.level.{level}")) if level else None
            case _ if role == LEVEL:
                return level
        return None


class DotDelegate(QStyledItemDelegate):
    """Draws the dot: filled where something is wrong or warned of, a ring where something is still missing."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the name and the dot."""
        super().paint(painter, option, index)
        level = index.data(LEVEL)
        if not level:
            return
        colour = QColor(self._look.colours["muted" if level == "missing" else level])
        right = option.rect.right() - 14
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush if level == "missing" else colour)
        painter.drawEllipse(right - DOT // 2, option.rect.center().y() - DOT // 2, DOT, DOT)
        painter.restore()


class SectionList(QListView):
    """The sections to choose from."""

    chosen = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sections")
        self.setAccessibleName(scene.words.text("window.sections"))
        self._model = SectionsModel(scene)
        self.setModel(self._model)
        self.setItemDelegate(DotDelegate(scene.look, self))
        self.setMinimumWidth(self.sizeHintForColumn(0) + 20)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show where something is to be looked at."""
        self._model.show_findings(findings)

    def choose(self, section: Section) -> None:
        """Choose a section."""
        self.setCurrentIndex(self._model.index(SECTIONS.index(section)))

    @property
    def section(self) -> Section:
        """The section that is chosen."""
        return SECTIONS[max(self.currentIndex().row(), 0)]

    def _on_current(self, current: QModelIndex) -> None:
        self.chosen.emit(SECTIONS[current.row()])


class SectionColumn(QWidget):
    """The form, and above it the sections to drop down while their list is not in sight."""

    def __init__(self, sections: SectionList, form: QWidget, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._sections = sections
        self._choice = QComboBox()
        self._choice.setAccessibleName(sections.accessibleName())
        self._choice.setModel(sections.model())
        self._choice.setItemDelegate(DotDelegate(look, self._choice))
        self._choice.activated.connect(lambda row: sections.choose(SECTIONS[row]))
        sections.chosen.connect(lambda section: self._choice.setCurrentIndex(SECTIONS.index(section)))
        self._choice.hide()
        line = QVBoxLayout()
        line.setContentsMargins(20, 10, 18, 0)
        line.addWidget(self._choice)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addWidget(form, 1)

    def stand_in(self) -> None:
        """Be there for the list where that is not in sight."""
        self._choice.setVisible(self._sections.isHidden())

    def take_focus(self) -> None:
        """Put the keyboard where a section is chosen."""
        (self._choice if self._sections.isHidden() else self._sections).setFocus()
