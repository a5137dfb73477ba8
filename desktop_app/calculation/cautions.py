"""What a statement warns of (rules, section 10): it is reckoned, but someone should look."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract, Outage
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import midnight, midnight_after
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Terms
from desktop_app.calculation.unknown import said_by

CLAIM_SOON = timedelta(days=14)


class Findings(NamedTuple):
    """What the warnings need besides the statement: the terms, and the settlement by records where another basis was chosen."""

    terms: Terms
    scheduled_settlement: Yen | None


def cautions(contract: Contract, statement: Statement, findings: Findings) -> tuple[Problem, ...]:
    """Return the warnings in the order of the file format."""
    groups: tuple[Callable[[], Iterable[Problem]], ...] = (
        lambda: _registration_number(contract),
        lambda: _dates(contract, findings.terms),
        lambda: _termination(contract, statement),
        lambda: (caution for i in range(len(contract.outages)) for caution in _outage(contract, statement, i)),
        lambda: _settlement(statement, findings),
    )
    return tuple([caution for group in groups for caution in said_by(group)])


def _registration_number(contract: Contract) -> Iterator[Problem]:
    number = contract.issuer.registration_number
    if number and not is_registration_number(number):
        yield Problem(("issuer", "registration_number"), "registration_number_suspect")


def is_registration_number(text: str) -> bool:
    """Return whether `text` is T and 13 digits with the right check digit (適格請求書発行事業者の登録番号)."""
    digits = text[1:]
    if text[:1] != "T" or len(digits) != 13 or not (digits.isascii() and digits.isdigit()):  # noqa: PLR2004 - its length
        return False
    weighed = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits[1:])))
    return int(digits[0]) == 9 - weighed % 9


def _dates(contract: Contract, terms: Terms) -> Iterator[Problem]:
    if contract.dates.accepted_on is None:
        yield Problem(("dates", "accepted_on"), "acceptance_missing", Article.ART_9)
    if contract.dates.billing_start < terms.effective_on.value:
        details = (("effective_on", terms.effective_on.value),)
        yield Problem(("dates", "billing_start"), "before_edition", Article.SUPPLEMENT, details)


def _termination(contract: Contract, statement: Statement) -> Iterator[Problem]:
    ends = statement.dates.termination
    if ends is None:
        return
    if ends.effective_on.value < contract.dates.billing_start:
        details = (("effective_on", ends.effective_on.value), ("billing_start", contract.dates.billing_start))
        yield Problem(("termination",), "ended_before_billing", Article.ART_10, details)
    designated, earliest = ends.designated_on.value, ends.earliest_on.value
    if designated is not None and earliest is not None and designated < earliest:
        yield Problem(("termination", "designated_on"), "designated_before_earliest", Article.ART_8, (("earliest_on", earliest),))


def _outage(contract: Contract, statement: Statement, i: int) -> Iterator[Problem]:
    ends = statement.dates.termination
    if _outside(contract.outages[i], contract, None if ends is None else ends.effective_on.value):
        yield Problem(("outages", i), "outage_outside_contract", Article.ART_11)
    credit = statement.outages[i]
    deadline = credit.claim_deadline.value
    if credit.status.value == "claimable" and deadline is not None and deadline - statement.as_of.value <= CLAIM_SOON:
        details = (("deadline", deadline), ("days_left", (deadline - statement.as_of.value).days))
        yield Problem(("outages", i), "claim_deadline_near", Article.ART_11, details)


def _outside(outage: Outage, contract: Contract, effective_on: date | None) -> bool:
    if outage.known_at < midnight(contract.dates.billing_start):
        return True
    if effective_on is None:
        return False
    closing = midnight_after(effective_on)
    return outage.known_at >= closing or (outage.restored_at is not None and outage.restored_at > closing)


def _settlement(statement: Statement, findings: Findings) -> Iterator[Problem]:
    scheduled, settled = findings.scheduled_settlement, statement.settlement
    if settled is not None and scheduled is not None and scheduled != settled.amount.value:
        details = (("scheduled", scheduled), ("amount", settled.amount.value))
        yield Problem(("policy", "settlement_basis"), "scheduled_settlement_differs", Article.ANNEX_2, details)
