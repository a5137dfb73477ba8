"""Small contract files as data: one that is right, and what a test changes in it."""

from copy import deepcopy
from datetime import date
from typing import Any

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import Statement
from tests.cases.examples import rulebook

AS_OF = date(2024, 12, 10)

BASE: dict[str, Any] = {
    "format": "contract-calculator",
    "version": 1,
    "dates": {"accepted_on": "2024-06-10", "billing_start": "2024-07-10"},
    "prices": {"monthly": {"model": "per_account", "unit_price": "100"}},
    "accounts": [{"from": "2024-07-10", "count": 10}],
}
"""10 accounts at 100 yen from 10 July 2024: the minimum term ends on 9 July 2025."""


def contract_file(*changes: dict[str, Any]) -> dict[str, Any]:
    """Return the base contract file with `changes`: objects are merged, lists, prices of a model and single values replaced."""
    data = deepcopy(BASE)
    for change in changes:
        _merge(data, change)
    return data


def _merge(data: dict[str, Any], change: dict[str, Any]) -> None:
    for name, value in change.items():
        if isinstance(value, dict) and isinstance(data.get(name), dict) and "model" not in value:
            _merge(data[name], value)
        else:
            data[name] = deepcopy(value)


def read(data: dict[str, Any]) -> Contract:
    """Return the contract that a contract file's data is read as."""
    return Contract.model_validate(data)


def evaluated(data: dict[str, Any], as_of: date = AS_OF) -> Statement:
    """Return the statement of a contract file."""
    return evaluate(read(data), as_of, rulebook())


def statement_of(*changes: dict[str, Any], as_of: date | str = AS_OF) -> Statement:
    """Return the statement of the base contract with `changes`."""
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return evaluated(contract_file(*changes), day)


def ended(day: str, kind: str = "by_provider") -> dict[str, Any]:
    """Return the change of a contract that ends on `day`."""
    return {"termination": {"kind": kind, "effective_on": day}}


def notice(arrived: str, designated: str | None = None) -> dict[str, Any]:
    """Return the change of a contract whose notice of termination arrived on a day, perhaps with a designated day."""
    return {"termination": {"kind": "notice", "notice_arrived_on": arrived, "designated_on": designated}}


def priced(model: str, **prices: object) -> dict[str, Any]:
    """Return the change of a contract that is charged by a price model."""
    return {"prices": {"monthly": {"model": model, **prices}}}


def counted(*records: tuple[str, int]) -> dict[str, Any]:
    """Return the change of a contract with these account records: the moment and the count of each."""
    return {"accounts": [{"from": moment, "count": count} for moment, count in records]}


def outage(known_at: str, restored_at: str | None = None, **more: object) -> dict[str, Any]:
    """Return an outage of a contract file."""
    return {"known_at": known_at, "restored_at": restored_at, **more}


def policy(**chosen: object) -> dict[str, Any]:
    """Return the change of a contract with other assumptions."""
    return {"policy": chosen}
