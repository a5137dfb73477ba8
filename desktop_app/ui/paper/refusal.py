"""What stands in the place of a paper that cannot be made: why, in sentences, and a way to each field that stops it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.calculation.step import Path
from desktop_app.document.assess import Assessment
from desktop_app.report.paper_error import PaperError, fault_sentence
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import Wording

MOST = 8
"""Sentences told at once; the rest comes to light with the first ones gone."""
FIELDS: dict[str, Path] = {
    "nothing_to_quote": ("prices", "initial_fee"),
    "nothing_charged": ("prices", "initial_fee"),
    "no_termination": ("termination",),
    "no_outage": ("outages",),
}
"""Where to enter what a kind of paper is about."""


class Obstacle(NamedTuple):
    """Why there is no paper, and the field where that can be changed; empty where there is none."""

    sentence: str
    field: Path = ()


def obstacles_of(error: PaperError, words: Wording) -> tuple[Obstacle, ...]:
    """Return what a paper failed by."""
    return tuple(Obstacle(fault_sentence(each, words), each.path or FIELDS.get(each.code, ())) for each in error.faults)


def problems_of(assessment: Assessment, words: Wording) -> tuple[Obstacle, ...]:
    """Return why there is no paper of any kind: what is wrong or missing in the contract."""
    told = (Obstacle(words.problem(each), each.path) for each in assessment.problems)
    return (Obstacle(words.text("paper.error.contract_has_errors")), *told)


class Refusal(QScrollArea):
    """Shows obstacles; `field_asked` with the field of the one that was clicked."""

    field_asked = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._shown: Sequence[Obstacle] = ()
        self.setWidgetResizable(True)
        self.setMinimumHeight(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_obstacles(self, obstacles: Sequence[Obstacle]) -> None:
        """Show why there is no paper."""
        if obstacles == self._shown:
            return
        self._shown = obstacles
        page, px = QWidget(), self._scene.look.px
        page.setProperty("role", "page")
        box = QVBoxLayout(page)
        box.setContentsMargins(px(4), px(14), px(12), px(8))
        box.setSpacing(px(6))
        for number, each in enumerate(obstacles[: MOST + 1]):
            box.addWidget(plain_label(each.sentence, "group" if number == 0 else "", wrapped=True))
            if each.field:
                box.addWidget(self._way_to(each.field), 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self.setWidget(page)
        if held:  # the keyboard would go with the button that it was at
            (page.findChild(QPushButton) or self).setFocus()

    def _way_to(self, field: Path) -> QPushButton:
        words = self._scene.words
        way = QPushButton(words.text("window.paper.go_to", field=words.label(field)).replace("&", "&&"))
        way.setProperty("role", "quiet")
        way.clicked.connect(partial(self._go_to, field))
        return way

    def _go_to(self, field: Path, _checked: object = None) -> None:
        self.field_asked.emit(field)
