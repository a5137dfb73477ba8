"""The form: the section that is chosen, made when it is first looked at, the others when their turn comes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft
from desktop_app.document.fields import Section
from desktop_app.ui.form.findings import Finding, section_of
from desktop_app.ui.form.form_acts import FormActs
from desktop_app.ui.scene import Scene

if TYPE_CHECKING:
    from desktop_app.ui.form.offer import Offer
    from desktop_app.ui.form.section_page import SectionPage

LEAST_WIDTH = 426


class FormPanel(QStackedWidget):
    """The sections' pages; `acts` are its user's."""

    def __init__(self, scene: Scene, offer: "Offer", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene, self._offer = scene, offer
        self.acts = FormActs(self)
        self._pages: dict[Section, tuple[QScrollArea, SectionPage]] = {}
        self._shown: tuple[Draft, Sequence[Finding], Statement] | None = None
        self.setMinimumWidth(LEAST_WIDTH)

    def show_draft(self, draft: Draft, findings: Sequence[Finding], statement: Statement) -> None:
        """Show a draft, and what it comes to, in the section that is in sight."""
        self._shown = (draft, findings, statement)
        current = self.currentWidget()
        for area, page in self._pages.values():
            if area is current:
                page.show_draft(draft, findings, statement)

    def show_section(self, section: Section) -> None:
        """Bring a section into sight."""
        area, page = self._page(section)
        if self._shown is not None:
            page.show_draft(*self._shown)
        self.setCurrentWidget(area)

    def reveal(self, path: Path) -> None:
        """Put the keyboard into the field at an address of the section in sight."""
        area, page = self._page(section_of(path))
        part = page.reveal(path)
        if part is not None:
            area.ensureWidgetVisible(part)

    def _page(self, section: Section) -> "tuple[QScrollArea, SectionPage]":
        from desktop_app.ui.form.section_page import SectionPage  # noqa: PLC0415 - the place of the form is seen before it

        if section not in self._pages:
            page = SectionPage(section, self._scene, self._offer, self.acts)
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self.addWidget(area)
            self._pages[section] = (area, page)
        return self._pages[section]
