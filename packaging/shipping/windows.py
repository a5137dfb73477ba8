"""For Windows: the version that its file manager shows, sharp text on every screen, the icon, and the installer (Inno Setup)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from desktop_app import __version__
from shipping.icons import ico

FOLDER = Path(__file__).with_name("windows")
MANIFEST = FOLDER / "program.manifest"
SCRIPT = FOLDER / "installer.iss"
WINDOW = "ContractCalculator"
COMPILER = "Inno Setup 6/ISCC.exe"


def icon_file(work: str) -> Path:
    """Write the icon and return where it is."""
    file = Path(work) / "program.ico"
    file.write_bytes(ico())
    return file


def version_file(work: str) -> Path:
    """Write the version resource and return where it is."""
    file = Path(work) / "version.txt"
    file.write_text(version_resource(), encoding="utf-8")
    return file


def version_resource() -> str:
    """Return what Windows shows of the program's files, as PyInstaller reads it."""
    numbers = (*(int(part) for part in __version__.split(".")), 0)
    texts = {
        "CompanyName": "Contract Calculator",
        "FileDescription": "契約料金計算",
        "FileVersion": __version__,
        "InternalName": WINDOW,
        "OriginalFilename": f"{WINDOW}.exe",
        "ProductName": "契約料金計算 (Contract Calculator)",
        "ProductVersion": __version__,
    }
    listed = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    kind = "mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)"
    fixed = f"FixedFileInfo(filevers={numbers}, prodvers={numbers}, {kind})"
    table = f"StringFileInfo([StringTable('041104B0', [{listed}])])"
    return f"VSVersionInfo(ffi={fixed}, kids=[{table}, VarFileInfo([VarStruct('Translation', [0x411, 1200])])])\n"


def installer(frozen: Path, out: Path) -> Path | None:
    """Make the installer where Inno Setup is there; say so where it is not, and leave the folder as it is."""
    places = (Path(os.environ.get(name, "")) / COMPILER for name in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"))
    compiler = shutil.which("iscc") or next((str(place) for place in places if place.exists()), None)
    if compiler is None:
        print("Inno Setup がないため、インストーラーは作りません。 / No installer: Inno Setup is not there.", file=sys.stderr)
        return None
    subprocess.run([compiler, "/Qp", f"/DVersion={__version__}", f"/DFrozen={frozen}", f"/O{out}", SCRIPT], check=True)
    return out / f"contract-calculator-{__version__}-setup.exe"
