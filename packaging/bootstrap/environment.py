"""The project's own virtual environment, `.venv`: made once with pinned versions, then kept while it fits."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bootstrap.display import child_environment
from bootstrap.installer_words import explain
from bootstrap.programs import follow
from bootstrap.speech import Stop, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / "contract-calculator.json"
PINS = {name: ROOT / "packaging" / "requirements" / f"{name}.txt" for name in ("run", "check")}
PROJECT = ROOT / "pyproject.toml"
WINDOWS = sys.platform == "win32"


def program(name: str) -> Path:
    """Return the path of a program in the environment."""
    return VENV / "Scripts" / f"{name}.exe" if WINDOWS else VENV / "bin" / name


PYTHON = program("python")


def fingerprint(*paths: Path) -> str:
    """Return a digest of these files' contents, whatever their line ends."""
    lines = (line for path in paths for line in path.read_bytes().splitlines())
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def wanted_stamp(purpose: str) -> dict[str, str]:
    """Return what the stamp says of an environment that is ready for this purpose."""
    return {
        "purpose": purpose,
        "pins": fingerprint(*PINS.values()),
        "project": fingerprint(PROJECT),
        "python": sys.version,
        "place": str(ROOT),
    }


def read_stamp() -> dict[str, str] | None:
    """Return what the stamp says, nothing where none can be read."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def write_stamp(stamp: dict[str, str]) -> None:
    """Note what the environment is."""
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def missing_work(stamp: dict[str, str] | None, wanted: dict[str, str]) -> str:
    """Return how much is to be done: "nothing", "project", "pins" on top, or "all" anew."""
    if stamp is None or any(stamp.get(key) != wanted[key] for key in ("pins", "python", "place")):
        return "all"
    if stamp.get("purpose") not in {"check", wanted["purpose"]}:
        return "all" if stamp.get("purpose") != "run" else "pins"
    return "nothing" if stamp.get("project") == wanted["project"] else "project"


def is_sound() -> bool:
    """Whether the environment's Python starts, finds pip and is of the version that runs now."""
    asked = "import pip, sys; print(sys.version)"
    try:
        told = subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True, check=False, env=child_environment())
    except OSError:
        return False
    return told.returncode == 0 and told.stdout.strip() == sys.version.strip()


def ensure(purpose: str) -> None:
    """Have the environment ready; a second time this takes a blink."""
    wanted, stamp, sound = wanted_stamp(purpose), read_stamp(), is_sound()
    work = missing_work(stamp, wanted) if sound else "all"
    if work == "nothing":
        return
    # An environment without our stamp was made by a person: it is used as it is, not deleted.
    if work == "all" and not (sound and stamp is None):
        make_anew()
    write_stamp({"purpose": "unfinished"})
    if work != "project":
        install_pins(purpose)
    install_project()
    write_stamp({**wanted, "purpose": stamp["purpose"]} if stamp and work == "project" else wanted)


def make_anew() -> None:
    """Delete what is there and make an empty environment with the Python that runs now."""
    say("仮想環境 .venv を作ります。", "Making the virtual environment .venv.")
    remove(VENV)
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([base, "-m", "venv", VENV], env=child_environment(), capture_output=True, text=True, check=False)
    if made.returncode:
        raise Stop(
            "仮想環境 .venv を作れませんでした。",
            "The virtual environment .venv could not be made.",
            *last_lines(made.stdout + made.stderr),
        )
    write_stamp({"purpose": "unfinished"})


def remove(folder: Path) -> None:
    """Delete a folder, or the link that stands for one."""
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise Stop(
            "古い .venv を消せません。使っているプログラムを閉じてから、もう一度実行してください。",
            "The old .venv cannot be deleted. Please close the programs that use it and run this again.",
            str(error),
        ) from error


def install_pins(purpose: str) -> None:
    """Install the pinned versions, each checked against its hash."""
    say("部品を取り寄せて入れます (初回は数分かかります)。", "Fetching and installing packages (some minutes at first).")
    # Nothing is compiled beforehand: most modules are never imported, and one that is, is compiled then.
    pip_install("--only-binary", ":all:", "--no-compile", "--require-hashes", "-r", str(PINS[purpose]))


def install_project() -> None:
    """Install the project so that changes to its code count at once."""
    pip_install("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))


def pip_install(*words: str) -> None:
    """Run pip, show each package's name as it comes, and explain its failure in plain words."""
    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
        *words,
    ]
    done = follow(command, child_environment(), ROOT, show=show_package)
    if done.code:
        raise explain("\n".join(done.lines))


def show_package(line: str) -> None:
    """Show the name of the package that is being fetched."""
    if line.startswith("Collecting "):
        print(f"    {line.split()[1]}", flush=True)


def last_lines(text: str) -> Iterable[str]:
    """Return the end of what a program said."""
    return [line for line in text.splitlines() if line.strip()][-5:]
