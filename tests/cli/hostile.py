"""What someone who means harm, or a broken program, might hand over as a contract file."""

from collections.abc import Callable
from typing import NamedTuple

from desktop_app.document.bounds import MOST_BYTES, MOST_TEXT
from desktop_app.document.extent import MOST_ROWS
from tests.cases.contracts import contract_file, priced
from tests.document.contract_data import as_bytes

RIGHT = as_bytes(contract_file({"policy": {"quote_months": 1}}))
MANY = 100_000
DOMAIN, ADDRESS = "service.domains[0]", "service.ipv4_addresses[0]"
PRICE, COUNT, CHANGED = "prices.monthly.unit_price", "accounts[0].count", "changes[0].accepted_on"


class Hostile(NamedTuple):
    """A content, made when it is wanted, and the first problem that is told of it: its path and code."""

    make: Callable[[], bytes]
    path: str
    code: str


def beside(members: str) -> bytes:
    """Return a contract file with more members."""
    return beside_bytes(members.encode("utf-8", "surrogatepass"))


def beside_bytes(members: bytes) -> bytes:
    """Return a contract file with more members."""
    return RIGHT.rstrip()[:-1] + b"," + members + b"}"


def rows(name: str, row: str, count: int = MOST_ROWS) -> bytes:
    """Return a contract file with one more list of many equal rows."""
    return beside(f'"{name}":[{",".join([row] * count)}]')


