"""Annex 1, 2: the monthly fee under four price models."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.calculation.assumptions import assumptions
from desktop_app.calculation.clauses.monthly_fee import fee_schedule
from desktop_app.calculation.contract import Graduated, Policy, Tier
from desktop_app.calculation.money import Yen
from desktop_app.calculation.step import Step
from tests.cases.contracts import counted, policy, priced, statement_of
from tests.cases.statements import given_to, plain, saying, tree_of

TWO_BANDS = [{"up_to": 10, "unit_price": "200"}, {"up_to": None, "unit_price": "180"}]
THREE_BANDS = [{"up_to": 1, "unit_price": "5.5"}, {"up_to": 3, "unit_price": "0"}, {"unit_price": "7"}]

PER_ACCOUNT = [(0, 0), (1, 33), (3, 99), (10, 333), (60, 1998)]
GRADUATED = [(0, 0), (1, 200), (10, 2000), (11, 2180), (30, 5600)]
VOLUME = [(0, 0), (1, 200), (10, 2000), (11, 1980), (30, 5400)]
PACKAGE = [(0, 0), (1, 14800), (100, 14800), (101, 29600), (300, 44400), (301, 59200)]
BANDS_THAT_GIVE = [(0, 0), (1, 5), (2, 5), (3, 5), (4, 12), (6, 26)]

FEES = [
    *[(priced("per_account", unit_price="33.3"), *each) for each in PER_ACCOUNT],
    *[(priced("graduated", tiers=TWO_BANDS), *each) for each in GRADUATED],
    *[(priced("graduated", tiers=THREE_BANDS), *each) for each in BANDS_THAT_GIVE],
    *[(priced("volume", tiers=TWO_BANDS), *each) for each in VOLUME],
    *[(priced("package", package_size=100, package_price="14800"), *each) for each in PACKAGE],
]


def _fee(*changes: dict[str, Any]) -> Any:
    """Return the monthly fee of the first whole month."""
    return statement_of(*changes).months[2].monthly_fee


@pytest.mark.parametrize(("prices", "accounts", "fee"), FEES)
def test_a_price_model_gives_the_fee_of_a_number(prices: dict[str, Any], accounts: int, fee: int) -> None:
    """Each account, each in its band, all in one band, by the pack."""
    assert plain(_fee(prices, counted(("2024-07-10", accounts)))) == fee


LIMITS = [
    # base fee, minimum accounts, minimum charge, accounts, fee of 100 an account
    (0, 0, 0, 3, 300),
    (1111, 0, 0, 3, 1411),
    (0, 5, 0, 3, 500),
    (0, 5, 0, 5, 500),
    (0, 5, 0, 6, 600),
    (0, 0, 500, 3, 500),
    (0, 0, 300, 3, 300),
    (0, 0, 299, 3, 300),
    (100, 5, 700, 3, 700),
    (100, 5, 600, 3, 600),
    (100, 5, 0, 0, 600),
    (0, 0, 1, 0, 1),
]


@pytest.mark.parametrize(("base", "accounts_at_least", "charge_at_least", "accounts", "fee"), LIMITS)
def test_base_fee_and_minimums_raise_the_fee(
    base: int, accounts_at_least: int, charge_at_least: int, accounts: int, fee: int
) -> None:
    """The minimum of accounts before the price, the minimum charge after the base fee."""
    prices = priced(
        "per_account",
        unit_price=100,
        base_fee=base,
        minimum_accounts=accounts_at_least,
        minimum_charge=charge_at_least,
    )
    assert plain(_fee(prices, counted(("2024-07-10", accounts)))) == fee


@pytest.mark.parametrize(("rounding", "fee"), [("floor", 1002), ("half_up", 1003), ("ceiling", 1003)])
def test_the_fee_is_rounded_once_and_after_all_is_added(rounding: str, fee: int) -> None:
    """Two and a half yen of usage and the base fee."""
    prices = priced("per_account", unit_price="0.25", base_fee=1000)
    assert plain(_fee(prices, policy(rounding=rounding))) == fee


def test_a_unit_price_keeps_its_millionths() -> None:
    """No digit of it is lost on the way to a large fee."""
    prices = priced("per_account", unit_price="123456.789012")
    assert plain(_fee(prices, counted(("2024-07-10", 100_000_000)))) == 12_345_678_901_200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({}, "fee.as_reckoned"),
        ({"minimum_charge": 1}, "fee.above_minimum_charge"),
        ({"minimum_charge": 1000}, "fee.above_minimum_charge"),
        ({"minimum_charge": 1001}, "fee.minimum_charge_applies"),
        ({"base_fee": 5}, "fee.base_and_usage"),
        ({"minimum_accounts": 11}, "fee.minimum_accounts_applies"),
        ({"minimum_accounts": 10}, "fee.above_minimum_accounts"),
    ],
)
def test_the_fee_says_which_minimum_applied_and_which_did_not(change: dict[str, Any], says: str) -> None:
    """Where there is one."""
    saying(_fee(priced("per_account", unit_price=100, **change)), says)


def test_the_bands_of_a_fee_hold_all_its_accounts() -> None:
    """Each band with the numbers of its first account and its limit; bands that no account reaches are left out."""
    fee = _fee(priced("graduated", tiers=THREE_BANDS), counted(("2024-07-10", 6)))
    bands = [given_to(step) for step in tree_of(fee) if step.says == "usage.band_accounts"]
    assert bands == [
        {"band_first": 1, "up_to": 1},
        {"band_first": 2, "up_to": 3},
        {"band_first": 4, "up_to": None},
    ]
    short = _fee(priced("graduated", tiers=THREE_BANDS), counted(("2024-07-10", 3)))
    assert sum(step.says == "usage.band_accounts" for step in tree_of(short)) == 2


def test_a_volume_price_names_its_band() -> None:
    """The price of the band and its limit."""
    fee = _fee(priced("volume", tiers=TWO_BANDS), counted(("2024-07-10", 10)))
    usage = saying(fee, "usage.volume")
    assert {step.name: step.path for step in usage.given if step.path} == {
        "unit_price": ("prices", "monthly", "tiers", 0, "unit_price"),
        "up_to": ("prices", "monthly", "tiers", 0, "up_to"),
    }


CLOSED = [{"up_to": 10, "unit_price": "200"}, {"up_to": 20, "unit_price": "180"}]


@pytest.mark.parametrize(("model", "fee"), [("graduated", 10 * 200 + 10 * 180), ("volume", 25 * 180)])
def test_accounts_beyond_a_closed_last_band_are_in_none(model: str, fee: int) -> None:
    """Such a table is refused, but what can be shown beside the refusal does not invent a band."""
    assert plain(_fee(priced(model, tiers=CLOSED), counted(("2024-07-10", 25)))) == fee


MANY = 40


def _schedule() -> Callable[[int], Step[Yen]]:
    """Return the fees of many bands, as they are read for the first time."""
    tiers = tuple(Tier(up_to=10 * i if i < MANY else None, unit_price=Decimal(1000 - i)) for i in range(1, MANY + 1))
    return fee_schedule(Graduated(model="graduated", tiers=tiers), assumptions(Policy()).rounding)


@pytest.mark.parametrize("order", [1, -1])
def test_in_which_order_fees_are_asked_for_makes_no_difference(order: int) -> None:
    """Bands that are kept from one number are those of another."""
    asked = list(range(0, 10 * MANY + 20, 7))[::order]
    kept = _schedule()
    assert [kept(each) for each in asked] == [_schedule()(each) for each in asked]


def test_threads_may_ask_for_fees_at_once() -> None:
    """The window and its paper do: every one of them is the fee that one alone would get."""
    asked = list(range(10 * MANY))
    alone = [_schedule()(each) for each in asked]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            for _ in range(5):
                fee_for = _schedule()
                assert all(threads.map(lambda i, fee_for=fee_for: fee_for(asked[i]) == alone[i], reversed(asked)))
    finally:
        sys.setswitchinterval(before)
