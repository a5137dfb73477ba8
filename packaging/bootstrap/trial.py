"""The wheel as a stranger gets it: built, installed apart from the source tree, and run from another folder."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bootstrap import environment
from bootstrap.programs import Done, follow
from bootstrap.run import SAMPLE


class Apart:
    """A throw-away place with its own environment, which borrows the installed packages and downloads nothing."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self.folder = folder
        self.environ = dict(environ)
        self.venv = folder / "venv"
        programs = self.venv / ("Scripts" if environment.WINDOWS else "bin")
        self.python = programs / environment.PYTHON.name
        self.calculator = programs / environment.program("contract-calculator").name

    def make(self, wheel: Path) -> list[Done]:
        """Install the wheel and nothing else."""
        made = follow([environment.PYTHON, "-m", "venv", "--without-pip", self.venv], self.environ, self.folder)
        own, lent = packages_folder(self.python, self.environ), packages_folder(environment.PYTHON, self.environ)
        # Lines in a .pth are only put on the path: the editable install over there stays out of sight.
        (own / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
        pip = [
            environment.PYTHON,
            "-m",
            "pip",
            "--python",
            self.python,
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
        ]
        return [made, follow([*pip, wheel], self.environ, self.folder)]

    def run(self, *words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run the installed program from a folder that knows nothing of the source tree."""
        command = [self.calculator, *words]
        return subprocess.run(command, env=self.environ, cwd=self.folder, input=given, capture_output=True, check=False)


def packages_folder(python: Path, environ: Mapping[str, str]) -> Path:
    """Return where this Python keeps installed packages."""
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(asked, env=dict(environ), capture_output=True, text=True, check=True).stdout.strip())


def try_wheel(environ: Mapping[str, str]) -> Done:
    """Build the wheel and use it; the complaints are printed and counted."""
    with tempfile.TemporaryDirectory(prefix="contract-calculator-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        built = follow([environment.PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], environ, environment.ROOT)
        wheels = list(folder.glob("*.whl"))
        if built.code or len(wheels) != 1:
            return Done(1, built.lines)
        apart = Apart(folder, environ)
        if any(done.code for done in apart.make(wheels[0])):
            return Done(1, [])
        complaints = [*place_complaints(apart), *statement_complaints(apart), *pdf_complaints(apart)]
    print(*complaints or [f"{wheels[0].name}: evaluate, pdf"], sep="\n", flush=True)
    return Done(int(bool(complaints)), complaints)


def place_complaints(apart: Apart) -> list[str]:
    """Return a complaint unless the installed copy is the one that runs."""
    asked = [apart.python, "-c", "import desktop_app; print(desktop_app.__file__)"]
    told = subprocess.run(asked, env=apart.environ, cwd=apart.folder, capture_output=True, text=True, check=False)
    inside = told.stdout.strip().startswith(str(apart.venv))
    return [] if inside else [f"not the installed copy: {told.stdout}{told.stderr}"]


def statement_complaints(apart: Apart) -> list[str]:
    """Return a complaint unless a contract from standard input gives a statement with a total."""
    told = apart.run("evaluate", "-", "--format", "json", given=SAMPLE.read_bytes())
    try:
        total = json.loads(told.stdout)["totals"]["total"]
    except (ValueError, KeyError, TypeError):
        total = None
    return [] if told.returncode == 0 and isinstance(total, int) else [complaint("evaluate", told)]


def pdf_complaints(apart: Apart) -> list[str]:
    """Return a complaint unless the PDF is written, which takes the wheel's own templates and fonts."""
    (apart.folder / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    told = apart.run("pdf", SAMPLE.name, "-o", "statement.pdf")
    pdf = apart.folder / "statement.pdf"
    written = pdf.exists() and pdf.read_bytes().startswith(b"%PDF-")
    return [] if told.returncode == 0 and written else [complaint("pdf", told)]


def complaint(what: str, told: subprocess.CompletedProcess[bytes]) -> str:
    """Return what went wrong with this use of the installed program."""
    said = (told.stdout + told.stderr).decode("utf-8", errors="replace").strip()
    return f"{what}: exit code {told.returncode}\n{said}"
