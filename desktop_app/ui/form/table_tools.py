"""What a table of the form has beside its rows: commands with buttons, and tables that are looked at before they are pasted."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton

from desktop_app.calculation.step import Path
from desktop_app.document.counts_import import is_plain
from desktop_app.ui.editors.cell_block import Cell
from desktop_app.wording.wording import Wording

TOOLS: dict[Path, tuple[str, ...]] = {("accounts",): ("import_counts", "forecast")}
"""Commands that have a button beside a table."""


def tool_buttons(table: Path, words: Wording, ask: Callable[[str], object]) -> list[QPushButton]:
    """Return a button for each command of a table, which asks for it by its name."""
    buttons = []
    for name in TOOLS.get(table, ()):
        button = QPushButton(words.text(f"window.tool.{name}"))
        button.clicked.connect(partial(_asked, ask, name))
        buttons.append(button)
    return buttons


def _asked(ask: Callable[[str], object], name: str, _checked: object = None) -> None:
    ask(name)


def wants_a_look(table: Path, titles: Sequence[str], at: Cell, grid: Sequence[Sequence[str]]) -> bool:
    """Return whether in what is pasted from a cell on it has to be found out what is what."""
    rows = grid[1:] if list(grid[0]) == list(titles[: len(grid[0])]) else grid
    return table == ("accounts",) and not at[1] and len(grid) > 1 and not is_plain(rows, len(titles))
