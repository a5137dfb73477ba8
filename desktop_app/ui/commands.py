"""What each command of the menus does."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from desktop_app.document.fields import Section
from desktop_app.ui.filing import Filing
from desktop_app.ui.menus import LANGUAGES, SCHEMES, SECTIONS, TABS, Slots
from desktop_app.ui.session import Session


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
        "next_finding": window.show_next_finding,
        "about": window.tell_about,
    }
    slots |= {each.name: partial(window.choose_section, section) for each, section in zip(SECTIONS, Section, strict=True)}
    slots |= {each.name: partial(window.show_tab, i) for i, each in enumerate(TABS)}
    return slots | {each.name: partial(window.switch, each.name) for each in (*LANGUAGES, *SCHEMES)}
