"""What may stand in a field of a contract file, and the code of the error when something else does."""

from base64 import b64encode
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic_core import ValidationError

from desktop_app.calculation.field_types import (
    Amount,
    Count,
    Day,
    Domain,
    Flag,
    Moment,
    Months,
    PositiveCount,
    Price,
    Seal,
    Text,
)
from desktop_app.calculation.money import Yen
from desktop_app.calculation.part import validator_of

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(17) + b"\x00\x00\x00\x00IEND\xaeB`\x82"
MOST_SEAL = 512 * 1024


def _seal(size: int) -> str:
    """Return a PNG's beginning and end with as many bytes in all, in base64."""
    return b64encode(PNG[:33] + bytes(size - len(PNG)) + PNG[33:]).decode()


KINDS = {
    "day": Day,
    "moment": Moment,
    "amount": Amount,
    "price": Price,
    "count": Count,
    "positive count": PositiveCount,
    "months": Months,
    "text": Text,
    "flag": Flag,
    "domain": Domain,
    "seal": Seal,
}


def read(kind: str, value: object) -> Any:
    """Return what a value is read as in a field of a kind."""
    return validator_of(KINDS[kind]).validate_python(value)


def _name(part: object) -> str:
    return ascii(part)[:40].replace("\\", "/")


READ = [
    ("day", "2024-07-10", date(2024, 7, 10)),
    ("day", "2000-01-01", date(2000, 1, 1)),
    ("day", "2199-12-31", date(2199, 12, 31)),
    ("day", "2024-02-29", date(2024, 2, 29)),
    ("moment", "2024-07-10", datetime.fromisoformat("2024-07-10T00:00")),
    ("moment", "2024-07-10T09:05", datetime.fromisoformat("2024-07-10T09:05")),
    ("moment", "2024-07-10T23:59:59", datetime.fromisoformat("2024-07-10T23:59:59")),
    ("moment", "2199-12-31T23:59:59", datetime.fromisoformat("2199-12-31T23:59:59")),
    ("amount", 0, Yen(0)),
    ("amount", 10**12, Yen(10**12)),
    ("price", "0", Decimal(0)),
    ("price", "33.3", Decimal("33.3")),
    ("price", "0.000001", Decimal("0.000001")),
    ("price", "1000000000000", Decimal(10**12)),
    ("price", "1000000000000.000000", Decimal(10**12)),
    ("price", "007.50", Decimal("7.50")),
    ("price", "0000000000000000000000012", Decimal(12)),
    ("price", 0, Decimal(0)),
    ("price", 10**12, Decimal(10**12)),
    ("count", 0, 0),
    ("count", 10**8, 10**8),
    ("positive count", 1, 1),
    ("positive count", 10**8, 10**8),
    ("months", 1, 1),
    ("months", 120, 120),
    ("text", "", ""),
    ("text", "株式会社サンプル 𠮷 髙", "株式会社サンプル 𠮷 髙"),
    ("text", "tab\tand\r\nlines\u200f", "tab\tand\r\nlines\u200f"),
    ("flag", True, True),
    ("flag", False, False),
    ("domain", "sample.example", "sample.example"),
    ("domain", "a.b", "a.b"),
    ("domain", "a--1.X-9.example", "a--1.X-9.example"),
    ("domain", "日本語.example", "日本語.example"),
    ("domain", "日本語。example", "日本語。example"),
    ("domain", "Bücher.example", "Bücher.example"),
    ("domain", "日本語.ｅｘａｍｐｌｅ", "日本語.ｅｘａｍｐｌｅ"),
    ("domain", "xn--wgv71a119e.example", "xn--wgv71a119e.example"),
    ("domain", f"{'a' * 63}.example", f"{'a' * 63}.example"),
    ("domain", ".".join(["a" * 62] * 4) + ".a", ".".join(["a" * 62] * 4) + ".a"),
    ("seal", b64encode(PNG).decode(), PNG),
]


@pytest.mark.parametrize(("kind", "value", "expected"), READ, ids=_name)
def test_what_is_right_is_read_as_its_own_type(kind: str, value: object, expected: object) -> None:
    """Exactly, to the last digit."""
    found = read(kind, value)
    assert found == expected
    assert type(found) is type(expected)


def test_the_largest_seal_is_read() -> None:
    """512 KiB decoded."""
    assert len(read("seal", _seal(MOST_SEAL))) == MOST_SEAL


