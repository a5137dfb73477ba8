"""What is wrong with a contract, or worth a warning: where, what kind, and by which article."""

from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.step import Path


class Problem(NamedTuple):
    """An error or a warning about the field at `path`.

    `code` is stable (other programs read it) and the key of the sentence; `details` are the values named in that sentence.
    Values that the user typed are left out of it, so that a log never repeats them.
    """

    path: Path
    code: str
    article: Article | None = None
    details: tuple[tuple[str, Any], ...] = ()


class UnreadableValueError(Exception):
    """A rule asked for a value that could not be read; the rule has nothing to say then."""


def _refuse(*_: object) -> Any:
    raise UnreadableValueError


class Unreadable:
    """Stands where a contract's value could not be read: whatever uses it raises `UnreadableValueError`."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError  # asked by Python itself, not by a rule
        return _refuse()

    __iter__ = __len__ = __bool__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = __hash__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __floordiv__ = __rfloordiv__ = __neg__ = _refuse
    __getitem__ = __contains__ = __call__ = __index__ = __str__ = __repr__ = _refuse


UNREADABLE: Any = Unreadable()
