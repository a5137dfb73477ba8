"""The policies of a contract as steps: every assumption says that it is one, and where the user can change it."""

from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.choices import ClaimableFrom, PartialMonth, SettlementBasis
from desktop_app.calculation.contract import Policy
from desktop_app.calculation.money import Rounding
from desktop_app.calculation.step import Step


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
        _choice("partial_month", policy.partial_month),
        _choice("rounding", policy.rounding),
        _choice("settlement_basis", policy.settlement_basis),
        Step(
            "settlement_taxable",
            policy.settlement_taxable,
            Article.POLICY,
            "policy.settlement_taxable.yes" if policy.settlement_taxable else "policy.settlement_taxable.no",
            (),
            ("policy", "settlement_taxable"),
        ),
        _choice("claimable_from", policy.claimable_from),
        Step("quote_months", policy.quote_months, Article.POLICY, "policy.quote_months", (), ("policy", "quote_months")),
    )


def _choice(name: str, value: str) -> Step[Any]:
    return Step(name, value, Article.POLICY, f"policy.{name}.{value}", (), ("policy", name))
