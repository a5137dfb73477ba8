"""The seal on a paper (社印): whether its picture is one that can be laid out."""

import struct

MOST_PIXELS = 2_000_000
"""More would take the typesetter long and much memory; a seal of 24 mm has 800,000 at 1,000 dots an inch."""

SIZE = ">16xII"
"""Where a PNG tells its width and height."""


def is_picture(png: bytes) -> bool:
    """Return whether a PNG names a size that a seal may have; whether it can be decoded is for the typesetter to find."""
    if len(png) < struct.calcsize(SIZE):
        return False
    width, height = struct.unpack_from(SIZE, png)
    return bool(0 < width * height <= MOST_PIXELS)
