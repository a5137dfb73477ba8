"""Work that would hold up every thread of the program, done in a process of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")


class LostError(Exception):
    """The process ended without a result: the system had no room for it, or ended it."""


@contextmanager
def apart(act: Callable[P, T], *given: P.args, **named: P.kwargs) -> Iterator[Callable[[], T]]:
    """Begin an act in a process of its own, which ends with the block at the latest; yield what waits for its result."""
    from multiprocessing import get_context  # noqa: PLC0415 - few ever need it

    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(there, act, given, named), daemon=True)
    process.start()
    there.close()

    def result() -> T:
        try:
            found: T = here.recv()
        except EOFError:
            raise LostError from None
        return found

    try:
        yield result
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()


def _do(there: "Connection", act: Callable[P, T], given: tuple[object, ...], named: dict[str, object]) -> None:
    """Do it, and hand over what it comes to; what fails is told by silence."""
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits hears of it, and ends this
    with suppress(BaseException):
        there.send(act(*given, **named))  # type: ignore[arg-type] # as they were given
