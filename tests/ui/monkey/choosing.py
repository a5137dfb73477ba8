"""What to do next, by chance and by what is in front: mostly what people do, sometimes what they never would."""

import random
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.monkey import texts
from tests.ui.monkey.acts import Act, key, letters
from tests.ui.monkey.commands import CONTROL, LONGEST_BURST, WAYS
from tests.ui.monkey.parts import in_front, name_of, place_in, takes_focus
from tests.ui.monkey.seat import Seat

SHIFT, ALT = "ShiftModifier", "AltModifier"
MOVES = ("Key_Tab", "Key_Tab", "Key_Backtab", "Key_Up", "Key_Down", "Key_Left", "Key_Right", "Key_Home", "Key_End")
MOVES += ("Key_PageUp", "Key_PageDown")
ENDS = ("Key_Return", "Key_Tab", "Key_Escape", "Key_Enter")
KEYS = (*ENDS, "Key_F2", "Key_F4", "Key_F8", "Key_Delete", "Key_Backspace", "Key_Space", "Key_Insert", "Key_Menu")
CHORDS = ((CONTROL, "Key_A"), (CONTROL, "Key_C"), (CONTROL, "Key_X"), (CONTROL, "Key_V"))
CHORDS += ((CONTROL, "Key_Home"), (CONTROL, "Key_End"), (SHIFT, "Key_Down"), (SHIFT, "Key_Right"), (ALT, "Key_Down"))
CARET = ("Key_Left", "Key_Right", "Key_Left", "Key_Right", "Key_Home", "Key_End", "Key_Backspace", "Key_Delete")
IN_FRONT = ("Key_Down", "Key_Up", "Key_Left", "Key_Right", "Key_Return", "Key_PageDown", "Key_Tab")
LETTERS = "0123456789/-,.tx+[] "
SIZES = ((1280, 800), (900, 640), (1600, 900), (1280, 700), (700, 400))
BUTTONS = ("LeftButton",) * 7 + ("RightButton", "MiddleButton")
TURNS = (-120, 120, -960, 960)
TRIES = 4
PAUSE = 700


