"""A question that is answered by sentences and a table, whose rows lead to the fields that they are about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop_app.calculation.step import Path
from desktop_app.ui.inquiry.page import Page
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.result.sheets import Cell, Sheet
from desktop_app.ui.scene import Scene
from desktop_app.wording.told import Told

LEAST_TABLE = 96


def sheet_of(told: Told, paths: Sequence[Path] = (), *, strong: frozenset[int] = frozenset()) -> Sheet:
    """Return the table of an answer; `paths` are the fields of its rows, `strong` the rows that stand out as sums."""
    fields = paths or [()] * len(told.rows)
    rows = (
        tuple(Cell(text, path, i in strong) for text in row) for i, (row, path) in enumerate(zip(told.rows, fields, strict=True))
    )
    return Sheet(told.columns, tuple(rows), tuple(side == "r" for side in told.sides))


class ToldPage(Page):
    """Shows an answer; a click on a row, or Enter, asks for its field."""

    def __init__(self, name: str, scene: Scene) -> None:
        super().__init__(scene)
        self._subject: Subject | None = None
        self.sentences = plain_label("", "help", wrapped=True)
        self.sentences.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = FigureTable(scene.words.text(f"window.inquiry.page.{name}"), scene.look)
        self.table.setMinimumHeight(scene.look.px(LEAST_TABLE))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.chosen.connect(self.field_asked)
        self.table.asked.connect(self.field_asked)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 6, 4)
        self._box.addWidget(self.table, 1)
        self._box.addWidget(self.sentences)

    def answer(self, subject: Subject) -> tuple[Told, tuple[Path, ...]]:
        """Return the answer for a contract, and the field of each of its rows."""
        raise NotImplementedError

    def show_subject(self, subject: Subject) -> None:
        """Show the answer for a contract."""
        if subject is self._subject:
            return
        self._subject = subject
        told, paths = self.answer(subject)
        self.table.show_sheet(sheet_of(told, paths))
        self.table.setVisible(bool(told.rows))
        self._box.setStretchFactor(self.sentences, 0 if told.rows else 1)
        self.sentences.setText("\n".join(told.sentences))
        self.sentences.setVisible(bool(told.sentences))

    def take_focus(self) -> None:
        """Put the keyboard on the first row."""
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
