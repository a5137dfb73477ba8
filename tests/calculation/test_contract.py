"""A contract and its parts, as the public contract file says (version 1)."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import asdict
from pydantic_core import ValidationError

from desktop_app.calculation.contract import Contract, Graduated, Package, PerAccount, Volume
from desktop_app.calculation.money import Yen
from desktop_app.calculation.refusals import refusals
from tests.cases.contracts import contract_file, priced, read
from tests.cases.examples import invalid_examples, rulebook
from tests.cases.statements import dotted

Change = dict[str, Any]
TIERS = [{"up_to": 10, "unit_price": "2"}, {"up_to": None, "unit_price": "1"}]


def wrong(data: object) -> list[tuple[str, str]]:
    """Return path and kind of each error of a contract file; a price model's name is no part of a path."""
    with pytest.raises(ValidationError) as caught:
        Contract.model_validate(data)
    models = {"per_account", "graduated", "volume", "package"}
    return [(dotted(tuple(key for key in error["loc"] if key not in models)), error["type"]) for error in caught.value.errors()]


def without(data: dict[str, Any], *path: str) -> dict[str, Any]:
    """Return a contract file without the field at a path."""
    if len(path) == 1:
        return {name: value for name, value in data.items() if name != path[0]}
    return {**data, path[0]: without(data[path[0]], *path[1:])}


def test_a_contract_needs_little() -> None:
    """All else is empty, 0, or the default."""
    contract = read(contract_file())
    assert (contract.terms, contract.title, contract.digest) == ("oem-mail-2014-07-01", "", "")
    assert (contract.quote.revision, contract.quote.number, contract.quote.valid_until) == (1, "", None)
    assert (contract.issuer.company, contract.issuer.seal_png, contract.customer.name) == ("", None, "")
    assert (contract.service.domains, contract.service.ipv4_addresses) == ((), ())
    assert contract.dates.applied_on is None
    assert {contract.prices.initial_fee, contract.prices.option_initial_fee, contract.prices.option_removal_fee} == {Yen(0)}
    assert set(asdict(contract.prices.change_fees).values()) == {Yen(0)}
    assert (contract.option, contract.termination, contract.changes, contract.outages) == (None, None, (), ())


def test_the_default_assumptions() -> None:
    """By the day, rounded down, at the last month's fee, without tax on the settlement, for a year."""
    assert asdict(read(contract_file()).policy) == {
        "partial_month": "calendar_days",
        "rounding": "floor",
        "settlement_basis": "termination_month",
        "settlement_accounts": None,
        "settlement_taxable": False,
        "claimable_from": "after_24_hours",
        "quote_months": 12,
    }


REQUIRED = [
    ("format",),
    ("version",),
    ("dates",),
    ("dates", "billing_start"),
    ("prices",),
    ("prices", "monthly"),
    ("prices", "monthly", "unit_price"),
    ("accounts",),
]


@pytest.mark.parametrize("path", REQUIRED, ids=".".join)
def test_a_required_field_is_missed(path: tuple[str, ...]) -> None:
    """Where it should stand."""
    assert wrong(without(contract_file(), *path)) == [(".".join(path), "missing")]


REQUIRED_IN_PARTS = [
    ({"accounts": [{"count": 1}]}, "accounts[0].from"),
    ({"accounts": [{"from": "2024-07-10"}]}, "accounts[0].count"),
    ({"changes": [{"item": "other"}]}, "changes[0].accepted_on"),
    ({"changes": [{"accepted_on": "2024-07-10"}]}, "changes[0].item"),
    ({"termination": {}}, "termination.kind"),
    ({"outages": [{}]}, "outages[0].known_at"),
    (priced("graduated"), "prices.monthly.tiers"),
    (priced("volume", tiers=[{"up_to": None}]), "prices.monthly.tiers[0].unit_price"),
    (priced("package", package_price="1"), "prices.monthly.package_size"),
    (priced("package", package_size=1), "prices.monthly.package_price"),
]


@pytest.mark.parametrize(("change", "path"), REQUIRED_IN_PARTS, ids=lambda each: each if isinstance(each, str) else "")
def test_a_part_that_is_given_needs_its_own_fields(change: Change, path: str) -> None:
    """Of the table of records, changes, bands, the termination, an outage."""
    assert wrong(contract_file(change)) == [(path, "missing")]


UNKNOWN = [
    ({"termsx": 1}, "termsx"),
    ({"dates": {"billing_begin": "2024-07-10"}}, "dates.billing_begin"),
    ({"policy": {"Rounding": "floor"}}, "policy.Rounding"),
    ({"accounts": [{"from": "2024-07-10", "count": 1, "starts": "2024-07-10"}]}, "accounts[0].starts"),
    (priced("per_account", unit_price="1", price="1"), "prices.monthly.price"),
    (priced("per_account", unit_price="1", tiers=TIERS), "prices.monthly.tiers"),
    (priced("graduated", tiers=TIERS, unit_price="1"), "prices.monthly.unit_price"),
    (priced("volume", tiers=TIERS, package_size=1), "prices.monthly.package_size"),
    (priced("package", package_size=1, package_price="1", unit_price="1"), "prices.monthly.unit_price"),
]


@pytest.mark.parametrize(("change", "path"), UNKNOWN, ids=lambda each: each if isinstance(each, str) else "")
def test_a_field_that_is_not_known_is_an_error(change: Change, path: str) -> None:
    """Also one that only another price model has."""
    assert wrong(contract_file(change)) == [(path, "extra_forbidden")]


def test_an_unknown_field_stays_an_error_when_it_is_null() -> None:
    """Only a field that could stand there may be null."""
    assert wrong(contract_file({"dates": {"billing_begin": None}})) == [("dates.billing_begin", "extra_forbidden")]


