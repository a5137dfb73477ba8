"""What was built as a stranger gets it, tried as root on Debian: python -m shipping.trial DIST PICTURES."""

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from desktop_app.cli.parser import FORMATS, PAPERS
from desktop_app.wording.wording import wording
from shipping.entries import NAME

STRANGER = 65534
BARE_USER = ["unshare", "--net", "--", "setpriv", f"--reuid={STRANGER}", f"--regid={STRANGER}", "--clear-groups", "env", "-i"]
SAMPLES = "desktop_app/resources/samples"
HOME = "srv"
"""Where there is room for the stranger in a bare Debian."""
TITLE, ABOUT, SAVE = (wording("ja").text(key) for key in ("window.title", "window.about", "window.ask.save"))
PATIENCE, LONG = 60, 5
"""Seconds after which a window will not come any more, and in which everything in it is drawn."""
TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "xwd": "x11-apps", "debootstrap": "debootstrap"}
"""What it is tried with, and the package of each."""


class Trial:
    """A program somewhere, used by somebody who has no Python, no network and no rights."""

    def __init__(self, program: str, home: Path, root: Path | None = None) -> None:
        self.program, self.home, self.root = program, home, root
        self.complaints: list[str] = []

    def command(self, *words: str | Path, **environ: str) -> list[str]:
        """Return how it is started; inside another root where there is one."""
        inside = ["chroot", f"--userspec={STRANGER}:{STRANGER}", str(self.root)] if self.root else []
        bare = ["unshare", "--net", "--", *inside, "/usr/bin/env", "-i"] if self.root else BARE_USER
        settings = {"HOME": str(self.home), "PATH": "/nowhere", "LANG": "C.UTF-8", **environ}
        return [*bare, *(f"{key}={value}" for key, value in settings.items()), self.program, *map(str, words)]

    def run(self, *words: str | Path) -> bytes:
        """Run it to its end and note what went wrong."""
        done = subprocess.run(self.command(*words), capture_output=True, check=False, cwd="/")
        if done.returncode:
            self.complaints.append(f"{words}: {done.returncode} {(done.stdout + done.stderr).decode(errors='replace')[-500:]}")
        return done.stdout


def try_words(trial: Trial, samples: list[str], out: str, seen: Path) -> None:
    """Evaluate every sample, make and verify every paper of it that it can have, export it in every format."""
    trial.run("self-check")
    for number, sample in enumerate(samples):
        total = json.loads(trial.run("evaluate", sample, "--format", "json") or b"{}").get("totals", {}).get("total")
        if not isinstance(total, int):
            trial.complaints.append(f"{sample}: no total")
        for kind in FORMATS:
            trial.run("export", sample, "--format", kind, "-o", f"{out}/{number}.{kind}")
    for kind in PAPERS:
        made = [paper for each in samples if (paper := try_paper(trial, each, kind, f"{out}/{Path(each).stem}-{kind}.pdf", seen))]
        if not made:
            trial.complaints.append(f"{kind}: of no sample")


def try_paper(trial: Trial, sample: str, kind: str, paper: str, seen: Path) -> str:
    """Make a paper and verify it; nothing where this contract has none of the kind."""
    found = len(trial.complaints)
    trial.run("pdf", sample, "--kind", kind, "-o", paper)
    if len(trial.complaints) > found:
        trial.complaints = trial.complaints[:found]
        return ""
    if not (seen / paper.lstrip("/")).read_bytes().startswith(b"%PDF-"):
        trial.complaints.append(f"{paper}: no paper")
    trial.run("verify", paper, sample)
    return paper


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Have a screen that is reached without a network; yield what says which."""
    reading, writing = os.pipe()
    asked = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(asked, pass_fds=[writing], stderr=subprocess.DEVNULL) as server, os.fdopen(reading) as told:
        os.close(writing)
        yield {"DISPLAY": f":{told.readline().strip()}"}
        server.terminate()


def try_window(trial: Trial, sample: str, pictures: Path, scheme: str, shown: dict[str, str]) -> None:
    """Open a sample in the window and take pictures: of the window, of what it says of itself, of a dialog of Qt's."""
    settings = trial.home / ".config" / NAME
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "window.ini").write_text(f"[General]\nscheme={scheme}\nlanguage=ja\n", "utf-8")
    for each in (settings.parent, settings, settings / "window.ini"):
        os.chown(each, STRANGER, STRANGER)
    environ = {**os.environ, **shown}
    with subprocess.Popen(trial.command(sample, **shown, QT_QPA_PLATFORM="xcb"), stderr=subprocess.PIPE) as window:
        made = [picture(TITLE, pictures / f"{scheme}.png", environ)]
        to_window = ["search", "--onlyvisible", "--name", TITLE, "windowfocus"]  # nobody manages the windows there
        for title, name, keys in ((ABOUT, "about", [["alt+h"], ["Up", "Return"]]), (SAVE, "save", [["ctrl+shift+s"]])):
            for words in (to_window, *(["key", *each] for each in keys)):
                subprocess.run(["xdotool", *words], env=environ, check=False)
                time.sleep(1)
            made.append(picture(title, pictures / f"{scheme}-{name}.png", environ))
            subprocess.run(["xdotool", "key", "Escape"], env=environ, check=False)
            time.sleep(1)
        window.terminate()
        if not all(made):
            trial.complaints.append(f"no window: {window.stderr.read().decode() if window.stderr else ''}")


