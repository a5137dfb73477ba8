"""The command line as a command: what it did, and the real one in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

PROGRAM = ("-m", "desktop_app")
measured_on_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it")
ROOT = Path(__file__).parents[2]


MEASURED = """
import re, resource, sys
most = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_AS, (most, most))
from desktop_app.__main__ import main
status = main(sys.argv[1:])
print(re.search(r"VmHWM:\\s+([0-9]+) kB", open("/proc/self/status").read())[1], file=sys.stderr)
sys.exit(status)
"""
"""The command under a limit of memory; the last it says is how much it took, in KiB."""


class Done(NamedTuple):
    """How a command ended and what it said."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """What it printed."""
        return self.out.decode("utf-8")

    @property
    def errors(self) -> str:
        """What it said of errors."""
        return self.err.decode("utf-8")

    @property
    def json(self) -> Any:
        """What it printed, read."""
        return json.loads(self.out)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """The paths and codes of the errors it told as JSON."""
        return [(each["path"], each["code"]) for each in json.loads(self.err)["errors"]]


Command = Callable[..., Done]


def real(*words: object, stdin: bytes = b"", program: Sequence[str] = PROGRAM, **options: Any) -> Done:
    """Run the real command in a process of its own."""
    command = [sys.executable, *program, *(str(word) for word in words)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, timeout=120, input=stdin, **options)
    return Done(done.returncode, done.stdout, done.stderr)


def peak(*words: object, stdin: bytes = b"", most: int = 700 * 1024 * 1024) -> tuple[int, int]:
    """Run the real command in so much memory at most, and return its exit status and how many KiB it took."""
    done = real(most, *words, stdin=stdin, program=("-c", MEASURED))
    return done.status, int(done.err.splitlines()[-1])
