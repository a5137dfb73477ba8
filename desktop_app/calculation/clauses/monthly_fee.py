"""Annex 1, 2: the monthly fee (月額費用) of a number of accounts, under four price models."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Graduated, Monthly, Package, PerAccount, Tier, Volume
from desktop_app.calculation.kept import kept
from desktop_app.calculation.money import Rounding, Yen
from desktop_app.calculation.step import Step, field, rounded

PRICES = ("prices", "monthly")
HERE = Article.ANNEX_1_2


def fee_schedule(price: Monthly, rounding: Step[Rounding]) -> Callable[[int], Step[Yen]]:
    """Return the function from a number of accounts to its monthly fee in yen; a number is seldom reckoned twice."""

    def fee_for(accounts: int) -> Step[Yen]:
        return _fee(price, _usage(price, _billable(price, accounts)), rounding)

    return lru_cache(fee_for)


def monthly_fee(max_accounts: Step[int], fee_for: Callable[[int], Step[Yen]]) -> Step[Yen]:
    """Return the fee of a month whose account count is `max_accounts`, before proration."""
    fee = fee_for(max_accounts.value)
    return Step("monthly_fee", fee.value, HERE, "fee.of_peak", (max_accounts, fee))


def _fee(price: Monthly, usage: Step[Fraction], rounding: Step[Rounding]) -> Step[Yen]:
    before = usage
    if price.base_fee:
        base = field("base_fee", price.base_fee, *PRICES, "base_fee")
        before = Step("base_and_usage", price.base_fee.plus(usage.value), HERE, "fee.base_and_usage", (base, usage))
    if not price.minimum_charge:
        return rounded("fee_for_accounts", before.value, rounding, HERE, "fee.as_reckoned", (before,))
    least = field("minimum_charge", price.minimum_charge, *PRICES, "minimum_charge")
    if before.value < price.minimum_charge.amount:
        return Step("fee_for_accounts", price.minimum_charge, HERE, "fee.minimum_charge_applies", (before, least))
    return rounded("fee_for_accounts", before.value, rounding, HERE, "fee.above_minimum_charge", (before, least))


def _billable(price: Monthly, accounts: int) -> Step[int]:
    count = Step("accounts", accounts, HERE, "fee.accounts")
    if not price.minimum_accounts:
        return Step("billable_accounts", accounts, HERE, "fee.accounts_as_counted", (count,))
    least = field("minimum_accounts", price.minimum_accounts, *PRICES, "minimum_accounts")
    if accounts < least.value:
        return Step("billable_accounts", least.value, HERE, "fee.minimum_accounts_applies", (count, least))
    return Step("billable_accounts", accounts, HERE, "fee.above_minimum_accounts", (count, least))


def _usage(price: Monthly, accounts: Step[int]) -> Step[Fraction]:
    match price:
        case PerAccount():
            unit = field("unit_price", price.unit_price, *PRICES, "unit_price")
            return Step("usage", accounts.value * _exact(price.unit_price), HERE, "usage.per_account", (accounts, unit))
        case Graduated():
            filled = _filled_in(price.tiers)(accounts.value)
            return Step("usage", filled.exact, HERE, "usage.graduated", (accounts, *filled.bands))
        case Volume():
            return _volume(price.tiers, accounts)
        case _:
            return _packages(price, accounts)


class Filled(NamedTuple):
    """The bands that some accounts fall in, what these cost in all, exactly, in yen, and how many accounts there are in them."""

    bands: tuple[Step[Fraction], ...]
    exact: Fraction
    accounts: int


def _bands_of(tiers: tuple[Tier, ...]) -> Callable[[int], Filled]:
    """Return the function from billable accounts to the bands that they fill; one below theirs is full, and reckoned once.

    Several threads may ask at once: what they have in common is exchanged, never changed.
    """
    full: tuple[Filled, ...] = (Filled((), Fraction(), 0),)

    def with_band(below: Filled, i: int, top: int) -> Filled:
        band = _band(i, tiers[i], below.accounts, top)
        return Filled((*below.bands, band), below.exact + band.value, top)

    def filled(accounts: int) -> Filled:
        nonlocal full
        at = _band_of(tiers, accounts)
        known = [*full]
        for i in range(len(known) - 1, at):
            top = tiers[i].up_to
            assert top is not None  # noqa: S101 - only the last band is open, and no band is above it
            known.append(with_band(known[i], i, top))
        full = tuple(known)
        limit = tiers[at].up_to
        return with_band(known[at], at, accounts if limit is None else min(accounts, limit))

    return lru_cache(filled)


_filled_in = kept(_bands_of)


def _band_of(tiers: tuple[Tier, ...], accounts: int) -> int:
    """Return the band that some accounts fall in; the last one where none has room for them, as in bands that are refused."""
    return next((i for i, tier in enumerate(tiers) if tier.up_to is None or accounts <= tier.up_to), len(tiers) - 1)


def _band(i: int, tier: Tier, below: int, top: int) -> Step[Fraction]:
    within = Step(
        "band_accounts",
        top - below,
        HERE,
        "usage.band_accounts",
        (Step("band_first", below + 1, None, "number"), _limit(i, tier)),
    )
    unit = field("unit_price", tier.unit_price, *PRICES, "tiers", i, "unit_price")
    return Step("band", within.value * _exact(tier.unit_price), HERE, "usage.band", (within, unit))


def _limit(i: int, tier: Tier) -> Step[Any]:
    return field("up_to", tier.up_to, *PRICES, "tiers", i, "up_to")


def _volume(tiers: tuple[Tier, ...], accounts: Step[int]) -> Step[Fraction]:
    i = _band_of(tiers, accounts.value)
    unit = field("unit_price", tiers[i].unit_price, *PRICES, "tiers", i, "unit_price")
    given = (accounts, unit, _limit(i, tiers[i]))
    return Step("usage", accounts.value * _exact(tiers[i].unit_price), HERE, "usage.volume", given)


def _packages(price: Package, accounts: Step[int]) -> Step[Fraction]:
    size = field("package_size", price.package_size, *PRICES, "package_size")
    packs = Step("packs", -(-accounts.value // price.package_size), HERE, "usage.packs", (accounts, size))
    unit = field("package_price", price.package_price, *PRICES, "package_price")
    return Step("usage", packs.value * _exact(price.package_price), HERE, "usage.package", (packs, unit))


def _exact(price: Decimal) -> Fraction:
    return Fraction(*price.as_integer_ratio())
