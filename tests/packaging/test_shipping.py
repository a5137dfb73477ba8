"""What is shipped: only what is used, nothing under the GPL alone, every licence in one file, the same bill each time."""

import ast
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from shipping import contents, inventory, materials, parts
from shipping.licences import licences
from shipping.materials import SystemPackage, python, shipped_libraries
from shipping.parts import licensing, names_of_texts, parts_of
from shipping.sbom import SPELLED, sbom

from desktop_app.ui.qt_words import QTS_OWN
from desktop_app.wording.days import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FREE = {
    "0BSD", "AFL-2.1", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
    "Bitstream-Vera", "CC-BY-SA-3.0", "CC0-1.0", "FTL", "HPND", "HPND-sell-variant", "ISC", "Imlib2", "LGPL-2.1-or-later",
    "LGPL-3.0-only", "LPPL-1.3c", "LicenseRef-ICC", "MIT", "MIT-Modern-Variant", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unicode-3.0",
    "Unicode-DFS-2016", "Unlicense", "X11", "Zlib", "dtoa", "libpng-2.0",
}  # fmt: skip
LATER = ("Crypto", "icalendar", "jpholiday", "multiprocessing", "openpyxl", "pypdf", "pypdfium2", "pyrage", "typst", "xlsxwriter")
"""What takes long to import and few need at once."""
SYSTEM = (SystemPackage("libexample1", "1.2-3", "All rights given.", tuple(f"libexample{n}.so.1" for n in range(9))),)
VERSIONED = {"HarfBuzz", "PCRE2", "Unicode character and locale data", "libpng"}
"""What of Qt's parts tells its version on every system."""


def imports():
    """Yield every module that the program's source names in an import."""
    for file in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module


def foreign():
    """Return the packages of others that the program names."""
    return {name.partition(".")[0] for name in imports()} - sys.stdlib_module_names - {"desktop_app"}


def test_the_modules_of_qt_are_those_that_are_imported():
    """One that is listed and not used, or used and not listed, is told."""
    assert {name.split(".")[1] for name in imports() if name.startswith("PySide6.")} == contents.QT_MODULES


def test_no_module_of_qt_is_under_the_gpl_alone():
    """Charts of Qt's own, for one, cannot be shipped."""
    assert not (contents.QT_MODULES | contents.QT_BENEATH) & contents.GPL_ONLY_QT


def test_the_packages_are_those_that_are_imported_and_what_they_stand_on():
    """Every import has its package, every library that is shipped a package on the list, every package a library."""
    by_package = importlib.metadata.packages_distributions()
    shipped = {each.name for each in shipped_libraries()}
    owners = {name: set(by_package.get(name, ())) & shipped for name in contents.PACKAGES}
    assert foreign() <= contents.PACKAGES
    assert [name for name, owner in owners.items() if not owner] == []
    assert set().union(*owners.values()) == shipped


@pytest.mark.parametrize("name", PROJECT["optional-dependencies"]["dev"])
def test_no_tool_is_shipped(name):
    """What builds and checks the program stays at home."""
    assert name.partition(">")[0] not in {each.name for each in shipped_libraries()}


@pytest.mark.parametrize("library", shipped_libraries(), ids=lambda each: each.name)
def test_every_library_may_be_shipped(library):
    """Its licence asks for no more than to be named, or, of Qt, to leave its libraries replaceable."""
    assert free(SPELLED.get(library.licence, library.licence)), library.licence


def free(expression):
    """Whether what is asked for can be done: all of an `AND`, one of an `OR`."""
    parsed = licensing().parse(" ".join(expression.split()), validate=True).simplify()
    return holds(parsed)


def holds(parsed):
    """Whether a parsed expression holds."""
    operator = getattr(parsed, "operator", "").strip()
    if operator in {"AND", "OR"}:
        return (all if operator == "AND" else any)(holds(each) for each in parsed.args)
    return str(parsed) in FREE


def test_the_gpl_alone_is_not_free_here():
    """The test above can fail."""
    assert not free("GPL-3.0-only")
    assert not free("MIT AND GPL-2.0-or-later")
    assert free("MIT OR GPL-2.0-only")


def licence_name(entry):
    """Return the licence of an entry in the bill."""
    return entry.get("expression") or entry["license"].get("id") or entry["license"]["name"]


def test_every_part_of_a_library_may_be_shipped():
    """Libraries that were built from others say from which."""
    components = json.loads(sbom(()))["components"]
    of_libraries = [part for each in components for part in each.get("components", ())]
    named = {licence_name(each) for part in of_libraries for each in part["licenses"]}
    assert len(of_libraries) > 300
    assert [each for each in named if not free(each)] == []
    assert sum("purl" in part and "hashes" in part for part in of_libraries) > 300


