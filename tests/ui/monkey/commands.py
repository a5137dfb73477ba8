"""The commands of the menus as acts: each of them comes up, with what stands ready in case that it asks."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop_app.ui.menus import MENUS, SEPARATOR, Command, Submenu
from tests.ui.monkey import texts
from tests.ui.monkey.acts import Act, Ready, choice, command, drop, entry, key

CONTROL, ALT = "ControlModifier", "AltModifier"
SECTIONS, TABS = 7, 6
LONGEST_BURST = 8
LAST_ENTRY = 12


def _names(listed: Iterable[Command | Submenu]) -> Iterator[str]:
    """Yield the names of commands, those of menus in menus too."""
    for each in listed:
        if isinstance(each, Submenu):
            yield from _names(each.commands)
        elif each is not SEPARATOR:
            yield each.name


COMMANDS = tuple(name for listed in MENUS.values() for name in _names(listed))
"""Whatever stands in the menus: what is added there is done here, too."""
LISTS = tuple(each.name for listed in MENUS.values() for each in listed if isinstance(each, Submenu) and not each.commands)
"""The menus in menus that are filled when they are opened."""
LOOKS = tuple(each for each in COMMANDS if each.partition(".")[0] in {"language", "scheme", "text", "text_size", "eras"})
"""What has all views built anew."""
DEAR = tuple(each for each in COMMANDS if each in {"pdf", "pdf_password", "print", "password", "tab.paper", "self_check"})
USUAL = tuple(each for each in COMMANDS if each not in {*LOOKS, *DEAR})
ANSWERS = ("save", "discard", "cancel")
FILES = {
    "open": texts.FILES,
    "compare": texts.FILES,
    "save": texts.SAVED,
    "save_as": texts.SAVED,
    "save_revision": texts.SAVED,
    "new": texts.SAVED,
    "quit": texts.SAVED,
    "pdf": texts.PAPERS,
    "pdf_password": texts.LOCKED,
    "print": texts.PAPERS,
    "export": texts.TABLES_TO_WRITE,
    "import_counts": texts.TABLES,
    "issuer": texts.PICTURES,
}
"""What may be answered to the question for a file, by the command or by the first part of its name."""


def _files(name: str) -> Sequence[str]:
    return FILES.get(name) or FILES.get(name.partition(".")[0]) or ("",)


def _ready(name: str, chance: random.Random) -> Ready:
    """Return what stands ready for a command, by chance."""
    passwords: Sequence[tuple[str, ...]] = texts.NEW_PASSWORDS if name in {"password", "pdf_password"} else texts.PASSWORDS
    answer = "save" if name.startswith("save") else chance.choice(ANSWERS)
    return Ready(answer, chance.choice(_files(name)), chance.random() < 0.5, chance.choice(passwords))


def _any_of(names: Sequence[str]) -> Callable[[random.Random], list[Act]]:
    def chosen(chance: random.Random) -> list[Act]:
        name = chance.choice(names)
        return [choice(name, _ready(name, chance))]

    return chosen


def _listed(chance: random.Random) -> list[Act]:
    return [entry(chance.choice(LISTS), chance.randint(1, LAST_ENTRY), _ready("open", chance))]


def _turned_back(chance: random.Random) -> list[Act]:
    keys = chance.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"))
    return [command(keys)] * chance.randint(1, LONGEST_BURST)


def _section(chance: random.Random) -> list[Act]:
    return [key(f"Key_{chance.randint(1, SECTIONS)}", CONTROL)]


def _tab(chance: random.Random) -> list[Act]:
    return [key(f"Key_{chance.randint(1, TABS)}", ALT)]


def _open(chance: random.Random) -> list[Act]:
    return [command("Ctrl+O", _ready("open", chance))]


def _save(chance: random.Random) -> list[Act]:
    return [command(chance.choice(("Ctrl+S", "Ctrl+Shift+S")), _ready("save", chance))]


def _new(chance: random.Random) -> list[Act]:
    return [command(chance.choice(("Ctrl+N", "Ctrl+N", "Ctrl+Q")), _ready("new", chance))]


def _dropped(chance: random.Random) -> list[Act]:
    return [drop(_ready(chance.choice(("open", "import_counts")), chance))]


WAYS: dict[Callable[[random.Random], list[Act]], float] = {
    _turned_back: 30,
    _section: 30,
    _tab: 25,
    _any_of(USUAL): 50,
    _open: 12,
    _save: 10,
    _listed: 8,
    _dropped: 3,
    _new: 3,
    _any_of(LOOKS): 2,
    _any_of(DEAR): 3,
    _any_of(("password",)): 3,
}
"""What commands are given how, and how often among all that is done."""
EACH_ONCE = tuple(choice(name, Ready("discard", _files(name)[0], agrees=True, passwords=(texts.SECRET,))) for name in COMMANDS)
"""Every command, each doing what it is there for."""
