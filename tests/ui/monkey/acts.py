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


class Ready(NamedTuple):
    """What stands ready in case that something is asked: keep changes or not, which file, yes or no, passwords in their order."""

    answer: str = "cancel"
    file: str = ""
    agrees: bool = False
    passwords: tuple[str, ...] = ()

    def how(self) -> tuple[Any, ...]:
        """Return it as a part of an act."""
        return (self.answer, self.file, self.agrees, *self.passwords)


NOTHING = Ready()


def command(keys: str, ready: Ready = NOTHING) -> Act:
    """Return the act of giving a command by its keys."""
    return Act("command", "", (keys, *ready.how()))


def choice(name: str, ready: Ready = NOTHING) -> Act:
    """Return the act of choosing a command from the menus."""
    return Act("choose", "", (name, *ready.how()))


def entry(menu: str, number: int, ready: Ready = NOTHING) -> Act:
    """Return the act of opening a menu in a menu and going down in it so often before Enter."""
    return Act("entry", "", (menu, number, *ready.how()))


def drop(ready: Ready) -> Act:
    """Return the act of dropping the file that stands ready on the window."""
    return Act("drop", "", ready.how())


def write_journal(file: Path, acts: Iterable[Act]) -> None:
    """Write acts to a journal, one a line."""
    file.write_text("".join(f"{each.line()}\n" for each in acts), "utf-8")


def read_journal(file: Path) -> Iterator[Act]:
    """Yield the acts of a journal."""
    for line in file.read_text("utf-8").splitlines():
        kind, target, how = json.loads(line)
        yield Act(kind, target, tuple(how))
