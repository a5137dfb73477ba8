"""What is Qt's ends in the window's thread: another one neither holds it last nor looks for its cycles."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QEventLoop, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.ui.aside import Work
from desktop_app.ui.disk import DiskWatch
from desktop_app.ui.paper.press import Done, Press, Task
from desktop_app.ui.tidying import INTERVAL, tidy_up_here
from desktop_app.ui.waiting import beside, wait_for
from desktop_app.wording.wording import wording

AT_ONCE, TIMES = 100, 1000
"""How many threads there are at once, and how often one has the chance to be the last to hold something."""


class Mortal:
    """Something that can be done, and notes in which thread it ended."""

    ended: list[Thread]

    def __init__(self, ended: list[Thread]) -> None:
        self.ended = ended

    def __call__(self) -> int:
        """Return what is asked for."""
        return 7

    def __del__(self) -> None:
        """Note where."""
        self.ended.append(current_thread())


@pytest.fixture
def ended() -> list[Thread]:
    """Return the list of the threads in which something ended."""
    return []


@pytest.fixture(autouse=True)
def _restless() -> Iterator[None]:
    """Have the threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.parametrize("wait", [wait_for, beside])
def test_what_was_waited_for_ends_here(qtbot: QtBot, ended: list[Thread], wait: Callable[..., int]) -> None:
    """Its task, and all that it holds."""
    assert [wait(Mortal(ended), "", wording("ja"), None) for _ in range(TIMES)] == [7] * TIMES
    assert ended == [main_thread()] * TIMES


def test_what_nobody_waits_for_ends_here(qtbot: QtBot, ended: list[Thread]) -> None:
    """Once it has been told."""
    told: list[int] = []
    for _ in range(AT_ONCE):
        Work(Mortal(ended), lambda work: told.append(work.result())).begin()
    qtbot.waitUntil(lambda: len(ended) == AT_ONCE)
    assert told == [7] * AT_ONCE
    assert set(ended) == {main_thread()}


def test_what_the_press_has_done_ends_here(qtbot: QtBot, ended: list[Thread]) -> None:
    """Tasks, their owners, and what a thread that waits for it had it do."""
    press, results, loop = Press(), list[int](), QEventLoop()

    def take(done: Done) -> None:
        results.append(done.result)
        loop.quit()

    press.ended.connect(take)
    for i in range(TIMES):
        press.order(Task(Mortal(ended), str(i), Mortal(ended)))
        loop.exec()  # it goes on the moment that it is told, while the other thread may still hold what it has done
        assert press.result_of(Mortal(ended)) == 7
    qtbot.waitUntil(lambda: len(ended) == 3 * TIMES)
    assert results == [7] * TIMES
    assert set(ended) == {main_thread()}


def test_a_watch_that_is_gone_is_told_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """The page with it was left before the file was looked at."""
    watch, found = DiskWatch(), list[object]()
    watch.found.connect(lambda *what: found.append(what))
    watch.look(tmp_path / "none.json", None)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(tmp_path / "none.json", "gone", None)]
    watch.look(tmp_path / "none.json", None)
    delete(watch)
    qtbot.wait(100)
    assert len(found) == 1


def test_cycles_are_looked_for_here(qtbot: QtBot, ended: list[Thread]) -> None:
    """However much another thread makes; and before long."""
    gc.enable()
    here = QObject()
    tidy_up_here(here)
    cycle = [Mortal(ended)]
    cycle.append(cycle)  # type: ignore[arg-type] # a cycle
    del cycle
    made: list[object] = []
    other = Thread(target=lambda: made.extend([i] for i in range(10 * gc.get_threshold()[0])))
    other.start()
    other.join()
    assert ended == []
    qtbot.waitUntil(lambda: ended == [main_thread()], timeout=5 * INTERVAL)
