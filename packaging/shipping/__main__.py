"""Build the frozen program and its installer for the system that this runs on: python -m shipping OUT."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from shipping import debian, macos, windows
from shipping.account import unaccounted
from shipping.entries import NAME, ROOT
from shipping.inventory import complaints

SPECS = {"linux": "linux.spec", "win32": "windows.spec", "darwin": "macos.spec"}
INSTALLERS: dict[str, Callable[[Path, Path], Path | None]] = {
    "linux": debian.package,
    "win32": windows.installer,
    "darwin": macos.disk_image,
}


def main(words: list[str]) -> int:
    """Freeze, look at what came out, and make the installer; the same sources give the same, whenever it is."""
    os.environ["SOURCE_DATE_EPOCH"] = moment()  # every tool that is started looks at it
    out = Path(words[0]).resolve() if words else ROOT / "dist"
    frozen = freeze(out)
    found = [*complaints(frozen / "_internal"), *unaccounted(frozen)]
    print(*found, sep="\n" if found else "", file=sys.stderr)
    if found:
        return 1
    print(f"{frozen}: {megabytes(frozen):.0f} MB")
    made = INSTALLERS[sys.platform](frozen, out)
    if made:
        print(f"{made}: {made.stat().st_size / 1e6:.0f} MB")
    return 0


def freeze(out: Path) -> Path:
    """Have PyInstaller build the folder, alike from alike sources, and return where it is."""
    work = ROOT / "build" / "shipping"
    shutil.rmtree(out / NAME, ignore_errors=True)
    spec = Path(__file__).with_name(SPECS[sys.platform])
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    environ = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT / "packaging")}
    subprocess.run([*command, "--distpath", out, "--workpath", work, spec], check=True, env=environ, cwd=ROOT)
    return out / NAME


def moment() -> str:
    """Return the moment of the sources: that of the last change, or of the change log where no history is kept."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return told
    asked = ["git", "-C", ROOT, "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return str(int((ROOT / "CHANGELOG.md").stat().st_mtime))


def megabytes(folder: Path) -> float:
    """Return the size of a folder."""
    return sum(each.lstat().st_size for each in folder.rglob("*") if each.is_file() and not each.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
