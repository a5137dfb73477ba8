"""Account counts brought in from a file or the clipboard: read beside the window, looked at in a dialog, one act to undo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.document.sheet import TableError
from desktop_app.storage.contract_file import read_bytes
from desktop_app.storage.failure import StorageError
from desktop_app.ui.filing import Filing
from desktop_app.ui.inquiry.counts_import_dialog import ACCOUNTS, ImportDialog
from desktop_app.ui.inquiry.counts_import_reading import Reading, reading_of
from desktop_app.ui.questions import Questions
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.waiting import GivenUpError, wait_for
from desktop_app.wording.told_import import refusal_told

TABLE_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls")
"""Files that may hold a table; of what cannot be read the reason is told."""


def is_table(files: Sequence[Path]) -> bool:
    """Return whether what was dropped is one file that may hold a table."""
    return len(files) == 1 and files[0].name.casefold().endswith(TABLE_ENDINGS)


class CountsImport:
    """Asks for a table, and puts what its user takes of it into the session."""

    def __init__(
        self,
        session: Session,
        questions: Questions,
        settings: Settings,
        filing: Filing,
        open_: Callable[[QDialog], object],
        show_accounts: Callable[[], object],
    ) -> None:
        self._session, self._questions, self._settings, self._filing = session, questions, settings, filing
        self._open, self._show_accounts = open_, show_accounts

    def choose(self, scene: Scene, parent: QWidget) -> None:
        """Ask for a file, and show what it would bring."""
        file = self._questions.table_to_read(scene.words, self._settings.folder)
        if file is not None:
            self._settings.folder = file.parent
            self.take_file(file, scene, parent)

    def take_file(self, file: Path, scene: Scene, parent: QWidget) -> None:
        """Show what a file would bring; say so when it cannot be read."""
        try:
            content = read_bytes(file)
        except StorageError as error:
            self._filing.tell_failure(error)
            return
        self._take(content, file.name, scene, parent)

    def take_text(self, text: str, scene: Scene, parent: QWidget) -> None:
        """Show what a pasted table would bring."""
        self._take(text.encode("utf-8", "replace"), "", scene, parent)

    def _take(self, content: bytes, name: str, scene: Scene, parent: QWidget) -> None:
        words = scene.words
        try:
            reading: Reading = wait_for(partial(reading_of, content), words.text("window.wait.import"), words, parent)
        except GivenUpError:
            return
        except TableError as error:
            self._questions.tell(words, refusal_told(error.cause, words), name)
            return
        dialog = ImportDialog(scene, self._session.history.present, reading, name, parent)
        dialog.imported.connect(self.take)
        self._open(dialog)

    def take(self, records: list[object]) -> None:
        """Put account records into the contract, as one act, and show them."""
        self._session.settle()
        self._session.replace(ACCOUNTS, records)
        self._show_accounts()
