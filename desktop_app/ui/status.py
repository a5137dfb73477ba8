"""The status line: saved or not, what needs a look, and the assumptions in force."""

from collections.abc import Sequence
from pathlib import Path as File

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStatusBar

from desktop_app.calculation.contract import Policy
from desktop_app.document.assess import Assessment
from desktop_app.ui.form.findings import Finding, worst
from desktop_app.ui.plain import ElidedLabel, plain_label, plain_tip, show_property
from desktop_app.ui.scene import Scene

LEVELS = ("error", "missing", "warning")
NAME_LETTERS, EDGE = 36, 8
CHOICES = ("partial_month", "rounding", "settlement_basis", "claimable_from")


class StatusLine(QStatusBar):
    """`next_asked` when the findings are clicked: show me where; `file_asked` with what was written last: open it."""

    next_asked = Signal()
    file_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._words = scene.words
        self._saved, self._assumed = plain_label(), ElidedLabel("assumed")
        self._findings = QPushButton()
        self._findings.clicked.connect(self.next_asked)
        self._assumed.setContentsMargins(EDGE, 0, EDGE, 0)
        self._assumed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown: Assessment | None = None
        self._told: Sequence[Finding] | None = None
        self._policy: Policy | None = None
        self._file: File | None = None
        self._written = QPushButton()
        self._written.clicked.connect(lambda: self.file_asked.emit(self._file))
        self._written.hide()
        self.setSizeGripEnabled(False)
        self.addWidget(self._saved)
        self.addWidget(self._findings)
        self.addWidget(self._written)
        self.addPermanentWidget(self._assumed, 1)

    def show_state(self, assessment: Assessment, findings: Sequence[Finding], saved: str) -> None:
        """Show the state of a draft; `saved` says in words whether it is."""
        if assessment is not self._shown:
            self._shown = assessment
            self._written.hide()
        self._saved.setText(saved)
        if findings != self._told:
            self._told = findings
            self._show_findings(findings)
        policy = None if assessment.contract is None else assessment.contract.policy
        if policy != self._policy:
            self._policy = policy
            self._assumed.setText("" if policy is None else self._assumptions(policy))
            self._assumed.setToolTip(plain_tip(self._assumed.text()))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        words = self._words
        counts = {level: sum(1 for each in findings if each.level == level) for level in LEVELS}
        told = [words.text(f"window.status.{level}", n=count) for level, count in counts.items() if count]
        self._findings.setText("　".join(told) or words.text("window.status.none"))
        self._findings.setAccessibleName(self._findings.text())
        self._findings.setToolTip(plain_tip("\n".join(each.sentence for each in findings[:12])))
        self._findings.setEnabled(bool(findings))
        show_property(self._findings, "level", worst(findings))

    def show_written(self, file: File) -> None:
        """Say, until something changes, which file was written, and offer to open it."""
        words, metrics = self._words, self._written.fontMetrics()
        name = metrics.elidedText(file.name, Qt.TextElideMode.ElideMiddle, metrics.averageCharWidth() * NAME_LETTERS)
        self._file = file
        self._written.setText(words.text("window.status.written", file=name).replace("&", "&&"))
        self._written.setAccessibleName(words.text("window.status.written", file=file.name))
        self._written.setToolTip(plain_tip(str(file)))
        self._written.show()

    def _assumptions(self, policy: Policy) -> str:
        words = self._words
        chosen = [words.choice(name, getattr(policy, name)) for name in CHOICES]
        taxed = words.choice("settlement_taxable", "yes" if policy.settlement_taxable else "no")
        chosen.insert(3, words.text("window.status.settlement_taxable", taxed=taxed))
        return words.text("window.status.assumptions", assumptions=words.text("window.status.dot").join(chosen))
