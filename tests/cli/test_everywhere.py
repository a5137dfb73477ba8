"""The same file gives the same bytes in every time zone, under every locale, and whatever the clock of the machine says."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.cli.commands import real

CLOCKS = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
LOCALE_SOURCES = Path("/usr/share/i18n/locales")
LEFT = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8", "TZ"))}

PLACES: dict[str, Mapping[str, str]] = {
    "twelve hours behind": {"TZ": "Etc/GMT+12", "LC_ALL": "C"},
    "fourteen hours ahead": {"TZ": "Etc/GMT-14", "LC_ALL": "C.UTF-8"},
    "a quarter of an hour off": {"TZ": "Asia/Kathmandu", "LC_ALL": "POSIX"},
    "with daylight saving": {"TZ": "America/New_York", "LANG": "C"},
    "no such zone": {"TZ": "Nowhere/At_All", "LANG": "no_SUCH.UTF-8"},
    "in ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
TIMES = {
    "1970": "@1970-01-02 00:00:00",
    "2199": "@2199-12-31 23:59:59",
    "2038, late": "@2038-01-19 03:14:08",
    "ten years back": "-3650d",
}


@cache
def said(file: Path, form: str, where: tuple[tuple[str, str], ...]) -> bytes:
    """Return what is printed of a contract file under some variables of the environment."""
    done = real("evaluate", file, "--as-of", "2024-12-10", "--format", form, "--lang", "ja", env={**LEFT, **dict(where)})
    assert (done.status, done.err) == (0, b"")
    return done.out


def the_same(file: Path, form: str, where: Mapping[str, str]) -> bool:
    """Return whether a file gives there what it gives in Japan."""
    return said(file, form, tuple(where.items())) == said(file, form, (("TZ", "Asia/Tokyo"), ("LC_ALL", "C.UTF-8")))


@pytest.mark.parametrize("name", PLACES)
def test_a_statement_is_the_same_wherever_it_is_made(files: dict[str, Path], name: str) -> None:
    """As data; an outage that goes on is counted to 00:00 in Japan."""
    assert the_same(files["12"], "json", PLACES[name])


def test_a_statement_to_read_is_the_same_wherever_it_is_made(files: dict[str, Path]) -> None:
    """As text, in UTF-8 also where the locale knows ASCII alone."""
    assert the_same(files["12"], "text", {"TZ": "Etc/GMT+12", "LC_ALL": "C"})
    assert the_same(files["12"], "text", PLACES["in ASCII"])


@pytest.mark.parametrize("language", ["ja_JP", "tr_TR"])
def test_a_statement_is_the_same_in_every_language_of_the_machine(files: dict[str, Path], tmp_path: Path, language: str) -> None:
    """At home, and where a comma parts the decimals and a large i has its dot."""
    if shutil.which("localedef") is None or not (LOCALE_SOURCES / language).exists():
        pytest.skip("the machine cannot make this locale: its package `locales` is not installed")
    made = tmp_path / f"{language}.UTF-8"
    subprocess.run(["localedef", "-i", language, "-f", "UTF-8", made], check=True, capture_output=True)
    where = {"LOCPATH": str(tmp_path), "LC_ALL": f"{language}.UTF-8"}
    for form in ("json", "text"):
        assert the_same(files["12"], form, where)


@pytest.mark.skipif(not CLOCKS, reason="the clock cannot be set for one process alone: libfaketime is not installed")
@pytest.mark.parametrize("time", TIMES)
def test_a_statement_is_the_same_whatever_the_clock_says(files: dict[str, Path], time: str) -> None:
    """The as-of date is given; one run after another, the clock goes forwards and back."""
    where = {"LD_PRELOAD": str(CLOCKS[0]), "FAKETIME": TIMES[time], "TZ": "Asia/Tokyo"}
    assert the_same(files["12"], "json", where)
