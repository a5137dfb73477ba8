"""Our own details, asked once: the fields that every new contract begins with, in a dialog with the rows of the form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import assess
from desktop_app.document.draft import Draft, new_draft, value_at
from desktop_app.document.fields import FIELDS, Field
from desktop_app.document.history import History
from desktop_app.ui.decision_row import DecisionRow
from desktop_app.ui.form.field_editors import editor_for, label_of
from desktop_app.ui.form.field_row import FieldRow
from desktop_app.ui.form.findings import Finding, findings_of
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene

ISSUER = "issuer"
ISSUER_FIELDS = tuple(field for field in FIELDS if field.path[0] == ISSUER)


class IssuerDialog(QDialog):
    """A form for our own details; `kept` when they are right and are to be kept."""

    kept = Signal(object)

    def __init__(self, scene: Scene, rules: Rulebook, issuer: Mapping[str, Any], offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene, self._rules = scene, rules
        draft = new_draft(issuer)
        self._history = History(draft, saved=draft)
        self._rows = [self._row(field, offer) for field in ISSUER_FIELDS]
        self._decision = DecisionRow(self, scene.words.text("window.issuer.keep"), self._on_kept, scene.words)
        self.setWindowTitle(scene.words.text("window.issuer"))
        self._lay_out()
        for keys, turned in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo), ("Ctrl+Y", self._redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(turned)
        self._show()

    def _row(self, field: Field, offer: Offer) -> FieldRow:
        words, editor = self._scene.words, editor_for(field, self._scene, offer)
        row = FieldRow(field.path, label_of(field, words), editor, self._scene.look, words.text(f"help.{field.key}"))
        row.editor.show_name(words.label(field.path))
        row.edited.connect(self._edit)
        row.left.connect(self._settle)
        return row

    def _lay_out(self) -> None:
        look, rows, area = self._scene.look, QWidget(), QScrollArea()
        rows.setProperty("role", "page")
        below = QVBoxLayout(rows)
        below.setContentsMargins(0, 0, look.px(8), 0)
        below.setSpacing(look.px(7))
        for row in self._rows:
            below.addWidget(row)
        below.addStretch(1)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (20, 16, 14, 14)))
        box.setSpacing(look.px(10))
        box.addWidget(plain_label(self._scene.words.text("window.issuer.what"), "help", wrapped=True))
        box.addWidget(area, 1)
        box.addWidget(self._decision)
        self.resize(look.px(540), look.px(520))

    def _edit(self, path: Path, raw: Any) -> None:
        self._turn(self._history.edit(path, raw))

    def _settle(self) -> None:
        self._history = self._history.settled()

    def _undo(self) -> None:
        self._turn(self._history.undo())

    def _redo(self) -> None:
        self._turn(self._history.redo())

    def _turn(self, history: History) -> None:
        self._history = history
        self._show()

    def _show(self) -> None:
        findings = self._findings()
        for row in self._rows:
            row.show_field(value_at(self._history.present, row.path), [each for each in findings if each.path == row.path])
        self._decision.take.setEnabled(all(each.level == "warning" for each in findings))

    def _findings(self) -> list[Finding]:
        """Return what the form of a contract would say of these fields."""
        assessment = assess(self._complete(), self._scene.today, self._rules)
        return [each for each in findings_of(assessment, (), self._scene.words) if each.path[:1] == (ISSUER,)]

    def _complete(self) -> Draft:
        """Return a contract with our own details that can be calculated: of others no warnings are told."""
        start = self._scene.today.isoformat()
        return {
            **self._history.present,
            "dates": {"billing_start": start},
            "prices": {"monthly": {"model": "per_account", "unit_price": "0"}},
            "accounts": [{"from": start, "count": 0}],
        }

    def _on_kept(self) -> None:
        self.accept()
        self.kept.emit(value_at(self._history.present, (ISSUER,)) or {})
