"""A file is written whole or not at all, whatever goes wrong at whatever step."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.storage import atomic
from desktop_app.storage.atomic import IN_USE, WAITS, replacing, write_atomically
from desktop_app.storage.failure import StorageError
from tests.storage.files import NEW, OLD, POSIX, Fault, names


def test_a_new_file_has_the_content_and_usual_permissions(tmp_path: Path) -> None:
    """Not those of a temporary file, which nobody else may read."""
    path = tmp_path / "new.json"
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    beside = tmp_path / "usual"
    beside.touch()
    assert path.stat().st_mode == beside.stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
@POSIX
def test_an_old_file_is_exchanged_and_keeps_its_permissions(target: Path, mode: int) -> None:
    """Who could read it before can read it now, and nobody else; nothing else is left in the folder."""
    target.chmod(mode)
    write_atomically(target, NEW)
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (NEW, mode)
    assert names(target.parent) == [target.name]


STEPS: dict[str, Callable[[pytest.MonkeyPatch, Fault], None]] = {
    "making the temporary file": lambda patch, fault: patch.setattr(tempfile, "mkstemp", fault),
    "bringing it to the disk": lambda patch, fault: patch.setattr(os, "fsync", fault),
    "looking at the old one": lambda patch, fault: patch.setattr(os, "access", fault),
    "its permissions": lambda patch, fault: patch.setattr(Path, "chmod", fault),
    "taking the old one's place": lambda patch, fault: patch.setattr(Path, "replace", fault),
}
CAUSES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "not_allowed",
    errno.EIO: "cannot_write",
}


@pytest.mark.parametrize(
    ("step", "number", "cause"),
    [
        (step, number, cause)
        for step in STEPS
        for number, cause in CAUSES.items()
        if (step, cause) != ("its permissions", "not_allowed")  # permissions that cannot be set are done without
    ],
)
def test_when_a_step_fails_the_old_file_is_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, cause: str
) -> None:
    """The fault is told by what it means, and nothing is left beside the old file."""
    with monkeypatch.context() as patch:
        STEPS[step](patch, Fault(number))
        with pytest.raises(StorageError) as caught:
            write_atomically(target, NEW)
    assert (caught.value.cause, caught.value.path) == (cause, target)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("step", [step for step in STEPS if step != "looking at the old one"])
def test_when_a_step_fails_no_new_file_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Nor half of one under another name."""
    with monkeypatch.context() as patch:
        STEPS[step](patch, Fault())
        with pytest.raises(StorageError):
            write_atomically(tmp_path / "new.json", NEW)
    assert names(tmp_path) == []


def test_a_fault_of_the_writer_itself_leaves_the_old_file(target: Path) -> None:
    """Whatever it throws comes through as it is."""
    for thrown in (KeyboardInterrupt, ValueError, MemoryError):
        with pytest.raises(thrown):
            _write_and_throw(target, thrown)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def _write_and_throw(target: Path, thrown: type[BaseException]) -> None:
    with replacing(target) as file:
        file.write(NEW)
        raise thrown


def test_a_temporary_file_that_cannot_even_be_removed_hides_no_fault(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first fault is the one to tell."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", Fault(errno.ENOSPC))
        patch.setattr(Path, "unlink", Fault(errno.EIO))
        with pytest.raises(StorageError) as caught:
            write_atomically(target, NEW)
    assert caught.value.cause == "disk_full"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file to others")
def test_a_file_stays_with_those_who_had_it(target: Path) -> None:
    """Else a colleague who reads it by its group would be locked out by the next save."""
    os.chown(target, 12_345, 54_321)
    target.chmod(0o660)
    write_atomically(target, NEW)
    found = target.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12_345, 54_321, 0o660)


@POSIX
def test_where_it_may_not_stay_with_its_owner_it_stays_with_its_group(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And where not even that, it is saved all the same."""
    asked = []
    for may in ({-1}, set[int]()):

        def chown(_: Path, owner: int, group: int, may: set[int] = may) -> None:
            asked.append((owner, group))
            if owner not in may:
                raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "chown", chown)
        write_atomically(target, NEW)
    found = target.stat()
    assert asked == [(found.st_uid, found.st_gid), (-1, found.st_gid)] * 2
    assert target.read_bytes() == NEW


def test_permissions_that_cannot_be_set_are_done_without(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shares have none."""
    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", Fault(errno.EPERM))
        write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_that_is_read_only_is_not_written_to(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exchange would get by its permissions, since the folder's count for it."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageError) as caught:
        write_atomically(target, NEW)
    assert (caught.value.cause, caught.value.path) == ("read_only", target)
    assert target.read_bytes() == OLD


@POSIX
def test_a_folder_that_cannot_be_brought_to_the_disk_undoes_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exchange has been made by then, so it must not be told as failed."""
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not of a folder")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_what_does_not_read_back_as_it_was_written_replaces_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that says it has written has the last word only when it shows what."""
    real = os.fsync

    def losing(descriptor: int) -> None:
        real(descriptor)
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            os.ftruncate(descriptor, 3)

    monkeypatch.setattr(os, "fsync", losing)
    with pytest.raises(StorageError, match="not_as_written"):
        write_atomically(target, NEW)
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


def test_the_content_is_on_the_disk_before_it_takes_the_old_ones_place(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the folder after it: otherwise a power cut could leave an empty file, or the old one after a success."""
    seen: list[str] = []
    sync, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        seen.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else f"file of {os.fstat(descriptor).st_size}")
        sync(descriptor)

    def exchange(self: Path, other: Path) -> Path:
        seen.append("exchange")
        return replace(self, other)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", exchange)
    write_atomically(target, NEW)
    assert seen == [f"file of {len(NEW)}", "exchange", "folder"]


class InUseError(PermissionError):
    """What Windows says of a file that another program holds."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "in use")
        self.winerror = winerror


@pytest.mark.parametrize("number", sorted(IN_USE))
@pytest.mark.parametrize("times", [1, len(WAITS)])
def test_a_file_that_another_program_holds_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, times: int
) -> None:
    """Two and a half seconds at most, a little longer each time."""
    tries, waits = [], []
    replace = Path.replace

    def exchange(self: Path, other: Path) -> Path:
        tries.append(self)
        if len(tries) <= times:
            raise InUseError(number)
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", exchange)
    monkeypatch.setattr(atomic, "sleep", waits.append)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert waits == list(WAITS[:times])
    assert 2 < sum(WAITS) < 3


def test_a_file_that_stays_in_use_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is as it was."""
    monkeypatch.setattr(atomic, "sleep", lambda _: None)
    with monkeypatch.context() as patch:
        fault = Fault()
        fault.error = InUseError(32)
        patch.setattr(Path, "replace", fault)
        with pytest.raises(StorageError) as caught:
            write_atomically(target, NEW)
    assert caught.value.cause == "not_allowed"
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]
