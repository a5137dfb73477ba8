"""What a command has to say and how it ends: the text, where it goes, the exit status."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from desktop_app.report.characters import visible
from desktop_app.storage.atomic import replacing
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import Wording

DONE, INVALID, FAILED = 0, 1, 2
STANDARD_STREAM = "-"


class Outcome(NamedTuple):
    """The exit status of a command and what it prints on standard output and standard error."""

    status: int
    text: str = ""
    errors: str = ""


def file_failure(error: StorageError, words: Wording) -> str:
    """Return in words why a file could not be read or written."""
    return words.text(f"storage.{error.cause}", file=str(error.path))


class StandardInputError(Exception):
    """Nothing can be read from standard input: it is closed, or gives an error."""


class StandardOutputError(Exception):
    """Standard output is closed, or has no room for what is written to it."""


class StandardOutput:
    """Standard output, whose faults are `StandardOutputError`; only that its reader has gone stays BrokenPipeError."""

    def write(self, content: bytes, /) -> int:
        """Write `content` and see that it arrives."""
        with _standard_output() as stream:
            stream.buffer.write(content)
            stream.flush()
        return len(content)

    def isatty(self) -> bool:
        """Return whether a person reads what is written."""
        return sys.stdout is not None and sys.stdout.isatty()


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise StandardOutputError
    try:
        yield sys.stdout
    except BrokenPipeError:
        raise
    except OSError:
        raise StandardOutputError from None


Sink = BinaryIO | StandardOutput
"""What a command writes its result to."""


def opened_output(path: Path | None) -> AbstractContextManager[Sink]:
    """Open the file that a command writes, exchanged whole when it ends well; standard output without one or for `-`."""
    return nullcontext(StandardOutput()) if path is None or str(path) == STANDARD_STREAM else replacing(path)


Identity = tuple[int, int]
"""What every name of a file has in common."""


def identities(*files: Path | str) -> frozenset[Identity]:
    """Return what files are, whatever they are called; nothing of one that is not there, which is told when it is needed."""
    return frozenset(each for file in files if (each := _identity(Path(file))) is not None)


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def emit(outcome: Outcome) -> int:
    """Print an outcome and return its exit status; StandardOutputError when standard output cannot take it."""
    if outcome.text:
        with _standard_output() as stream:
            print(visible(outcome.text), file=stream, flush=True)
    if outcome.errors and sys.stderr is not None:
        with suppress(OSError):  # there is nobody left to tell
            print(visible(outcome.errors), file=sys.stderr, flush=True)
    return outcome.status


def silence_output() -> None:
    """Let the interpreter's own last flush go nowhere: whoever read our output has gone, or there is no room for it."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
