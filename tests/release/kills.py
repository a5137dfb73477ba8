"""A program that types, saves and exports, killed at any moment: what it had acknowledged is there, nothing is damaged.

Run as `python -m tests.release.kills --kills 10000 --seed 1`; the status is 1 when anything was lost, damaged or made up.
"""

import argparse
import mmap
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import Any, NamedTuple, NoReturn

from desktop_app.document.digest import digest_of
from desktop_app.document.draft import value_at, with_value
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import load, save_seen
from desktop_app.storage.exchange import mark_of
from desktop_app.storage.journal import Journal, remainders
from desktop_app.storage.records import Opened, Recovered
from tests.document.contract_data import EVERY_FIELD

AT = datetime(2024, 12, 10, tzinfo=UTC)
NUMBER = ("quote", "revision")
LONGEST_LIFE = 0.03
"""Seconds: a round of typing, saving and exporting takes a few thousandths."""
WORDS_OF_A_PAPER = 3_000


class Told(NamedTuple):
    """Numbers of what was begun, and of what was acknowledged: typed, saved, exported."""

    begun: int = 0
    typed: int = 0
    saved: int = 0
    exporting: int = 0
    exported: int = 0


class Memory:
    """What the program tells of itself, in memory that outlives it, each number put down at one stroke."""

    def __init__(self) -> None:
        self._shared = memoryview(mmap.mmap(-1, 8 * len(Told._fields))).cast("q")

    def tell(self, **numbers: int) -> None:
        """Put some numbers down."""
        for name, number in numbers.items():
            self._shared[Told._fields.index(name)] = number

    def told(self) -> Told:
        """Return what was put down."""
        return Told(*self._shared)


class Files(NamedTuple):
    """Where things are."""

    folder: Path

    @property
    def contract(self) -> Path:
        """The file that is open."""
        return self.folder / "契約.contract.json"

    @property
    def paper(self) -> Path:
        """What is exported again and again."""
        return self.folder / "paper.pdf"

    @property
    def recovery(self) -> Path:
        """The folder of journals."""
        return self.folder / "recovery"

    def backups(self) -> Backups:
        """Return the earlier versions."""
        return Backups(self.folder / "backups", lambda: AT)


def numbered(number: int) -> Any:
    """Return a draft that is told from others by a number."""
    return with_value(EVERY_FIELD, NUMBER, number)


def live(files: Files, memory: Memory, random: Random) -> NoReturn:
    """Type, save and export until killed."""
    number = 0
    while True:
        saved = numbered(number)
        mark = mark_of(files.contract.read_bytes()) if files.contract.exists() else None
        opened = Opened(files.contract if number else None, saved, AT)
        memory.tell(begun=number + 1)
        journal = Journal.begun(files.recovery, opened, numbered(number + 1))
        for _ in range(random.randrange(1, 5)):
            number += 1
            memory.tell(begun=number)
            journal.add(numbered(number))
            memory.tell(typed=number)
        save_seen(files.contract, numbered(number), mark, files.backups())
        memory.tell(saved=number)
        journal.ended()
        memory.tell(exporting=number)
        write_atomically(files.paper, b"%d\n" % number * WORDS_OF_A_PAPER)
        memory.tell(exported=number)


def wrong_with(files: Files, told: Told) -> list[str]:
    """Return what was lost, damaged or made up."""
    saved, recovered = _number_in(files.contract), _recovered(files)
    known = [number for number in (saved, *recovered) if number is not None]
    wrong = [] if max(known, default=0) >= max(told.typed, told.saved) else [f"{told} but there is {saved}, {recovered}"]
    wrong += [] if (saved or 0) >= told.saved else [f"saved {told.saved} but there is {saved}"]
    wrong += [] if max(known, default=0) <= told.begun else [f"begun {told.begun} but there is {known}"]
    papers = set(files.paper.read_bytes().splitlines()) if files.paper.exists() else {b"0"}
    wrong += [] if len(papers) == 1 and told.exported <= int(papers.pop()) <= told.exporting else ["the paper is not whole"]
    wrong += [
        f"the backup {each.path.name} is damaged" for each in files.backups().of(files.contract) if not _number_in(each.path)
    ]
    return wrong + _not_saved_again(files)


def _number_in(path: Path) -> int | None:
    """Return the number of a contract file; None for no file, 0 for one that is damaged."""
    if not path.exists():
        return None
    source = load(path)
    if source.draft is None or source.problems or source.draft.get("digest") != digest_of(source.draft):
        return 0
    return int(value_at(source.draft, NUMBER))


def _recovered(files: Files) -> list[int]:
    return [int(value_at(each.draft, NUMBER)) for each in remainders(files.recovery) if isinstance(each, Recovered)]


def _not_saved_again(files: Files) -> list[str]:
    """See that nothing keeps the next program from saving."""
    mark = mark_of(files.contract.read_bytes()) if files.contract.exists() else None
    save_seen(files.contract, numbered(1), mark, files.backups())
    return [] if _number_in(files.contract) == 1 else ["it cannot be saved again"]


def killed(folder: Path, random: Random) -> list[str]:
    """Let a program live for a moment; return what is wrong after its end."""
    files, memory, seed = Files(folder), Memory(), random.random()
    child = os.fork()
    if child == 0:
        live(files, memory, Random(seed))  # noqa: S311 - the same acts in every run
    while not memory.told().begun:
        sleep(0.0005)
    sleep(random.random() * LONGEST_LIFE)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    wrong = [] if os.WIFSIGNALED(status) else ["it ended by itself"]
    return wrong + wrong_with(files, memory.told())


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, look, tell."""
    parser = argparse.ArgumentParser(prog="kills", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    random, wrong, begun = Random(options.seed), list[str](), perf_counter()  # noqa: S311 - the same moments in every run
    place = next((each for each in ("/dev/shm",) if Path(each).is_dir()), None)  # noqa: S108 - no disk is worn out
    for number in range(options.kills):
        folder = Path(tempfile.mkdtemp(prefix="kills-", dir=place))
        wrong += [f"kill {number}: {each}" for each in killed(folder, random)]
        shutil.rmtree(folder)
    print(f"{options.kills:,} kills in {perf_counter() - begun:.0f} s, wrong {len(wrong)}")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
