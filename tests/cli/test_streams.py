"""The real command and its streams: closed, full, without a reader, interrupted; never a traceback, always an exit status."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cases.contracts import contract_file
from tests.cli.commands import PROGRAM, ROOT, real
from tests.document.contract_data import EVERY_FIELD, as_bytes

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams of POSIX systems")
LINE = as_bytes(contract_file({"policy": {"quote_months": 1}})) + b"\n"
WITHOUT_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a contract file."""
    path = tmp_path_factory.mktemp("streams") / "x.contract.json"
    path.write_bytes(as_bytes(EVERY_FIELD))
    return path


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of more contracts than a pipe holds the statements of."""
    path = tmp_path_factory.mktemp("streams") / "many.jsonl"
    path.write_bytes(LINE * 600)
    return path


def shell(command: str, **variables: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command of the shell, `$PROGRAM` the one under test."""
    program = " ".join([sys.executable, *PROGRAM])
    given = {**os.environ, "PROGRAM": program, **{name: str(path) for name, path in variables.items()}}
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=ROOT, env=given, timeout=60)


CLOSED = {
    "standard output is closed": ("$PROGRAM evaluate $FILE >&-", "標準出力に書き出せません"),
    "standard output is closed, for a batch": ("$PROGRAM batch $MANY >&-", "標準出力に書き出せません"),
    "standard output is closed, for help": ("$PROGRAM --help >&-", "標準出力に書き出せません"),
    "standard output is full": ("$PROGRAM evaluate $FILE >/dev/full", "標準出力に書き出せません"),
    "standard output is full, for a batch": ("$PROGRAM batch $MANY >/dev/full", "標準出力に書き出せません"),
    "standard output is full, on two processes": ("$PROGRAM batch $MANY --jobs 2 >/dev/full", "標準出力に書き出せません"),
    "standard output is full, for help": ("$PROGRAM --help >/dev/full", "標準出力に書き出せません"),
    "standard output is full, for a paper": ("$PROGRAM pdf $FILE -o - >/dev/full", "標準出力に書き出せません"),
    "standard output is full, in English": ("$PROGRAM evaluate $FILE --lang en >/dev/full", "Standard output"),
    "a file without room": ("$PROGRAM batch $MANY -o /dev/full", "/dev/full"),
    "a paper without room": ("$PROGRAM pdf $FILE -o /dev/full", "/dev/full"),
    "standard input is closed": ("$PROGRAM evaluate - <&-", "標準入力から読み取れません"),
    "standard input is closed, for a batch": ("$PROGRAM batch - <&-", "標準入力から読み取れません"),
    "standard input can only be written": ("$PROGRAM check - 0>/dev/null", "標準入力から読み取れません"),
    "standard input can only be written, for a batch": ("$PROGRAM batch - 0>/dev/null", "標準入力から読み取れません"),
}


@pytest.mark.parametrize(("command", "sentence"), CLOSED.values(), ids=CLOSED)
def test_a_stream_that_fails_is_exit_2_in_one_sentence(contract: Path, many: Path, command: str, sentence: str) -> None:
    """That says which."""
    done = shell(command, FILE=contract, MANY=many)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert sentence in done.stderr.decode()


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_without_standard_error_the_exit_status_is_left(where: str) -> None:
    """The sentence goes nowhere, least of all to standard output."""
    done = shell(f"$PROGRAM evaluate missing.json {where}")
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.parametrize(
    "command",
    ["evaluate $FILE", "explain $FILE", "batch $MANY", "batch $MANY --jobs 2", "--help", "pdf $FILE -o -", "check $FILE"],
)
def test_a_reader_that_has_gone_is_no_fault_to_speak_of(contract: Path, many: Path, command: str) -> None:
    """Not a word, exit status 2."""
    done = shell(f"(sleep 0.05; $PROGRAM {command}; echo $? >&2) | true", FILE=contract, MANY=many)
    assert done.stderr == b"2\n"


def test_a_reader_that_goes_in_the_middle_ends_a_batch(many: Path) -> None:
    """It does not go on for nobody."""
    done = shell("($PROGRAM batch $MANY; echo $? >&2) | head -n 1 | wc -l", MANY=many)
    assert (done.stdout.strip(), done.stderr) == (b"1", b"2\n")