def test_what_no_bill_names_is_found_in_the_library_itself(monkeypatch):
    """With its version, where the library tells it; where there is no sign of it, it is not listed."""
    there = {each.name: each.version for each in parts_of("typst")}
    assert {"DejaVu Sans Mono", "Libertinus Serif", "New Computer Modern"} <= there.keys()
    assert re.fullmatch(r"\d+\.\d+\.\d+", there.get("OpenSSL", "0.0.0"))
    absent = {"name": "a", "licence": "MIT", "authors": "b", "sign": "no such word ([0-9])"}
    monkeypatch.setattr(parts, "additions", lambda: {"typst": {"parts": [absent, {**absent, "name": "c", "sign": "typst()"}]}})
    assert {"a", "c"} & {each.name for each in parts_of.__wrapped__("typst")} == {"c"}


def test_parts_of_qt_tell_their_versions():
    """Read from the libraries of Qt themselves."""
    versions = {each.name: each.version for each in parts_of("PySide6_Essentials")}
    assert [name for name in VERSIONED if not re.fullmatch(r"\d+(\.\d+)+", versions[name])] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the licences are where Debian keeps them")
def test_a_licence_that_a_package_of_the_system_names_by_its_place_is_there_in_full(tmp_path, monkeypatch):
    """Once, by whichever of its names; a name of nothing is passed over."""
    (tmp_path / "LGPL-2.1").write_text("All of it.\n", "utf-8")
    (tmp_path / "LGPL").symlink_to("LGPL-2.1")
    monkeypatch.setattr(materials, "COMMON", tmp_path)
    named = SystemPackage("libexample2", "1", f"See {tmp_path}/LGPL-2.1. Or `{tmp_path}/LGPL', not {tmp_path}/none.")
    assert list(materials.common_texts((*SYSTEM, named))) == [("LGPL-2.1", "All of it.")]


@pytest.fixture(scope="module")
def licence_text():
    """Return the one file of licences."""
    return licences(SYSTEM)


@pytest.mark.parametrize("library", ["PySide6_Essentials", "Python", "msgspec", "pydantic_core", "pyrage", "typst"])
def test_the_licences_tell_of_what_a_library_was_built_from(library, licence_text):
    """Every part that is shipped, with its authors, and the text of every licence by which one is used, once."""
    shipped = [each for each in parts_of(library) if each.is_shipped]
    assert all(f"\n  {each.name} {each.version}".rstrip() + f", {each.authors}: " in licence_text for each in shipped)
    for name in set().union(*(names_of_texts(each.licence) for each in shipped)):
        assert licence_text.count(f"{'─' * 40}\n\n{name}\n\n") == 1


def test_the_bill_names_every_library_with_its_version_and_is_the_same_each_time():
    """Libraries, Python, what starts the program, and what is carried from the system."""
    bill = json.loads(sbom(SYSTEM))
    names = {(each["name"], each["version"]) for each in bill["components"]}
    assert names >= {(each.name, each.version) for each in (*shipped_libraries(), python())} | {("libexample1", "1.2-3")}
    assert all("purl" in each for each in bill["components"])
    assert (bill["specVersion"], bill["metadata"]["component"]["name"]) == ("1.6", "contract-calculator")
    assert sbom(SYSTEM) == sbom(SYSTEM)
    (carried,) = (each["evidence"]["occurrences"] for each in bill["components"] if "evidence" in each)
    assert tuple(each["location"] for each in carried) == SYSTEM[0].files


def test_one_file_has_every_licence(licence_text):
    """Each library's own text stands under its name, Qt's with both that it refers to."""
    assert all(f"{each.name} {each.version}" in licence_text and each.text in licence_text for each in shipped_libraries())
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licence_text
    assert "libexample1 1.2-3\n\nAll rights given." in licence_text


def frozen(folder, *more):
    """Return a folder laid out as a frozen program is, with some more files."""
    usual = ["desktop_app/resources/licences.txt", "desktop_app/resources/sbom.cdx.json", "desktop_app/resources/locale/a.mo"]
    usual += ["desktop_app/resources/typst/a.typ", "PySide6/QtCore.abi3.so", "PySide6/Qt/plugins/platforms/libqxcb.so"]
    usual += [
        "typst/_typst.abi3.so",
        "base_library.zip",
        "python3.11/lib-dynload/math.so",
        "idna-3.dist-info/METADATA",
        "libz.so.1",
        "PySide6/Qt/translations/qtbase_ja.qm",
    ]
    for name in (*usual, *more):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_folder_with_what_is_used_is_let_through(tmp_path):
    """Qt's modules, a plugin, packages, Python's own, records, libraries of the system."""
    assert inventory.complaints(frozen(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("PySide6/QtQml.abi3.so", "a module of Qt that nobody uses"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "a module of Qt that nobody uses"),
        ("PySide6/Qt6Pdf.dll", "a module of Qt that nobody uses"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "a module of Qt that nobody uses"),
        ("PySide6/QtDBus.abi3.so", "a module of Qt that nobody uses"),
        ("PySide6/Qt/lib/libQt6Charts.so.6", "under the GPL alone"),
        ("libreadline.so.8", "under the GPL alone"),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "a plugin that nobody uses"),
        ("numpy/__init__.pyc", "a package that nobody uses"),
        ("fontTools/ttLib.so", "a package that nobody uses"),
    ],
)
def test_what_nobody_uses_is_told(tmp_path, file, complaint):
    """By its name, so that the build stops."""
    assert any(each.startswith(complaint) for each in inventory.complaints(frozen(tmp_path, file)))


