"""`batch`: many contracts, one a line, in order, on as many processes as wanted, in memory that does not grow."""

import signal
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import BinaryIO, NamedTuple, Self

from desktop_app.calculation.problem import Problem
from desktop_app.cli.output import DONE, FAILED, INVALID, STANDARD_STREAM, Outcome, Sink, StandardInputError, opened_output
from desktop_app.cli.source import standard_input, today_in_japan
from desktop_app.document.assess import assess_content
from desktop_app.document.bounds import MOST_BYTES
from desktop_app.document.panics import kind_of, panics_told
from desktop_app.report.statement_json import json_text, problems_data, statement_data
from desktop_app.storage.failure import failure
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.days import Language
from desktop_app.wording.wording import Wording, wording

LINES_A_CHUNK = 128
BYTES_A_CHUNK = 512 * 1024
CHUNKS_A_JOB, BYTES_A_JOB = 4, 4 * BYTES_A_CHUNK
"""How much may wait for each process: enough to keep it busy, little enough to keep memory flat."""
SECONDS_BETWEEN_PROGRESS = 0.2
BOM = b"\xef\xbb\xbf"

Chunk = tuple[int, list[bytes]]
"""The number of the first line, and the lines."""


class Evaluated(NamedTuple):
    """A chunk's statements as JSON lines, and how many lines it had and how many of them were bad."""

    content: bytes
    lines: int
    bad: int


def run(options: Namespace) -> Outcome:
    """Evaluate a file of contracts; the status tells whether any line was bad."""
    words = wording(options.lang)
    evaluated = partial(evaluated_chunk, options.as_of or today_in_japan(), options.lang)
    bad = 0
    try:
        with _opened(options.file) as source, opened_output(options.output) as sink, Progress(words, sink) as progress:
            for result in _in_order(evaluated, chunks(_lines(source, options.file)), options.jobs):
                sink.write(result.content)
                progress.add(result.lines, result.bad)
                bad += result.bad
    except BrokenProcessPool:
        return Outcome(FAILED, errors=words.text("cli.error.process_lost"))
    except ProcessesError:
        return Outcome(FAILED, errors=words.text("cli.error.no_processes"))
    return Outcome(INVALID if bad else DONE)


def _opened(file: str) -> AbstractContextManager[BinaryIO]:
    if file == STANDARD_STREAM:
        return nullcontext(standard_input())
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise failure("read", Path(file), error) from None


def _in_order(evaluated: Callable[[Chunk], Evaluated], waiting: Iterable[Chunk], jobs: int) -> Iterator[Evaluated]:
    """Yield the results in the order of the chunks, never more of them under way than keep the processes busy."""
    if jobs == 1:
        yield from map(evaluated, waiting)
        return
    with _processes_told():
        pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)
    try:
        under_way: deque[tuple[Future[Evaluated], int]] = deque()
        for chunk in waiting:
            size = sum(len(line) for line in chunk[1])
            with _processes_told():
                under_way.append((pool.submit(evaluated, chunk), size))
            while _is_enough(under_way, jobs):
                yield under_way.popleft()[0].result()
        while under_way:
            yield under_way.popleft()[0].result()
    finally:
        pool.shutdown(cancel_futures=True)


def _is_enough(under_way: deque[tuple[Future[Evaluated], int]], jobs: int) -> bool:
    """Return whether the processes have enough to do; of lines that are very long one at a time is."""
    return len(under_way) >= jobs * CHUNKS_A_JOB or sum(size for _, size in under_way) >= jobs * BYTES_A_JOB


class ProcessesError(Exception):
    """The system has no processes to share the work among, or no memory for them to share."""


@contextmanager
def _processes_told() -> Iterator[None]:
    try:
        yield
    except (OSError, NotImplementedError):
        raise ProcessesError from None


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lines(source: BinaryIO, file: str) -> Iterator[bytes]:
    """Yield the lines of a file; one longer than any contract file may be is cut, and is refused as too large."""
    try:
        while line := source.readline(MOST_BYTES + 2):
            yield line
            while not line.endswith(b"\n") and (line := source.readline(MOST_BYTES + 2)):
                pass
    except OSError as error:
        raise (StandardInputError() if file == STANDARD_STREAM else failure("read", Path(file), error)) from None


def chunks(lines: Iterable[bytes]) -> Iterator[Chunk]:
    """Yield lines in chunks of so many lines, or fewer where they are long."""
    first, chunk, size = 1, list[bytes](), 0
    for line in lines:
        chunk.append(line)
        size += len(line)
        if len(chunk) == LINES_A_CHUNK or size >= BYTES_A_CHUNK:
            yield first, chunk
            first, chunk, size = first + len(chunk), [], 0
    if chunk:
        yield first, chunk


def evaluated_chunk(as_of: date, language: Language, chunk: Chunk) -> Evaluated:
    """Return the statements of a chunk's contracts; for a bad line its number and its errors."""
    words = wording(language)
    first, lines = chunk
    results = [_line_or_why_not(number, line, as_of, words) for number, line in enumerate(lines, start=first)]
    return Evaluated(b"".join(content for content, _ in results), len(lines), sum(bad for _, bad in results))


def _line_or_why_not(number: int, line: bytes, as_of: date, words: Wording) -> tuple[bytes, bool]:
    """Return what a line comes to; one that nobody expected is a bad line, too, and the others go on."""
    try:
        with panics_told():
            return _evaluated_line(number, line, as_of, words)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is of this line alone
        from desktop_app.storage.log import log_for_support  # noqa: PLC0415 - hardly ever needed

        log_for_support(error)
        return _bad_line(number, (Problem((), "line_failed", None, (("kind", kind_of(error)),)),), words), True


def _evaluated_line(number: int, line: bytes, as_of: date, words: Wording) -> tuple[bytes, bool]:
    if line.removeprefix(BOM).strip():
        assessment = assess_content(line.removesuffix(b"\n"), as_of, installed_rules())
        if assessment.statement is not None:
            return _json_line(statement_data(assessment.statement, words)), False
        problems = assessment.problems
    else:
        problems = (Problem((), "line_blank"),)
    return _bad_line(number, problems, words), True


def _bad_line(number: int, problems: tuple[Problem, ...], words: Wording) -> bytes:
    return _json_line({"line": number, "errors": problems_data(problems, words)})


def _json_line(data: object) -> bytes:
    return json_text(data, indent=None).encode("utf-8") + b"\n"


class Progress:
    """How far a run is, on a line of its own; on a terminal only, and not where the statements themselves appear on it."""

    def __init__(self, words: Wording, sink: Sink) -> None:
        self._words = words
        self._shown = sys.stderr is not None and sys.stderr.isatty() and not sink.isatty()
        self._lines = self._bad = 0
        self._last = 0.0

    def add(self, lines: int, bad: int) -> None:
        """Count lines that are done, and say so now and then."""
        self._lines += lines
        self._bad += bad
        now = monotonic()
        if self._shown and now - self._last >= SECONDS_BETWEEN_PROGRESS:
            self._last = now
            self._say()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._say("\n")

    def _say(self, end: str = "") -> None:
        text = self._words.text("cli.batch.progress", lines=self._lines, bad=self._bad)
        print(f"\r{text}", end=end, file=sys.stderr, flush=True)
