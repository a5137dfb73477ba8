"""How a library that is not written in Python gives up: its panic, which is no Exception, becomes one here and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager


class PanicError(Exception):
    """A library has given up; `kind` is what it calls that. What it says of it may repeat what it was given, and is not kept."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def kind_of(error: Exception) -> str:
    """Return what an error is called; of a panic what the library calls it.

    >>> kind_of(ValueError("x")), kind_of(PanicError("PanicException"))
    ('ValueError', 'PanicException')
    """
    return error.kind if isinstance(error, PanicError) else type(error).__name__


@contextmanager
def panics_told() -> Iterator[None]:
    """Raise PanicError for whatever a library throws that is neither an Exception nor meant for the program itself."""
    try:
        yield
    except (Exception, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as panic:  # noqa: BLE001 - this is what a panic is
        raise PanicError(type(panic).__name__) from None
