"""What each command of the menus does, and when it has something to do."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.document.fields import Section
from desktop_app.storage.recent import pinned_first
from desktop_app.storage.suffix import SUFFIX
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.exports import Exports
from desktop_app.ui.filing import Filing
from desktop_app.ui.look import USUAL_SIZE
from desktop_app.ui.menus import ALTERNATIVES, CHOICES, INQUIRIES, PARTS, SECTIONS, TABLES, TABS, Slots, numbered
from desktop_app.ui.panes import Panes
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.spoken import act_words
from desktop_app.ui.start.recent_entries import folder_text
from desktop_app.wording.days import plain_moment
from desktop_app.wording.wording import Wording

RECENT_LETTERS = 44
WITHOUT_CONTRACT = frozenset(
    {"new", "open", "recent", "issuer", "quit", "shortcuts", "self_check", "about", "eras"} | set(ALTERNATIVES) | {"text"}
)
"""The commands, and first parts of the names of commands, that have something to do on the first page, too."""


class Window(Protocol):
    """What a window does by itself."""

    def close(self) -> bool:
        """Leave, unless something unsaved holds it back."""

    def begin(self, act: Callable[[], bool], *, anew: bool = False) -> None:
        """Do what opens a contract, and show the contract if it was opened."""

    def go_to_start(self) -> None:
        """Show the first page, once the open contract is safe."""

    def switch(self, name: str) -> None:
        """Change the language, the colours or the size of text."""


class Views(Protocol):
    """What the commands that only look at the contract are done by."""

    panes: Panes

    def show_next_finding(self) -> None:
        """Go to the next field with something to be looked at."""

    def copy_answer(self) -> None:
        """Put the reasons of the figure in question on the clipboard, as a text for the customer."""


def slots_of(window: Window, session: Session, filing: Filing, exports: Exports, dialogs: Dialogs) -> Slots:
    """Return what to call for each command that does something with the contract, its file or the window."""
    return {
        "new": partial(window.begin, filing.new, anew=True),
        "open": partial(window.begin, filing.open),
        "start": window.go_to_start,
        "save": filing.save,
        "save_as": filing.save_as,
        "save_revision": filing.save_revision,
        "password": dialogs.ask_password,
        "pdf": exports.export_pdf,
        "pdf_password": exports.export_locked_pdf,
        "print": exports.print_paper,
        **{each.name: partial(exports.export_table, each.name.partition(".")[2]) for each in TABLES},
        "import_counts": dialogs.choose_counts,
        "forecast": dialogs.foresee,
        "variant": dialogs.make_variant,
        "compare": dialogs.compare,
        "issuer": dialogs.ask_issuer,
        "quit": window.close,
        "undo": session.undo,
        "redo": session.redo,
        "shortcuts": dialogs.show_shortcuts,
        "self_check": dialogs.check_calculation,
        "about": dialogs.tell_about,
    }


def choice_slots(window: Window, settings: Settings) -> Slots:
    """Return what to call for each choice of language, colours, size of text and years."""
    slots: dict[str, Callable[[], object]] = {each.name: partial(window.switch, each.name) for each in CHOICES}
    for name, step in (("larger", 1), ("smaller", -1)):
        slots[f"text.{name}"] = partial(_switch_size, window, partial(settings.next_size, step))
    slots["eras"] = partial(_turn_eras, window, settings)
    return slots | {"text.usual": partial(window.switch, f"text_size.{USUAL_SIZE}")}


def _turn_eras(window: Window, settings: Settings) -> None:
    window.switch(f"eras.{'no' if settings.eras else 'yes'}")


def view_slots(views: Views) -> Slots:
    """Return what to call for each command that only looks at the contract."""
    panes = views.panes
    slots: dict[str, Callable[[], object]] = {"copy_answer": views.copy_answer, "next_finding": views.show_next_finding}
    slots |= {each.name: partial(panes.choose, section) for each, section in zip(SECTIONS, Section, strict=True)}
    slots |= {each.name: partial(panes.result.show_tab, i) for i, each in enumerate(TABS)}
    slots |= {each.name: partial(panes.ask, each.name.partition(".")[2]) for each in INQUIRIES} | {"inquiry": panes.ask}
    return slots | {each.name: partial(panes.turn_part, each.name.partition(".")[2]) for each in PARTS}


def _switch_size(window: Window, size: Callable[[], int]) -> None:
    window.switch(f"text_size.{size()}")


def fill_recent(menu: QMenu, window: Window, filing: Filing, settings: Settings, words: Wording) -> None:
    """Fill the menu of the files used last."""
    menu.clear()
    for number, each in enumerate(pinned_first(settings.recents), 1):
        name, folder = (_elided(text, menu) for text in (each.file.name.removesuffix(SUFFIX), folder_text(each.file)))
        action = menu.addAction(numbered(words.text("window.recent", name=name, folder=folder), number))
        action.triggered.connect(partial(_open_recent, window, partial(filing.open_other, each.file)))
    menu.addSeparator()
    clear = menu.addAction(words.text("window.recent.clear"))
    clear.setEnabled(bool(settings.recents))
    clear.triggered.connect(filing.recent.forget_all)


def fill_versions(menu: QMenu, window: Window, filing: Filing, file: Path | None, words: Wording) -> None:
    """Fill the menu of the earlier versions of the open file, the latest first."""
    menu.clear()
    for number, each in enumerate(filing.backups.of(file) if file is not None else (), 1):
        replaced = plain_moment(each.replaced_at.astimezone(), words.language)
        action = menu.addAction(numbered(words.text("window.version", replaced=replaced), number))
        action.triggered.connect(partial(_open_recent, window, partial(filing.open_other, each.path)))
    if menu.isEmpty():
        menu.addAction(words.text("window.version.none")).setEnabled(False)


def _elided(text: str, menu: QMenu) -> str:
    metrics = menu.fontMetrics()
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, metrics.averageCharWidth() * RECENT_LETTERS)


def _open_recent(window: Window, act: Callable[[], bool], _checked: object = None) -> None:
    window.begin(act)


def switch_actions(actions: Mapping[str, QAction], *, at_start: bool) -> None:
    """Switch off what has nothing to do while no contract is in sight."""
    for name, action in actions.items():
        action.setEnabled(not at_start or name.partition(".")[0] in WITHOUT_CONTRACT)


def show_actions(actions: Mapping[str, QAction], session: Session, words: Wording) -> None:
    """Show what undo and redo are about, and switch off what has nothing to do in an open contract."""
    for name in ("pdf", "pdf_password", "print", "export", *(each.name for each in TABLES)):
        actions[name].setEnabled(session.assessment.statement is not None)
    for name, act in (("undo", session.last_act), ("redo", session.next_act)):
        actions[name].setEnabled(act is not None)
        actions[name].setText(act_words(name, act, words))
        actions[name].setIconText(words.text(f"window.button.{name}"))
