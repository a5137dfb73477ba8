"""Power cut at many lines of the writer, on five file systems: nothing is damaged, and what was acknowledged is there."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.storage.power_cut import SET_UPS


def came_of(*words: str) -> dict[str, Any]:
    """Return what came of a set-up, from a process of its own; skip where no disk can be mounted."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.power_cut", *words], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    if "skipped" in result:
        pytest.skip(f"the power cannot be cut here: {result['skipped']}")
    return result


@pytest.mark.parametrize("model", ["quiet", "busy"])
@pytest.mark.parametrize("set_up", SET_UPS)
def test_after_a_power_cut_everything_acknowledged_is_there(set_up: str, model: str) -> None:
    """And everything is whole, old or new."""
    result = came_of(set_up, model)
    assert result["wrong"] == []
    assert result["tried"] > 40


def test_a_careless_writer_is_found_out() -> None:
    """So the test can fail."""
    assert came_of("ext4", "quiet", "careless")["wrong"]
