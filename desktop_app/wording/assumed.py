"""The assumptions in force (前提条件) as sentences, for every output to print."""

from desktop_app.calculation.contract import Policy
from desktop_app.wording.wording import Wording


def assumption_sentences(policy: Policy, words: Wording) -> list[str]:
    """Return one sentence for each policy of a contract, in the order of the file format."""
    sentences = [words.text(f"assumption.{name}.{getattr(policy, name)}") for name in ("partial_month", "rounding")]
    if policy.settlement_basis == "fixed":
        sentences.append(words.text("assumption.settlement_basis.fixed", accounts=policy.settlement_accounts))
    else:
        sentences.append(words.text(f"assumption.settlement_basis.{policy.settlement_basis}"))
    sentences.append(words.text(f"assumption.settlement_taxable.{'yes' if policy.settlement_taxable else 'no'}"))
    sentences.append(words.text(f"assumption.claimable_from.{policy.claimable_from}"))
    return [*sentences, words.text("assumption.quote_months", months=policy.quote_months)]
