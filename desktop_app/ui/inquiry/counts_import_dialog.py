"""Counts from a table, looked at before they are taken: every row as it was understood, and what would become of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.document.counts_import import Preview, State, preview, recorded_counts, with_imported
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.row_order import in_order
from desktop_app.document.sheet import TableError
from desktop_app.ui.decision_row import DecisionRow
from desktop_app.ui.inquiry.counts_import_choices import ImportChoices
from desktop_app.ui.inquiry.counts_import_model import NAMES, ImportModel
from desktop_app.ui.inquiry.counts_import_reading import Reading
from desktop_app.ui.plain import plain_label, plain_tip, show_property
from desktop_app.ui.scene import Scene
from desktop_app.wording.told_import import refusal_told

ACCOUNTS = ("accounts",)
TOLD: tuple[State, ...] = ("new", "other", "refused", "known", "left_out")
HEIGHT, WIDTH = 560, 960
WIDEST, LOOKED_AT = 160, 100
"""How wide a column becomes at most, in pixels, and how many rows tell how wide it needs to be."""


class ImportDialog(QDialog):
    """Shows what a table would bring into a draft; `imported` with all account records when they are to be taken."""

    imported = Signal(object)

    def __init__(self, scene: Scene, draft: Draft, reading: Reading, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._look, self._draft, self._reading = scene.words, scene.look, draft, reading
        self._found: Preview | None = None
        self._model = ImportModel(scene.words, scene.look)
        self._choices = ImportChoices(scene, is_text=not name)
        self._choices.changed.connect(self._read_otherwise)
        self._table = self._made_table()
        self._summary = plain_label("", "group", wrapped=True)
        self._replacing, self._without_refused = QCheckBox(), QCheckBox()
        self._replacing.clicked.connect(self._show)
        self._without_refused.clicked.connect(self._show_decided)
        self.setWindowTitle(scene.words.text("window.import"))
        self._lay_out(name)
        self._show_reading()

    def _made_table(self) -> QTableView:
        made = QTableView()
        made.setModel(self._model)
        made.setAccessibleName(self._words.text("window.import"))
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setTabKeyNavigation(False)
        made.setShowGrid(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(self._look.px(26))
        made.horizontalHeader().setStretchLastSection(True)
        made.horizontalHeader().setHighlightSections(False)
        made.horizontalHeader().setResizeContentsPrecision(LOOKED_AT)
        return made

    def _lay_out(self, name: str) -> None:
        words, look = self._words, self._look
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (20, 16, 20, 14)))
        box.setSpacing(look.px(8))
        what = words.text("window.import.file", name=name) if name else words.text("window.import.pasted")
        box.addWidget(plain_label(what, "help", wrapped=True))
        box.addWidget(self._choices)
        box.addWidget(self._table, 1)
        for part in (self._summary, self._replacing, self._without_refused):
            box.addWidget(part)
        decision = DecisionRow(self, words.text("window.import.take"), self._on_taken, words)
        self._take = decision.take
        box.addWidget(decision)
        room = self.screen().availableSize()
        self.resize(min(look.px(WIDTH), room.width() - 40), min(look.px(HEIGHT), room.height() - 60))

    def _read_otherwise(self, change: Callable[[Reading], Reading]) -> None:
        """Read the table in another way, and say so where it cannot be."""
        try:
            self._reading = change(self._reading)
        except TableError as error:
            self._show_nothing(refusal_told(error.cause, self._words))
            return
        self._show_reading()

    def _show_reading(self) -> None:
        self._choices.show_reading(self._reading)
        columns = self._reading.columns
        if columns is None:
            self._show_nothing(self._words.text("window.import.no_columns"))
            return
        self._found = preview(self._reading.sheet, columns, self._draft)
        self._replacing.setChecked(False)
        self._without_refused.setChecked(False)
        self._show()

    def _show_nothing(self, sentence: str) -> None:
        self._found = None
        self._model.show_preview(None, {}, replacing=False)
        self._replacing.hide()
        self._without_refused.hide()
        self._tell(sentence, wrong=True)
        self._take.setEnabled(False)

    def _tell(self, sentence: str, *, wrong: bool) -> None:
        self._summary.setText(sentence)
        show_property(self._summary, "role", "error" if wrong else "group")

    def _show(self) -> None:
        """Show what would become of every row, and what is to be decided."""
        found, words = self._found, self._words
        if found is None:
            return
        self._model.show_preview(found, recorded_counts(self._draft), replacing=self._replacing.isChecked())
        unused = self._model.unused()
        for i, name in enumerate(NAMES):
            self._table.setColumnHidden(i, name in unused)
        self._share_out()
        counts = {state: len(found.of(state)) for state in TOLD}
        told = (words.text(f"window.import.count.{state}", n=count) for state, count in counts.items() if count)
        self._tell(words.listed(told), wrong=False)
        boxes: tuple[tuple[QCheckBox, State], ...] = ((self._replacing, "other"), (self._without_refused, "refused"))
        for box, state in boxes:
            box.setVisible(counts[state] > 0)
            box.setText(words.text(f"window.import.decide.{state}", n=counts[state]))
        self._show_decided()

    def _share_out(self) -> None:
        """Have every column as wide as its texts; the last one has the rest."""
        self._table.resizeColumnsToContents()
        for i in range(len(NAMES) - 1):
            self._table.setColumnWidth(i, min(self._table.columnWidth(i), self._look.px(WIDEST)))

    def _show_decided(self) -> None:
        """Let it be taken once everything is decided and something would come of it."""
        changed = self._imported()
        self._take.setEnabled(changed is not None)
        undecided = self._found is not None and bool(self._found.of("refused")) and not self._without_refused.isChecked()
        key = "window.import.why.undecided" if undecided else "" if changed is not None else "window.import.why.nothing"
        self._take.setToolTip(plain_tip(self._words.text(key)) if key else "")

    def _imported(self) -> Sequence[object] | None:
        """Return all account records as they would be, None where nothing would come of it or something is undecided."""
        found = self._found
        if found is None or (found.of("refused") and not self._without_refused.isChecked()):
            return None
        replacing = self._replacing.isChecked()
        if not found.of("new") and not (replacing and found.of("other")):
            return None
        changed = with_imported(self._draft, found, replacing=replacing, without_refused=self._without_refused.isChecked())
        return in_order(ACCOUNTS, value_at(changed, ACCOUNTS))

    def _on_taken(self) -> None:
        records = self._imported()
        if records is not None:
            self.accept()
            self.imported.emit(records)
