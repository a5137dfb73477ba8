"""For every error and every warning a contract file that has it."""

import json
from base64 import b64encode
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from unittest.mock import patch

from desktop_app.calculation.problem import Problem
from desktop_app.document.assess import assess_content
from desktop_app.document.bounds import MOST_BYTES, MOST_HELD, MOST_NAME, MOST_TEXT, MOST_VALUES
from desktop_app.document.extent import LONGEST_TEXT
from tests.cases.contracts import contract_file, counted, ended, notice, outage, policy, priced
from tests.cases.examples import rulebook

AS_OF = date(2024, 12, 10)
Change = dict[str, Any]


class Broken(NamedTuple):
    """The code that a contract file has, and its bytes."""

    code: str
    content: bytes

    def problems(self) -> tuple[Problem, ...]:
        """Return the errors of the file, or the warnings of its statement."""
        return _problems(self.content)


class Panic(BaseException):
    """What a library throws that is not written in Python."""


class GivenUpOn(Broken):
    """A contract file at which the library that reads it gives up."""

    def problems(self) -> tuple[Problem, ...]:
        """Return the errors that are told then."""
        with patch("desktop_app.document.assess.Contract") as contract:
            contract.model_validate.side_effect = Panic
            return assess_content(self.content, AS_OF, rulebook()).problems


@lru_cache(maxsize=256)
def _problems(content: bytes) -> tuple[Problem, ...]:
    assessment = assess_content(content, AS_OF, rulebook())
    return assessment.problems if assessment.statement is None else assessment.statement.warnings


def _changed(code: str, *changes: Change) -> Broken:
    return Broken(code, json.dumps(contract_file(*changes)).encode())


def _without(code: str, name: str) -> Broken:
    data = contract_file()
    del data[name]
    return Broken(code, json.dumps(data).encode())


def _dates(**days: str | None) -> Change:
    return {"dates": days}


def _outages(*given: Change) -> Change:
    return {"outages": list(given)}


def _tiers(*limits: int | None) -> Change:
    return priced("graduated", tiers=[{"up_to": limit, "unit_price": "1"} for limit in limits])


def _option(**days: str) -> Change:
    return {"option": days}


def _seal(content: bytes) -> Change:
    return {"issuer": {"seal_png": b64encode(content).decode()}}


OUTAGE = ("2024-11-01T09:00", "2024-11-03T10:30")
ONE_CHANGE = {"accepted_on": "2024-10-03", "item": "domain"}

