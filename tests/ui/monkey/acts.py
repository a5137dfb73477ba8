"""What a person does at a window, as data: one act is one event of keyboard, mouse, clipboard or window."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Act(NamedTuple):
    """A kind of act, the part of the window that it is done to, where that matters, and how."""

    kind: str
    target: str = ""
    how: tuple[Any, ...] = ()

    def line(self) -> str:
        """Return the act as a line of a journal."""
        return json.dumps([self.kind, self.target, list(self.how)])


def key(name: str, *modifiers: str) -> Act:
    """Return the act of pressing a key, by Qt's name of it."""
    return Act("key", "", (name, *modifiers))


def letters(text: str) -> list[Act]:
    """Return the acts of typing an ASCII text, one a letter."""
    return [Act("letter", "", (each,)) for each in text]


def command(keys: str, answer: str = "cancel", file: str = "") -> Act:
    """Return the act of giving a command by its keys, with what is answered if it asks."""
    return Act("command", "", (keys, answer, file))


def write_journal(file: Path, acts: Iterable[Act]) -> None:
    """Write acts to a journal, one a line."""
    file.write_text("".join(f"{each.line()}\n" for each in acts), "utf-8")


def read_journal(file: Path) -> Iterator[Act]:
    """Yield the acts of a journal."""
    for line in file.read_text("utf-8").splitlines():
        kind, target, how = json.loads(line)
        yield Act(kind, target, tuple(how))
