"""One section of the form, made from the table of fields: headings, rows, tables."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.fields import Field, Kind, Section
from desktop_app.ui.form.answer_box import AnswerBox
from desktop_app.ui.form.answers import answer_of
from desktop_app.ui.form.field_editors import editor_for, label_of
from desktop_app.ui.form.field_row import FieldRow
from desktop_app.ui.form.findings import Finding, section_of
from desktop_app.ui.form.form_acts import FormActs
from desktop_app.ui.form.layout import GROUPS, Group, fields_of, has_use
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.form.strays import Strays
from desktop_app.ui.form.table_block import TableBlock
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene

MARGINS = (20, 14, 18, 18)


class SectionPage(QWidget):
    """The fields of a section; what its user does goes to the acts of the form."""

    def __init__(self, section: Section, scene: Scene, offer: Offer, acts: FormActs) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.section = section
        self._scene, self._offer, self._acts = scene, offer, acts
        self._fields: list[tuple[Field, FieldRow | TableBlock]] = []
        self._tables: dict[Path, tuple[Any, tuple[Finding, ...]]] = {}
        self._headings: list[tuple[QLabel, tuple[Field, ...]]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*MARGINS)
        self._box.setSpacing(7)
        self._box.addWidget(plain_label(scene.words.text(f"section.{section.value}"), "title"))
        self._box.addWidget(plain_label(scene.words.text(f"section_help.{section.value}"), "help", wrapped=True))
        self._box.addSpacing(4)
        self._strays = Strays(scene)
        self._strays.removed.connect(acts.removed)
        self._box.addWidget(self._strays)
        for group in GROUPS[section]:
            self._add_group(group)
        self._answer = AnswerBox()
        self._box.addWidget(self._answer)
        self._box.addStretch(1)

    def _add_group(self, group: Group) -> None:
        fields = fields_of(group)
        if group.name:
            heading = plain_label(self._scene.words.text(f"window.group.{group.name}"), "group")
            heading.setContentsMargins(0, 10, 0, 0)
            self._headings.append((heading, fields))
            self._box.addWidget(heading)
        for field in fields:
            is_table = field.kind is Kind.TABLE
            part = TableBlock(field, self._scene, self._offer, self._acts) if is_table else self._row(field)
            self._fields.append((field, part))
            self._box.addWidget(part)

    def _row(self, field: Field) -> FieldRow:
        words = self._scene.words
        help_key = f"help.{field.key}"
        tip = words.text(help_key) if words.has(help_key) else ""
        row = FieldRow(field.path, label_of(field, words), editor_for(field, self._scene, self._offer), self._scene.look, tip)
        row.editor.show_name(words.label(field.path))
        row.edited.connect(self._acts.edited)
        row.left.connect(self._acts.left)
        return row

    def show_draft(self, draft: Draft, findings: Sequence[Finding], statement: Statement) -> None:
        """Show the section's part of a draft, what is wrong with it, and what it comes to."""
        mine = [each for each in findings if section_of(each.path) is self.section]
        told: set[Finding] = set()
        for field, part in self._fields:
            here = tuple(each for each in mine if self._belongs(each, field))
            used = has_use(field, draft) or bool(here)
            if used is part.isHidden():
                part.setVisible(used)
            told.update(here)
            if used and isinstance(part, FieldRow):
                part.show_field(value_at(draft, field.path), here)
            elif used and isinstance(part, TableBlock):
                self._show_table(part, draft, here)
        self._strays.show_findings([each for each in mine if each not in told], draft)
        self._show_headings()
        self._answer.show_answer(answer_of(self.section, statement, self._scene.words))

    def _show_table(self, table: TableBlock, draft: Draft, findings: tuple[Finding, ...]) -> None:
        """Show a list of the draft, unless it is the very one that is shown."""
        rows, before = value_at(draft, table.path), self._tables.get(table.path)
        if before is None or before[0] is not rows or before[1] != findings:
            self._tables[table.path] = (rows, findings)
            table.show_table(draft, findings)

    def _show_headings(self) -> None:
        hidden = {field.path for field, part in self._fields if part.isHidden()}
        for heading, fields in self._headings:
            heading.setVisible(any(field.path not in hidden for field in fields))

    @staticmethod
    def _belongs(finding: Finding, field: Field) -> bool:
        if field.kind in {Kind.TABLE, Kind.TEXT_LIST}:
            return finding.path[: len(field.path)] == field.path
        return finding.path == field.path

    def reveal(self, path: Path) -> QWidget | None:
        """Put the keyboard into the field at `path`, or near it; return the part of the page that holds it."""
        for field, part in self._fields:
            if path[: len(field.path)] == field.path and not part.isHidden():
                if isinstance(part, TableBlock):
                    part.reveal(path)
                else:
                    part.editor.take_focus()
                if field.path == path or field.kind in {Kind.TABLE, Kind.TEXT_LIST}:
                    return part
        return None
