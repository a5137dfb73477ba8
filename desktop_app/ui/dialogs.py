"""The dialogs that are looked at or filled in while the window stays as it is."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.about import AboutDialog
from desktop_app.ui.filing import Filing
from desktop_app.ui.form.field_editors import Offer
from desktop_app.ui.issuer import IssuerDialog
from desktop_app.ui.scene import Scene
from desktop_app.ui.settings import Settings
from desktop_app.ui.shortcuts import ShortcutsDialog


class Views(Protocol):
    """What a window shows, and its actions by name."""

    scene: Scene
    actions: Mapping[str, QAction]


class Surroundings(Protocol):
    """What a window has that its dialogs are made with."""

    views: Views


class Dialogs:
    """Opens each dialog before a window."""

    def __init__(self, window: QWidget, around: Surroundings, rules: Rulebook, filing: Filing, settings: Settings) -> None:
        self._window, self._around, self._rules = window, around, rules
        self._filing, self._settings = filing, settings

    def ask_issuer(self) -> None:
        """Ask for our own details."""
        offer = Offer(tuple(self._rules.editions), self._filing.image)
        dialog = IssuerDialog(self._around.views.scene, self._rules, self._settings.issuer, offer, self._window)
        dialog.kept.connect(self._filing.take_issuer)
        self._open(dialog)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        self._open(ShortcutsDialog(self._around.views.scene, self._around.views.actions, self._window))

    def check_calculation(self) -> None:
        """Check the calculation by what was published and reckoned by hand."""
        from desktop_app.ui.inquiry.self_check_dialog import SelfCheckDialog  # noqa: PLC0415 - hardly ever wanted

        self._open(SelfCheckDialog(self._around.views.scene, self._rules, self._window))

    def tell_about(self) -> None:
        """Say what the program is made of."""
        self._open(AboutDialog(self._around.views.scene, self._rules, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
