"""Work in threads of its own. None of them is ever the last to hold something of Qt's, which must end in the window's thread."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Thread
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Work(Generic[T]):
    """Something that is done aside; `told` is called with it in the window's thread once it has ended."""

    def __init__(self, task: Callable[[], T], told: Callable[["Work[T]"], object]) -> None:
        self.told = told
        self._task = task
        self._thread = Thread(target=self._do, daemon=True)
        self._result: T | None = None
        self._error: BaseException | None = None

    def begin(self) -> None:
        """Begin it; it is kept until its end has been told, whoever waits for it."""
        _under_way.add(self)
        _bell()
        self._thread.start()

    def _do(self) -> None:
        try:
            self._result = self._task()
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            _bell().rung.emit(self)

    def end(self) -> None:
        """Tell that it has ended, once its thread has let go of all that it held."""
        self._thread.join()
        _under_way.discard(self)
        self.told(self)

    def goes_on(self) -> bool:
        """Return whether its end has not been told yet."""
        return self in _under_way

    def result(self) -> T:
        """Return what came of it, or raise why nothing did."""
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value] # the task returned it


_under_way: set[Work[Any]] = set()


class _Bell(QObject):
    """Rings in the window's thread when work has ended in another."""

    rung = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rung.connect(self._on_rung)

    def _on_rung(self, work: Work[Any]) -> None:
        work.end()


@cache
def _bell() -> _Bell:
    return _Bell()
