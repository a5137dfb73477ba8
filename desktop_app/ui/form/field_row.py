"""One field of a form: its label, its editor, and under it what is wrong with it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.form.findings import Finding, worst
from desktop_app.ui.look import Look, pixmap
from desktop_app.ui.plain import plain_label, plain_tip, show_property

LABEL_WIDTH = 112
MARK_SIZE = 16
SHADES = {"error": "error", "warning": "warning", "missing": "faint"}


class FindingLine(QWidget):
    """A sentence about a field, with its mark before it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Finding | None = None
        self._mark, self._sentence = QLabel(), plain_label(wrapped=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)

    def show_finding(self, finding: Finding) -> None:
        """Show a sentence."""
        if finding == self._shown:
            return
        self._shown = finding
        self._mark.setPixmap(pixmap(finding.level, self._look.colours[SHADES[finding.level]], MARK_SIZE))
        self._sentence.setText(finding.sentence)
        show_property(self._sentence, "role", finding.level)


class FindingLines(QWidget):
    """The sentences about a field, one under the other; takes no room when there are none."""

    def __init__(self, look: Look, most: int = 5) -> None:
        super().__init__()
        self._look = look
        self._most = most
        self._lines: list[FindingLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 2, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the first few of these sentences."""
        shown = findings[: self._most]
        while len(self._lines) < len(shown):
            self._lines.append(FindingLine(self._look))
            self._box.addWidget(self._lines[-1])
        for i, line in enumerate(self._lines):
            line.setVisible(i < len(shown))
            if i < len(shown):
                line.show_finding(shown[i])
        self.setVisible(bool(shown))


class FieldRow(QWidget):
    """A field at an address; `edited` and `left` are its user's acts."""

    edited = Signal(object, object)
    left = Signal()

    def __init__(self, path: Path, label: str, editor: Editor, look: Look, tip: str = "") -> None:
        super().__init__()
        self.path = path
        self.editor = editor
        self._tip = tip
        self._shown: tuple[Any, Sequence[Finding]] | None = None
        self._findings: Sequence[Finding] = ()
        name = plain_label(label, "field", wrapped=True)
        name.setFixedWidth(LABEL_WIDTH)
        name.setContentsMargins(0, 5, 0, 0)
        name.setToolTip(plain_tip(tip))
        name.setBuddy(editor.controls()[0])
        self._lines = FindingLines(look)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(editor)
        right.addWidget(self._lines)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        editor.edited.connect(self._on_edited)
        editor.refused.connect(self._note_that)
        editor.rested.connect(self._mark)
        editor.left.connect(self.left)

    def show_field(self, raw: Any, findings: Sequence[Finding]) -> None:
        """Show the value and what is wrong with it; while it is being typed only the value."""
        if self._shown == (raw, findings):
            return
        self._shown, self._findings = (raw, findings), findings
        self.editor.show_value(raw)
        if not self.editor.being_typed or not findings:
            self._mark()

    def _on_edited(self, raw: Any) -> None:
        self.edited.emit(self.path, raw)

    def _note_that(self, sentence: str) -> None:
        """Say, until something is typed or the field is left, what was not taken."""
        self._tell((Finding("warning", self.path, sentence), *self._findings))

    def _mark(self) -> None:
        self._tell(self._findings)

    def _tell(self, findings: Sequence[Finding]) -> None:
        self._lines.show_findings(findings)
        sentences = "\n".join(each.sentence for each in findings)
        self.editor.show_finding(worst(findings), sentences, self._tip)
