"""A scale of yen for a picture in which differences matter: round steps, from zero only where the amounts come near it."""

from collections.abc import Sequence
from typing import NamedTuple

ROUND = (1, 2, 5)
MOST_TICKS = 3


class YenScale(NamedTuple):
    """From `low` to `high`, both of them named, in steps."""

    low: int
    high: int
    step: int

    def ticks(self) -> range:
        """Return the amounts that are named."""
        return range(self.low, self.high + 1, self.step)

    def share(self, yen: int) -> float:
        """Return how far up an amount lies, from 0 to 1."""
        return (yen - self.low) / (self.high - self.low)


def scale_from(amounts: Sequence[int], most: int = MOST_TICKS) -> YenScale:
    """Return a scale on which all amounts lie.

    >>> scale_from([3_266_000, 3_291_000]), scale_from([0, 120_000])
    (YenScale(low=3260000, high=3300000, step=10000), YenScale(low=0, high=150000, step=50000))
    """
    low, high = min(amounts), max(amounts)
    if 0 < low < high - low:
        low = 0
    step = _step(high - low, most)
    low, high = low // step * step, -(-high // step) * step
    return YenScale(low, max(high, low + step), step)


def _step(length: int, most: int) -> int:
    """Return the least round step of which few make up a length."""
    power = 1
    while True:
        for digit in ROUND:
            if digit * power * most >= length:
                return digit * power
        power *= 10
