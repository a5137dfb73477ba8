"""The product and a simple second reading of the rules agree on every figure of contracts of every kind."""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.terms import Rulebook
from desktop_app.report.statement_json import json_text, statement_data
from desktop_app.wording.wording import wording
from tests.cases.contracts import evaluated, read
from tests.cases.examples import WorkedExample, worked_examples
from tests.cases.statements import differences, plain
from tests.cases.unwatched import unwatched
from tests.laws.contracts import contract_files, contracts_on_a_day
from tests.second_opinion.comparison import both_readings, disagreements
from tests.second_opinion.features import A_BLOCK, EVERY_FEATURE, FEWEST, features
from tests.second_opinion.statement import as_json, second_opinion

pytestmark = pytest.mark.long
Case = tuple[dict[str, Any], date]


@pytest.mark.parametrize("example", worked_examples(), ids=lambda example: example.name)
def test_the_second_opinion_knows_the_worked_examples(example: WorkedExample) -> None:
    """It gives the statements that were reckoned by hand."""
    assert list(differences(example.expected, as_json(second_opinion(example.contract, example.as_of)))) == []


@settings(max_examples=300)
@given(contracts_on_a_day())
def test_two_readings_of_the_rules_agree(rules: Rulebook, case: Case) -> None:
    """On every day, count, fee, amount, status and warning."""
    contract, as_of = case
    mine = as_json(second_opinion(contract, as_of))
    theirs = plain(evaluate(read(contract), as_of, rules))
    assert list(differences(mine, theirs)) == []
    assert list(differences(theirs, mine)) == []


@pytest.mark.parametrize("block", range(4))
def test_two_readings_agree_on_a_hundred_thousand_contracts(block: int) -> None:
    """A quarter of them each, in which nothing that the rules speak of is rare; `tests.release.second_opinion` takes more."""
    found, wrong = Counter[str](), list[str]()
    with unwatched():
        for seed in range(block * A_BLOCK, (block + 1) * A_BLOCK):
            data, mine, theirs = both_readings(seed)
            wrong += disagreements(seed, mine, theirs)
            found.update(features(data, mine))
    assert wrong == []
    assert {name: found[name] for name in EVERY_FEATURE | {*found} if name not in EVERY_FEATURE or found[name] < FEWEST} == {}


@given(contracts_on_a_day())
def test_the_public_statement_says_the_same(case: Case) -> None:
    """What other programs read of it is what the second reading gives, in whole numbers, days and decimal strings."""
    written = json_text(statement_data(evaluated(*case), wording("ja")))
    assert list(differences(as_json(second_opinion(*case)), json.loads(written))) == []


@given(contract_files())
def test_the_contracts_of_the_laws_are_right(rules: Rulebook, data: dict[str, Any]) -> None:
    """Nothing in them is refused, so that the laws speak of contracts that can be."""
    contract = read(data)
    assert refusals(contract, rules.editions[contract.terms]) == []
