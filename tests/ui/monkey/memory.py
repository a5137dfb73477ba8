"""What the program holds on to: memory, objects, widgets, counted where every window is in the same state."""

import ctypes
import gc
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.document.assess import assess
from desktop_app.report.pdf import pdf_bytes
from tests.cases.contracts import AS_OF, contract_file, policy
from tests.cases.examples import rulebook
from tests.ui.monkey.acts import Act, Ready, command, key
from tests.ui.monkey.parts import below
from tests.ui.monkey.seat import FIRST_SIZE, Seat

STATM = Path("/proc/self/statm")
LATE_SHARE = 0.1
"""How many widgets more there may be while some parts, such as lists that drop down, are still opened for the first time."""
MOST_WIDGETS = 0.05
"""How many widgets more there may be at the end than in the middle: those of two such lists."""
MOST_BYTES = 0.08
"""By how much more memory may be in use by then; a run fills up by 6 % to its act 25,000, and stays as it is from there on.

It is the usual growth from one count to the next, times the counts: what is taken once, such as a typeface, is no leak.
"""
PAPERS_REMEMBERED = 12
"""After so many papers the typesetter has forgotten what it kept of those before, which is more the longer they were."""
WARM = 10_000
"""Acts after which what is kept for speed, such as drawn letters, is there; memory is compared from there on."""


SHORT_PAPER = assess(contract_file(policy(quote_months=1)), AS_OF, rulebook())
PAPER, DRAWN = key("Key_7", "AltModifier"), 1_000
"""Where a paper is seen, and milliseconds after which it is drawn: its pages are large."""
PLACES = ("hidden", "paper_zoom", "paper_kind", "paper_language", "paper_approvals", "paper_enclosed", "paper_readings")
"""What is remembered of how a window was left, and changes how much a new one shows."""
GROWN = ("memory grows", "widgets are left over")
"""How it begins to be told that something has grown, which no few acts would show."""


class Held(NamedTuple):
    """What is held at a moment: bytes in use, and those taken from the system, of which many are holes between used ones."""

    act: int
    bytes: int
    taken: int
    widgets: int
    windows: int
    objects: int

    def __str__(self) -> str:
        return (
            f"after {self.act} acts {self.bytes / 2**20:.1f} MiB in use, {self.taken / 2**20:.1f} MiB taken, "
            f"{self.widgets} widgets, {self.windows} windows, {self.objects} objects"
        )


class Allocated(ctypes.Structure):
    """What the C library tells of all its memory (`struct mallinfo2`)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in ("arena", "ordblks", "smblks", "hblks", "mapped", "usmblks", "fsmblks", "used", "fordblks", "keepcost")
    )


def held(seat: Seat, do: Callable[[Act], None], act: int) -> Held:
    """Bring the window to where it always is the same, a new contract in freshly made views, and count."""
    do(command("Ctrl+N", Ready("discard", agrees=True)))
    for each in below(seat.window, QDialog):
        each.close()
    do(Act("resize", "", FIRST_SIZE))
    seat.settings.text_size, seat.settings.scheme, seat.settings.eras = 100, "light", "no"
    for place in PLACES:
        seat.settings.keep_place(place, "")
    seat.settings.issuer_declined = True
    seat.window.switch("language.ja")
    QApplication.processEvents()
    for number in range(1, 9):
        do(key(f"Key_{number}", "ControlModifier"))
        do(key(f"Key_{number}", "AltModifier"))
    do(PAPER)
    do(Act("rest", "", (DRAWN,)))
    do(key("Key_1", "AltModifier"))
    do(key("Key_1", "ControlModifier"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    seat.moved()
    QPixmapCache.clear()
    for _ in range(PAPERS_REMEMBERED):
        pdf_bytes(SHORT_PAPER)
    gc.collect()
    widgets, windows = len(QApplication.allWidgets()), len(QApplication.topLevelWidgets())
    return Held(act, *_bytes(), widgets, windows, len(gc.get_objects()))


def _bytes() -> tuple[int, int]:
    """Return how much memory is in use and how much is taken once what is free was given back; nothing where nobody tells."""
    in_use = 0
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.malloc_trim(0)
        library.mallinfo2.restype = Allocated
        told = library.mallinfo2()
        in_use = told.used + told.mapped
    return in_use, int(STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if STATM.exists() else 0


def growth(counted: Sequence[Held]) -> list[str]:
    """Return what has grown: widgets and windows at all, memory from the middle to the end."""
    first, middle, last = counted[0], counted[(len(counted) - 1) // 2], counted[-1]
    found = []
    warm = middle.act >= WARM
    before, controls, windows = (middle, MOST_WIDGETS, 0) if warm else (first, LATE_SHARE, LATE_SHARE)
    if last.widgets > before.widgets * (1 + controls) or last.windows > before.windows * (1 + windows):
        found.append(f"{GROWN[1]}: {before}; {last}")
    if warm and _usual_growth(counted[counted.index(middle) :]) > middle.bytes * MOST_BYTES:
        found.append(f"{GROWN[0]}: {'; '.join(map(str, counted))}")
    return found


def _usual_growth(counted: Sequence[Held]) -> float:
    """Return by how many bytes it would have grown, had it between all counts as it has between most."""
    steps = [later.bytes - earlier.bytes for earlier, later in pairwise(counted)]
    return median(steps) * len(steps)
