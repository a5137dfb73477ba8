"""When to end the contract: the curve of all days, the two best of them, and by when the notice for a day must arrive."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop_app.calculation.termination_curve import TerminationCurve
from desktop_app.ui.inquiry.backwards import WishedEnd, notice_sentences, running_text
from desktop_app.ui.inquiry.curve_choice import TERMINATION, termination_for
from desktop_app.ui.inquiry.curve_maker import CurveMaker
from desktop_app.ui.inquiry.curve_view import CurveView
from desktop_app.ui.inquiry.curve_words import beside_told, figures_of, flags_of, own_end, summary
from desktop_app.ui.inquiry.page import Page
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.plain import plain_label, plain_tip
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import Wording

BEST = ("cheapest", "free")
DECIDING = ("terms", "dates", "prices", "accounts", "option", "changes", "termination", "outages", "policy")
"""The parts of a contract that decide what ending it costs."""


class CurvePage(Page):
    """The curve, and the day that is read out below it."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._subject: Subject | None = None
        self._curve: TerminationCurve | None = None
        self._day: date | None = None
        self._maker, self._view, self._wished = CurveMaker(self), CurveView(scene), WishedEnd(scene)
        self._best = {kind: self._button(f"go.{kind}", "quiet") for kind in BEST}
        self._choose = self._button("choose")
        self._figures, self._told = plain_label("", "group"), plain_label("", "help", wrapped=True)
        self._figures.setWordWrap(True)
        self._lay_out()
        self._maker.made.connect(self._show_curve)
        self._view.reached.connect(self._reach)
        self._view.chosen.connect(self._decide)
        self._wished.entered.connect(self._go_to)
        self._choose.clicked.connect(self._decide_current)
        for kind, button in self._best.items():
            button.clicked.connect(partial(self._go_to_best, kind))

    def _button(self, name: str, role: str = "") -> QPushButton:
        button = QPushButton(self.words.text(f"window.inquiry.{name}"))
        button.setProperty("role", role)
        return button

    def _lay_out(self) -> None:
        wished, chosen = QHBoxLayout(), QHBoxLayout()
        wished.addWidget(self._wished)
        for button in self._best.values():
            wished.addWidget(button)
        wished.addStretch(1)
        chosen.addWidget(self._figures, 1)
        chosen.addWidget(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 6, 4)
        box.setSpacing(self.scene.look.px(5))
        box.addWidget(self._view, 1)
        box.addLayout(wished)
        box.addLayout(chosen)
        box.addWidget(self._told)

    def take_focus(self) -> None:
        """Put the keyboard on the curve."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def curve(self) -> TerminationCurve | None:
        """The curve of the present contract; None while it is being made."""
        return self._curve if self._view.is_current else None

    def show_subject(self, subject: Subject) -> None:
        """Show the curve of a contract, as soon as it is made; until then none as true."""
        before, self._subject = self._subject, subject
        if before is not None and _same_question(before, subject):
            return
        if before is None or self._day is None:
            self._day = own_end(subject)
        self._view.show_stale()
        self._maker.order(subject)
        self._show_day()

    def rest(self) -> None:
        """Make no curve."""
        self._maker.withdraw()
        self._view.show_stale()
        self._subject = None

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no curve that nobody sees; the next time, it begins anew."""
        super().hideEvent(event)
        if not self._view.is_current:
            self.rest()

    def _show_curve(self, curve: TerminationCurve) -> None:
        if self._subject is None:
            return
        self._curve = curve
        self._view.show_curve(curve, flags_of(curve, self._subject, self.words), summary(curve, self._subject, self.words))
        for kind, i in zip(BEST, (curve.cheapest, curve.earliest_free), strict=True):
            day = curve.days[i]
            text = self.words.text(f"window.inquiry.best.{kind}", day=day.effective_on, total=day.total)
            self._best[kind].setAccessibleName(text)
            self._best[kind].setToolTip(plain_tip(text))
        if self._day is None or curve.at(self._day) is None:
            self._day = curve.days[curve.cheapest].effective_on
        self._show_day()

    def _show_day(self) -> None:
        """Read out the day: at once by when the notice must arrive, and what it costs once the curve is there."""
        curve, subject, day = self.curve, self._subject, self._day
        place = None if curve is None or day is None else curve.at(day)
        self._view.show_current(place)
        for button in self._best.values():
            button.setEnabled(curve is not None)
        self._choose.setEnabled(False)
        self._figures.setText("")
        if day is None or subject is None:
            self._told.setText("")
            return
        self._wished.show_day(day)
        told = notice_sentences(day, subject, self.words)
        if curve is not None and place is not None:
            self._figures.setText(_costs(curve, place, self.words))
            self._choose.setEnabled(curve.days[place].in_time and day != own_end(subject))
            told = (beside_told(curve, place, self.words), *told)
        elif curve is not None:
            self._figures.setText(self.words.text("window.inquiry.beyond"))
        self._told.setText(running_text(told, self.words))

    def _reach(self, i: int) -> None:
        if self.curve is not None:
            self._go_to(self.curve.days[i].effective_on)

    def _go_to(self, day: date) -> None:
        self._day = day
        self._show_day()

    def _go_to_best(self, kind: str, _checked: object = None) -> None:
        if self.curve is not None:
            self._reach(self.curve.cheapest if kind == "cheapest" else self.curve.earliest_free)

    def _decide_current(self) -> None:
        place = None if self.curve is None or self._day is None else self.curve.at(self._day)
        if place is not None:
            self._decide(place)

    def _decide(self, i: int) -> None:
        curve, subject = self.curve, self._subject
        if curve is not None and subject is not None and curve.days[i].in_time:
            self.decide(TERMINATION, termination_for(curve.days[i], subject))


def _costs(curve: TerminationCurve, i: int, words: Wording) -> str:
    """Return what ending on a day costs, in one line."""
    figures = list(figures_of(curve.days[i], words))[1:]
    return "　".join(words.text("window.chart.value", name=name, value=value) for name, value in figures)


def _same_question(before: Subject, subject: Subject) -> bool:
    """Return whether the curve of one contract is that of another: names and texts make no difference."""
    alike = (getattr(before.contract, name) == getattr(subject.contract, name) for name in DECIDING)
    return before.as_of == subject.as_of and all(alike)
