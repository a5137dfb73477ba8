"""One file with the licences of everything that is shipped: this program, its libraries, Python, Qt, the system's libraries."""

from collections.abc import Iterable
from pathlib import Path

from desktop_app import __version__
from desktop_app.ui.shipped import Library
from shipping.materials import SystemPackage, python, shipped_libraries, starter

ROOT = Path(__file__).resolve().parents[2]
RULE = "\n\n" + "─" * 40 + "\n\n"


def licence_file(folder: Path, packages: Iterable[SystemPackage]) -> Path:
    """Write the file and return where it is."""
    file = folder / "licences.txt"
    file.write_text(licences(packages), encoding="utf-8", newline="\n")
    return file


def licences(packages: Iterable[SystemPackage]) -> str:
    """Return the licences in full, one after another."""
    own = Library("contract-calculator", __version__, "MIT", (ROOT / "LICENSE").read_text("utf-8").strip())
    parts = [_part(each) for each in (own, python(), starter(), *shipped_libraries())]
    parts += [f"{each.name} {each.version}\n\n{each.text}" for each in packages]
    return RULE.join(parts) + "\n"


def _part(library: Library) -> str:
    if not library.text:
        raise ValueError(library.name)  # nothing is shipped without its licence
    return f"{library.name} {library.version}  {library.licence}\n\n{library.text}"
