"""What a contract and its statement have in them that the rules speak of: so that none of it is left to luck."""

from collections.abc import Callable, Iterator
from datetime import date

from tests.second_opinion.case import DEFAULTS, Data

A_BLOCK, FEWEST = 25_000, 50
"""Of so many contracts so many have each feature at least."""

Test = Callable[[Data, Data], object]


def _after_billing(data: Data, _: Data) -> bool:
    return any(len(each["from"]) > 10 and each["from"][:10] > data["dates"]["billing_start"] for each in data["accounts"])


OF_PRICES: dict[str, Test] = {
    "base fee": lambda data, _: data["prices"]["monthly"].get("base_fee"),
    "minimum charge": lambda data, _: data["prices"]["monthly"].get("minimum_charge"),
    "minimum of accounts": lambda data, _: data["prices"]["monthly"].get("minimum_accounts"),
    "several bands": lambda data, _: len(data["prices"]["monthly"].get("tiers", [])) > 1,
    "initial fee": lambda data, _: data["prices"].get("initial_fee"),
    "the highest amount": lambda data, _: (data["prices"].get("initial_fee") or 0) > 10**11,
}
OF_RECORDS: dict[str, Test] = {
    "one record": lambda data, _: len(data["accounts"]) == 1,
    "four records": lambda data, _: len(data["accounts"]) >= 4,
    "record within billing": _after_billing,
    "record at midnight": lambda data, _: any("T00:00:00" in each["from"] for each in data["accounts"][1:]),
    "peak within a month": lambda _, said: any(row["peak_on"] != row["from"] for row in said["months"]),
    "no accounts": lambda _, said: any(row["max_accounts"] == 0 for row in said["months"]),
}
OF_DAYS: dict[str, Test] = {
    "begins on the 1st": lambda _, said: said["dates"]["billing_start"].day == 1,
    "begins on the 29th or later": lambda _, said: said["dates"]["billing_start"].day >= 29,
    "ends in February": lambda _, said: said["dates"]["minimum_term"]["end"].month == 2,
    "a 29 February": lambda _, said: any(row["days_in_month"] == 29 for row in said["months"]),
    "begins before the terms": lambda _, said: said["dates"]["billing_start"] < date(2014, 7, 1),
    "no acceptance": lambda _, said: said["dates"]["accepted_on"] is None,
    "looked at before it begins": lambda _, said: said["as_of"] < said["dates"]["billing_start"],
    "looked at after its end": lambda _, said: (
        said["settlement"] and said["as_of"] > said["dates"]["termination"]["effective_on"]
    ),
}
OF_BILLS: dict[str, Test] = {
    "no bill": lambda _, said: not said["months"],
    "a bill before billing": lambda _, said: said["months"] and not said["months"][0]["billed_days"],
    "a bill after billing": lambda _, said: said["months"] and not said["months"][-1]["billed_days"],
    "a part of a month": lambda _, said: any(0 < row["billed_days"] < row["days_in_month"] for row in said["months"]),
    "more than a year": lambda _, said: sum(1 for row in said["months"] if row["billed_days"]) > 13,
    "two rates of tax": lambda _, said: len({row["tax_rate"] for row in said["months"]}) > 1,
    "5 % of tax": lambda _, said: any(row["tax_rate"] == 5 for row in said["months"]),
    "8 % of tax": lambda _, said: any(row["tax_rate"] == 8 for row in said["months"]),
    "10 % of tax": lambda _, said: any(row["tax_rate"] == 10 for row in said["months"]),
}
OF_OTHER_FEES: dict[str, Test] = {
    "option": lambda data, _: data.get("option") is not None,
    "option accepted later": lambda data, _: (data.get("option") or {}).get("accepted_on"),
    "option removed": lambda data, _: (data.get("option") or {}).get("removal_accepted_on"),
    "two changes": lambda data, _: len(data.get("changes", [])) >= 2,
    "change with its own fee": lambda data, _: any(each.get("fee") is not None for each in data.get("changes", [])),
    "change for nothing": lambda data, _: any(each.get("fee") == 0 for each in data.get("changes", [])),
    "change by the table": lambda data, _: any(each.get("fee") is None for each in data.get("changes", [])),
}
OF_ENDINGS: dict[str, Test] = {
    "no ending": lambda _, said: said["settlement"] is None,
    "due": lambda _, said: said["settlement"] and said["settlement"]["due"],
    "due for nothing": lambda _, said: said["settlement"] and said["settlement"]["due"] and not said["settlement"]["amount"],
    "exempt and early": lambda _, said: said["settlement"] and said["settlement"]["exempt"] and said["settlement"]["remaining"],
    "ends with its term": lambda _, said: said["settlement"] and _days_after_term(said) == 0,
    "ends a day before its term": lambda _, said: said["settlement"] and _days_after_term(said) == -1,
    "outlives its term": lambda _, said: said["settlement"] and _days_after_term(said) > 0,
    "designated": lambda _, said: said["settlement"] and said["dates"]["termination"]["designated_on"],
    "taxed settlement": lambda data, said: said["totals"]["settlement"] and data["policy"].get("settlement_taxable"),
    "a settlement alone": lambda _, said: any(row["settlement"] and not row["billed_days"] for row in said["months"]),
}
OF_OUTAGES: dict[str, Test] = {
    "two outages": lambda _, said: len(said["outages"]) >= 2,
    "several months of credit": lambda _, said: any(len(each["lines"]) > 1 for each in said["outages"]),
    "credit in a bill": lambda _, said: said["totals"]["credits"],
    "credit up to the billed fee": lambda _, said: any(row["credit"] == row["billed_fee"] > 0 for row in said["months"]),
    "two credits of a month": lambda _, said: _granted_months(said) > len({*_months_of_credit(said)}),
    "exactly 24 hours": lambda _, said: any(each["hours"].days == 1 and not each["hours"].seconds for each in said["outages"]),
    "a second short of a day": lambda _, said: any(each["hours"].seconds == 86_399 for each in said["outages"]),
    "named day to claim from": lambda data, _: any(each.get("claimable_on") for each in data.get("outages", [])),
    "not the provider's": lambda data, _: any(each.get("attributable_to_provider") is False for each in data.get("outages", [])),
    "not restored": lambda data, _: any(each.get("restored_at") is None for each in data.get("outages", [])),
}
TESTS = OF_PRICES | OF_RECORDS | OF_DAYS | OF_BILLS | OF_OTHER_FEES | OF_ENDINGS | OF_OUTAGES

