"""Who has a file open: others are warned, and a note that nobody can have meant warns nobody."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.storage.presence import Holder, announced, myself, withdrawn
from tests.storage.files import OLD, POSIX, names

NOW = datetime(2024, 12, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def me() -> Holder:
    """Return this program."""
    return myself(NOW)


def left_by(target: Path, holder: Holder) -> Path:
    """Leave a note of somebody."""
    note = target.with_name(f".~{target.name}.open")
    note.write_text(json.dumps({**holder._asdict(), "since": holder.since.isoformat()}), "utf-8")
    return note


def test_the_second_to_open_a_file_learns_of_the_first(target: Path, me: Holder) -> None:
    """Who it is and since when; the first one's note stays."""
    assert announced(target, me) is None
    assert announced(target, me) is None
    assert announced(target, myself(NOW)) == me
    assert len(names(target.parent)) == 2
    withdrawn(target, myself(NOW))
    assert announced(target, myself(NOW)) == me
    withdrawn(target, me)
    assert names(target.parent) == [target.name]


def test_a_note_of_a_process_that_has_ended_counts_for_nothing(target: Path, me: Holder) -> None:
    """It crashed, or was killed."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left_by(target, me._replace(id="other", process=ended.pid))
    assert announced(target, me) is None


def test_of_another_machine_nobody_knows(target: Path, me: Holder) -> None:
    """So its note counts."""
    other = me._replace(id="other", host="elsewhere", process=999_999_999)
    left_by(target, other)
    assert announced(target, me) == other


@pytest.mark.parametrize(
    "note",
    [
        *("", "{", "[]", "[" * 100_000, '{"id": 1}', '{"id": 1, "user": 2, "host": 3, "process": "x", "since": "y"}'),
        '{"id": "1", "user": "2", "host": "3", "process": Infinity, "since": "2024-12-10"}',
    ],
)
def test_a_note_that_is_none_counts_for_nothing(target: Path, me: Holder, note: str) -> None:
    """A machine that lost its power in the middle of writing one."""
    target.with_name(f".~{target.name}.open").write_text(note)
    assert announced(target, me) is None
    withdrawn(target, me)
    assert names(target.parent) == [target.name]


def test_files_whose_long_names_begin_alike_are_told_apart(tmp_path: Path, me: Holder) -> None:
    """However long a name may be, there is room for the note."""
    one, other = (tmp_path / f"{'契約' * 38}{end}.contract.json" for end in "12")
    assert announced(one, me) is None
    assert announced(other, myself(NOW)) is None
    assert announced(one, myself(NOW)) == me


@POSIX
def test_a_file_is_the_same_by_another_name(target: Path, me: Holder) -> None:
    """A link to it."""
    link = target.with_name("link.json")
    link.symlink_to(target)
    assert announced(target, me) is None
    assert announced(link, myself(NOW)) == me
    withdrawn(link, me)
    assert announced(link, myself(NOW)) is None


def test_where_no_note_can_be_left_nobody_is_hindered(target: Path, me: Holder) -> None:
    """Neither is one needed."""
    assert announced(target / "below" / "x.json", me) is None
    withdrawn(target / "below" / "x.json", me)
    target.with_name(f".~{target.name}.open").mkdir()
    assert announced(target, me) is None
    assert target.read_bytes() == OLD


def test_a_number_that_no_process_can_have(target: Path, me: Holder) -> None:
    """Nobody can tell whether it runs."""
    other = me._replace(id="other", process=10**30)
    left_by(target, other)
    assert announced(target, me) == other
