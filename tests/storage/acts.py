"""What is done with files, one act each, and what must be so afterwards whatever happened: for the tests that make it fail."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import filelock  # noqa: F401 - loaded before the act, whose calls are counted

from desktop_app.document.draft import new_draft, with_value
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.backups import Backups
from desktop_app.storage.exchange import mark_of, replace_seen
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import Journal, remainders, remove
from desktop_app.storage.records import Opened, read

OLD, NEW, OLDER = b"old " * 3_000, b"new " * 4_000, b"older"
AT = datetime(2024, 12, 10, tzinfo=UTC)
EMPTY = new_draft()


def typed(text: str) -> Any:
    """Return a draft in which something was typed."""
    return with_value(EMPTY, ("customer", "name"), text)


class Act(ABC):
    """Something done in a folder."""

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Put there what was there before."""

    @abstractmethod
    def perform(self, folder: Path) -> None:
        """Do it; StorageError when it cannot be done."""

    @abstractmethod
    def wrong(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """Return what was lost, damaged, or said to be done and is not."""

    @abstractmethod
    def left_over(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """Return which files are of no use to anybody."""

    def do(self, folder: Path) -> bool:
        """Do it and return whether it is said to be done."""
        try:
            self.perform(folder)
        except StorageError:
            return False
        return True


class Save(Act):
    """An open file is saved, its old content kept."""

    name = "契約.contract.json"

    def prepare(self, folder: Path) -> None:
        """There is the file, and one backup of before."""
        (folder / self.name).write_bytes(OLD)
        self._backups(folder).keep(folder / self.name, OLDER)

    def perform(self, folder: Path) -> None:
        """Save it."""
        replace_seen(folder / self.name, NEW, mark_of(OLD), self._backups(folder))

    def wrong(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """See that a whole content is there, new if it was said so, no backup damaged, and that it can be saved again."""
        path = folder / self.name
        content = path.read_bytes() if path.exists() else None
        wrong = [] if content in ({NEW} if acknowledged else {OLD, NEW}) else [f"{self.name} is not whole"]
        kept = [each.path.read_bytes() for each in self._backups(folder).of(path)]
        wrong += [] if set(kept) <= {OLD, OLDER} and OLDER in kept else ["the backups are not whole"]
        try:
            replace_seen(path, b"again", None if content is None else mark_of(content), self._backups(folder))
        except StorageError as error:
            wrong.append(f"cannot be saved again: {error.cause}")
        return wrong

    def left_over(self, folder: Path, *, acknowledged: bool) -> list[str]:  # noqa: ARG002 - others need it
        """See that nothing is beside the file, nor among the backups."""
        hidden = [each.name for each in folder.rglob("*") if each.name.startswith(".") or each.name.endswith(".tmp")]
        return [f"{name} is left" for name in hidden]

    def _backups(self, folder: Path) -> Backups:
        return Backups(folder / "backups", lambda: AT)


class SaveAs(Save):
    """A new file is made."""

    def prepare(self, folder: Path) -> None:
        """There is nothing."""

    def perform(self, folder: Path) -> None:
        """Save it."""
        replace_seen(folder / self.name, NEW, None, self._backups(folder))

    def wrong(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """See that there is the whole file or none, the file when it was said so."""
        path = folder / self.name
        content = path.read_bytes() if path.exists() else None
        return [] if content in ({NEW} if acknowledged else {None, NEW}) else [f"{self.name} is not whole"]


class Export(Save):
    """A paper is written over one of before."""

    def prepare(self, folder: Path) -> None:
        """There is the paper of before."""
        (folder / self.name).write_bytes(OLD)

    def perform(self, folder: Path) -> None:
        """Write it."""
        write_atomically(folder / self.name, NEW)

    def wrong(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """See that the old paper or the new one is there."""
        content = (folder / self.name).read_bytes()
        return [] if content in ({NEW} if acknowledged else {OLD, NEW}) else [f"{self.name} is not whole"]


class Autosave(Act):
    """A contract is opened, something is typed, and typed on."""

    def prepare(self, folder: Path) -> None:
        """There is nothing."""

    def perform(self, folder: Path) -> None:
        """Type, the progress told after each key by a file that is no part of the act."""
        journal = Journal.begun(folder / "recovery", Opened(None, EMPTY, AT), EMPTY)
        journal.add(typed("a"))
        journal.add(typed("ab"))
        journal.sync()

    def wrong(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """See that what was acknowledged is there; or what was typed, as far as it came."""
        left = [each.draft for each in remainders(folder / "recovery")]
        if acknowledged:
            return [] if left == [typed("ab")] else ["what was typed is lost"]
        return [] if not left or left[0] in (typed("a"), typed("ab")) else ["a draft that nobody typed"]

    def left_over(self, folder: Path, *, acknowledged: bool) -> list[str]:  # noqa: ARG002 - others need it
        """See that no journal is left of which nothing can be read."""
        return [f"{each.name} is left" for each in (folder / "recovery").glob("*.journal") if read(each) is None]


class Recovery(Act):
    """After a crash a draft is taken up again."""

    def prepare(self, folder: Path) -> None:
        """There is the journal of a program that died."""
        journal = Journal.begun(folder, Opened(None, EMPTY, AT), EMPTY)
        journal.add(typed("lost?"))
        left = journal.path.read_bytes()
        journal.ended()
        (folder / "left.journal").write_bytes(left)

    def perform(self, folder: Path) -> None:
        """Its draft goes into a journal of this program before the old one is taken away."""
        for each in remainders(folder):
            Journal.begun(folder, each.opened, each.draft).sync()
            remove(each.path)

    def wrong(self, folder: Path, *, acknowledged: bool) -> list[str]:  # noqa: ARG002 - others need it
        """See that the draft can be had, from the one or the other."""
        drafts = [each.draft for each in remainders(folder)]
        return [] if drafts and all(each == typed("lost?") for each in drafts) else ["the draft is lost"]

    def left_over(self, folder: Path, *, acknowledged: bool) -> list[str]:
        """See that no journal is left of which nothing can be read, nor two of the same when it was done."""
        journals = list(folder.glob("*.journal"))
        wrong = [f"{each.name} is left" for each in journals if read(each) is None]
        return wrong + (["both journals are left"] if acknowledged and len(journals) > 1 else [])


class Careless(Export):
    """A paper is written as if nothing could happen: what finds no fault with this finds none at all."""

    def perform(self, folder: Path) -> None:
        """Write it."""
        (folder / self.name).write_bytes(NEW)


CARELESS = Careless()
ACTS: dict[str, Act] = {
    "save": Save(),
    "save_as": SaveAs(),
    "export": Export(),
    "autosave": Autosave(),
    "recovery": Recovery(),
}
