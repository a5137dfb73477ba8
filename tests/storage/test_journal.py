"""The journal: what was acknowledged outlives the program, whatever becomes of the last line."""

import errno
import os
import random
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from desktop_app.document.beside import Beside, Variant
from desktop_app.document.draft import new_draft, with_value
from desktop_app.storage import journal as journals
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import Journal, remainders, remove
from desktop_app.storage.records import Opened, Recovered, read
from tests.storage.files import POSIX, Fault, names, run_python

AT = datetime(2024, 12, 10, 9, 30, tzinfo=UTC)
OPENED = Opened(Path("/quotes/契約.contract.json"), new_draft(), AT)


def typed(text: str) -> Any:
    """Return a draft in which something was typed."""
    return with_value(OPENED.saved, ("customer", "name"), text)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Return a journal in which nothing was done yet."""
    return Journal.begun(tmp_path, OPENED, OPENED.saved)


def died(journal: Journal) -> None:
    """End the program's hold, as its death does."""
    os.close(journal._file)  # noqa: SLF001 - what the system does when a process dies
    journal._lock.release()  # noqa: SLF001


def test_what_was_done_is_read_again(journal: Journal, tmp_path: Path) -> None:
    """The last draft, from which file, how many edits ago."""
    for text in ("株", "株式", "株式会社 \ud800"):
        journal.add(typed(text))
    assert remainders(tmp_path) == []
    died(journal)
    [left] = remainders(tmp_path)
    assert (left.opened, left.draft, left.edits) == (OPENED, typed("株式会社 \ud800"), 3)


