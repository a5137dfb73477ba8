"""Mutated contract files by the hundred thousand: each is reckoned or refused in words; says how fast, the slowest, the memory.

Run as `python -m tests.release.fuzz_contracts --runs 1000000 --seed 1 --jobs 2`; with `--show NUMBER` it writes one out.
The status is 1 when anything was not caught, a file took longer than a second, or the memory was more than 512 MiB.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter, thread_time
from typing import NamedTuple

from desktop_app.document.assess import assess
from desktop_app.document.panics import PanicError
from desktop_app.document.partly import known_of
from desktop_app.report.result_code import read_code, result_code
from desktop_app.report.statement_json import json_text, problems_data, statement_data
from desktop_app.report.text import statement_text
from desktop_app.storage.contract_file import source_of
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF
from tests.cases.cut_up import cut_up
from tests.cases.examples import rulebook, worked_examples
from tests.document.contract_data import EVERY_FIELD, as_bytes, of_model
from tests.document.mutator import Data, bent, broken

MOST_SECONDS, MOST_MEBIBYTES = 1.0, 512
FILES_A_SHARE = 5_000
EVERY_SO_MANY = 25
"""Of so many files one is also told at length: as a text, or what is known of it all the same."""
GAVE_UP = "reading_gave_up"
"""What is told where a library gives up; here it counts as not caught."""
HERE = Path("mutated.contract.json")


class Tally(NamedTuple):
    """What came of mutated files: how many were right, refused, or not caught (which, and as what), and the slowest one."""

    right: int = 0
    refused: int = 0
    uncaught: tuple[str, ...] = ()
    slowest: tuple[float, int] = (0.0, 0)

    def with_share(self, other: "Tally") -> "Tally":
        """Return both together."""
        uncaught = self.uncaught + other.uncaught
        return Tally(self.right + other.right, self.refused + other.refused, uncaught, max(self.slowest, other.slowest))


@cache
def originals() -> tuple[tuple[Data, bytes], ...]:
    """Return the contracts that are mutated: the worked examples, and one with every field of each price model."""
    contracts = [*(each.contract for each in worked_examples()), EVERY_FIELD, of_model("package"), of_model("per_account")]
    return tuple((each, as_bytes(each)) for each in contracts)


def mutated(seed: int, number: int) -> bytes:
    """Return one mutated file, the same for the same numbers: changed as a text, in what it says, or both."""
    random = Random(seed << 40 | number)  # noqa: S311 - the same files in every run
    contract, text = originals()[number % len(originals())]
    match random.randrange(3):
        case 0:
            return json.dumps(bent(contract, random)).encode("ascii")
        case 1:
            return broken(contract, random)
    return cut_up(text, random, others=[each for _, each in originals()])


def is_right(content: bytes, language: str, *, at_length: bool) -> bool:
    """Read a file as the program does, say all there is to say of it, and return whether it is a contract."""
    words = wording("en" if language == "en" else "ja")
    try:
        source = source_of(content, HERE)
    except StorageError as error:  # it begins as a PDF does
        return not words.text(f"storage.{error.cause}", file=HERE.name)
    if source.draft is None:
        return _refused(problems_data(source.problems, words))
    assessment = assess(source.draft, AS_OF, rulebook(), source.problems)
    if assessment.contract is None or assessment.statement is None:
        if at_length:
            known_of(assessment, AS_OF, rulebook())
        return _refused(problems_data(assessment.problems, words))
    json_text(statement_data(assessment.statement, words)).encode()
    if at_length and not statement_text(assessment, words):
        raise AssertionError
    code = result_code(assessment.contract, AS_OF, rulebook())
    return str(read_code(code)) == code


def _refused(problems: Sequence[dict[str, str]]) -> bool:
    if not problems or not all(each["code"] and each["message"] for each in problems):
        raise AssertionError
    if any(each["code"] == GAVE_UP for each in problems):
        raise PanicError(GAVE_UP)
    return False


def share(seed: int, first: int, count: int) -> Tally:
    """Return what comes of `count` files from the `first` on."""
    right, uncaught, slowest = 0, list[str](), (0.0, first)
    for number in range(first, first + count):
        content = mutated(seed, number)
        begun = thread_time()
        try:
            right += is_right(content, "en" if number % 2 else "ja", at_length=number % EVERY_SO_MANY == 0)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - whatever it is, it was not caught
            uncaught.append(f"{number}: {type(error).__name__}")
        slowest = max(slowest, (thread_time() - begun, number))
    return Tally(right, count - right - len(uncaught), tuple(uncaught), slowest)


def peak_mebibytes() -> int:
    """Return the most memory that this process has had, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii")) if status.exists() else None
    return int(found[1]) // 1024 if found else 0


def measured(seed: int, first: int, count: int) -> tuple[Tally, int]:
    """Return what comes of `count` files from the `first` on, and the most memory that they took."""
    return share(seed, first, count), peak_mebibytes()


def main(arguments: Sequence[str] | None = None) -> int:
    """Mutate, measure, tell."""
    parser = argparse.ArgumentParser(prog="fuzz_contracts", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", type=int, metavar="NUMBER")
    options = parser.parse_args(arguments)
    if options.show is not None:
        sys.stdout.buffer.write(mutated(options.seed, options.show))
        return 0
    return _told(options.runs, options.seed, options.jobs)


def _told(runs: int, seed: int, jobs: int) -> int:
    firsts = range(0, runs, FILES_A_SHARE)
    counts = [min(FILES_A_SHARE, runs - first) for first in firsts]
    total, most, begun = Tally(), 0, perf_counter()
    with ProcessPoolExecutor(jobs) as pool:
        for tally, mebibytes in pool.map(measured, [seed] * len(counts), firsts, counts):
            total, most = total.with_share(tally), max(most, mebibytes)
    seconds, slowest = perf_counter() - begun, total.slowest
    print(f"{runs:,} files in {seconds:.0f} s, {runs / seconds:,.0f} a second ({total.right:,} right, {total.refused:,} refused)")
    print(f"slowest {slowest[0] * 1000:.0f} ms (number {slowest[1]}), memory at most {most} MiB, uncaught {len(total.uncaught)}")
    for each in total.uncaught[:20]:
        print(f"  {each}")
    return 1 if total.uncaught or slowest[0] > MOST_SECONDS or most > MOST_MEBIBYTES else 0


if __name__ == "__main__":
    sys.exit(main())
