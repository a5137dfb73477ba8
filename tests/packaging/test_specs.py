"""The specs and installers of each system: that they resolve, and say what is so; each system builds for itself."""

import ast
import plistlib
import re
import runpy
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage
from shipping import debian, icons, macos, windows
from shipping.entries import NAME, ROOT, modules

from desktop_app import __version__
from desktop_app.cli.names import COMMANDS
from desktop_app.wording.wording import wording

SHIPPING = ROOT / "packaging" / "shipping"
RESOURCES = ("licences.txt", "sbom.cdx.json", "typst/paper.typ", "locale/ja/LC_MESSAGES/core.mo")
SPECS = sorted(SHIPPING.glob("*.spec"))


def resolved(spec, work):
    """Run a spec with stand-ins for what PyInstaller gives it; return what it asked for, by step."""
    asked = {}

    def step(kind):
        def noted(*given, **named):
            asked.setdefault(kind, []).append((given, named))
            return SimpleNamespace(pure=[], scripts=[], binaries=[], datas=[])

        return noted

    given = {kind: step(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    runpy.run_path(str(spec), {**given, "workpath": str(work)})
    return asked


@pytest.mark.parametrize("spec", SPECS, ids=lambda each: each.stem)
def test_each_spec_resolves(spec, tmp_path):
    """Every file that it names is there, and the licences and the bill are among the data."""
    asked = resolved(spec, tmp_path)
    (_, analysis), (_, program) = asked["Analysis"][0], asked["EXE"][-1]
    assert all(Path(script).is_file() for script in analysis["scripts"])
    assert program["name"] == NAME
    datas = asked["COLLECT"][0][0][-1]
    places = {place.replace("\\", "/") for place, _, _ in datas}
    assert all(Path(source).is_file() for _, source, _ in datas)
    of_ours = {f"desktop_app/resources/{name}" for name in RESOURCES}
    assert places > of_ours | {f"contract_calculator-{__version__}.dist-info/METADATA"}


def test_there_is_a_spec_for_each_system():
    """Linux, macOS, Windows."""
    assert [each.stem for each in SPECS] == ["linux", "macos", "windows"]


def test_every_module_of_the_program_is_asked_for():
    """Commands are found by their names alone."""
    assert {"desktop_app", "desktop_app.cli.evaluate", "desktop_app.cli.what_if", "desktop_app.ui.app"} <= set(modules())


def test_no_record_names_this_machine(tmp_path):
    """What is shipped of an installed library says its name and version, not where it lay."""
    datas = resolved(SHIPPING / "linux.spec", tmp_path)["COLLECT"][0][0][-1]
    records = [Path(source) for place, source, _ in datas if ".dist-info" in place]
    assert {each.name for each in records} == {"METADATA"}
    assert not any(str(ROOT) in each.read_text("utf-8") for each in records)


def test_windows_shows_the_version_and_text_is_sharp():
    """The resource is an expression of the parts that PyInstaller knows; the manifest asks for the sharpness of each screen."""
    calls = [each for each in ast.walk(ast.parse(windows.version_resource(), mode="eval")) if isinstance(each, ast.Call)]
    assert {each.func.id for each in calls} == {
        "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct",
    }  # fmt: skip
    fixed = next(each for each in calls if each.func.id == "FixedFileInfo")
    numbers = {each.arg: ast.literal_eval(each.value) for each in fixed.keywords}
    assert numbers["filevers"] == (*(int(part) for part in __version__.split(".")), 0)
    settings = {each.tag.rpartition("}")[2]: each.text for each in ET.parse(windows.MANIFEST).iter()}  # noqa: S314 - our own file
    assert settings["dpiAwareness"] == "PerMonitorV2, PerMonitor"
    assert settings["longPathAware"] == "true"


def test_the_installer_for_windows_takes_no_file_type_away():
    """The program is offered beside others for .json; what it names is what the spec makes."""
    script = windows.SCRIPT.read_text("utf-8")
    assert script.startswith("\ufeff")  # without it, older releases of Inno Setup 6 take the Japanese for another encoding
    assert f'#define Window "{windows.WINDOW}.exe"' in script
    assert r"Software\Classes\.json\OpenWithProgids" in script
    assert not re.search(r"Classes\\\.json\"; ValueType", script)


def test_the_bundle_for_macos_opens_contract_files():
    """What it says of itself is well formed, its type is declared where it is used."""
    read = plistlib.loads(plistlib.dumps(macos.information()))
    declared = read["UTExportedTypeDeclarations"][0]
    own, other = read["CFBundleDocumentTypes"]
    assert own["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert (other["LSItemContentTypes"], other["LSHandlerRank"]) == (declared["UTTypeConformsTo"], "Alternate")
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["contract.json"]
    assert (read["CFBundleShortVersionString"], read["NSHighResolutionCapable"]) == (__version__, True)


def test_the_program_has_one_name():
    """The window, the menus of each system, the files' properties and the README call it alike."""
    ja, en = (wording(language).text("window.title") for language in ("ja", "en"))
    entry = (SHIPPING / "debian" / f"{NAME}.desktop").read_text("utf-8")
    script = windows.SCRIPT.read_text("utf-8")
    assert f"Name={en}\nName[ja]={ja}\n" in entry
    assert {macos.information()[key] for key in ("CFBundleName", "CFBundleDisplayName")} == {ja}
    assert f"'FileDescription', '{ja}'" in windows.version_resource()
    assert set(re.findall(r"(?:AppName=|DefaultGroupName=|\{group}\\|\{autodesktop}\\|LaunchProgram,)([^\"}\n]+)", script)) == {
        ja
    }
    assert (ROOT / "README.md").read_text("utf-8").startswith(f"# {en} ({ja})\n")


def test_icons_hold_a_picture_of_each_size():
    """Windows and macOS find the size that they ask for."""
    ico = icons.ico()
    _, kind, count = struct.unpack_from("<HHH", ico)
    sizes = []
    for i in range(count):
        length, at = struct.unpack_from("<II", ico, 6 + 16 * i + 8)
        sizes.append(QImage.fromData(ico[at : at + length]).width())
    assert (kind, tuple(sizes)) == (1, icons.WINDOWS_SIZES)
    icns = icons.icns()
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


def test_the_package_for_debian_says_what_it_brings(tmp_path):
    """Its menu entry opens the type that it declares, its pages of the manual are there in both languages."""
    program = tmp_path / "frozen"
    (program / "_internal").mkdir(parents=True)
    (program / NAME).write_bytes(b"\x7fELF")
    tree = tmp_path / "tree"
    debian.lay_out(tree, program)
    debian.write_control(tree, "amd64")
    share = tree / "usr" / "share"
    declared = ET.parse(share / "mime" / "packages" / f"{NAME}.xml").getroot()[0].get("type")  # noqa: S314 - our own file
    entry = (share / "applications" / f"{NAME}.desktop").read_text("utf-8")
    assert f"MimeType={declared};" in entry
    assert declared.replace("/", "-") == debian.FILE_TYPE
    assert f"Version: {__version__}\n" in (tree / "DEBIAN" / "control").read_text("utf-8")
    assert (tree / "usr" / "bin" / NAME).resolve() == tree / "usr" / "lib" / NAME / NAME
    assert all((share / "man" / place / f"{NAME}.1.gz").exists() for place in ("man1", "ja/man1"))


@pytest.mark.parametrize("page", [f"{NAME}.1", f"{NAME}.ja.1"])
def test_the_manual_names_every_command(page):
    """In each language."""
    told = (SHIPPING / "debian" / page).read_text("utf-8").replace("\\-", "-")
    assert [each for each in COMMANDS if not re.search(rf"(?m)^\.BR? .*\b{each}\b", told)] == []
