"""Replacing what was seen: conflicts are told, one writer at a time, the old content kept."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from desktop_app.storage import exchange
from desktop_app.storage.backups import MOST_BACKUPS, Backups
from desktop_app.storage.exchange import Consent, content_of, mark_of, replace_seen
from desktop_app.storage.failure import StorageError
from tests.storage.files import NEW, OLD, POSIX, Fault, names


def clock() -> Iterator[datetime]:
    """Yield times that go backwards, as a clock that is set anew does."""
    at = datetime(2024, 12, 1, tzinfo=UTC)
    while True:
        yield at
        at -= timedelta(hours=1)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Return backups in a folder of their own."""
    times = clock()
    return Backups(tmp_path / "backups", lambda: next(times))


def test_what_was_seen_is_replaced_and_kept(target: Path, backups: Backups) -> None:
    """Nothing else is left beside it."""
    done = replace_seen(target, NEW, mark_of(OLD), backups)
    assert (target.read_bytes(), done.mark, done.backup_failure) == (NEW, mark_of(NEW), None)
    assert [each.path.read_bytes() for each in backups.of(target)] == [OLD]
    assert names(target.parent) == sorted([target.name, "backups"])


@pytest.mark.parametrize("expected", [mark_of(NEW), None])
def test_what_was_not_seen_stays(target: Path, backups: Backups, expected: str | None) -> None:
    """Another content than the one that was opened, or one where there was none."""
    with pytest.raises(StorageError, match="changed_meanwhile"):
        replace_seen(target, NEW, expected, backups)
    assert target.read_bytes() == OLD
    assert backups.of(target) == []


def test_a_file_that_was_taken_away_is_a_conflict_too(target: Path) -> None:
    """Somebody meant it to be gone."""
    target.unlink()
    with pytest.raises(StorageError, match="changed_meanwhile"):
        replace_seen(target, NEW, mark_of(OLD))
    assert names(target.parent) == []


def test_a_user_may_agree_to_replace_whatever_is_there(target: Path, backups: Backups) -> None:
    """Which is kept all the same."""
    replace_seen(target, NEW, Consent.WHATEVER_IS_THERE, backups)
    assert [each.path.read_bytes() for each in backups.of(target)] == [OLD]
    fresh = target.with_name("new.json")
    replace_seen(fresh, NEW, None, backups)
    assert backups.of(fresh) == []


def test_the_last_ten_are_kept_in_their_order(target: Path, backups: Backups) -> None:
    """Whatever the clock does meanwhile."""
    for n in range(15):
        replace_seen(target, b"%d" % n, mark_of(target.read_bytes()), backups)
    kept = backups.of(target)
    assert [each.path.read_bytes() for each in kept] == [b"%d" % n for n in range(13, 13 - MOST_BACKUPS, -1)]
    assert [each.number for each in kept] == list(range(15, 15 - MOST_BACKUPS, -1))


def test_the_same_content_is_not_kept_twice(target: Path, backups: Backups) -> None:
    """Saving back and forth does not push the older ones out."""
    for content in (OLD, OLD, OLD, NEW):
        replace_seen(target, content, mark_of(target.read_bytes()), backups)
    assert len(backups.of(target)) == 1


def test_what_hinders_a_backup_does_not_hinder_the_save(target: Path, backups: Backups) -> None:
    """It is told, though."""
    backups.folder.write_bytes(b"in the way")
    done = replace_seen(target, NEW, mark_of(OLD), backups)
    assert target.read_bytes() == NEW
    assert isinstance(done.backup_failure, StorageError)


def test_other_files_among_the_backups_count_for_nothing(target: Path, backups: Backups) -> None:
    """Nor are they taken away."""
    replace_seen(target, NEW, mark_of(OLD), backups)
    stranger = backups.of(target)[0].path.with_name("notes.json")
    stranger.write_text("mine")
    assert len(backups.of(target)) == 1
    assert stranger.exists()