def test_a_folder_without_its_papers_is_told(tmp_path):
    """Nothing is shipped without licences and bill."""
    frozen(tmp_path)
    (tmp_path / "desktop_app/resources/licences.txt").unlink()
    assert inventory.complaints(tmp_path) == ["missing: desktop_app/resources/licences.txt"]


def test_what_qt_says_is_shipped_in_the_languages_of_the_window(tmp_path):
    """But for English, in which it is written; nothing is let through without it, and no other words of Qt's are taken along."""
    assert set(contents.QT_WORDS) == {f"qtbase_{each}.qm" for each in LANGUAGES if each != QTS_OWN}
    names = ["PySide6/Qt/translations/qtbase_ja.qm", "PySide6/Qt/translations/qtbase_fr.qm", "PySide6/Qt/translations/qt_ja.qm"]
    assert [each[0] for each in contents.chosen_datas([(name, name, "DATA") for name in names], [])] == names[:1]
    (frozen(tmp_path) / names[0]).unlink()
    assert inventory.complaints(tmp_path) == ["missing: qtbase_ja.qm"]


def test_libraries_stay_while_something_stands_on_them():
    """A plugin that is left out takes along what only it needed."""
    needs = {"/q/libqxcb.so": ["libQt6XcbQpa.so.6"], "/q/libqgtk3.so": ["libgtk-3.so.0"], "/q/libQt6XcbQpa.so.6": ["libX11.so.6"]}
    binaries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/q/libqgtk3.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "/q/libQt6XcbQpa.so.6", "BINARY"),
        ("libX11.so.6", "/s/libX11.so.6", "BINARY"),
        ("libgtk-3.so.0", "/s/libgtk-3.so.0", "BINARY"),
        ("PySide6/QtNetwork.abi3.so", "/q/QtNetwork.abi3.so", "EXTENSION"),
    ]
    kept = contents.chosen_binaries(binaries, lambda source: needs.get(source, []))
    assert [place for place, _, _ in kept] == [binaries[0][0], binaries[2][0], "libX11.so.6"]


def test_long_imports_wait_until_they_are_needed(tmp_path):
    """Neither the window nor a key typed in it loads what makes papers, tables, calendars."""
    script = f"""
import sys
from datetime import date
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop_app.storage.rulebook import installed_rules
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import Questions
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
app = QApplication([])
window = MainWindow(Session(installed_rules(), date(2026, 4, 1)), Questions(), Settings(Path("s.ini")))
window.show_place(at_start=False)
window.show()
line = next(each for each in window.findChildren(QLineEdit) if each.accessibleName() == "件名")
line.setFocus()
QTest.keyClicks(line, "abc")
app.processEvents()
assert line.text() == "abc"
print(sorted(name for name in {LATER!r} if name in sys.modules))
"""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


NEEDS = {
    "/q/libqxcb.so": ["libQt6Gui.so.6"],
    "/q/libcupsprintersupport.so": ["libcups.so.2", "libgnutls.so.30", "libz.so.1", "libQt6Gui.so.6"],
    "/q/libQt6Gui.so.6": ["libz.so.1"],
    "/s/libcups.so.2": ["libgnutls.so.30", "libz.so.1"],
}


def test_what_the_system_has_for_printing_stays_out_with_all_that_only_it_needs():
    """The tool that tells what a library needs tells what that needs in turn, too."""
    plugins = ("platforms/libqxcb.so", "printsupport/libcupsprintersupport.so", "platforms/libqvnc.so")
    entries = [
        *((f"PySide6/Qt/plugins/{each}", f"/q/{Path(each).name}", "BINARY") for each in plugins),
        ("libQt6Gui.so.6", "/q/libQt6Gui.so.6", "BINARY"),
        *((name, f"/s/{name}", "BINARY") for name in ("libcups.so.2", "libgnutls.so.30", "libz.so.1", "libunused.so.1")),
    ]
    chosen = contents.chosen_binaries(entries, lambda source: NEEDS.get(source, []))
    assert {Path(place).name for place, _, _ in chosen} == {
        "libqxcb.so", "libcupsprintersupport.so", "libQt6Gui.so.6", "libz.so.1",
    }  # fmt: skip
