"""Timing side by side: what is compared takes turns, so that a busy machine is unkind to all alike."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from subprocess import run
from time import perf_counter
from typing import NamedTuple, TypeVar

Name = TypeVar("Name")
PROGRAM = [sys.executable, "-m", "desktop_app"]
BETWEEN = """
import os, sys
from time import perf_counter
start = perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
_, status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet), 0)
print(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process that starts the program: one that is started by a large process is counted with that one's memory."""


class Row(NamedTuple):
    """One line of the table: what took how long, what that is compared with, and how large it may be."""

    what: str
    seconds: float
    floor: str
    ratio: float
    goal: str


class Ran(NamedTuple):
    """How long a process took, by the clock and on the processor, and the most memory that it held, in MiB."""

    seconds: float
    processor: float
    mebibytes: float


def ran(*words: str | Path) -> Ran:
    """Run the program with `words` to its end; what it prints is thrown away."""
    return ended([*PROGRAM, *map(str, words)])


def ended(command: Sequence[str]) -> Ran:
    """Run a command to its end; what it prints is thrown away."""
    done = run([sys.executable, "-c", BETWEEN, *command], capture_output=True, check=True, encoding="utf-8")
    seconds, processor, kibibytes = done.stdout.split()
    return Ran(float(seconds), float(processor), int(kibibytes) / 1024)


@contextmanager
def kept_compiled() -> Iterator[None]:
    """Let every process that is started keep what it compiled, as it is kept where the program is installed."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(PYTHONPYCACHEPREFIX=folder, PYTHONDONTWRITEBYTECODE="")
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def medians(acts: Mapping[Name, Callable[[], object]], *, rounds: int, repeats: int = 1) -> dict[Name, float]:
    """Return the median seconds of one call of each act, `repeats` calls timed together, the acts by turns."""
    times: dict[Name, list[float]] = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            start = perf_counter()
            for _ in range(repeats):
                act()
            times[name].append((perf_counter() - start) / repeats)
    return {name: median(taken) for name, taken in times.items()}


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text in columns."""
    head = ("what", "time", "compared with", "ratio", "goal")
    cells = [head, *((row.what, duration(row.seconds), row.floor, f"{row.ratio:.2f}", row.goal) for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)


def duration(seconds: float) -> str:
    """Return a time in the unit that suits it."""
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"
