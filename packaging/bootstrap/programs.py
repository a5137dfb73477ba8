"""Starting programs and passing on what they print, line by line, with an end to their patience."""

import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Done(NamedTuple):
    """How a program ended and what it printed."""

    code: int
    lines: list[str]


def pass_on(line: str) -> None:
    """Print the line as it came."""
    print(line, flush=True)


def follow(
    command: Sequence[str | Path],
    environ: Mapping[str, str],
    folder: Path,
    show: Callable[[str], None] = pass_on,
    minutes: float = 30,
) -> Done:
    """Run a program without input, show each line as it comes, and end it when it hangs."""
    with subprocess.Popen(
        command,
        env=dict(environ),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        patience = threading.Timer(minutes * 60, process.kill)
        patience.start()
        lines = []
        try:
            for raw in process.stdout or ():
                line = raw.rstrip("\n")
                lines.append(line)
                show(line)
            return Done(process.wait(), lines)
        finally:
            patience.cancel()
            patience.join()
            process.kill()