def test_without_a_locale_japanese_is_written_as_utf8(contract: Path) -> None:
    """Into files and pipes, where no terminal could fail to show it; errors too."""
    done = real("evaluate", contract, "--as-of", "2024-12-10", env=WITHOUT_LOCALE)
    assert (done.status, done.err) == (0, b"")
    assert "株式会社サンプル" in done.text
    assert "見つかりません" in real("evaluate", "missing.json", env=WITHOUT_LOCALE).errors
    assert done == real("evaluate", contract, "--as-of", "2024-12-10")


def test_a_name_that_is_not_unicode_is_told_with_escapes(tmp_path: Path) -> None:
    """It can be said neither in UTF-8 nor in words."""
    done = real("check", os.fsencode(tmp_path).decode() + "/" + os.fsdecode(b"\xff.json"))
    assert done.status == 2
    assert "\\udcff.json" in done.errors


class Terminal:
    """A terminal of its own for a process, and what appears on it."""

    def __init__(self) -> None:
        self._master, self.slave = pty.openpty()

    def shown(self) -> str:
        """Return what has appeared."""
        found = b""
        while select.select([self._master], [], [], 0.2)[0]:
            found += os.read(self._master, 65536)
        return found.decode("utf-8")

    def close(self) -> None:
        """Take it away."""
        os.close(self._master)
        os.close(self.slave)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """Return a terminal."""
    found = Terminal()
    yield found
    found.close()


def started(*words: object, **streams: Any) -> subprocess.Popen[bytes]:
    """Start the real command in a group of processes of its own, to be interrupted even where these tests are not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    program = [sys.executable, *PROGRAM, *(str(word) for word in words)]
    return subprocess.Popen(program, cwd=ROOT, start_new_session=True, **streams)


def test_progress_is_shown_on_a_terminal(tmp_path: Path, terminal: Terminal) -> None:
    """On one line that is written over, ended when all is done."""
    source = tmp_path / "in.jsonl"
    source.write_bytes(LINE * 300 + b"{\n")
    process = started("batch", source, "-o", tmp_path / "out.jsonl", stderr=terminal.slave)
    assert process.wait(60) == 1
    shown = terminal.shown()
    assert shown.startswith("\r")
    assert shown.endswith("\r301行を処理しました（誤り 1行）\r\n")
    assert shown.count("\n") == 1


@pytest.mark.parametrize("on_terminal", ["neither", "both"])
def test_no_progress_is_shown_elsewhere_nor_among_the_statements(many: Path, terminal: Terminal, on_terminal: str) -> None:
    """Whoever keeps the errors in a file wants none of it; on the terminal itself the statements tell how far it is."""
    if on_terminal == "neither":
        assert real("batch", many).err == b""
        return
    process = started("batch", many, stdout=terminal.slave, stderr=terminal.slave)
    shown = ""
    while process.poll() is None:
        shown += terminal.shown()
    assert "処理しました" not in shown + terminal.shown()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_a_batch_without_a_word(tmp_path: Path, jobs: int) -> None:
    """Of the whole group, as the keyboard gives it; the file is as it was, and nothing is left of the work."""
    sink = tmp_path / "out.jsonl"
    sink.write_bytes(b"old")
    process = started(
        "batch", "-", "-o", sink, "--jobs", jobs, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(LINE * 400)
    process.stdin.flush()
    wait_for_work(tmp_path)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert sink.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def wait_for_work(folder: Path) -> None:
    """Wait until there is a temporary file with something in it or, if nothing is written yet, at least the file."""
    until = time.monotonic() + 20
    while time.monotonic() < until and len(list(folder.iterdir())) < 2:
        time.sleep(0.05)


def test_an_interrupt_while_waiting_for_input_ends_without_a_word() -> None:
    """Someone forgot the file behind the dash."""
    process = started("evaluate", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert reads(process.stdin)
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def reads(stream: IO[bytes] | None) -> bool:
    """Return whether something can be written to a stream."""
    return stream is not None and bool(select.select([], [stream], [], 10)[1])
