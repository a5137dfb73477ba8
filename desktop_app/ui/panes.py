"""The parts of the window and where they lie: sections, form and result beside one another, the contract's time below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from desktop_app.calculation.step import Path
from desktop_app.calculation.unknown import is_known
from desktop_app.document.fields import Section
from desktop_app.ui.form.field_editors import Offer
from desktop_app.ui.form.findings import Finding, section_of
from desktop_app.ui.form.form_panel import FormPanel
from desktop_app.ui.form.section_list import SectionList
from desktop_app.ui.result.result_panel import ResultPanel
from desktop_app.ui.result.timeline import TimelineView
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.spoken import why_not

FIRST_WIDTH, FIRST_HEIGHT = 1280, 800
TIMELINE_HEIGHT = 148


class Panes(QSplitter):
    """All that shows the contract. What a user does in it is a signal of `form`, of `result` or `revealed`."""

    revealed = Signal(object)

    def __init__(self, scene: Scene, offer: Offer, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._words = scene.words
        self._settings = settings
        self.sections, self.form = SectionList(scene), FormPanel(scene, offer)
        self.result, self.timeline = ResultPanel(scene), TimelineView(scene)
        self.sections.chosen.connect(self.form.show_section)
        self.result.field_asked.connect(self.revealed)
        self.timeline.field_asked.connect(self.revealed)
        self.timeline.menu_asked.connect(self.result.open_menu)
        self._lay_out()

    def _lay_out(self) -> None:
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setChildrenCollapsible(False)
        for i, (part, stretch) in enumerate(((self.sections, 0), (self.form, 0), (self.result, 1))):
            self._beside.addWidget(part)
            self._beside.setStretchFactor(i, stretch)
        self._beside.setSizes([self.sections.minimumWidth(), self.form.minimumWidth(), FIRST_WIDTH])
        self._beside.restoreState(self._settings.shape("splitter"))
        self.addWidget(self._beside)
        self.addWidget(self.timeline)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([FIRST_HEIGHT - TIMELINE_HEIGHT, TIMELINE_HEIGHT])
        self.setCollapsible(0, False)  # noqa: FBT003 - Qt's own way to say so
        self.restoreState(self._settings.shape("panes"))

    def show_session(self, session: Session, findings: Sequence[Finding]) -> None:
        """Show what the session holds."""
        contract, statement = session.known
        self.form.show_draft(session.history.present, findings, statement)
        self.sections.show_findings(findings)
        self.result.show_statement(statement, why_not(findings, self._words))
        self.timeline.setVisible(is_known(statement.dates.billing_start))
        self.timeline.show_statement(contract, statement)

    def choose(self, section: Section) -> None:
        """Bring a section into sight, the keyboard in the list."""
        self.sections.choose(section)
        self.sections.setFocus()

    def reveal(self, path: Path) -> None:
        """Go to the field at an address."""
        self.sections.choose(section_of(path))
        self.form.reveal(path)

    def keep_shape(self) -> None:
        """Remember where everything was."""
        self._settings.keep_shape("splitter", self._beside.saveState())
        self._settings.keep_shape("panes", self.saveState())
