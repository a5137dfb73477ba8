"""The menus as a table: what the program can do, by which keys; each command is one action, in menu and tool bar alike."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.document.fields import Section
from desktop_app.ui.look import IN_BAR, SMALL, icon
from desktop_app.ui.menu_titles import add_titles
from desktop_app.ui.scene import Scene
from desktop_app.ui.settings import TEXT_SIZES
from desktop_app.wording.days import LANGUAGES, language_named

Slots = Mapping[str, Callable[[], object]]


class Command(NamedTuple):
    """One thing to do: its name (the key of its words), its keys, its icon."""

    name: str
    keys: str = ""
    icon: str = ""


class Submenu(NamedTuple):
    """A menu in a menu: its name (the key of its words) and its commands; without any it is filled when it is opened."""

    name: str
    commands: tuple[Command, ...]


SEPARATOR = Command("")
SECTIONS = tuple(Command(f"section.{section.value}", f"Ctrl+{i}") for i, section in enumerate(Section, 1))
TABS = tuple(
    Command(f"tab.{name}", f"Alt+{i}")
    for i, name in enumerate(("months", "dates", "settlement", "outages", "chart", "reasons", "paper", "inquiry"), 1)
)
TABLES = (Command("export.xlsx"), Command("export.csv"), Command("export.ics"))
INQUIRIES = tuple(Command(f"inquiry.{name}") for name in ("curve", "outages", "deadlines", "months", "readings"))
PARTS = (Command("part.sections"), Command("part.timeline"))
SPOKEN = tuple(Command(f"language.{each}") for each in LANGUAGES)
SCHEMES = (Command("scheme.system"), Command("scheme.light"), Command("scheme.dark"))
SIZES = tuple(Command(f"text_size.{size}") for size in TEXT_SIZES)
ZOOM = (Command("text.larger", "Ctrl++; Ctrl+="), Command("text.smaller", "Ctrl+-"), Command("text.usual", "Ctrl+0"))
CHOICES = (*SPOKEN, *SCHEMES, *SIZES)

MENUS: dict[str, tuple[Command | Submenu, ...]] = {
    "file": (
        Command("new", "Ctrl+N", "new"),
        Command("open", "Ctrl+O", "open"),
        Submenu("recent", ()),
        Submenu("versions", ()),
        Command("start", "Ctrl+Shift+H"),
        SEPARATOR,
        Command("save", "Ctrl+S", "save"),
        Command("save_as", "Ctrl+Shift+S"),
        Command("save_revision", "Ctrl+Shift+R"),
        Command("password"),
        SEPARATOR,
        Command("import_counts", "Ctrl+I"),
        SEPARATOR,
        Command("pdf", "Ctrl+E", "pdf"),
        Command("pdf_password"),
        Command("print", "Ctrl+P"),
        Submenu("export", TABLES),
        SEPARATOR,
        Command("issuer"),
        SEPARATOR,
        Command("quit", "Ctrl+Q"),
    ),
    "edit": (
        Command("undo", "Ctrl+Z", "undo"),
        Command("redo", "Ctrl+Shift+Z; Ctrl+Y", "redo"),
        SEPARATOR,
        Command("copy_answer", "Ctrl+Shift+C"),
        Command("next_finding", "F8"),
    ),
    "view": (
        Submenu("sections", SECTIONS),
        Submenu("tabs", TABS),
        Submenu("parts", PARTS),
        SEPARATOR,
        Submenu("text_size", (*ZOOM, SEPARATOR, *SIZES)),
        Submenu("scheme", SCHEMES),
        Command("eras"),
        Submenu("language", SPOKEN),
    ),
    "inquiry": (
        Command("inquiry", "F9", "question"),
        SEPARATOR,
        *INQUIRIES,
        SEPARATOR,
        Command("variant", "Ctrl+Shift+D"),
        Command("compare", "Shift+F9"),
        SEPARATOR,
        Command("forecast"),
    ),
    "help": (Command("shortcuts", "F1; Ctrl+/", "keys"), Command("self_check"), SEPARATOR, Command("about")),
}
ALTERNATIVES = frozenset({"language", "scheme", "text_size"})
"""First parts of the names of commands of which one holds at a time."""
SWITCHES = frozenset({"part", "eras"})
"""First parts of the names of commands that are on or off."""
TEN = 10
TEXT_OF = {"section": "section.{}", "tab": "window.tab.{}"}
"""Sections and tabs are called in the menu what they are called where they stand."""


def add_menus(window: QMainWindow, scene: Scene, slots: Slots, chosen: set[str]) -> dict[str, QAction]:
    """Fill the menu bar of a window; return the actions by name, menus in menus too. `chosen` are the choices that hold."""
    actions: dict[str, QAction] = {}
    menus = add_titles(window.menuBar(), scene.words)
    for name, menu in menus.items():
        actions |= _fill(menu, MENUS[name], scene, slots)
    for name in ALTERNATIVES:
        _make_alternatives(menus["view"], [each for key, each in actions.items() if key.startswith(f"{name}.")])
    for key, action in actions.items():
        if key.partition(".")[0] in ALTERNATIVES | SWITCHES:
            action.setCheckable(True)
            action.setChecked(key in chosen)
    return actions


def _fill(menu: QMenu, commands: tuple[Command | Submenu, ...], scene: Scene, slots: Slots) -> dict[str, QAction]:
    actions: dict[str, QAction] = {}
    for number, command in enumerate(commands, 1):
        if isinstance(command, Submenu):
            below = menu.addMenu(scene.words.text(f"window.menu.{command.name}"))
            actions |= {command.name: below.menuAction(), **_fill(below, command.commands, scene, slots)}
        elif command is SEPARATOR:
            menu.addSeparator()
        else:
            actions[command.name] = _action(command, number, menu, scene, slots[command.name])
            menu.addAction(actions[command.name])
    return actions


def _make_alternatives(menu: QMenu, actions: list[QAction]) -> None:
    group = QActionGroup(menu)
    for action in actions:
        group.addAction(action)


def _action(command: Command, number: int, menu: QMenu, scene: Scene, slot: Callable[[], object]) -> QAction:
    action = QAction(_words(command.name, number, scene), menu)
    if command.keys:
        action.setShortcuts(QKeySequence.listFromString(command.keys))
    if command.icon:
        action.setIcon(icon(command.icon, scene.look, sizes=(SMALL, scene.look.px(IN_BAR))))
    action.triggered.connect(lambda _checked: slot())
    return action


def _words(name: str, number: int, scene: Scene) -> str:
    """Return the words of a command; what is listed by number has its number as the key within the menu."""
    kind, _, rest = name.partition(".")
    if kind in TEXT_OF:
        return numbered(scene.words.text(TEXT_OF[kind].format(rest)), number)
    if kind == "language":
        return numbered(LANGUAGES[language_named(rest)].name, number)
    if kind == "text_size":
        return numbered(scene.words.text("window.percent", n=int(rest)), number - len(ZOOM) - 1)
    return scene.words.text(f"window.command.{name}")


def numbered(text: str, number: int) -> str:
    """Return the words of an entry of a list with its number before it, which is its key; from ten on without a key.

    >>> numbered("R & D", 1), numbered("Last", 10), numbered("More", 11)
    ('&1 R && D', '1&0 Last', '11 More')
    """
    key = f"&{number}" if number < TEN else "1&0" if number == TEN else str(number)
    return f"{key} {text.replace('&', '&&')}"
