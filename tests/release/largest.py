"""The heaviest contract files at the cap, each read by the command line, as a line of many, and by the window.

Run as `python -m tests.release.largest`; with `--only NAME` one of them. Told are the seconds of a processor (on a machine
that does nothing else they are those of the clock) and the most memory that the process had. The status is 1 when anything was
not told in words, took longer than a second, or more than 512 MiB.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.cli.heaviest import HEAVIEST
from tests.cli.hostile import Hostile

MOST_SECONDS, MOST_MEBIBYTES = 1.0, 512
ROOT = Path(__file__).parents[2]


class Taken(NamedTuple):
    """What a process took, and the codes of the errors it told; in the window there are none, only what it said."""

    seconds: float
    mebibytes: int
    told: str


def by_command(*words: str) -> Taken:
    """Return what a command takes, from its start to its end."""
    from contextlib import redirect_stderr, redirect_stdout  # noqa: PLC0415 - in the process that is measured
    from io import BytesIO, TextIOWrapper  # noqa: PLC0415

    from desktop_app.__main__ import main  # noqa: PLC0415

    told = TextIOWrapper(BytesIO(), "utf-8")
    with redirect_stdout(told), redirect_stderr(told):
        main(words)
    told.flush()
    return Taken(_seconds(), _mebibytes(), told.buffer.getvalue().decode())  # type: ignore[attr-defined]


def by_window(file: str) -> Taken:
    """Return what a window takes that is there already, from opening a file to what it shows of it."""
    from desktop_app.ui.application import Application  # noqa: PLC0415
    from desktop_app.ui.main_window import MainWindow  # noqa: PLC0415
    from desktop_app.ui.session import Session  # noqa: PLC0415
    from desktop_app.ui.settings import Settings  # noqa: PLC0415
    from tests.cases.contracts import AS_OF  # noqa: PLC0415
    from tests.cases.examples import rulebook  # noqa: PLC0415
    from tests.ui.desk import Answers  # noqa: PLC0415

    app, home = Application(["largest"]), Path(tempfile.mkdtemp(prefix="home-"))
    session, answers = Session(rulebook(), AS_OF), Answers(home)
    window = MainWindow(session, answers, Settings(home / "window.ini"))
    window.resize(1280, 800)
    window.show()
    window.show_place(at_start=False)
    app.processEvents()
    before = _seconds()
    is_open = window.filing.open_file(Path(file))
    app.processEvents()
    found = [each.code for each in session.assessment.problems] if is_open else answers.told
    return Taken(_seconds() - before, _mebibytes(), " ".join(found))


def _seconds() -> float:
    from time import process_time  # noqa: PLC0415

    return process_time()


def _mebibytes() -> int:
    import re  # noqa: PLC0415

    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(found[1]) // 1024 if found else 0


WAYS: dict[str, Callable[[str], Taken]] = {
    "check": lambda file: by_command("check", file, "--format", "json"),
    "batch": lambda file: by_command("batch", file),
    "window": by_window,
}


def measured(way: str, file: Path) -> Taken:
    """Return what a way of reading a file takes, in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.release.largest", "--way", way, "--file", str(file)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment)
    try:
        return Taken(*json.loads(done.stdout.splitlines()[-1]))
    except (ValueError, IndexError):
        return Taken(0.0, 0, f"status {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")


def faults_of(taken: Taken, hostile: Hostile, way: str) -> list[str]:
    """Return what is not as it must be."""
    if not taken.mebibytes:
        return [taken.told]
    faults = [f"{taken.seconds:.2f} s"] if taken.seconds > MOST_SECONDS else []
    faults += [f"{taken.mebibytes} MiB"] if taken.mebibytes > MOST_MEBIBYTES else []
    is_told = bool(taken.told) if way == "window" else f'"{hostile.code}"' in taken.told or '"line_blank"' in taken.told
    return faults + ([] if is_told else [f"told {taken.told[:200]!r}"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all of them, and tell."""
    parser = argparse.ArgumentParser(prog="largest", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", choices=HEAVIEST)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.way:
        print(json.dumps(WAYS[options.way](options.file)), flush=True)
        os._exit(0)
    names = [options.only] if options.only else list(HEAVIEST)
    wrong = sum(_told(name) for name in names)
    print(f"{len(names)} files, {len(WAYS)} ways each, {wrong} not as they must be")
    return 1 if wrong else 0


def _told(name: str) -> int:
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.contract.json")
        content = HEAVIEST[name].make()
        for way in WAYS:
            file.write_bytes(content.replace(b"\n", b" ") if way == "batch" else content)
            taken = measured(way, file)
            faults = faults_of(taken, HEAVIEST[name], way)
            print(f"{name:30} {way:7} {taken.seconds:5.2f} s {taken.mebibytes:4} MiB  {'  '.join(faults)}", flush=True)
            wrong += bool(faults)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
