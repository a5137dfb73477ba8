"""What is refused although each field can be read: parts of a contract that do not agree (rules, section 10)."""

from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.refusals import refusals
from tests.cases.contracts import contract_file, counted, ended, notice, policy, priced, read
from tests.cases.examples import rulebook
from tests.cases.statements import dotted

Change = dict[str, Any]


def found_in(contract: Contract) -> list[Problem]:
    """Return what is refused of a contract under its own edition of the terms."""
    return refusals(contract, rulebook().editions["oem-mail-2014-07-01"])


def refused(*changes: Change) -> list[tuple[str, str]]:
    """Return path and code of each refusal of the base contract with changes."""
    return [(dotted(each.path), each.code) for each in found_in(read(contract_file(*changes)))]


def _dates(**days: str | None) -> Change:
    return {"dates": days}


def _option(accepted: str | None, removed: str | None = None) -> Change:
    return {"option": {"accepted_on": accepted, "removal_accepted_on": removed}}


def _changed(*days: str) -> Change:
    return {"changes": [{"accepted_on": day, "item": "other"} for day in days]}


def _addresses(*texts: str) -> Change:
    return {"service": {"ipv4_addresses": list(texts)}}


def _banded(*limits: int | None, model: str = "graduated") -> Change:
    return priced(model, tiers=[{"up_to": limit, "unit_price": "1"} for limit in limits])


BEFORE = "accepted_before_contract"
AFTER = "accepted_after_end"
TIERS = "prices.monthly.tiers"
NO_ACCEPTANCE = _dates(accepted_on=None)

REFUSED = [
    # quote
    ([{"quote": {"issued_on": "2024-06-03", "valid_until": "2024-06-02"}}], ("quote.valid_until", "valid_until_before_issue")),
    # days
    ([_dates(applied_on="2024-06-11")], ("dates.applied_on", "applied_after_accepted")),
    ([_dates(accepted_on="2024-07-11")], ("dates.billing_start", "billing_before_acceptance")),
    ([ended("2024-06-09")], ("dates.accepted_on", "accepted_after_termination")),
    # bands
    ([_banded()], (TIERS, "tiers_empty")),
    ([_banded(model="volume")], (TIERS, "tiers_empty")),
    ([_banded(5, 5, None)], (TIERS, "tiers_not_rising")),
    ([_banded(6, 5, None, model="volume")], (TIERS, "tiers_not_rising")),
    ([_banded(5, None, None)], (TIERS, "tiers_open_before_last")),
    ([_banded(None, 5)], (TIERS, "tiers_open_before_last")),
    ([_banded(5)], (TIERS, "tiers_last_not_open")),
    ([_banded(5, 9, model="volume")], (TIERS, "tiers_last_not_open")),
    # accounts
    ([counted(("2024-07-10T00:00:01", 1))], ("accounts", "no_account_at_billing_start")),
    ([{"accounts": []}], ("accounts", "no_account_at_billing_start")),
    ([counted(("2024-07-01", 1), ("2024-08-01", 1), ("2024-07-01T00:00", 2))], ("accounts[2].from", "account_moment_repeated")),
    # option and changes
    ([_option("2024-06-09")], ("option.accepted_on", BEFORE)),
    ([_option("2025-02-01"), ended("2025-01-31")], ("option.accepted_on", AFTER)),
    ([_option(None, "2024-06-09")], ("option.removal_accepted_on", BEFORE)),
    ([_option(None, "2025-02-01"), ended("2025-01-31")], ("option.removal_accepted_on", AFTER)),
    ([_option("2024-08-01", "2024-07-31")], ("option.removal_accepted_on", "removal_before_option")),
    ([_option("2024-08-01", "2024-07-31"), NO_ACCEPTANCE], ("option.removal_accepted_on", "removal_before_option")),
    ([_changed("2024-08-01", "2024-06-09")], ("changes[1].accepted_on", BEFORE)),
    ([_changed("2024-08-01", "2025-02-01"), ended("2025-01-31")], ("changes[1].accepted_on", AFTER)),
    ([_changed("2025-01-02"), notice("2024-12-02")], ("changes[0].accepted_on", AFTER)),
    ([_changed("2025-02-01"), notice("2024-12-02", "2025-01-31")], ("changes[0].accepted_on", AFTER)),
    # termination
    ([notice("2024-06-09")], ("termination.notice_arrived_on", "notice_before_acceptance")),
    ([{"termination": {"kind": "notice"}}], ("termination.notice_arrived_on", "notice_missing")),
    (
        [notice("2024-12-02"), {"termination": {"effective_on": "2025-01-31"}}],
        ("termination.effective_on", "effective_on_with_notice"),
    ),
    ([{"termination": {"kind": "article_28_2"}}], ("termination.effective_on", "effective_on_missing")),
    ([{"termination": {"kind": "article_28_3"}}], ("termination.effective_on", "effective_on_missing")),
    (
        [{"termination": {"kind": "by_provider", "notice_arrived_on": "2024-12-02"}}],
        ("termination.effective_on", "effective_on_missing"),
    ),
    # policy
    ([policy(settlement_basis="fixed")], ("policy.settlement_accounts", "settlement_accounts_missing")),
]


