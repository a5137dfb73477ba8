"""The place for questions: one page for each kind, chosen by buttons above it, asked of the contract that is open."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.ui.editors.choices import SegmentEditor
from desktop_app.ui.inquiry.curve_page import CurvePage
from desktop_app.ui.inquiry.deadlines import DeadlinesPage
from desktop_app.ui.inquiry.month_bridge import MonthsPage
from desktop_app.ui.inquiry.outlook import OutagesPage
from desktop_app.ui.inquiry.page import Page
from desktop_app.ui.inquiry.readings import ReadingsPage
from desktop_app.ui.inquiry.subject import Subject, subject_of
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings

PAGES: dict[str, Callable[[Scene], Page]] = {
    "curve": CurvePage,
    "outages": OutagesPage,
    "deadlines": DeadlinesPage,
    "months": MonthsPage,
    "readings": ReadingsPage,
}


class InquiryPanel(QWidget):
    """Shows the page that was chosen last. What its user decides is a signal, as of the form."""

    edited = Signal(object, object)
    left = Signal()
    field_asked = Signal(object)

    def __init__(self, scene: Scene, settings: Settings) -> None:
        super().__init__()
        self._words, self._settings = scene.words, settings
        self._source: tuple[Assessment, Rulebook] | None = None
        self._subject: Subject | None = None
        self._note = plain_label("", "help", wrapped=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = {name: make(scene) for name, make in PAGES.items()}
        kept = settings.place("inquiry")
        self._name = kept if kept in PAGES else next(iter(PAGES))
        self._choice = SegmentEditor({name: self._words.text(f"window.inquiry.page.{name}") for name in PAGES}, self._name)
        self._choice.show_name(self._words.text("window.tab.inquiry"))
        self._choice.edited.connect(self.choose)
        self._stack = QStackedWidget()
        self._lay_out()
        for page in self._pages.values():
            page.edited.connect(self.edited)
            page.left.connect(self.left)
            page.field_asked.connect(self.field_asked)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._note)
        for page in self._pages.values():
            self._stack.addWidget(_scrolled(page))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._choice)
        box.addWidget(self._stack, 1)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the pages, in their order."""
        return tuple(self._pages)

    def page(self, name: str) -> Page:
        """Return a page."""
        return self._pages[name]

    def show_session(self, session: Session, why_not: str) -> None:
        """Show the answers for what a session holds, or why there are none."""
        if self._source is None or session.assessment is not self._source[0]:
            self._source = (session.assessment, session.rules)
            self._subject = subject_of(*self._source)
            self._note.setText(why_not)
            if self.isVisible():
                self._follow()

    def choose(self, name: str) -> None:
        """Bring a page into sight."""
        self._name = name
        self._settings.keep_place("inquiry", name)
        self._follow()

    def choose_month(self, row: int) -> None:
        """Ask about the month in a row of the statement, against the one before it."""
        page = self._pages["months"]
        assert isinstance(page, MonthsPage)  # noqa: S101 - the table of pages says so
        page.choose_month(row)

    def take_focus(self) -> None:
        """Put the keyboard on the page in sight."""
        if self._subject is None:
            self._choice.take_focus()
        else:
            self._pages[self._name].take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Answer, now that somebody looks."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Show the page and its answers, or why there are none."""
        page = self._pages[self._name]
        self._choice.show_value(self._name)
        if self._subject is None:
            page.rest()
            self._stack.setCurrentWidget(self._note)
            return
        self._stack.setCurrentIndex(1 + list(self._pages).index(self._name))
        page.show_subject(self._subject)


def _scrolled(page: Page) -> QScrollArea:
    """Return a page that is scrolled where it has no room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
