"""The menus as a table: what the program can do, by which keys; each command is one action, in menu and tool bar alike."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.document.fields import Section
from desktop_app.ui.look import icon
from desktop_app.ui.scene import Scene

Keys = QKeySequence.StandardKey | str | None
Slots = Mapping[str, Callable[[], object]]


class Command(NamedTuple):
    """One thing to do: its name (the key of its words), its keys, its icon."""

    name: str
    keys: Keys = None
    icon: str = ""


SEPARATOR = Command("")
SECTIONS = tuple(Command(f"section.{section.value}", f"Ctrl+{i}") for i, section in enumerate(Section, 1))
TABS = tuple(
    Command(f"tab.{name}", f"Alt+{i}")
    for i, name in enumerate(("months", "dates", "settlement", "outages", "chart", "reasons"), 1)
)
LANGUAGES = (Command("language.ja"), Command("language.en"))
SCHEMES = (Command("scheme.system"), Command("scheme.light"), Command("scheme.dark"))

MENUS: dict[str, tuple[Command, ...]] = {
    "file": (
        Command("new", QKeySequence.StandardKey.New, "new"),
        Command("open", QKeySequence.StandardKey.Open, "open"),
        SEPARATOR,
        Command("save", QKeySequence.StandardKey.Save, "save"),
        Command("save_as", "Ctrl+Shift+S"),
        SEPARATOR,
        Command("pdf", "Ctrl+E", "pdf"),
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
    "view": (*SECTIONS, SEPARATOR, *TABS, SEPARATOR),
    "help": (Command("about"),),
}
SUBMENUS: dict[str, tuple[Command, ...]] = {"language": LANGUAGES, "scheme": SCHEMES}


def add_menus(window: QMainWindow, scene: Scene, slots: Slots, chosen: set[str]) -> dict[str, QAction]:
    """Fill the menu bar of a window; return the actions by name. `chosen` are the choices that hold."""
    bar = window.menuBar()
    bar.clear()
    actions: dict[str, QAction] = {}
    for name, commands in MENUS.items():
        menu = bar.addMenu(scene.words.text(f"window.menu.{name}"))
        actions |= _add(menu, commands, scene, slots)
        if name == "view":
            for sub, choices in SUBMENUS.items():
                actions |= _add_choices(menu.addMenu(scene.words.text(f"window.menu.{sub}")), choices, scene, slots, chosen)
    return actions


def _add(menu: QMenu, commands: tuple[Command, ...], scene: Scene, slots: Slots) -> dict[str, QAction]:
    actions = {}
    for command in commands:
        if command is SEPARATOR:
            menu.addSeparator()
        else:
            actions[command.name] = _action(command, menu, scene, slots[command.name])
            menu.addAction(actions[command.name])
    return actions


def _add_choices(menu: QMenu, commands: tuple[Command, ...], scene: Scene, slots: Slots, chosen: set[str]) -> dict[str, QAction]:
    actions = _add(menu, commands, scene, slots)
    group = QActionGroup(menu)
    for name, action in actions.items():
        action.setCheckable(True)
        action.setChecked(name in chosen)
        group.addAction(action)
    return actions


def _action(command: Command, menu: QMenu, scene: Scene, slot: Callable[[], object]) -> QAction:
    action = QAction(_words(command.name, scene), menu)
    if command.keys is not None:
        action.setShortcuts(_sequences(command.keys))
    if command.icon:
        action.setIcon(icon(command.icon, scene.look))
    action.triggered.connect(lambda _checked: slot())
    return action


def _sequences(keys: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    if isinstance(keys, str):
        return QKeySequence.listFromString(keys)
    return QKeySequence.keyBindings(keys)


def _words(name: str, scene: Scene) -> str:
    """Return the words of a command; sections and tabs are called what they are called where they stand."""
    kind, _, rest = name.partition(".")
    key = {"section": f"section.{rest}", "tab": f"window.tab.{rest}"}.get(kind, f"window.command.{name}")
    return scene.words.text(key)
