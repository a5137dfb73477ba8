"""Cycles of objects that nobody holds are looked for in the window's thread alone: among them is what ends in no other one."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000
"""Milliseconds between two looks whether enough has come together."""


def tidy_up_here(here: QObject) -> None:
    """Have cycles looked for between two events from now on, in the thread and as long as `here` lives, and at no other time."""
    gc.disable()
    timer = QTimer(here, interval=INTERVAL)
    timer.timeout.connect(_tidy_up)
    timer.start()


def _tidy_up() -> None:
    """Collect the oldest generation that is due, as the interpreter itself would."""
    counted, limits = gc.get_count(), gc.get_threshold()
    due = [age for age, (count, limit) in enumerate(zip(counted, limits, strict=True)) if count > limit > 0]
    if due:
        gc.collect(due[-1])