def test_variants_beside_the_draft_are_read_again(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As they were when they changed last, also once the journal was written anew; they count though the draft is as saved."""
    journal.add(typed("b"), Beside("B", 1, (Variant("A", typed("a")),)))
    last = Beside("A", 0, (Variant("B", typed("b")), Variant("C", OPENED.saved)))
    monkeypatch.setattr(journals, "BYTES_TO_REWRITE", 1)
    journal.add(OPENED.saved, last)
    size = journal.path.stat().st_size
    journal.add(OPENED.saved, last)
    assert journal.path.stat().st_size == size
    died(journal)
    [left] = remainders(tmp_path)
    assert isinstance(left, Recovered)
    assert (left.draft, left.beside, left.names) == (OPENED.saved, last, ("A", "B", "C"))


def test_a_journal_that_ended_leaves_nothing(journal: Journal, tmp_path: Path) -> None:
    """What it held is saved."""
    journal.add(typed("x"))
    journal.ended()
    assert names(tmp_path) == []


def test_a_journal_without_an_edit_is_taken_away(journal: Journal, tmp_path: Path) -> None:
    """There is nothing to offer; neither is there in an empty one."""
    journal.add(OPENED.saved)
    died(journal)
    (tmp_path / "empty.journal").touch()
    (tmp_path / "other.txt").touch()
    assert remainders(tmp_path) == []
    assert names(tmp_path) == ["other.txt"]


def test_a_draft_that_was_never_saved_is_recovered_without_a_file(tmp_path: Path) -> None:
    """It began new, with what was recovered before."""
    started = Journal.begun(tmp_path, Opened(None, OPENED.saved, AT), typed("before"))
    died(started)
    [left] = remainders(tmp_path)
    assert (left.opened.file, left.draft, left.edits) == (None, typed("before"), 1)


def test_cut_anywhere_the_edits_before_are_there(journal: Journal, tmp_path: Path) -> None:
    """Every byte is tried."""
    sizes = {journal.path.stat().st_size: ""}
    for text in ("a", "b", "c"):
        journal.add(typed(text))
        sizes[journal.path.stat().st_size] = text
    whole = journal.path.read_bytes()
    cut = tmp_path / "cut"
    for size in range(len(whole)):
        cut.write_bytes(whole[:size])
        left = read(cut)
        reached = [text for at, text in sizes.items() if at <= size]
        if reached:
            assert left is not None
            assert left.draft == (typed(reached[-1]) if reached[-1] else OPENED.saved)


def test_a_damaged_byte_never_makes_another_draft(journal: Journal, tmp_path: Path) -> None:
    """The record's check tells; what came before stays."""
    drafts = [OPENED.saved, *(typed(text) for text in ("a", "b", "c"))]
    for draft in drafts[1:]:
        journal.add(draft)
    whole = journal.path.read_bytes()
    damaged, chance = tmp_path / "damaged", random.Random(7)  # noqa: S311 - not a secret
    for _ in range(2_000):
        at = chance.randrange(len(whole))
        damaged.write_bytes(whole[:at] + bytes([chance.randrange(256)]) + whole[at + 1 :])
        left = read(damaged)
        assert left is None or left.draft in drafts


@pytest.mark.parametrize("content", [b"", b"\n", b"garbage", b"00000000 \n", b"8c736521 null\n", b"a" * 100])
def test_what_is_no_journal_is_none(tmp_path: Path, content: bytes) -> None:
    """And hinders no start."""
    (tmp_path / "x.journal").write_bytes(content)
    assert read(tmp_path / "x.journal") is None
    assert remainders(tmp_path) == []
    assert read(tmp_path / "missing") is None


def test_it_is_written_anew_when_it_has_grown_long(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays small, and one journal."""
    monkeypatch.setattr(journals, "BYTES_TO_REWRITE", 2_000)
    for n in range(200):
        journal.add(typed(str(n)))
    assert journal.path.stat().st_size < 3_000
    assert [name for name in names(tmp_path) if name.endswith((".journal", ".new"))] == [journal.path.name]
    died(journal)
    assert [each.draft for each in remainders(tmp_path)] == [typed("199")]


def test_a_long_contract_is_not_written_anew_with_every_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only when its edits have grown long: what was open counts for nothing then."""
    monkeypatch.setattr(journals, "BYTES_TO_REWRITE", 2_000)
    journal = Journal.begun(tmp_path, Opened(None, typed("契約\ud800" * 9_000), AT), typed("a"))
    begun = journal.path.stat()
    sizes = []
    for n in range(60):
        journal.add(typed(f"{n:02}"))
        sizes.append(journal.path.stat().st_size - begun.st_size)
    assert [each for each in sizes if each > 2_100] == []
    assert sum(later < earlier for earlier, later in pairwise(sizes)) == 1
    died(journal)
    assert [each.draft for each in remainders(tmp_path)] == [typed("59")]


def test_a_full_disk_is_told_and_leaves_no_half_record(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could be written is read again, and the next edit goes on from there."""
    journal.add(typed("a"))
    real = os.write

    def full(file: int, line: bytes) -> int:
        if len(line) < 40:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(file, line[:30])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(StorageError, match="disk_full"):
            journal.add(typed("a longer text"))
    left = read(journal.path)
    assert left is not None
    assert left.draft == typed("a")
    journal.add(typed("b"))
    left = read(journal.path)
    assert left is not None
    assert left.draft == typed("b")


def test_a_disk_that_cannot_be_reached_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Syncing what was synced already asks nothing of it."""
    journal.sync()
    monkeypatch.setattr(os, "fsync", Fault())
    journal.sync()
    journal.add(typed("a"))
    for _ in range(2):
        with pytest.raises(StorageError, match="cannot_write"):
            journal.sync()


def test_where_there_can_be_no_journal_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a place that is no folder nor on a disk that fails."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        Journal.begun(tmp_path / "file", OPENED, OPENED.saved)
    monkeypatch.setattr(os, "write", Fault())
    with pytest.raises(StorageError):
        Journal.begun(tmp_path / "folder", OPENED, OPENED.saved)
    assert names(tmp_path / "folder") == []
    assert remainders(tmp_path / "missing") == []


def test_a_rewrite_that_fails_leaves_the_journal_as_it_was(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal goes on as it was."""
    journal.add(typed("a"))
    monkeypatch.setattr(journals, "BYTES_TO_REWRITE", 1)
    monkeypatch.setattr(Path, "replace", Fault())
    with pytest.raises(StorageError):
        journal.add(typed("b"))
    left = read(journal.path)
    assert left is not None
    assert left.draft == typed("b")
    assert not list(tmp_path.glob("*.new"))


KILLED = """
import os, sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from desktop_app.document.draft import new_draft, with_value
from desktop_app.storage.journal import Journal
from desktop_app.storage.records import Opened
draft = new_draft()
journal = Journal.begun(Path(sys.argv[1]), Opened(None, draft, datetime.now(UTC)), draft)
n = 0
while True:
    n += 1
    journal.add(with_value(draft, ("customer", "name"), str(n)))
    os.write(1, b"%d\\n" % n)
    if n == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
"""


@POSIX
@pytest.mark.parametrize("edits", [1, 50])
def test_after_a_kill_nothing_acknowledged_is_lost(tmp_path: Path, edits: int) -> None:
    """The last edit that the program took is in the journal."""
    done = run_python(KILLED, str(tmp_path), str(edits))
    acknowledged = done.stdout.split()[-1]
    [left] = remainders(tmp_path)
    assert (left.draft["customer"]["name"], left.edits) == (acknowledged, edits)
    remove(left.path)
    assert names(tmp_path) == []
