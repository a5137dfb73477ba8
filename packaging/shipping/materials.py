"""What the frozen program is made of: libraries of Python's, Qt, Python itself, and libraries of the system that it carries."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from desktop_app.ui.shipped import Library, libraries

TEXTS = Path(__file__).resolve().parent / "licences"
COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the licences that the records of its packages name instead of quoting them."""
QT = ("PySide6_Essentials", "shiboken6")


class SystemPackage(NamedTuple):
    """A package of the system whose libraries are carried along, with what it says of its licence, and their names."""

    name: str
    version: str
    text: str
    files: tuple[str, ...] = ()


@cache
def shipped_libraries() -> tuple[Library, ...]:
    """Return the libraries of Python's, Qt's under the licence by which it is used here."""
    return tuple(_chosen(each) for each in libraries())


def _chosen(library: Library) -> Library:
    if library.name not in QT:
        return library
    return library._replace(licence="LGPL-3.0-only", text=qt_text())


def qt_text() -> str:
    """Return the licence of Qt and of its Python side, with the one that it refers to."""
    names = ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
    return "\n\n".join((TEXTS / name).read_text("utf-8").strip("\n") for name in names)


def python() -> Library:
    """Return Python itself."""
    places = [Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)]
    text = next(file for place in places if (file := place / "LICENSE.txt").exists()).read_text("utf-8")
    return Library("Python", sys.version.partition(" ")[0], "PSF-2.0", text.strip())


def starter() -> Library:
    """Return the small program that starts the frozen one; its licence makes an exception for what it starts."""
    found = distribution("pyinstaller")
    text = next(file for file in found.files or () if file.name == "COPYING.txt").read_text("utf-8")
    return Library("PyInstaller bootloader", found.version, "GPL-2.0-or-later WITH Bootloader-exception", text.strip())


def system_packages(sources: Iterable[str]) -> tuple[SystemPackage, ...]:
    """Return the packages of the system that these files come from; none where the system keeps no such record."""
    if not shutil.which("dpkg-query"):
        return ()
    owners: dict[str, set[str]] = {}
    for source in map(Path, sources):
        owner = _owner(source)
        if owner:
            owners.setdefault(owner, set()).add(source.name)
    return tuple(sorted(_package(owner, files) for owner, files in owners.items()))


def _owner(file: Path) -> str | None:
    if str(file).startswith((sys.prefix, sys.base_prefix)):
        return None
    real = file.resolve()
    for name in (str(real), str(real).removeprefix("/usr")):
        told = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return told.stdout.partition(": ")[0]
    return None


def _package(name: str, files: Iterable[str]) -> SystemPackage:
    asked = ["dpkg-query", "-W", "-f", "${source:Package}\t${Version}", name]
    _, _, version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.partition("\t")
    plain = name.partition(":")[0]
    told = Path("/usr/share/doc", plain, "copyright")
    text = told.read_text("utf-8", errors="replace").strip() if told.exists() else ""
    return SystemPackage(plain, version, text, tuple(sorted(files)))


def common_texts(packages: Iterable[SystemPackage]) -> Iterator[tuple[str, str]]:
    """Yield each licence that these packages name by where the system keeps it, once, with its text."""
    named = {name for each in packages for name in re.findall(rf"{COMMON}/([\w.-]*\w)", each.text)}
    for file in sorted({(COMMON / name).resolve() for name in named}):
        if file.is_file():
            yield file.name, file.read_text("utf-8").strip()
