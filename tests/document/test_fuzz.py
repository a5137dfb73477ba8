"""A hundred thousand mutated contract files: each is reckoned or refused in words, and nothing is ever thrown.

The release runs a million, with another seed; see `tests/release/fuzz_contracts.py`.
"""

import logging
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.release.fuzz_contracts import FILES_A_SHARE, MOST_MEBIBYTES, measured, share

pytestmark = pytest.mark.long
SHARES = 20
SEED = 2024
LONGEST = 60.0
"""Seconds after which a file has got stuck; not a measure of speed, which the long run takes."""


@pytest.mark.parametrize("number", range(SHARES))
def test_a_mutated_file_is_reckoned_or_refused(number: int) -> None:
    """Some of them are still contracts; what is told is told in Japanese or in English by turns."""
    tally = share(SEED, number * FILES_A_SHARE, FILES_A_SHARE)
    assert tally.uncaught == ()
    assert tally.slowest[0] < LONGEST
    assert tally.right + tally.refused == FILES_A_SHARE
    assert FILES_A_SHARE // 25 < tally.right < FILES_A_SHARE // 3


def test_mutated_files_take_little_memory() -> None:
    """A process that reads nothing else, begun for them alone, says how much it ever had; where nobody tells, it is none."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        tally, mebibytes = pool.submit(measured, SEED, 0, 1_000).result()
    assert tally.uncaught == ()
    assert bool(mebibytes) == (sys.platform == "linux")
    assert mebibytes < MOST_MEBIBYTES


def test_nothing_of_a_file_goes_into_a_log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    """Nor onto the terminal, however much is logged: what is wrong is told to the one who asked."""
    with caplog.at_level(logging.DEBUG):
        assert share(SEED + 1, 0, 500).refused > 250
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
