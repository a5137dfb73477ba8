"""The window: sections, form and result beside one another, all shown from the session."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app import __version__
from desktop_app.calculation.step import Path
from desktop_app.document.fields import Section
from desktop_app.ui.commands import show_actions, slots_of
from desktop_app.ui.filing import Filing
from desktop_app.ui.form.field_editors import Offer
from desktop_app.ui.form.findings import Finding, findings_of
from desktop_app.ui.look import apply_look, look_of, scheme_for
from desktop_app.ui.menus import add_menus
from desktop_app.ui.panes import FIRST_HEIGHT, FIRST_WIDTH, Panes
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.status import StatusLine
from desktop_app.ui.toolbar import ToolBar
from desktop_app.wording.answers import answer
from desktop_app.wording.wording import Wording, wording


class MainWindow(QMainWindow):
    """Shows the session; every act of its user goes to the session or to the filing, and nothing is kept here."""

    def __init__(self, session: Session, questions: Questions, settings: Settings) -> None:
        super().__init__()
        self._session, self._settings, self._questions = session, settings, questions
        questions.parent = self
        self.filing = Filing(session, questions, settings, self._words)
        self._findings: tuple[Finding, ...] = ()
        self._last_found = -1
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self.restoreGeometry(settings.shape("window"))
        self._compose(Section.CONTRACT)
        session.assessed.connect(self._show)

    def _words(self) -> Wording:
        return wording(self._settings.language)

    def _compose(self, section: Section) -> None:
        """Build every view in the language and the colours that hold now, and show what is open."""
        look = look_of(scheme_for(self._settings.scheme))
        apply_look(look)
        scene = Scene(self._words(), look, self._session.today)
        chosen = {f"language.{self._settings.language}", f"scheme.{self._settings.scheme}"}
        self._actions = add_menus(self, scene, slots_of(self, self._session, self.filing), chosen)
        for old in self.findChildren(ToolBar):
            self.removeToolBar(old)
            old.deleteLater()
        self._toolbar = ToolBar(scene, self._actions)
        self._toolbar.day_entered.connect(self._session.show_as_of)
        self.addToolBar(self._toolbar)
        self._status = StatusLine(scene)
        self._panes = Panes(scene, Offer(tuple(self._session.rules.editions), self.filing.image), self._settings)
        self.setCentralWidget(self._panes)
        self.setStatusBar(self._status)
        for part in (self._toolbar, self._panes, self._status):
            part.show()  # parts that join a window which is in sight are not
        self._connect()
        self._show()
        self.choose_section(section)

    def _connect(self) -> None:
        session, form = self._session, self._panes.form
        form.edited.connect(session.edit)
        form.inserted.connect(session.insert)
        form.removed.connect(session.remove)
        form.replaced.connect(session.replace)
        form.left.connect(session.settle)
        self._panes.revealed.connect(self.reveal)
        self._status.next_asked.connect(self.show_next_finding)

    def _show(self) -> None:
        """Show what the session holds, in every view."""
        session, words = self._session, self._words()
        assessment = session.assessment
        self._findings = findings_of(assessment, session.cautions, words)
        self._panes.show_session(session, self._findings)
        saved = "modified" if session.modified else "saved" if session.file else "new"
        self._status.show_state(assessment, self._findings, words.text(f"window.status.{saved}"))
        self._toolbar.show_day(session.as_of)
        show_actions(self._actions, session, words)
        self.setWindowTitle(words.text("window.title_of", title=self.filing.title().replace("[*]", "[*][*]")))
        self.setWindowModified(session.modified)

    def reveal(self, path: Path) -> None:
        """Go to the field at an address."""
        self._panes.reveal(path)

    def show_next_finding(self) -> None:
        """Go to the next field with something to be looked at."""
        if self._findings:
            self._last_found = (self._last_found + 1) % len(self._findings)
            self.reveal(self._findings[self._last_found].path)

    def choose_section(self, section: Section) -> None:
        """Bring a section into sight, the keyboard in the list."""
        self._panes.choose(section)

    def show_tab(self, number: int) -> None:
        """Bring a view of the result into sight."""
        self._panes.result.show_tab(number)

    def copy_answer(self) -> None:
        """Put the reasons of the figure in question on the clipboard, as a text for the customer."""
        step = self._panes.result.in_question()
        if step is not None:
            QApplication.clipboard().setText(answer(step, self._words()))

    def switch(self, name: str) -> None:
        """Change the language or the colours, once the menu that asked for it is done."""
        kind, _, value = name.partition(".")
        setattr(self._settings, kind, value)
        self._panes.keep_shape()
        QTimer.singleShot(0, partial(self._compose, self._panes.sections.section))

    def tell_about(self) -> None:
        """Say what the program is."""
        self._questions.tell(self._words(), self._words().text("window.about", version=__version__))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only what is saved or given up, and remember where everything was."""
        if not self.filing.may_leave():
            event.ignore()
            return
        self._settings.keep_shape("window", self.saveGeometry())
        self._panes.keep_shape()
        event.accept()
