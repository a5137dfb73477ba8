"""A share that is gone or frozen in the middle of a save: nothing is lost or damaged, and nothing false is said.

Run as `python -m tests.release.share --killed 200 --frozen 50 --seed 1`; it needs Linux, root, bindfs and /dev/fuse.
Then a window types while its share is frozen, for as many saves: `--window 50` tells the longest that a key had to wait.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import NoReturn

from desktop_app.storage.contract_file import save_seen
from desktop_app.storage.failure import StorageError
from tests.release.kills import Files, Memory, numbered, wrong_with

LONGEST_WAIT, LONGEST_FREEZE = 0.06, 0.3
SECONDS_TO_END = 20
MOST_MILLISECONDS = 100
"""How long a key may wait while a share is frozen."""
REFUSED, OTHERWISE = 0, 3


class Share:
    """A folder that a process of its own shows at another place, as a share is shown; it can die and it can freeze."""

    def __init__(self, parent: Path) -> None:
        self.behind, self.mounted = parent / "server", parent / "share"
        for each in (self.behind, self.mounted):
            each.mkdir()
        self._daemon = subprocess.Popen(["bindfs", "-f", str(self.behind), str(self.mounted)])
        until = monotonic() + SECONDS_TO_END
        while not os.path.ismount(self.mounted) and monotonic() < until:
            sleep(0.005)

    def send(self, number: int) -> None:
        """Send a signal to who shows the folder."""
        self._daemon.send_signal(number)

    def die(self) -> None:
        """Be gone in the middle of whatever is done."""
        self.send(signal.SIGKILL)
        self._daemon.wait()

    def end(self) -> None:
        """Leave nothing behind."""
        self.send(signal.SIGCONT)
        self.die()
        subprocess.run(["umount", "-l", str(self.mounted)], check=False, capture_output=True)


def save_on(files: Files, memory: Memory) -> NoReturn:
    """Save again and again until that is refused, in words, or killed."""
    number, mark = 0, None
    try:
        while True:
            number += 1
            memory.tell(begun=number)
            mark = save_seen(files.contract, numbered(number), mark, files.backups()).mark
            memory.tell(saved=number)
    except StorageError:
        os._exit(REFUSED)
    except BaseException:  # noqa: BLE001 - told by the status
        os._exit(OTHERWISE)


def killed(share: Share, files: Files, behind: Files, random: Random) -> list[str]:
    """Let the share be gone during a save."""
    child, memory = _saving(files)
    sleep(random.random() * LONGEST_WAIT)
    share.die()
    status = _end_of(child)
    wrong = [] if status == REFUSED else [f"what was told of a share that is gone: {status}"]
    return wrong + wrong_with(behind, memory.told())


def frozen(share: Share, files: Files, behind: Files, random: Random) -> list[str]:
    """Let the share freeze during a save: the program waits, and goes on where it was."""
    child, memory = _saving(files)
    sleep(random.random() * LONGEST_WAIT)
    share.send(signal.SIGSTOP)
    sleep(0.02)
    before = memory.told().saved
    sleep(random.random() * LONGEST_FREEZE)
    during = memory.told().saved
    share.send(signal.SIGCONT)
    until = monotonic() + SECONDS_TO_END
    while memory.told().saved < during + 3 and monotonic() < until:
        sleep(0.002)
    after = memory.told().saved
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    wrong = [] if during <= before + 1 else ["it was not frozen"]
    wrong += [] if after >= during + 3 else ["it did not go on"]
    return wrong + wrong_with(behind, memory.told())


def _saving(files: Files) -> tuple[int, Memory]:
    memory = Memory()
    child = os.fork()
    if child == 0:
        save_on(files, memory)
    while not memory.told().saved:
        sleep(0.001)
    return child, memory


def _end_of(child: int) -> int:
    until = monotonic() + SECONDS_TO_END
    while monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        sleep(0.005)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def tried(act: Callable[[Share, Files, Files, Random], list[str]], random: Random) -> list[str]:
    """Do one act on a share of its own; the journals and the backups lie elsewhere, as they do."""
    parent = Path(tempfile.mkdtemp(prefix="share-"))
    share = Share(parent)
    try:
        return act(share, Files(share.mounted), Files(share.behind), random)
    finally:
        share.end()
        shutil.rmtree(parent, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Mount, disturb, look, tell."""
    parser = argparse.ArgumentParser(prog="share", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--killed", type=int, default=0)
    parser.add_argument("--frozen", type=int, default=0)
    parser.add_argument("--window", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if shutil.which("bindfs") is None or not os.access("/dev/fuse", os.W_OK):
        print("bindfs or /dev/fuse is missing: no share can be made here", file=sys.stderr)
        return 2
    random, wrong = Random(options.seed), list[str]()  # noqa: S311 - the same moments in every run
    for act, count in ((killed, options.killed), (frozen, options.frozen)):
        found = [each for _ in range(count) for each in tried(act, random)]
        print(f"{act.__name__} {count} times, wrong {len(found)}")
        wrong += found
    if options.window:
        wrong += _window(options.window, random)
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


def _window(saves: int, random: Random) -> list[str]:
    from tests.release.share_window import typed_on  # noqa: PLC0415 - the window is loaded for this alone

    parent = Path(tempfile.mkdtemp(prefix="share-"))
    share = Share(parent)
    try:
        found = typed_on(share, saves, random)
    finally:
        share.end()
        shutil.rmtree(parent, ignore_errors=True)
    longest = max(found.waits) * 1000
    print(
        f"a window: {found.held_up} of {saves} saves held up, {len(found.waits)} keys typed, one waited {longest:.0f} ms at most"
    )
    return found.wrong + ([] if longest <= MOST_MILLISECONDS else [f"a key waited {longest:.0f} ms"])


if __name__ == "__main__":
    sys.exit(main())
