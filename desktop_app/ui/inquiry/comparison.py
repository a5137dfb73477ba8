"""What is done with variants on request: made, closed, taken over, brought from files; asked first where something is lost."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.storage.contract_file import load
from desktop_app.storage.failure import StorageError
from desktop_app.ui.filing import Filing
from desktop_app.ui.inquiry.variants import VariantSet
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.waiting import GivenUpError, wait_for

if TYPE_CHECKING:
    from desktop_app.ui.inquiry.comparison_dialog import ComparisonDialog


class Comparison:
    """The variants of a session, and the dialog that compares them."""

    def __init__(
        self,
        session: Session,
        questions: Questions,
        settings: Settings,
        filing: Filing,
        scene: Callable[[], Scene],
        window: QWidget,
    ) -> None:
        self._session, self._questions, self._settings, self._filing = session, questions, settings, filing
        self._scene, self._window = scene, window
        self.variants = VariantSet(session)
        self._dialog: ComparisonDialog | None = None
        session.may_end = self.may_end

    def show(self) -> None:
        """Show the variants side by side, in a dialog that stays while they are changed."""
        if self._dialog is not None:
            self._dialog.close()
        self._show(None)

    def show_again(self) -> None:
        """Show an open comparison anew, as it is, in the language and the look that hold now."""
        before = self._dialog
        if before is not None:
            self._show(before)
            before.close()

    def _show(self, before: "ComparisonDialog | None") -> None:
        from desktop_app.ui.inquiry.comparison_dialog import ComparisonDialog  # noqa: PLC0415 - loaded when first asked for

        dialog = ComparisonDialog(self._scene(), self._session, self.variants, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # else it went on comparing out of sight
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, before is not None)
        dialog.asked.connect(self.do)
        dialog.finished.connect(partial(self._forget, dialog))
        if before is not None:
            dialog.go_on_from(before)
        self._dialog = dialog
        dialog.show()

    def _forget(self, dialog: "ComparisonDialog", _result: object) -> None:
        """Have none open, unless another one has taken its place."""
        if self._dialog is dialog:
            self._dialog = None

    def do(self, act: str) -> None:
        """Do what was asked of the variants by its name."""
        {"duplicate": self.duplicate, "file": self.add_file, "close": self.close, "adopt": self.adopt}[act]()

    def make(self) -> None:
        """Make a copy of what is in the window, and show it beside the others."""
        self.duplicate()
        self.show()

    def duplicate(self) -> None:
        """Make a copy of what is in the window, if there is room."""
        if not self.variants.full:
            self.variants.duplicate(self._pattern())

    def _pattern(self) -> str:
        return self._scene().words.text("window.compare.variant", letter="{letter}")

    def add_file(self) -> None:
        """Ask for a contract file, and put what it holds beside the others."""
        words = self._scene().words
        file = self._questions.file_to_open(words, self._settings.folder)
        if file is None or self.variants.full:
            return
        try:
            source = wait_for(partial(load, file), words.text("window.wait.open"), words, self._window)
        except GivenUpError:
            return
        except StorageError as error:
            self._filing.tell_failure(error)
            return
        if source.draft is None:
            self._questions.tell_refused(words, file, source.problems)
            return
        draft = {name: value for name, value in source.draft.items() if name != "digest"}
        self.variants.add(file.name.partition(".")[0], draft, self._pattern())

    def close(self) -> None:
        """Take the variant in the window away."""
        if self._may_lose({self.variants.at}):
            self.variants.close()

    def adopt(self) -> None:
        """Let the variant in the window be the contract."""
        if self._may_lose(self._others()):
            self.variants.adopt()

    def may_end(self) -> bool:
        """Return whether all variants but the one in the window, which is asked about by itself, may be lost."""
        return self._may_lose(self._others())

    def _others(self) -> set[int]:
        return {i for i in range(len(self.variants.names)) if i != self.variants.at}

    def _may_lose(self, gone: set[int]) -> bool:
        lost = self.variants.lost_with(gone)
        return not lost or self._questions.lose_variants(self._scene().words, lost)
