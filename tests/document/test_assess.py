"""What a draft comes to and what is wrong with it, all at once and in the order of the file format."""

from desktop_app.document.assess import assess, assess_content, read_contract
from desktop_app.wording.wording import pointer
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, as_bytes
from tests.document.wrong_values import found_in


def test_many_errors_are_told_at_once_in_the_order_of_the_file_format() -> None:
    """However the file itself is ordered, faults of types and rules between fields together."""
    wrong = {
        "outages": [{"known_at": 1}, {"known_at": "2024-11-01", "restored_at": "2024-10-01"}],
        "accounts": [{"from": "2024-08-01", "count": -1, "y": 1}, {"from": "2024-08-01", "count": 1}],
        "z": 1,
        "policy": {"settlement_basis": "fixed"},
        "dates": {"accepted_on": "2024-07-20", "billing_start": "2024-07-10", "applied_on": 1},
        "quote": {"memo": 1, "revision": -1, "x": 1},
        "prices": {"monthly": {"model": "volume", "tiers": [{"unit_price": "x"}, {"up_to": 5, "unit_price": 1}]}},
        "title": 1,
        "version": 1,
        "format": "contract-calculator",
    }
    assert [(pointer(each.path), each.code) for each in found_in(wrong)] == [
        ("title", "text_expected"),
        ("quote.revision", "count_out_of_range"),
        ("quote.memo", "text_expected"),
        ("quote.x", "field_unknown"),
        ("dates.applied_on", "day_malformed"),
        ("dates.billing_start", "billing_before_acceptance"),
        ("prices.monthly.tiers", "tiers_open_before_last"),
        ("prices.monthly.tiers[0].unit_price", "price_malformed"),
        ("accounts", "no_account_at_billing_start"),
        ("accounts[0].count", "count_out_of_range"),
        ("accounts[0].y", "field_unknown"),
        ("accounts[1].from", "account_moment_repeated"),
        ("outages[0].known_at", "moment_malformed"),
        ("outages[1].restored_at", "restored_before_known"),
        ("policy.settlement_accounts", "settlement_accounts_missing"),
        ("z", "field_unknown"),
    ]


def test_a_digest_that_does_not_match_is_a_warning_of_a_file_that_opens() -> None:
    """Last of the warnings, as it is last in the file; absent, empty or right there is none."""
    quiet = assess(EVERY_FIELD, AS_OF, rulebook()).statement
    warned = assess({**EVERY_FIELD, "digest": "sha256:0"}, AS_OF, rulebook()).statement
    assert quiet is not None
    assert warned is not None
    assert [(each.path, each.code) for each in warned.warnings] == [
        *((each.path, each.code) for each in quiet.warnings),
        (("digest",), "digest_mismatch"),
    ]
    assert assess({**EVERY_FIELD, "digest": ""}, AS_OF, rulebook()).statement == quiet
    assert assess({**EVERY_FIELD, "digest": None}, AS_OF, rulebook()).statement == quiet


def test_a_text_and_what_is_wrong_with_it_are_assessed_together() -> None:
    """A key given twice, beside what is wrong with the values; a text that is no draft alone."""
    content = as_bytes({**EVERY_FIELD, "title": 5}).replace(b'"title"', b'"terms": "x", "title"')
    assessment = assess_content(content, AS_OF, rulebook())
    assert [(each.path, each.code) for each in assessment.problems] == [
        (("terms",), "field_repeated"),
        (("terms",), "terms_not_installed"),
        (("title",), "text_expected"),
    ]
    assert assess_content(b"[]", AS_OF, rulebook()).draft is None
    whole = assess_content(as_bytes(EVERY_FIELD), AS_OF, rulebook())
    assert whole == assess(EVERY_FIELD, AS_OF, rulebook())


def test_a_contract_can_be_read_without_being_reckoned() -> None:
    """None where anything is wrong, which is told as it is of a statement."""
    assert read_contract(EVERY_FIELD, rulebook()) == (assess(EVERY_FIELD, AS_OF, rulebook()).contract, ())
    assert read_contract({**EVERY_FIELD, "title": 5}, rulebook()) == (None, tuple(found_in({**EVERY_FIELD, "title": 5})))


def test_an_edition_that_is_not_installed_names_those_that_are() -> None:
    """And rules that an edition decides are checked by the usual one."""
    found = found_in({**EVERY_FIELD, "terms": "x", "service": {"ipv4_addresses": ["::1"]}})
    assert [(pointer(each.path), each.code) for each in found] == [
        ("terms", "terms_not_installed"),
        ("service.ipv4_addresses[0]", "ip_address_malformed"),
    ]
    assert dict(found[0].details)["installed"] == ("oem-mail-2014-07-01",)
