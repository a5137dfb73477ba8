"""Whether the bill of materials accounts for all that lies in a frozen program, and names nothing that does not."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

OWN = "desktop_app"
PYTHON, STARTER = "Python", "PyInstaller bootloader"
OF_PYTHON = re.compile(r"base_library\.zip|(lib)?python3[\w.]*|_sysconfigdata_.*")
OF_THE_STARTER = re.compile(r"_pyi_\w+")
LIBRARY = re.compile(r"\.(so|dll|dylib)\b")


def unaccounted(frozen: Path) -> list[str]:
    """Return what lies in a frozen program and is not on its bill, and what is on its bill and nowhere in it."""
    inside = frozen / "_internal"
    bill = json.loads((inside / OWN / "resources" / "sbom.cdx.json").read_text("utf-8"))["components"]
    carried = {place["location"]: each["name"] for each in bill for place in each.get("evidence", {}).get("occurrences", ())}
    held = {owner(name, carried) for name in (*files(inside), *packed(frozen))} | {STARTER}
    versions = dict(records(inside))
    listed = {each["name"]: each["version"] for each in bill}
    strange = held - listed.keys() - {OWN}
    changed = {name for name, version in versions.items() if name in listed and listed[name] != version}
    absent = listed.keys() - held - versions.keys()
    return [
        *(f"not on the bill: {each}" for each in sorted(strange)),
        *(f"on the bill in another version: {each}" for each in sorted(changed)),
        *(f"on the bill alone: {each}" for each in sorted(absent)),
    ]


def files(inside: Path) -> Iterator[str]:
    """Yield what lies in the folder, links as that to which they lead, without the records of libraries."""
    root = inside.resolve()
    for file in inside.rglob("*"):
        if file.is_file():
            first = file.resolve().relative_to(root).parts[0]
            if not first.endswith(".dist-info"):
                yield first


def packed(frozen: Path) -> Iterator[str]:
    """Yield the modules and packages that are packed into the program itself."""
    for program in frozen.iterdir():
        if program.is_file():
            modules: Iterable[str] = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc
            yield from (name.partition(".")[0] for name in modules)


def records(inside: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the version of each library that has a record."""
    for record in inside.glob("*.dist-info/METADATA"):
        said = dict(line.split(": ", 1) for line in record.read_text("utf-8").partition("\n\n")[0].splitlines() if ": " in line)
        if record.parent.name.split("-")[0] != "contract_calculator":
            yield said["Name"], said["Version"]


def owner(name: str, carried: Mapping[str, str]) -> str:
    """Return what a file or folder, or a module, belongs to, as the bill calls it; its own name where nothing is known of it."""
    if name == OWN or name in carried:
        return carried.get(name, OWN)
    if OF_THE_STARTER.fullmatch(name):
        return STARTER
    if name in sys.stdlib_module_names or OF_PYTHON.fullmatch(name) or (LIBRARY.search(name) and not carried):
        return PYTHON
    return next(iter(_libraries().get(name, ())), name)


@cache
def _libraries() -> Mapping[str, list[str]]:
    return packages_distributions()
