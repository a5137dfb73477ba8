"""What to do next, by chance and by what is in front: mostly what people do, sometimes what they never would."""

import random
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.monkey import texts
from tests.ui.monkey.acts import Act, command, key, letters
from tests.ui.monkey.parts import in_front, name_of, parts_of, place_in, takes_focus
from tests.ui.monkey.seat import Seat

CONTROL, SHIFT, ALT = "ControlModifier", "ShiftModifier", "AltModifier"
MOVES = ("Key_Tab", "Key_Tab", "Key_Backtab", "Key_Up", "Key_Down", "Key_Left", "Key_Right", "Key_Home", "Key_End")
MOVES += ("Key_PageUp", "Key_PageDown")
ENDS = ("Key_Return", "Key_Tab", "Key_Escape", "Key_Enter")
KEYS = (*ENDS, "Key_F2", "Key_F4", "Key_F8", "Key_Delete", "Key_Backspace", "Key_Space", "Key_Insert", "Key_Menu")
CHORDS = ((CONTROL, "Key_A"), (CONTROL, "Key_C"), (CONTROL, "Key_X"), (CONTROL, "Key_V"), (CONTROL, "Key_Minus"))
CHORDS += ((CONTROL, "Key_Home"), (CONTROL, "Key_End"), (SHIFT, "Key_Down"), (SHIFT, "Key_Right"), (ALT, "Key_Down"))
LETTERS = "0123456789/-,.tx+[] "
ANSWERS = ("save", "discard", "cancel")
SIZES = ((1280, 800), (900, 640), (1600, 900), (1280, 700), (700, 400))
BUTTONS = ("LeftButton",) * 7 + ("RightButton", "MiddleButton")
TURNS = (-120, 120, -960, 960)
TRIES = 4
SECTIONS, TABS = 7, 6
LONGEST_BURST = 8


