"""Strategies that build contract files that are right, with every kind of price, ending, outage and assumption."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

Data = dict[str, Any]
Draw = st.DrawFn

FIRST, LAST = date(2013, 6, 1), date(2022, 12, 31)
AMOUNTS = st.one_of(st.integers(0, 400), st.sampled_from([0, 1, 29, 31, 10_000, 300_000, 10**12]))
PRICES = st.one_of(
    st.sampled_from(["0", "1", "33.3", "200", "0.000001", "99.999999"]),
    st.decimals(0, 500, places=2, allow_nan=False).map(str),
)
COUNTS = st.one_of(st.integers(0, 70), st.sampled_from([0, 1, 20, 21, 300]))
ITEMS = ("business_name", "domain", "ip_address", "other")
KINDS = ("notice", "article_28_2", "article_28_3", "by_provider")


def days(first: date, last: date) -> st.SearchStrategy[date]:
    """Return a strategy of days, the ends of the months and of the range often among them."""
    span = (last - first).days
    ends = [n for n in range(min(span, 500) + 1) if (first + timedelta(n)).day in (1, 28, 29, 30, 31)]
    offsets = st.one_of(st.integers(0, span), st.sampled_from(sorted({0, span, *ends})))
    return offsets.map(lambda n: first + timedelta(n))


def moments(first: date, last: date) -> st.SearchStrategy[datetime]:
    """Return a strategy of moments, 00:00 and the last second of a day often among them."""
    seconds = st.one_of(st.sampled_from([0, 0, 1, 36_000, 86_399]), st.integers(0, 86_399))
    return st.builds(lambda day, second: _midnight(day) + timedelta(seconds=second), days(first, last), seconds)


def _midnight(day: date) -> datetime:
    return datetime.fromisoformat(f"{day}T00:00")


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy of a field that may be left empty."""
    return st.one_of(st.none(), strategy)


@st.composite
def monthly_prices(draw: Draw, *, rising: bool = False, models: tuple[str, ...] = ()) -> Data:
    """Return the prices of a month; `rising` means that one more account never costs less by the table itself."""
    model = draw(st.sampled_from(models or ("per_account", "graduated", "volume", "package")))
    prices: Data = {"model": model}
    if model == "per_account":
        prices["unit_price"] = draw(PRICES)
    elif model == "package":
        prices["package_size"] = draw(st.one_of(st.integers(1, 12), st.just(100)))
        prices["package_price"] = draw(PRICES)
    else:
        limits = sorted(draw(st.sets(st.integers(1, 60), max_size=3)))
        units = draw(st.lists(PRICES, min_size=len(limits) + 1, max_size=len(limits) + 1))
        if rising and model == "volume":
            units.sort(key=float)
        prices["tiers"] = [{"up_to": top, "unit_price": unit} for top, unit in zip([*limits, None], units, strict=True)]
    for name, values in (("base_fee", AMOUNTS), ("minimum_charge", AMOUNTS), ("minimum_accounts", COUNTS)):
        prices[name] = draw(maybe(values))
    return prices


@st.composite
def account_records(draw: Draw, start: date, most: int = 5) -> list[Data]:
    """Return account records in any order, one of them at or before the start of billing."""
    opening = draw(st.one_of(st.just(_midnight(start)), moments(start - timedelta(40), start - timedelta(1))))
    others = draw(st.sets(moments(start - timedelta(40), start + timedelta(450)), max_size=most))
    at = draw(st.permutations(sorted({opening, *others})))
    return [{"from": each.isoformat(), "count": draw(COUNTS)} for each in at]


@st.composite
def terminations(draw: Draw, start: date, accepted: date | None) -> Data:
    """Return a termination, before billing start, around the end of the minimum term, or later."""
    kind = draw(st.sampled_from(KINDS))
    earliest = accepted or start - timedelta(60)
    if kind != "notice":
        effective = draw(days(earliest, start + timedelta(430)))
        return {"kind": kind, "effective_on": str(effective), "notice_arrived_on": None, "designated_on": None}
    arrived = draw(days(earliest, start + timedelta(400)))
    designated = draw(maybe(days(arrived, arrived + timedelta(120))))
    return {
        "kind": kind,
        "notice_arrived_on": str(arrived),
        "designated_on": None if designated is None else str(designated),
        "effective_on": None,
    }


def effective_day(termination: Data | None) -> date | None:
    """Return the last day of a contract."""
    if termination is None:
        return None
    if termination["kind"] != "notice":
        return date.fromisoformat(termination["effective_on"])
    earliest = date.fromisoformat(termination["notice_arrived_on"]) + timedelta(30)
    return max(earliest, date.fromisoformat(termination["designated_on"] or "0001-01-01"))


