"""The result code: sixteen characters on a paper that tell from which contract, as of which day and by which rules it was made.

`1ABC-DEFG-HJKM-NPQR` in Crockford's base 32: the code's version, the as-of day, fingerprints of the rules and of the contract,
and a character that tells a typing error. What does not change a contract (the order of its fields, defaults written out,
`200` or `"200.00"`, the memo, the digest) does not change its code.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.kept import kept
from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.money import Yen
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.draft import VERSION

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_VERSION = 1
LENGTH, GROUP = 16, 4
DAY_BITS, RULES_BITS, CONTRACT_BITS = 17, 15, 38
NOT_COMPARED = frozenset({"format", "version", "digest", "quote.memo"})
"""What a code says nothing of: the file's own fields, and what no paper shows."""
FIELD = 0b100101
"""The polynomial of the field of 32 elements in which the last character is reckoned: every single wrong character and every
two that were exchanged are found."""

_MISREAD = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-‐‑‒–—―−ー－]+")


class UnreadableCodeError(ValueError):
    """A text is no result code; `reason` is the key of the sentence `cli.verify.code.<reason>`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ResultCode(NamedTuple):
    """What a code says: the as-of day, and fingerprints of the rules and of the contract."""

    as_of: date
    rules: int
    contract: int

    def __str__(self) -> str:
        number = CODE_VERSION
        for bits, value in zip((DAY_BITS, RULES_BITS, CONTRACT_BITS), self._numbers(), strict=True):
            number = number << bits | value
        digits = [number >> 5 * place & 31 for place in reversed(range(LENGTH - 1))]
        text = "".join(LETTERS[each] for each in (*digits, _times_x(_remainder(digits))))
        return "-".join(text[at : at + GROUP] for at in range(0, LENGTH, GROUP))

    def _numbers(self) -> tuple[int, int, int]:
        return (self.as_of - FIRST_DAY).days, self.rules, self.contract


def result_code(contract: Contract, as_of: date, rules: Rulebook) -> str:
    """Return the code of the papers that are made from a contract as of a day."""
    return str(code_of(contract, as_of, rules))


def code_of(contract: Contract, as_of: date, rules: Rulebook) -> ResultCode:
    """Return the code in its parts."""
    return ResultCode(as_of, _print_of(_rules_data(contract.terms, rules), RULES_BITS), _print_of(_data(contract), CONTRACT_BITS))


def read_code(text: str) -> ResultCode:
    """Return what a code says, as printed or as typed: small, full-width, spaced, O for 0, I or L for 1.

    >>> read_code("1ac０ oooo 0000-0002").as_of
    Traceback (most recent call last):
    desktop_app.report.result_code.UnreadableCodeError: check
    """
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_MISREAD)
    if not plain or set(plain) - set(LETTERS):
        raise UnreadableCodeError("characters")
    if len(plain) != LENGTH:
        raise UnreadableCodeError("length")
    digits = [LETTERS.index(each) for each in plain]
    if _remainder(digits):
        raise UnreadableCodeError("check")
    return _parts(digits[:-1])


def _parts(digits: Iterable[int]) -> ResultCode:
    number = 0
    for digit in digits:
        number = number << 5 | digit
    number, contract = divmod(number, 1 << CONTRACT_BITS)
    number, rules = divmod(number, 1 << RULES_BITS)
    version, days = divmod(number, 1 << DAY_BITS)
    if version != CODE_VERSION:
        raise UnreadableCodeError("version")
    if days > (LAST_DAY - FIRST_DAY).days:
        raise UnreadableCodeError("day")
    return ResultCode(FIRST_DAY + timedelta(days), rules, contract)


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ FIELD if doubled > 31 else doubled  # noqa: PLR2004 - the greatest element


def _remainder(digits: Iterable[int]) -> int:
    found = 0
    for digit in digits:
        found = _times_x(found) ^ digit
    return found


def _print_of(data: object, bits: int) -> int:
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return int.from_bytes(sha256(canonical.encode("ascii")).digest()) >> 256 - bits


def _rules_data(edition: str, rules: Rulebook) -> Mapping[str, Any]:
    terms = rules.editions[edition]._asdict()
    values = {name: _data(each if name == "edition" else each.value) for name, each in terms.items()}
    rates = [[each.effective_on.isoformat(), str(each.rate.value)] for each in rules.tax_rates.rates]
    return {"format": VERSION, "terms": values, "tax": rates}


def _data(value: Any, path: str = "") -> Any:  # noqa: PLR0911 - one return for each kind of value
    """Return a value of a contract as JSON that says it in one way only; defaults are left out, also those yet to come."""
    match value:
        case Part():
            return dict(_members(value, path))
        case tuple():
            return _data_of_rows(path)(value)
        case Yen():
            return value.amount
        case Decimal():
            return f"{value.normalize():f}"
        case date() | datetime():
            return value.isoformat()
        case bytes():
            return sha256(value).hexdigest()
    return value


@cache
def _data_of_rows(path: str) -> Callable[[tuple[Any, ...]], list[Any]]:
    """Return the function from the rows of a list to their data."""
    return kept(lambda rows: [_data(each, path) for each in rows])


def _members(part: Part, path: str) -> Iterable[tuple[str, Any]]:
    for name, field in members_of(type(part)).items():
        place = f"{path}.{name}".removeprefix(".")
        if place in NOT_COMPARED:
            continue
        data = _data(getattr(part, name), place)
        if field.required or data != _data_of_default(type(part), name, place):
            yield name, data


@cache
def _data_of_default(kind: type[Part], name: str, place: str) -> Any:
    return _data(members_of(kind)[name].default, place)
