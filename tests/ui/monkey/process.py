"""A run in a process of its own, so that a crash is a finding too; and what is told of a run that went wrong."""

import faulthandler
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

import desktop_app.ui  # noqa: F401 - before all else of Qt, as in the program: then it keeps no sources of modules
from tests.ui.monkey.acts import read_journal
from tests.ui.monkey.memory import GROWN
from tests.ui.monkey.shrinking import shrunken

WRONG = 1
LONGEST = 4 * 60 * 60
TOLD_LINES = 60
COUNTED = {"PYTHONMALLOC": "malloc"}
"""Has all memory come from the C library, which can tell how much of it is in use."""


class Plan(NamedTuple):
    """What to run: where its acts are written, how many by which seed, or the journal whose acts are done again."""

    journal: Path
    actions: int
    seed: int
    again: Path | None = None


class Outcome(NamedTuple):
    """Whether all went right, and what there is to tell."""

    right: bool
    told: str


def inside(plan: Plan) -> int:
    """Run in this process and print what was counted, or what is wrong."""
    faulthandler.enable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.ui.monkey.running import AstrayError, run  # noqa: PLC0415 - the parent process needs no window

    try:
        counted = run(plan.journal, plan.actions, plan.seed, None if plan.again is None else read_journal(plan.again))
    except AstrayError as error:
        sys.stdout.write(f"{error}\n")
        return WRONG
    sys.stdout.write("".join(f"{each}\n" for each in counted))
    return 0


def started(plan: Plan, program: Path, timeout: float = LONGEST) -> Outcome:
    """Run a plan in another process; a crash, or one that does not end, is wrong as well."""
    words = [sys.executable, program, "--inside", plan.journal, "--actions", plan.actions, "--seed", plan.seed]
    words += [] if plan.again is None else ["--replay", plan.again]
    around = {**os.environ, **COUNTED}
    try:
        done = subprocess.run(
            [str(word) for word in words], capture_output=True, check=False, timeout=timeout, text=True, env=around
        )
    except subprocess.TimeoutExpired:
        return Outcome(right=False, told="does not end")
    end = [] if done.returncode in {0, WRONG} else [f"the process ended with {done.returncode}"]
    return Outcome(done.returncode == 0, "\n".join((*end, done.stdout.strip(), done.stderr.strip())).strip())


def outcome_of(plan: Plan, program: Path) -> Outcome:
    """Run a plan; when it goes wrong, look for the fewest acts that show it."""
    outcome = started(plan, program)
    head = f"seed {plan.seed}, {plan.actions} acts: {'all right' if outcome.right else 'WRONG'}"
    if outcome.right:
        return outcome._replace(told=f"{head}\n{outcome.told}")
    if outcome.told.startswith(GROWN):
        return Outcome(right=False, told=f"{head}\n{outcome.told}")
    acts = list(read_journal(plan.journal))
    short = plan.journal.with_suffix(".shrunken.jsonl")
    fewest = shrunken(acts, short, first_line(outcome.told), partial(_first_wrong, program=program))
    lines = [head, f"after {len(acts)} acts:", *outcome.told.splitlines()[:TOLD_LINES]]
    lines += [f"the last acts of {plan.journal}:", *(each.line() for each in acts[-20:])]
    if fewest is None:
        lines.append("done again, the acts go right: what is wrong depends on time")
    else:
        lines += [f"{len(fewest)} acts that show it:", *(each.line() for each in fewest[:TOLD_LINES])]
        lines.append(f"to do them again: python {program} --replay {short}")
    return Outcome(right=False, told="\n".join(lines))


def first_line(told: str) -> str:
    """Return by what a failure is known again: of an exception its last line, else the first words."""
    lines = told.splitlines() or [""]
    told_by = lines[-1] if lines[0].startswith("Traceback") else lines[0]
    return told_by[:40]


def _first_wrong(journal: Path, program: Path) -> str:
    outcome = started(Plan(journal.with_suffix(".again"), 0, 0, journal), program)
    return "" if outcome.right else first_line(outcome.told)
