"""Both readings of the rules of one contract, laid out alike, and where they differ."""

from fractions import Fraction
from random import Random
from typing import Any

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.money import Yen
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import MonthlyBill, Statement
from desktop_app.calculation.step import Step
from tests.cases.contracts import read
from tests.cases.examples import rulebook
from tests.cases.statements import differences, dotted
from tests.laws.contracts import random_contract_on_a_day
from tests.second_opinion.case import Data
from tests.second_opinion.statement import second_opinion

COLUMNS = [name.rstrip("_") for name in MonthlyBill._fields]
PERCENT = {Fraction(each, 100): each for each in (3, 5, 8, 10)}


def both_readings(seed: int) -> tuple[Data, Data, Data]:
    """Return the contract file of a seed, its statement by the second reading, and its statement by the product."""
    data, as_of = random_contract_on_a_day(Random(seed))  # noqa: S311 - not a secret
    return data, second_opinion(data, as_of), laid_out(evaluate(read(data), as_of, rulebook()))


def disagreements(seed: int, mine: Data, theirs: Data) -> list[str]:
    """Return where two statements differ of which each has every figure of the other."""
    if mine == theirs:
        return []
    found = [*differences(mine, theirs), *differences(theirs, mine)]
    return [f"seed {seed}: {each}" for each in found or ["the statements have other parts"]]


def laid_out(statement: Statement) -> Data:
    """Return the product's statement as the second reading lays out its own: of each step its value alone."""
    parts = {name: _bare(part) for name, part in zip(Statement._fields, statement, strict=True) if name != "months"}
    return {**parts, "months": [_row(bill) for bill in statement.months]}


def _row(bill: MonthlyBill) -> Data:
    row = dict(zip(COLUMNS, map(_value, bill), strict=True))
    row["tax_rate"] = PERCENT[row["tax_rate"]]
    return row


def _value(step: Step[Any]) -> Any:
    value = step.value
    return value.amount if type(value) is Yen else value


def _bare(part: Any) -> Any:
    if type(part) is Step:
        return _value(part)
    if type(part) is tuple:
        return [_bare(each) for each in part]
    if type(part) is Problem:
        return {"code": part.code, "path": dotted(part.path)}
    if part is None:
        return None
    return {name: _bare(each) for name, each in zip(part._fields, part, strict=True)}
