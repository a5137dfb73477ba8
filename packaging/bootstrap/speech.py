"""What is said on the terminal: Japanese first, English second, and English alone where Japanese cannot be written."""

import sys
from typing import TextIO


class Stop(Exception):  # noqa: N818  not an error of the program: the reason why it cannot go on
    """Why the work cannot go on, in plain words, with what to type if that is known."""

    def __init__(self, japanese: str, english: str, *lines: str) -> None:
        super().__init__(english)
        self.japanese = japanese
        self.english = english
        self.lines = lines


def prepare_terminal() -> None:
    """Never fail on a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")


def writes_japanese(stream: TextIO) -> bool:
    """Whether Japanese comes out readable there."""
    try:
        "日本語".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def say(japanese: str, english: str, *lines: str, stream: TextIO | None = None) -> None:
    """Say one thing in both languages, then lines that have no language."""
    stream = stream or sys.stdout
    said = [japanese, english] if writes_japanese(stream) else [english]
    print(*said, *(f"    {line}" for line in lines), sep="\n", file=stream, flush=True)


def say_stop(stop: Stop) -> None:
    """Say why the work stopped."""
    sys.stdout.flush()
    say(stop.japanese, stop.english, *stop.lines, stream=sys.stderr)


def heading(text: str) -> None:
    """Begin a part of the output."""
    print(f"\n=== {text} ===", flush=True)
