"""One contract: reading it, evaluating it with its reasons, explaining a figure; against reading and writing the same JSON."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

from measuring import Row, medians

from desktop_app.calculation.evaluate import evaluate
from desktop_app.document.assess import assess_content, read_contract
from desktop_app.document.reading import read_draft
from desktop_app.report.statement_json import json_text, statement_data
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.reasons import reason
from desktop_app.wording.wording import wording

EXAMPLES = Path(__file__).parents[2] / "resources" / "self_check" / "worked_examples"
AS_OF = date(2024, 12, 10)


def example(name: str) -> bytes:
    """Return the contract file of a worked example."""
    return next(EXAMPLES.glob(f"{name}*/contract.json")).read_bytes()


def by_turns(content: bytes) -> Iterator[bytes]:
    """Yield a contract, and the same with another part everywhere, by turns: nothing is kept from the one before."""
    other = json.loads(content)
    dates = other["dates"]
    dates["applied_on"] = None if dates.get("applied_on") else dates.get("accepted_on") or dates["billing_start"]
    other["policy"] = {**other.get("policy", {}), "settlement_accounts": other.get("policy", {}).get("settlement_accounts")}
    for rows_ in (other.get(name, []) for name in ("accounts", "changes", "outages")):
        for row in rows_:
            row["note"] = "x"
    other["prices"]["monthly"]["base_fee"] = other["prices"]["monthly"].get("base_fee", 0) + 1
    for tier in other["prices"]["monthly"].get("tiers", []):
        tier["unit_price"] = f"{tier['unit_price']}.5"
    return cycle((content, json.dumps(other).encode()))


def floor(content: bytes) -> str:
    """Read and validate a contract and write it back: the same JSON in and out, no calculation."""
    source = read_draft(content)
    read_contract(source.draft, installed_rules(), source.problems)
    return json.dumps(source.draft, ensure_ascii=False)


def whole(content: bytes) -> str:
    """Read, validate and evaluate a contract and write its statement."""
    assessment = assess_content(content, AS_OF, installed_rules())
    return json_text(statement_data(assessment.statement, wording("ja")), indent=None)


def rows(*, quick: bool) -> list[Row]:
    """Return the figures of one contract."""
    rounds = 20 if quick else 200
    rules = installed_rules()
    found = []
    for name, title in (("01", "new quote, 12 months"), ("02", "terminated, outage, 8 months"), ("12", "7 outages, 13 months")):
        turns = by_turns(example(name))
        contracts = cycle([read_contract(read_draft(next(turns)).draft, rules)[0] for _ in range(2)])
        acts = {
            "floor": lambda turns=turns: floor(next(turns)),
            "read": lambda turns=turns: read_contract(read_draft(next(turns)).draft, rules),
            "evaluate": lambda contracts=contracts: evaluate(next(contracts), AS_OF, rules),
            "whole": lambda turns=turns: whole(next(turns)),
        }
        taken = medians(acts, rounds=rounds, repeats=5)
        goals = {"read": "", "evaluate": "under 1 ms, goal 0.3 ms", "whole": "at most 4"}
        found += [
            Row(f"{act}: {title}", taken[act], "read, validate, write back", taken[act] / taken["floor"], goals[act])
            for act in goals
        ]
    return [*found, *_reasons(rounds)]


def _reasons(rounds: int) -> list[Row]:
    turns, words = by_turns(example("02")), wording("ja")
    statement = assess_content(next(turns), AS_OF, installed_rules()).statement
    taken = medians({"floor": lambda: floor(next(turns)), "reason": lambda: reason(statement.totals.total, words)}, rounds=rounds)
    return [
        Row(
            "all reasons of a total in words", taken["reason"], "read, validate, write back", taken["reason"] / taken["floor"], ""
        )
    ]
