"""The window: sections, form and result beside one another, all shown from the session."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path as File

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow

from desktop_app.calculation.step import Path
from desktop_app.document.fields import Section
from desktop_app.ui.commands import choice_slots, slots_of
from desktop_app.ui.composition import Composition
from desktop_app.ui.decisions import Decisions
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.dropping import DropDoor
from desktop_app.ui.exports import Exports
from desktop_app.ui.filing import Filing
from desktop_app.ui.form.field_editors import Offer
from desktop_app.ui.form.findings import findings_of
from desktop_app.ui.look import look_of, scheme_for
from desktop_app.ui.panes import FIRST_HEIGHT, FIRST_WIDTH
from desktop_app.ui.qt_words import speak
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.wiring import wire
from desktop_app.wording.wording import Wording, wording

FIRST_FIELD: Path = ("title",)


class MainWindow(QMainWindow):
    """Shows the session; every act of its user goes to the session or to the filing, and nothing is kept here."""

    def __init__(self, session: Session, questions: Questions, settings: Settings) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        questions.parent = self
        self.filing = Filing(session, questions, settings, self._words)
        self._exports = Exports(session, questions, settings, self.filing, self._words)
        self._dialogs = Dialogs(self, self, session, questions, self.filing, settings)
        self.decisions = Decisions(session, self.filing, settings, self._dialogs.ask_issuer)
        self._door = DropDoor(self)
        self._at_start = False
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self.restoreGeometry(settings.shape("window"))
        self._compose()
        self.choose_section(next((each for each in Section if each.value == settings.place("section")), Section.CONTRACT))
        session.assessed.connect(self._show)
        self.decisions.changed.connect(self._show)
        self._door.dropped.connect(self._take_dropped)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._compose_again)

    def _words(self) -> Wording:
        return wording(self._settings.language)

    def _compose(self) -> None:
        """Build every view in the language, the look and the size of text that hold now, and show what is open."""
        settings, session = self._settings, self._session
        speak(settings.language)
        scene = Scene(self._words(), look_of(scheme_for(settings.scheme), settings.text_size), session.today, settings.eras)
        offer = Offer(tuple(session.rules.editions), self.filing.image)
        slots = {**slots_of(self, session, self.filing, self._exports, self._dialogs), **choice_slots(self, settings)}
        self.views = Composition(self, scene, settings, offer, slots)
        wire(self.views, self, session, self.filing, self._exports, self.decisions, settings)
        self.views.panes.form.table_pasted.connect(self._dialogs.take_counts)
        self.show_place(at_start=self._at_start)

    def _show(self) -> None:
        """Show what the session holds, in every view."""
        session, words = self._session, self._words()
        if not self._at_start:
            self.views.show_session(session, findings_of(session.assessment, session.cautions, words))
        self.views.stage.notices.show_notice(None if self._at_start else self.decisions.notice())
        title = words.text("window.title_of", title=self.filing.title().replace("[*]", "[*][*]"))
        self.setWindowTitle(words.text("window.title") if self._at_start else title)
        self.setWindowModified(session.modified)

    def show_place(self, *, at_start: bool) -> None:
        """Show the first page, or the contract."""
        self._at_start = at_start
        self.views.show_place(at_start=at_start)
        self._show()

    def begin(self, act: Callable[[], bool], *, anew: bool = False) -> None:
        """Do what opens a contract, and show the contract if it was opened; a new one from its first field on."""
        if act():
            self.show_place(at_start=False)
            if anew:
                self.reveal(FIRST_FIELD)

    def _take_dropped(self, files: Sequence[File]) -> None:
        """Look at a table for the contract that is open; open whatever else was dropped."""
        if self._at_start or not self._dialogs.takes(files):
            self.begin(partial(self.filing.open_dropped, files))

    def go_to_start(self) -> None:
        """Show the first page, once the open contract is safe."""
        if self.filing.new():
            self.show_place(at_start=True)

    def reveal(self, path: Path) -> None:
        """Go to the field at an address."""
        self.views.panes.reveal(path)

    def choose_section(self, section: Section) -> None:
        """Bring a section into sight, the keyboard in the list."""
        self.views.panes.choose(section)

    def show_tab(self, number: int) -> None:
        """Bring a view of the result into sight."""
        self.views.panes.result.show_tab(number)

    def switch(self, name: str) -> None:
        """Change the language, the colours, the size of text or the years, once the menu that asked for it is done."""
        kind, _, value = name.partition(".")
        setattr(self._settings, kind, value)
        QTimer.singleShot(0, self, self._compose_again)

    def _compose_again(self) -> None:
        """Build the views anew, the keyboard and everything else where it was."""
        self.setUpdatesEnabled(False)
        left = self.views.taken_down()
        self._compose()
        self.views.go_on(left)
        self.setUpdatesEnabled(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take files that are dropped from now on."""
        super().showEvent(event)
        self._door.watch(self.windowHandle())

    def changeEvent(self, event: QEvent) -> None:
        """Look at the open file when its user comes back from elsewhere."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.decisions.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only what is saved or given up, and remember where everything was."""
        if not self.filing.may_leave():
            event.ignore()
            return
        self._settings.keep_shape("window", self.saveGeometry())
        self.views.panes.keep_shape()
        event.accept()
