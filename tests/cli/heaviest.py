"""Contract files as large as they may be, and as heavy as such a file can be made: what costs most of time and memory."""

from desktop_app.document.bounds import MOST_BYTES, MOST_HELD, MOST_TEXT, MOST_VALUES
from tests.cli.hostile import ADDRESS, DOMAIN, RIGHT, Hostile, beside_bytes

LETTERS = b"x" * 1_040_000


def filled(start: bytes, part: bytes, end: bytes, size: int = MOST_BYTES) -> bytes:
    """Return a contract file of about `size` bytes, which has what lies between `start` and `end` as often as it fits."""
    head = RIGHT.rstrip()[:-1] + b"," + start
    return head + part * ((size - len(head) - len(end) - 1) // len(part)) + end + b"}"


def counted_members(name: bytes, value: bytes) -> bytes:
    """Return as many members, each of its own name, as are read."""
    return b",".join(b'"%06d%s":%s' % (number, name, value) for number in range(MOST_VALUES - 200))


HEAVIEST: dict[str, Hostile] = {
    "one text": Hostile(lambda: filled(b'"title":"', b"x", b'"'), "", "text_too_long"),
    "one text of escapes": Hostile(lambda: filled(b'"title":"', b'\\"', b'"'), "", "text_too_long"),
    "texts in letters": Hostile(lambda: filled(b'"changes":["', LETTERS + b'","', b'"]'), "changes[0]", "field_too_long"),
    "texts of escapes": Hostile(
        lambda: filled(b'"changes":["', b"\\n" * 500_000 + b'","', b'"]'), "changes[0]", "field_too_long"
    ),
    "texts, wide for one letter": Hostile(
        lambda: filled(b'"changes":["', "契".encode() + LETTERS + b'","', b'"]', MOST_HELD // 2),
        "changes[0]",
        "field_too_long",
    ),
    "texts, widest for one letter": Hostile(
        lambda: filled(b'"changes":["', "\U00020bb7".encode() + LETTERS + b'","', b'"]', MOST_HELD // 4),
        "changes[0]",
        "field_too_long",
    ),
    "texts, too wide for one letter": Hostile(
        lambda: filled('"changes":["\U00020bb7","'.encode(), LETTERS + b'","', b'"]'), "", "characters_too_many"
    ),
    "texts, too wide for one escape": Hostile(
        lambda: filled(b'"changes":["\\ud842\\udfb7","', LETTERS + b'","', b'"]'), "", "characters_too_many"
    ),
    "addresses": Hostile(lambda: filled(b'"service":{"ipv4_addresses":["', LETTERS + b'","', b'"]}'), ADDRESS, "field_too_long"),
    "domains": Hostile(lambda: filled(b'"service":{"domains":["', LETTERS + b'","', b'"]}'), DOMAIN, "field_too_long"),
    "rows": Hostile(lambda: filled(b'"outages":[', b"{},", b"{}]"), "", "values_too_many"),
    "numbers": Hostile(lambda: filled(b'"accounts":[', b"1,", b"1]"), "", "values_too_many"),
    "brackets": Hostile(lambda: b"[" * MOST_BYTES, "", "values_too_many"),
    "braces": Hostile(lambda: b'{"a":' * (MOST_BYTES // 5), "", "values_too_many"),
    "one key": Hostile(lambda: filled(b"", b'"k":1,', b'"k":1'), "", "values_too_many"),
    "quotes": Hostile(lambda: b'"' * MOST_BYTES, "", "values_too_many"),
    "hidden quotes": Hostile(lambda: b'\\"' * (MOST_BYTES // 2), "", "json_malformed"),
    "a text, then letters": Hostile(lambda: b'""' + b"x" * (MOST_BYTES - 2), "", "json_malformed"),
    "blanks": Hostile(lambda: b" " * MOST_BYTES, "", "json_malformed"),
    "lines": Hostile(lambda: b'{"a":' + b"\n" * (MOST_BYTES - 5), "", "json_malformed"),
    "one name": Hostile(lambda: filled(b'"', b"n", b'":1'), "", "text_too_long"),
    "names": Hostile(lambda: beside_bytes(counted_members(b"n" * 180, b"1")), f"000000{'n' * 180}", "field_unknown"),
    "members": Hostile(lambda: beside_bytes(counted_members(b"", b'"%s"' % (b"x" * 300))), "000000", "field_unknown"),
    "repeated keys": Hostile(
        lambda: beside_bytes(b",".join([b'"title":"%s"' % (b"x" * 240)] * (MOST_VALUES - 200))), "title", "field_repeated"
    ),
    "errors": Hostile(
        lambda: beside_bytes(b'"changes":[%s]' % b",".join([b'{"item":"%s","u":1}' % (b"x" * 6000)] * 10_000)),
        "changes[0].u",
        "field_unknown",
    ),
    "one number": Hostile(lambda: filled(b'"x":', b"9", b""), "x", "field_unknown"),
    "one fraction": Hostile(lambda: filled(b'"x":0.', b"9", b""), "x", "field_unknown"),
    "one exponent": Hostile(lambda: filled(b'"x":1e', b"9", b""), "x", "field_unknown"),
    "long numbers": Hostile(
        lambda: beside_bytes(b'"changes":[%s]' % b",".join([b"9" * 330] * (MOST_VALUES - 200))), "changes", "list_too_long"
    ),
    "long fractions": Hostile(
        lambda: beside_bytes(b'"changes":[%s]' % b",".join([b"0." + b"9" * 330] * (MOST_VALUES - 200))),
        "changes",
        "list_too_long",
    ),
    "a seal": Hostile(lambda: filled(b'"issuer":{"seal_png":"', b"A", b'"}'), "", "text_too_long"),
    "no UTF-8 at its end": Hostile(
        lambda: b'{"a":"%s\xff"}' % (b" " * MOST_TEXT) + b" " * (MOST_BYTES - MOST_TEXT - 9), "", "text_too_long"
    ),
}