@st.composite
def outages(draw: Draw, start: date, most: int = 3) -> list[Data]:
    """Return outages that do not overlap, in any order; the last in time may go on."""
    found = []
    at = draw(moments(start - timedelta(10), start + timedelta(300)))
    for _ in range(draw(st.integers(0, most))):
        ends = at + draw(_lengths())
        found.append({"known_at": at.isoformat(), "restored_at": ends.isoformat(), **draw(_claims(at))})
        at = ends + draw(st.sampled_from([timedelta(), timedelta(hours=5), timedelta(days=2), timedelta(days=40)]))
    if found and draw(st.integers(0, 3)) == 3:
        found[-1]["restored_at"] = None
    return draw(st.permutations(found))


def _lengths() -> st.SearchStrategy[timedelta]:
    hours = st.sampled_from([0, 1, 23, 24, 25, 48, 49, 72, 200, 744, 1000]).map(lambda each: timedelta(hours=each))
    near = st.sampled_from([-1, 0, 0, 1, 60]).map(lambda each: timedelta(seconds=each))
    return st.builds(lambda long, more: max(timedelta(), long + more), hours, near)


@st.composite
def _claims(draw: Draw, known: datetime) -> Data:
    claimed = draw(maybe(days(known.date(), known.date() + timedelta(130))))
    claimable = draw(st.one_of(st.none(), st.none(), days(known.date(), known.date() + timedelta(40))))
    return {
        "claimed_on": None if claimed is None else str(claimed),
        "claimable_on": None if claimable is None else str(claimable),
        "attributable_to_provider": draw(st.sampled_from([None, True, True, True, False])),
        "total_outage": draw(st.sampled_from([None, True, True, True, False])),
    }


@st.composite
def policies(draw: Draw, **fixed: object) -> Data:
    """Return assumptions, those in `fixed` as they are."""
    chosen = {
        "partial_month": draw(st.sampled_from([None, "calendar_days", "thirty_days", "full"])),
        "rounding": draw(st.sampled_from([None, "floor", "half_up", "ceiling"])),
        "settlement_basis": draw(st.sampled_from([None, "termination_month", "scheduled", "fixed"])),
        "settlement_accounts": draw(COUNTS),
        "settlement_taxable": draw(st.sampled_from([None, False, True])),
        "claimable_from": draw(st.sampled_from([None, "after_24_hours", "restored"])),
        "quote_months": draw(maybe(st.integers(1, 16))),
    }
    return {**chosen, **fixed}


@st.composite
def _fees_of_the_option_and_changes(draw: Draw, first: date, last: date) -> Data:
    taken, removed = sorted(draw(st.tuples(days(first, last), days(first, last))))
    option = {
        "accepted_on": draw(st.sampled_from([None, str(taken)])),
        "removal_accepted_on": draw(st.sampled_from([None, str(removed)])),
    }
    change = st.fixed_dictionaries(
        {"accepted_on": days(first, last).map(str), "item": st.sampled_from(ITEMS), "fee": maybe(AMOUNTS)}
    )
    return {"option": draw(st.sampled_from([None, option])), "changes": draw(st.lists(change, max_size=4))}


@st.composite
def contract_files(
    draw: Draw,
    *,
    rising: bool = False,
    terminated: bool | None = None,
    with_outages: bool = True,
    with_fees: bool = True,
    models: tuple[str, ...] = (),
    most_records: int = 5,
    **assumed: object,
) -> Data:
    """Return the data of a contract file that is right; fields that are left empty are absent or null."""
    start = draw(days(FIRST, LAST))
    accepted = draw(maybe(days(start - timedelta(60), start)))
    ends = draw(terminations(start, accepted)) if terminated or (terminated is None and draw(st.booleans())) else None
    last = effective_day(ends)
    until = start + timedelta(450) if last is None else last
    fees = draw(_fees_of_the_option_and_changes(accepted or min(start, until) - timedelta(70), until)) if with_fees else {}
    data: Data = {
        "format": "contract-calculator",
        "version": 1,
        "dates": {"accepted_on": None if accepted is None else str(accepted), "billing_start": str(start)},
        "prices": {
            "initial_fee": draw(AMOUNTS) if with_fees else 0,
            "option_initial_fee": draw(maybe(AMOUNTS)),
            "option_removal_fee": draw(maybe(AMOUNTS)),
            "change_fees": {name: draw(maybe(AMOUNTS)) for name in ITEMS},
            "monthly": draw(monthly_prices(rising=rising, models=models)),
        },
        "accounts": draw(account_records(start, most_records)),
        "termination": ends,
        "outages": draw(outages(start)) if with_outages else [],
        "policy": draw(policies(**assumed)),
        **fees,
    }
    return without_nulls(data) if draw(st.booleans()) else data


def without_nulls(data: Any) -> Any:
    """Return data with every field left out that says nothing."""
    if isinstance(data, dict):
        return {name: without_nulls(value) for name, value in data.items() if value is not None}
    return [without_nulls(each) for each in data] if isinstance(data, list) else data


def as_of_days(data: Data) -> st.SearchStrategy[date]:
    """Return days from before a contract's billing start to long after its end."""
    start = date.fromisoformat(data["dates"]["billing_start"])
    return days(start - timedelta(50), start + timedelta(700))
