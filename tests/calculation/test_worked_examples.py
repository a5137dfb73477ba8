"""The worked examples: contracts whose statements were reckoned by hand."""

import pytest

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.terms import Rulebook
from tests.cases.examples import WorkedExample, worked_examples
from tests.cases.statements import differences, plain

EXAMPLES = worked_examples()


def test_there_are_thirteen_worked_examples() -> None:
    """None of them was lost on the way."""
    assert [example.name[:2] for example in EXAMPLES] == [f"{number:02d}" for number in range(1, 14)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_example_gives_the_statement_reckoned_by_hand(example: WorkedExample, rules: Rulebook) -> None:
    """Every figure of the expected statement is in the one that comes out."""
    statement = evaluate(Contract.model_validate(example.contract), example.as_of, rules)
    assert list(differences(example.expected, plain(statement))) == []


WARNINGS = {
    "08": [("designated_before_earliest", "termination.designated_on")],
    "10": [("acceptance_missing", "dates.accepted_on")],
    "11": [("ended_before_billing", "termination"), ("scheduled_settlement_differs", "policy.settlement_basis")],
    "12": [("outage_outside_contract", "outages[0]")],
    "13": [("outage_outside_contract", "outages[0]")],
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_example_warns_of_what_needs_a_look(example: WorkedExample, rules: Rulebook) -> None:
    """The warnings stand in the order of the file format; most contracts have none."""
    statement = evaluate(Contract.model_validate(example.contract), example.as_of, rules)
    found = [(warning["code"], warning["path"]) for warning in plain(statement.warnings)]
    assert found == WARNINGS.get(example.name[:2], [])
