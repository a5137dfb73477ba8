"""Random acts by the thousand: no exception, no warning of Qt's, nowhere a disagreement of window, file and command line."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.scenarios.customer import Office, example_file
from tests.ui.desk import Desk
from tests.ui.monkey.acts import Act, key, read_journal, write_journal
from tests.ui.monkey.agreement import disagreements
from tests.ui.monkey.process import Plan, started
from tests.ui.monkey.shrinking import shrunken

pytestmark = pytest.mark.long
PROGRAM = Path(__file__).parents[1] / "release" / "monkey.py"
SEEDS = range(1, 1 + int(os.environ.get("MONKEY_SEEDS", "2")))
ACTIONS = int(os.environ.get("MONKEY_ACTIONS", "20000"))
"""Acts of all seeds together: a minute and a half of one core; a release does more of them (tests/release/monkey.py)."""


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_the_window_stays_right(tmp_path: Path, seed: int) -> None:
    """In a process of its own; the acts that led to a failure are told, and can be done again."""
    plan = Plan(tmp_path / f"seed-{seed}.jsonl", ACTIONS // len(SEEDS), seed)
    outcome = started(plan, PROGRAM)
    last = [each.line() for each in read_journal(plan.journal)][-30:]
    assert outcome.right, "\n".join(
        (outcome.told, "last acts:", *last, f"python {PROGRAM} --actions {plan.actions} --seed {seed}")
    )


def test_a_card_that_says_something_else_is_found(desk: Desk, tmp_path: Path) -> None:
    """The look at window and command line is not blind."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term"))
    office = Office(desk, tmp_path)
    assert disagreements(office) == []
    card = next(each for each in desk.window.findChildren(QWidget) if each.property("role") == "card")
    card.setAccessibleName("¥1")
    assert disagreements(office) != []


def test_a_wrong_mark_of_changes_is_found(desk: Desk, tmp_path: Path) -> None:
    """As well as one that is missing."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term"))
    desk.window.setWindowModified(True)
    assert disagreements(Office(desk, tmp_path)) != []


def test_a_journal_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Places and texts included."""
    acts = [key("Key_Tab"), Act("click", "EntryLine|件名|0", (0.5, 0.25)), Act("commit", "", ("𠮷",))]
    write_journal(tmp_path / "journal.jsonl", acts)
    assert list(read_journal(tmp_path / "journal.jsonl")) == acts


def test_the_fewest_acts_that_show_it_are_found(tmp_path: Path) -> None:
    """Of many acts the two that matter, in their order."""
    acts = [Act("letter", "", (str(i),)) for i in range(60)]

    def wrong(journal: Path) -> str:
        done = [each.how[0] for each in read_journal(journal)]
        return "wrong" if "17" in done and "42" in done else ""

    found = shrunken(acts, tmp_path / "short.jsonl", "wrong", wrong)
    assert found == [acts[17], acts[42]]
    assert shrunken(acts[:20], tmp_path / "short.jsonl", "wrong", wrong) is None
