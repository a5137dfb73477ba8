"""What is done with files: new, open, save, save as, PDF, each with its questions and what goes wrong in words."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.document.draft import value_at
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.contract_file import SUFFIX, read_bytes
from desktop_app.storage.failure import StorageError
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.wording.wording import Wording

FORBIDDEN = '\\/:*?"<>|\n\r\t'


class Filing:
    """The file commands of a session."""

    def __init__(self, session: Session, questions: Questions, settings: Settings, words: Callable[[], Wording]) -> None:
        self._session = session
        self._questions = questions
        self._settings = settings
        self._words = words

    def title(self) -> str:
        """Return what the open contract is called: its file, else its customer, else that it has no name yet."""
        if self._session.file is not None:
            return self._session.file.name.removesuffix(SUFFIX)
        customer = value_at(self._session.history.present, ("customer", "name"))
        return customer if isinstance(customer, str) and customer else self._words().text("window.untitled")

    def new(self) -> None:
        """Begin a new contract, once the open one is safe."""
        if self.may_leave():
            self._session.begin_new()

    def open(self) -> None:
        """Ask for a file and open it."""
        if self.may_leave():
            file = self._questions.file_to_open(self._words(), self._settings.folder)
            if file is not None:
                self.open_file(file)

    def open_file(self, file: Path) -> bool:
        """Open a file; say so when it cannot be, and leave everything as it was."""
        try:
            problems = self._session.open(file)
        except StorageError as error:
            self._tell_failure(error)
            return False
        if problems:
            self._questions.tell(self._words(), "\n".join(self._words().problem(each) for each in problems), str(file))
            return False
        self._settings.folder = file.parent
        return True

    def save(self) -> bool:
        """Save to the open file; to one that is asked for when there is none."""
        return self.save_as() if self._session.file is None else self._save(self._session.file)

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        suggested = self._session.file or self._settings.folder / (_file_name(self.title()) + SUFFIX)
        file = self._questions.file_to_save(self._words(), suggested)
        return file is not None and self._save(_with_suffix(file, SUFFIX, ".json"))

    def may_leave(self) -> bool:
        """Return whether the open contract may be left: it is saved, or its user has decided."""
        if not self._session.modified:
            return True
        answer = self._questions.keep_changes(self._words(), self.title())
        return self.save() if answer == "save" else answer == "discard"

    def export_pdf(self) -> None:
        """Ask for a file and write the summary as PDF to it."""
        from desktop_app.report.paper_error import PaperError  # noqa: PLC0415 - the typesetter comes with the first paper
        from desktop_app.report.pdf import pdf_bytes  # noqa: PLC0415

        if self._session.assessment.statement is None:
            return
        suggested = self._settings.folder / (_file_name(self.title()) + ".pdf")
        file = self._questions.paper_to_save(self._words(), suggested)
        if file is None:
            return
        try:
            write_atomically(_with_suffix(file, ".pdf", ".pdf"), pdf_bytes(self._session.assessment, self._words().language))
        except StorageError as error:
            self._tell_failure(error)
        except PaperError as error:
            self._questions.tell(self._words(), error.sentence(self._words()), error.detail)

    def image(self) -> bytes | None:
        """Ask for a picture and return what it holds; None when there is none."""
        file = self._questions.image_to_read(self._words())
        if file is None:
            return None
        try:
            return read_bytes(file)
        except StorageError as error:
            self._tell_failure(error)
            return None

    def _save(self, file: Path) -> bool:
        try:
            self._session.save(file)
        except StorageError as error:
            self._tell_failure(error)
            return False
        self._settings.folder = file.parent
        return True

    def _tell_failure(self, error: StorageError) -> None:
        words = self._words()
        self._questions.tell(words, words.text(f"storage.{error.cause}", file=error.path.name), f"{error.path}\n{error.detail}")


def _file_name(title: str) -> str:
    """Return a title without what a file's name cannot hold."""
    return "".join("_" if letter in FORBIDDEN else letter for letter in title).strip(" .")[:80] or "contract"


def _with_suffix(file: Path, suffix: str, accepted: str) -> Path:
    return file if file.name.endswith(accepted) else file.with_name(file.name + suffix)
