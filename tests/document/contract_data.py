"""One contract file in which every field of one price model is filled in, and the addresses in it."""

import json
from base64 import b64encode
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from zlib import compress, crc32

from desktop_app.calculation.step import Path


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + crc32(kind + content).to_bytes(4)


def picture() -> bytes:
    """Return a PNG of one red pixel."""
    head = _chunk(b"IHDR", (1).to_bytes(4) * 2 + b"\x08\x02\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", compress(b"\x00\xff\x00\x00")) + _chunk(b"IEND", b"")


SEAL = b64encode(picture()).decode("ascii")

MONTHLY: dict[str, dict[str, Any]] = {
    "per_account": {"unit_price": "200.5"},
    "graduated": {"tiers": [{"up_to": 1000, "unit_price": "200"}, {"up_to": None, "unit_price": "180"}]},
    "volume": {"tiers": [{"up_to": 500, "unit_price": "150"}, {"unit_price": "120.25"}]},
    "package": {"package_size": 50, "package_price": "8000"},
}
"""What each price model has of its own."""

EVERY_FIELD: dict[str, Any] = {
    "format": "contract-calculator",
    "version": 1,
    "terms": "oem-mail-2014-07-01",
    "title": "新規お見積り",
    "quote": {
        "number": "Q-2024-0012",
        "revision": 2,
        "issued_on": "2024-06-03",
        "valid_until": "2024-07-03",
        "remarks": "一行目\n二行目",
        "memo": "社内用",
    },
    "issuer": {
        "company": "サンプル商事株式会社",
        "department": "営業部",
        "contact": "佐藤",
        "address": "東京都",
        "phone": "03-0000-0000",
        "email": "sales@sample.example",
        "registration_number": "T7123456789012",
        "seal_png": SEAL,
    },
    "customer": {"name": "株式会社サンプル", "department": "情報システム部", "contact": "山田", "administrator": "鈴木"},
    "service": {
        "business_name": "サンプルメール",
        "domains": ["sample.example", "日本語.example"],
        "ipv4_addresses": ["192.0.2.10", "198.51.100.0/24"],
    },
    "dates": {"applied_on": "2024-06-03", "accepted_on": "2024-06-10", "billing_start": "2024-07-10"},
    "prices": {
        "initial_fee": 300000,
        "option_initial_fee": 100000,
        "option_removal_fee": 50000,
        "change_fees": {"business_name": 10000, "domain": 10000, "ip_address": 5000, "other": 1},
        "monthly": {"model": "graduated", "base_fee": 1, "minimum_accounts": 2, "minimum_charge": 3, **MONTHLY["graduated"]},
    },
    "accounts": [
        {"from": "2024-07-10", "count": 800, "note": "当初"},
        {"from": "2024-09-15T10:00", "count": 1200, "note": "見込み"},
    ],
    "option": {"accepted_on": "2024-06-11", "removal_accepted_on": "2024-09-01"},
    "changes": [{"accepted_on": "2024-10-03", "item": "domain", "fee": 0, "note": "追加"}],
    "termination": {"kind": "notice", "notice_arrived_on": "2024-12-02", "designated_on": "2025-01-31"},
    "outages": [
        {
            "known_at": "2024-11-01T09:00",
            "restored_at": "2024-11-03T10:30:15",
            "attributable_to_provider": True,
            "total_outage": True,
            "claimed_on": "2024-11-20",
            "claimable_on": "2024-11-02",
            "note": "回線",
        }
    ],
    "policy": {
        "partial_month": "calendar_days",
        "rounding": "floor",
        "settlement_basis": "fixed",
        "settlement_accounts": 1000,
        "settlement_taxable": False,
        "claimable_from": "after_24_hours",
        "quote_months": 12,
    },
}
"""A contract file in which everything is right, in the order of the file format."""
EVERY_FIELD["prices"]["monthly"]["tiers"][1].pop("up_to")


def of_model(model: str) -> dict[str, Any]:
    """Return the contract file with the prices of another model."""
    data = deepcopy(EVERY_FIELD)
    data["prices"]["monthly"] = {"model": model, "base_fee": 1, "minimum_accounts": 2, "minimum_charge": 3, **MONTHLY[model]}
    return data


def nodes(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the address of everything in `data` but itself, in its order."""
    if path:
        yield path
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, child in children:
        yield from nodes(child, (*path, key))


def leaves(data: Any) -> list[Path]:
    """Return the addresses at which neither an object nor a list stands."""
    found = list(nodes(data))
    inner = {path[:-1] for path in found}
    return [path for path in found if path not in inner]


def as_bytes(data: Any) -> bytes:
    """Return `data` as the text of a contract file."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8")
