"""A share that is gone or frozen in the middle of a few saves; a release has two hundred and fifty of them."""

import os
import shutil
import subprocess
import sys

import pytest


@pytest.mark.skipif(
    shutil.which("bindfs") is None or not os.access("/dev/fuse", os.W_OK), reason="a share needs bindfs and /dev/fuse"
)
def test_a_share_that_is_gone_or_frozen_costs_nothing() -> None:
    """What was acknowledged is there, and what was not is told in words."""
    command = [sys.executable, "-m", "tests.release.share", "--killed", "4", "--frozen", "2", "--seed", "9"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
