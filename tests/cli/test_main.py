"""Whatever a command throws, there is a sentence, an exit status, and no traceback."""

import logging
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import evaluate
from tests.cli.commands import Command


class Panic(BaseException):
    """What a library that is not written in Python throws when it gives up."""


@pytest.mark.parametrize(
    ("thrown", "status", "sentence"),
    [
        (MemoryError(), 2, "メモリーが足りません"),
        (RuntimeError("secret"), 2, "予期しない問題が起きたため、処理を中止しました（RuntimeError）"),
        (RecursionError(), 2, "（RecursionError）"),
        (Panic("secret"), 2, "（Panic）"),
        (OSError(24, "Too many open files"), 2, "（OSError）"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 2, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_what_a_command_throws_is_told(
    run: Command, monkeypatch: pytest.MonkeyPatch, thrown: BaseException, status: int, sentence: str
) -> None:
    """The kind of what was not expected, but nothing of what was in it."""

    def throwing(_: Any) -> None:
        raise thrown

    monkeypatch.setattr(evaluate, "run", throwing)
    monkeypatch.setattr("desktop_app.cli.main.silence_output", lambda: None)
    done = run("evaluate", "x.json")
    assert (done.status, done.out) == (status, b"")
    assert sentence in done.errors
    assert "secret" not in done.errors
    assert done.errors.count("\n") == bool(sentence)


def test_what_was_not_expected_is_logged_without_what_was_in_it(
    run: Command, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where someone listens: kinds and places, of the error and of what led to it."""

    def throwing(_: Any) -> None:
        try:
            dict[str, int]()["株式会社サンプル"]
        except LookupError as error:
            raise RuntimeError(["株式会社サンプル", 300_000]) from error

    monkeypatch.setattr(evaluate, "run", throwing)
    caplog.set_level("DEBUG")
    run("evaluate", "x.json")
    (told,) = caplog.records
    logged = logging.Formatter().format(told)
    assert "RuntimeError" in logged
    assert "from KeyError" in logged
    assert "test_main.py" in logged
    assert "サンプル" not in logged + repr(vars(told))
    assert "300000" not in logged.replace("_", "")


@pytest.mark.parametrize("thrown", [SystemExit, GeneratorExit])
def test_what_ends_a_program_ends_it(run: Command, monkeypatch: pytest.MonkeyPatch, thrown: type[BaseException]) -> None:
    """It is no fault to tell."""

    def throwing(_: Any) -> None:
        raise thrown

    monkeypatch.setattr(evaluate, "run", throwing)
    with pytest.raises(thrown):
        run("evaluate", "x.json")


def test_nothing_is_written_beside_a_contract_that_is_only_looked_at(run: Command, files: dict[str, Path]) -> None:
    """Neither temporary files nor caches."""
    folder = files["01"].parent
    before = sorted(each.name for each in folder.iterdir())
    for command in ("evaluate", "check", "explain", "batch"):
        run(command, files["01"])
    assert sorted(each.name for each in folder.iterdir()) == before
