"""`batch`: one contract a line, in order, bad lines told by their numbers, files exchanged whole."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import batch
from desktop_app.cli.batch import BYTES_A_CHUNK, LINES_A_CHUNK, chunks
from desktop_app.document.bounds import MOST_BYTES
from tests.cases.contracts import contract_file
from tests.cases.examples import worked_examples
from tests.cli.commands import Command, measured_on_linux, peak, real
from tests.document.contract_data import as_bytes

AS_OF = ("--as-of", "2024-12-10")
GOOD = as_bytes(contract_file({"policy": {"quote_months": 1}}))
BAD = as_bytes(contract_file({"title": 5}))


def numbered(number: int) -> bytes:
    """Return a contract with its number in one of its figures."""
    return as_bytes(contract_file({"prices": {"initial_fee": number}, "policy": {"quote_months": 1}}))


def lines_of(content: bytes) -> list[Any]:
    """Return what each line of a result says."""
    assert content == b"" or content.endswith(b"\n")
    return [json.loads(line) for line in content.split(b"\n")[:-1]]


def test_every_line_has_its_statement_just_as_evaluate_gives_it(run: Command) -> None:
    """The worked examples, one after the other; and the status is 0."""
    contracts = [as_bytes(example.contract) for example in worked_examples()]
    done = run("batch", "-", *AS_OF, stdin=b"\n".join(contracts) + b"\n")
    assert (done.status, done.err) == (0, b"")
    alone = [run("evaluate", "-", "--format", "json", *AS_OF, stdin=each).json for each in contracts]
    assert lines_of(done.out) == alone


def test_bad_lines_are_told_by_their_numbers_and_the_rest_goes_on(run: Command) -> None:
    """A contract with errors, a blank line, one that is no JSON; each with what is wrong; the status is 1."""
    done = run("batch", "-", *AS_OF, stdin=b"\n".join([GOOD, BAD, b"", GOOD, b" \t", b"{", b"\xff", GOOD]) + b"\n")
    assert (done.status, done.err) == (1, b"")
    found = lines_of(done.out)
    assert [(each["line"], [(error["path"], error["code"]) for error in each["errors"]]) for each in found if "line" in each] == [
        (2, [("title", "text_expected")]),
        (3, [("", "line_blank")]),
        (5, [("", "line_blank")]),
        (6, [("", "json_malformed")]),
        (7, [("", "not_utf8")]),
    ]
    assert all(error["message"] for each in found if "line" in each for error in each["errors"])
    assert ["totals" in each for each in found] == [True, False, False, True, False, False, False, True]


class Panic(BaseException):
    """What a library throws that is not written in Python."""


@pytest.mark.parametrize("thrown", [MemoryError, RuntimeError, Panic])
def test_a_line_at_which_something_unforeseen_happens_is_one_bad_line(
    run: Command, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, thrown: type[BaseException]
) -> None:
    """Told by its kind alone, which is logged, too."""
    right = batch.assess_content

    def wrong(content: bytes, *others: Any) -> Any:
        if content == numbered(2):
            message = "株式会社サンプル"
            raise thrown(message)
        return right(content, *others)

    monkeypatch.setattr(batch, "assess_content", wrong)
    caplog.set_level("DEBUG")
    done = run("batch", "-", *AS_OF, stdin=b"\n".join(map(numbered, (1, 2, 3))))
    found = lines_of(done.out)
    assert (done.status, [each.get("line") for each in found]) == (1, [None, 2, None])
    (error,) = found[1]["errors"]
    assert (error["path"], error["code"]) == ("", "line_failed")
    assert thrown.__name__ in error["message"]
    assert "サンプル" not in done.out.decode() + caplog.text
    assert len(caplog.records) == 1


@pytest.mark.parametrize("thrown", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_in_a_line_is_no_bad_line(
    run: Command, monkeypatch: pytest.MonkeyPatch, thrown: type[BaseException]
) -> None:
    """It ends the run."""

    def interrupted(*_: Any) -> Any:
        raise thrown

    monkeypatch.setattr(batch, "assess_content", interrupted)
    if thrown is KeyboardInterrupt:
        assert run("batch", "-", *AS_OF, stdin=GOOD).status == 130
    else:
        with pytest.raises(thrown):
            run("batch", "-", *AS_OF, stdin=GOOD)


@pytest.mark.parametrize("missing", ["memory", "processes"])
def test_a_system_without_processes_to_share_the_work_is_told(
    run: Command, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """It may have no memory for them to share, or give no more of them."""

    def none(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    place = "ProcessPoolExecutor" if missing == "memory" else "ProcessPoolExecutor.submit"
    monkeypatch.setattr(f"desktop_app.cli.batch.{place}", none)
    done = run("batch", "-", *AS_OF, "--jobs", "2", stdin=GOOD)
    assert (done.status, done.out) == (2, b"")
    assert "--jobs" in done.errors
    assert "共有メモリー" in done.errors
    assert done.errors.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "good", "bad"),
    [
        (b"", 0, 0),
        (GOOD, 1, 0),
        (GOOD + b"\n", 1, 0),
        (GOOD + b"\r\n" + GOOD + b"\r\n", 2, 0),
        (b"\xef\xbb\xbf" + GOOD + b"\n" + GOOD, 2, 0),
        (b"\xef\xbb\xbf\n", 0, 1),
        (b"\n", 0, 1),
        (b"\r\n\n", 0, 2),
        (GOOD + b"\n\n", 1, 1),
        (GOOD.replace(b" ", b"\t") + b"\n", 1, 0),
        (GOOD + b"\r" + GOOD, 0, 1),
        (GOOD + GOOD, 0, 1),
        (b"\x00" + GOOD, 0, 1),
    ],
)
def test_lines_end_where_they_end_everywhere(run: Command, content: bytes, good: int, bad: int) -> None:
    """With LF or CRLF, the last without, a BOM before the first; an empty file has no lines."""
    done = run("batch", "-", stdin=content)
    assert done.status == bool(bad)
    assert sorted("errors" in each for each in lines_of(done.out)) == [False] * good + [True] * bad


def test_names_that_some_readers_break_lines_at_are_escaped(run: Command) -> None:
    """One result is one line for every reader."""
    done = run("batch", "-", stdin=as_bytes(contract_file({"a\u2028b\u0085c\u2029": 1})))
    assert len(done.text.splitlines()) == 1
    assert lines_of(done.out)[0]["errors"][0]["path"] == "a\u2028b\u0085c\u2029"


def test_a_line_longer_than_any_contract_is_told_and_skipped(run: Command) -> None:
    """The line behind it has its own number, and is good."""
    content = b"\n".join([GOOD, b'{"title":"' + b"x" * (2 * MOST_BYTES + 5) + b'"}', GOOD])
    found = lines_of(run("batch", "-", stdin=content).out)
    assert [each.get("line") for each in found] == [None, 2, None]
    assert found[1]["errors"][0]["code"] == "too_large"


def test_chunks_are_of_many_short_or_few_long_lines() -> None:
    """Together they are the lines, each chunk with the number of its first."""
    short, long = b"x\n", b"y" * BYTES_A_CHUNK
    given = [short] * (LINES_A_CHUNK + 3) + [long] * 2 + [short]
    found = list(chunks(given))
    assert [line for _, group in found for line in group] == given
    assert [(first, len(group)) for first, group in found] == [
        (1, LINES_A_CHUNK),
        (LINES_A_CHUNK + 1, 4),
        (LINES_A_CHUNK + 5, 1),
        (LINES_A_CHUNK + 6, 1),
    ]
    assert list(chunks([])) == []


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_order_is_kept_on_several_processes(tmp_path: Path, jobs: int) -> None:
    """And the result is that of one process, byte by byte."""
    source, one, several = tmp_path / "in.jsonl", tmp_path / "one.jsonl", tmp_path / "several.jsonl"
    source.write_bytes(b"\n".join(BAD if number % 100 == 99 else numbered(number) for number in range(300)))
    assert real("batch", source, "-o", one, *AS_OF) == (1, b"", b"")
    assert real("batch", source, "-o", several, "--jobs", jobs, *AS_OF) == (1, b"", b"")
    assert one.read_bytes() == several.read_bytes()
    found = lines_of(several.read_bytes())
    assert [each["line"] if "line" in each else each["totals"]["initial_fees"] for each in found] == [
        number + 1 if number % 100 == 99 else number for number in range(300)
    ]


def test_a_file_is_written_and_exchanged_when_all_is_done(run: Command, tmp_path: Path) -> None:
    """Also when there were bad lines in it; nothing else is left in the folder."""
    source, sink = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(GOOD + b"\n" + BAD + b"\n")
    sink.write_bytes(b"old")
    assert run("batch", source, "-o", sink, *AS_OF) == (1, b"", b"")
    assert ["errors" in each for each in lines_of(sink.read_bytes())] == [False, True]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
    assert run("batch", source, *AS_OF).out == sink.read_bytes()


def test_the_result_can_take_the_place_of_the_input(run: Command, tmp_path: Path) -> None:
    """It is read to its end before it is exchanged."""
    path = tmp_path / "contracts.jsonl"
    path.write_bytes(b"\n".join(numbered(number) for number in range(200)))
    assert run("batch", path, "-o", path).status == 0
    assert [each["totals"]["initial_fees"] for each in lines_of(path.read_bytes())] == list(range(200))


def test_a_dash_is_a_standard_stream_for_both(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of that name is made."""
    monkeypatch.chdir(tmp_path)
    done = run("batch", "-", "-o", "-", stdin=GOOD)
    assert (done.status, len(lines_of(done.out))) == (0, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["in", "out", "folder in", "folder out"])
