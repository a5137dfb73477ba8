"""What was done to a draft, as a value: undo, redo, and whether it differs from what was saved."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, same, value_at, with_inserted, with_value

Kind = Literal["edit", "add", "remove", "remove_rows", "paste"]
MOST_ENTRIES = 1000


class Act(NamedTuple):
    """What a user did, so that undo can say it in words: kind of act and the field, row or table it was done to."""

    kind: Kind
    path: Path


class Entry(NamedTuple):
    """A draft and the act that led away from it (in the past) or back to it (in the future)."""

    draft: Draft
    act: Act


@dataclass(frozen=True, slots=True)
class History:
    """The present draft, the drafts before and after it, and the one last saved or opened.

    Successive edits of one field are one entry until `settled`, so that undo takes back a whole entry, not a letter; so are the
    edits of a row that was just added, and rows that are put into order belong to the act that brought them out of it.
    """

    present: Draft
    saved: Draft | None = None
    past: tuple[Entry, ...] = field(default=())
    future: tuple[Entry, ...] = field(default=())
    open_edit: Path | None = None

    @property
    def modified(self) -> bool:
        """Whether the present draft differs from what was saved; editing back and forth does not count."""
        return self.saved is None or not same(self.present, self.saved)

    def edit(self, path: Path, value: Any) -> "History":
        """Return the history with `value` (None: nothing) at `path`."""
        draft = with_value(self.present, path, value)
        if same(draft, self.present):
            return self
        if self._goes_on(path):
            return self._typed_on(draft)
        return replace(self._after(Act("edit", path), draft), open_edit=path)

    def _goes_on(self, path: Path) -> bool:
        """Return whether an edit at `path` is a part of the last entry: of its field, or in the row that it added."""
        if self.open_edit is None or not self.past:
            return False
        return path == self.open_edit or (isinstance(self.open_edit[-1], int) and path[: len(self.open_edit)] == self.open_edit)

    def _typed_on(self, draft: Draft) -> "History":
        """Return the history in which the last entry goes on; typed back to where it began, there is none."""
        before = self.past[-1].draft
        if same(draft, before):
            return replace(self, present=before, past=self.past[:-1], future=(), open_edit=None)
        return replace(self, present=draft, future=())

    def insert(self, path: Path, values: list[Any]) -> "History":
        """Return the history with rows put into a list from the index that ends `path` on; a single one can be typed on in."""
        one = len(values) == 1
        after = self._after(Act("add" if one else "paste", path), with_inserted(self.present, path, values))
        return replace(after, open_edit=path if one and after.past else None)

    def remove(self, path: Path) -> "History":
        """Return the history without the row or the part at `path`; without a trace of a row that was only just added."""
        draft = with_value(self.present, path, None)
        if self.open_edit == path and self.past and same(draft, self.past[-1].draft):
            return self._typed_on(draft)
        return self._after(Act("remove", path), draft)

    def replace_all(self, path: Path, value: Any) -> "History":
        """Return the history with a whole table or part at `path` exchanged, for example by pasting or sorting."""
        draft = with_value(self.present, path, value)
        old, new = (list(map(id, each)) if isinstance(each, list) else [] for each in (value_at(self.present, path), value))
        if old and self.past and self.past[-1].act.path[: len(path)] == path and sorted(old) == sorted(new):
            return replace(self._typed_on(draft), open_edit=None)
        fewer = len(new) < len(old) and [each for each in old if each in set(new)] == new
        return self._after(Act("remove_rows" if fewer else "paste", path), draft)

    def settled(self) -> "History":
        """Return the history in which the next edit is an entry of its own."""
        return replace(self, open_edit=None)

    def marked_saved(self, draft: Draft | None = None) -> "History":
        """Return the history in which the present draft is the saved one, or `draft`, from which the present has gone on."""
        if draft is None or draft is self.present:
            return replace(self.settled(), saved=self.present)
        return replace(self, saved=draft)

    def undo(self) -> "History":
        """Return the history one entry back; itself when there is none."""
        if not self.past:
            return self
        last = self.past[-1]
        return replace(
            self, present=last.draft, past=self.past[:-1], future=(Entry(self.present, last.act), *self.future), open_edit=None
        )

    def redo(self) -> "History":
        """Return the history one entry forward; itself when there is none."""
        if not self.future:
            return self
        first = self.future[0]
        return replace(
            self, present=first.draft, past=(*self.past, Entry(self.present, first.act)), future=self.future[1:], open_edit=None
        )

    def _after(self, act: Act, draft: Draft) -> "History":
        if same(draft, self.present):
            return self.settled()
        past = (*self.past, Entry(self.present, act))[-MOST_ENTRIES:]
        return replace(self, present=draft, past=past, future=(), open_edit=None)
