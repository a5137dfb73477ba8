"""The words behind `what-if`, `compare`, `counts` and `self-check` on the command line."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop_app.wording.wording import Wording

QUESTIONS = ("curve", "by", "outages", "deadlines", "months", "readings", "forecast")
MOST_MONTHS = 120
_MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])|21[0-9]{2}-(?:0[1-9]|1[0-2])")
_GROWTH = re.compile(r"constant|last-year|[+-][0-9]{1,9}(?:\.[0-9]{1,6})?%?")

ReadDay = Callable[[str], date]


def add_words(command: argparse.ArgumentParser, name: str, words: Wording, day: ReadDay) -> None:
    """Add the words that a command understands, but for language and help."""
    if name == "what-if":
        _what_if(command, words, day)
    if name == "compare":
        command.add_argument("files", metavar="FILE", nargs="+", help=words.text("cli.help.variants"))
    if name == "counts":
        _counts(command, words)
    elif name != "self-check":
        command.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=words.text("cli.help.as_of"))
    command.add_argument("--format", choices=("text", "json"), default="text", help=words.text("cli.help.format"))
    if name != "self-check":
        add_password_file(command, words)


def add_password_file(command: argparse.ArgumentParser, words: Wording) -> None:
    """Add how a command learns the password of the files that it reads."""
    command.add_argument("--password-file", metavar="FILE", help=words.text("cli.help.password_file"))


def _counts(command: argparse.ArgumentParser, words: Wording) -> None:
    command.add_argument("table", metavar="TABLE", type=Path, help=words.text("cli.help.table_file"))
    command.add_argument("file", metavar="FILE", help=words.text("cli.help.file"))
    command.add_argument("-o", "--output", type=Path, metavar="OUT.json", help=words.text("cli.help.output_import"))
    command.add_argument("--replace", action="store_true", help=words.text("cli.help.replace"))
    command.add_argument("--without-refused", action="store_true", help=words.text("cli.help.without_refused"))


def _what_if(command: argparse.ArgumentParser, words: Wording, day: ReadDay) -> None:
    command.add_argument("question", metavar="QUESTION", choices=QUESTIONS, help=words.text("cli.help.question"))
    command.add_argument("file", metavar="FILE", help=words.text("cli.help.file"))
    command.add_argument("--end", type=day, metavar="YYYY-MM-DD", help=words.text("cli.help.end"))
    month = _month(words)
    command.add_argument("--month", type=month, metavar="YYYY-MM", help=words.text("cli.help.month"))
    command.add_argument("--than", type=month, metavar="YYYY-MM", help=words.text("cli.help.than"))
    command.add_argument("--growth", type=_growth(words), default="constant", metavar="PLAN", help=words.text("cli.help.growth"))
    command.add_argument("--first", type=month, metavar="YYYY-MM", help=words.text("cli.help.first"))
    command.add_argument("--months", type=_months(words), default=12, metavar="N", help=words.text("cli.help.months"))
    command.add_argument("-o", "--output", type=Path, metavar="OUT.json", help=words.text("cli.help.output_forecast"))


def _month(words: Wording) -> Callable[[str], tuple[int, int]]:
    def read(text: str) -> tuple[int, int]:
        if not _MONTH.fullmatch(text):
            raise argparse.ArgumentTypeError(words.text("cli.error.month"))
        return int(text[:4]), int(text[5:])

    return read


def _growth(words: Wording) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not _GROWTH.fullmatch(text):
            raise argparse.ArgumentTypeError(words.text("cli.error.growth"))
        return text

    return read


def _months(words: Wording) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_MONTHS)) and 1 <= int(text) <= MOST_MONTHS):
            raise argparse.ArgumentTypeError(words.text("cli.error.months", most=MOST_MONTHS))
        return int(text)

    return read
