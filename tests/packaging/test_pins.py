"""The pins: exact, hashed, complete, alike in both files, and without a word of where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "packaging" / "requirements"
PINNED = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>[0-9][^ ;\\]*) \\")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
TELLING = re.compile(r"http|://|index-url|find-links|trusted-host|@|(^|[\s=\"'])(/|~|[A-Za-z]:\\)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PROJECT["project"]["dependencies"]
DEV = PROJECT["project"]["optional-dependencies"]["dev"]


def normal_name(requirement: str) -> str:
    """Return the name in a requirement the way that pins write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", requirement)[0]).lower()


def requirements(file: str) -> list[str]:
    """Return the file's requirements, each with its hashes on one line and no comments."""
    lines = (REQUIREMENTS / file).read_text(encoding="utf-8").splitlines()
    joined = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return [line for line in joined.replace("\\\n    --hash", "\\ --hash").splitlines() if line]


def pins(file: str) -> dict[str, str]:
    """Return the version of each package."""
    return {found["name"]: found["version"] for line in requirements(file) if (found := PINNED.match(line))}


@pytest.mark.parametrize("file", ["run.txt", "check.txt"])
def test_every_line_is_an_exact_version_with_hashes(file):
    """No range, no bare name, no option line."""
    for line in requirements(file):
        assert PINNED.match(line), line
        assert HASH.search(line), line


@pytest.mark.parametrize("file", sorted(path.name for path in REQUIREMENTS.iterdir()))
def test_no_file_says_where_packages_come_from(file):
    """An address or a folder would bind the project to one network or one machine."""
    assert not TELLING.search((REQUIREMENTS / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("file", "requirement"),
    [("run.txt", need) for need in [*DEPENDENCIES, *PROJECT["build-system"]["requires"]]]
    + [("check.txt", need) for need in [*DEPENDENCIES, *DEV, "colorama"]],
)
def test_everything_the_project_names_is_pinned(file, requirement):
    """`pyproject.toml` and the pins have not drifted apart."""
    assert normal_name(requirement) in pins(file)


def test_both_files_pin_the_same_versions():
    """What is checked is what runs."""
    assert pins("run.txt").items() <= pins("check.txt").items()


def test_qt_stays_on_the_release_that_python_3_11_survives():
    """Release 6.12 aborts Python 3.11."""
    assert pins("run.txt")["pyside6-essentials"].startswith("6.11.")
    assert pins("run.txt")["shiboken6"] == pins("run.txt")["pyside6-essentials"]


def test_ci_calls_the_second_command_and_nothing_else():
    """One command is the same for a person and for CI."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines == ["#!/bin/sh", 'cd "$(dirname "$0")/.." && exec python3 packaging/go.py check']
