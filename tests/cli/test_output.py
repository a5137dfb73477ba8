"""Streams that are closed or fail, whatever kind of object stands for them; and how far a batch is."""

import errno
import io
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from desktop_app.cli import batch, output
from desktop_app.cli.batch import Progress
from desktop_app.cli.main import main
from desktop_app.cli.output import (
    Outcome,
    StandardInputError,
    StandardOutput,
    StandardOutputError,
    emit,
    silence_output,
)
from desktop_app.cli.source import standard_input
from desktop_app.cli.streams import make_streams_safe
from desktop_app.wording.wording import wording
from tests.cases.contracts import contract_file
from tests.cli.commands import Command
from tests.document.contract_data import as_bytes

LINE = as_bytes(contract_file({"policy": {"quote_months": 1}})) + b"\n"


class Failing(io.RawIOBase):
    """A stream that takes and gives nothing."""

    def __init__(self, number: int) -> None:
        self.number = number

    def writable(self) -> bool:
        """Say that it could."""
        return True

    def readable(self) -> bool:
        """Say that it could."""
        return True

    def write(self, _: Any) -> int:
        """Fail."""
        raise OSError(self.number, os.strerror(self.number))

    def read(self, _: int = -1) -> bytes:
        """Fail."""
        raise OSError(self.number, os.strerror(self.number))


def stream_of(number: int) -> io.TextIOWrapper:
    """Return a text stream that fails with an error of the system."""
    return io.TextIOWrapper(Failing(number), encoding="utf-8", write_through=True)  # type: ignore[type-var]


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.cli.main.silence_output", lambda: None)


@pytest.mark.parametrize("stream", [None, stream_of(errno.ENOSPC), stream_of(errno.EBADF)], ids=["closed", "full", "bad"])
def test_standard_output_that_cannot_be_written_is_one_kind_of_fault(monkeypatch: pytest.MonkeyPatch, stream: Any) -> None:
    """For text, and for bytes; and the command says so on standard error, with exit status 2."""
    told = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        patch.setattr(sys, "stderr", told)
        with pytest.raises(StandardOutputError):
            emit(Outcome(0, "text"))
        with pytest.raises(StandardOutputError):
            StandardOutput().write(b"bytes")
        assert not StandardOutput().isatty()
        assert main(["--version"]) == 2
    assert told.getvalue() == wording("ja").text("cli.error.output") + "\n"


def test_a_reader_that_has_gone_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """About which nothing is said."""
    told = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream_of(errno.EPIPE))
        patch.setattr(sys, "stderr", told)
        with pytest.raises(BrokenPipeError):
            emit(Outcome(0, "text"))
        assert main(["--version"]) == 2
    assert told.getvalue() == ""


@pytest.mark.parametrize("stream", [None, stream_of(errno.ENOSPC)], ids=["closed", "full"])
def test_errors_that_nobody_can_read_change_nothing(monkeypatch: pytest.MonkeyPatch, stream: Any) -> None:
    """Least of all where they go."""
    printed = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", printed)
        patch.setattr(sys, "stderr", stream)
        assert emit(Outcome(2, "", "error")) == 2
    assert printed.getvalue() == ""


@pytest.mark.parametrize("stream", [None, stream_of(errno.EBADF)], ids=["closed", "bad"])
def test_standard_input_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Any, stream: Any) -> None:
    """With exit status 2."""
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == wording("ja").text("cli.error.input") + "\n"
    if stream is None:
        with pytest.raises(StandardInputError):
            standard_input()


class Plain:
    """A stream that another program put in the place of ours."""

    encoding = "ascii"


@pytest.mark.parametrize(
    ("encoding", "seen_by", "after"),
    [
        ("ascii", "a person", "utf-8"),
        ("ANSI_X3.4-1968", "a person", "utf-8"),
        ("cp932", "a person", "cp932"),
        ("cp932", "a program", "utf-8"),
        ("utf-8", "a person", "utf-8"),
    ],
)
def test_streams_speak_utf8_but_on_a_terminal_that_speaks_otherwise(
    monkeypatch: pytest.MonkeyPatch,
    encoding: str,
    seen_by: str,
    after: str,
) -> None:
    """What it cannot show is escaped then; a stream that cannot be told so is left alone."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(stream, "isatty", lambda: seen_by == "a person")
    stream.reconfigure(encoding=encoding)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        patch.setattr(sys, "stderr", Plain())
        make_streams_safe()
    assert (stream.encoding.lower(), stream.errors) == (after, "backslashreplace")


def test_the_last_flush_goes_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """Of a stream with a file; others have none."""
    path = tmp_path / "out"
    with path.open("w") as stream, monkeypatch.context() as patch:
        stream.write("kept back")
        patch.setattr(sys, "stdout", stream)
        silence_output()
        stream.flush()
    assert path.read_bytes() == b""
    for other in (None, io.StringIO()):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", other)
            silence_output()


class Terminal(io.StringIO):
    """What appears on a terminal."""

    def isatty(self) -> bool:
        """Be one."""
        return True


def test_progress_is_said_now_and_then_and_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five times a second at most."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    times = iter([0.1, 0.5, 0.6, 0.8])
    monkeypatch.setattr(batch, "monotonic", lambda: next(times))
    with Progress(wording("en"), io.BytesIO()) as progress:
        for bad in (0, 1, 0, 1):
            progress.add(10, bad)
    said = "\r20 lines done (1 bad)\r40 lines done (2 bad)\r40 lines done (2 bad)\n"
    assert terminal.getvalue() == said


def test_no_progress_without_a_terminal_or_beside_the_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor without standard error."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(wording("en"), _OnTerminal()) as progress:
        progress.add(1, 0)
    assert terminal.getvalue() == ""
    for stream in (None, io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with Progress(wording("en"), io.BytesIO()) as progress:
            progress.add(1, 0)
        assert stream is None or stream.getvalue() == ""


class _OnTerminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


def test_chunks_are_kept_in_order_and_never_too_many_under_way(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes are threads here, so that they can be looked into."""
    monkeypatch.setattr(batch, "ProcessPoolExecutor", ThreadPoolExecutor)
    monkeypatch.setattr(batch, "_leave_interrupts_to_the_parent", lambda: None)
    monkeypatch.setattr(batch, "LINES_A_CHUNK", 2)
    content = LINE * 30 + b"\n" + LINE * 10
    done = run("batch", "-", "--jobs", "2", stdin=content)
    assert done == run("batch", "-", "--jobs", "1", stdin=content)
    assert (done.status, done.out.count(b"\n")) == (1, 41)


def test_processes_leave_interrupts_to_the_one_that_started_them() -> None:
    """Which stops them, and says nothing."""
    before = signal.getsignal(signal.SIGINT)
    try:
        batch._leave_interrupts_to_the_parent()  # noqa: SLF001 - it is called in another process
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_dash_or_nothing_is_standard_output(tmp_path: Any) -> None:
    """Everything else is a file."""
    for path in (None, output.Path("-")):
        with output.opened_output(path) as sink:
            assert isinstance(sink, StandardOutput)
    with output.opened_output(tmp_path / "x") as sink:
        sink.write(b"y")
    assert (tmp_path / "x").read_bytes() == b"y"
