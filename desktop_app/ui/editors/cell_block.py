"""What is done to a block of cells at once: pasting, filling down, emptying, copying; lists of items in, new ones out."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from typing import Any, NamedTuple

Cell = tuple[int, int]
"""The row and the column of a cell."""
Items = Sequence[Any]
Read = Callable[[Items, int, int, str], Any]
"""The reading of a text as the value of a cell, among the items that stand there so far."""


class Pasted(NamedTuple):
    """The items after pasting, and how many columns of the texts found no place beside the table's last."""

    items: list[Any]
    columns_lost: int = 0


def spread(grid: list[list[str]], cells: Sequence[Cell]) -> list[list[str]]:
    """Return a single text as often as there are cells in a block, given in their order; any other grid as it is."""
    if len(grid) != 1 or len(grid[0]) != 1:
        return grid
    (top, left), (bottom, right) = cells[0], cells[-1]
    return [grid[0] * (1 + right - left)] * (1 + bottom - top)


def pasted(items: Items, names: Sequence[str], at: Cell, grid: Sequence[Sequence[str]], read: Read) -> Pasted:
    """Return the items with a grid of texts typed over them from a cell on; what does not fit below becomes new items."""
    row, column = at
    width = len(names) - column
    after = list(items)
    for down, texts in enumerate(grid):
        place = row + down
        if place >= len(after):
            if not any(text.strip() for text in texts[:width]):
                continue
            place = len(after)
            after.append({})
        for right, text in enumerate(texts[:width]):
            after[place] = _with(after[place], names[column + right], read(after, place, column + right, text))
    lost = max((len(_trimmed(texts)) - width for texts in grid), default=0)
    return Pasted(after, max(lost, 0))


def _trimmed(texts: Sequence[str]) -> Sequence[str]:
    """Return a row without the empty cells at its end."""
    filled = [i for i, text in enumerate(texts) if text.strip()]
    return texts[: filled[-1] + 1] if filled else ()


def filled_down(items: Items, names: Sequence[str], cells: Iterable[Cell]) -> list[Any]:
    """Return the items with the uppermost of the cells repeated in those below it; a cell alone repeats the one above it."""
    block = sorted(cells)
    top, bottom = block[0][0], block[-1][0]
    source = top - 1 if top == bottom else top
    after = list(items)
    for row, column in block:
        if row > source >= 0 and row < len(after):
            after[row] = _with(after[row], names[column], _value(items[source], names[column]))
    return after


def cleared(items: Items, names: Sequence[str], cells: Iterable[Cell]) -> list[Any]:
    """Return the items with these cells empty."""
    after = list(items)
    for row, column in cells:
        after[row] = _with(after[row], names[column], None)
    return after


def copied(rows: Iterable[Sequence[str]]) -> str:
    r"""Return a block of texts as spreadsheets take it from the clipboard.

    >>> copied([["2024/07/10", "800"], ["two\nlines", ""]])
    '2024/07/10\t800\n"two\nlines"\t'
    """
    text = StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(rows)
    return text.getvalue().removesuffix("\n")


def _with(item: Any, name: str, value: Any) -> dict[str, Any]:
    kept = {key: each for key, each in item.items() if key != name or value is not None} if isinstance(item, Mapping) else {}
    return kept if value is None else {**kept, name: value}


def _value(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else None
