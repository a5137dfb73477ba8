"""Killed, without rights, without room: the faults that the system itself makes, with real processes and a real disk."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.document.draft import new_draft, with_value
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.backups import Backups
from desktop_app.storage.exchange import mark_of, replace_seen
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import Journal
from desktop_app.storage.records import Opened, Recovered, read
from tests.storage.files import NEW, OLD, POSIX, names, run_python

KILLED = """
import os, sys
from pathlib import Path
from desktop_app.storage import atomic
at, path = int(sys.argv[1]), Path(sys.argv[2])
calls = 0
def watched(real):
    def call(*args, **more):
        global calls
        calls += 1
        if calls == at:
            os._exit(9)
        return real(*args, **more)
    return call
steps = ((os, "access"), (os, "fsync"), (os, "fdopen"), (os, "open"), (Path, "chmod"), (Path, "replace"), (Path, "stat"))
for owner, name in steps:
    setattr(owner, name, watched(getattr(owner, name)))
atomic.write_atomically(path, b"the new content" * 10_000)
print(calls)
"""


@POSIX
def test_killed_before_any_step_a_whole_file_is_there(target: Path) -> None:
    """The old one or the new one, never a part of either."""
    seen = set()
    done = run_python(KILLED, "0", str(target))
    assert done.returncode == 0, done.stderr
    for at in range(1, int(done.stdout) + 1):
        target.write_bytes(OLD)
        assert run_python(KILLED, str(at), str(target)).returncode == 9
        content = target.read_bytes()
        assert content in {OLD, NEW * 10_000}
        seen.add(content)
    assert seen == {OLD, NEW * 10_000}


LIMITED = """
import resource, signal, sys
from pathlib import Path
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.failure import StorageError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 100_000)
except StorageError as error:
    print(error.cause)
"""


@POSIX
def test_a_limit_to_the_size_of_files_is_told(target: Path) -> None:
    """The system refuses in the middle of the writing."""
    assert run_python(LIMITED, str(target)).stdout.strip() == "cannot_write"
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@POSIX
def test_a_full_disk_is_told_and_leaves_the_old_file(small_disk: Path) -> None:
    """A real one, in the middle of the writing."""
    path = small_disk / "x.contract.json"
    write_atomically(path, OLD)
    with pytest.raises(StorageError) as caught:
        write_atomically(path, b"x" * 100_000)
    assert caught.value.cause == "disk_full"
    assert path.read_bytes() == OLD
    assert names(small_disk) == [path.name]


@POSIX
def test_without_room_for_a_backup_the_file_is_saved_all_the_same(small_disk: Path, target: Path) -> None:
    """And it is told that the old content is not kept, of which nothing is left over."""
    backups = Backups(small_disk / "backups", lambda: datetime(2024, 12, 10, tzinfo=UTC))
    target.write_bytes(b"old" * 30_000)
    replaced = replace_seen(target, NEW, mark_of(b"old" * 30_000), backups)
    assert replaced.backup_failure is not None
    assert replaced.backup_failure.cause == "disk_full"
    assert target.read_bytes() == NEW
    assert [each for each in small_disk.rglob("*") if each.is_file()] == []


@POSIX
def test_a_journal_on_a_full_disk_keeps_what_it_had(small_disk: Path) -> None:
    """What is typed next is told to be lost in a crash; with room again it goes on."""
    draft = new_draft()
    journal = Journal.begun(small_disk, Opened(None, draft, datetime(2024, 12, 10, tzinfo=UTC)), draft)
    journal.add(with_value(draft, ("title",), "a"))
    with pytest.raises(StorageError) as caught:
        journal.add(with_value(draft, ("title",), "x" * 100_000))
    assert caught.value.cause == "disk_full"
    for text in ("a", "b"):
        held = read(journal.path)
        assert isinstance(held, Recovered)
        assert held.draft["title"] == text
        journal.add(with_value(draft, ("title",), "b"))
    journal.ended()


AS_SOMEBODY = """
import os, sys
from pathlib import Path
from filelock import FileLock
from desktop_app.storage import exchange
from desktop_app.storage.failure import StorageError
path, user, ends = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "killed"
with FileLock(path.with_name("other")):
    pass
path.with_name("other").unlink()
os.umask(0o022)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
if ends:
    exchange.write_atomically = lambda *_, **__: os._exit(9)
try:
    exchange.replace_seen(path, b"new", exchange.mark_of(path.read_bytes()))
    print("saved")
except StorageError as error:
    print(error.cause)
"""


@POSIX
def test_what_somebody_who_was_killed_left_hinders_nobody_else(open_folder: Path) -> None:
    """Two colleagues who save to one folder, where tests may be other users than one."""
    path = open_folder / "x.contract.json"
    path.write_bytes(OLD)
    path.chmod(0o666)
    open_folder.chmod(0o777)
    assert run_python(AS_SOMEBODY, str(path), "54321", "killed").returncode == 9
    assert len(names(open_folder)) == 2
    done = run_python(AS_SOMEBODY, str(path), "54322", "")
    assert done.stdout.strip() == "saved", done.stdout + done.stderr
    assert names(open_folder) == [path.name]


WRITERS: dict[str, Callable[[Path], object]] = {
    "write": lambda path: write_atomically(path, NEW),
    "replace": lambda path: replace_seen(path, NEW, mark_of(OLD)),
    "another": lambda path: write_atomically(path.with_name("x.pdf"), NEW),
}


@POSIX
@pytest.mark.parametrize("writer", WRITERS)
def test_a_disk_that_became_read_only_is_told(small_disk: Path, writer: str) -> None:
    """As a stick that was pulled half way, or a share that lets nobody write any more."""
    path = small_disk / "x.contract.json"
    write_atomically(path, OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageError) as caught:
        WRITERS[writer](path)
    assert caught.value.cause == "read_only"
    assert path.read_bytes() == OLD
    assert names(small_disk) == [path.name]


WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.contract_file import load
from desktop_app.storage.failure import StorageError
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
act = {"write": lambda path: write_atomically(path, b"new"), "read": load}[sys.argv[1]]
try:
    act(Path(sys.argv[2]))
except StorageError as error:
    print(error.cause)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that everyone may go into, but only its owner write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "act", "cause"),
    [
        (0o777, 0o444, "write", "read_only"),
        (0o555, 0o666, "write", "not_allowed"),
        (0o555, None, "write", "not_allowed"),
        (0o777, 0o222, "read", "not_allowed"),
        (0o600, 0o666, "read", "not_allowed"),
        (0o600, 0o666, "write", "not_allowed"),
    ],
)
@POSIX
def test_what_one_may_not_do_is_told(open_folder: Path, folder_mode: int, file_mode: int | None, act: str, cause: str) -> None:
    """A file that is read-only is not overwritten by way of its folder, which the system would allow."""
    path = open_folder / "x.contract.json"
    if file_mode is not None:
        path.write_bytes(OLD)
        path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    assert run_python(WITHOUT_RIGHTS, act, str(path)).stdout.strip() == cause
    open_folder.chmod(0o755)
    assert [(each.name, each.read_bytes()) for each in open_folder.iterdir()] == ([] if file_mode is None else [(path.name, OLD)])