HOSTILE: dict[str, Hostile] = {
    # Large.
    "a byte more than is read": Hostile(lambda: b"x" * (MOST_BYTES + 1), "", "too_large"),
    "a long title": Hostile(lambda: as_bytes(contract_file({"title": "x" * (MOST_TEXT + 1)})), "", "text_too_long"),
    "many unknown fields": Hostile(lambda: beside(",".join(f'"k{number}":1' for number in range(MANY))), "k0", "field_unknown"),
    "many numbers for accounts": Hostile(lambda: as_bytes(contract_file({"accounts": [1] * MANY})), "accounts", "list_too_long"),
    "many empty rows": Hostile(lambda: rows("outages", "{}", MANY // 2), "outages", "list_too_long"),
    "many repeated keys": Hostile(lambda: beside(",".join(['"k":1'] * MANY)), "k", "field_repeated"),
    "many bands": Hostile(
        lambda: as_bytes(contract_file(priced("volume", tiers=[{"unit_price": "1"}] * MOST_ROWS))),
        "prices.monthly.tiers",
        "list_too_long",
    ),
    "many rows that are no rows": Hostile(lambda: rows("changes", "1"), "changes[0]", "object_expected"),
    "many rows without anything": Hostile(lambda: rows("changes", "{}"), CHANGED, "field_missing"),
    "many outages that overlap": Hostile(lambda: rows("outages", '{"known_at":"2024-08-01"}'), "outages[1]", "outages_overlap"),
    "a huge price": Hostile(lambda: RIGHT.replace(b'"100"', b'"' + b"9" * 1_000_000 + b'"'), PRICE, "field_too_long"),
    "a huge domain": Hostile(lambda: beside(f'"service":{{"domains":["{"あ" * 300_000}.jp"]}}'), DOMAIN, "field_too_long"),
    "a domain of many labels": Hostile(
        lambda: beside(f'"service":{{"domains":["{"あ." * 250_000}jp"]}}'), DOMAIN, "field_too_long"
    ),
    "a huge address": Hostile(
        lambda: beside(f'"service":{{"ipv4_addresses":["{"1." * 500_000}"]}}'),
        ADDRESS,
        "field_too_long",
    ),
    "a huge seal": Hostile(lambda: beside(f'"issuer":{{"seal_png":"{"A" * 1_000_000}"}}'), "issuer.seal_png", "seal_too_large"),
    "a huge name": Hostile(lambda: beside(f'"{"n" * 1_000_000}":1'), "", "name_too_long"),
    # Deep.
    "arrays without end": Hostile(lambda: b"[" * MANY, "", "json_too_deep"),
    "objects without end": Hostile(lambda: b'{"a":' * MANY, "", "json_too_deep"),
    "arrays a hundred thousand deep": Hostile(lambda: b"[" * MANY + b"]" * MANY, "", "json_too_deep"),
    "objects a hundred thousand deep": Hostile(lambda: b'{"a":' * MANY + b"1" + b"}" * MANY, "", "json_too_deep"),
    "arrays in an unknown field": Hostile(lambda: beside(f'"x":{"[" * MANY}{"]" * MANY}'), "", "json_too_deep"),
    "nesting that the parser takes": Hostile(lambda: beside(f'"x":{"[" * 900}{"]" * 900}'), "", "json_too_deep"),
    # Numbers.
    "NaN": Hostile(lambda: beside('"title":NaN'), "", "json_constant"),
    "Infinity": Hostile(lambda: beside('"changes":[Infinity]'), "", "json_constant"),
    "-Infinity": Hostile(lambda: beside('"x":{"y":-Infinity}'), "", "json_constant"),
    "1e999 for an amount": Hostile(
        lambda: RIGHT.replace(b'"prices": {', b'"prices": {"initial_fee":1e999,'), "prices.initial_fee", "amount_not_whole"
    ),
    "1e999 for a text": Hostile(lambda: beside('"title":1e999'), "title", "text_expected"),
    "-1e999 in an unknown field": Hostile(lambda: beside('"x":-1e999'), "x", "field_unknown"),
    "a count of 5,000 digits": Hostile(lambda: RIGHT.replace(b": 10}", b": " + b"9" * 5000 + b"}"), COUNT, "count_out_of_range"),
    "a negative count of 5,000 digits": Hostile(
        lambda: RIGHT.replace(b": 10}", b": -" + b"9" * 5000 + b"}"), COUNT, "count_out_of_range"
    ),
    "a text of 5,000 digits": Hostile(lambda: beside(f'"title":{"9" * 5000}'), "title", "text_expected"),
    "a price of 5,000 digits": Hostile(lambda: RIGHT.replace(b'"100"', b"9" * 5000), PRICE, "price_out_of_range"),
    "a version of 5,000 digits": Hostile(
        lambda: RIGHT.replace(b'"version": 1', b'"version": ' + b"9" * 5000), "version", "version_newer"
    ),
    "5,000 digits in an unknown field": Hostile(lambda: beside(f'"x":-{"9" * 5000}'), "x", "field_unknown"),
    "a million digits": Hostile(lambda: beside(f'"x":{"9" * 1_000_000}'), "x", "field_unknown"),
    "a million decimals": Hostile(lambda: beside(f'"x":0.{"9" * 1_000_000}'), "x", "field_unknown"),
    "a million digits of exponent": Hostile(lambda: beside(f'"x":1e{"9" * 1_000_000}'), "x", "field_unknown"),
    # Characters.
    "half a surrogate pair in a text": Hostile(lambda: beside('"title":"\\ud800"'), "title", "text_not_unicode"),
    "half a surrogate pair in a name": Hostile(lambda: beside('"a\\udfffb":1'), "a\\udfffb", "field_unknown"),
    "half a surrogate pair in a domain": Hostile(
        lambda: beside('"service":{"domains":["\\ud800.jp"]}'), DOMAIN, "domain_malformed"
    ),
    "half a surrogate pair in a price": Hostile(lambda: RIGHT.replace(b'"100"', b'"\\ud800"'), PRICE, "price_malformed"),
    "half a surrogate pair as bytes": Hostile(lambda: beside('"title":"\ud800"'), "", "not_utf8"),
    "two BOMs": Hostile(lambda: b"\xef\xbb\xbf" * 2 + RIGHT, "", "json_malformed"),
    "UTF-16": Hostile(lambda: RIGHT.decode().encode("utf-16"), "", "not_utf8"),
    "UTF-16 without a BOM": Hostile(lambda: RIGHT.decode().encode("utf-16-be"), "", "json_malformed"),
    "Latin-1": Hostile(lambda: beside('"title":"Café"').decode().encode("latin-1"), "", "not_utf8"),
    "Shift_JIS": Hostile(lambda: beside('"title":"見積り"').decode().encode("cp932"), "", "not_utf8"),
    "NUL bytes": Hostile(lambda: RIGHT.replace(b" ", b"\x00"), "", "json_malformed"),
    "a NUL in a text": Hostile(lambda: beside('"title":"a\\u0000b"'), "title", "text_acts_unseen"),
    "escape sequences in a text": Hostile(lambda: beside('"title":"\\u001b[2J"'), "title", "text_acts_unseen"),
    "a text that turns its direction": Hostile(
        lambda: beside('"changes":[{"accepted_on":"2024-10-03","item":"domain","note":"evil\u202e1"}]'),
        "changes[0].note",
        "text_acts_unseen",
    ),
    "a NUL in a name": Hostile(lambda: beside('"a\\u0000b":1'), "a\x00b", "field_unknown"),
    "escape sequences in a name": Hostile(lambda: beside('"\\u001b[2J\\u202e":1'), "\x1b[2J\u202e", "field_unknown"),
    # Shapes.
    "a key given twice": Hostile(lambda: beside('"title":"a","title":"b"'), "title", "field_repeated"),
    "a key given twice further down": Hostile(lambda: beside('"quote":{"memo":"a","memo":"b"}'), "quote.memo", "field_repeated"),
    "a key given twice in a row": Hostile(lambda: beside('"changes":[{"fee":1,"fee":1}]'), CHANGED, "field_missing"),
    "a list at the top": Hostile(lambda: b"[" + RIGHT + b"]", "", "not_an_object"),
    "null": Hostile(lambda: b"null", "", "not_an_object"),
    "two contracts": Hostile(lambda: RIGHT + RIGHT, "", "json_malformed"),
    "half a contract": Hostile(lambda: RIGHT[: len(RIGHT) // 2], "", "json_malformed"),
    "a program": Hostile(lambda: b"__import__('os').system('true')", "", "json_malformed"),
}
EMPTY: dict[str, bytes] = {"nothing": b"", "blanks": b" \t\r ", "a BOM": b"\xef\xbb\xbf", "a BOM and blanks": b"\xef\xbb\xbf \r"}
"""No contract at all; as a line of many it is a blank one."""
