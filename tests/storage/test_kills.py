"""A program that types, saves and exports, killed at a few random moments; a release has ten thousand of them."""

import subprocess
import sys
from pathlib import Path

from desktop_app.storage.contract_file import save
from tests.release.kills import Files, Told, numbered, wrong_with
from tests.storage.files import POSIX


@POSIX
def test_whatever_the_moment_nothing_acknowledged_is_lost() -> None:
    """In a process of its own: others have threads."""
    command = [sys.executable, "-m", "tests.release.kills", "--kills", "40", "--seed", "9"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_loss_is_found_out(tmp_path: Path) -> None:
    """So the test before can fail: of what was typed, saved and exported, nothing is there, and then something older."""
    files, told = Files(tmp_path), Told(begun=5, typed=5, saved=4, exporting=4, exported=4)
    assert len(wrong_with(files, told)) == 3
    save(files.contract, numbered(4))
    files.paper.write_bytes(b"4\n" * 9 + b"3\n")
    assert len(wrong_with(files, told)) == 2
