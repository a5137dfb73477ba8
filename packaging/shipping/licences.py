"""One file with the licences of everything that is shipped: this program, its libraries, Python, Qt, the system's libraries."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app import __version__
from desktop_app.ui.shipped import RULE, Library
from shipping.materials import SystemPackage, common_texts, python, shipped_libraries, starter
from shipping.parts import parts_of, texts_for, told

ROOT = Path(__file__).resolve().parents[2]


def licence_file(folder: Path, packages: Sequence[SystemPackage]) -> Path:
    """Write the file and return where it is."""
    file = folder / "licences.txt"
    file.write_text(licences(packages), encoding="utf-8", newline="\n")
    return file


def licences(packages: Sequence[SystemPackage]) -> str:
    """Return the licences in full, one after another."""
    own = Library("contract-calculator", __version__, "MIT", (ROOT / "LICENSE").read_text("utf-8").strip())
    others = (python(), starter(), *shipped_libraries())
    libraries = [_with_parts(each) for each in others]
    carried = [f"{each.name} {each.version}\n\n{each.text}" for each in packages]
    named = [f"{name}, which packages above name\n\n{text}" for name, text in common_texts(packages)]
    texts = texts_for(part for each in others for part in parts_of(each.name))
    return RULE.join((_entry(own), *libraries, *carried, *named, *texts)) + "\n"


def _with_parts(library: Library) -> str:
    return "\n\n".join(filter(None, (_entry(library), told(library.name, parts_of(library.name)))))


def _entry(library: Library) -> str:
    if not library.text:
        raise ValueError(library.name)  # nothing is shipped without its licence
    return f"{library.name} {library.version}  {library.licence}\n\n{library.text}"
