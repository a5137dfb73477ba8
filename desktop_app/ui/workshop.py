"""What works on a contract behind the window: its file, what leaves the window, the dialogs, and the views of all of it."""

from PySide6.QtWidgets import QMainWindow

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
from desktop_app.ui.look import Look
from desktop_app.ui.qt_words import speak
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.stage import Stage
from desktop_app.ui.wiring import RevealingWindow, wire
from desktop_app.wording.wording import Wording, wording


class Workshop:
    """Made once for a window and its session; the views in it are made anew for another look or another language."""

    views: Composition

    def __init__(
        self, window: QMainWindow, acts: RevealingWindow, session: Session, questions: Questions, settings: Settings
    ) -> None:
        self._window, self._acts, self.session, self.questions, self._settings = window, acts, session, questions, settings
        self.filing = Filing(session, questions, settings, self.words)
        self._exports = Exports(session, questions, settings, self.filing, self.words)
        self.dialogs = Dialogs(window, self, session, questions, self.filing, settings)
        self.decisions = Decisions(session, self.filing, settings, self.dialogs.ask_issuer)
        self.door = DropDoor(window)
        speak(settings.language)

    def words(self) -> Wording:
        """Return the words of the language that holds now."""
        return wording(self._settings.language)

    def compose(self, stage: Stage, look: Look) -> Composition:
        """Build every view in the present language and a look, on a stage of the window, and return them."""
        settings, session = self._settings, self.session
        speak(settings.language)
        scene = Scene(self.words(), look, session.today, settings.eras)
        offer = Offer(tuple(session.rules.editions), self.dialogs.image)
        acts = slots_of(self._acts, session, self.filing, self._exports, self.dialogs)
        self.views = Composition(self._window, stage, scene, settings, offer, {**acts, **choice_slots(self._acts, settings)})
        wire(self.views, self._acts, session, self.filing, self._exports, self.decisions, settings)
        self.views.panes.form.table_pasted.connect(self.dialogs.take_counts)
        self.dialogs.compare_again()
        return self.views

    def show(self, *, at_start: bool) -> None:
        """Show what the session holds, in every view; nothing of it while the first page is in sight."""
        session, words = self.session, self.words()
        if not at_start:
            self.views.show_session(session, findings_of(session.assessment, session.cautions, words))
        self.views.stage.notices.show_notice(None if at_start else self.decisions.notice())
        title = words.text("window.title_of", title=self.filing.title().replace("[*]", "[*][*]"))
        self._window.setWindowTitle(words.text("window.title") if at_start else title)
        self._window.setWindowModified(session.modified)

    def section_left(self) -> Section:
        """Return the section that was in sight when the window was closed last."""
        return next((each for each in Section if each.value == self._settings.place("section")), Section.CONTRACT)
