"""What happens to the sums when a price, a count or an assumption is another."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases.contracts import evaluated
from tests.cases.statements import plain
from tests.laws.contracts import contract_files

Data = dict[str, Any]
MORE = st.integers(1, 1000)
SUMS = ("initial_fees", "monthly_fees", "one_time_fees", "settlement", "subtotal", "tax", "total")
RISING_SUMS = ("monthly_fees", "settlement", "subtotal", "tax", "total")


def _totals(data: Data) -> Data:
    return plain(evaluated(data))["totals"]


def _with_monthly(data: Data, name: str, more: int) -> Data:
    other = deepcopy(data)
    monthly = other["prices"]["monthly"]
    monthly[name] = (monthly.get(name) or 0) + more
    return other


# Credits are left out of these: a fee that is higher by a yen can be credited a yen more by its rounding alone.


@given(contract_files(rising=True, with_outages=False), MORE)
def test_more_accounts_never_cost_less(data: Data, more: int) -> None:
    """Under every price model whose table does not itself make a larger number cheaper."""
    other = deepcopy(data)
    for record in other["accounts"]:
        record["count"] += more
    before, after = _totals(data), _totals(other)
    assert all(before[name] <= after[name] for name in RISING_SUMS)


@given(contract_files(with_outages=False), st.sampled_from(["base_fee", "minimum_charge"]), MORE)
def test_a_higher_base_fee_or_minimum_charge_never_lowers_a_sum(data: Data, name: str, more: int) -> None:
    """Under every price model."""
    before, after = _totals(data), _totals(_with_monthly(data, name, more))
    assert all(before[each] <= after[each] for each in SUMS)


@given(contract_files(rising=True, with_outages=False), MORE)
def test_a_higher_minimum_of_accounts_never_lowers_a_sum(data: Data, more: int) -> None:
    """Where more accounts do not cost less."""
    before, after = _totals(data), _totals(_with_monthly(data, "minimum_accounts", more))
    assert all(before[each] <= after[each] for each in SUMS)


@given(contract_files(with_outages=False))
def test_each_rounding_gives_no_less_than_the_one_before(data: Data) -> None:
    """Down, to the nearer, up: so rise all sums, and a month's fee by no more than a yen."""
    down, near, up = (
        plain(evaluated({**data, "policy": {**data["policy"], "rounding": each}})) for each in ("floor", "half_up", "ceiling")
    )
    for name in SUMS:
        assert down["totals"][name] <= near["totals"][name] <= up["totals"][name]
    fees = [[row["monthly_fee"] for row in each["months"] if row["billed_days"]] for each in (down, near, up)]
    for lowest, middle, highest in zip(*fees, strict=True):
        assert lowest <= middle <= highest <= lowest + 1


@given(contract_files(with_outages=False, most_records=1))
def test_the_tax_on_the_settlement_is_all_that_its_policy_decides(data: Data) -> None:
    """What is paid without tax is the same, and the tax is no lower where the settlement is taxed."""
    outside, inside = (_totals({**data, "policy": {**data["policy"], "settlement_taxable": each}}) for each in (False, True))
    assert {**outside, "tax": 0, "total": 0} == {**inside, "tax": 0, "total": 0}
    assert outside["tax"] <= inside["tax"]


@pytest.mark.parametrize("model", ["graduated", "volume"])
@given(contract_files(with_outages=False), st.integers(0, 500), st.integers(1, 60))
def test_bands_of_one_price_are_no_bands(model: str, data: Data, price: int, limit: int) -> None:
    """Then both kinds of bands cost what the price of each account does."""
    other = deepcopy(data)
    monthly = {name: other["prices"]["monthly"].get(name) for name in ("base_fee", "minimum_accounts", "minimum_charge")}
    other["prices"]["monthly"] = {**monthly, "model": "per_account", "unit_price": price}
    single = plain(evaluated(other))
    tiers = [{"up_to": limit, "unit_price": str(price)}, {"up_to": None, "unit_price": str(price)}]
    other["prices"]["monthly"] = {**monthly, "model": model, "tiers": tiers}
    assert plain(evaluated(other)) == single


@given(contract_files(with_outages=False), st.integers(0, 500))
def test_packs_of_one_are_accounts(data: Data, price: int) -> None:
    """Then a pack costs what the price of each account does."""
    other = deepcopy(data)
    monthly = {name: other["prices"]["monthly"].get(name) for name in ("base_fee", "minimum_accounts", "minimum_charge")}
    other["prices"]["monthly"] = {**monthly, "model": "per_account", "unit_price": price}
    single = plain(evaluated(other))
    other["prices"]["monthly"] = {**monthly, "model": "package", "package_size": 1, "package_price": price}
    assert plain(evaluated(other)) == single
