"""An exception at any instruction of the writer, an interrupt for one, loses nothing."""

import json
import subprocess
import sys

import pytest

from tests.storage.acts import ACTS
from tests.storage.opcodes import THROWN

pytestmark = pytest.mark.long


@pytest.mark.parametrize("thrown", THROWN)
@pytest.mark.parametrize("act", ACTS)
def test_an_exception_at_any_instruction_loses_nothing(act: str, thrown: str) -> None:
    """Some 3,000 instructions, three kinds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.opcodes", act, thrown], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["tried"] > 100
