"""What leaves the window: papers, tables, deadlines, print; asked where to, made beside the window, whole or not at all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.document.password import Password
from desktop_app.report.paper_error import PaperError
from desktop_app.report.paper_kinds import KINDS
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.failure import StorageError
from desktop_app.ui.filing import PAPER, Filing
from desktop_app.ui.naming import safe_name
from desktop_app.ui.paper.wish import Wish, paper_bytes, wish_of
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.waiting import GivenUpError, wait_for
from desktop_app.wording.wording import Wording, wording


class Exports(QObject):
    """What a session can be written out as; `written` with each file that was."""

    written = Signal(object)

    def __init__(
        self, session: Session, questions: Questions, settings: Settings, filing: Filing, words: Callable[[], Wording]
    ) -> None:
        super().__init__()
        self._session, self._questions, self._settings = session, questions, settings
        self._filing, self._words = filing, words

    def export_pdf(self) -> None:
        """Ask for a file and write the paper that is wanted to it."""
        wish = wish_of(self._settings)
        self._export("pdf", self._paper_name(wish), PAPER, self._paper(wish))

    def export_locked_pdf(self) -> None:
        """Ask for a password and a file, and write the paper that is wanted, which only the password opens, to it."""
        chosen = self._questions.new_password(self._words(), for_paper=True)
        if isinstance(chosen, Password):
            wish = wish_of(self._settings)
            self._export("pdf", self._paper_name(wish), PAPER, self._paper(wish, chosen))

    def export_table(self, name: str) -> None:
        """Ask for a file and write the workbook, the tables or the deadlines to it."""
        from desktop_app.report.tables.formats import FORMATS  # noqa: PLC0415 - they come with the first that is written

        made = partial(FORMATS[name].content, self._session.assessment, self._session.rules, self._words().language)
        self._export(name, self._filing.suggested_name(), FORMATS[name].suffix, made)

    def _paper(self, wish: Wish, password: Password | None = None) -> Callable[[], bytes]:
        return partial(paper_bytes, self._session.assessment, self._session.rules, wish, password)

    def _paper_name(self, wish: Wish) -> str:
        """Return the name for a paper: that of the contract's files, with what the paper is called but for the first kind."""
        name = self._filing.suggested_name()
        return name if wish.kind == KINDS[0] else safe_name(f"{name}_{wording(wish.language).text(f'paper.{wish.kind}.title')}")

    def _export(self, kind: str, name: str, ending: str, made: Callable[[], bytes]) -> None:
        if self._session.assessment.statement is None:
            return
        words, suggested = self._words(), self._settings.folder / (name + ending)
        ask = self._questions
        asked = ask.paper_to_save(words, suggested) if ending == PAPER else ask.table_to_save(words, suggested, kind)
        file = None if asked is None else self._filing.with_ending(asked, (ending,))
        if file is not None and self._is_done(f"window.wait.{kind}", partial(_write, file, made)):
            self._settings.folder = file.parent
            self.written.emit(file)

    def _is_done(self, key: str, act: Callable[[Event], None]) -> bool:
        """Do something that may take long, with the sentence of a key meanwhile; say why when it does not work."""
        words, given_up = self._words(), Event()
        try:
            wait_for(partial(act, given_up), words.text(key), words, self._questions.parent)
        except GivenUpError:
            given_up.set()
            return False
        except StorageError as error:
            return self._filing.tell_failure(error)
        except PaperError as error:
            self._questions.tell(words, error.sentence(words), error.detail)
            return False
        return True

    def print_paper(self) -> None:
        """Ask for a printer and print the paper that is wanted."""
        from desktop_app.ui.paper.printing import Printing  # noqa: PLC0415 - loaded with the first paper that is printed

        if self._session.assessment.statement is None:
            return
        wish = wish_of(self._settings)
        printing = Printing(self._paper(wish), self._paper_name(wish), self._settings.folder)
        if not self._is_done("window.wait.pdf", printing.make):
            return
        words = self._words()
        if self._questions.may_print(words, printing.printer, printing.pages) and self._is_done("window.wait.print", printing.do):
            if printing.failed:
                self._questions.tell(words, words.text("window.print.failed"))
            elif printing.file is not None:
                self.written.emit(printing.file)

    def open_written(self, file: Path) -> None:
        """Open what was written with the program that the desktop has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            words = self._words()
            self._questions.tell(words, words.text("window.written.not_opened", file=file.name), str(file))


def _write(file: Path, made: Callable[[], bytes], given_up: Event) -> None:
    content = made()
    if not given_up.is_set():
        write_atomically(file, content)
