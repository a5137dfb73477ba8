"""Bytes broken at random: bits turned, pieces put in, exchanged, repeated, taken out, or taken from elsewhere."""

from collections.abc import Sequence
from random import Random

PIECES = (
    *(b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"{}", b'""', b"\\u0000", b"\\ud800", b"\x00", b"\x1b[2J", b"\xff"),
    *(b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xe6\x9c\x88" * 50, b"null", b"true", b"NaN", b"Infinity"),
    *(b"-Infinity", b"1e999", b"-0", b"-1", b"7" * 50, b"9" * 400, b"7" * 5000, b"[" * 2000, b'{"a":' * 2000, b" " * 5000),
    *(b"%PDF-1.7", b'"title":"x",', b'"version":1,', b'"accounts":[],', b'"2199-12-31"', b'"0000-00-00"'),
)
"""What readers of contracts, numbers and days may stumble over."""


def cut_up(
    content: bytes, random: Random, pieces: Sequence[bytes] = PIECES, others: Sequence[bytes] = (), *, kept: int = 0
) -> bytes:
    """Return some bytes broken in one to eight places behind the first `kept`; what is taken from elsewhere is of `others`."""
    made = bytearray(content)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        at = random.randrange(min(kept, len(made)), len(made) + 1)
        match random.randrange(9):
            case 0:
                made[at : at + 1] = bytes((random.randrange(256),))
            case 1:
                made[at:at] = random.choice(pieces)
            case 2:
                made[at : at + random.randrange(40)] = random.choice(pieces)
            case 3:
                del made[at : at + random.randrange(1, 60)]
            case 4:
                made[at:at] = made[max(0, at - random.randrange(1, 400)) : at]
            case 5:
                old, new = random.choice(pieces), random.choice(pieces)
                made = bytearray(made.replace(old, new, 1))
            case 6 if others:
                other = random.choice(others)
                start = random.randrange(len(other))
                made[at:at] = other[start : start + random.randrange(400)]
            case 7 if random.randrange(4) == 0:
                del made[at:]
            case _ if at < len(made):
                made[at] ^= 1 << random.randrange(8)
    return bytes(made)
