"""What every test of the command line may ask for: the command in this process, and contract files to give it."""

import io
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import main
from tests.cases.examples import worked_examples
from tests.cli.commands import Command, Done
from tests.document.contract_data import as_bytes


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return the command, run in this process: words and standard input in, exit status and both streams out."""

    def command(*words: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        status = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Done(status, out, err)

    return command


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the worked examples as contract files, by their numbers."""
    folder = tmp_path_factory.mktemp("worked examples")
    found = {}
    for example in worked_examples():
        path = folder / f"{example.name}.contract.json"
        path.write_bytes(as_bytes(example.contract))
        found[example.name[:2]] = path
    return found
