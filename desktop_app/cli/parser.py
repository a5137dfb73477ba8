"""The words of the command line: commands, options, help, in one language at a time."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from desktop_app import __version__
from desktop_app.calculation.field_types import FIRST_DAY, LAST_DAY
from desktop_app.wording.days import Language
from desktop_app.wording.wording import Wording, wording

COMMANDS = ("evaluate", "explain", "pdf", "check", "batch")
MOST_JOBS = 256


class UsageError(Exception):
    """The command line is wrong; the text says how, and what would be right."""


class _Parser(argparse.ArgumentParser):
    """Raises instead of ending the process, so that there is one place where the program ends."""

    words: Wording

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.words.text('cli.error.usage', detail=message)}\n{self.format_usage().rstrip()}")


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that the arguments ask for, before they are parsed, so that help and errors are in it too."""
    for i, each in enumerate(arguments):
        value = (
            each.removeprefix("--lang=")
            if each.startswith("--lang=")
            else arguments[i + 1]
            if each == "--lang" and arguments[i + 1 :]
            else ""
        )
        if value in {"ja", "en"}:
            return "en" if value == "en" else "ja"
    return "ja"


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments ask for; UsageError where they are wrong."""
    return _parser(wording(language_of(arguments))).parse_args(arguments)


def _parser(words: Wording) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="contract-calculator",
        description=words.text("cli.description"),
        epilog=words.text("cli.epilog"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    parser.words = words
    _add_help(parser, words)
    parser.add_argument(
        "--version", action="version", version=f"contract-calculator {__version__}", help=words.text("cli.help.version")
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=words.text("cli.metavar.command"), title=words.text("cli.commands")
    )
    for name in COMMANDS:
        _add_command(commands, name, words)
    return parser


def _add_help(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("-h", "--help", action="help", help=words.text("cli.help.help"))


def _add_command(commands: Any, name: str, words: Wording) -> None:
    about = words.text(f"cli.help.{name}")
    command: _Parser = commands.add_parser(name, help=about, description=about, allow_abbrev=False, add_help=False)
    command.words = words
    command.add_argument(
        "file",
        metavar="IN.jsonl" if name == "batch" else "FILE",
        help=words.text("cli.help.lines" if name == "batch" else "cli.help.file"),
    )
    if name == "explain":
        command.add_argument("figure", metavar="FIGURE", nargs="?", help=words.text("cli.help.figure"))
    if name in {"pdf", "batch"}:
        command.add_argument("-o", "--output", type=Path, metavar="OUT", help=words.text(f"cli.help.output_{name}"))
    if name != "check":
        command.add_argument("--as-of", type=_day(words), metavar="YYYY-MM-DD", help=words.text("cli.help.as_of"))
    if name in {"evaluate", "check"}:
        command.add_argument("--format", choices=("text", "json"), default="text", help=words.text("cli.help.format"))
    if name == "batch":
        command.add_argument("--jobs", type=_jobs(words), default=1, metavar="N", help=words.text("cli.help.jobs"))
    command.add_argument("--lang", choices=("ja", "en"), default="ja", help=words.text("cli.help.lang"))
    _add_help(command, words)


def _day(words: Wording) -> Any:
    def read(text: str) -> date:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            day = None
        if day is None or day.isoformat() != text or not FIRST_DAY <= day <= LAST_DAY:
            raise argparse.ArgumentTypeError(
                words.text("cli.error.as_of", first=FIRST_DAY.isoformat(), last=LAST_DAY.isoformat())
            )
        return day

    return read


def _jobs(words: Wording) -> Any:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MOST_JOBS and len(text) <= len(str(MOST_JOBS))):
            raise argparse.ArgumentTypeError(words.text("cli.error.jobs", most=MOST_JOBS))
        return int(text)

    return read
