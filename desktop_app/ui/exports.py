"""The papers that leave the window: asked where to, made beside the window, written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.failure import StorageError
from desktop_app.ui.filing import PAPER, Filing
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.waiting import GivenUpError, wait_for
from desktop_app.wording.wording import Wording


class Exports:
    """What a session can be written out as."""

    def __init__(
        self, session: Session, questions: Questions, settings: Settings, filing: Filing, words: Callable[[], Wording]
    ) -> None:
        self._session, self._questions, self._settings = session, questions, settings
        self._filing, self._words = filing, words

    def export_pdf(self) -> None:
        """Ask for a file and write the summary as PDF to it."""
        if self._session.assessment.statement is None:
            return
        words = self._words()
        asked = self._questions.paper_to_save(words, self._settings.folder / (self._filing.suggested_name() + PAPER))
        file = None if asked is None else self._filing.with_ending(asked, (PAPER,))
        if file is not None:
            self._write_pdf(file, words)

    def _write_pdf(self, file: Path, words: Wording) -> None:
        from desktop_app.report.paper_error import PaperError  # noqa: PLC0415 - the typesetter comes with the first paper
        from desktop_app.report.pdf import pdf_bytes  # noqa: PLC0415

        assessment, sentence = self._session.assessment, words.text("window.wait.pdf")
        try:
            content = wait_for(lambda: pdf_bytes(assessment, words.language), sentence, words, self._questions.parent)
            write_atomically(file, content)
        except GivenUpError:
            return
        except StorageError as error:
            self._filing.tell_failure(error)
        except PaperError as error:
            self._questions.tell(words, error.sentence(words), error.detail)
