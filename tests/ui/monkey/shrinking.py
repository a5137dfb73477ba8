"""From many acts that lead to something wrong to few: first only the last ones, then without the ones that do not matter."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.ui.monkey.acts import Act, write_journal

LONGEST = 240.0
"""Seconds after which the fewest acts found so far have to do."""


def shrunken(acts: Sequence[Act], journal: Path, wrong: str, tried: Callable[[Path], str]) -> list[Act] | None:
    """Write the fewest acts found that still end in what is `wrong` to a journal; None when not even all of them do.

    `tried` does the acts of a journal in a new window and returns what is wrong then.
    """
    until = time.monotonic() + LONGEST

    def shows(some: Sequence[Act]) -> bool:
        if time.monotonic() > until:
            return False
        write_journal(journal, some)
        return tried(journal) == wrong

    fewest = _last_that_show(acts, shows)
    if fewest is None:
        return None
    fewest = _without_idle(fewest, shows)
    write_journal(journal, fewest)
    return fewest


def _last_that_show(acts: Sequence[Act], shows: Callable[[Sequence[Act]], bool]) -> list[Act] | None:
    """Return the shortest of some ends of the acts that show it."""
    length = 8
    while length < len(acts):
        if shows(acts[-length:]):
            return list(acts[-length:])
        length *= 4
    return list(acts) if shows(acts) else None


def _without_idle(acts: list[Act], shows: Callable[[Sequence[Act]], bool]) -> list[Act]:
    """Return the acts without those that can be left out, tried in halves, quarters and so on."""
    size = len(acts) // 2
    while size >= 1:
        start = 0
        while start < len(acts):
            fewer = [*acts[:start], *acts[start + size :]]
            if fewer and shows(fewer):
                acts = fewer
            else:
                start += size
        size //= 2
    return acts