class Choosing:
    """Chooses acts at a seat, the same ones for the same seed at the same windows."""

    def __init__(self, seat: Seat, seed: int) -> None:
        self._seat = seat
        self._chance = random.Random(seed)  # noqa: S311 - acts, not secrets
        self._intended: deque[Act] = deque()
        self._ways: dict[Callable[[], Sequence[Act]], float] = {
            self._typed: 300,
            self._caret: 330,
            self._glides: 160,
            self._entry: 80,
            self._cell: 50,
            self._move: 150,
            self._key: 60,
            self._chord: 30,
            self._click: 150,
            self._double: 15,
            self._wheel: 30,
            self._drag: 10,
            self._composed: 40,
            self._paste: 12,
            self._menu: 8,
            self._resize: 3,
            self._rest: 0.3,
            **{partial(way, self._chance): often for way, often in WAYS.items()},
        }

    def next(self) -> Act:
        """Return the next act; what was begun, such as an entry, is gone on with while nothing is in its way."""
        front = in_front(self._seat.window)
        if front is not self._seat.window:
            self._intended.clear()
            return self._before(front)
        while not self._intended:
            way = self._chance.choices(list(self._ways), list(self._ways.values()))[0]
            self._intended.extend(way())
        return self._intended.popleft()

    def _before(self, front: QWidget) -> Act:
        """Return an act for a menu, a list, a calendar or a dialog that has opened."""
        way = self._chance.random()
        dialog = isinstance(front, QDialog)
        if way < (0.1 if dialog else 0.35):
            return key("Key_Escape")
        if way < (0.3 if dialog else 0.5):
            return key(
                self._chance.choice(("Key_Down", "Key_Up", "Key_Left", "Key_Right", "Key_Return", "Key_PageDown", "Key_Tab"))
            )
        if dialog and way < 0.6:
            return letters(self._chance.choice(LETTERS))[0]
        return self._at("click", self._one(self._seat.parts()))

    def _one(self, parts: Sequence[QWidget]) -> QWidget | None:
        """Return one of the parts of which something is in sight."""
        for _ in range(TRIES if parts else 0):
            part = self._chance.choice(parts)
            if place_in(part, 0.5, 0.5) is not None:
                return part
        return None

    def _at(self, kind: str, part: QWidget | None, *how: object) -> Act:
        if part is None:
            return key("Key_Tab")
        place = (round(self._chance.uniform(0.01, 0.99), 3), round(self._chance.uniform(0.01, 0.99), 3))
        return Act(kind, name_of(part, self._seat.parts()), (*place, *how))

    def _any(self) -> QWidget | None:
        """Return a part to point at: mostly one that does something."""
        parts = self._seat.parts()
        useful = [each for each in parts if takes_focus(each) or isinstance(each, QTabBar | QMenuBar)]
        return self._one(useful if self._chance.random() < 0.8 else parts)

    def _typed(self) -> list[Act]:
        return letters("".join(self._chance.choices(LETTERS, k=self._chance.randint(1, LONGEST_BURST))))

    def _caret(self) -> list[Act]:
        held = (SHIFT,) if self._chance.random() < 0.2 else ()
        return [key(name, *held) for name in self._chance.choices(CARET, k=self._chance.randint(2, LONGEST_BURST))]

    def _entry(self) -> list[Act]:
        lines = [each for each in self._seat.parts() if isinstance(each, QLineEdit | QPlainTextEdit) and each.isEnabled()]
        line = self._one(lines)
        if line is None:
            return []
        return [self._at("click", line), *letters(self._chance.choice(texts.ENTRIES)), self._end()]

    def _cell(self) -> list[Act]:
        tables = [each.viewport() for each in self._seat.parts() if isinstance(each, QTableView)]
        table = self._one(tables)
        if table is None:
            return [key(f"Key_{self._chance.choice((2, 3, 4, 6))}", CONTROL)]
        begun = self._chance.choice(([], [key("Key_F2")], [key("Key_Return")]))
        return [self._at("click", table), *begun, *letters(self._chance.choice(texts.ENTRIES)), self._end()]

    def _end(self) -> Act:
        return key(self._chance.choice(ENDS))

    def _move(self) -> list[Act]:
        return [key(self._chance.choice(MOVES))] * self._chance.choice((1, 1, 2, 5))

    def _key(self) -> list[Act]:
        return [key(self._chance.choice(KEYS))]

    def _chord(self) -> list[Act]:
        modifier, name = self._chance.choice(CHORDS)
        return [key(name, modifier)]

    def _click(self) -> list[Act]:
        return [self._at("click", self._any(), self._chance.choice(BUTTONS))]

    def _double(self) -> list[Act]:
        return [self._at("double", self._any())]

    def _glides(self) -> list[Act]:
        """Return the mouse coming over a part and moving on."""
        on = [
            (self._chance.randint(-40, 40), self._chance.randint(-20, 20)) for _ in range(self._chance.randint(2, LONGEST_BURST))
        ]
        return [self._at("hover", self._one(self._seat.parts())), *(Act("glide", "", each) for each in on)]

    def _wheel(self) -> list[Act]:
        return [self._at("wheel", self._any(), self._chance.choice(TURNS))]

    def _drag(self) -> list[Act]:
        handles = [each for each in self._seat.parts() if isinstance(each, QSplitterHandle)]
        areas = [each.viewport() for each in self._seat.parts() if isinstance(each, QAbstractScrollArea)]
        part = self._one(self._chance.choice((handles, areas)))
        return [self._at("drag", part, self._chance.randint(-150, 150), self._chance.randint(-60, 60))] if part else []

    def _composed(self) -> list[Act]:
        text = self._chance.choice(texts.COMPOSED)
        between = [key(self._chance.choice(MOVES))] if self._chance.random() < 0.1 else []
        return [Act("compose", "", (text,)), *between, Act("commit", "", (text,))]

    def _paste(self) -> list[Act]:
        return [Act("paste", "", self._chance.choice(texts.CLIPS))]

    def _menu(self) -> list[Act]:
        bar = self._seat.window.menuBar()
        entry = bar.actionGeometry(self._chance.choice(bar.actions())).center()
        across, down = (entry.x() + 0.5) / bar.width(), (entry.y() + 0.5) / bar.height()
        return [Act("click", name_of(bar, self._seat.parts()), (round(across, 4), round(down, 4)))]

    def _resize(self) -> list[Act]:
        return [Act("resize", "", self._chance.choice(SIZES))]

    @staticmethod
    def _rest() -> list[Act]:
        """Return a pause in which everything happens that waits for one."""
        return [Act("rest", "", (PAUSE,))]
