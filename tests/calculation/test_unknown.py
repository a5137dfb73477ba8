"""A statement of a contract with holes: what is known in it is what it would be, whatever stood in the hole."""

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.terms import Rulebook
from desktop_app.calculation.unknown import is_known
from desktop_app.document.salvage import salvaged
from tests.cases.examples import rulebook, worked_examples

AS_OF = date(2024, 12, 10)
OTHERS: dict[str, tuple[Any, ...]] = {
    "accepted_on": ("2024-01-05",),
    "billing_start": ("2025-04-11",),
    "initial_fee": (7,),
    "unit_price": ("41.5",),
    "package_price": ("123",),
    "package_size": (7,),
    "up_to": (1003,),
    "base_fee": (77,),
    "minimum_accounts": (3000,),
    "minimum_charge": (900_000,),
    "count": (0, 4999),
    "from": ("2019-01-01T08:00", "2025-05-05"),
    "fee": (3,),
    "item": ("other", "business_name"),
    "notice_arrived_on": ("2025-02-02",),
    "designated_on": ("2025-08-31",),
    "effective_on": ("2025-06-30",),
    "known_at": ("2024-10-01T03:00",),
    "restored_at": ("2025-07-09T03:00",),
    "claimed_on": ("2026-01-01",),
    "total_outage": (False, True),
    "attributable_to_provider": (False,),
    "partial_month": ("full", "thirty_days", "calendar_days"),
    "rounding": ("ceiling", "half_up"),
    "settlement_basis": ("scheduled", "termination_month"),
    "settlement_taxable": (True, False),
    "claimable_from": ("restored", "after_24_hours"),
    "quote_months": (5,),
    "option_initial_fee": (1,),
    "option_removal_fee": (1,),
    "domain": (1,),
    "ip_address": (1,),
}


def holes() -> Iterator[Any]:
    """Yield each worked example with each of its fields that a figure can depend on."""
    for example in worked_examples():
        for path in _fields(example.contract):
            if path[-1] in OTHERS:
                yield pytest.param(example.contract, path, id=f"{example.name}-{'.'.join(map(str, path))}")


