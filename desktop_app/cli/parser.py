"""The words of the command line: commands, options, help, in one language at a time."""

import argparse
import gettext
import os
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from desktop_app import __version__
from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.cli.names import COMMANDS, QUESTIONS_AND_CHECKS
from desktop_app.cli.question_words import add_password_file, add_words
from desktop_app.installation import resource
from desktop_app.report.characters import display_width, wrapped
from desktop_app.wording.days import FIRST_LANGUAGE, LANGUAGES, Language
from desktop_app.wording.wording import Wording, wording

PAPERS = ("summary", "quote", "charges", "settlement", "credit")
"""The kinds of papers, as `report.paper_kinds` has them; named here too, for with that module come all models."""
FORMATS = ("xlsx", "csv", "ics")
TABLES = ("months", "settlement", "outages", "credits", "dates", "totals", "contract")
"""As `report.tables` has them."""
MOST_JOBS = 256
PROGRAM = "contract-calculator"


class UsageError(Exception):
    """The command line is wrong; the text says how, and what would be right."""


class ToldError(Exception):
    """What was asked for is told already: the help, the version. It ends the parsing."""


class _Parser(argparse.ArgumentParser):
    """Raises instead of ending the process, so that there is one place where the program ends."""

    words: Wording

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.words.text('cli.error.usage', detail=message)}\n{self.format_usage().rstrip()}")


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help whose lines break by their width on the terminal, and that lists commands without a line for the list."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _format_usage(self, *parts: Any) -> str:
        prefix = gettext.gettext("usage: ")
        wider = display_width(prefix) - len(prefix)
        self._width -= wider
        first, *more = super()._format_usage(*parts).splitlines(keepends=True)
        self._width += wider
        return first + "".join(f"{wider * ' '}{line}" if line.strip() else line for line in more)

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        return text.partition("\n")[2] if action.nargs == argparse.PARSER else text


class _Help(argparse.Action):
    """Tells the help of the parser that met it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise ToldError(parser.format_help().rstrip())


class _Version(argparse.Action):
    """Tells the version."""

    def __call__(self, *_: object) -> NoReturn:
        raise ToldError(f"{PROGRAM} {__version__}")


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that the arguments ask for, before they are parsed, so that help and errors are in it too."""
    pairs = pairwise(["", *arguments])
    given = [word.removeprefix("--lang=") for before, word in pairs if before == "--lang" or word.startswith("--lang=")]
    return next((each for word in reversed(given) for each in LANGUAGES if each == word), FIRST_LANGUAGE)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments ask for; UsageError where they are wrong, ToldError where they ask for help."""
    words = wording(language_of(arguments))
    _translate(words.language)
    parser, commands = _parser(words, arguments)
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        commands.choices[options.command].error(gettext.gettext("unrecognized arguments: %s") % " ".join(unknown))
    return options


def _translate(language: Language) -> None:
    """Have the sentences of argparse in the language of the rest: it asks gettext, which asks the environment."""
    gettext.bindtextdomain("argparse", str(resource("locale")))
    gettext.textdomain("argparse")
    os.environ["LANGUAGE"] = language


def _parser(words: Wording, arguments: Sequence[str]) -> tuple[_Parser, Any]:
    """Return the parser, with the words of those commands that the arguments may mean; of the others it has the names."""
    parser = _Parser(
        prog=PROGRAM,
        description=words.text("cli.description"),
        epilog=words.text("cli.epilog"),
        formatter_class=_Layout,
        allow_abbrev=False,
        add_help=False,
    )
    parser.words = words
    metavar, title = words.text("cli.metavar.command"), words.text("cli.commands")
    commands = parser.add_subparsers(dest="command", required=True, metavar=metavar, title=title)
    for name in COMMANDS:
        command = _command(commands, name, words)
        if name in arguments:
            _add_words(command, name, words)
    _add_language_and_help(parser, words)
    parser.add_argument("--version", action=_Version, nargs=0, help=words.text("cli.help.version"))
    return parser, commands


def _command(commands: Any, name: str, words: Wording) -> _Parser:
    about = words.text(f"cli.help.{name}")
    command: _Parser = commands.add_parser(
        name, help=about, description=about, formatter_class=_Layout, allow_abbrev=False, add_help=False
    )
    command.words = words
    return command


def _add_words(command: _Parser, name: str, words: Wording) -> None:
    if name in QUESTIONS_AND_CHECKS:
        add_words(command, name, words, _day(words))
        _add_language_and_help(command, words)
        return
    of_lines = name == "batch"
    about_file = words.text("cli.help.lines" if of_lines else "cli.help.file")
    if name == "verify":
        command.add_argument("paper", metavar="PDF_OR_CODE", help=words.text("cli.help.paper"))
    if name == "pdf":
        command.add_argument("files", metavar="FILE", nargs="+", help=words.text("cli.help.files"))
    else:
        command.add_argument("file", metavar="IN.jsonl" if of_lines else "FILE", help=about_file)
    if name == "explain":
        command.add_argument("figure", metavar="FIGURE", nargs="?", help=words.text("cli.help.figure"))
    if name in {"pdf", "batch"}:
        metavar = "OUT.jsonl" if of_lines else "OUT.pdf"
        command.add_argument("-o", "--output", type=Path, metavar=metavar, help=words.text(f"cli.help.output_{name}"))
    if not of_lines:
        add_password_file(command, words)
    if name != "check":
        about_day = words.text("cli.help.as_of_paper" if name == "verify" else "cli.help.as_of")
        command.add_argument("--as-of", type=_day(words), metavar="YYYY-MM-DD", help=about_day)
    if name in {"evaluate", "check"}:
        command.add_argument("--format", choices=("text", "json"), default="text", help=words.text("cli.help.format"))
    if name == "pdf":
        _add_paper_options(command, words)
    if name == "export":
        _add_export_options(command, words)
    if of_lines:
        command.add_argument("--jobs", type=_jobs(words), default=1, metavar="N", help=words.text("cli.help.jobs"))
    _add_language_and_help(command, words)


def _add_paper_options(command: _Parser, words: Wording) -> None:
    command.add_argument("--out-dir", type=Path, metavar="DIR", help=words.text("cli.help.out_dir"))
    command.add_argument("--kind", choices=PAPERS, default=PAPERS[0], metavar="KIND", help=words.text("cli.help.kind"))
    command.add_argument("--no-attachment", action="store_true", help=words.text("cli.help.no_attachment"))
    command.add_argument("--approval-boxes", action="store_true", help=words.text("cli.help.approval_boxes"))
    command.add_argument("--lock-with", metavar="FILE", help=words.text("cli.help.lock_with"))
    command.add_argument("--readings", action="store_true", help=words.text("cli.help.readings"))


def _add_export_options(command: _Parser, words: Wording) -> None:
    command.add_argument("-o", "--output", type=Path, metavar="OUT", help=words.text("cli.help.output_export"))
    command.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], metavar="FORMAT", help=words.text("cli.help.export_format")
    )
    command.add_argument("--table", choices=TABLES, metavar="TABLE", help=words.text("cli.help.table"))


def _add_language_and_help(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("--lang", choices=tuple(LANGUAGES), default=words.language, help=words.text("cli.help.lang"))
    parser.add_argument("-h", "--help", action=_Help, nargs=0, help=words.text("cli.help.help"))


def _day(words: Wording) -> Callable[[str], date]:
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


def _jobs(words: Wording) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_JOBS)) and 1 <= int(text) <= MOST_JOBS):
            raise argparse.ArgumentTypeError(words.text("cli.error.jobs", most=MOST_JOBS))
        return int(text)

    return read
