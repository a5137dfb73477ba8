"""A command under a tracer of the system: which files it asks for by name, and which sockets it opens."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

CALLS = "trace=open,openat,openat2,stat,lstat,newfstatat,statx,access,faccessat,faccessat2,readlink,readlinkat,socket,connect"
NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')
BEYOND = re.compile(r"\b(?:AF_INET6?|PF_INET6?)\b")


class Traced(NamedTuple):
    """What a command printed, which files it asked for, and what it asked of the network."""

    done: subprocess.CompletedProcess[str]
    names: tuple[str, ...]
    beyond: tuple[str, ...]


@cache
def why_untraced() -> str:
    """Return why nothing can be traced here; nothing where it can."""
    tracer = shutil.which("strace")
    if tracer is None:
        return "there is no strace"
    tried = subprocess.run([tracer, "-f", "-e", CALLS, "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"strace may not trace: {tried.stderr.strip().splitlines()[-1:]}"


def traced(words: Sequence[object], log: Path) -> Traced:
    """Run Python with these words under the tracer, its own processes too, the trace written to a file."""
    command = ["strace", "-f", "--seccomp-bpf", "-s", "4096", "-e", CALLS, "-o", str(log), sys.executable, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    names: set[str] = set()
    beyond = []
    for line in log.read_text("utf-8", "replace").splitlines():
        names.update(NAME.findall(line))
        beyond += [line] if BEYOND.search(line) else []
    return Traced(done, tuple(sorted(names)), tuple(beyond))
