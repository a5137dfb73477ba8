"""The bar of menus by its titles; what is in them comes with the contract."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop_app.wording.texts import Texts

TITLES = ("file", "edit", "view", "inquiry", "help")
"""The names of the menus (the keys of their words), in their order."""


def add_titles(bar: QMenuBar, words: Texts) -> dict[str, QMenu]:
    """Give a bar its menus, without anything in them, in the place of those it had; return them by name."""
    bar.clear()
    for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    menus = {}
    for name in TITLES:
        menus[name] = QMenu(words.text(f"window.menu.{name}"), bar)  # made by the bar, the bindings would keep it with the bar
        bar.addMenu(menus[name])
    return menus
