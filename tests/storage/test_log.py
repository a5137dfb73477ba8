"""The log names kinds of errors and places in the program, and nobody's customer."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage import log
from desktop_app.storage.log import described, log_error, log_into


@pytest.fixture
def logger(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the program's logger as it was."""
    monkeypatch.setattr("faulthandler.enable", lambda file: file.close())
    yield
    for handler in list(log.LOGGER.handlers):
        handler.close()
        log.LOGGER.removeHandler(handler)
    log.LOGGER.propagate = True


def failing() -> None:
    """Fail with a customer's name in the message."""
    try:
        dict[str, int]()["株式会社見本"]
    except LookupError:
        raise ValueError("Example Ltd.") from None


def test_an_error_is_kinds_and_places() -> None:
    """Those that led to it, too."""
    with pytest.raises(ValueError, match="Example") as caught:
        failing()
    lines = described(caught.value).splitlines()
    assert lines[0] == "ValueError"
    assert any("test_log.py" in line and "failing" in line for line in lines)
    assert "from KeyError" in lines
    assert "Example" not in "".join(lines)
    assert "見本" not in "".join(lines)


@pytest.mark.usefixtures("logger")
def test_the_log_is_written_into_the_users_folder(tmp_path: Path) -> None:
    """With the time, and not on the terminal."""
    file = log_into(tmp_path / "logs")
    assert file is not None
    log_error(ValueError("Example Ltd."))
    written = file.read_text("utf-8")
    assert written.endswith("ERROR ValueError\n")
    assert "Example" not in written


@pytest.mark.usefixtures("logger")
def test_without_a_place_for_it_the_program_goes_on(tmp_path: Path) -> None:
    """There is no log then."""
    (tmp_path / "logs").touch()
    assert log_into(tmp_path / "logs") is None
    assert not logging.getLogger("desktop_app").handlers
