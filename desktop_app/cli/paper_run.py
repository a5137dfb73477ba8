"""A run of many papers, as at the end of a month: on past a bad one, with progress on a terminal, and told at its end."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop_app.cli.output import DONE, FAILED, Outcome, file_failure
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import Wording

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Read = Callable[["Planned"], T]
Written = Callable[["Planned", T], Outcome]
SECONDS_BETWEEN_PROGRESS = 0.2
MOST_PRESSES = 4
"""Papers that are set at once, where there are as many processors: each holds some memory."""


class Planned(NamedTuple):
    """A contract file and where its paper goes; None where that is not known."""

    file: str
    output: Path | None


def paper_run(plans: Sequence[Planned], read: Read[T], written: Written[T], words: Wording) -> Outcome:
    """Write every paper that can be; the text says how many, the errors which could not, the status is that of the worst.

    Files are read here, one after the other, for passwords may be asked for; several papers are set at once.
    """
    errors: list[str] = []
    statuses: list[int] = []
    shown, said_at = sys.stderr is not None and sys.stderr.isatty(), 0.0
    for plan, outcome in zip(plans, _outcomes(plans, read, written, words), strict=True):
        statuses.append(outcome.status)
        if outcome.errors:
            errors.append(words.text("cli.pdf.of_file", file=plan.file, told=outcome.errors))
        if shown and (monotonic() - said_at >= SECONDS_BETWEEN_PROGRESS or len(statuses) == len(plans)):
            said_at = monotonic()
            _say(statuses, len(plans), words)
    made = statuses.count(DONE)
    return Outcome(max(statuses), words.text("cli.pdf.run", made=made, bad=len(plans) - made), "\n".join(errors))


def _outcomes(plans: Sequence[Planned], read: Read[T], written: Written[T], words: Wording) -> Iterator[Outcome]:
    """Yield what comes of each plan, in their order; no more of them are under way than keep the presses busy."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - one paper alone does without

    count = min(os.cpu_count() or 1, MOST_PRESSES)
    presses = ThreadPoolExecutor(count, "press")
    under_way: deque[Future[Outcome]] = deque()
    try:
        for plan in plans:
            under_way.append(_begun(plan, read, written, words, presses))
            if len(under_way) > count:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        presses.shutdown(cancel_futures=True)


def _begun(plan: Planned, read: Read[T], written: Written[T], words: Wording, presses: "ThreadPoolExecutor") -> "Future[Outcome]":
    """Read a file, and have its paper written by the next press that is free."""
    try:
        found = read(plan)
    except StorageError as error:
        return presses.submit(_failed, error, words)
    return presses.submit(_outcome, plan, found, written, words)


def _outcome(plan: Planned, found: T, written: Written[T], words: Wording) -> Outcome:
    try:
        return written(plan, found)
    except StorageError as error:
        return _failed(error, words)


def _failed(error: StorageError, words: Wording) -> Outcome:
    return Outcome(FAILED, errors=file_failure(error, words))


def _say(statuses: Sequence[int], plans: int, words: Wording) -> None:
    bad = len(statuses) - statuses.count(DONE)
    end = "\n" if len(statuses) == plans else ""
    print(f"\r{words.text('cli.pdf.progress', done=len(statuses), of=plans, bad=bad)}", end=end, file=sys.stderr, flush=True)
