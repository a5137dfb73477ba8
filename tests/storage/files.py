"""What the tests of files share: contents, names in a folder, a system that fails, processes of their own."""

import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

OLD, NEW = b"old content", b"the new content"
POSIX = pytest.mark.skipif(os.name == "nt", reason="of POSIX systems")


def names(folder: Path) -> list[str]:
    """Return what is in a folder, hidden or not."""
    return sorted(each.name for each in folder.iterdir())


class Fault:
    """Something that fails when it is called, as the system fails."""

    def __init__(self, number: int = errno.EIO) -> None:
        self.error = OSError(number, os.strerror(number))

    def __call__(self, *_: Any, **__: Any) -> Any:
        """Fail."""
        raise self.error


def run_python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own."""
    return subprocess.run([sys.executable, "-c", textwrap.dedent(code), *words], capture_output=True, text=True, check=False)
