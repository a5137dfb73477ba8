"""What is refused of a contract in which some value could not even be read: everything that does not need that value."""

from typing import Any

import pytest

from desktop_app.calculation import problem
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.step import Path
from tests.cases.contracts import contract_file, counted, notice, outage, policy, priced, read
from tests.cases.examples import rulebook
from tests.cases.statements import dotted

BEFORE = "accepted_before_contract"
AFTER = "accepted_after_end"
OVERLAP = "outages_overlap"
TIERS = "prices.monthly.tiers"


def refused(contract: Contract) -> list[tuple[str, str]]:
    """Return path and code of each refusal."""
    found = refusals(contract, rulebook().editions["oem-mail-2014-07-01"])
    return [(dotted(each.path), each.code) for each in found]


ALL_WRONG = contract_file(
    {"quote": {"issued_on": "2024-06-03", "valid_until": "2024-06-02"}},
    {"service": {"ipv4_addresses": ["2001:db8::1"]}},
    {"dates": {"applied_on": "2024-07-21", "accepted_on": "2024-07-20"}},
    priced("graduated", tiers=[{"up_to": limit, "unit_price": "1"} for limit in (6, 5, None)]),
    counted(("2024-07-11", 1), ("2024-07-11", 2)),
    {"option": {"accepted_on": "2024-07-02", "removal_accepted_on": "2024-07-01"}},
    {"changes": [{"accepted_on": "2024-07-18", "item": "other"}]},
    notice("2024-06-15"),
    {"termination": {"effective_on": "2024-07-15"}},
    {
        "outages": [
            outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-10-31", claimable_on="2024-10-30"),
            outage("2024-11-02", "2024-11-04"),
            outage("2024-12-02", "2024-12-01"),
        ]
    },
    policy(settlement_basis="fixed"),
)
EVERYTHING = [
    ("quote.valid_until", "valid_until_before_issue"),
    ("service.ipv4_addresses[0]", "ip_address_malformed"),
    ("dates.applied_on", "applied_after_accepted"),
    ("dates.accepted_on", "accepted_after_termination"),
    ("dates.billing_start", "billing_before_acceptance"),
    (TIERS, "tiers_not_rising"),
    ("accounts[1].from", "account_moment_repeated"),
    ("accounts", "no_account_at_billing_start"),
    ("option.accepted_on", BEFORE),
    ("option.removal_accepted_on", BEFORE),
    ("option.removal_accepted_on", "removal_before_option"),
    ("changes[0].accepted_on", BEFORE),
    ("changes[0].accepted_on", AFTER),
    ("termination.effective_on", "effective_on_with_notice"),
    ("termination.notice_arrived_on", "notice_before_acceptance"),
    ("outages[2].restored_at", "restored_before_known"),
    ("outages[0].claimed_on", "claimed_before_known"),
    ("outages[0].claimable_on", "claimable_before_known"),
    ("outages[1]", OVERLAP),
    ("policy.settlement_accounts", "settlement_accounts_missing"),
]


def test_all_that_is_wrong_is_reported_together() -> None:
    """Nothing hides behind anything else."""
    assert refused(read(ALL_WRONG)) == EVERYTHING


BY_ACCEPTANCE = {
    "applied_after_accepted",
    "accepted_after_termination",
    "billing_before_acceptance",
    "notice_before_acceptance",
    BEFORE,
}
SILENCED = [
    (("quote",), {"valid_until_before_issue"}),
    (("quote", "issued_on"), {"valid_until_before_issue"}),
    (("service",), {"ip_address_malformed"}),
    (("service", "ipv4_addresses"), {"ip_address_malformed"}),
    (("service", "ipv4_addresses", 0), {"ip_address_malformed"}),
    (("dates", "applied_on"), {"applied_after_accepted"}),
    (("dates", "accepted_on"), BY_ACCEPTANCE),
    (("dates", "billing_start"), {"billing_before_acceptance", "no_account_at_billing_start"}),
    (("prices",), {"tiers_not_rising"}),
    (("prices", "monthly"), {"tiers_not_rising"}),
    (("prices", "monthly", "tiers"), {"tiers_not_rising"}),
    (("prices", "monthly", "tiers", 0), {"tiers_not_rising"}),
    (("prices", "monthly", "tiers", 1, "up_to"), {"tiers_not_rising"}),
    (("accounts",), {"account_moment_repeated", "no_account_at_billing_start"}),
    (("accounts", 0), {"account_moment_repeated", "no_account_at_billing_start"}),
    (("accounts", 1, "starts"), {"account_moment_repeated", "no_account_at_billing_start"}),
    (("accounts", 1, "count"), set()),
    (("option",), {"removal_before_option"}),
    (("option", "accepted_on"), {"removal_before_option"}),
    (("changes",), {AFTER}),
    (("changes", 0), {AFTER}),
    (("termination", "effective_on"), set()),
    (("outages",), {"restored_before_known", "claimed_before_known", "claimable_before_known", OVERLAP}),
    (("outages", 0), {"claimed_before_known", "claimable_before_known", OVERLAP}),
    (("outages", 0, "known_at"), {"claimed_before_known", "claimable_before_known", OVERLAP}),
    (("outages", 1, "restored_at"), {OVERLAP}),
    (("policy",), {"settlement_accounts_missing"}),
    (("policy", "settlement_basis"), {"settlement_accounts_missing"}),
]
"""A field that cannot be read, and rules that then have nothing to say (those of the option and changes: see below)."""
OF_THE_PART = {BEFORE, AFTER}


