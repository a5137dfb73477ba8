"""What may stand in a field of a contract file: days, moments, yen, prices, counts, texts, domains, seals."""

import re
from base64 import b64decode
from binascii import Error as NotBase64Error
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic_core import PydanticCustomError

from desktop_app.calculation.limits import (
    ACTING,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_DOMAIN,
    MOST_ACCOUNTS,
    MOST_MONTHS,
    MOST_SEAL_BYTES,
    MOST_YEN,
)
from desktop_app.calculation.money import Yen
from desktop_app.calculation.part import ReadBy

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")
_PRICE = re.compile(r"[0-9]+(?:\.[0-9]{1,6})?")
_LABEL = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")
_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"IEND\xaeB`\x82"
DAYS_KEPT = 8192
"""Days and moments that are not read again: with each key the whole contract is, and hardly anything in it is new."""


def _wrong(code: str, **details: object) -> PydanticCustomError:
    return PydanticCustomError(code, "{code}", {"code": code, **details})


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise _wrong("day_malformed")
    return _kept_day(value)


def _day_of(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise _wrong("day_malformed")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _wrong("day_not_in_calendar") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _wrong("day_out_of_range")
    return day


def _moment(value: object) -> datetime:
    if not isinstance(value, str):
        raise _wrong("moment_malformed")
    return _kept_moment(value)


def _moment_of(text: str) -> datetime:
    if len(text) != len("2024-07-10") and not _TIME.fullmatch(text, 10):
        raise _wrong("moment_malformed")
    try:
        _day_of(text[:10])
    except PydanticCustomError as error:
        raise _wrong("moment_malformed") if error.type == "day_malformed" else error from None
    return datetime.fromisoformat(text)


_kept_day = lru_cache(maxsize=DAYS_KEPT)(_day_of)
_kept_moment = lru_cache(maxsize=DAYS_KEPT)(_moment_of)


def _whole(least: int, most: int, not_whole: str, out_of_range: str) -> Callable[[object], int]:
    def read(value: object) -> int:
        if type(value) is not int:
            raise _wrong(not_whole)
        if not least <= value <= most:
            raise _wrong(out_of_range, least=least, most=most)
        return value

    return read


_whole_yen = _whole(0, MOST_YEN, "amount_not_whole", "amount_out_of_range")


def _amount(value: object) -> Yen:
    return Yen(_whole_yen(value))


def _price(value: object) -> Decimal:
    if not (value >= 0 if type(value) is int else isinstance(value, str) and _PRICE.fullmatch(value)):
        raise _wrong("price_malformed")
    price = Decimal(value)  # type: ignore[arg-type] # one of both, as has been seen
    if price > MOST_YEN:
        raise _wrong("price_out_of_range", most=MOST_YEN)
    return price


def _domain(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("text_expected")
    labels = _ascii_domain(value).split(".")
    proper = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    if not proper or len(".".join(labels)) > LONGEST_DOMAIN:
        raise _wrong("domain_malformed")
    return value


def _ascii_domain(value: str) -> str:
    """Return the domain as it goes over the wire; nothing when it has no such form."""
    if value.isascii():
        return value
    import idna  # noqa: PLC0415 - its tables cost 10 ms, and few domains need them

    try:
        return idna.encode(value, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""


def _seal(value: object) -> bytes:
    if not isinstance(value, str):
        raise _wrong("text_expected")
    if len(value) > MOST_SEAL_BYTES * 4 // 3 + 4:
        raise _wrong("seal_too_large", most=MOST_SEAL_BYTES)
    try:
        image = b64decode(value, validate=True)
    except (NotBase64Error, ValueError):
        raise _wrong("seal_not_png") from None
    if len(image) > MOST_SEAL_BYTES:
        raise _wrong("seal_too_large", most=MOST_SEAL_BYTES)
    if not image.startswith(_PNG_START) or not image.endswith(_PNG_END):
        raise _wrong("seal_not_png")
    return image


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("text_expected")
    if not value.isascii() and not _encodable(value):
        raise _wrong("text_not_unicode")
    acting = ACTING.search(value)
    if acting:
        raise _wrong("text_acts_unseen", character=f"U+{ord(acting[0]):04X}")
    return value


def _encodable(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong("flag_expected")
    return value


Day = Annotated[date, ReadBy(_day)]
"""A calendar day in Japan, `YYYY-MM-DD`, from 2000 to 2199."""
Moment = Annotated[datetime, ReadBy(_moment)]
"""A moment in Japan, `YYYY-MM-DD` (its 00:00), `YYYY-MM-DDTHH:MM` or `…:SS`."""
Amount = Annotated[Yen, ReadBy(_amount)]
"""Whole yen from 0 to 10^12, a JSON integer."""
Price = Annotated[Decimal, ReadBy(_price)]
"""Yen a unit with at most six decimals, a decimal string or a JSON integer."""
Count = Annotated[int, ReadBy(_whole(0, MOST_ACCOUNTS, "count_not_whole", "count_out_of_range"))]
"""A number of accounts, 0 to 100,000,000."""
PositiveCount = Annotated[int, ReadBy(_whole(1, MOST_ACCOUNTS, "count_not_whole", "count_out_of_range"))]
"""A number of accounts, 1 to 100,000,000."""
Months = Annotated[int, ReadBy(_whole(1, MOST_MONTHS, "count_not_whole", "count_out_of_range"))]
"""A number of months, 1 to 120."""
Text = Annotated[str, ReadBy(_text)]
"""Any text that has a UTF-8 form, without control characters (but tabs and ends of lines) and marks that turn its direction."""
Domain = Annotated[str, ReadBy(_domain)]
"""A domain name of two or more labels, in ASCII or in its own script."""
Flag = Annotated[bool, ReadBy(_flag)]
"""Yes or no."""
Seal = Annotated[bytes, ReadBy(_seal)]
"""A PNG image in base64, at most 512 KiB when decoded."""
