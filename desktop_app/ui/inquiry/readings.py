"""What open points of the contract come to under every reading, side by side; a click chooses one."""

from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton

from desktop_app.calculation.readings import VALUES, Question, SilentPoint, silent_points
from desktop_app.ui.inquiry.page import Page
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.look import USUAL_SIZE
from desktop_app.ui.plain import plain_label, show_property, standing_alone
from desktop_app.ui.scene import Scene
from desktop_app.wording.told import Told, column_titles
from desktop_app.wording.told_months import readings_told

COLUMNS = 5
INDENT = 24
"""Beside large text: how far a remark stands in, below its reading."""
FIXED_COUNT = ("policy", "settlement_accounts")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Row(NamedTuple):
    """A reading on the screen: its button, and the texts behind it."""

    button: QRadioButton
    texts: tuple[QLabel, ...]


class ReadingsPage(Page):
    """Every open point with its readings, the chosen one marked."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._subject: Subject | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 6, 6)
        self._grid.setHorizontalSpacing(scene.look.px(12))
        self._grid.setVerticalSpacing(scene.look.px(2))
        self._is_narrow = scene.look.size > USUAL_SIZE
        self.setProperty("narrow", self._is_narrow)
        self._grid.setColumnStretch(0 if self._is_narrow else COLUMNS - 1, 1)
        titles = column_titles(self.words, "reading", "settlement", "grand_total", "difference", "remark")
        for column, title in enumerate(titles[:-1] if self._is_narrow else titles):
            self._put(plain_label(title, "muted"), column)
        self._notes: dict[Question, QLabel] = {}
        self._rows: dict[Question, list[Row]] = {}
        for question, values in VALUES.items():
            self._add_point(question, values)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _put(self, label: QLabel, column: int) -> QLabel:
        """Put a label into the last row, or begin one with it."""
        row = self._grid.rowCount() - (1 if column else 0)
        sides = RIGHT if 0 < column < COLUMNS - 1 else Qt.AlignmentFlag.AlignVCenter
        label.setAlignment(sides)
        self._grid.addWidget(label, row, column)
        return label

    def _add_point(self, question: Question, values: tuple[Any, ...]) -> None:
        row = self._grid.rowCount()
        title = plain_label(self.words.label(("policy", question)), "group")
        title.setContentsMargins(0, self.scene.look.px(6), 0, 0)
        note = self._notes[question] = plain_label("", "help", wrapped=True)
        self._grid.addWidget(title, row, 0)
        if self._is_narrow:
            self._put_below(note)
        else:
            self._grid.addWidget(note, row, 1, 1, COLUMNS - 1, Qt.AlignmentFlag.AlignBottom)
        group = QButtonGroup(self)
        self._rows[question] = [self._reading(group, question, value) for value in values]

    def _reading(self, group: QButtonGroup, question: Question, value: Any) -> Row:
        button, remark = QRadioButton(), plain_label("", wrapped=True)
        group.addButton(button)
        button.clicked.connect(partial(self._on_clicked, question, value))
        self._grid.addWidget(button, self._grid.rowCount(), 0)
        amounts = tuple(self._put(plain_label(), column) for column in range(1, COLUMNS - 1))
        if self._is_narrow:
            self._put_below(remark)
            remark.setIndent(self.scene.look.px(INDENT))
        else:
            self._put(remark, COLUMNS - 1)
        return Row(button, (*amounts, remark))

    def _put_below(self, label: QLabel) -> None:
        """Put a label into a row of its own, in which it is seen as long as it says something."""
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, COLUMNS - 1)
        label.hide()

    def show_subject(self, subject: Subject) -> None:
        """Show what every reading of a contract comes to."""
        if subject is self._subject:
            return
        self._subject = subject
        points = silent_points(subject.contract, subject.statement, subject.rules)
        for point, told in zip(points, readings_told(points, self.words), strict=True):
            self._show_point(point, told)

    def _show_point(self, point: SilentPoint, told: Told) -> None:
        note = self._notes[point.question]
        note.setText("".join(told.sentences))
        note.setVisible(bool(told.sentences))
        rows = self._rows[point.question]
        for row, reading, (name, *texts) in zip(rows, point.readings, told.rows, strict=True):
            row.button.setText(standing_alone(name))
            row.button.setChecked(reading.chosen)
            row.button.setAccessibleName(f"{told.heading} {name}")
            row.button.setAccessibleDescription(self.words.listed(filter(None, texts)))
            for label, text in zip(row.texts, texts, strict=True):
                label.setText(text)
                show_property(label, "role", "" if reading.chosen or not reading.same else "muted")
            seen_anyway = reading.chosen or reading.same  # by its button, by its letters
            row.texts[-1].setVisible(not self._is_narrow or (bool(texts[-1]) and not seen_anyway))

    def take_focus(self) -> None:
        """Put the keyboard on the first reading that is chosen."""
        buttons = [row.button for rows in self._rows.values() for row in rows]
        next((each for each in buttons if each.isChecked()), buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, question: Question, value: Any, _checked: object = None) -> None:
        subject = self._subject
        if subject is None or getattr(subject.contract.policy, question) == value:
            return
        lacks_count = value == "fixed" and subject.contract.policy.settlement_accounts is None
        self.decide(("policy", question), value)
        if lacks_count:
            self.field_asked.emit(FIXED_COUNT)
