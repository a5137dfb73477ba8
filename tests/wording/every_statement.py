"""Statements in which every sentence is said at least once: the worked examples, and small contracts for the rest."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.deadlines import notice_for
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.outage_outlook import outage_outlooks
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Step
from tests.cases.contracts import AS_OF, contract_file, ended, notice, outage, policy, priced, statement_of
from tests.cases.examples import rulebook, worked_examples
from tests.cases.statements import steps_of, tree_of

Change = dict[str, Any]

NO_ACCEPTANCE: Change = {"dates": {"accepted_on": None}}
FROM_SEPTEMBER: Change = {"dates": {"billing_start": "2024-09-10"}}
TWO_OUTAGES_IN_A_MONTH: Change = {
    "outages": [
        outage("2024-08-01", "2024-08-03", claimed_on="2024-08-10"),
        outage("2024-08-11", "2024-08-13", claimed_on="2024-08-20"),
    ]
}
MORE_THAN_A_MONTH_COSTS: Change = {
    "outages": [
        outage("2024-08-01", "2024-08-25", claimed_on="2024-09-01"),
        outage("2024-08-25", "2024-09-01", claimed_on="2024-09-01"),
    ]
}
ONE_STILL_GOING_ON: Change = {"outages": [outage("2024-08-01", "2024-08-03"), outage("2024-09-01T09:00")]}

CONTRACTS: dict[str, tuple[Change, ...]] = {
    "as_it_is": (),
    "thirtieths": (ended("2025-03-15"), policy(partial_month="thirty_days")),
    "thirtieths_reached": (ended("2025-07-30"), policy(partial_month="thirty_days")),
    "whole_months": (policy(partial_month="full"),),
    "whole_months_one_left": (ended("2025-05-20"), policy(partial_month="full")),
    "whole_months_none_left": (ended("2025-06-20"), policy(partial_month="full")),
    "exempt": (ended("2025-03-15", "article_28_3"),),
    "after_the_term": (ended("2026-03-15"),),
    "ended_before_it_began": (notice("2024-06-15"), FROM_SEPTEMBER, policy(settlement_taxable=True)),
    "ended_before_it_began_not_accepted": (
        ended("2024-07-01"),
        FROM_SEPTEMBER,
        NO_ACCEPTANCE,
        {"prices": {"initial_fee": 1000}},
    ),
    "fixed": (ended("2025-03-15"), policy(settlement_basis="fixed", settlement_accounts=1, settlement_taxable=True)),
    "going_on": (ONE_STILL_GOING_ON,),
    "going_on_claimable_when_restored": (ONE_STILL_GOING_ON, policy(claimable_from="restored")),
    "somebody_else": ({"outages": [outage("2024-08-01", "2024-08-03", attributable_to_provider=False)]},),
    "two_in_a_month": (TWO_OUTAGES_IN_A_MONTH,),
    "more_than_a_month_costs": (MORE_THAN_A_MONTH_COSTS,),
    "outage_after_the_listed_months": ({"outages": [outage("2026-08-01", "2026-08-03", claimed_on="2026-08-04")]},),
    "volume": (priced("volume", tiers=[{"up_to": 5, "unit_price": "10"}, {"up_to": None, "unit_price": "9.5"}]),),
    "minimums_kept": (priced("per_account", unit_price="100", minimum_accounts=5, minimum_charge=500),),
}


@lru_cache(maxsize=1)
def every_statement() -> dict[str, Statement]:
    """Return the statements by the names of their contracts."""
    worked = {each.name: evaluate(Contract.model_validate(each.contract), each.as_of, rulebook()) for each in worked_examples()}
    return worked | {name: statement_of(*changes) for name, changes in CONTRACTS.items()}


@lru_cache(maxsize=1)
def every_step() -> frozenset[Step[Any]]:
    """Return every step of every statement, and those of the terms that no figure comes from."""
    found = {step for statement in every_statement().values() for figure in steps_of(statement) for step in tree_of(figure)}
    return frozenset(found.union(*_steps_of_terms(), *_steps_of_questions()))


def _steps_of_terms() -> Iterator[Iterator[Step[Any]]]:
    for terms in rulebook().editions.values():
        yield (step for figure in steps_of(terms) for step in tree_of(figure))


def _steps_of_questions() -> Iterator[Iterator[Step[Any]]]:
    """Yield the steps that only the answers to questions have: the notice for a wished end, the time to one more day."""
    contract = Contract.model_validate(contract_file({"outages": [outage("2024-11-01T09:00", "2024-11-01T22:00")]}))
    statement = evaluate(contract, AS_OF, rulebook())
    yield tree_of(notice_for(contract, date(2025, 3, 31), AS_OF, rulebook()).arrive_by)
    for outlook in outage_outlooks(contract, statement, rulebook()):
        if outlook.next_day is not None:
            yield tree_of(outlook.next_day.lacking)
