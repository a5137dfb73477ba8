"""What lies in a frozen folder against what may: a module that nobody uses, or one under the GPL alone, is told by name."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from shipping.contents import (
    GPL_ONLY_LIBRARIES,
    GPL_ONLY_QT,
    LEFT_OUT,
    PACKAGES,
    PLUGINS,
    QT_BENEATH,
    QT_MODULES,
    QT_WORDS,
    plugin,
    python_side,
    qt_module,
)

OWN = "desktop_app"
OF_PYTHON = ("base_library.zip", "python")


def complaints(folder: Path) -> list[str]:
    """Return what lies in the folder of a frozen program and may not, or does not and must."""
    places = [PurePosixPath(file.relative_to(folder).as_posix()) for file in sorted(folder.rglob("*"))]
    needed = (f"{OWN}/resources/{name}" for name in ("licences.txt", "sbom.cdx.json", "locale", "typst"))
    missing = [f"missing: {name}" for name in needed if PurePosixPath(name) not in places]
    missing += [f"missing: {name}" for name in QT_WORDS if all(each.name != name for each in places)]
    dangling = [f"leads nowhere: {each}" for each in places if not (folder / each).exists()]
    return [*(complaint for each in places if (complaint := _complaint(each))), *missing, *dangling]


def _complaint(place: PurePosixPath) -> str | None:
    return next(_words(place), None)


def _words(place: PurePosixPath) -> Iterator[str]:
    module, kind = qt_module(str(place)), plugin(str(place))
    if module in GPL_ONLY_QT or place.name.startswith(GPL_ONLY_LIBRARIES):
        yield f"under the GPL alone: {place}"
    if kind is not None and place.suffix and kind not in PLUGINS:
        yield f"a plugin that nobody uses: {place}"
    used = QT_MODULES if python_side(str(place)) else QT_MODULES | QT_BENEATH
    if module and "PySide6" in place.parts and module not in used:
        yield f"a module of Qt that nobody uses: {place}"
    first = place.parts[0]
    if first in LEFT_OUT or (_is_package(place) and first not in {OWN, *PACKAGES}):
        yield f"a package that nobody uses: {place}"


def _is_package(place: PurePosixPath) -> bool:
    """Whether it is the folder of a package: neither a file, nor a record of a library, nor Python's own."""
    only = len(place.parts) == 1 and not place.suffix
    return only and not place.name.startswith(OF_PYTHON) and not place.name.endswith((".dist-info", ".libs"))
