"""What is behind a password: opened by asking for it as often as need be, and put there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop_app.document.password import Password
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import protect_backups
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import lock_remainders
from desktop_app.storage.protection import Protection, protection_begun
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.ui.waiting import GivenUpError, wait_for
from desktop_app.wording.wording import Wording

T = TypeVar("T")


def opened_by_asking(
    act: Callable[[Password | None], T], held: Password | None, name: str, questions: Questions, words: Wording
) -> T:
    """Return what an act comes to with the password that is held, or else with one that is asked for.

    GivenUpError when none is given, StorageError when it is not the password that is missing.
    """
    password = held
    while True:
        try:
            return wait_for(partial(act, password), words.text("window.wait.open"), words, questions.parent)
        except StorageError as error:
            if not error.asks_password:
                raise
            asked_before = error.cause == "password_wrong" and password is not held
        password = questions.known_password(words, name, wrong=asked_before)
        if password is None:
            raise GivenUpError


def ask_protection(session: Session, questions: Questions, words: Wording) -> None:
    """Ask which password the open contract is to have from the next save on; StorageError when there is no room for one."""
    chosen = questions.new_password(words, held=session.protection is not None)
    if chosen == "none":
        session.protect(None)
    elif isinstance(chosen, Password):
        made = partial(_protection, chosen, session.file or Path(words.text("window.untitled")))
        session.protect(wait_for(made, words.text("window.wait.password"), words, questions.parent))


def _protection(password: Password, path: Path) -> Protection:
    with protection_begun(password, path) as protection:
        return protection()


def protect_the_rest(
    backups: Backups, journals: Path, file: Path, protection: Protection | None, questions: Questions, words: Wording
) -> StorageError | None:
    """Put earlier versions of a file, and drafts that a crash has left of it, behind its password; return what hindered that."""
    if protection is None:
        return None
    try:
        lock_remainders(journals, file, protection.key)
        act = partial(protect_backups, backups, file, protection.password)
        wait_for(act, words.text("window.wait.versions"), words, questions.parent)
    except StorageError as error:
        return error
    except GivenUpError:  # it goes on beside the window, and with the next save
        return None
    return None
