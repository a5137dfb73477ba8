"""All views of the window in one language, one look and one size of text; another of these, and they are built anew."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.document.fields import Section
from desktop_app.ui.commands import show_actions, switch_actions, view_slots
from desktop_app.ui.focus import Spot, focus_at, spot_in
from desktop_app.ui.form.findings import Finding
from desktop_app.ui.menus import Slots, add_menus
from desktop_app.ui.outline import Outline
from desktop_app.ui.session import Session
from desktop_app.wording.answers import answer


class Left(NamedTuple):
    """Where everything was in views that are no more."""

    section: Section
    spot: Spot | None


class Composition:
    """Menus, tool bar, the middle of the window and the status line; they show, and what a user does is their signal."""

    def __init__(self, outline: Outline, slots: Slots) -> None:
        window, scene = self._window, self.scene = outline.window, outline.scene
        self.stage, self._settings = outline.stage, outline.settings
        self.panes, self.toolbar, self.status = outline.panes, outline.toolbar, outline.status
        self.panes.fill()
        self.actions = add_menus(window, scene, {**slots, **view_slots(self)}, self._chosen())
        self._findings: Sequence[Finding] = ()
        self._last_found = -1
        self.toolbar.fill(self.actions)

    def _chosen(self) -> set[str]:
        settings, hidden = self._settings, self.panes.hidden_parts()
        held = {f"{name}.{getattr(settings, name)}" for name in ("language", "scheme", "text_size")}
        held |= {"eras"} if self._settings.eras else set()
        return held | {f"part.{name}" for name in ("sections", "timeline") if name not in hidden}

    def show_place(self, *, at_start: bool) -> None:
        """Show the first page, or the contract with what belongs to it."""
        self.stage.show_start(at_start=at_start)
        self.toolbar.setVisible(not at_start)
        self.status.setVisible(not at_start)
        switch_actions(self.actions, at_start=at_start)
        self.stage.show_recents(self._settings.recents)
        if at_start:
            self.stage.take_focus()  # what had the keyboard has gone with the tool bar, the contract, the status line

    def show_session(self, session: Session, findings: Sequence[Finding]) -> None:
        """Show what a session holds."""
        words = self.scene.words
        saved = "modified" if session.modified else "saved" if session.file else "new"
        self._findings = findings
        self.panes.show_session(session, findings)
        state = words.text(f"window.status.{saved}")
        if session.beside.name:
            state = words.text("window.status.variant", name=session.beside.name, state=state)
        if session.protection is not None:
            state = words.text("window.status.protected", state=state)
        self.status.show_state(session.assessment, findings, state)
        self.toolbar.show_day(session.as_of)
        show_actions(self.actions, session, words)

    def show_next_finding(self) -> None:
        """Go to the next field with something to be looked at."""
        if self._findings:
            self._last_found = (self._last_found + 1) % len(self._findings)
            self.panes.reveal(self._findings[self._last_found].path)

    def copy_answer(self) -> None:
        """Put the reasons of the figure in question on the clipboard, as a text for the customer."""
        step = self.panes.result.in_question()
        if step is not None:
            QApplication.clipboard().setText(answer(step, self.scene.words))

    def taken_down(self) -> Left:
        """Take the views out of the window, which are not worth another style, and return where everything was in them."""
        self.panes.keep_shape()
        left = Left(self.panes.sections.section, spot_in(self.panes))
        self._window.takeCentralWidget()
        self.stage.deleteLater()
        QCoreApplication.sendPostedEvents(self.stage, QEvent.Type.DeferredDelete)
        return left

    def go_on(self, left: Left) -> None:
        """Show the section, and put the keyboard where it was, in the views before these."""
        self.panes.bring(left.section)
        if self.stage.is_at_start:
            self.stage.take_focus()
        elif left.spot is not None and left.spot.field:
            self.panes.reveal(left.spot.field)
        elif left.spot is not None:
            focus_at(self.panes, left.spot)
        focused: QWidget | None = self._window.focusWidget()
        if focused is None or not focused.isVisible() or not self.stage.isAncestorOf(focused):
            self.panes.choose(left.section)  # a button in that place may have nothing to do any more, a list be hidden
