"""Variants of the open contract: each with its name and its own undo, one of them in the window, all of them to be compared."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_app.calculation.comparison import MOST_VARIANTS
from desktop_app.document.beside import ALONE, Beside, Variant
from desktop_app.document.draft import Draft, same
from desktop_app.document.history import History
from desktop_app.document.variants import Variants
from desktop_app.ui.session import Session

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Kept(NamedTuple):
    """A variant and what was done to it; of the one in the window that stands in the session."""

    name: str
    history: History


class VariantSet(QObject):
    """The variants of a session, none while there is only the contract itself; `changed` after every act."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kept: list[Kept] = []
        self.at = 0
        session.begun.connect(self._begin)
        self._begin()

    @property
    def names(self) -> tuple[str, ...]:
        """What the variants are called."""
        return tuple(each.name for each in self._kept)

    @property
    def full(self) -> bool:
        """Whether there is no room for another."""
        return len(self._kept) == MOST_VARIANTS

    def drafts(self) -> tuple[Draft, ...]:
        """Return what each variant holds now."""
        present = self._session.history.present
        return tuple(present if i == self.at else each.history.present for i, each in enumerate(self._kept))

    def variants(self, base: int = 0) -> Variants:
        """Return the variants as they are compared, the one that the others are measured by first."""
        order = self.order(base)
        drafts = self.drafts()
        return Variants(tuple(Variant(self._kept[i].name, drafts[i]) for i in order))

    def order(self, base: int) -> tuple[int, ...]:
        """Return the places of the variants with one of them before the others."""
        return (base, *(i for i in range(len(self._kept)) if i != base))

    def duplicate(self, pattern: str) -> None:
        """Make a copy of what is in the window, and go on in it; `pattern` names it by a letter."""
        self.add(self._free_name(pattern, 1), self._session.history.present, pattern)

    def add(self, name: str, draft: Draft, pattern: str) -> None:
        """Put another variant beside the others, and go on in it."""
        if not self._kept:
            self._kept, self.at = [Kept(pattern.format(letter=LETTERS[0]), self._session.history)], 0
        if self.full:
            return
        self._kept.append(Kept(name, History(draft, saved=self._session.history.saved)))
        self.turn_to(len(self._kept) - 1)

    def _free_name(self, pattern: str, first: int) -> str:
        names = {pattern.format(letter=letter) for letter in LETTERS[:first]} | set(self.names)
        return next(name for letter in LETTERS if (name := pattern.format(letter=letter)) not in names)

    def turn_to(self, i: int) -> None:
        """Show another variant in the window, where its user left it."""
        if i != self.at:
            self._hold()
            self.at = i
        self._show()

    def _hold(self) -> None:
        self._kept[self.at] = self._kept[self.at]._replace(history=self._session.history.settled())

    def _show(self) -> None:
        self._go_on(self._kept[self.at].history)

    def rename(self, name: str) -> None:
        """Call the variant in the window otherwise."""
        self._hold()
        self._kept[self.at] = self._kept[self.at]._replace(name=name)
        self._show()

    def close(self) -> None:
        """Take the variant in the window away, and show the one before it."""
        self._kept.pop(self.at)
        self.at = max(self.at - 1, 0)
        self._show_what_is_left()

    def adopt(self) -> None:
        """Let the variant in the window be the contract, and the others go."""
        self._hold()
        self._kept, self.at = [self._kept[self.at]], 0
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        """Show the variant whose turn it is; one alone is the contract itself again."""
        history = self._kept[self.at].history
        if len(self._kept) == 1:
            self._kept = []
            self._go_on(history)
        else:
            self._show()

    def _go_on(self, history: History) -> None:
        """Show a variant; what was saved is in the file, whichever variant it was saved from."""
        self._session.go_on(replace(history, saved=self._session.history.saved), self._beside())
        self.changed.emit()

    def _beside(self) -> Beside:
        """Return what stands beside the variant in the window."""
        if not self._kept:
            return ALONE
        others = tuple(Variant(each.name, each.history.present) for i, each in enumerate(self._kept) if i != self.at)
        return Beside(self._kept[self.at].name, self.at, others)

    def lost_with(self, gone: set[int]) -> tuple[str, ...]:
        """Return the names of those variants among `gone` whose content stands nowhere else: in no other variant, in no file."""
        drafts, saved = self.drafts(), self._session.history.saved
        others = [each for i, each in enumerate(drafts) if i not in gone] + ([] if saved is None else [saved])
        return tuple(self._kept[i].name for i in sorted(gone) if not any(same(drafts[i], each) for each in others))

    def _begin(self) -> None:
        """Have the variants of what is open now: none, unless it was left behind with some."""
        beside, history = self._session.beside, self._session.history
        self._kept, self.at = [Kept(name, History(draft, saved=history.saved)) for name, draft in beside.others], beside.at
        if beside.others:
            self._kept.insert(beside.at, Kept(beside.name, history))
        self.changed.emit()
