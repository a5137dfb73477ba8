"""What works on a contract behind the window: its file, what leaves the window, the dialogs, and the views of all of it."""

# ruff: noqa: PLC0415 - a contract is opened, and its figures are seen, before all the rest is loaded

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from desktop_app.document.fields import Section
from desktop_app.ui.filing import Filing
from desktop_app.ui.form.findings import Finding, findings_of
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.look import Look
from desktop_app.ui.qt_words import speak
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.stage import Stage
from desktop_app.wording.wording import Wording, wording

if TYPE_CHECKING:
    from desktop_app.ui.composition import Composition
    from desktop_app.ui.decisions import Decisions
    from desktop_app.ui.dialogs import Dialogs
    from desktop_app.ui.dropping import DropDoor
    from desktop_app.ui.exports import Exports
    from desktop_app.ui.outline import Outline
    from desktop_app.ui.wiring import RevealingWindow


class Workshop:
    """Made once for a window and its session; the views in it are made anew for another look or another language."""

    views: "Composition"

    def __init__(
        self, window: QMainWindow, acts: "RevealingWindow", session: Session, questions: Questions, settings: Settings
    ) -> None:
        self._window, self._acts, self.session, self.questions, self._settings = window, acts, session, questions, settings
        self._outline: Outline | None = None
        self.filing = Filing(session, questions, settings, self.words)

    @cached_property
    def _exports(self) -> "Exports":
        from desktop_app.ui.exports import Exports

        return Exports(self.session, self.questions, self._settings, self.filing, self.words)

    @cached_property
    def dialogs(self) -> "Dialogs":
        """What is looked at or filled in before the window."""
        from desktop_app.ui.dialogs import Dialogs

        return Dialogs(self._window, self, self.session, self.questions, self.filing, self._settings)

    @cached_property
    def decisions(self) -> "Decisions":
        """What is to be decided while work goes on."""
        from desktop_app.ui.decisions import Decisions

        return Decisions(self.session, self.filing, self._settings, self.dialogs.ask_issuer)

    @cached_property
    def door(self) -> "DropDoor":
        """Where files are dropped."""
        from desktop_app.ui.dropping import DropDoor

        return DropDoor(self._window)

    def words(self) -> Wording:
        """Return the words of the language that holds now."""
        return wording(self._settings.language)

    def begin_views(self, stage: Stage, look: Look) -> None:
        """Put the figures of what is open on a stage of the window, where they stay, ahead of all else that `compose` builds."""
        outline = self._outline = self._outlined(stage, look)
        outline.panes.sections.choose(self.section_left())
        outline.show_figures(self.session, self._findings())
        stage.show_start(at_start=False)
        self._entitle(at_start=False)

    def _outlined(self, stage: Stage, look: Look) -> "Outline":
        from desktop_app.ui.outline import Outline

        settings, session = self._settings, self.session
        scene = Scene(self.words(), look, session.today, settings.eras)
        return Outline(self._window, stage, scene, settings, Offer(tuple(session.rules.editions), self._image))

    def _image(self) -> bytes | None:
        return self.dialogs.image()

    def compose(self, stage: Stage, look: Look) -> "Composition":
        """Build every view in the present language and a look, on a stage of the window, and return them."""
        from desktop_app.ui.commands import choice_slots, slots_of
        from desktop_app.ui.composition import Composition
        from desktop_app.ui.wiring import wire

        settings, session = self._settings, self.session
        speak(settings.language)
        outline, self._outline = self._outline or self._outlined(stage, look), None
        acts = slots_of(self._acts, session, self.filing, self._exports, self.dialogs)
        self.views = Composition(outline, {**acts, **choice_slots(self._acts, settings)})
        wire(self.views, self._acts, session, self.filing, self._exports, self.decisions, settings)
        self.views.panes.form.acts.table_pasted.connect(self.dialogs.take_counts)
        self.dialogs.compare_again()
        return self.views

    def show(self, *, at_start: bool) -> None:
        """Show what the session holds, in every view; nothing of it while the first page is in sight."""
        if not at_start:
            self.views.show_session(self.session, self._findings())
        self.views.stage.notices.show_notice(None if at_start else self.decisions.notice())
        self._entitle(at_start=at_start)

    def _findings(self) -> tuple[Finding, ...]:
        return findings_of(self.session.assessment, self.session.cautions, self.words())

    def _entitle(self, *, at_start: bool) -> None:
        words = self.words()
        title = words.text("window.title_of", title=self.filing.title().replace("[*]", "[*][*]"))
        self._window.setWindowTitle(words.text("window.title") if at_start else title)
        modified = self.session.modified
        if modified is not self._window.isWindowModified():  # otherwise Qt writes the title anew with each key
            self._window.setWindowModified(modified)

    def section_left(self) -> Section:
        """Return the section that was in sight when the window was closed last."""
        return next((each for each in Section if each.value == self._settings.place("section")), Section.CONTRACT)
