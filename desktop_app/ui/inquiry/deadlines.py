"""What is due by when: all deadlines of the contract, the soonest first, each with its article and the field that it hangs on."""

from desktop_app.calculation.deadlines import Deadline, deadlines
from desktop_app.calculation.step import Path
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.inquiry.told_page import ToldPage
from desktop_app.ui.scene import Scene
from desktop_app.wording.told import Told
from desktop_app.wording.told_deadlines import deadlines_told

FIELDS: dict[str, Path] = {
    "quote": ("quote", "valid_until"),
    "notice": ("termination",),
    "term_end": ("dates", "billing_start"),
}


class DeadlinesPage(ToldPage):
    """The list of deadlines."""

    def __init__(self, scene: Scene) -> None:
        super().__init__("deadlines", scene)

    def answer(self, subject: Subject) -> tuple[Told, tuple[Path, ...]]:
        """Return the deadlines with their articles."""
        found = deadlines(subject.contract, subject.statement)
        told = deadlines_told(found, subject.as_of, self.words)
        rows = tuple((*row, self._article(each)) for row, each in zip(told.rows, found, strict=True))
        title = self.words.text("window.inquiry.article")
        told = told._replace(rows=rows, columns=(*told.columns, title), sides=f"{told.sides}l")
        return told, tuple(_field_of(each, subject) for each in found)

    def _article(self, deadline: Deadline) -> str:
        return "" if deadline.day.article is None else self.words.article(deadline.day.article)


def _field_of(deadline: Deadline, subject: Subject) -> Path:
    """Return the field that a deadline hangs on."""
    if deadline.kind == "claim" and deadline.row is not None:
        return ("outages", deadline.row, "claimed_on")
    if deadline.kind == "end":
        termination = subject.contract.termination
        by_notice = termination is not None and termination.kind == "notice"
        return ("termination", "notice_arrived_on" if by_notice else "effective_on")
    return FIELDS[deadline.kind]
