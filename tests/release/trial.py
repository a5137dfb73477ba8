"""Try mutants of the calculation in the copy of the tree that `tests/release/mutation.py` makes, and say which no test notices.

usage: python -m tests.release.trial JOBS, mutants a line on standard input, verdicts a line on standard output

Each is tried in a copy (fork) of a process that has loaded all and has nothing kept: first whether the recorded sentences and
problems or the figures of a few contracts are others, then by the tests of its own module and those of what is not known. Where
none of these notices, it is tried in a process that begins anew, since some is reckoned while the program loads, by all tests
that speak of the calculation.
"""

import gc
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

import desktop_app
from tests.calculation.recorded import PROBLEMS, SENTENCES, problems, sentences
from tests.release.switch import hold
from tests.second_opinion.comparison import both_readings

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
HOLES = ("tests/calculation/test_partly_known.py", "tests/calculation/test_unknown.py")
TESTS = (
    "tests/laws/test_reasons.py",
    "tests/wording/test_reasons.py",
    "tests/calculation",
    "tests/wording/test_told.py",
    "tests/wording/test_answers.py",
    *CHOSEN,
)


def tell_apart() -> bool:
    """Return whether anything is other than recorded, or than the second reading of the rules has it."""
    try:
        return (
            any(_readings_differ(seed) for seed in range(60))
            or sentences() != SENTENCES.read_text("utf-8").splitlines()
            or problems() != PROBLEMS.read_text("utf-8").splitlines()
            or any(_readings_differ(seed) for seed in range(60, 400))
        )
    except Exception:  # noqa: BLE001 - whatever it is, it is noticed
        return True


def _readings_differ(seed: int) -> bool:
    _, mine, theirs = both_readings(seed)
    return mine != theirs


def try_one(name: str) -> None:
    """Let the tests try a mutant, and end this process: status 0 where none of them notices."""
    os.environ["MUTANT_UNDER_TEST"] = name
    hold(name)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    module = name.partition(".x")[0].removeprefix("desktop_app.calculation").replace(".", "/")
    own = Path(f"tests/calculation{module}.py")
    first = [each for each in (own.with_name(f"test_{own.name}"), *HOLES) if Path(each).exists()]
    if tell_apart() or pytest.main([*ARGUMENTS, *CHOSEN, *map(str, first)]) != pytest.ExitCode.OK:
        os._exit(1)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *ARGUMENTS, *TESTS])  # noqa: S606 - no shell is wanted


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
    assert not tell_apart(), "the copy of the tree is noticed without any change"
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            each.cache_clear()
    gc.freeze()
    todo = [line.strip() for line in sys.stdin]
    assert next(verdicts(["desktop_app.calculation.evaluate.x_unchanged"], 1))[1] == MISSED, "the tests fail without any change"
    for mutant, verdict, seconds in verdicts(todo, int(sys.argv[1])):
        print(mutant, verdict, f"{seconds:.1f}", flush=True)


if __name__ == "__main__":
    main()