@pytest.mark.parametrize(("changes", "problem"), REFUSED)
def test_what_does_not_agree_is_refused_at_its_field(changes: list[Change], problem: tuple[str, str]) -> None:
    """With that one problem and no other."""
    assert refused(*changes) == [problem]


ACCEPTED = [
    [],
    [{"quote": {"issued_on": "2024-06-03", "valid_until": "2024-06-03"}}],
    [{"quote": {"valid_until": "2024-06-03"}}],
    [_dates(applied_on="2024-06-10")],
    [_dates(applied_on="2024-08-10", accepted_on=None)],
    [_dates(accepted_on="2024-07-10")],
    [ended("2024-06-10")],
    [NO_ACCEPTANCE, ended("2020-01-01")],
    [_banded(None)],
    [_banded(1, 2, 3, None, model="volume")],
    [counted(("2024-07-10T00:00:00", 1))],
    [counted(("2024-08-01", 1), ("2010-01-01", 1))],
    [_option(None)],
    [_option("2024-06-10", "2024-06-10")],
    [_option("2025-01-31", "2025-01-31"), ended("2025-01-31")],
    [_option("2020-01-01", "2020-01-01"), NO_ACCEPTANCE],
    [_changed("2024-06-10", "2025-01-31"), ended("2025-01-31")],
    [_changed("2020-01-01"), NO_ACCEPTANCE],
    [_changed("2024-12-31"), notice("2024-12-01")],
    [notice("2024-06-10")],
    [notice("2020-01-01"), NO_ACCEPTANCE],
    [notice("2024-12-02", "2024-06-01")],
    [policy(settlement_basis="fixed", settlement_accounts=0)],
]


@pytest.mark.parametrize("changes", ACCEPTED)
def test_what_just_agrees_is_not_refused(changes: list[Change]) -> None:
    """The same day is neither before nor after; what the file leaves out is compared with nothing."""
    assert refused(*changes) == []


ADDRESSES = [
    ("192.0.2.10", None),
    ("127.0.0.1", None),
    ("198.51.100.0/24", None),
    ("198.51.100.7/32", None),
    ("0.0.0.0/0", None),
    ("198.51.100.1/24", "ip_address_host_bits"),
    ("198.51.100.0/0", "ip_address_host_bits"),
    ("198.51.100.0/33", "ip_address_malformed"),
    ("198.51.100.0/", "ip_address_malformed"),
    ("198.51.100.0/255.255.255.0", "ip_address_malformed"),
    ("198.51.100.0/24/24", "ip_address_malformed"),
    ("198.51.100.0/-1", "ip_address_malformed"),
    ("/24", "ip_address_malformed"),
    ("2001:db8::1", "ip_address_malformed"),
    ("2001:db8::/32", "ip_address_malformed"),
    ("::ffff:192.0.2.1", "ip_address_malformed"),
    ("192.0.2", "ip_address_malformed"),
    ("192.0.2.256", "ip_address_malformed"),
    ("192.0.2.010", "ip_address_malformed"),
    ("192.0.2.10 ", "ip_address_malformed"),
    ("１９２.0.2.10", "ip_address_malformed"),
    ("3221225994", "ip_address_malformed"),
    ("sample.example", "ip_address_malformed"),
    ("", "ip_address_malformed"),
]


@pytest.mark.parametrize(("text", "code"), ADDRESSES)
def test_an_address_is_ipv4_and_a_block_has_no_host_bits(text: str, code: str | None) -> None:
    """The article on addresses allows no other version."""
    found = found_in(read(contract_file(_addresses("192.0.2.1", text))))
    assert [each.code for each in found] == ([code] if code else [])
    assert all(each.path == ("service", "ipv4_addresses", 1) and each.article is Article.ART_4 for each in found)


def test_a_refusal_says_what_would_be_right_and_cites_its_article() -> None:
    """With the values of other fields, never those of the field itself."""
    (problem,) = found_in(read(contract_file(_dates(accepted_on="2024-07-11"))))
    assert problem.article is Article.ART_9
    assert [(name, str(value)) for name, value in problem.details] == [("accepted_on", "2024-07-11")]


def test_a_repeated_moment_names_the_record_that_has_it_too() -> None:
    """By its number in the table, which begins with 1."""
    (problem,) = found_in(read(contract_file(counted(("2024-07-01", 1), ("2024-08-01", 1), ("2024-08-01T00:00", 2)))))
    assert [(name, str(value)) for name, value in problem.details] == [("first", "2"), ("moment", "2024-08-01 00:00:00")]
