"""A run of many papers, as at the end of a month: on past a bad one, with progress on a terminal, and told at its end."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from desktop_app.cli.output import DONE, FAILED, Outcome
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import Wording

SECONDS_BETWEEN_PROGRESS = 0.2


class Planned(NamedTuple):
    """A contract file and where its paper goes; None where that is not known."""

    file: str
    output: Path | None


def paper_run(plans: Sequence[Planned], written: Callable[[Planned], Outcome], words: Wording) -> Outcome:
    """Write every paper that can be; the text says how many, the errors which could not, the status is that of the worst."""
    errors: list[str] = []
    statuses: list[int] = []
    shown, said_at = sys.stderr is not None and sys.stderr.isatty(), 0.0
    for plan in plans:
        outcome = _outcome(plan, written, words)
        statuses.append(outcome.status)
        if outcome.errors:
            errors.append(words.text("cli.pdf.of_file", file=plan.file, told=outcome.errors))
        if shown and (monotonic() - said_at >= SECONDS_BETWEEN_PROGRESS or len(statuses) == len(plans)):
            said_at = monotonic()
            _say(statuses, len(plans), words)
    made = statuses.count(DONE)
    return Outcome(max(statuses), words.text("cli.pdf.run", made=made, bad=len(plans) - made), "\n".join(errors))


def _outcome(plan: Planned, written: Callable[[Planned], Outcome], words: Wording) -> Outcome:
    try:
        return written(plan)
    except StorageError as error:
        return Outcome(FAILED, errors=words.text(f"storage.{error.cause}", file=str(error.path)))


def _say(statuses: Sequence[int], plans: int, words: Wording) -> None:
    bad = len(statuses) - statuses.count(DONE)
    end = "\n" if len(statuses) == plans else ""
    print(f"\r{words.text('cli.pdf.progress', done=len(statuses), of=plans, bad=bad)}", end=end, file=sys.stderr, flush=True)
