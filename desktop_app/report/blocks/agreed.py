"""What was agreed: for what the service is, the prices, the option."""

from collections.abc import Iterator, Sequence

from desktop_app.calculation.contract import Graduated, Package, PerAccount, Tier, Volume
from desktop_app.calculation.money import Yen
from desktop_app.report.blocks.source import Block, Source, lines, one_line

MOST_LISTED = 12


def agreed_block(source: Source) -> Block:
    """Return the subject of the contract and its prices as pairs of name and value."""
    pairs = [*_service(source), *_prices(source)]
    return {"kind": "pairs", "heading": source.said("agreed"), "items": [list(pair) for pair in pairs]}


def remarks_block(source: Source) -> Block | None:
    """Return the remarks of the quotation (備考) line by line; None without any."""
    remarks = lines(source.contract.quote.remarks)
    return {"kind": "remarks", "heading": source.said("remarks"), "lines": remarks} if remarks else None


def _service(source: Source) -> Iterator[tuple[str, str]]:
    service = source.contract.service
    named = {
        "business_name": one_line(service.business_name),
        "domains": _listed(service.domains, source),
        "ipv4_addresses": _listed(service.ipv4_addresses, source),
        "administrator": one_line(source.contract.customer.administrator),
    }
    yield from ((source.said(f"agreed.{name}"), value) for name, value in named.items() if value)


def _listed(texts: Sequence[str], source: Source) -> str:
    shown = source.words.listed(one_line(text) for text in texts[:MOST_LISTED])
    more = len(texts) - MOST_LISTED
    return source.said("agreed.and_more", shown=shown, n=more) if more > 0 else shown


def _prices(source: Source) -> Iterator[tuple[str, str]]:
    prices = source.contract.prices
    monthly = prices.monthly
    model = source.words.choice("model", monthly.model)
    yield source.said("agreed.monthly"), source.said("agreed.model", model=model, prices=_monthly_prices(source))
    for name in ("base_fee", "minimum_accounts", "minimum_charge"):
        value: Yen | int = getattr(monthly, name)
        if value:
            yield source.said(f"agreed.{name}"), source.words.figure(name, value)
    yield source.said("agreed.initial_fee"), source.words.value(prices.initial_fee)
    if source.contract.option is not None:
        yield source.said("agreed.option"), source.said("agreed.option.taken", fee=prices.option_initial_fee)


def _monthly_prices(source: Source) -> str:
    match source.contract.prices.monthly:
        case PerAccount(unit_price=price):
            return source.said("agreed.per_account", price=price)
        case Package(package_size=size, package_price=price):
            return source.said("agreed.package", size=size, price=price)
        case Graduated(tiers=tiers) | Volume(tiers=tiers):
            return source.said("agreed.tiers_parted").join(_tiers(tiers, source))


def _tiers(tiers: Sequence[Tier], source: Source) -> Iterator[str]:
    first = 1
    for tier in tiers:
        if tier.up_to is None:
            yield source.said("agreed.last_tier", first=first, price=tier.unit_price)
            return
        yield source.said("agreed.tier", first=first, last=tier.up_to, price=tier.unit_price)
        first = tier.up_to + 1
