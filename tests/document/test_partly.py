"""Beside whatever is wrong with a draft, there is a statement of what is known."""

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.step import Path
from desktop_app.calculation.unknown import is_known
from desktop_app.document.assess import assess
from desktop_app.document.draft import new_draft, with_value
from desktop_app.document.partly import known_of
from desktop_app.wording.reasons import reason
from desktop_app.wording.wording import wording
from tests.cases.examples import invalid_examples, rulebook, worked_examples

AS_OF = date(2024, 12, 10)
WRONG = (5, -1, "x", [], {}, [5], {"a": 1}, True, 1.5, "2024-02-30", 10**13, [{}])


def _places(node: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from _places(child, (*path, key))


@pytest.mark.parametrize(
    "example", [each for each in worked_examples() if each.name[:2] in {"02", "08", "12", "13"}], ids=lambda each: each.name
)
def test_whatever_stands_anywhere_there_is_a_statement(example: Any) -> None:
    """No wrong value of any kind in any place takes all figures away."""
    for path in _places(example.contract):
        for value in WRONG:
            draft = with_value(copy.deepcopy(example.contract), path, value)
            assessment = assess(draft, AS_OF, rulebook())
            assert known_of(assessment, AS_OF, rulebook()).statement.as_of.value == AS_OF


@pytest.mark.parametrize("example", invalid_examples(), ids=lambda each: each.name)
def test_a_contract_that_is_refused_has_the_figures_that_need_nothing_refused(example: Any) -> None:
    """The rules between fields make holes as wrong types do."""
    statement = known_of(assess(example.contract, AS_OF, rulebook()), AS_OF, rulebook()).statement
    assert is_known(statement.as_of)


def test_a_new_quotation_with_prices_alone_knows_its_initial_fee_once_it_is_accepted() -> None:
    """An empty form shows what little it knows."""
    draft = with_value(with_value(new_draft(), ("prices", "initial_fee"), 300000), ("dates", "accepted_on"), "2024-06-10")
    draft = with_value(draft, ("dates", "billing_start"), "2024-07-10")
    statement = known_of(assess(draft, AS_OF, rulebook()), AS_OF, rulebook()).statement
    assert statement.totals.initial_fees.value.amount == 300000
    assert str(statement.dates.minimum_term.end.value) == "2025-07-09"
    assert not is_known(statement.totals.total)


@pytest.mark.parametrize(("language", "text"), [("ja", "—"), ("en", "—")])
def test_what_is_not_known_is_shown_as_a_dash_with_its_reason(language: Any, text: str) -> None:
    """Nobody mistakes it for nothing."""
    statement = known_of(assess(new_draft(), AS_OF, rulebook()), AS_OF, rulebook()).statement
    told = reason(statement.totals.total, wording(language))
    assert told.value == text
    assert told.sentence
