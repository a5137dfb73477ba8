"""What each command of the menus does, and when it has something to do."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction

from desktop_app.document.fields import Section
from desktop_app.ui.filing import Filing
from desktop_app.ui.menus import LANGUAGES, SCHEMES, SECTIONS, TABS, Slots
from desktop_app.ui.session import Session
from desktop_app.ui.spoken import act_words
from desktop_app.wording.wording import Wording


class Window(Protocol):
    """What a window does by itself."""

    def close(self) -> bool:
        """Leave, unless something unsaved holds it back."""

    def choose_section(self, section: Section) -> None:
        """Bring a section into sight, the keyboard in the list."""

    def show_tab(self, number: int) -> None:
        """Bring a view of the result into sight."""

    def show_next_finding(self) -> None:
        """Go to the next field with something to be looked at."""

    def copy_answer(self) -> None:
        """Put the reasons of the figure in question on the clipboard, as a text for the customer."""

    def switch(self, name: str) -> None:
        """Change the language or the colours."""

    def tell_about(self) -> None:
        """Say what the program is."""


def slots_of(window: Window, session: Session, filing: Filing) -> Slots:
    """Return what to call for each command."""
    slots: dict[str, Callable[[], object]] = {
        "new": filing.new,
        "open": filing.open,
        "save": filing.save,
        "save_as": filing.save_as,
        "pdf": filing.export_pdf,
        "quit": window.close,
        "undo": session.undo,
        "redo": session.redo,
        "copy_answer": window.copy_answer,
        "next_finding": window.show_next_finding,
        "about": window.tell_about,
    }
    slots |= {each.name: partial(window.choose_section, section) for each, section in zip(SECTIONS, Section, strict=True)}
    slots |= {each.name: partial(window.show_tab, i) for i, each in enumerate(TABS)}
    return slots | {each.name: partial(window.switch, each.name) for each in (*LANGUAGES, *SCHEMES)}


def show_actions(actions: Mapping[str, QAction], session: Session, words: Wording) -> None:
    """Show what undo and redo are about, and switch off what has nothing to do."""
    actions["pdf"].setEnabled(session.assessment.statement is not None)
    for name, act in (("undo", session.last_act), ("redo", session.next_act)):
        actions[name].setEnabled(act is not None)
        actions[name].setText(act_words(name, act, words))
        actions[name].setIconText(words.text(f"window.button.{name}"))