def picture(title: str, file: Path, environ: dict[str, str]) -> bool:
    """Save what a window shows once it is drawn; return whether it came."""
    asked = ["xdotool", "search", "--onlyvisible", "--name", title]
    for _ in range(PATIENCE):
        time.sleep(1)
        found = subprocess.run(asked, env=environ, capture_output=True, text=True, check=False).stdout.split()
        if found:
            time.sleep(LONG)
            dump = subprocess.run(["xwd", "-silent", "-id", found[0]], env=environ, capture_output=True, check=True).stdout
            header = struct.unpack(">25I", dump[:100])
            width, height, line, colours = header[4], header[5], header[12], header[19]
            pixels = dump[header[0] + 12 * colours :]
            return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).save(str(file))
    return False


def try_folder(dist: Path, pictures: Path) -> list[str]:
    """Try the folder in a place with a Japanese name that cannot be written."""
    with tempfile.TemporaryDirectory(prefix="契約 料金 ") as name:
        place, home = Path(name) / "読み取り専用", Path(name) / "利用者"
        shutil.copytree(dist / NAME, place / NAME, symlinks=True)
        home.mkdir()
        os.chown(home, STRANGER, STRANGER)
        subprocess.run(["chmod", "-R", "a-w,a+rX", place], check=True)
        Path(name).chmod(0o755)
        trial = Trial(str(place / NAME / NAME), home)
        samples = sorted(str(each) for each in (place / NAME / "_internal" / SAMPLES).glob("*.json"))
        try_words(trial, samples, str(home), Path("/"))
        with screen() as shown:
            for scheme in ("light", "dark"):
                try_window(trial, samples[2], pictures, scheme, shown)
        return trial.complaints


@contextmanager
def bare_debian() -> Iterator[Path]:
    """Have a Debian with nothing but itself."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "bookworm"
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", root], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
        try:
            yield root
        finally:
            subprocess.run(["umount", root / "proc"], check=True)


def try_package(package: Path, root: Path) -> list[str]:
    """Install the package in a bare Debian, use it, remove it; return what went wrong or stayed behind."""
    before = everything(root)
    shutil.copy(package, root / HOME)
    inside(root, "apt-get", "update", "-q")
    inside(root, "apt-get", "install", "-q", "-y", "man-db", f"/{HOME}/{package.name}")
    os.chown(root / HOME, STRANGER, STRANGER)
    trial = Trial(f"/usr/bin/{NAME}", Path("/", HOME), root)
    samples = Path("/usr/lib", NAME, "_internal", SAMPLES)
    names = sorted(each.name for each in (root / samples.relative_to("/")).glob("*.json"))
    try_words(trial, [str(samples / each) for each in names], f"/{HOME}", root)
    trial.complaints += [f"no {what}" for what, there in marks(root).items() if not there]
    inside(root, "apt-get", "purge", "-q", "-y", NAME)
    left = sorted(each for each in everything(root) - before if NAME in each)
    return [*trial.complaints, *(f"left behind: {each}" for each in left)]


def marks(root: Path) -> dict[str, bool]:
    """Return what the system knows of an installed program."""
    mime = root / "usr/share/mime/globs2"
    menu = root / "usr/share/applications/mimeinfo.cache"
    return {
        "manual": bool(inside(root, "man", "-w", NAME)),
        "manual in Japanese": "ja" in inside(root, "man", "-L", "ja_JP.UTF-8", "-w", NAME),
        "file type": "*.contract.json" in mime.read_text("utf-8"),
        "program for the file type": f"{NAME}.desktop" in menu.read_text("utf-8"),
        "icon": (root / f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg").is_file(),
    }


def inside(root: Path, *words: str) -> str:
    """Run a program of that Debian as its owner."""
    environ = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
    done = subprocess.run(["chroot", root, *words], env=environ, capture_output=True, text=True, check=True)
    return done.stdout


def everything(root: Path) -> set[str]:
    """Return every file and folder there."""
    return {str(each.relative_to(root)) for top in ("etc", "usr", "var", "opt") for each in (root / top).rglob("*")}


def main(words: list[str]) -> int:
    """Try what is there and print what went wrong, or with what it cannot be tried."""
    missing = [f"{tool} ({package})" for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        print("missing here:", *missing, sep="\n")
        return 1
    dist, pictures = (Path(each).resolve() for each in words)
    pictures.mkdir(parents=True, exist_ok=True)
    complaints = try_folder(dist, pictures)
    for package in dist.glob("*.deb"):
        with bare_debian() as root:
            complaints += try_package(package, root)
    print(*complaints or ["nothing went wrong"], sep="\n")
    return int(bool(complaints))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
