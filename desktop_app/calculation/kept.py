"""What is kept from one reading to the next: a key that is pressed changes one field, and most of a contract is as it was."""

import marshal
from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Given = TypeVarTuple("Given")
WITHOUT_REFERENCES = 2
"""The version of marshal's format in which the bytes of two values are the same if the values and their types are."""


def kept(make: Callable[[*Given], T]) -> Callable[[*Given], T]:
    """Return a function that gives its last answer again as long as it is given the very same arguments.

    A tuple is the same as another of its kind of the very same things. Neither the arguments nor the answer may ever be changed.
    What it raises is not kept.
    """
    last: tuple[tuple[Any, ...], T] | None = None

    def answer(*given: *Given) -> T:
        nonlocal last
        found = last
        if found is None or not _same(found[0], given):
            found = last = (given, make(*given))
        return found[1]

    return wraps(make)(answer)


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if not isinstance(one, tuple) or type(one) is not type(other) or len(one) != len(other):
        return False
    return all(map(is_, one, other)) or all(map(_same, one, other))


def kept_reading() -> Callable[[Any, Callable[[Any], Any]], Any]:
    """Return a function of data and of what reads them, which gives the last reading again for data that say the same.

    The data may have been changed in place since, and only have to be plain to be kept; the reading may never be changed.
    """
    last: tuple[bytes, Any] | None = None

    def read(data: Any, reader: Callable[[Any], Any]) -> Any:
        nonlocal last
        try:
            content = marshal.dumps(data, WITHOUT_REFERENCES)
        except ValueError:  # something in them is not plain
            return reader(data)
        found = last
        if found is None or found[0] != content:
            found = last = (content, reader(data))
        return found[1]

    return read
