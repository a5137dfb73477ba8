"""Many contracts: the command `batch` on one and two processes, against reading, validating and writing back the same lines."""

import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from subprocess import CalledProcessError, Popen, run

from evaluation import EXAMPLES
from measuring import PROGRAM, Ran, Row, ended, medians, ran

ROUNDS = 5
FLOOR = """
import sys
from desktop_app.cli.main import main
import desktop_app.cli.batch as batch, json
from desktop_app.document.assess import read_contract
from desktop_app.document.reading import read_draft
from desktop_app.storage.rulebook import installed_rules
def written_back(number, line, as_of, words):
    source = read_draft(line)
    contract, problems = read_contract(source.draft, installed_rules(), source.problems)
    return json.dumps(source.draft, ensure_ascii=False).encode() + b"\\n", contract is None
batch._evaluated_line = written_back
sys.exit(main(sys.argv[1:]))
"""
WITHIN = """
import json, sys
from pathlib import Path
from time import process_time
from desktop_app.cli.main import main
main(json.loads(sys.argv[1]))
start = process_time()
main(json.loads(sys.argv[2]))
Path(sys.argv[3]).write_text(str(process_time() - start))
"""


def rows(*, lines: int, most: int) -> list[Row]:
    """Return the figures of a file of `lines` contracts, and how time and memory grow from 100 of them to `most`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*_sharing(lines, folder), *_growth(100, most, folder)]


def _words(lines: int, folder: Path, name: str = "all") -> list[str]:
    """Return the words that evaluate so many contracts, the worked examples by turns."""
    source = folder / f"{name}-{lines}.jsonl"
    contracts = [json.dumps(json.loads(file.read_bytes())) for file in sorted(EXAMPLES.glob("*/contract.json"))]
    source.write_text("".join(f"{contracts[i % len(contracts)]}\n" for i in range(lines)), "utf-8")
    return ["batch", str(source), "-o", str(folder / f"{name}-out.jsonl"), "--as-of", "2024-12-10"]


def _sharing(lines: int, folder: Path) -> list[Row]:
    words = _words(lines, folder)
    halves = [_words(lines // 2, folder, half) for half in ("first", "second")]
    acts = {
        "floor": lambda: run([sys.executable, "-c", FLOOR, *words], check=True),
        "one": lambda: ran(*words),
        "two": lambda: ran(*words, "--jobs", "2"),
        "halves": lambda: _at_once(halves),
    }
    taken = medians(acts, rounds=3)
    one, two = taken["one"], taken["two"]
    what = f"batch of {lines:,}"
    return [
        Row(
            f"{what}, one process: {lines / one:,.0f} a second",
            one,
            "read, validate, write back",
            one / taken["floor"],
            "at most 4",
        ),
        Row(f"{what}, two processes: {lines / two:,.0f} a second", two, "one process, times faster", one / two, "at least 1.7"),
        Row("    of it what sharing costs", two, "two programs at once, half each", two / taken["halves"], "at most 1.1"),
    ]


def _at_once(runs: list[list[str]]) -> None:
    """Run the program several times side by side: as fast as this machine is with so many processes, and nothing shared."""
    programs = [Popen([*PROGRAM, *words]) for words in runs]
    for each in programs:
        if each.wait():
            raise CalledProcessError(each.returncode, each.args)


def _growth(few: int, many: int, folder: Path) -> list[Row]:
    """Return a contract's processor time in a long run against that in short ones before and after it, and the memory of both."""
    before = [_within(few, folder) for _ in range(ROUNDS)]
    long = _within(many, folder)
    short = [*before, *(_within(few, folder) for _ in range(ROUNDS))]
    few_each, many_each = median(each.processor for each in short) / few, long.processor / many
    held, least = f"batch of {many:,}, at most {long.mebibytes:.0f} MiB", min(each.mebibytes for each in short)
    return [
        Row(f"batch of {many:,}, a contract", many_each, f"a contract of {few:,}", many_each / few_each, "at most 1.1"),
        Row(held, long.seconds, f"memory for {few:,}, {least:.0f} MiB", long.mebibytes / least, "at most 1.1"),
    ]


def _within(lines: int, folder: Path) -> Ran:
    """Evaluate so many contracts in a process that has evaluated one before; on the processor, only what they take is counted.

    The start of the program would be more than a hundred of them.
    """
    taken, words = folder / "taken", [json.dumps(_words(1, folder, "first")), json.dumps(_words(lines, folder))]
    done = ended([sys.executable, "-c", WITHIN, *words, str(taken)])
    return done._replace(processor=float(taken.read_text("utf-8")))
