"""What a figure waits for is what takes it away: checked against the calculation, field by field."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import Statement, public_name
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known
from desktop_app.document.draft import value_at
from desktop_app.document.fields import EACH, FIELDS
from desktop_app.document.salvage import salvaged
from desktop_app.document.waiting import waited_for, waits_for
from tests.cases.contracts import AS_OF, contract_file, ended, notice, outage, policy, priced
from tests.cases.examples import rulebook, worked_examples

FULL = {
    "option": {"accepted_on": "2024-08-01", "removal_accepted_on": "2024-09-01"},
    "changes": [{"accepted_on": "2024-09-01", "item": "domain"}, {"accepted_on": "2024-09-01", "item": "domain", "fee": 5}],
    "outages": [
        outage("2024-08-01", "2024-08-03", claimed_on="2024-08-10"),
        outage("2024-09-01", "2024-09-03", claimed_on="2024-09-10", claimable_on="2024-09-03"),
    ],
}
PRICES = {"initial_fee": 7, "option_initial_fee": 7, "option_removal_fee": 7, "change_fees": {"domain": 7}}
PACKS = priced("package", package_size=3, package_price="7", base_fee=1, minimum_accounts=1, minimum_charge=1)
CONTRACTS: dict[str, Any] = {each.name: each.contract for each in worked_examples()} | {
    "everything": contract_file(FULL, {"prices": PRICES}, notice("2024-11-02", "2024-12-20"), policy(settlement_taxable=True)),
    "fixed": contract_file(FULL, PACKS, ended("2024-12-20"), policy(settlement_basis="fixed", settlement_accounts=5)),
    "going on": contract_file(FULL, {"prices": PRICES}, policy(quote_months=12, partial_month="full", claimable_from="restored")),
    "scheduled": contract_file(ended("2024-12-20"), policy(settlement_basis="scheduled", rounding="ceiling")),
}


def fields_in(contract: Any) -> Iterator[Path]:
    """Yield the addresses of the fields that a contract has a place for."""
    for field in FIELDS:
        places: list[Path] = [()]
        for part in field.path:
            if part == EACH:
                places = [(*place, i) for place in places for i in range(len(value_at(contract, place) or ()))]
            else:
                places = [(*place, part) for place in places]
        yield from (place for place in places if isinstance(value_at(contract, place[:-1]), dict | list))


def figures_in(part: Any, place: Path = ()) -> Iterator[tuple[Path, Step[Any]]]:
    """Yield the figures of a statement with their places."""
    if isinstance(part, Step):
        yield place, part
    elif type(part) is tuple:
        for i, each in enumerate(part):
            yield from figures_in(each, (*place, i))
    elif hasattr(part, "_fields") and not hasattr(part, "code"):
        for name, each in zip(part._fields, part, strict=True):
            yield from figures_in(each, (*place, public_name(name)))


def known_in(statement: Statement) -> set[Path]:
    """Return the places of what is known in a statement."""
    return {place for place, step in figures_in(statement) if is_known(step)}


@cache
def taken_away(name: str) -> tuple[tuple[Path, Path], ...]:
    """Return the figures of a contract that are not known without one of its fields, each with the field.

    A bill that is no longer listed, while others are, does not count: its place is that of another one then.
    """
    contract = CONTRACTS[name]
    before = known_in(evaluate(salvaged(contract, ()), AS_OF, rulebook()))
    without = ((field, evaluate(salvaged(contract, {field}), AS_OF, rulebook())) for field in fields_in(contract))
    return tuple(
        (figure, field)
        for field, after in without
        for figure in before - known_in(after)
        if figure[0] != "months" or not after.months or int(figure[1]) < len(after.months)
    )


def lost() -> dict[Path, set[Path]]:
    """Return by figure, its rows as `EACH`, the fields without which it was not known in one of the contracts."""
    found: defaultdict[Path, set[Path]] = defaultdict(set)
    for name in CONTRACTS:
        for figure, field in taken_away(name):
            found[_of_any_row(figure)].add(field)
    return found


def _of_any_row(place: Path) -> Path:
    return tuple(EACH if isinstance(part, int) else part for part in place)


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_figure_waits_for_every_field_that_takes_it_away(name: str) -> None:
    """Nobody who mends all that is listed is left with a dash."""
    assert taken_away(name)
    assert [(figure, field) for figure, field in taken_away(name) if not waits_for(figure, field)] == []


def test_a_figure_waits_for_nothing_that_never_takes_it_away() -> None:
    """Nobody is sent to a field that has nothing to do with what they ask."""
    idle = {
        (figure, part)
        for figure, fields in lost().items()
        for part in waited_for(figure)
        if not any(field[: len(part)] == part for field in fields)
    }
    assert idle == set()


def test_a_part_that_is_wrong_as_a_whole_is_waited_for() -> None:
    """Where a list is no list, or a row no row, what needs anything in it waits."""
    assert waits_for(("months", 0, "max_accounts"), ("accounts",))
    assert waits_for(("totals", "total"), ("prices",))
    assert waits_for(("outages", 1, "amount"), ("outages",))


@pytest.mark.parametrize(
    ("figure", "field", "waits"),
    [
        (("outages", 1, "amount"), ("outages", 0, "known_at"), True),
        (("outages", 0, "amount"), ("outages", 1, "known_at"), False),
        (("outages", 1, "hours"), ("outages", 0, "known_at"), False),
        (("outages", 1, "hours"), ("outages", 1, "known_at"), True),
        (("as_of",), ("dates", "billing_start"), False),
        (("totals", "total"), ("customer", "name"), False),
    ],
)
def test_an_outage_waits_for_earlier_ones_at_most(figure: Path, field: Path, *, waits: bool) -> None:
    """And only for what it takes off; what is no figure waits for nothing."""
    assert waits_for(figure, field) is waits