CHOICES = {
    "model": ("per_account", "graduated", "volume", "package"),
    "partial_month": ("calendar_days", "thirty_days", "full"),
    "rounding": ("floor", "half_up", "ceiling"),
    "settlement_basis": ("termination_month", "scheduled", "fixed"),
    "settlement_taxable": (True, False),
    "claimable_from": ("after_24_hours", "restored"),
    "ending": ("notice", "article_28_2", "article_28_3", "by_provider"),
    "outage": ("not_applicable", "ongoing", "granted", "lapsed", "claimable"),
    "warning": (
        *("acceptance_missing", "ended_before_billing", "designated_before_earliest", "outage_outside_contract"),
        *("before_edition", "claim_deadline_near", "scheduled_settlement_differs"),
    ),
}
EVERY_FEATURE = {*TESTS, *(f"{name}: {value}" for name, values in CHOICES.items() for value in values)}


def features(data: Data, said: Data) -> Iterator[str]:
    """Yield the features of a contract file whose statement is `said`."""
    for name, test in TESTS.items():
        if test(data, said):
            yield name
    yield f"model: {data['prices']['monthly']['model']}"
    for name in ("partial_month", "rounding", "settlement_basis", "settlement_taxable", "claimable_from"):
        chosen = data["policy"].get(name)
        yield f"{name}: {DEFAULTS[name] if chosen is None else chosen}"
    if said["settlement"]:
        yield f"ending: {data['termination']['kind']}"
    yield from {f"outage: {each['status']}" for each in said["outages"]}
    yield from {f"warning: {each['code']}" for each in said["warnings"]}


def _days_after_term(said: Data) -> int:
    return (said["dates"]["termination"]["effective_on"] - said["dates"]["minimum_term"]["end"]).days


def _months_of_credit(said: Data) -> Iterator[tuple[int, int]]:
    return (line["month"] for each in said["outages"] if each["status"] == "granted" for line in each["lines"])


def _granted_months(said: Data) -> int:
    return sum(1 for _ in _months_of_credit(said))