def test_whatever_else_lies_among_the_backups_others_are_kept(target: Path, backups: Backups) -> None:
    """A folder that is called as one, a backup that cannot be read."""
    replace_seen(target, b"1", mark_of(OLD), backups)
    first = backups.of(target)[0].path
    first.with_name("000009-20241210T000000Z.json").mkdir()
    first.unlink()
    first.symlink_to(first)
    for content in (b"2", b"3", b"4"):
        assert replace_seen(target, content, mark_of(target.read_bytes()), backups).backup_failure is None
    assert [each.path.read_bytes() for each in backups.of(target)] == [b"3", b"2", b"1"]


@POSIX
def test_a_link_put_there_in_the_middle_of_a_save_leads_nowhere(
    target: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it points at was not seen, and stays."""
    other = target.with_name("other.json")
    other.write_bytes(OLD)

    def keep(*_: object) -> None:
        target.unlink()
        target.symlink_to(other)

    monkeypatch.setattr(Backups, "keep", keep)
    replace_seen(target, NEW, mark_of(OLD), backups)
    assert (target.read_bytes(), other.read_bytes(), target.is_symlink()) == (NEW, OLD, False)


def test_another_writer_is_waited_for_but_not_for_ever(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence comes in the end, and the file is as it was."""
    monkeypatch.setattr(exchange, "SECONDS_TO_WAIT", 0.2)
    with FileLock(target.with_name(f".{target.name}.saving")), pytest.raises(StorageError, match="in_use"):
        replace_seen(target, NEW, mark_of(OLD))
    assert target.read_bytes() == OLD


def test_a_file_that_cannot_be_read_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it was seen cannot be told."""
    monkeypatch.setattr(Path, "open", Fault())
    with pytest.raises(StorageError, match="cannot_read"):
        replace_seen(target, NEW, mark_of(OLD))


def test_of_a_file_too_large_to_be_a_contract_no_more_is_read(
    target: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is never what was seen; somebody who agrees that it goes hears that it was not kept."""
    monkeypatch.setattr(exchange, "LARGEST", len(OLD))
    target.write_bytes(OLD + b"and more")
    assert content_of(target) == OLD + b"a"
    with pytest.raises(StorageError, match="changed_meanwhile"):
        replace_seen(target, NEW, mark_of(OLD), backups)
    done = replace_seen(target, NEW, Consent.WHATEVER_IS_THERE, backups)
    assert (target.read_bytes(), backups.of(target)) == (NEW, [])
    assert done.backup_failure is not None
    assert done.backup_failure.cause == "too_large"


def test_a_folder_that_takes_no_files_is_told(target: Path) -> None:
    """Nothing can be exchanged there."""
    for path in (target / "below" / "x.json", target.with_name("missing") / "x.json"):
        with pytest.raises(StorageError, match="not_found"):
            replace_seen(path, NEW, None)
    assert names(target.parent) == [target.name]


COUNTING = """
import sys
from pathlib import Path
from desktop_app.storage.exchange import mark_of, replace_seen
from desktop_app.storage.failure import StorageError
path, times = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(times):
    while True:
        seen = path.read_bytes()
        try:
            replace_seen(path, b"%d" % (int(seen) + 1), mark_of(seen))
        except StorageError as error:
            assert error.cause == "changed_meanwhile", error.cause
        else:
            break
"""


def test_no_update_is_lost_among_eight_writers(tmp_path: Path) -> None:
    """200 saves, each of what was read plus one; half of them know the file by another name, where there are links."""
    counter = link = tmp_path / "counter.json"
    counter.write_bytes(b"0")
    if os.name != "nt":
        link = tmp_path / "elsewhere" / "link.json"
        link.parent.mkdir()
        link.symlink_to(counter)
    writers = [subprocess.Popen([sys.executable, "-c", COUNTING, str(file), "25"]) for file in (counter, link) * 4]
    assert [each.wait() for each in writers] == [0] * 8
    assert counter.read_bytes() == b"200"
    assert {each.name for each in tmp_path.rglob("*") if each.is_file()} == {counter.name, link.name}
