"""The list of all keys: of the commands, as their actions have them, and of the places that have keys of their own."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.menus import MENUS, Submenu
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import Wording

PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "day": (
        ("step_day", "Up; Down; +; -"),
        ("step_month", "PgUp; PgDown; [; ]"),
        ("today", "T"),
        ("calendar", "F4; Alt+Down"),
    ),
    "table": (
        ("edit_cell", "F2"),
        ("next_cell", "Tab"),
        ("next_row", "Return"),
        ("empty_cell", "Del"),
        ("remove_rows", "Ctrl+-"),
        ("copy_cells", "Ctrl+C"),
        ("paste_cells", "Ctrl+V"),
    ),
    "figures": (("why", "Return"), ("copy_figures", "Ctrl+C")),
    "reasons": (("open_reason", "Right"), ("close_reason", "Left"), ("go_to_field", "Return")),
    "paper": (("scroll_page", "PgUp; PgDown"), ("first_last", "Home; End"), ("size", "+; -")),
    "timeline": (("next_day", "Right"), ("last_day", "Left"), ("go_to_field", "Return")),
    "curve": (
        ("next_day", "Right"),
        ("last_day", "Left"),
        ("month", "PgUp; PgDown"),
        ("first_last", "Home; End"),
        ("choose", "Return"),
    ),
}
"""Keys that hold only where the keyboard is: what they do (the key of its words), and which they are."""


class Shortcut(NamedTuple):
    """What is done, and by which keys."""

    act: str
    keys: str


def shortcuts_of(actions: Mapping[str, QAction], words: Wording) -> Iterator[tuple[str, list[Shortcut]]]:
    """Yield the groups with their shortcuts: the menus as they are, then the places with keys of their own."""
    for menu, commands in MENUS.items():
        names = [each.name for command in commands for each in (command.commands if isinstance(command, Submenu) else (command,))]
        shown = [_of_action(name, actions[name], words) for name in names if name in actions and actions[name].shortcuts()]
        yield spoken_text(words.text(f"window.menu.{menu}")), shown
    for place, keys in PLACES.items():
        yield (
            words.text(f"window.keys.{place}"),
            [
                Shortcut(words.text(f"window.keys.{place}.{act}"), _listed(QKeySequence.listFromString(each)))
                for act, each in keys
            ],
        )


def _of_action(name: str, action: QAction, words: Wording) -> Shortcut:
    key = f"window.command.{name}"  # undo says in its menu what it would undo, which is not meant here
    return Shortcut(spoken_text(words.text(key) if words.has(key) else action.text()), _listed(action.shortcuts()))


def _listed(sequences: list[QKeySequence]) -> str:
    return "　".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in sequences)


def spoken_text(text: str) -> str:
    """Return the words of an action without its key within the menu and without dots.

    >>> spoken_text("開く(&O)…"), spoken_text("&Save"), spoken_text("&1 R && D")
    ('開く', 'Save', 'R & D')
    """
    bare = text.removesuffix("…")
    if bare[-4:-2] == "(&" and bare.endswith(")"):
        bare = bare[:-4]
    numbered = bare[:1] == "&" and bare[1:2].isdigit()
    bare = bare.partition(" ")[2] if numbered else bare
    return bare.replace("&&", "\0").replace("&", "").replace("\0", "&")


class ShortcutsDialog(QDialog):
    """The keys to read."""

    def __init__(self, scene: Scene, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        words, look = scene.words, scene.look
        self.setWindowTitle(words.text("window.keys"))
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderLabels([words.text("window.keys.act"), words.text("window.keys.keys")])
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setRootIsDecorated(False)
        self._list.setItemsExpandable(False)
        self._list.setProperty("role", "read")
        self._list.setAccessibleName(words.text("window.keys"))
        for group, shortcuts in shortcuts_of(actions, words):
            self._add(group, shortcuts)
        self._list.expandAll()
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        close = QPushButton(words.text("window.ask.close"))
        close.clicked.connect(self.reject)
        buttons = QDialogButtonBox()
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (16, 14, 16, 14)))
        box.addWidget(self._list, 1)
        box.addWidget(buttons)
        self.resize(look.px(560), look.px(620))

    def _add(self, group: str, shortcuts: list[Shortcut]) -> None:
        head = QTreeWidgetItem([group, ""])
        font = self._list.font()
        font.setBold(True)
        head.setFont(0, font)
        self._list.addTopLevelItem(head)
        for each in shortcuts:
            item = QTreeWidgetItem([each.act, each.keys])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            head.addChild(item)