ERRORS = (
    _changed("accepted_after_end", ended("2024-09-30"), {"changes": [ONE_CHANGE]}),
    _changed("accepted_after_termination", ended("2024-05-31"), _dates(billing_start="2024-06-10")),
    _changed("accepted_before_contract", _option(accepted_on="2024-06-01")),
    _changed("account_moment_repeated", counted(("2024-07-10", 1), ("2024-07-10T00:00", 2))),
    _changed("amount_not_whole", {"prices": {"initial_fee": "1"}}),
    _changed("amount_out_of_range", {"prices": {"initial_fee": -1}}),
    _changed("applied_after_accepted", _dates(applied_on="2024-06-11")),
    _changed("billing_before_acceptance", _dates(accepted_on="2024-07-11")),
    Broken("characters_too_many", b'["\xf0\x9f\x98\x80"%s]' % (b',"%s"' % (b"x" * MOST_TEXT) * (MOST_HELD // 4 // MOST_TEXT))),
    _changed("choice_unknown", {"changes": [{**ONE_CHANGE, "item": "colour"}]}),
    _changed("choice_unknown", policy(rounding="up")),
    _changed("claimable_before_known", _outages(outage(*OUTAGE, claimable_on="2024-10-31"))),
    _changed("claimed_before_known", _outages(outage(*OUTAGE, claimed_on="2024-10-31"))),
    _changed("count_not_whole", counted(("2024-07-10", 1)), {"quote": {"revision": "1"}}),
    _changed("count_out_of_range", policy(quote_months=121)),
    _changed("day_malformed", _dates(applied_on="2024/7/10")),
    _changed("day_not_in_calendar", _dates(applied_on="2023-02-29")),
    _changed("day_out_of_range", _dates(applied_on="1999-12-31")),
    _changed("domain_malformed", {"service": {"domains": ["example.jp."]}}),
    _changed("effective_on_missing", {"termination": {"kind": "by_provider"}}),
    _changed("effective_on_with_notice", notice("2024-12-02"), {"termination": {"effective_on": "2025-01-31"}}),
    _without("field_missing", "accounts"),
    Broken("field_missing", json.dumps(contract_file()).replace('"model": "per_account", ', "").encode()),
    _changed("field_of_other_model", priced("per_account", unit_price="1", package_size=1)),
    Broken("field_repeated", json.dumps(contract_file()).replace('"dates"', '"title": "", "title": "", "dates"').encode()),
    _changed("field_unknown", _dates(billing_begin="2024-07-10")),
    _changed("field_too_long", {"quote": {"remarks": "x" * (LONGEST_TEXT + 1)}}),
    _changed("flag_expected", policy(settlement_taxable="no")),
    Broken("format_missing", b"{}"),
    _changed("format_unknown", {"format": "drawing"}),
    _changed("ip_address_host_bits", {"service": {"ipv4_addresses": ["192.0.2.1/24"]}}),
    _changed("ip_address_malformed", {"service": {"ipv4_addresses": ["2001:db8::1"]}}),
    Broken("json_constant", b'{"format": NaN}'),
    Broken("json_malformed", b"{"),
    Broken("json_too_deep", b"[" * 100_000),
    _changed("list_expected", {"outages": {}}),
    _changed("list_too_long", {"service": {"domains": ["example.jp"] * 100_001}}),
    _changed("moment_malformed", counted(("10 July", 1))),
    Broken("name_too_long", b'{"%s":"%s"}' % (b"n" * (MOST_NAME + 1), b"x" * MOST_VALUES)),
    _changed("no_account_at_billing_start", counted(("2024-07-11", 1))),
    Broken("not_an_object", b"[]"),
    Broken("not_utf8", b"\xff\xfe{"),
    _changed("notice_before_acceptance", notice("2024-06-01")),
    _changed("notice_missing", {"termination": {"kind": "notice"}}),
    _changed("object_expected", {"quote": [], "prices": {"monthly": 1}}),
    _changed("outages_overlap", _outages(outage(*OUTAGE), outage("2024-11-03"))),
    _changed("price_malformed", priced("per_account", unit_price="1.1234567")),
    _changed("price_out_of_range", priced("per_account", unit_price="1000000000001")),
    GivenUpOn("reading_gave_up", json.dumps(contract_file()).encode()),
    _changed("removal_before_option", _option(accepted_on="2024-08-01", removal_accepted_on="2024-07-31")),
    _changed("restored_before_known", _outages(outage("2024-11-01T09:00", "2024-11-01T08:59"))),
    _changed("seal_not_png", _seal(b"GIF89a")),
    _changed("seal_too_large", _seal(bytes(512 * 1024 + 1))),
    _changed("settlement_accounts_missing", policy(settlement_basis="fixed")),
    _changed("terms_not_installed", {"terms": "oem-mail-1999-01-01"}),
    _changed("text_acts_unseen", {"title": "1\u202e2"}),
    _changed("text_expected", {"title": 1}),
    _changed("text_not_unicode", {"title": "\ud800"}),
    _changed("tiers_empty", _tiers()),
    _changed("tiers_last_not_open", _tiers(10)),
    _changed("tiers_not_rising", _tiers(10, 10, None)),
    _changed("tiers_open_before_last", _tiers(None, None)),
    Broken("text_too_long", b'"%s"' % (b"x" * (MOST_TEXT + 1))),
    Broken("too_large", b" " * (MOST_BYTES + 1)),
    _changed("valid_until_before_issue", {"quote": {"issued_on": "2024-06-03", "valid_until": "2024-06-02"}}),
    Broken("values_too_many", b"[" + b"1," * (MOST_VALUES + 1)),
    _without("version_missing", "version"),
    _changed("version_newer", {"version": 2}),
    _changed("version_unknown", {"version": "1"}),
)

WARNINGS = (
    _changed("acceptance_missing", _dates(accepted_on=None)),
    _changed("before_edition", _dates(accepted_on=None, billing_start="2014-06-30"), counted(("2014-06-30", 1))),
    _changed("claim_deadline_near", _outages(outage("2024-09-10T09:00", "2024-09-13"))),
    _changed("designated_before_earliest", notice("2024-12-02", "2024-12-20")),
    _changed("digest_mismatch", {"digest": "sha256:0"}),
    _changed("ended_before_billing", ended("2024-07-01")),
    _changed("outage_outside_contract", _outages(outage("2024-07-01", "2024-07-13", claimed_on="2024-07-13"))),
    _changed("registration_number_suspect", {"issuer": {"registration_number": "T1234567890123"}}),
    _changed("scheduled_settlement_differs", ended("2024-09-30"), counted(("2024-07-10", 10), ("2024-11-01", 20))),
)

BROKEN = (*ERRORS, *WARNINGS)
