"""How far the cells of a workbook reach that hold something, before they are read: formats alone may go on for ever."""

import re
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
HELD = frozenset({"v", "f", "is"})
"""What a cell has within it that holds something: a value, a formula, a text."""


class Extent(NamedTuple):
    """The last row and the last column, from 1, with a cell that holds something; 0 where there is none."""

    rows: int = 0
    columns: int = 0


def extent_of(part: bytes) -> Extent:
    """Return how far the cells of a sheet reach, of its XML; ExpatError where that is none."""
    scan = _Scan()
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.Parse(part, True)  # noqa: FBT003 - the whole of it
    return Extent(scan.rows, scan.columns)


class _Scan:
    """Follows the cells of a sheet; a row or a cell without its address stands behind the one before it."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take note of the beginning of an element."""
        name = tag.rpartition(" ")[2]
        if name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif name == "c":
            self._cell(attributes.get("r", ""))
        elif name in HELD:
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)

    def _cell(self, reference: str) -> None:
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            self._column += 1
            return
        self._row, self._column = int(found[2]), 0
        for letter in found[1]:
            self._column = self._column * 26 + ord(letter) - ord("A") + 1
