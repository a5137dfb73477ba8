"""What every spec has in common: the script, the modules found by name alone, the data, the records of the libraries."""

import os
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path, PurePath

from shipping.contents import LEFT_OUT, Entry, chosen_binaries, chosen_datas
from shipping.licences import licence_file
from shipping.materials import shipped_libraries, system_packages
from shipping.sbom import sbom_file

ROOT = Path(__file__).resolve().parents[2]
NAME = "contract-calculator"
SCRIPT = ROOT / "desktop_app" / "__main__.py"
FONTS = ("noto_cjk_sans_jp_bold", "noto_cjk_sans_jp_regular")
RECORDS = re.compile(r"METADATA|RECORD", re.IGNORECASE)


def wanted() -> dict[str, object]:
    """Return what PyInstaller is asked to look at."""
    return {
        "scripts": [str(SCRIPT)],
        "pathex": [str(ROOT)],
        "hiddenimports": [*modules(), *FONTS],
        "excludes": list(LEFT_OUT),
        "datas": [],
    }


def modules() -> list[str]:
    """Return every module of the program: commands are loaded by name, which no analysis sees."""
    files = (each.relative_to(ROOT) for each in sorted((ROOT / "desktop_app").rglob("*.py")))
    names = (".".join(each.with_suffix("").parts) for each in files)
    return [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]


def resources() -> Iterator[Entry]:
    """Yield the program's own data, without the catalogs' sources and the notes of who has a file open."""
    for file in sorted((ROOT / "resources").rglob("*")):
        if file.is_file() and file.suffix != ".po" and not file.name.startswith("."):
            yield str(PurePath("desktop_app") / file.relative_to(ROOT)), str(file), "DATA"


def records() -> Iterator[Entry]:
    """Yield what says of each library its name and version, without what names this machine."""
    for each in (NAME, *(library.name for library in shipped_libraries())):
        found = distribution(each)
        folder = Path(str(found.locate_file("")))
        home = next(PurePath(file).parent for file in found.files or () if PurePath(file).name == "METADATA")
        yield str(home / "METADATA"), str(folder / home / "METADATA"), "DATA"


def fonts() -> Iterator[Entry]:
    """Yield the typefaces."""
    for package in FONTS:
        for file in distribution(package.replace("_", "-")).files or ():
            if file.suffix == ".otf":
                yield str(file), str(file.locate()), "DATA"


def settle(analysis: object, work: str) -> None:
    """Leave out of an analysis what nobody uses; add the data, the licences and the bill of materials."""
    from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415 - only where something is built

    def needed_by(source: str) -> list[str]:
        return [os.path.basename(name) for name, _ in get_imports(source)]  # noqa: PTH119 - a library's name is no path

    analysis.binaries = chosen_binaries(analysis.binaries, needed_by)
    own = {entry[0]: entry for entry in (*resources(), *records(), *fonts())}
    kept = {entry[0]: entry for entry in chosen_datas(analysis.datas, analysis.binaries)}
    packages = system_packages(source for _, source, kind in analysis.binaries if kind == "BINARY")
    papers = {
        "desktop_app/resources/licences.txt": licence_file(Path(work), packages),
        "desktop_app/resources/sbom.cdx.json": sbom_file(Path(work), packages),
    }
    added = [(str(PurePath(place)), str(file), "DATA") for place, file in papers.items()]
    analysis.datas = [*{**kept, **own}.values(), *added]
