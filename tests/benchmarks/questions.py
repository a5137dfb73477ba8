"""Questions of one contract: the curve of every ending day, and what it would cost to evaluate each day by itself."""

from datetime import date

from evaluation import AS_OF, example
from measuring import Row, medians

from desktop_app.calculation.bridge import bridge
from desktop_app.calculation.contract import AccountRecord, Contract
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.outage_outlook import outage_outlooks
from desktop_app.calculation.readings import silent_points
from desktop_app.calculation.termination_curve import termination_curve
from desktop_app.calculation.what_if import statement_ending_on
from desktop_app.document.assess import read_contract
from desktop_app.document.reading import read_draft
from desktop_app.storage.rulebook import installed_rules

FROM = date(2024, 7, 5)
RECORDS = 1_000


def read(name: str) -> Contract:
    """Return the contract of a worked example."""
    contract, _ = read_contract(read_draft(example(name)).draft, installed_rules())
    assert contract is not None
    return contract


def with_daily_counts(contract: Contract) -> Contract:
    """Return the contract with a count for each day of almost three years."""
    first = contract.accounts[0]
    days = (first.starts.fromordinal(first.starts.toordinal() + i) for i in range(RECORDS))
    records = (AccountRecord(starts=day, count=500 + i % 300, note="") for i, day in enumerate(days))
    return contract.model_copy(update={"accounts": tuple(records)})


def rows(*, quick: bool) -> list[Row]:
    """Return the figures of the questions."""
    rules, rounds = installed_rules(), 3 if quick else 20
    found = []
    cases = {"8 months": read("02"), "7 outages": read("12"), f"{RECORDS} counts": with_daily_counts(read("01"))}
    for title, contract in cases.items():
        days = [each.effective_on for each in termination_curve(contract, FROM, rules).days]
        acts = {
            "curve": lambda contract=contract: termination_curve(contract, FROM, rules),
            "each day": lambda contract=contract, days=days: [statement_ending_on(contract, day, FROM, rules) for day in days],
        }
        taken = medians(acts, rounds=rounds)
        what = f"curve of {len(days)} days: {title}"
        found.append(Row(what, taken["curve"], "each day evaluated", taken["curve"] / taken["each day"], "under 300 ms"))
    return [*found, *_others(rounds)]


def _others(rounds: int) -> list[Row]:
    rules, contract, other = installed_rules(), read("12"), read("02")
    statement = evaluate(contract, AS_OF, rules)
    acts = {
        "evaluate": lambda: evaluate(contract, AS_OF, rules),
        "readings of silent points": lambda: silent_points(contract, statement, rules),
        "outlook of 7 outages": lambda: outage_outlooks(contract, statement, rules),
        "bridge between two contracts": lambda: bridge(other, contract, AS_OF, rules),
    }
    taken = medians(acts, rounds=rounds * 5)
    floor = taken.pop("evaluate")
    return [Row(what, seconds, "one evaluation", seconds / floor, "") for what, seconds in taken.items()]
