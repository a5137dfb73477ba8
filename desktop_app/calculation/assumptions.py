"""The policies of a contract as steps: every assumption says that it is one, and where the user can change it."""

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


def assumptions(policy: Policy) -> Assumptions:
    """Return the policies of a contract, its own or the default ones, as steps."""
    return Assumptions(
        _choice("partial_month", policy),
        _choice("rounding", policy),
        _choice("settlement_basis", policy),
        known_or(unknown("settlement_taxable", Article.POLICY), lambda: _taxable(policy.settlement_taxable)),
        _choice("claimable_from", policy),
        known_or(unknown("quote_months", Article.POLICY), lambda: _months(policy.quote_months)),
    )


def _choice(name: str, policy: Policy) -> Step[Any]:
    return known_or(unknown(name, Article.POLICY), lambda: _chosen(name, getattr(policy, name)))


def _chosen(name: str, value: str) -> Step[Any]:
    return Step(name, value, Article.POLICY, f"policy.{name}.{value}", (), ("policy", name))


def _taxable(value: bool) -> Step[bool]:  # noqa: FBT001 - the value of the step
    says = "policy.settlement_taxable.yes" if value else "policy.settlement_taxable.no"
    return Step("settlement_taxable", value, Article.POLICY, says, (), ("policy", "settlement_taxable"))


def _months(value: int) -> Step[int]:
    return Step("quote_months", value, Article.POLICY, "policy.quote_months", (), ("policy", "quote_months"))
