"""What is wrong where no field of the form is: unknown fields, parts of a wrong kind, a digest that does not match."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.document.draft import Draft, value_at
from desktop_app.ui.form.field_row import FindingLine
from desktop_app.ui.form.findings import Finding, worst
from desktop_app.ui.plain import show_property
from desktop_app.ui.scene import Scene

MOST = 12


class Strays(QFrame):
    """The sentences, each with a button that takes out what it is about."""

    removed = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._lines: list[QWidget] = []
        self._shown: tuple[Sequence[Finding], list[bool]] = ((), [])
        self.setProperty("role", "strays")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 7, 8, 7)
        self._box.setSpacing(2)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], draft: Draft) -> None:
        """Show the sentences, anew only when they are others."""
        present = [bool(each.path) and value_at(draft, each.path) is not None for each in findings]
        if (findings, present) == self._shown:
            return
        self._shown = (findings, present)
        for old in self._lines:
            old.deleteLater()
        self._lines = [self._line(each, removable=removable) for each, removable in zip(findings[:MOST], present, strict=False)]
        for line in self._lines:
            self._box.addWidget(line)
        show_property(self, "level", worst(findings))
        self.setVisible(bool(findings))

    def _line(self, finding: Finding, *, removable: bool) -> QWidget:
        line, part = QWidget(), FindingLine(self._scene.look)
        part.show_finding(finding)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(part, 1)
        if removable:
            button = QPushButton(self._scene.words.text("window.stray.remove"))
            button.setProperty("role", "quiet")
            button.setAccessibleName(f"{button.text()} {finding.sentence}")
            button.clicked.connect(partial(self.removed.emit, finding.path))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line