def _fields(node: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _fields(child, (*path, key))
    elif isinstance(node, list):
        for i, child in enumerate(node):
            yield from _fields(child, (*path, i))
    else:
        yield path


def _with(contract: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    changed: Any = copy.deepcopy(contract)
    node = changed
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return changed


def _figures(part: Any, at: str = "") -> Iterator[tuple[str, Step[Any]]]:
    """Yield the figures of a statement, those of a bill under its month."""
    if isinstance(part, Step):
        yield at, part
    elif isinstance(part, Statement) or hasattr(part, "_fields"):
        for name, child in zip(part._fields, part, strict=True):
            if name != "warnings":
                yield from _figures(child, f"{at}.{name}")
    elif isinstance(part, tuple):
        for i, child in enumerate(part):
            key = str(child.month.value) if hasattr(child, "month") and is_known(child.month) else str(i)
            yield from _figures(child, f"{at}[{key}]")


@pytest.mark.parametrize(("contract", "path"), list(holes()))
def test_what_is_known_beside_a_hole_holds_whatever_stands_in_it(contract: dict[str, Any], path: Path) -> None:
    """No figure that depends on a value that cannot be read is shown as if it were known."""
    rules: Rulebook = rulebook()
    partly = evaluate(salvaged(_with(contract, path, "?"), {path}), AS_OF, rules)
    known = {at: step.value for at, step in _figures(partly) if is_known(step)}
    for value in OTHERS[str(path[-1])]:
        whole = dict(_figures(evaluate(Contract.model_validate(_with(contract, path, value)), AS_OF, rules)))
        wrong = {at: (was, whole[at].value) for at, was in known.items() if at in whole and whole[at].value != was}
        assert not wrong


EXAMPLE_2 = next(each.contract for each in worked_examples() if each.name.startswith("02"))

STAYS = [
    (("prices", "monthly", "tiers", 0, "unit_price"), ".dates.termination.effective_on", "2025-01-31"),
    (("prices", "monthly", "tiers", 0, "unit_price"), ".totals.initial_fees", "400000"),
    (("prices", "monthly", "tiers", 0, "unit_price"), ".outages[0].claim_deadline", "2025-02-02"),
    (("prices", "monthly", "tiers", 0, "unit_price"), ".settlement.remaining.days", "159"),
    (("prices", "monthly", "tiers", 0, "unit_price"), ".settlement.due", "True"),
    (("prices", "monthly", "tiers", 0, "unit_price"), ".settlement.exempt", "False"),
    (("outages", 0, "known_at"), ".months[2024-11].billed_fee", "236000"),
    (("outages", 0, "known_at"), ".settlement.amount", "1248516"),
    (("termination", "designated_on"), ".dates.minimum_term.end", "2025-07-09"),
    (("changes", 0, "accepted_on"), ".months[2024-10].monthly_fee", "236000"),
    (("accounts", 1, "count"), ".months[2024-08].total", "176000"),
    (("policy", "rounding"), ".months[2024-08].max_accounts", "800"),
]
GOES = [
    (("prices", "monthly", "tiers", 0, "unit_price"), ".totals.total"),
    (("outages", 0, "known_at"), ".months[2024-11].credit"),
    (("termination", "designated_on"), ".settlement.amount"),
    (("accounts", 1, "count"), ".months[2024-09].max_accounts"),
    (("dates", "billing_start"), ".dates.minimum_term.start"),
    (("dates", "accepted_on"), ".totals.initial_fees"),
    (("changes", 0, "item"), ".totals.one_time_fees"),
]


def _partly(path: Path) -> dict[str, Step[Any]]:
    return dict(_figures(evaluate(salvaged(EXAMPLE_2, {path}), AS_OF, rulebook())))


@pytest.mark.parametrize(("path", "at", "value"), STAYS)
def test_a_figure_that_does_not_need_the_hole_stays(path: Path, at: str, value: str) -> None:
    """A wrong price leaves the days, a wrong outage leaves the settlement, and so on."""
    assert str(_partly(path)[at].value) == value


@pytest.mark.parametrize(("path", "at"), GOES)
def test_a_figure_that_needs_the_hole_is_unknown(path: Path, at: str) -> None:
    """Rather no figure than a stale one."""
    assert not is_known(_partly(path)[at])


def test_what_is_unknown_is_of_its_article_all_the_same() -> None:
    """So that it can be told where it would come from."""
    of_ending, of_price = _partly(("termination", "designated_on")), _partly(("prices", "monthly", "tiers", 0, "unit_price"))
    assert of_ending[".dates.termination.effective_on"].article is Article.ART_8
    assert of_price[".settlement.amount"].article is Article.ANNEX_2


TYPED = [
    (".dates.accepted_on", ("dates", "accepted_on")),
    (".dates.billing_start", ("dates", "billing_start")),
    (".dates.termination.notice_arrived_on", ("termination", "notice_arrived_on")),
    (".dates.termination.designated_on", ("termination", "designated_on")),
]


@pytest.mark.parametrize("lost", [1, 2])
@pytest.mark.parametrize(("at", "path"), TYPED)
def test_a_field_that_cannot_be_read_is_its_field(at: str, path: Path, lost: int) -> None:
    """So that it goes by the field's name, and leads to it; also where the whole part is lost."""
    step = _partly(path[:lost])[at]
    assert (is_known(step), step.path) == (False, path)


PARTS: list[Path] = [
    *(("dates",), ("prices",), ("prices", "monthly"), ("accounts",), ("accounts", 0), ("option",), ("changes",), ("changes", 0)),
    *(("termination",), ("outages",), ("outages", 0), ("policy",), ("terms",), ("service",), ("quote",), ("issuer",)),
]


@pytest.mark.parametrize("path", PARTS)
def test_whatever_part_is_lost_there_is_a_statement(path: Path) -> None:
    """Every part of the contract can be a hole."""
    figures = _partly(path)
    assert ".totals.total" in figures
