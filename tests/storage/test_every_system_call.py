"""Killed before any call to the system, or refused any of them: nothing is lost, nothing is said to be saved that is not."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.storage.acts import ACTS

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace, which makes calls fail, is not installed"),
]


def came_of(act: str, kind: str) -> dict[str, object]:
    """Return how many faults were tried on an act and what is wrong, from a process of its own (others have threads)."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.system_calls", act, kind], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize(
    ("act", "points"), [("save", 84), ("save_as", 35), ("export", 25), ("autosave", 18), ("recovery", 40)], ids=list(ACTS)
)
def test_killed_before_any_call_nothing_is_lost_or_damaged(act: str, points: int) -> None:
    """At least 200 points over all acts."""
    done = came_of(act, "kill")
    assert done["wrong"] == []
    assert done["tried"] >= points


@pytest.mark.parametrize(
    ("act", "runs"), [("save", 1_000), ("save_as", 420), ("export", 300), ("autosave", 210), ("recovery", 480)], ids=list(ACTS)
)
def test_whatever_call_fails_nothing_is_lost_and_the_truth_is_told(act: str, runs: int) -> None:
    """Each call with six errors, once and from then on: no loss, no false "saved", nothing left; at least 2,400 runs in all."""
    done = came_of(act, "errors")
    assert done["wrong"] == []
    assert done["tried"] >= runs
