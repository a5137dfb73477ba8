"""A run of the monkey: acts one after the other, each watched, with looks between; the first thing that is wrong ends it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.application import Application
from desktop_app.ui.look import load_fonts
from desktop_app.ui.waiting import WaitDialog
from tests.ui.monkey.acts import Act, Ready, command, key
from tests.ui.monkey.agreement import unlike_session
from tests.ui.monkey.choosing import Choosing
from tests.ui.monkey.commands import EACH_ONCE
from tests.ui.monkey.hands import Hands
from tests.ui.monkey.looking import look, look_after_crash, look_back, look_beside
from tests.ui.monkey.memory import Held, growth, held
from tests.ui.monkey.seat import Seat, filled, make_passwords_easy
from tests.ui.monkey.watching import Watch, keyboard_lost

LOOKS: dict[str, Callable[[Seat, Callable[[Act], None]], list[str]]] = {
    "look": look,
    "look back": look_back,
    "look beside": look_beside,
    "crash": look_after_crash,
}
EVERY = {"look": 250, "look back": 2000, "crash": 4000, "look beside": 10_000}
"""Acts between two looks of a kind; after what reads or writes a file, the first kind comes at once, too."""
LOOKED_AT = frozenset({"Ctrl+O", "Ctrl+S", "Ctrl+Shift+S", "open", "save", "save_as", "save_revision", "recent", "versions"})
COUNTS = 8
STUCK = 300
"""Milliseconds after which something that waits for its user, inside of an act, is taken to be a question and left."""


class AstrayError(Exception):
    """Something is wrong with the window."""


class Run:
    """Does acts in a folder, and writes each into a journal before it is done."""

    def __init__(self, folder: Path, journal: TextIO) -> None:
        self.counted: list[Held] = []
        self.done = 0
        self._journal = journal
        self._watch = Watch()
        self._seat = Seat(filled(folder))
        self._hands = Hands(self._seat)
        self._alarm = QTimer(interval=STUCK)
        self._alarm.timeout.connect(self._leave_question)

    @property
    def seat(self) -> Seat:
        """Where the monkey sits."""
        return self._seat

    def do(self, act: Act) -> None:
        """Do an act; AstrayError when something is wrong after it."""
        self.done += 1
        print(act.line(), file=self._journal, flush=True)
        if act.kind in LOOKS:
            found = LOOKS[act.kind](self._seat, self._hands.do)
        elif act.kind == "count":
            found = self._count()
        else:
            found = self._do(act)
        self._judge([*self._watch.taken(), *found])

    def _do(self, act: Act) -> list[str]:
        self._alarm.start()
        self._hands.do(act)
        self._alarm.stop()
        self._seat.start_again_when_closed()
        return [*keyboard_lost(), *unlike_session(self._seat)]

    def _count(self) -> list[str]:
        self.counted.append(held(self._seat, self._hands.do, self.done))
        return growth(self.counted) if len(self.counted) == COUNTS else []

    @staticmethod
    def _leave_question() -> None:
        """Press Escape where an act waits for an answer, as a drag or a dialog does; what only takes its time is let do so."""
        window = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        if window is not None and not isinstance(window, WaitDialog):
            QTest.keyPress(window, Qt.Key.Key_Escape)

    def end(self) -> None:
        """Leave the window; AstrayError when that goes wrong."""
        self._seat.leave()
        QApplication.processEvents()
        self._judge(self._watch.taken())

    @staticmethod
    def _judge(found: list[str]) -> None:
        if found:
            raise AstrayError("\n".join(found))

    def let_go(self) -> None:
        """Leave the clipboard, and what is watched, as they were."""
        QApplication.clipboard().clear()
        self._watch.end()


OPENING = (command("Ctrl+O", Ready("discard", "mid-term-termination.contract.json", agrees=True)),)
LEAVING = (key("Key_Escape"), key("Key_Escape"))
ELSEWHERE = frozenset({"new", "open", "start", "quit"})
"""The commands after which another contract is open, or none."""
WARMING = (
    *OPENING,
    *(act for each in EACH_ONCE for act in (each, *LEAVING, *(OPENING if each.how[0] in ELSEWHERE else ()))),
    Act("rest", "", (1000,)),
    Act("look beside"),
    command("Ctrl+N", Ready("discard", agrees=True)),
)
"""What loads everything once that is loaded when it is first needed, so that memory is compared from there on."""


def chosen(choosing: Choosing, actions: int) -> Iterator[Act]:
    """Yield so many acts by chance, with the looks and the counts that belong between them."""
    counts = {actions * i // COUNTS for i in range(1, COUNTS + 1)}
    yield from WARMING
    for number in range(1, actions + 1):
        act = choosing.next()
        yield act
        if act.kind == "drop" or (act.how[:1] and act.how[0] in LOOKED_AT):
            yield Act("look")
        if number in counts:
            yield Act("count")
        for kind, every in EVERY.items():
            if number % every == 0:
                yield Act(kind)


def run(journal: Path, actions: int, seed: int, again: Iterable[Act] | None = None) -> tuple[Held, ...]:
    """Do so many acts of a seed, or those given again; return what was counted. AstrayError tells what is wrong."""
    app = QApplication.instance() or Application(["monkey"])
    assert isinstance(app, QApplication)
    load_fonts(app)
    make_passwords_easy()
    with TemporaryDirectory() as folder, journal.open("w", encoding="utf-8") as written:
        here = Run(Path(folder), written)
        try:
            for act in chosen(Choosing(here.seat, seed), actions) if again is None else again:
                here.do(act)
            here.end()
        finally:
            here.let_go()
    return tuple(here.counted)
