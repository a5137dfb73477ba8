"""The policies of a contract as steps: every assumption says that it is one, and where the user can change it."""

from functools import partial
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.choices import ClaimableFrom, PartialMonth, SettlementBasis
from desktop_app.calculation.contract import Policy
from desktop_app.calculation.money import Rounding
from desktop_app.calculation.step import Step
from desktop_app.calculation.unknown import known_or, unknown


class Assumptions(NamedTuple):
    """The policies in force (前提条件), in the order of the file format."""

    partial_month: Step[PartialMonth]
    rounding: Step[Rounding]
    settlement_basis: Step[SettlementBasis]
    settlement_taxable: Step[bool]
    claimable_from: Step[ClaimableFrom]
    quote_months: Step[int]


UNKNOWN_ASSUMPTION: Step[Any] = unknown("assumption", Article.POLICY)
YES_OR_NO = {True: "yes", False: "no"}


def assumptions(policy: Policy) -> Assumptions:
    """Return the policies of a contract, its own or the default ones, as steps."""
    return Assumptions(*(known_or(UNKNOWN_ASSUMPTION, partial(_assumption, name, policy)) for name in Assumptions._fields))


def _assumption(name: str, policy: Policy) -> Step[Any]:
    value = getattr(policy, name)
    says = f"policy.{name}" if type(value) is int else f"policy.{name}.{YES_OR_NO.get(value, value)}"
    return Step(name, value, Article.POLICY, says, (), ("policy", name))