class Choosing:
    """Chooses acts at a seat, the same ones for the same seed at the same windows."""

    def __init__(self, seat: Seat, seed: int) -> None:
        self._seat = seat
        self._chance = random.Random(seed)  # noqa: S311 - acts, not secrets
        self._intended: deque[Act] = deque()
        self._ways: dict[Callable[[], Sequence[Act]], int] = {
            self._typed: 110,
            self._entry: 80,
            self._cell: 50,
            self._move: 150,
            self._key: 60,
            self._chord: 30,
            self._click: 200,
            self._double: 20,
            self._hover: 60,
            self._wheel: 40,
            self._drag: 15,
            self._composed: 40,
            self._paste: 12,
            self._turned_back: 30,
            self._section: 45,
            self._tab: 35,
            self._menu: 10,
            self._open: 8,
            self._save: 8,
            self._new: 3,
            self._resize: 4,
            self._paper: 1,
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

    def _before(self, popup: QWidget) -> Act:
        """Return an act for a menu, a list or a calendar that has opened."""
        way = self._chance.random()
        if way < 0.35:
            return key("Key_Escape")
        if way < 0.5:
            return key(self._chance.choice(("Key_Down", "Key_Up", "Key_Left", "Key_Right", "Key_Return", "Key_PageDown")))
        return self._at("click", self._one(parts_of(popup)))

    def _parts(self) -> list[QWidget]:
        return parts_of(self._seat.window)

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
        return Act(kind, name_of(part, parts_of(in_front(self._seat.window))), (*place, *how))

    def _any(self) -> QWidget | None:
        """Return a part to point at: mostly one that does something."""
        parts = self._parts()
        useful = [each for each in parts if takes_focus(each) or isinstance(each, QTabBar | QMenuBar)]
        return self._one(useful if self._chance.random() < 0.8 else parts)

    def _typed(self) -> list[Act]:
        return letters(self._chance.choice(LETTERS))

    def _entry(self) -> list[Act]:
        lines = [each for each in self._parts() if isinstance(each, QLineEdit | QPlainTextEdit) and each.isEnabled()]
        line = self._one(lines)
        if line is None:
            return []
        return [self._at("click", line), *letters(self._chance.choice(texts.ENTRIES)), self._end()]

    def _cell(self) -> list[Act]:
        tables = [each.viewport() for each in self._parts() if isinstance(each, QTableView)]
        table = self._one(tables)
        if table is None:
            return [key(f"Key_{self._chance.choice((2, 3, 4, 6))}", CONTROL)]
        begun = self._chance.choice(([], [key("Key_F2")], [key("Key_Return")]))
        return [self._at("click", table), *begun, *letters(self._chance.choice(texts.ENTRIES)), self._end()]

    def _end(self) -> Act:
        return key(self._chance.choice(ENDS))

    def _move(self) -> list[Act]:
        return [key(self._chance.choice(MOVES))]

    def _key(self) -> list[Act]:
        return [key(self._chance.choice(KEYS))]

    def _chord(self) -> list[Act]:
        modifier, name = self._chance.choice(CHORDS)
        return [key(name, modifier)]

    def _click(self) -> list[Act]:
        return [self._at("click", self._any(), self._chance.choice(BUTTONS))]

    def _double(self) -> list[Act]:
        return [self._at("double", self._any())]

    def _hover(self) -> list[Act]:
        return [self._at("hover", self._one(self._parts()))]

    def _wheel(self) -> list[Act]:
        return [self._at("wheel", self._any(), self._chance.choice(TURNS))]

    def _drag(self) -> list[Act]:
        handles = [each for each in self._parts() if isinstance(each, QSplitterHandle)]
        areas = [each.viewport() for each in self._parts() if isinstance(each, QAbstractScrollArea)]
        part = self._one(self._chance.choice((handles, areas)))
        return [self._at("drag", part, self._chance.randint(-150, 150), self._chance.randint(-60, 60))] if part else []

    def _composed(self) -> list[Act]:
        text = self._chance.choice(texts.COMPOSED)
        between = [key(self._chance.choice(MOVES))] if self._chance.random() < 0.1 else []
        return [Act("compose", "", (text,)), *between, Act("commit", "", (text,))]

    def _paste(self) -> list[Act]:
        return [Act("paste", "", self._chance.choice(texts.CLIPS))]

    def _turned_back(self) -> list[Act]:
        keys = self._chance.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"))
        return [command(keys)] * self._chance.randint(1, LONGEST_BURST)

    def _section(self) -> list[Act]:
        return [key(f"Key_{self._chance.randint(1, SECTIONS)}", CONTROL)]

    def _tab(self) -> list[Act]:
        return [key(f"Key_{self._chance.randint(1, TABS)}", ALT)]

    def _menu(self) -> list[Act]:
        bar = self._seat.window.menuBar()
        entry = bar.actionGeometry(self._chance.choice(bar.actions())).center()
        across, down = (entry.x() + 0.5) / bar.width(), (entry.y() + 0.5) / bar.height()
        return [Act("click", name_of(bar, self._parts()), (round(across, 4), round(down, 4)))]

    def _open(self) -> list[Act]:
        return [command("Ctrl+O", self._chance.choice(ANSWERS), self._chance.choice(texts.FILES))]

    def _save(self) -> list[Act]:
        return [command(self._chance.choice(("Ctrl+S", "Ctrl+Shift+S")), "save", self._chance.choice(texts.SAVED))]

    def _new(self) -> list[Act]:
        return [command(self._chance.choice(("Ctrl+N", "Ctrl+N", "Ctrl+Q")), self._chance.choice(ANSWERS), texts.SAVED[0])]

    def _resize(self) -> list[Act]:
        return [Act("resize", "", self._chance.choice(SIZES))]

    def _paper(self) -> list[Act]:
        return [command("Ctrl+E", "cancel", self._chance.choice(texts.PAPERS))]
