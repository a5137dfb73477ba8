"""All benchmarks, one table: each figure as a ratio to its floor, measured in the same run.

usage: python tests/benchmarks/run.py [--quick]

No figure fails anything: machines differ and are busy. Ratios are what can be compared.
"""

import argparse

import batch
import evaluation
import large
import papers
import preview
import questions
import spreadsheet
import start_up
import window
from measuring import Row, kept_compiled, table


def rows(*, quick: bool) -> list[Row]:
    """Return what was measured."""
    return [
        *evaluation.rows(quick=quick),
        *questions.rows(quick=quick),
        *batch.rows(lines=300 if quick else 10_000, most=1_000 if quick else 100_000),
        *large.rows(rounds=1 if quick else 7),
        *papers.rows(papers=10 if quick else 100),
        *spreadsheet.rows(quick=quick),
        *preview.rows(numbers=5 if quick else 60),
        *window.rows(keys=40 if quick else 400),
        *start_up.rows(rounds=3 if quick else 15),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, to see that all of it runs")
    chosen = parser.parse_args()
    with kept_compiled():
        print(table(rows(quick=chosen.quick)))