def unreadable(part: Any, path: Path) -> Any:
    """Return a part of a contract in which the value at `path` could not be read."""
    if not path:
        return problem.UNREADABLE
    key, rest = path[0], path[1:]
    if isinstance(part, Part):
        return part.model_copy(update={str(key): unreadable(getattr(part, str(key)), rest)})
    return tuple(unreadable(each, rest) if i == key else each for i, each in enumerate(part))


@pytest.mark.parametrize(("path", "silenced"), SILENCED, ids=lambda each: dotted(each) if isinstance(each, tuple) else "")
def test_a_value_that_cannot_be_read_silences_the_rules_that_need_it(path: Path, silenced: set[str]) -> None:
    """And no other: what else is wrong is still reported."""
    found = refused(unreadable(read(ALL_WRONG), path))
    own = dotted(path)
    expected = [
        (at, code) for at, code in EVERYTHING if code not in silenced and not (code in OF_THE_PART and at.startswith(own))
    ]
    assert found == expected


def test_without_a_readable_effective_day_only_the_rules_about_it_are_silent() -> None:
    """A notice whose day cannot be read, a kind that cannot, a day that is missing, a designated day that cannot be read."""
    about_the_end = {"accepted_after_termination", AFTER}
    about_the_notice = {"effective_on_with_notice", "notice_before_acceptance"}
    for path, silenced in [
        (("termination",), about_the_end | about_the_notice),
        (("termination", "kind"), about_the_end | about_the_notice),
        (("termination", "notice_arrived_on"), about_the_end | about_the_notice),
        (("termination", "designated_on"), about_the_end),
    ]:
        found = [code for _, code in refused(unreadable(read(ALL_WRONG), path))]
        missing = [code for _, code in EVERYTHING if code not in found]
        assert set(missing) <= silenced
        assert set(missing) >= about_the_end


def _paths(part: Any, path: Path = ()) -> list[Path]:
    found = [path] if path else []
    if isinstance(part, Part):
        for name in members_of(type(part)):
            found += _paths(getattr(part, name), (*path, name))
    elif isinstance(part, tuple):
        for i, each in enumerate(part):
            found += _paths(each, (*path, i))
    return found


@pytest.mark.parametrize("path", _paths(read(ALL_WRONG)), ids=dotted)
def test_whatever_cannot_be_read_nothing_new_is_refused(path: Path) -> None:
    """An unreadable value is no reason to find fault with another."""
    found = refused(unreadable(read(ALL_WRONG), path))
    assert [each for each in found if each not in EVERYTHING] == []


def test_what_stands_after_an_unreadable_row_is_still_looked_at() -> None:
    """Records of one moment, outages that overlap, and bands that do not rise."""
    records = counted(("2024-07-01", 1), ("2024-07-10", 1), ("2024-07-10", 2))
    for path in [("accounts", 0), ("accounts", 0, "starts")]:
        assert refused(unreadable(read(contract_file(records)), path)) == [("accounts[2].from", "account_moment_repeated")]
    at_once = {
        "outages": [outage("2024-10-01", "2024-10-02"), outage("2024-11-01", "2024-11-03"), outage("2024-11-02", "2024-11-04")]
    }
    for path in [("outages", 0), ("outages", 0, "known_at"), ("outages", 0, "restored_at")]:
        assert refused(unreadable(read(contract_file(at_once)), path)) == [("outages[2]", OVERLAP)]
    tiers = priced("graduated", tiers=[{"up_to": limit, "unit_price": "1"} for limit in (1, 6, 5, None)])
    assert refused(unreadable(read(contract_file(tiers)), ("prices", "monthly", "tiers", 0))) == [(TIERS, "tiers_not_rising")]


def test_an_outage_with_its_times_the_wrong_way_round_overlaps_no_other() -> None:
    """Nobody knows when it was."""
    wrong = {"outages": [outage("2024-11-03", "2024-11-01"), outage("2024-11-02", "2024-11-04")]}
    assert refused(read(contract_file(wrong))) == [("outages[0].restored_at", "restored_before_known")]
