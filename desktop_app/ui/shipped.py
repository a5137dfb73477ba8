"""What the program is made of: its version, its data with their days, the libraries that come with it and their licences."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath
from typing import NamedTuple

from PySide6.QtCore import qVersion

from desktop_app import __version__
from desktop_app.calculation.terms import Rulebook, Terms
from desktop_app.installation import resource
from desktop_app.wording.amounts import percent_text
from desktop_app.wording.days import plain_day
from desktop_app.wording.wording import Wording

PROGRAM = "contract-calculator"
RULE = "\n\n" + "─" * 40 + "\n\n"
"""What stands between two licences."""
NAME = re.compile(r"[A-Za-z0-9._-]+")
CLASSIFIED = "License :: OSI Approved :: "
IN_ITS_TEXT_ALONE = {"pyrage": "MIT"}
"""The licences of libraries that name theirs nowhere but in its text."""
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


class Library(NamedTuple):
    """A library that comes with the program, with the name of its licence and its text (empty where it brings none)."""

    name: str
    version: str
    licence: str
    text: str


def facts(rules: Rulebook, words: Wording) -> str:
    """Return what somebody who is asked for help wants to know first, a line each."""
    rate = rules.tax_rates.rates[-1]
    lines = [
        words.text("window.about.version", version=__version__),
        *(_of_terms(each, words) for each in rules.editions.values()),
        words.text("window.about.tax", rate=percent_text(rate.rate.value), day=plain_day(rate.effective_on, words.language)),
        words.text("window.about.python", version=sys.version.partition(" ")[0]),
        words.text("window.about.qt", version=qVersion()),
    ]
    return "\n".join(lines)


def _of_terms(terms: Terms, words: Wording) -> str:
    day = plain_day(terms.effective_on.value, words.language)
    return words.text("window.about.terms", edition=terms.edition, day=day)


def libraries() -> list[Library]:
    """Return the libraries that the program needs to run, directly or not, by name."""
    found: dict[str, Distribution] = {}
    _gather(PROGRAM, found)
    found.pop(_plain(PROGRAM), None)
    return sorted((_library(each) for each in found.values()), key=lambda each: each.name.casefold())


def collected_licences() -> str:
    """Return the one file that an installed program brings, with what else is in it but libraries of Python's; else nothing."""
    file = resource("licences.txt")
    return file.read_text("utf-8") if file.exists() else ""


def _gather(name: str, found: dict[str, Distribution]) -> None:
    if _plain(name) in found:
        return
    try:
        found[_plain(name)] = distribution(name)
    except PackageNotFoundError:  # needed on another system, or the program runs from its source alone
        return
    for needed in _needed(found[_plain(name)]):
        _gather(needed, found)


def _needed(library: Distribution) -> Iterator[str]:
    for each in library.requires or ():
        name = NAME.match(each)
        if name and "extra ==" not in each:
            yield name[0]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()


def _library(library: Distribution) -> Library:
    data = library.metadata
    classified = [each.removeprefix(CLASSIFIED) for each in data.get_all("Classifier") or () if each.startswith(CLASSIFIED)]
    plain = (data.get_all("License") or [""])[0].strip()
    short = plain if plain and "\n" not in plain else ""
    licence = (data.get_all("License-Expression") or [""])[0] or short or ", ".join(classified)
    licence = licence or IN_ITS_TEXT_ALONE.get(str(data["Name"]), "—")
    return Library(str(data["Name"]), library.version, licence, _text(library))


def _text(library: Distribution) -> str:
    files = [each for each in library.files or () if _is_licence(each)]
    texts = [Path(each.locate()).read_text("utf-8", errors="replace") for each in files if Path(each.locate()).is_file()]
    return "\n\n".join(text.strip() for text in texts)


def _is_licence(file: PurePath) -> bool:
    folders = file.parts[:-1]
    return any(each.endswith(".dist-info") for each in folders) and bool("licenses" in folders or LICENCE_FILE.match(file.name))