def test_a_required_field_cannot_be_null() -> None:
    """Null is as good as absent only where the field may be absent."""
    found = wrong(contract_file({"dates": {"billing_start": None}, "accounts": None}))
    assert [path for path, _ in found] == ["dates.billing_start", "accounts"]


OPTIONAL = [
    *({name: None} for name in ("terms", "title", "quote", "issuer", "customer", "service", "option", "changes")),
    *({name: None} for name in ("termination", "outages", "policy", "digest")),
    {"quote": dict.fromkeys(("number", "revision", "issued_on", "valid_until", "remarks", "memo"))},
    {"issuer": dict.fromkeys(("company", "address", "registration_number", "seal_png"))},
    {"service": dict.fromkeys(("business_name", "domains", "ipv4_addresses"))},
    {"prices": dict.fromkeys(("initial_fee", "option_initial_fee", "option_removal_fee", "change_fees"))},
    {"policy": dict.fromkeys(("partial_month", "rounding", "settlement_basis", "settlement_accounts", "quote_months"))},
    priced("per_account", unit_price="100", base_fee=None, minimum_accounts=None, minimum_charge=None),
    priced("per_account", unit_price="100", tiers=None, package_size=None, package_price=None),
]


@pytest.mark.parametrize("change", OPTIONAL, ids=".".join)
def test_null_in_an_optional_field_is_as_good_as_nothing(change: Change) -> None:
    """The contract is the same."""
    assert read(contract_file(change)) == read(contract_file())


@pytest.mark.parametrize(
    ("monthly", "kind"),
    [
        ({"model": "per_account", "unit_price": "1"}, PerAccount),
        ({"model": "graduated", "tiers": TIERS, "unit_price": None}, Graduated),
        ({"model": "volume", "tiers": TIERS, "package_size": None}, Volume),
        ({"model": "package", "package_size": 1, "package_price": "1", "tiers": None}, Package),
    ],
)
def test_the_model_decides_which_prices_there_are(monthly: Change, kind: type) -> None:
    """Those of the others may be null."""
    assert type(read(contract_file({"prices": {"monthly": monthly}})).prices.monthly) is kind


WRONG_TYPES = [
    ([], "", "dict_type"),
    ("contract", "", "dict_type"),
    (contract_file({"dates": "2024-07-10"}), "dates", "dict_type"),
    (contract_file({"dates": []}), "dates", "dict_type"),
    (contract_file({"accounts": {}}), "accounts", "tuple_type"),
    (contract_file({"accounts": "10"}), "accounts", "tuple_type"),
    (contract_file({"accounts": [1]}), "accounts[0]", "dict_type"),
    (contract_file({"prices": {"monthly": "cheap"}}), "prices.monthly", "dict_type"),
    ({**contract_file(), "prices": {"monthly": {}}}, "prices.monthly", "union_tag_not_found"),
    (contract_file(priced("auction")), "prices.monthly", "union_tag_invalid"),
    (contract_file({"format": "other"}), "format", "literal_error"),
    (contract_file({"version": 2}), "version", "literal_error"),
    (contract_file({"version": "1"}), "version", "literal_error"),
    (contract_file({"termination": {"kind": "whim"}}), "termination.kind", "literal_error"),
    (contract_file({"changes": [{"accepted_on": "2024-08-01", "item": "color"}]}), "changes[0].item", "literal_error"),
    (contract_file({"policy": {"rounding": "up"}}), "policy.rounding", "literal_error"),
    (contract_file({"policy": {"settlement_taxable": 1}}), "policy.settlement_taxable", "flag_expected"),
    (contract_file({"outages": [{"known_at": "x"}]}), "outages[0].known_at", "moment_malformed"),
    (contract_file({"title": 5}), "title", "text_expected"),
]


@pytest.mark.parametrize(("data", "path", "kind"), WRONG_TYPES)
def test_a_wrong_type_is_an_error_where_it_stands(data: object, path: str, kind: str) -> None:
    """Nothing is made to fit."""
    assert wrong(data) == [(path, kind)]


def test_every_error_is_reported() -> None:
    """Not the first alone."""
    found = wrong(contract_file({"title": 5, "dates": {"billing_start": "soon"}, "policy": {"quote_months": 0}}))
    assert found == [
        ("title", "text_expected"),
        ("dates.billing_start", "day_malformed"),
        ("policy.quote_months", "count_out_of_range"),
    ]


def test_a_contract_cannot_be_changed() -> None:
    """A draft is edited; what it is read as stays as it is."""
    contract = read(contract_file())
    with pytest.raises(AttributeError):
        contract.title = "other"  # type: ignore[misc]


def test_a_unit_price_is_exact() -> None:
    """Never a float on the way."""
    monthly = read(contract_file(priced("per_account", unit_price="12345678901.234567"))).prices.monthly
    assert isinstance(monthly, PerAccount)
    assert monthly.unit_price == Decimal("12345678901.234567")


@pytest.mark.parametrize("example", invalid_examples(), ids=lambda each: each.name)
def test_an_invalid_example_is_refused_at_its_path(example: Any) -> None:
    """By the types of its fields, or because its parts do not agree."""
    try:
        contract = read(example.contract)
    except ValidationError:
        paths = [path for path, _ in wrong(example.contract)]
    else:
        paths = [dotted(each.path) for each in refusals(contract, rulebook().editions[contract.terms])]
    assert example.path in paths


def test_there_are_fourteen_invalid_examples() -> None:
    """None of them was lost on the way."""
    assert len(invalid_examples()) == 14
