"""One field that cannot be read hides no fault between other fields, and invents none."""

from typing import Any

import pytest

from desktop_app.document.assess import assess
from desktop_app.document.draft import with_value
from desktop_app.wording.wording import pointer
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, leaves, nodes

AT_ODDS: dict[str, Any] = {
    **EVERY_FIELD,
    "quote": {"issued_on": "2024-06-03", "valid_until": "2024-06-01", "number": "Q"},
    "service": {"domains": ["sample.example"], "ipv4_addresses": ["192.0.2.10/33", "192.0.2.10", "198.51.100.1/24"]},
    "dates": {"applied_on": "2024-07-01", "accepted_on": "2024-06-10", "billing_start": "2024-06-01"},
    "prices": {
        "initial_fee": 1,
        "monthly": {
            "model": "volume",
            "base_fee": 1,
            "tiers": [{"up_to": 9, "unit_price": "1"}, {"up_to": 9, "unit_price": "1"}],
        },
    },
    "accounts": [{"from": "2024-07-10", "count": 1, "note": "a"}, {"from": "2024-07-10", "count": 1}],
    "option": {"accepted_on": "2024-05-01", "removal_accepted_on": "2024-04-30"},
    "changes": [
        {"accepted_on": "2024-05-01", "item": "domain", "fee": 1, "note": ""},
        {"accepted_on": "2026-01-01", "item": "other"},
        {"accepted_on": "2024-10-03", "item": "other"},
    ],
    "termination": {
        "kind": "notice",
        "notice_arrived_on": "2024-06-01",
        "designated_on": "2025-01-31",
        "effective_on": "2025-01-31",
    },
    "outages": [
        {
            "known_at": "2024-11-01T09:00",
            "restored_at": "2024-10-01",
            "claimed_on": "2024-10-01",
            "claimable_on": "2024-10-01",
            "total_outage": True,
        },
        {"known_at": "2024-12-01", "restored_at": "2024-12-03", "note": "b"},
        {"known_at": "2024-12-02", "restored_at": "2024-12-04"},
    ],
    "policy": {"settlement_basis": "fixed", "rounding": "floor", "quote_months": 12},
}
"""A contract file in which every field can be read and most rules between fields are broken."""

X = {"termination.kind", "termination.notice_arrived_on", "termination.designated_on"}
"""What the effective day is reckoned from."""

NEEDED: dict[tuple[str, str], set[str]] = {
    ("quote.valid_until", "valid_until_before_issue"): {"quote.issued_on"},
    ("service.ipv4_addresses[0]", "ip_address_malformed"): set(),
    ("service.ipv4_addresses[2]", "ip_address_host_bits"): set(),
    ("dates.applied_on", "applied_after_accepted"): {"dates.accepted_on"},
    ("dates.billing_start", "billing_before_acceptance"): {"dates.accepted_on"},
    ("prices.monthly.tiers", "tiers_not_rising"): {
        "prices.monthly.model",
        "prices.monthly.tiers[0].up_to",
        "prices.monthly.tiers[1].up_to",
    },
    ("accounts", "no_account_at_billing_start"): {"dates.billing_start", "accounts[0].from", "accounts[1].from"},
    ("accounts[1].from", "account_moment_repeated"): {"accounts[0].from"},
    ("option.accepted_on", "accepted_before_contract"): {"dates.accepted_on"},
    ("option.removal_accepted_on", "accepted_before_contract"): {"dates.accepted_on"},
    ("option.removal_accepted_on", "removal_before_option"): {"option.accepted_on"},
    ("changes[0].accepted_on", "accepted_before_contract"): {"dates.accepted_on"},
    ("changes[1].accepted_on", "accepted_after_end"): X,
    ("termination.notice_arrived_on", "notice_before_acceptance"): {"termination.kind", "dates.accepted_on"},
    ("termination.effective_on", "effective_on_with_notice"): {"termination.kind"},
    ("outages[0].restored_at", "restored_before_known"): {"outages[0].known_at"},
    ("outages[0].claimed_on", "claimed_before_known"): {"outages[0].known_at"},
    ("outages[0].claimable_on", "claimable_before_known"): {"outages[0].known_at"},
    ("outages[2]", "outages_overlap"): {
        "outages[1].known_at",
        "outages[1].restored_at",
        "outages[2].known_at",
        "outages[2].restored_at",
    },
    ("policy.settlement_accounts", "settlement_accounts_missing"): {"policy.settlement_basis"},
}
"""The faults between fields, and the fields besides its own that each needs to be seen."""

OTHER_FAULTS = {"tiers_last_not_open", "tiers_not_rising"}
"""Of the bands the first fault is told; behind an unreadable one another may be the first."""

NOWHERE_RIGHT = 1.5
READ_FIRST = {("format",), ("version",)}


def found_in(draft: Any) -> set[tuple[str, str]]:
    """Return where and what is wrong with a draft."""
    return {(pointer(each.path), each.code) for each in assess(draft, AS_OF, rulebook()).problems}


def touches(broken: str, needed: str) -> bool:
    """Return whether `needed` lies at, in or around `broken`; a fault of a whole list or row needs what is in it listed."""
    return needed == broken or needed.startswith((f"{broken}.", f"{broken}["))


def test_every_rule_between_fields_finds_its_fault() -> None:
    """The contract that is broken further below has all of them."""
    assert found_in(AT_ODDS) == set(NEEDED)


PLACES = [path for path in nodes(AT_ODDS) if path not in READ_FIRST]
LEAVES = set(leaves(AT_ODDS))


@pytest.mark.parametrize("path", PLACES, ids=pointer)
def test_what_cannot_be_read_hides_nothing_else_and_invents_nothing(path: Any) -> None:
    """Whether it is a field, a row, a list or a whole part."""
    found = found_in(with_value(AT_ODDS, path, NOWHERE_RIGHT))
    broken = pointer(path)
    own = {each for each in found - set(NEEDED) if each[0] == broken}
    must = {fault for fault, needed in NEEDED.items() if not any(touches(broken, each) for each in {fault[0], *needed})}
    assert len(own) == 1
    assert must <= found
    invented = {each for each in found - own - set(NEEDED) if each[1] not in OTHER_FAULTS}
    assert invented == set()


@pytest.mark.parametrize("path", sorted(LEAVES - READ_FIRST, key=repr), ids=pointer)
def test_an_unknown_field_beside_it_hides_nothing(path: Any) -> None:
    """Nothing needs it."""
    beside = (*path[:-1], "unknown") if isinstance(path[-1], str) else ("unknown",)
    found = found_in(with_value(AT_ODDS, beside, 1))
    assert found == {*NEEDED, (pointer(beside), "field_unknown")}
