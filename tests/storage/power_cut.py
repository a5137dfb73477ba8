"""Acts on files on a disk whose power is cut at a chosen line of the writer: a process of its own, on a file system in memory.

usage: python -m tests.storage.power_cut SET-UP quiet|busy [careless]

What came of it is printed as JSON, or why it cannot be tried here.

The power is cut by shutting the mounted file system down without letting it write its log; where it cannot do that, its image
is copied as it stands. `busy`: another file of the same disk was brought to the disk just before, which takes the log with it.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from desktop_app import storage
from tests.storage import acts
from tests.storage.acts import ACTS, CARELESS, Act

SHUT_DOWN, WITHOUT_LOG = 0x8004587D, 2
MEBIBYTE = 1024 * 1024
OURS = (str(Path(storage.__file__).parent), acts.__file__)
TRIED = [ACTS[name] for name in ("save", "save_as", "export", "autosave")]
STATES_AN_ACT = 12


class CannotBeTriedError(Exception):
    """The machine does not let disks be mounted, or lacks the tools."""


class SetUp(NamedTuple):
    """A file system: the command that makes it, the size of its image in MiB, how it is mounted, whether it can be shut down."""

    make: tuple[str, ...]
    size: int
    options: str = "loop"
    shuts_down: bool = True


SET_UPS = {
    "ext4": SetUp(("mkfs.ext4", "-q", "-F"), 16),
    "ext4-writeback": SetUp(("mkfs.ext4", "-q", "-F"), 16, "loop,data=writeback"),
    "ext4-no-delayed": SetUp(("mkfs.ext4", "-q", "-F"), 16, "loop,noauto_da_alloc"),
    "xfs": SetUp(("mkfs.xfs", "-q", "-f"), 320),
    "btrfs": SetUp(("mkfs.btrfs", "-q", "-f"), 120, shuts_down=False),
}


class Disk:
    """A file system in an image in memory."""

    def __init__(self, set_up: SetUp, folder: Path) -> None:
        self.set_up = set_up
        self.image = folder / "image"
        self.place = folder / "disk"
        self.place.mkdir()
        with self.image.open("wb") as image:
            image.truncate(set_up.size * MEBIBYTE)
        _command(*set_up.make, str(self.image))

    def mount(self, image: Path | None = None) -> None:
        """Mount the disk, or a copy of it."""
        _command("mount", "-o", self.set_up.options, str(image or self.image), str(self.place))

    def unmount(self) -> None:
        """Unmount it."""
        _command("umount", str(self.place))

    @contextmanager
    def without_power(self) -> Iterator[None]:
        """Cut the power; inside, the disk is as it is found when the machine starts again."""
        copy = self.image.with_name("copy")
        if self.set_up.shuts_down:
            folder = os.open(self.place, os.O_RDONLY)
            fcntl.ioctl(folder, SHUT_DOWN, WITHOUT_LOG.to_bytes(4, "little"))
            os.close(folder)
        else:
            _command("cp", "--sparse=always", str(self.image), str(copy))
        self.unmount()
        self.mount(None if self.set_up.shuts_down else copy)
        try:
            yield
        finally:
            if not self.set_up.shuts_down:
                self.unmount()
                self.mount()


def _command(*words: str) -> None:
    try:
        subprocess.run(words, check=True, capture_output=True)
    except FileNotFoundError:
        raise CannotBeTriedError(f"{words[0]} is not installed") from None
    except subprocess.CalledProcessError as error:
        raise CannotBeTriedError(f"{' '.join(words[:3])}: {error.stderr.decode(errors='replace').strip()}") from None


def _may_mount() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        raise CannotBeTriedError("only root may mount disks")


class Stopper:
    """Counts the lines of the storage modules and ends the process at the one that is asked for (0: at none)."""

    def __init__(self, at: int) -> None:
        self.passed = 0
        self._at = at

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        """Look at one event of the interpreter."""
        if not frame.f_code.co_filename.startswith(OURS):
            return None
        if event == "line":
            self.passed += 1
            if self.passed == self._at:
                os._exit(0)
        return self


def lines_of(act: Act) -> int:
    """Return how many lines of ours an act runs."""
    with tempfile.TemporaryDirectory() as parent:
        act.prepare(Path(parent))
        stopper = Stopper(0)
        sys.settrace(stopper)
        act.do(Path(parent))
        sys.settrace(None)
        return stopper.passed


def stopped_at(act: Act, folder: Path, at: int) -> bool:
    """Do an act in a child up to a line; return whether it was acknowledged before that."""
    child = os.fork()
    if child == 0:
        sys.settrace(Stopper(at))
        done = act.do(folder)
        sys.settrace(None)
        os._exit(7 if done else 8)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def states(set_up: SetUp, tried: list[Act], *, busy: bool) -> Iterator[list[str]]:
    """Cut the power at many lines of each act; yield what is wrong after each."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as name:
        disk = Disk(set_up, Path(name))
        disk.mount()
        try:
            for act in tried:
                lines_of(act)  # modules that it needs are loaded
                count = lines_of(act)
                for at in (*range(1, count, max(1, count // STATES_AN_ACT)), count + 1):
                    yield [f"{type(act).__name__} at line {at} of {count}: {wrong}" for wrong in _after(disk, act, at, busy=busy)]
        finally:
            disk.unmount()


def _after(disk: Disk, act: Act, at: int, *, busy: bool) -> list[str]:
    folder = disk.place / f"{type(act).__name__}-{at}"
    folder.mkdir()
    act.prepare(folder)
    os.sync()
    acknowledged = stopped_at(act, folder, at)
    if busy:
        with (disk.place / "other").open("ab") as other:
            other.write(b"x" * 5_000)
            other.flush()
            os.fsync(other.fileno())
    with disk.without_power():
        return act.wrong(folder, acknowledged=acknowledged)


def main(name: str, model: str, writer: str = "") -> None:
    """Try a set-up with a model of what else the disk does, and print what came of it."""
    tried, wrong = 0, []
    try:
        _may_mount()
        for each in states(SET_UPS[name], [CARELESS] if writer else TRIED, busy=model == "busy"):
            tried += 1
            wrong += each
    except CannotBeTriedError as error:
        sys.stdout.write(json.dumps({"skipped": str(error)}))
    else:
        sys.stdout.write(json.dumps({"tried": tried, "wrong": wrong}))


if __name__ == "__main__":
    main(*sys.argv[1:])
