"""What each outage is worth now, by when it must be claimed, and what it lacks to one more day."""

from desktop_app.calculation.outage_outlook import outage_outlooks
from desktop_app.calculation.step import Path
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.inquiry.told_page import ToldPage
from desktop_app.ui.scene import Scene
from desktop_app.wording.told import Told
from desktop_app.wording.told_deadlines import outages_told


class OutagesPage(ToldPage):
    """The list of outages."""

    def __init__(self, scene: Scene) -> None:
        super().__init__("outages", scene)

    def answer(self, subject: Subject) -> tuple[Told, tuple[Path, ...]]:
        """Return what there is to say of each outage."""
        found = outage_outlooks(subject.contract, subject.statement, subject.rules)
        return outages_told(found, subject.as_of, self.words), tuple(("outages", each.row, "claimed_on") for each in found)
