"""Random acts by the thousand: no exception, no warning of Qt's, nowhere a disagreement of window, file and command line."""

import os
import random
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.result.figure_model import EMPTY
from desktop_app.ui.result.figure_table import FigureTable
from tests.scenarios.customer import Office, example_file
from tests.ui.desk import Desk
from tests.ui.monkey.acts import Act, key, read_journal, write_journal
from tests.ui.monkey.agreement import disagreements
from tests.ui.monkey.commands import EACH_ONCE, WAYS
from tests.ui.monkey.memory import Held, growth
from tests.ui.monkey.process import Plan, started
from tests.ui.monkey.shrinking import shrunken
from tests.ui.monkey.texts import OTHER, SECRET

pytestmark = pytest.mark.long
PROGRAM = Path(__file__).parents[1] / "release" / "monkey.py"
SEEDS = range(1, 1 + int(os.environ.get("MONKEY_SEEDS", "2")))
ACTIONS = int(os.environ.get("MONKEY_ACTIONS", "50000"))
"""Acts of all seeds together: two minutes of one core; a release does more of them (tests/release/monkey.py)."""


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


def test_a_table_that_shows_something_else_is_found(desk: Desk, tmp_path: Path) -> None:
    """Whichever of them is in sight."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term"))
    office = Office(desk, tmp_path)
    for number, name in enumerate(("月別明細", "日付", "調定金"), 1):
        desk.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert disagreements(office) == []
        desk.named(FigureTable, name).show_sheet(EMPTY)
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


def test_every_command_of_the_menus_is_among_the_acts(desk: Desk) -> None:
    """Once in every run before anything is left to chance, and by chance: what stands in the menus is read from the window."""
    chance = random.Random(1)  # noqa: S311 - acts, not secrets
    acts = [each for way in WAYS for _ in range(500) for each in way(chance)]
    commands, filled = desk.window.views.actions, {name for name, action in desk.window.views.actions.items() if action.menu()}
    assert {each.how[0] for each in acts if each.kind == "choose"} == set(commands) - filled
    assert {each.how[0] for each in EACH_ONCE} == set(commands) - filled
    assert {each.how[0] for each in acts if each.kind == "entry"} == {"recent", "versions"}
    assert {(), (SECRET,), (OTHER,)} == {each.how[4:] for each in acts if each.how[0] == "password"}


@pytest.mark.skipif(sys.platform != "linux", reason="only the C library of Linux tells how much memory is in use")
def test_what_is_kept_with_every_act_is_found(tmp_path: Path) -> None:
    """Memory as well as controls: a run that holds on to both ends with saying so."""
    outcome = started(Plan(tmp_path / "leaking.jsonl", 300, 1), Path(__file__).with_name("leaking_monkey.py"))
    assert not outcome.right
    assert [line.partition(":")[0] for line in outcome.told.splitlines()] == ["widgets are left over", "memory grows"]


def test_what_stays_as_it_is_has_not_grown() -> None:
    """A little more memory is none that is kept, nor are the parts of a list that dropped down; the beginning does not matter."""
    counted = [
        Held(act, size, 900, widgets, 20, 80_000)
        for act, size, widgets in ((10_000, 90, 70), (20_000, 100, 70), (30_000, 104, 70))
    ]
    assert growth(counted) == []
    assert growth([*counted, Held(40_000, 109, 900, 70, 20, 80_000)]) != []
    assert growth([*counted, Held(40_000, 104, 900, 73, 20, 80_000)]) == []
    assert growth([*counted, Held(40_000, 104, 900, 74, 20, 80_000)]) != []
    assert growth([*counted, Held(40_000, 104, 900, 70, 21, 80_000)]) != []


def test_what_is_taken_once_is_no_growth() -> None:
    """Such as a typeface, however late; what grows from each count to the next is."""
    sizes = {"once": (90, 95, 99, 100, 101, 126, 127, 128), "always": (90, 95, 99, 100, 103, 105, 108, 110)}
    counted = {
        name: [Held(10_000 * (i + 1), size, 900, 70, 20, 80_000) for i, size in enumerate(own)] for name, own in sizes.items()
    }
    assert growth(counted["once"]) == []
    assert growth(counted["always"]) != []
