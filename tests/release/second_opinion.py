"""A million random contracts, read by the product and by the simple second reading of the rules: not one yen of difference.

usage: python -m tests.release.second_opinion [--contracts N] [--seed S] [--periods MONTHS]

`--periods 240` compares the ends of all periods of up to so many months that begin from 1990 to 2110 instead: 10,606,560.
Status 1 where the readings differ, or where a feature of contracts that the rules speak of was hardly met with.
"""

import argparse
import sys
from collections import Counter
from datetime import date
from time import monotonic, process_time

from desktop_app.calculation.periods import period_end
from tests.calculation.civil_calendar import days_of, last_day_of_period
from tests.cases.unwatched import unwatched
from tests.second_opinion.comparison import both_readings, disagreements
from tests.second_opinion.features import A_BLOCK, EVERY_FEATURE, FEWEST, features

FIRST_YEAR, LAST_YEAR = 1990, 2110


def compare_contracts(contracts: int, seed: int) -> int:
    """Compare both readings of so many contracts, say what was met with, and return how much was wrong."""
    began, wrong, found = monotonic(), 0, Counter[str]()
    for n in range(contracts):
        data, mine, theirs = both_readings(seed + n)
        found.update(features(data, mine))
        for each in disagreements(seed + n, mine, theirs):
            wrong += 1
            print(each)
        if n % 50_000 == 49_999:
            print(f"{n + 1:,} contracts, {wrong} differences, {monotonic() - began:.0f} s", file=sys.stderr)
    for name in sorted(EVERY_FEATURE, key=lambda each: found[each]):
        print(f"{found[name]:>10,}  {name}")
    rare = [name for name in EVERY_FEATURE if found[name] * A_BLOCK < FEWEST * contracts]
    print(f"{contracts:,} contracts from seed {seed}: {wrong} differences; features met with too rarely: {rare}")
    return wrong + len(rare)


def compare_periods(most_months: int) -> int:
    """Compare the ends of all periods of some years, and return how many differ."""
    compared = wrong = 0
    for first in days_of(FIRST_YEAR, LAST_YEAR):
        begins = date(*first)
        for months in range(1, most_months + 1):
            last = period_end(begins, months)
            compared += 1
            if (last.year, last.month, last.day) != last_day_of_period(first, months):
                wrong += 1
                print(f"{begins}, {months} months: {last}")
    print(f"{compared:,} periods of up to {most_months} months that begin from {FIRST_YEAR} to {LAST_YEAR}: {wrong} differences")
    return wrong


def main() -> int:
    """Compare what was asked for, and return whether all agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contracts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--periods", type=int, metavar="MONTHS")
    chosen = parser.parse_args()
    with unwatched():
        wrong = compare_periods(chosen.periods) if chosen.periods else compare_contracts(chosen.contracts, chosen.seed)
    print(f"{process_time():.0f} s of processor time")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
