"""The termination curve, reckoned in slices between two events: typing never waits for it."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.calculation.termination_curve import EndingDay, curve_of, ending_days
from desktop_app.ui.inquiry.subject import Subject

PAUSE = 40
"""Milliseconds without a change after which the curve is begun."""
SLICE = 0.008
"""Seconds for which the window does nothing else at a time; a thread of its own would hold it up longer, call by call."""


class CurveMaker(QObject):
    """Makes one curve at a time; `made` with it, unless it was withdrawn or another was ordered before."""

    made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._coming: Iterator[EndingDay] = iter(())
        self._days: list[EndingDay] = []
        self._pause, self._slices = QTimer(self), QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._slices.setInterval(0)
        self._pause.timeout.connect(self._begin)
        self._slices.timeout.connect(self._go_on)

    def order(self, subject: Subject) -> None:
        """Make the curve of a contract, once nothing else is ordered for a moment."""
        self.withdraw()
        self._subject = subject
        self._pause.start()

    def withdraw(self) -> None:
        """Make nothing any more."""
        self._pause.stop()
        self._slices.stop()
        self._subject, self._days = None, []

    def _begin(self) -> None:
        if self._subject is not None:
            self._coming = ending_days(self._subject.contract, self._subject.as_of, self._subject.rules)
            self._slices.start()

    def _go_on(self) -> None:
        until = monotonic() + SLICE
        for day in self._coming:
            self._days.append(day)
            if monotonic() >= until:
                return
        curve = curve_of(tuple(self._days))
        self.withdraw()
        self.made.emit(curve)
