"""The monkey as a command: so many random acts for each of so many seeds; what is wrong comes as the fewest acts to it."""

import argparse
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.ui.monkey.process import Plan, inside, outcome_of


def words(arguments: list[str]) -> argparse.Namespace:
    """Return what the command is to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000, help="how many acts for each seed")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--seeds", type=int, default=1, help="how many seeds")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many seeds at a time")
    parser.add_argument("--folder", type=Path, help="where the journals go")
    parser.add_argument("--replay", type=Path, help="a journal whose acts to do again")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Run the seeds, each in a process of its own; 1 when something is wrong in one of them."""
    asked = words(arguments)
    if asked.inside is not None:
        return inside(Plan(asked.inside, asked.actions, asked.seed, asked.replay))
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="monkey-"))
    folder.mkdir(parents=True, exist_ok=True)
    seeds = range(asked.seed, asked.seed + asked.seeds)
    plans = [Plan(folder / f"seed-{seed}.jsonl", asked.actions, seed, asked.replay) for seed in seeds]
    failed = False
    with ThreadPoolExecutor(asked.jobs) as pool:
        for outcome in pool.map(partial(outcome_of, program=Path(__file__)), plans):
            print(outcome.told, flush=True)
            failed |= not outcome.right
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
