"""For Debian and its kin: a package with the program, its entry in the menu, its file type, its icon and its manual."""

import gzip
import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from desktop_app import __version__
from shipping.icons import DRAWING, png

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).with_name("debian")
NAME = "contract-calculator"
FILE_TYPE = "application-x-contract-calculator+json"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def package(frozen: Path, out: Path) -> Path | None:
    """Make the package; None where the tool for it is not there."""
    if not shutil.which("dpkg-deb"):
        return None
    architecture = ARCHITECTURES[platform.machine()]
    made = out / f"{NAME}_{__version__}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / NAME
        lay_out(tree, frozen)
        write_control(tree, architecture)
        settle_rights(tree)
        subprocess.run(
            ["dpkg-deb", "-Zzstd", "-z9", "--root-owner-group", "--build", tree, made], check=True, stdout=subprocess.DEVNULL
        )
    return made


def lay_out(tree: Path, frozen: Path) -> None:
    """Put every file where its system looks for it."""
    share = tree / "usr" / "share"
    shutil.copytree(frozen, tree / "usr" / "lib" / NAME, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    put(FOLDER / f"{NAME}.desktop", share / "applications")
    put(FOLDER / f"{NAME}.xml", share / "mime" / "packages")
    put(FOLDER / "copyright", share / "doc" / NAME)
    for place in ("apps", "mimetypes"):
        icon = NAME if place == "apps" else FILE_TYPE
        hicolor = share / "icons" / "hicolor"
        put(DRAWING, hicolor / "scalable" / place, f"{icon}.svg")
        write(hicolor / "48x48" / place / f"{icon}.png", png(48))
    write(share / "doc" / NAME / "changelog.gz", zipped(ROOT / "CHANGELOG.md"))
    write(share / "man" / "man1" / f"{NAME}.1.gz", zipped(FOLDER / f"{NAME}.1"))
    write(share / "man" / "ja" / "man1" / f"{NAME}.1.gz", zipped(FOLDER / f"{NAME}.ja.1"))


def put(file: Path, folder: Path, name: str = "") -> None:
    """Copy a file into a folder."""
    write(folder / (name or file.name), file.read_bytes())


def write(file: Path, content: bytes) -> None:
    """Write a file in a folder that may be new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def zipped(file: Path) -> bytes:
    """Return a file's content, packed alike each time."""
    return gzip.compress(file.read_bytes(), 9, mtime=0)


def write_control(tree: Path, architecture: str) -> None:
    """Write what the package says of itself; the version of glibc is that on which it was built."""
    size = sum(each.lstat().st_size for each in tree.rglob("*")) // 1024
    text = (FOLDER / "control").read_text("utf-8")
    glibc = platform.libc_ver()[1]
    filled = text.format(version=__version__, architecture=architecture, size=size, glibc=glibc)
    write(tree / "DEBIAN" / "control", filled.encode())


def settle_rights(tree: Path) -> None:
    """Let everybody read, and nobody but the owner write, whatever the mask of whoever builds."""
    for each in (tree, *tree.rglob("*")):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or (os.access(each, os.X_OK) and starts_program(each)) else 0o644)


def starts_program(file: Path) -> bool:
    """Whether the file is a program or a library and not data that happens to be marked."""
    with file.open("rb") as content:
        return content.read(4) in {b"\x7fELF", b"#!/b"}
