"""The dialogs that are looked at or filled in while the window stays as it is, each loaded when it is first asked for."""

# ruff: noqa: PLC0415 - no dialog is needed for the window to come up

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.storage.contract_file import read_bytes
from desktop_app.storage.failure import StorageError
from desktop_app.ui.filing import Filing
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.waiting import GivenUpError

if TYPE_CHECKING:
    from desktop_app.ui.inquiry.comparison import Comparison
    from desktop_app.ui.inquiry.counts_import import CountsImport


class Views(Protocol):
    """What a window shows, and its actions by name."""

    @property
    def scene(self) -> Scene:
        """What the views are built with."""

    @property
    def actions(self) -> Mapping[str, QAction]:
        """What can be done, by name."""


class Surroundings(Protocol):
    """What a window has that its dialogs are made with."""

    @property
    def views(self) -> Views:
        """What is shown now."""


class Dialogs:
    """Opens each dialog before a window."""

    def __init__(
        self, window: QWidget, around: Surroundings, session: Session, questions: Questions, filing: Filing, settings: Settings
    ) -> None:
        self._window, self._around, self._session, self._rules = window, around, session, session.rules
        self._questions, self._filing, self._settings = questions, filing, settings
        session.begun.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        """Have the variants that were left behind with what is open now."""
        if self._session.beside.others:
            self.comparison  # noqa: B018 - there from now on

    @cached_property
    def comparison(self) -> "Comparison":
        """What is done with variants, from the first one on."""
        from desktop_app.ui.inquiry.comparison import Comparison

        return Comparison(
            self._session, self._questions, self._settings, self._filing, lambda: self._around.views.scene, self._window
        )

    @cached_property
    def _import(self) -> "CountsImport":
        from desktop_app.ui.inquiry.counts_import import CountsImport

        return CountsImport(self._session, self._questions, self._settings, self._filing, self._open, self._show_accounts)

    def make_variant(self) -> None:
        """Make a copy of what is in the window, and show it beside the others."""
        self.comparison.make()

    def compare(self) -> None:
        """Show the variants side by side."""
        self.comparison.show()

    def compare_again(self) -> None:
        """Show the variants anew, where they are shown, as the window looks now."""
        if "comparison" in vars(self):
            self.comparison.show_again()

    def choose_counts(self) -> None:
        """Ask for a table of account counts, and show what it would bring."""
        self._import.choose(self._around.views.scene, self._window)

    def take_counts(self, text: str) -> None:
        """Show what a pasted table would bring."""
        self._import.take_text(text, self._around.views.scene, self._window)

    def foresee(self) -> None:
        """Ask how the account counts go on, and show what would be recorded."""
        from desktop_app.ui.inquiry.forecast_dialog import ForecastDialog
        from desktop_app.ui.inquiry.subject import subject_of

        subject, scene = subject_of(self._session.assessment, self._rules), self._around.views.scene
        if subject is None:
            self._questions.tell(scene.words, scene.words.text("window.forecast.not_yet"))
            return
        dialog = ForecastDialog(scene, subject, self._window)
        dialog.foreseen.connect(self._import.take)
        self._open(dialog)

    def takes(self, files: Sequence[Path], begin: Callable[[], object] | None) -> bool:
        """Show what a table that was dropped would bring, a contract begun before if there is none; return whether it is one."""
        from desktop_app.ui.inquiry.counts_import import is_table

        if is_table(files):
            if begin is not None:
                begin()
            self._import.take_file(files[0], self._around.views.scene, self._window)
        return is_table(files)

    def ask_issuer(self) -> None:
        """Ask for our own details."""
        from desktop_app.ui.issuer import IssuerDialog

        offer = Offer(tuple(self._rules.editions), self.image)
        dialog = IssuerDialog(self._around.views.scene, self._rules, self._settings.issuer, offer, self._window)
        dialog.kept.connect(self._filing.take_issuer)
        self._open(dialog)

    def image(self) -> bytes | None:
        """Ask for a picture and return what it holds; None when there is none."""
        file = self._questions.image_to_read(self._around.views.scene.words)
        if file is None:
            return None
        try:
            return read_bytes(file)
        except StorageError as error:
            self._filing.tell_failure(error)
            return None

    def ask_password(self) -> None:
        """Ask for the password that the contract is to have."""
        from desktop_app.ui.locks import ask_protection

        try:
            ask_protection(self._session, self._questions, self._around.views.scene.words)
        except GivenUpError:
            return
        except StorageError as error:
            self._filing.tell_failure(error)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from desktop_app.ui.shortcuts import ShortcutsDialog

        self._open(ShortcutsDialog(self._around.views.scene, self._around.views.actions, self._window))

    def check_calculation(self) -> None:
        """Check the calculation by what was published and reckoned by hand."""
        from desktop_app.ui.inquiry.self_check_dialog import SelfCheckDialog

        self._open(SelfCheckDialog(self._around.views.scene, self._rules, self._window))

    def tell_about(self) -> None:
        """Say what the program is made of."""
        from desktop_app.ui.about import AboutDialog

        self._open(AboutDialog(self._around.views.scene, self._rules, self._window))

    def _show_accounts(self) -> None:
        self._around.views.actions["section.accounts"].trigger()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
