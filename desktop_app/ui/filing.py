"""What is done with the open file: new, open, save, and what became of it on the disk, each with its questions in words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.document.draft import Draft, new_draft, value_at
from desktop_app.document.password import Password
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import is_paper
from desktop_app.storage.exchange import Consent, Expected
from desktop_app.storage.failure import StorageError
from desktop_app.storage.protection import Protection
from desktop_app.storage.suffix import SUFFIX
from desktop_app.ui.disk import Seen, State, is_sample
from desktop_app.ui.locks import opened_by_asking, protect_the_rest
from desktop_app.ui.naming import REVISION, next_revision, revision_name, suggested_name
from desktop_app.ui.questions import Questions
from desktop_app.ui.recent_files import RecentFiles
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.transfer import opened, written
from desktop_app.ui.waiting import GivenUpError, beside
from desktop_app.wording.wording import Wording

ENDINGS, PAPER = (SUFFIX, ".json", ".age"), ".pdf"
OPENED, ISSUER = (*ENDINGS, PAPER), ("issuer",)


class Filing:
    """The file commands of a session, and what is known of its file."""

    def __init__(self, session: Session, questions: Questions, settings: Settings, words: Callable[[], Wording]) -> None:
        self._session = session
        self._questions = questions
        self._settings = settings
        self._words = words
        self.recent = RecentFiles(settings)
        self.seen: Seen | None = None
        """What the open file was when it was last read or written."""
        self._given_up: Draft | None = None
        self.on_disk: State = "same"
        self._saving = False
        self.backups = Backups(settings.data_folder / "backups", lambda: datetime.now(UTC))
        self.journals = settings.data_folder / "recovery"
        self.backup_failure: StorageError | None = None

    def see(self, seen: Seen | None) -> None:
        """Take note of what the file is that will be open now."""
        self.seen, self.on_disk = seen, "same"

    def title(self) -> str:
        """Return what the open contract is called: its file, else its customer, else that it has no name yet."""
        if self._session.file is not None:
            return self._session.file.name.removesuffix(SUFFIX)
        customer = value_at(self._session.history.present, ("customer", "name"))
        return customer if isinstance(customer, str) and customer else self._words().text("window.untitled")

    def new(self) -> bool:
        """Begin a new contract with our own details in it, once the open one is safe; return whether it was begun."""
        return self.may_leave() and self._begin(new_draft(self._settings.issuer))

    def open(self) -> bool:
        """Ask for a file and open it; return whether one was."""
        if not self.may_leave():
            return False
        file = self._questions.file_to_open(self._words(), self._settings.folder)
        return file is not None and self.open_file(file)

    def open_other(self, file: Path) -> bool:
        """Open a file that was pointed at, once the open one is safe; return whether it was."""
        return self.may_leave() and self.open_file(file)

    def open_dropped(self, files: Sequence[Path]) -> bool:
        """Open the one file that was dropped on the window; say so when it is none that can be opened."""
        words = self._words()
        if len(files) == 1 and files[0].name.casefold().endswith(OPENED):
            return self.open_other(files[0])
        self._questions.tell(words, words.text("window.drop.several" if len(files) > 1 else "window.drop.other"))
        return False

    def open_file(self, file: Path) -> bool:
        """Open a file; say so when it cannot be, and leave everything as it was."""
        words = self._words()
        try:
            held = self._password_for(file)
            source, seen, protection = opened_by_asking(partial(opened, file), held, file.name, self._questions, words)
        except GivenUpError:
            return False
        except StorageError as error:
            return self.tell_failure(error)
        if source.draft is None:
            self._questions.tell_refused(words, file, source.problems)
            return False
        ours = is_sample(file) or file.is_relative_to(self.backups.folder)
        if not ours:
            self._use(file, source.draft, protection)
        stays = ours or is_paper(file) or file.name.casefold().endswith(PAPER)  # as it is: the contract is one without a file
        self.see(None if stays else seen)
        self._session.begin(source.draft, None if stays else file, source.problems, protection)
        return True

    def _password_for(self, file: Path) -> Password | None:
        """Return the password of the open file for it, and for its earlier versions."""
        held, ours = self._session.protection, file == self._session.file or file.is_relative_to(self.backups.folder)
        return held.password if held is not None and ours else None

    def _use(self, file: Path, draft: Draft, protection: Protection | None) -> None:
        """Put a file on the list of those used last; of what is behind a password its name alone."""
        self.recent.use(file, draft if protection is None else {}, self._session.today)

    def _begin(self, draft: Draft) -> bool:
        self.see(None)
        self._session.begin(draft)
        return True

    def save(self) -> bool:
        """Save to the open file, unless it has become another meanwhile; to one that is asked for when there is none."""
        file = self._session.file
        if file is None:
            return self.save_as()
        expected = None if self.seen is None else self.seen.mark
        try:
            return self._written(file, expected)
        except StorageError as error:
            if error.cause != "changed_meanwhile":
                return self.tell_failure(error)
        match self._questions.changed_on_disk(self._words(), file.name):
            case "overwrite":
                return self._save(file)
            case "save_as":
                return self.save_as()
            case "reload" if self._session.may_end():
                self.open_file(file)
        return False

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        suggested = self._session.file or self._settings.folder / (self.suggested_name() + SUFFIX)
        file = self._target(suggested)
        return file is not None and self._save(file)

    def save_revision(self) -> bool:
        """Ask for another file and save to it, as the next revision; it is the one that is open then."""
        revision = next_revision(self._session.history.present)
        open_file = self._session.file
        name = self.suggested_name() if open_file is None else open_file.name.removesuffix(".json").removesuffix(".contract")
        folder = self._settings.folder if open_file is None else open_file.parent
        file = self._target(folder / (revision_name(name, revision) + SUFFIX))
        if file is None:
            return False
        before = self._session.history
        self._session.settle()
        self._session.edit(REVISION, revision)
        revised = self._session.history
        saved = self._save(file)
        if not saved and self._session.history is revised:
            self._session.history = before
            self._session.show_as_of(self._session.as_of)
        return saved

    def suggested_name(self) -> str:
        """Return a name for files about this contract, without an ending."""
        return suggested_name(self._session.history.present, self._words().text("window.untitled"))

    def _target(self, suggested: Path) -> Path | None:
        file = self._questions.file_to_save(self._words(), suggested)
        return None if file is None else self.with_ending(file, ENDINGS)

    def with_ending(self, file: Path, endings: tuple[str, ...]) -> Path | None:
        """Return a file with the first of these endings unless it has one; None where that is one to be left alone."""
        if file.name.casefold().endswith(endings):
            return file
        ended = file.with_name(file.name + endings[0])
        return ended if not ended.exists() or self._questions.overwrite(self._words(), ended.name) else None

    def _save(self, file: Path) -> bool:
        """Save to a file, whatever it holds: its user has seen to that."""
        try:
            return self._written(file, Consent.WHATEVER_IS_THERE)
        except StorageError as error:
            return self.tell_failure(error)

    def _written(self, file: Path, expected: Expected) -> bool:
        """Save to a file beside the window, in which work goes on; return whether it was saved."""
        if self._saving:
            return False
        words, draft, protection = self._words(), self._session.history.present, self._session.protection
        task = partial(written, file, draft, expected, self.backups, protection)
        self._saving = True
        try:
            self.seen, self.backup_failure = beside(task, words.text("window.wait.save"), words, self._questions.parent)
        except GivenUpError:
            return False
        finally:
            self._saving = False
        self.on_disk = "same"
        self._session.mark_saved(draft, file, protection)
        self._use(file, draft, protection)
        trouble = protect_the_rest(self.backups, self.journals, file, protection, self._questions, words)
        self.backup_failure = self.backup_failure or trouble
        return True

    def may_leave(self) -> bool:
        """Return whether the open contract may be left: it is saved, or its user has decided."""
        if self._saving or not self._session.may_end():
            return False
        if not self._session.modified or self._session.history.present is self._given_up:
            return True
        answer = self._questions.keep_changes(self._words(), self.title())
        return self.save() if answer == "save" else answer == "discard"

    def leave(self) -> bool:
        """Return whether the program may end; what was given up is not asked about again while nothing changes."""
        if not self.may_leave():
            return False
        self._given_up = self._session.history.present
        return True

    def reload(self) -> None:
        """Open the open file anew, as it is on the disk."""
        session, file = self._session, self._session.file
        if file is None or not session.may_end():
            return
        if not session.modified or self._questions.discard_changes(self._words(), self.title()):
            self.open_file(file)

    def take_issuer(self, issuer: Mapping[str, Any]) -> bool:
        """Keep our own details for new contracts, and put them into the open one if it is new and has none; whether it worked."""
        try:
            self._settings.issuer = issuer
        except StorageError as error:
            return self.tell_failure(error)
        session = self._session
        if session.file is None and not value_at(session.history.present, ISSUER):
            if session.can_be_lost:
                session.replace(ISSUER, dict(issuer))
            else:
                self._begin({**session.history.present, "issuer": dict(issuer)})
        return True

    def tell_failure(self, error: StorageError) -> bool:
        """Say why a file could not be read or written; return that it was not."""
        words = self._words()
        self._questions.tell(words, words.text(f"storage.{error.cause}", file=error.path.name), f"{error.path}\n{error.detail}")
        return False
