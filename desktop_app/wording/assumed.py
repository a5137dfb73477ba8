"""The assumptions in force (前提条件) as sentences, for every output to print."""

from desktop_app.calculation.assumptions import assumptions
from desktop_app.calculation.contract import Policy
from desktop_app.wording.reasons import sentence
from desktop_app.wording.wording import Wording


def assumption_sentences(policy: Policy, words: Wording) -> list[str]:
    """Return one sentence for each policy of a contract, in the order of the file format."""
    sentences = {step.name: sentence(step, words) for step in assumptions(policy)}
    if policy.settlement_basis == "fixed":
        accounts = words.figure("settlement_accounts", policy.settlement_accounts)
        sentences["settlement_basis"] = words.text("assumption.settlement_basis.fixed", accounts=accounts)
    return list(sentences.values())
