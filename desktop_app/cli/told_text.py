"""An answer as text for the terminal: headings, sentences that fit its width, tables with their columns aligned."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.report.characters import display_width, padded, wrapped
from desktop_app.wording.told import Told
from desktop_app.wording.wording import Wording

INDENT = "  "
WIDTH = 78
MARK = "*"


def told_text(parts: Iterable[Told], words: Wording) -> str:
    """Return the parts of an answer one below the other."""
    return "\n\n".join("\n".join(_part(each, words)) for each in parts)


def _part(part: Told, words: Wording) -> Iterator[str]:
    yield words.text("cli.text.heading", title=part.heading)
    for each in part.sentences:
        yield from (f"{INDENT}{line}" for line in wrapped(each, WIDTH))
    if part.rows:
        yield from _table(part)


def _table(part: Told) -> Iterator[str]:
    """Yield the rows aligned, full-width characters counted as two; a star before rows that stand out, unless all do."""
    rows = [part.columns, *part.rows]
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(part.sides))]
    starred = part.marked if len(part.marked) < len(part.rows) else frozenset()
    for i, row in enumerate(rows):
        star = MARK if i - 1 in starred else " "
        yield f"{star} {_line(row, widths, part.sides)}".rstrip()


def _line(row: Sequence[str], widths: Sequence[int], sides: str) -> str:
    return "  ".join(padded(cell.replace("\n", " "), width, side) for cell, width, side in zip(row, widths, sides, strict=True))
