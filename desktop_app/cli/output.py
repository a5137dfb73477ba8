"""What a command has to say and how it ends: the text, where it goes, the exit status."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.calculation.problem import Problem
from desktop_app.report.statement_json import json_text, problems_data
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import Wording, pointer

DONE, INVALID, FAILED, INTERRUPTED = 0, 1, 2, 130


class Outcome(NamedTuple):
    """The exit status of a command and what it prints on standard output and standard error."""

    status: int
    text: str = ""
    errors: str = ""


def invalid(problems: Sequence[Problem], words: Wording, *, as_json: bool = False) -> Outcome:
    """Return the outcome for a contract that is refused, all its errors told."""
    if as_json:
        return Outcome(INVALID, errors=json_text({"errors": problems_data(problems, words)}))
    lines = [words.text("cli.error.invalid", count=len(problems)), *(f"  {_line(each, words)}" for each in problems)]
    return Outcome(INVALID, errors="\n".join(lines))


def _line(problem: Problem, words: Wording) -> str:
    place = pointer(problem.path)
    return f"{place}: {words.problem(problem)}" if place else words.problem(problem)


def failed(error: StorageError, words: Wording) -> Outcome:
    """Return the outcome for a file that could not be read or written."""
    return Outcome(FAILED, errors=words.text(f"storage.{error.cause}", file=str(error.path)))


def emit(outcome: Outcome) -> int:
    """Print an outcome and return its exit status; characters that a terminal cannot show are escaped."""
    for stream, text in ((sys.stdout, outcome.text), (sys.stderr, outcome.errors)):
        if text:
            print(text, file=stream, flush=True)
    return outcome.status


def make_streams_safe() -> None:
    """Let Japanese be printed on any terminal, also one whose locale is C, and what it cannot show be escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = (
                "utf-8"
                if stream.encoding.lower() in {"ascii", "ansi_x3.4-1968", "us-ascii"} or not stream.isatty()
                else stream.encoding
            )
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
