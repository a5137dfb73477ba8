"""Acts on files under a system that fails or ends them at a chosen call: a process of its own, traced by strace.

usage: python -m tests.storage.system_calls ACT kill|errors      (prints what came of it as JSON)

A child is forked, stops itself, is traced from outside and goes on; what it acknowledged comes back through shared memory, which
no injected error can reach.
"""

import json
import mmap
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app.storage import exchange
from tests.storage.acts import ACTS, Act

ERRORS = ("EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EMFILE")
CALLS = "trace=%file,%desc"
RETURNED, REFUSED, OTHERWISE = 1, 2, 3
CALLED = re.compile(r"^\d+ +(\w+)\(")
SECONDS_TO_WAIT = 60


class Fault(NamedTuple):
    """The call that fails: its name, the how-manieth of that name, and what strace does to it."""

    name: str
    at: int
    injected: str
    and_after: bool = False

    def words(self) -> list[str]:
        """Return the words for strace."""
        return ["-e", f"inject={self.name}:{self.injected}:when={self.at}{'+' if self.and_after else ''}"]


def calls_of(act: Act) -> list[tuple[str, int]]:
    """Return the calls that an act makes, each with which of its name it is; modules it needs are loaded by doing it before."""
    with tempfile.TemporaryDirectory() as folder:
        act.do(_prepared(act, folder))
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder, "trace")
        _traced(act, _prepared(act, folder), ["-o", str(trace)])
        seen: Counter[str] = Counter()
        calls = []
        for line in trace.read_text().splitlines():
            if called := CALLED.match(line):
                seen[called[1]] += 1
                calls.append((called[1], seen[called[1]]))
        return calls


def runs(act: Act, kind: str) -> Iterator[Fault]:
    """Yield every fault to try on an act."""
    for name, at in calls_of(act):
        if kind == "kill":
            yield Fault(name, at, "signal=SIGKILL")
        else:
            for error in ERRORS:
                yield Fault(name, at, f"error={error}")
                yield Fault(name, at, f"error={error}", and_after=True)


def came_of(act: Act, fault: Fault) -> list[str]:
    """Try one fault and return what is wrong afterwards."""
    with tempfile.TemporaryDirectory() as parent:
        folder = _prepared(act, parent)
        told = _traced(act, folder, ["-o", os.devnull, *fault.words()])
        wrong = [] if told != OTHERWISE else ["an exception that has no sentence"]
        wrong += [] if told == 0 or not fault.injected.startswith("signal") else ["it was not killed"]
        wrong += act.wrong(folder, acknowledged=told == RETURNED)
        if fault.injected.startswith("error") and not _keeps_from_tidying(fault):
            wrong += act.left_over(folder, acknowledged=told == RETURNED)
        return [f"{fault}: {each}" for each in wrong]


def _keeps_from_tidying(fault: Fault) -> bool:
    """Return whether a system like this lets nobody take a file away, or says that it is somebody else's."""
    return fault.and_after and (fault.name.startswith("unlink") or (fault.name, fault.injected) == ("flock", "error=EACCES"))


def _prepared(act: Act, parent: str) -> Path:
    folder = Path(parent, "files")
    folder.mkdir()
    act.prepare(folder)
    return folder


def _traced(act: Act, folder: Path, words: list[str]) -> int:
    """Do the act in a child that strace looks over; return what the child acknowledged, 0 when it did not come to that."""
    told = mmap.mmap(-1, 1)
    child = os.fork()
    if child == 0:
        _do(act, folder, told)
    os.waitpid(child, os.WUNTRACED)
    strace = subprocess.Popen(
        ["strace", "-f", "-e", CALLS, *words, "-p", str(child)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert strace.stderr is not None
    strace.stderr.readline()  # says that it is attached
    os.kill(child, signal.SIGCONT)
    signal.alarm(SECONDS_TO_WAIT)
    os.waitpid(child, 0)
    signal.alarm(0)
    strace.communicate()
    return told[0]


def _do(act: Act, folder: Path, told: mmap.mmap) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        told[0] = RETURNED if act.do(folder) else REFUSED
    except BaseException:  # noqa: BLE001 - told to the parent, which knows what should have come
        told[0] = OTHERWISE
    os._exit(0)


def main(name: str, kind: str) -> None:
    """Try every fault of a kind on an act and print how many there were and what is wrong."""
    act = ACTS[name]
    exchange.SECONDS_TO_WAIT = 0.2
    tried, wrong = 0, []
    for fault in runs(act, kind):
        tried += 1
        wrong += came_of(act, fault)
    sys.stdout.write(json.dumps({"tried": tried, "wrong": wrong}))


if __name__ == "__main__":
    if shutil.which("strace") is None:
        sys.exit("strace is missing")
    main(*sys.argv[1:])
