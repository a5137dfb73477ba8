"""All checks and tests, one after the other, none left out because another failed, with a table at the end."""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bootstrap import environment, office, system_packages
from bootstrap.display import child_environment, qt_complaint, without_display
from bootstrap.programs import Done, follow
from bootstrap.speech import Stop, heading, say
from bootstrap.trial import try_wheel

BENCHMARKS = environment.ROOT / "tests" / "benchmarks" / "run.py"
CLOSING = re.compile(r"=+ .*(passed|failed|error|skipped|deselected|no tests ran).* in [\d.]+s.* =+")
MEMORY, ROOM_NEEDED = Path("/dev/shm"), 2**30  # noqa: S108  where nothing waits for a disk
LINUX_HOME = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


class Part(NamedTuple):
    """One check: its name and what makes it."""

    name: str
    make: Callable[[Mapping[str, str]], Done]


class Result(NamedTuple):
    """How one check ended, and after how many seconds."""

    name: str
    code: int
    seconds: float


def tool(*words: str) -> Callable[[Mapping[str, str]], Done]:
    """Return a check made by one of the environment's programs."""
    return lambda environ: follow([environment.program(words[0]), *words[1:]], environ, environment.ROOT)


def module(*words: str) -> Callable[[Mapping[str, str]], Done]:
    """Return a check made by one of the environment's Python modules."""
    return lambda environ: follow([environment.PYTHON, "-m", *words], environ, environment.ROOT)


TESTS = "pytest"
WHOLE_FILES = ("--dist", "loadfile", "--no-loadscope-reorder")
PARTS = (
    Part("ruff format", tool("ruff", "format", "--check")),
    Part("ruff check", tool("ruff", "check")),
    Part("mypy", module("mypy")),
    Part("lint-imports", tool("lint-imports")),
    Part(TESTS, module("pytest", "-n", "2", *WHOLE_FILES, "--color=no", "--cov", "--cov-report=")),
    Part("coverage", module("coverage", "report", "--fail-under=100")),
    Part("wheel", try_wheel),
    Part("benchmarks", lambda environ: follow([environment.PYTHON, BENCHMARKS, "--quick"], environ, environment.ROOT)),
)


def check(words: list[str]) -> int:
    """Make all checks; the last line is the closing line of the tests."""
    if words:
        raise Stop("check の後に言葉は要りません。", "No word comes after check.")
    libraries = system_packages.missing_libraries(system_packages.OFFSCREEN)
    system_packages.require(system_packages.missing_venv() + libraries)
    office.install_if_possible()
    environment.ensure("check")
    (environment.ROOT / ".coverage").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="contract-calculator-", dir=quick_folder(), ignore_cleanup_errors=True) as place:
        environ = isolated(child_environment(), Path(place))
        require_qt(environ)
        results, closing = make_all(environ)
    tell(results)
    print(closing, flush=True)
    return int(any(result.code for result in results))


def quick_folder() -> Path | None:
    """Return a folder in memory that has room for what the tests write and run; None, the usual one, where there is none."""
    if not os.access(MEMORY, os.W_OK):
        return None
    about = os.statvfs(MEMORY)
    will_do = about.f_bavail * about.f_frsize > ROOM_NEEDED and not about.f_flag & os.ST_NOEXEC
    return MEMORY if will_do else None


def isolated(environ: Mapping[str, str], place: Path) -> dict[str, str]:
    """Return an environment without a screen, with a home and a place for files of its own: nobody's are read or written."""
    place.chmod(0o711)  # some files are tried by another user, who has to come by here
    home, files = place / "home", place / "files"
    home.mkdir(0o700)
    files.mkdir()
    own = {**dict.fromkeys(LINUX_HOME, str(home)), "TMPDIR": str(files)} if os.name == "posix" else {}
    return {**without_display(environ), **own}


def require_qt(environ: Mapping[str, str]) -> None:
    """Stop when Qt does not start even without a screen."""
    complaint = qt_complaint(environment.PYTHON, environ)
    if complaint:
        raise Stop(
            "Qt が動きません。次のものが足りないようです:",
            "Qt does not start. This seems to be missing:",
            *complaint,
        )


def make_all(environ: Mapping[str, str]) -> tuple[list[Result], str]:
    """Make each check, and keep the closing line of the tests."""
    results, closing = [], "no tests ran"
    for part in PARTS:
        if part.name == "benchmarks" and not BENCHMARKS.exists():
            continue
        heading(part.name)
        began = time.monotonic()
        done = made(part, environ)
        results.append(Result(part.name, done.code, time.monotonic() - began))
        if part.name == TESTS:
            closing = closing_line(done.lines)
    return results, closing


def made(part: Part, environ: Mapping[str, str]) -> Done:
    """Make one check; one that cannot even begin has failed, and the others go on."""
    try:
        return part.make(environ)
    except (OSError, subprocess.SubprocessError) as error:
        print(error, flush=True)
        return Done(1, [])


def closing_line(lines: Sequence[str]) -> str:
    """Return pytest's own summary of how many tests passed."""
    return next((line for line in reversed(lines) if CLOSING.fullmatch(line)), "no tests ran")


def tell(results: Sequence[Result]) -> None:
    """Print the table: what passed, what failed, and how long each took."""
    heading("結果 / summary")
    for result in results:
        print(f"{'ok' if result.code == 0 else 'FAILED':8}{result.seconds:7.1f} s  {result.name}")
    print(f"{'':8}{sum(result.seconds for result in results):7.1f} s")
    failed = [result.name for result in results if result.code]
    if failed:
        say(f"失敗: {', '.join(failed)}", f"Failed: {', '.join(failed)}")
    else:
        say("すべて通りました。", "Everything passed.")
