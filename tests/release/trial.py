"""Try mutants of the calculation in the copy of the tree that `tests/release/mutation.py` makes, and say which no test notices.

usage: python -m tests.release.trial JOBS, mutants a line on standard input, verdicts a line on standard output

Each is tried in a copy (fork) of a process that has loaded all and keeps nothing: whether the figures of a few contracts or the
recorded sentences and problems are others, and by the tests of its own module and of what is not known. Where none of these
notices, it is tried in a process that begins anew, since some is reckoned while the program loads, by all tests that speak of
the calculation.
"""

import gc
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

import desktop_app
from tests.calculation.recorded import PROBLEMS, SENTENCES, problems, sentences
from tests.release.switch import hold
from tests.second_opinion.comparison import both_readings

UNCHANGED = "desktop_app.calculation.evaluate.x_unchanged"
MISSED = "missed"
MOST_SECONDS = 200
"""So much processor time a mutant has; one that takes more is noticed by that."""
SETTINGS = """[pytest]
addopts = -x -q --import-mode=importlib -p no:pytest-qt -p no:xdist -p no:pytest_cov -p no:cacheprovider
filterwarnings =
    error
    ignore::pytest.PytestAssertRewriteWarning
"""
ARGUMENTS = ("-c", "mutation.ini", "--rootdir", ".")
CHOSEN = ("-k", "not bare_numbers and not for_every_day and not of_any_ and not asks_for_the_day")
HOLES = (Path("tests/calculation/test_partly_known.py"), Path("tests/calculation/test_unknown.py"))
TESTS = (
    "tests/laws/test_reasons.py",
    "tests/wording/test_reasons.py",
    "tests/calculation",
    "tests/wording/test_told.py",
    "tests/wording/test_answers.py",
)


def noticed(module: str) -> bool:
    """Return whether one quick look after another finds anything amiss; those that find it most cheaply come first."""
    own = Path(f"tests/calculation{module}.py")
    try:
        return (
            any(_readings_differ(seed) for seed in range(60))
            or _fails(own.with_name(f"test_{own.name}"))
            or sentences() != SENTENCES.read_text("utf-8").splitlines()
            or problems() != PROBLEMS.read_text("utf-8").splitlines()
            or any(_readings_differ(seed) for seed in range(60, 400))
            or any(map(_fails, HOLES))
        )
    except Exception:  # noqa: BLE001 - whatever it is, it is noticed
        return True


def _readings_differ(seed: int) -> bool:
    _, mine, theirs = both_readings(seed)
    return mine != theirs


def _fails(file: Path) -> bool:
    return file.exists() and pytest.main([*ARGUMENTS, *CHOSEN, str(file)]) != pytest.ExitCode.OK


def try_one(name: str) -> None:
    """Let the tests try a mutant, and end this process: status 0 where none of them notices."""
    os.environ["MUTANT_UNDER_TEST"] = name
    hold(name)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    if noticed(name.partition(".x")[0].removeprefix("desktop_app.calculation").replace(".", "/")):
        os._exit(1)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *ARGUMENTS, *CHOSEN, *TESTS])  # noqa: S606 - no shell is wanted


def verdicts(todo: list[str], at_once: int) -> Iterator[tuple[str, str, float]]:
    """Yield mutants with their verdicts and their seconds, as they come."""
    running: dict[int, tuple[str, float]] = {}
    waiting = todo[::-1]
    while waiting or running:
        while waiting and len(running) < at_once:
            mutant = waiting.pop()
            process = os.fork()
            if not process:
                try:
                    try_one(mutant.split()[0])
                finally:
                    os._exit(1)
            running[process] = mutant, time.monotonic()
        process, status = os.wait()
        mutant, began = running.pop(process)
        code = os.waitstatus_to_exitcode(status)
        yield mutant, {0: MISSED, -signal.SIGXCPU: "time", -signal.SIGKILL: "time"}.get(code, "noticed"), time.monotonic() - began


def main() -> None:
    """Try all, some at once; the first is no change at all, which must not be noticed."""
    assert Path(desktop_app.__file__).parents[1] == Path.cwd(), "this is not the copy of the tree"
    Path("mutation.ini").write_text(SETTINGS, "utf-8")
    with redirect_stdout(sys.stderr):
        pytest.main([*ARGUMENTS, *CHOSEN, "-qq", "--collect-only", *TESTS])
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            each.cache_clear()
    gc.freeze()
    for mutant, verdict, seconds in verdicts([UNCHANGED, *(line.strip() for line in sys.stdin)], int(sys.argv[1])):
        if mutant != UNCHANGED:
            print(mutant, verdict, f"{seconds:.1f}", flush=True)
        elif verdict != MISSED:
            raise SystemExit("the copy of the tree is noticed without any change")


if __name__ == "__main__":
    main()
