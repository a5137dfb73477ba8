"""The parts of the window and where they lie: sections, form and result beside one another, the contract's time below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.calculation.unknown import is_known
from desktop_app.document.fields import Section
from desktop_app.ui.form.findings import Finding, section_of
from desktop_app.ui.form.form_panel import FormPanel
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.form.section_list import SectionColumn, SectionList
from desktop_app.ui.look import USUAL_SIZE
from desktop_app.ui.result.figures import WhyNot
from desktop_app.ui.result.late import Late
from desktop_app.ui.result.result_panel import ResultPanel
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import FIRST_WIDTH, Settings
from desktop_app.ui.spoken import why_not

if TYPE_CHECKING:
    from desktop_app.ui.inquiry.inquiry_panel import InquiryPanel
    from desktop_app.ui.paper.paper_page import PaperPage
    from desktop_app.ui.result.timeline import TimelineView

TIMELINE_HEIGHT, LEAST_TIMELINE, LEAST_RESULT, LEAST_LIST, MARGIN = 159, 90, 285, 110, 20
USUAL_RESULT, LEAST_FIGURES = 320, 460
"""How high the result is to be beside the time, and how wide beside the list of the sections, else one of them gives way."""


class Panes(QSplitter):
    """All that shows the contract, complete once it is filled. What a user does is a signal of `form`, `result` or `revealed`."""

    revealed = Signal(object)
    edited = Signal(object, object)
    left = Signal()
    """Both from the questions, as of the form."""
    print_asked = Signal()
    timeline: "TimelineView"

    def __init__(self, scene: Scene, offer: Offer, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._scene, self._words, self._look = scene, scene.words, scene.look
        self._settings = settings
        self._shown: tuple[Session, str] | None = None
        self._has_time = self._is_shared_out = False
        self._beside = QSplitter(Qt.Orientation.Horizontal, self)
        self.sections = SectionList(scene, self._beside)
        self.form = FormPanel(scene, offer)
        self._column = SectionColumn(self.sections, self.form, self._look, self._beside)
        self.result = ResultPanel(scene, self._beside)
        self._time = QWidget(self)
        self._time_box = QVBoxLayout(self._time)
        self._time_box.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self._restore()

    def fill(self) -> None:
        """Add what is not seen first."""
        from desktop_app.ui.result.timeline import TimelineView  # noqa: PLC0415 - the figures are there before the contract's time

        self.timeline = TimelineView(self._scene)
        self._time_box.addWidget(self.timeline)
        self._paper, self._inquiry = Late(self._make_paper), Late(self._make_inquiry)
        self.result.add_view("paper", self._paper)
        self.result.add_view("inquiry", self._inquiry)
        self.sections.chosen.connect(self._show_section)
        self.result.field_asked.connect(self.revealed)
        self.result.difference_asked.connect(self._ask_difference)
        self.timeline.field_asked.connect(self.revealed)
        self.timeline.menu_asked.connect(self.result.open_menu)
        self.result.restore_tab(self._settings.place("tab"))

    @property
    def paper(self) -> "PaperPage":
        """The paper as it would be printed."""
        return self._paper.view()

    def _make_paper(self) -> "PaperPage":
        from desktop_app.ui.paper.paper_page import PaperPage  # noqa: PLC0415 - loaded when it is first looked at

        page = PaperPage(self._scene, self._settings)
        page.field_asked.connect(self.revealed)
        page.print_asked.connect(self.print_asked)
        if self._shown is not None:
            page.show_session(self._shown[0])
        return page

    @property
    def inquiry(self) -> "InquiryPanel":
        """The place for questions."""
        return self._inquiry.view()

    def _make_inquiry(self) -> "InquiryPanel":
        from desktop_app.ui.inquiry.inquiry_panel import InquiryPanel  # noqa: PLC0415 - loaded with the first question

        panel = InquiryPanel(self._scene, self._settings)
        panel.field_asked.connect(self.revealed)
        panel.edited.connect(self.edited)
        panel.left.connect(self.left)
        if self._shown is not None:
            panel.show_session(*self._shown)
        return panel

    def _lay_out(self) -> None:
        self._make_room()
        self._beside.setChildrenCollapsible(False)
        for part in (self.sections, self._column, self.result):
            self._beside.addWidget(part)
        self._beside.setStretchFactor(self._beside.indexOf(self.result), 1)
        self._beside.setSizes([self._list_width, self.form.minimumWidth(), FIRST_WIDTH])
        self.addWidget(self._beside)
        self.addWidget(self._time)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)  # noqa: FBT003 - Qt's own way to say so
        self.splitterMoved.connect(self._on_moved)

    def _on_moved(self) -> None:
        self._is_shared_out = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out, the height until its user does."""
        super().resizeEvent(event)
        self._make_way()
        if not self._is_shared_out:
            look, height = self._look, self.height()
            time = max(min(look.px(TIMELINE_HEIGHT), height - look.px(USUAL_RESULT)), look.px(LEAST_TIMELINE))
            self.setSizes([height - time, time])

    def _make_way(self) -> None:
        """Have the list of the sections in sight where the figures have room beside it, and nobody has put it away."""
        needed = self._list_width + self.form.minimumWidth() + self._look.px(LEAST_FIGURES)
        self.sections.setHidden(self.width() < needed or "sections" in self.hidden_parts())
        self._column.stand_in()

    def _make_room(self) -> None:
        """Leave the larger texts as much room as there is on a small screen: what is high can be scrolled."""
        self._list_width = self.sections.minimumWidth() + self._look.px(MARGIN) - MARGIN
        self.sections.setMinimumWidth(min(self._list_width, self._look.px(LEAST_LIST)))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._look.size > USUAL_SIZE:
            self.result.setMinimumHeight(self._look.px(LEAST_RESULT))
            self._time.setMinimumHeight(self._look.px(LEAST_TIMELINE))

    def _show_section(self, section: Section) -> None:
        """Show a section, the form as wide as its fields need."""
        self.form.show_section(section)
        self.form.setMinimumWidth(max(self.form.minimumWidth(), self._form_width()))
        self._make_way()

    def _form_width(self) -> int:
        """Return how wide the section needs the form to be."""
        area = self.form.currentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(area, QScrollArea) or page is None:
            return 0
        return page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width() + 1

    def _restore(self) -> None:
        """Put everything where it was left; sizes only where the text is as large as it was then."""
        if self._is_as_left():
            self.form.setMinimumWidth(max(self.form.minimumWidth(), self._form_width_left()))
            self._beside.restoreState(self._settings.shape("splitter"))
            self._is_shared_out = self.restoreState(self._settings.shape("panes"))

    def _form_width_left(self) -> int:
        """Return how wide the form was needed to be: the figures beside it are there before it is."""
        kept = self._settings.place("form_width")
        return int(kept) if kept.isdecimal() and len(kept) < len("1000") else 0

    def _is_as_left(self) -> bool:
        return self._settings.place("text_size") in {"", str(self._look.size)}

    def hidden_parts(self) -> set[str]:
        """Return the parts that the user does not want to see."""
        return set(self._settings.place("hidden").split())

    def turn_part(self, name: str) -> None:
        """Hide a part, or show it again."""
        self._settings.keep_place("hidden", " ".join(sorted(self.hidden_parts() ^ {name})))
        self._make_way()
        self._show_time()

    def _show_time(self) -> None:
        self._time.setVisible(self._has_time and "timeline" not in self.hidden_parts())

    def show_figures(self, session: Session, findings: Sequence[Finding]) -> WhyNot:
        """Show the figures of what the session holds, and where something is to be looked at; return why there are not more."""
        told = why_not(findings, self._words)
        self.result.show_known(session.known, told)
        self._has_time = is_known(session.known.statement.dates.billing_start)
        self._show_time()
        self.sections.show_findings(findings)
        return told

    def show_session(self, session: Session, findings: Sequence[Finding]) -> None:
        """Show what the session holds."""
        contract, statement = session.known
        self.form.show_draft(session.history.present, findings, statement)
        told = self.show_figures(session, findings)
        self._shown = (session, told.full)
        if self._inquiry.made is not None:
            self._inquiry.made.show_session(session, told.full)
        if self._paper.made is not None:
            self._paper.made.show_session(session)
        self.timeline.show_statement(contract, statement)

    def ask(self, name: str = "") -> None:
        """Bring the questions into sight, or one of them, with the keyboard."""
        self.result.restore_tab("inquiry")
        if name:
            self.inquiry.choose(name)
        self.inquiry.take_focus()

    def _ask_difference(self, row: int) -> None:
        """Ask why a month costs what it does more than the one before it."""
        self.ask("months")
        self.inquiry.choose_month(row)

    def bring(self, section: Section) -> None:
        """Bring a section into sight."""
        self.sections.choose(section)
        if self.form.currentWidget() is None:
            self._show_section(section)  # the list had it chosen before there was a form

    def choose(self, section: Section) -> None:
        """Bring a section into sight, the keyboard in the list."""
        self.bring(section)
        self._column.take_focus()

    def reveal(self, path: Path) -> None:
        """Go to the field at an address."""
        self.bring(section_of(path))
        self.form.reveal(path)

    def keep_shape(self) -> None:
        """Remember where everything was."""
        self._settings.keep_shape("splitter", self._beside.saveState())
        self._settings.keep_shape("panes", self.saveState())
        self._settings.keep_place("form_width", str(self.form.minimumWidth()))
        self._settings.keep_place("text_size", str(self._look.size))
        self._settings.keep_place("section", self.sections.section.value)
        self._settings.keep_place("tab", self.result.tab)