def test_a_file_that_cannot_be_read_or_written_is_exit_2(run: Command, tmp_path: Path, missing: str) -> None:
    """It is named, and the one that was there is as it was."""
    source, sink = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(GOOD)
    sink.write_bytes(b"old")
    wrong = {
        "in": (tmp_path / "x" / "in.jsonl", sink),
        "out": (source, tmp_path / "x" / "out.jsonl"),
        "folder in": (tmp_path, sink),
        "folder out": (source, tmp_path),
    }[missing]
    done = run("batch", wrong[0], "-o", wrong[1])
    assert (done.status, done.out) == (2, b"")
    assert str(wrong["out" in missing]) in done.errors
    assert sink.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


class HalfReadable:
    """A stream that fails in the middle."""

    def __init__(self) -> None:
        self.lines = [GOOD + b"\n"] * 3

    def readline(self, _: int) -> bytes:
        """Return a line while there is one."""
        if not self.lines:
            raise OSError(5, "Input/output error")
        return self.lines.pop()


@pytest.mark.parametrize(("name", "sentence"), [("in.jsonl", "in.jsonl"), ("-", "標準入力")])
def test_a_fault_in_the_middle_of_the_reading_is_told_of_the_input(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    """Not of the output, which is as it was."""
    sink = tmp_path / "out.jsonl"
    sink.write_bytes(b"old")
    monkeypatch.setattr(batch, "_opened", lambda _: batch.nullcontext(HalfReadable()))
    done = run("batch", name, "-o", sink)
    assert done.status == 2
    assert sentence in done.errors
    assert "out.jsonl" not in done.errors
    assert sink.read_bytes() == b"old"


def test_a_process_that_is_lost_is_told_and_nothing_exchanged(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system ends processes that take too much memory."""
    source, sink = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(GOOD)
    sink.write_bytes(b"old")

    def lost(*_: object) -> None:
        raise batch.BrokenProcessPool

    monkeypatch.setattr(batch, "_in_order", lost)
    done = run("batch", source, "-o", sink)
    assert done.status == 2
    assert "--jobs" in done.errors
    assert sink.read_bytes() == b"old"


@measured_on_linux
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Ten times the lines take as much as one time."""
    peaks = []
    for lines in (2_000, 20_000):
        source = tmp_path / f"{lines}.jsonl"
        source.write_bytes((GOOD + b"\n" + b"{}\n" * 9) * (lines // 10))
        status, kibibytes = peak("batch", source, "-o", tmp_path / "out.jsonl", *AS_OF)
        peaks.append(kibibytes)
        assert status == 1
        assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == lines
    assert peaks[1] < peaks[0] * 1.1


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX systems")
def test_lines_are_read_while_they_come(tmp_path: Path) -> None:
    """From a pipe, and written to one."""
    done = real("batch", "-", "-o", "/dev/stdout", *AS_OF, stdin=(GOOD + b"\n") * 100)
    assert (done.status, done.out.count(b"\n")) == (0, 100)
