"""What is open: a history of drafts, the file it came from, and what the present draft comes to."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path as File
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.beside import ALONE, Beside
from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft, new_draft, same, value_at
from desktop_app.document.fields import MONTHLY
from desktop_app.document.history import Act, History
from desktop_app.document.partly import Known, known_of
from desktop_app.storage.protection import Protection, password_of

MODEL: Path = (*MONTHLY, "model")
OWNED = {
    "per_account": ("unit_price",),
    "graduated": ("tiers",),
    "volume": ("tiers",),
    "package": ("package_size", "package_price"),
}


class Session(QObject):
    """The one place where a draft changes; every change, of draft, file or day, ends in `assessed`."""

    assessed = Signal()
    begun = Signal()
    """Another contract is open, or the same one anew."""

    def __init__(self, rules: Rulebook, today: date) -> None:
        super().__init__()
        self.rules = rules
        self.today = self.as_of = today
        self.file: File | None = None
        self.may_end: Callable[[], bool] = lambda: True
        self.begin(new_draft())

    def begin(
        self,
        draft: Draft,
        file: File | None = None,
        problems: tuple[Problem, ...] = (),
        protection: Protection | None = None,
        beside: Beside = ALONE,
    ) -> None:
        """Begin with a draft, which is what its file holds if it has one; `problems` are those of the text it was read from.

        `protection` is what it was behind, and what its file will be behind; `beside` are its variants.
        """
        digest = draft.get("digest")
        present = {name: value for name, value in draft.items() if name != "digest"}
        self.history = History(present, saved=present)
        self.file, self.beside = file, beside
        self.protection = self.saved_protection = protection
        self.cautions = (Problem(("digest",), "digest_mismatch"),) if digest and digest != digest_of(draft) else ()
        self._text_problems = problems
        self.begun.emit()
        self._assess()

    def _assess(self) -> None:
        self.assessment: Assessment = assess(self.history.present, self.as_of, self.rules, self._text_problems)
        self.known: Known = known_of(self.assessment, self.as_of, self.rules)
        self.assessed.emit()

    @property
    def modified(self) -> bool:
        """Whether the draft, or what protects it, differs from what was saved or opened."""
        return self.history.modified or password_of(self.protection) != password_of(self.saved_protection)

    @property
    def can_be_lost(self) -> bool:
        """Whether the draft, or a variant beside it, differs from what was saved or opened."""
        saved = self.history.saved
        return self.history.modified or not all(same(each.draft, saved) for each in self.beside.others)

    @property
    def last_act(self) -> Act | None:
        """What undo would take back."""
        return self.history.past[-1].act if self.history.past else None

    @property
    def next_act(self) -> Act | None:
        """What redo would do again."""
        return self.history.future[0].act if self.history.future else None

    def recover(self, draft: Draft, saved: Draft, file: File | None, protection: Protection | None, beside: Beside) -> None:
        """Take a draft up again that was never saved, with what was saved of it and what stood beside it."""
        self.begin(saved, file, protection=protection, beside=beside)
        self._turn(History(draft, saved=self.history.present))

    def go_on(self, history: History, beside: Beside) -> None:
        """Go on with another history of what is open: that of a variant, with the others beside it."""
        self._text_problems, self.beside = (), beside
        self._turn(history)

    def protect(self, protection: Protection | None) -> None:
        """Have the contract behind another password from the next save on, or behind none."""
        self.protection = protection
        self.assessed.emit()

    def mark_saved(self, draft: Draft, file: File, protection: Protection | None = None) -> None:
        """Take note that a draft was written to a file, which is the one that is open from now on, and behind what."""
        self.file = file
        self.saved_protection = protection
        self.cautions, self._text_problems = (), ()
        self._turn(self.history.marked_saved(draft))

    def show_as_of(self, day: date) -> None:
        """Look at the contract as of another day."""
        self.as_of = day
        self._assess()

    def edit(self, path: Path, raw: Any) -> None:
        """Put a value into a field of the draft; None empties it."""
        self._text_problems = tuple(each for each in self._text_problems if each.path[: len(path)] != path)
        if path == MODEL:
            self._turn(self.history.edit(MONTHLY, of_model(value_at(self.history.present, MONTHLY), raw)))
        else:
            self._turn(self.history.edit(path, self._empty_as_saved(path) if raw is None else raw))

    def insert(self, path: Path, items: list[Any]) -> None:
        """Put items into a list of the draft."""
        self._turn(self.history.insert(path, items))

    def remove(self, path: Path) -> None:
        """Take an item or a part out of the draft."""
        self._text_problems = tuple(each for each in self._text_problems if each.path[: len(path)] != path)
        self._turn(self.history.remove(path))

    def replace(self, path: Path, value: Any) -> None:
        """Exchange a whole list of the draft."""
        self._turn(self.history.replace_all(path, value))

    def settle(self) -> None:
        """Make the next edit, even of the same field, one of its own to undo."""
        self.history = self.history.settled()

    def undo(self) -> None:
        """Take the last act back."""
        self._turn(self.history.undo())

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        self._turn(self.history.redo())

    def _turn(self, history: History) -> None:
        self.history = history
        self._assess()

    def _empty_as_saved(self, path: Path) -> Any:
        """Return how emptiness was written in the field, so that emptying it again counts as no change."""
        saved = value_at(self.history.saved, path)
        return saved if saved in ("", []) else None


def of_model(monthly: Any, model: str) -> dict[str, Any]:
    """Return the monthly price for another model: what all models have in common stays, bands where both have some."""
    held: Mapping[str, Any] = monthly if isinstance(monthly, Mapping) else {}
    foreign = {name for names in OWNED.values() for name in names} - set(OWNED[model])
    return {**{name: value for name, value in held.items() if name not in foreign}, "model": model}
