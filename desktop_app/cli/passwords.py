"""Passwords on the command line: from a file, or asked for on the terminal; never a word of the command, which others can see."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from desktop_app.cli.output import STANDARD_STREAM, StandardInputError
from desktop_app.cli.parser import UsageError
from desktop_app.document.password import Password, is_fit
from desktop_app.storage.failure import StorageError, failure
from desktop_app.wording.wording import Wording, wording

T = TypeVar("T")
MOST_BYTES, TRIALS = 4096, 3


class Passwords:
    """The passwords of what a command reads: had no earlier than one is needed, and tried on its next file, too."""

    def __init__(self, file: str | None, words: Wording) -> None:
        self._file, self._words = file, words
        self._held: list[Password] = []

    def opened(self, act: Callable[[Password | None], T], name: str) -> tuple[T, Password | None]:
        """Return what an act comes to, without a password or with the one that it needs; StorageError when that is not had."""
        try:
            return act(None), None
        except StorageError as error:
            if not error.asks_password:
                raise
            last = error
        for password in self._in_turn(name):
            try:
                found = act(password)
            except StorageError as error:
                if not error.asks_password:
                    raise
                last = error
            else:
                self._held = [password]
                return found, password
        raise last

    def _in_turn(self, name: str) -> Iterator[Password]:
        if self._file is not None and not self._held:
            self._held = [password_in(self._file, self._words)]
        yield from self._held
        if self._file is None and sys.stdin is not None and sys.stdin.isatty():
            for trial in range(TRIALS):
                if trial:
                    print(self._words.text("storage.password_wrong", file=name), file=sys.stderr)
                typed = _typed(self._words.text("cli.password.prompt", file=name))
                if typed is None:
                    return
                yield typed


def passwords_of(options: Namespace) -> Passwords:
    """Return the passwords of a command, the same for all that it reads."""
    if not hasattr(options, "passwords"):
        words = wording(options.lang)
        if _streams(options) > 1:
            raise UsageError(words.text("cli.error.password_input"))
        options.passwords = Passwords(options.password_file, words)
    found: Passwords = options.passwords
    return found


def _streams(options: Namespace) -> int:
    """Return how much a command is to read from standard input."""
    named = [getattr(options, name, None) for name in ("file", "password_file", "lock_with")]
    return (named + (getattr(options, "files", None) or [])).count(STANDARD_STREAM)


def password_in(file: str, words: Wording, *, for_paper: bool = False) -> Password:
    """Return the password that stands in the first line of a file, or of standard input for `-`; UsageError when none does."""
    try:
        line = _first_line(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        line = ""
    password = Password(line)
    if not is_fit(password, for_paper=for_paper):
        raise UsageError(words.text("cli.error.password_unfit", file=file))
    return password


def _first_line(file: str) -> bytes:
    if file == STANDARD_STREAM:
        if sys.stdin is None:
            raise StandardInputError
        content = sys.stdin.buffer.readline(MOST_BYTES)
    else:
        try:
            with Path(file).open("rb") as opened:
                content = opened.readline(MOST_BYTES)
        except OSError as error:
            raise failure("read", Path(file), error) from None
    return content.rstrip(b"\r\n")


def _typed(prompt: str) -> Password | None:
    """Ask on the terminal; None when there is no answer."""
    from getpass import getpass  # noqa: PLC0415 - few are ever asked

    try:
        typed = getpass(prompt)
    except EOFError:
        return None
    return Password(typed) if typed else None
