"""Every parser of ours takes any bytes, or refuses them in words; a release tries ten million (`fuzz_parsers.py`)."""

import sys
from random import Random

import pytest

from tests.cases.cut_up import cut_up
from tests.release.parsers import PARSERS, Parser

RUNS = {"paper": 100, "workbook": 100, "settings": 300}
QT_SAYS_SO = {"settings": [pytest.mark.qt_log_level_fail("CRITICAL")]}
"""Of settings that are none Qt warns; that is what it is there for."""


@pytest.mark.parametrize("name", [pytest.param(name, marks=QT_SAYS_SO.get(name, [])) for name in PARSERS])
def test_any_bytes_are_read_or_refused(name: str) -> None:
    """Those that are nearly right most of all."""
    parser, random = PARSERS[name], Random(3)  # noqa: S311 - the same bytes in every run
    for seed in parser.seeds:
        parser.tried(seed)
    for number in range(RUNS.get(name, 1500)):
        parser.tried(cut_up(parser.seeds[number % len(parser.seeds)], random, others=parser.seeds))


def test_what_is_not_caught_comes_out() -> None:
    """So that the test before can fail."""
    careless = Parser(lambda content: content.decode("ascii"), (b"x",))
    with pytest.raises(UnicodeDecodeError):
        careless.tried(b"\xff")


def test_what_is_missing_for_the_long_run_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzzer is no part of the project."""
    from tests.release.fuzz_parsers import main  # noqa: PLC0415 - beside its one use

    monkeypatch.setitem(sys.modules, "atheris", None)
    assert main(["--parser", "days"]) == 2
    assert "pip install atheris" in capsys.readouterr().err
