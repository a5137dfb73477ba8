"""The one thread in which papers are set, drawn and printed: a task at a time, a newer one in place of one that waits."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

T = TypeVar("T")


class Task(NamedTuple):
    """Something to be done: for whom, under which name, and what."""

    owner: object
    name: str
    do: Callable[[], Any]


class Done(NamedTuple):
    """A task with what came of it, or why nothing did."""

    task: Task
    result: Any
    error: Exception | None


class Press(QObject):
    """`ended` with a Done, in the window's thread. The drawing library knows no threads: nothing else may touch it."""

    ended = Signal(object)
    _rung = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(1, "press")  # the interpreter waits for its task before it ends
        self._done: SimpleQueue[Done] = SimpleQueue()
        self._rung.connect(self._on_rung)
        self._waiting: dict[tuple[int, str], Future[None]] = {}
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.rest)

    def order(self, task: Task) -> None:
        """Have a task done; one of the same name for the same owner that has not begun yet never will."""
        self.withdraw(task.owner, task.name)
        self._waiting[id(task.owner), task.name] = self._thread.submit(self._do, [task])

    def withdraw(self, owner: object, name: str) -> None:
        """Take back a task that has not begun yet."""
        waiting = self._waiting.pop((id(owner), name), None)
        if waiting is not None:
            waiting.cancel()

    def result_of(self, do: Callable[[], T]) -> T:
        """Return what something comes to that is done here between tasks; for other threads, which wait for it."""
        return self._thread.submit(_result, [do]).result()

    def rest(self) -> None:
        """Take back what waits, and return once nothing is being done any more."""
        for waiting in self._waiting.values():
            waiting.cancel()
        self._waiting.clear()
        self._thread.submit(int).result()

    def _do(self, asked: list[Task]) -> None:
        """Do a task and leave what came of it to the window's thread: this one holds nothing more of either."""
        self._done.put(_done(asked.pop()))
        self._rung.emit()

    def _on_rung(self) -> None:
        self.ended.emit(self._done.get())


def _done(task: Task) -> Done:
    try:
        return Done(task, task.do(), None)
    except Exception as error:  # noqa: BLE001 - raised or told where it is waited for
        return Done(task, None, error)


def _result(asked: list[Callable[[], T]]) -> T:
    """Return what something comes to, and hold it no longer."""
    return asked.pop()()


@cache
def press() -> Press:
    """Return the press, which serves every window."""
    return Press()
