"""Many random contracts, read by the product and by the slow and simple second reading of the rules: not one yen of difference.

usage: python -m tests.release.second_opinion [--contracts N] [--seed S]
"""

import argparse
import sys
from random import Random
from time import monotonic

from desktop_app.calculation.evaluate import evaluate
from tests.cases.contracts import read
from tests.cases.examples import rulebook
from tests.cases.statements import differences, plain
from tests.laws.contracts import random_contract_on_a_day
from tests.laws.second_opinion.statement import second_opinion


def disagreements(seed: int) -> list[str]:
    """Return where the two readings differ on the contract of a seed."""
    data, as_of = random_contract_on_a_day(Random(seed))  # noqa: S311 - not a secret
    mine, theirs = second_opinion(data, as_of), plain(evaluate(read(data), as_of, rulebook()))
    if mine == theirs:
        return []
    found = [*differences(mine, theirs), *differences(theirs, mine)]
    return [f"seed {seed}: {each}" for each in found or ["the statements have other parts"]]


def main() -> int:
    """Compare, say how far it is now and then, and return whether all agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contracts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    began, wrong = monotonic(), 0
    for n in range(chosen.contracts):
        for each in disagreements(chosen.seed + n):
            wrong += 1
            print(each)
        if n % 10_000 == 9_999:
            print(f"{n + 1:,} contracts, {wrong} differences, {monotonic() - began:.0f} s", file=sys.stderr)
    print(f"{chosen.contracts:,} contracts from seed {chosen.seed}: {wrong} differences")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
