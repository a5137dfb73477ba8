"""What every sentence of a derivation cites and rests on, and what every problem names, as recorded in the files beside this one.

The files are read by people: a line that changes is a decision. `python -m tests.calculation.recorded` writes them anew.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.calculation.deadlines import notice_for
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.outage_outlook import outage_outlooks
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Step
from tests.cases.contracts import AS_OF, contract_file, ended, evaluated, outage, policy, read, statement_of
from tests.cases.examples import RESOURCES, rulebook, worked_examples
from tests.cases.statements import dotted, plain, steps_of, tree_of
from tests.wording.broken_contracts import BROKEN
from tests.wording.every_statement import CONTRACTS

HERE = Path(__file__).parent
CALCULATION = RESOURCES.parent / "desktop_app" / "calculation"
SENTENCES, PROBLEMS = HERE / "sentences.txt", HERE / "problems.txt"


def statements() -> Iterator[Statement]:
    """Yield statements in which every sentence is said."""
    for each in worked_examples():
        yield evaluated(each.contract, each.as_of)
    for changes in CONTRACTS.values():
        yield statement_of(*changes)
    yield statement_of(ended("2025-03-15"), policy(settlement_basis="scheduled"))


def answers() -> Iterator[Step[Any]]:
    """Yield the steps that only the answers to questions have."""
    contract = read(contract_file({"outages": [outage("2024-11-01T09:00", "2024-11-01T22:00")]}))
    yield notice_for(contract, date(2025, 3, 31), AS_OF, rulebook()).arrive_by
    for outlook in outage_outlooks(contract, evaluate(contract, AS_OF, rulebook()), rulebook()):
        assert outlook.next_day is not None
        yield outlook.next_day.lacking


def sentences() -> list[str]:
    """Return what each sentence stands for, cites and rests on, one line for each way in which it is said."""
    figures = [
        step for part in (*statements(), *rulebook().editions.values(), *rulebook().tax_rates.rates) for step in steps_of(part)
    ]
    every_step = {id(step): step for figure in (*figures, *answers()) for step in tree_of(figure)}
    return sorted({_sentence(step) for step in every_step.values()})


def _sentence(step: Step[Any]) -> str:
    path = dotted(tuple("0" if isinstance(key, int) else key for key in step.path))
    given = " ".join(dict.fromkeys(each.name for each in step.given))
    return " | ".join([step.says, step.name, str(step.article or "-"), path or "-", given]).rstrip(" |")


def problems() -> list[str]:
    """Return what the calculation refuses or warns of in contracts: where, what, by which article, with which values."""
    code = "".join(file.read_text("utf-8") for file in CALCULATION.rglob("*.py"))
    found = [each for broken in BROKEN if f'"{broken.code}"' in code for each in broken.problems()]
    return sorted({_problem(each) for each in found})


def _problem(problem: Problem) -> str:
    details = " ".join(f"{name}={plain(value)}" for name, value in problem.details)
    return " | ".join([problem.code, dotted(problem.path) or "-", str(problem.article or "-"), details]).rstrip(" |")


def main() -> None:
    """Write both files anew."""
    for file, lines in ((SENTENCES, sentences()), (PROBLEMS, problems())):
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