REFUSED = [
    # days
    *[("day", text, "day_malformed") for text in ("", "2024/07/10", "2024-7-10", "20240710", "2024-07-10T00:00", "today")],
    *[("day", text, "day_malformed") for text in (" 2024-07-10", "2024-07-10\n", "２０２４-07-10", "02024-07-10", "-024-07-10")],
    *[("day", value, "day_malformed") for value in (20240710, 1.5, True, None, ["2024-07-10"], date(2024, 7, 10))],
    *[("day", text, "day_not_in_calendar") for text in ("2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01")],
    *[("day", text, "day_out_of_range") for text in ("1999-12-31", "2200-01-01", "0001-01-01", "9999-12-31")],
    # moments
    *[("moment", text, "moment_malformed") for text in ("", "2024-07-10 09:00", "2024-07-10T", "2024-07-10T9:00", "T09:00")],
    *[("moment", text, "moment_malformed") for text in ("2024-07-10T24:00", "2024-07-10T23:60", "2024-07-10T23:59:60")],
    *[("moment", text, "moment_malformed") for text in ("2024-07-10T09:00Z", "2024-07-10T09:00+09:00", "2024-07-10T09:00:00.5")],
    *[("moment", text, "moment_malformed") for text in ("2024/07/10", "2024/07/10T09:00", "2024-7-10T09:00", "２０２４-07-10")],
    *[("moment", value, "moment_malformed") for value in (0, None, True, {"day": 1})],
    *[("moment", text, "day_not_in_calendar") for text in ("2023-02-29", "2023-02-29T09:00")],
    *[("moment", text, "day_out_of_range") for text in ("1999-12-31T23:59", "2200-01-01", "2200-01-01T00:00")],
    # amounts
    *[("amount", value, "amount_not_whole") for value in ("1000", 1000.0, 1000.5, True, None, [1], "", Decimal(1))],
    *[("amount", value, "amount_out_of_range") for value in (-1, 10**12 + 1, 10**400)],
    # prices
    *[("price", text, "price_malformed") for text in ("", "-1", "+1", "1e3", "1E3", " 1", "1 ", "1,000", "1_000", ".5", "5.")],
    *[("price", text, "price_malformed") for text in ("0.0000001", "NaN", "Infinity", "0x10", "１００", "1.5.5", "1\n")],
    *[("price", value, "price_malformed") for value in (1.5, 200.0, True, None, -1, -(10**400), ["1"], Decimal(1))],
    *[("price", value, "price_out_of_range") for value in ("1000000000000.000001", "1000000000001", 10**12 + 1)],
    *[("price", value, "price_out_of_range") for value in ("9" * 5000, 10**400)],
    # counts
    *[(kind, value, "count_not_whole") for kind in ("count", "positive count", "months") for value in ("1", 1.0, True, None)],
    *[("count", value, "count_out_of_range") for value in (-1, 10**8 + 1)],
    *[("positive count", value, "count_out_of_range") for value in (0, -1, 10**8 + 1)],
    *[("months", value, "count_out_of_range") for value in (0, 121)],
    # texts and flags
    *[(kind, value, "text_expected") for kind in ("text", "domain", "seal") for value in (1, None, True, b"text", ["text"])],
    ("text", "half a pair \ud842", "text_not_unicode"),
    *[("text", f"1{character}2", "text_acts_unseen") for character in "\0\a\x0b\x1b\x7f\x85\x9f\u202a\u202e\u2066\u2069"],
    *[("flag", value, "flag_expected") for value in (0, 1, "true", None)],
    # domains
    *[("domain", text, "domain_malformed") for text in ("", "example", ".", ".example", "a..example", "sample.example.")],
    *[("domain", text, "domain_malformed") for text in ("-a.example", "a-.example", "a_b.example", "a b.example", "a.example ")],
    *[("domain", text, "domain_malformed") for text in ("https://a.example", "user@a.example", "*.example", "a.example:25")],
    *[("domain", text, "domain_malformed") for text in (f"{'a' * 64}.example", ".".join(["a" * 62] * 4) + ".ab")],
    *[
        ("domain", text, "domain_malformed")
        for text in ("日本語", "日本語.example.", "日本語.example。", "☃\ufe0f\u200d.example", "\ud842.example")
    ],
    *[
        ("domain", text, "domain_malformed")
        for text in (f"{'語' * 60}.example", ".".join(["あいうえおかきくけこ"] * 20) + ".example")
    ],
    # seals
    *[("seal", text, "seal_not_png") for text in ("", "iVBORw0KGgo", "no base64!", "株式会社", "iVBO\nRw0=")],
    *[
        ("seal", b64encode(image).decode(), "seal_not_png")
        for image in (b"GIF89a", PNG[:-1], PNG + b"\n", PNG[1:], b"\x89PNG\r\n\x1a\n")
    ],
    ("seal", _seal(MOST_SEAL + 1), "seal_too_large"),
    ("seal", "A" * 10**6, "seal_too_large"),
]


@pytest.mark.parametrize(("kind", "value", "code"), REFUSED, ids=_name)
def test_what_is_wrong_is_refused_with_its_code(kind: str, value: object, code: str) -> None:
    """And the value itself is not repeated in the error."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors(include_url=False, include_input=False)
    assert error["type"] == code
    assert error["msg"] == code


LIMITS = [
    ("amount", -1, {"least": 0, "most": 10**12}),
    ("price", 10**13, {"most": 10**12}),
    ("count", -1, {"least": 0, "most": 10**8}),
    ("positive count", 0, {"least": 1, "most": 10**8}),
    ("months", 0, {"least": 1, "most": 120}),
    ("seal", "A" * 10**6, {"most": MOST_SEAL}),
]


@pytest.mark.parametrize(("kind", "value", "limits"), LIMITS, ids=_name)
def test_a_value_beyond_its_limits_names_them(kind: str, value: object, limits: dict[str, int]) -> None:
    """So that the sentence can say what would be right."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    details = caught.value.errors()[0]["ctx"]
    assert {name: details[name] for name in ("least", "most") if name in details} == limits
