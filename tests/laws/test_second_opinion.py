"""The product and a slow and simple second reading of the rules agree on every figure of contracts of every kind."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.terms import Rulebook
from tests.cases.contracts import read
from tests.cases.examples import WorkedExample, worked_examples
from tests.cases.statements import differences, plain
from tests.laws.contracts import as_of_days, contract_files
from tests.laws.second_opinion.statement import second_opinion


@pytest.mark.parametrize("example", worked_examples(), ids=lambda example: example.name)
def test_the_second_opinion_knows_the_worked_examples(example: WorkedExample) -> None:
    """It gives the statements that were reckoned by hand."""
    assert list(differences(example.expected, second_opinion(example.contract, example.as_of))) == []


@settings(max_examples=400)
@given(st.data())
def test_two_readings_of_the_rules_agree(rules: Rulebook, data: st.DataObject) -> None:
    """On every day, count, fee, amount, status and warning."""
    contract = data.draw(contract_files())
    as_of: date = data.draw(as_of_days(contract))
    mine = second_opinion(contract, as_of)
    theirs = plain(evaluate(read(contract), as_of, rules))
    assert list(differences(mine, theirs)) == []
    assert list(differences(theirs, mine)) == []


@given(st.data())
def test_the_contracts_of_the_laws_are_right(rules: Rulebook, data: st.DataObject) -> None:
    """Nothing in them is refused, so that the laws speak of contracts that can be."""
    contract = read(data.draw(contract_files()))
    assert refusals(contract, rules.editions[contract.terms]) == []
