"""The choices of how a table is read: encoding, sheet, columns, where it begins; each shown as it was found out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from desktop_app.document.table_file import ENCODINGS
from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.inquiry.counts_import_reading import Reading
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene

NAMES = ("day", "accounts", "note", "first_row", "sheet", "encoding")
LETTERS = 12
"""How many letters of a column at least are seen: enough for a day."""
PLACES = {"day": (0, 0), "accounts": (0, 1), "note": (0, 2), "first_row": (1, 0), "sheet": (1, 1), "encoding": (1, 2)}


class ImportChoices(QWidget):
    """Shows a reading; `changed` with what makes another of it."""

    changed = Signal(object)

    def __init__(self, scene: Scene, *, is_text: bool) -> None:
        super().__init__()
        self._words = words = scene.words
        self._is_text = is_text
        self._reading: Reading | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scene.look.px(8))
        self._grid.setVerticalSpacing(scene.look.px(6))
        self._boxes: dict[str, tuple[QLabel, QComboBox]] = {}
        for name in NAMES:
            self._add(name)
        self._turned = QCheckBox(words.text("window.import.turned"))
        self._turned.clicked.connect(lambda on: self._emit(lambda reading: reading.turned_round(is_turned=on)))
        self._grid.addWidget(self._turned, 2, 0, 1, 6)
        for column in (1, 3, 5):
            self._grid.setColumnStretch(column, 1)

    def _add(self, name: str) -> None:
        label, box = plain_label(self._words.text(f"window.import.{name}"), "muted"), QuietCombo()
        label.setBuddy(box)
        box.setAccessibleName(self._words.text(f"window.import.{name}"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.activated.connect(lambda _: self._on_chosen(name))
        row, column = PLACES[name]
        self._grid.addWidget(label, row, 2 * column)
        self._grid.addWidget(box, row, 2 * column + 1)
        self._boxes[name] = (label, box)

    def show_reading(self, reading: Reading) -> None:
        """Show how a table is read; choices that there are not stay out of sight."""
        self._reading = reading
        words, columns = self._words, reading.columns
        names, none = reading.column_names(), words.text("window.import.none")
        chosen = (-1, -1, None, 0) if columns is None else columns
        self._fill("day", names, chosen[0])
        self._fill("accounts", names, chosen[1])
        self._fill("note", [none, *names], 0 if chosen[2] is None else chosen[2] + 1)
        rows = [words.text("window.import.nth_row", row=i + 1) for i in range(reading.rows_to_begin_with())]
        self._fill("first_row", rows, chosen[3])
        sheets = [each.name for each in reading.file.sheets]
        self._fill("sheet", sheets, reading.sheet_at, shown=len(sheets) > 1)
        encoding = reading.file.encoding
        at = ENCODINGS.index(encoding) if encoding else 0
        told = [words.text(f"window.import.encoding.{each}") for each in ENCODINGS]
        self._fill("encoding", told, at, shown=bool(encoding) and not self._is_text)
        self._turned.setChecked(reading.is_turned)

    def _fill(self, name: str, texts: Sequence[str], chosen: int, *, shown: bool = True) -> None:
        label, box = self._boxes[name]
        box.clear()
        box.addItems(list(texts))
        box.setCurrentIndex(chosen)
        for part in (label, box):
            part.setVisible(shown)

    def _at(self, name: str) -> int:
        return self._boxes[name][1].currentIndex()

    def _on_chosen(self, name: str) -> None:
        at = self._at(name)
        if name == "sheet":
            self._emit(lambda reading: reading.of_sheet(at))
        elif name == "encoding":
            self._emit(lambda reading: reading.in_encoding(ENCODINGS[at]))
        elif name == "first_row":
            self._emit(lambda reading: reading.from_row(at))
        elif self._at("day") >= 0 and self._at("accounts") >= 0:
            day, accounts, note = self._at("day"), self._at("accounts"), self._at("note")
            self._emit(lambda reading: reading.with_columns(day, accounts, note - 1 if note > 0 else None))

    def _emit(self, change: Callable[[Reading], Reading]) -> None:
        self.changed.emit(change)
