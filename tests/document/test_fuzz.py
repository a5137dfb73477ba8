"""A hundred thousand mutated contract files: each is reckoned or refused in words, and nothing is ever thrown.

The release runs a million, with another seed; see `tests/release/fuzz_contracts.py`.
"""

import logging

import pytest

from tests.release.fuzz_contracts import FILES_A_SHARE, share

pytestmark = pytest.mark.long
SHARES = 20
SEED = 2024


@pytest.mark.parametrize("number", range(SHARES))
def test_a_mutated_file_is_reckoned_or_refused(number: int) -> None:
    """Some of them are still contracts; what is told is told in Japanese or in English by turns."""
    tally = share(SEED, number * FILES_A_SHARE, FILES_A_SHARE)
    assert tally.uncaught == ()
    assert tally.right + tally.refused == FILES_A_SHARE
    assert FILES_A_SHARE // 25 < tally.right < FILES_A_SHARE // 3


def test_nothing_of_a_file_goes_into_a_log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    """Nor onto the terminal, however much is logged: what is wrong is told to the one who asked."""
    with caplog.at_level(logging.DEBUG):
        assert share(SEED + 1, 0, 500).refused > 250
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
